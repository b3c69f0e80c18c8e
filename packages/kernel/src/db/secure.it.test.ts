import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf, type Database } from './database.ts';
import { newId } from './ids.ts';
import { customerOwnedTables, secure, type SecurityPlan } from './secure.ts';

/** A small world of its own names, so that what is tested is the rule and not today's tables. */
const plan: SecurityPlan = {
  shared: [
    { table: 'wall_rows', columns: ['customer_id', 'id', 'open_note'] },
    { table: 'wall_setup', columns: ['id', 'label'] },
  ],
  index: 'wall_index',
  agreementTables: [
    { table: 'wall_agreements', agreementColumn: 'id', select: ['id', 'status'], insert: false },
    { table: 'wall_receipts', agreementColumn: 'agreement_id', select: [], insert: true },
  ],
  appendOnly: ['wall_receipts', 'audit_events'],
};

let db: Database;
const [ours, theirs, lapsed] = [newId(), newId(), newId()];
const [shown, hidden] = [newId(), newId()];

beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction(async (tx) => {
    for (const statement of [
      'create table wall_rows (customer_id uuid, id uuid, open_note text, closed_note text, primary key (customer_id, id))',
      'create table wall_forgotten (customer_id uuid, id uuid, primary key (customer_id, id))',
      'create table wall_setup (id uuid primary key, label text, margin int)',
      'create table wall_index (agreement_id uuid, customer_id uuid, expires_at timestamptz, primary key (customer_id, agreement_id))',
      'create table wall_agreements (id uuid primary key, status text, terms text)',
      'create table wall_receipts (id uuid primary key, agreement_id uuid)',
    ]) {
      await tx.execute(sql.raw(statement));
    }
    for (const customer of [shown, hidden]) {
      await tx.execute(sql`insert into wall_rows values (${customer}, ${newId()}, 'open', 'closed')`);
      await tx.execute(sql`insert into wall_forgotten values (${customer}, ${newId()})`);
    }
    await tx.execute(sql`insert into wall_setup values (${newId()}, 'label', 40)`);
    await tx.execute(
      sql`insert into wall_index values (${ours}, ${shown}, null), (${theirs}, ${hidden}, null), (${lapsed}, ${shown}, now() - interval '1 s')`,
    );
    await tx.execute(
      sql`insert into wall_agreements values (${ours}, 'ACTIVE', 'secret'), (${theirs}, 'ACTIVE', 'secret')`,
    );
    await secure(tx, plan);
  });
});

const as = (agreement: string, statement: string, params: unknown[] = []) =>
  db.partnerTransaction(agreement, (q) => q.readText(statement, params));

describe('an agreement sees', () => {
  test('the rows of its own customers and no others', async () => {
    const customers = `select string_agg(distinct customer_id::text, ',') from wall_rows`;
    expect(await as(ours, customers)).toBe(shown);
    expect(await as(theirs, customers)).toBe(hidden);
  });

  test('nothing once its share has lapsed, and nothing when it does not exist', async () => {
    for (const agreement of [lapsed, newId()]) {
      for (const count of [
        'count(customer_id)::text from wall_rows',
        'count(customer_id)::text from wall_index',
        'count(id)::text from wall_agreements',
      ]) {
        expect(await as(agreement, `select ${count}`)).toBe('0');
      }
    }
  });

  test('its own lines of the index and its own agreement', async () => {
    expect(await as(ours, 'select string_agg(customer_id::text, $1) from wall_index', [','])).toBe(shown);
    expect(await as(ours, 'select string_agg(id::text, $1) from wall_agreements', [','])).toBe(ours);
  });

  test('one agreement’s setting does not last into the next transaction', async () => {
    expect(await as(ours, 'select count(id)::text from wall_rows')).toBe('1');
    expect(await as(newId(), 'select count(id)::text from wall_rows')).toBe('0');
  });
});

describe('the database itself refuses the partners’ role', () => {
  test.each([
    ['a column that is not shared', 'select closed_note from wall_rows'],
    ['a whole row that holds one', 'select r::text from wall_rows r'],
    ['a filter on one', `select id::text from wall_rows where closed_note = 'closed'`],
    ['a set-up column that is not shared', 'select margin::text from wall_setup'],
    ['the terms of its agreement', 'select terms from wall_agreements'],
    ['a table nobody registered', 'select id::text from wall_forgotten'],
    ['reading receipts', 'select id::text from wall_receipts'],
    ['removing receipts', 'delete from wall_receipts'],
    ['changing rows', `update wall_rows set open_note = 'x'`],
    ['adding rows', `insert into wall_index values (gen_random_uuid(), gen_random_uuid(), null)`],
    ['the instance secret', 'select value from instance_secrets'],
    ['the audit trail', 'select subject from audit_events'],
    ['staff accounts', 'select password from staff_accounts'],
    ['becoming somebody else', 'create role somebody'],
    ['making tables', 'create table mine (id int)'],
  ])('%s', async (_, statement) => {
    await expect(as(ours, statement)).rejects.toMatchObject({ code: 'DATABASE_ERROR', cause: { code: '42501' } });
  });

  test('a receipt in another agreement’s name', async () => {
    const receipt = 'insert into wall_receipts (id, agreement_id) values ($1, $2)';
    const write = (agreement: string) => db.partnerTransaction(ours, (q) => q.run(receipt, [newId(), agreement]));
    expect(await write(ours)).toBe(1);
    await expect(write(theirs)).rejects.toMatchObject({ code: 'DATABASE_ERROR' });
    expect(await db.readText('select count(*)::text from wall_receipts', [])).toBe('1');
  });
});

test('a receipt is not kept when its read fails', async () => {
  const before = await db.readText('select count(*)::text from wall_receipts', []);
  const failed = db.partnerTransaction(ours, async (q) => {
    await q.run('insert into wall_receipts (id, agreement_id) values ($1, $2)', [newId(), ours]);
    return q.readText('select 1/0', []);
  });
  await expect(failed).rejects.toThrow();
  expect(await db.readText('select count(*)::text from wall_receipts', [])).toBe(before);
});

test('an error that nobody passed on does not become a success', async () => {
  const swallowed = db.partnerTransaction(ours, async (q) => {
    await q.readText('select 1/0', []).catch(() => null);
    return 'fine';
  });
  await expect(swallowed).rejects.toThrow();
});

test('receipts and the audit trail only grow, for their owner too', async () => {
  for (const statement of [
    'update wall_receipts set agreement_id = null',
    'delete from audit_events',
    'truncate wall_receipts',
  ]) {
    await expect(db.orm.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  }
});

test('every table with a column customer_id is under forced row-level security', async () => {
  const open = await rowsOf(
    db.orm,
    sql`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not like 'staging\_%'
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
  expect(await customerOwnedTables(db.orm)).toEqual(
    expect.arrayContaining(['customers', 'wall_forgotten', 'wall_rows']),
  );
});

test('doing it again sends no statement that would lock a table', async () => {
  const seen: string[] = [];
  const stop = db.onStatement(({ sql: text }) => seen.push(text));
  await db.transaction((tx) => secure(tx, plan));
  stop();
  expect(seen.filter((text) => /^\s*(alter|create|drop|grant|revoke)/i.test(text))).toEqual([]);
});
