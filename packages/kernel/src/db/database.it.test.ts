import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from './columns.ts';
import { countOf, rowsOf, type Database, type StatementEvent } from './database.ts';
import { newId } from './ids.ts';

const things = pgTable('things', {
  id: uuid('id').primaryKey(),
  at: instant('at'),
  day: date('day', { mode: 'string' }),
  amount: bigint('amount', { mode: 'number' }),
  flag: boolean('flag'),
  words: text('words').array(),
  doc: jsonb('doc'),
});

let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
  await db.orm.execute(sql`
    create table things (id uuid primary key, at timestamptz(3), day date, amount bigint, flag boolean, words text[], doc jsonb)`);
  await db.orm.execute(sql`create table staging_probe (a text, b text)`);
});

describe('values are the same on both databases', () => {
  const row = {
    id: newId(),
    at: new Date('2011-12-09T12:50:00.123Z'),
    day: '2011-12-10',
    amount: -9_007_199_254_740_991,
    flag: true,
    words: ['plain', 'with "quotes"', 'back\\slash', 'com,ma', '{brace}', '', '長青'],
    doc: { list: [1, null, 'x'], nested: { a: true }, text: 'O’Hara "1"' },
  };

  test('what drizzle writes it reads back', async () => {
    await db.orm.insert(things).values(row);
    const [back] = await db.orm.select().from(things);
    expect(back).toEqual(row);
  });

  test('raw rows: dates and moments as text in UTC, whole numbers as numbers, documents and lists parsed', async () => {
    const [raw] = await rowsOf(db.orm, sql`select *, 1.50::numeric as exact, count(*) over () as n from things`);
    expect(raw).toEqual({
      ...row,
      at: '2011-12-09 12:50:00.123+00',
      exact: '1.50',
      n: 1,
    });
  });

  test('any text, list of texts, document, moment or truth value survives as a parameter', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((s) => !s.includes('\0') && s.isWellFormed());
    await fc.assert(
      fc.asyncProperty(
        word,
        fc.array(fc.option(word), { maxLength: 4 }),
        fc.boolean(),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.boolean(),
        async (text, list, flag, at, prepare) => {
          const answer = await db.readText(
            `select json_build_object('text', $1::text, 'list', $2::text[], 'flag', $3::boolean, 'doc', $4::jsonb,
               'ms', (extract(epoch from $5::timestamptz) * 1000)::bigint, 'none', $6::int)::text`,
            [text, list, flag, { text, list }, at, null],
            { prepare },
          );
          expect(JSON.parse(answer!)).toEqual({ text, list, flag, doc: { text, list }, ms: at.getTime(), none: null });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('readText gives null where there is no row', async () => {
    expect(await db.readText('select id::text from things where id = $1', [newId()])).toBeNull();
  });

  test('changed rows are counted', async () => {
    expect(await countOf(db.orm, sql`update things set flag = not flag`)).toBe(1);
    expect(await countOf(db.orm, sql`update things set flag = flag where false`)).toBe(0);
  });
});

describe('transactions', () => {
  test('are all or nothing', async () => {
    const id = newId();
    const failed = db.transaction(async (tx) => {
      await tx.insert(things).values({ id });
      throw new RangeError('changed my mind');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await db.readText('select id::text from things where id = $1', [id])).toBeNull();
  });

  test('give errors that say what to do, without SQL or values', async () => {
    const id = newId();
    const twice = db.transaction(async (tx) => {
      await tx.insert(things).values({ id });
      await tx.insert(things).values({ id });
    });
    await expect(twice).rejects.toMatchObject({ code: 'ALREADY_EXISTS', path: ['id'] });
    await expect(db.readText('select $1::uuid::text', ['nonsense'])).rejects.toMatchObject({ code: 'VALUE_INVALID' });
    await expect(db.readText('select nonsense', [])).rejects.toMatchObject({
      code: 'DATABASE_ERROR',
      message: expect.not.stringContaining('nonsense') as string,
    });
  });

  test('one part may fail and be taken back alone', async () => {
    const [kept, dropped] = [newId(), newId()];
    await db.transaction(async (tx) => {
      await tx.insert(things).values({ id: kept });
      await tx
        .transaction(async (inner) => {
          await inner.insert(things).values({ id: dropped });
          await inner.insert(things).values({ id: kept });
        })
        .catch(() => undefined);
    });
    expect(await db.readText('select id::text from things where id = $1', [kept])).toBe(kept);
    expect(await db.readText('select id::text from things where id = $1', [dropped])).toBeNull();
  });

  test('the embedded database refuses what would wait for itself forever', async () => {
    if (db.dialect !== 'pglite') return;
    const stuck = db.transaction(async () => db.orm.select().from(things));
    await expect(stuck).rejects.toThrow(/inside a transaction use its own `tx`/);
    await expect(db.transaction(() => db.readText('select 1', []))).rejects.toThrow(/use its own `tx`/);
  });
});

describe('COPY into a staging table', () => {
  const from = async function* (...chunks: string[]) {
    yield* chunks;
  };
  const lines = () => rowsOf(db.orm, sql`select a, b from staging_probe order by a`);

  test('takes chunks that break anywhere; unquoted nothing is null, quoted nothing is empty text', async () => {
    const csv = from('1,"two\nli', 'nes"\n2,', '""\n3,\n4,"say ""hi""', '"');
    expect(await db.copyIn(null, 'staging_probe', ['a', 'b'], csv)).toBe(4);
    expect(await lines()).toEqual([
      { a: '1', b: 'two\nlines' },
      { a: '2', b: '' },
      { a: '3', b: null },
      { a: '4', b: 'say "hi"' },
    ]);
  });

  test('belongs to its transaction', async () => {
    const before = (await lines()).length;
    const failed = db.transaction(async (tx) => {
      expect(await db.copyIn(tx, 'staging_probe', ['a', 'b'], from('x,y\n'))).toBe(1);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await lines()).toHaveLength(before);
  });

  test('leaves nothing behind and ends when the server refuses a line or the source fails', async () => {
    const before = (await lines()).length;
    await expect(db.copyIn(null, 'staging_probe', ['a', 'b'], from('1,2\n', 'a,b,c\n'))).rejects.toMatchObject({
      code: 'VALUE_INVALID',
    });
    const broken = async function* () {
      yield 'good,line\n';
      throw new Error('the file ended early');
    };
    await expect(db.copyIn(null, 'staging_probe', ['a', 'b'], broken())).rejects.toThrow('the file ended early');
    expect(await lines()).toHaveLength(before);
    expect(await db.ping()).toBe(true);
  });

  test('nothing at all is no rows', async () => {
    expect(await db.copyIn(null, 'staging_probe', ['a', 'b'], from())).toBe(0);
  });

  test('many blocks go in as one', async () => {
    const many = async function* () {
      for (let i = 0; i < 60_000; i += 1) yield `many,${'x'.repeat(100)}\n`;
    };
    expect(await db.copyIn(null, 'staging_probe', ['a', 'b'], many())).toBe(60_000);
    expect(await db.readText(`select count(*)::text from staging_probe where a = 'many'`, [])).toBe('60000');
  });
});

test('statements are told to who counts them, and only for as long', async () => {
  const seen: StatementEvent[] = [];
  const stop = db.onStatement((event) => seen.push(event));
  await db.readText('select 1::text', []);
  await db.transaction(async (tx) => {
    await tx.select().from(things).limit(1);
  });
  stop();
  await db.readText('select 2::text', []);
  expect(seen.map((event) => [event.pool, event.frame])).toEqual([
    ['read', false],
    ['write', true],
    ['write', false],
  ]);
});
