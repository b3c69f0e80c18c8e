import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { migrateAll } from '@perennial/testkit/databases/migrate-all';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

const TAG = '0002_delivered_on';

test('an upgrade puts the day of deliveries done before on their purchases, behind row-level security', async () => {
  const db = await openTestDatabase();
  const { orm } = db;
  // as the release before left it, its tables closed by their policies
  await orm.execute(sql`alter table invoices drop column delivered_on`);
  await orm.execute(sql`delete from schema_migrations where tag = ${TAG}`);
  const [forced] = await rowsOf<{ forced: boolean }>(
    orm,
    sql`select bool_and(relforcerowsecurity) as forced from pg_class where relname in ('invoices', 'fulfilment_tasks')`,
  );
  expect(forced).toEqual({ forced: true });

  const [customerId, policyId, versionId] = [newId(), newId(), newId()];
  await orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customerId}, 'C', 'UNKNOWN', 'France', 'France', 'PROSPECT', 'PROSPECT', '2011-01-01', 'GBP', now(), now())`);
  await orm.execute(sql`
    insert into policies (id, name, description, stage, slug, created_at, updated_at)
    values (${policyId}, 'P', '', 'AFTER', 'p', now(), now())`);
  await orm.execute(sql`
    insert into policy_versions (id, policy_id, number, status, effective_from, terms, created_at, updated_at)
    values (${versionId}, ${policyId}, 1, 'DRAFT', '2011-01-01', '[]', now(), now())`);
  const purchase = async (...tasks: [kind: string, status: string, on: string | null][]): Promise<string> => {
    const id = newId();
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${id}, ${id}, '2011-03-01T10:00:00Z', 'SALE', 'France', 'GBP', 100, 0)`);
    for (const [index, [kind, status, on]] of tasks.entries()) {
      await orm.execute(sql`
        insert into fulfilment_tasks (customer_id, id, invoice_id, kind, status, policy_version_id, term_id, ordinal,
          codes, words, due_on, checklist, conduct, parts, completed_on, version, created_at, updated_at)
        values (${customerId}, ${newId()}, ${id}, ${kind}, ${status}, ${versionId}, 'd', ${index + 1}, '{}', '{}',
          '2011-03-09', '[]', '{}', '[]', ${on}, 1, now(), now())`);
    }
    return id;
  };
  const expected = new Map([
    [await purchase(['DELIVERY', 'DONE', '2011-03-04']), '2011-03-04'],
    [await purchase(['DELIVERY', 'DONE', '2011-03-04'], ['DELIVERY', 'DONE', '2011-03-07']), '2011-03-07'],
    [await purchase(['DELIVERY', 'DONE', '2011-03-04'], ['DELIVERY', 'CANCELLED', null]), '2011-03-04'],
    [await purchase(['DELIVERY', 'DONE', '2011-03-04'], ['DELIVERY', 'SCHEDULED', null]), null],
    [await purchase(['DELIVERY', 'CANCELLED', null]), null],
    [await purchase(['INSTALLATION', 'DONE', '2011-03-04']), null],
    [await purchase(), null],
  ]);

  await migrateAll(db);
  const rows = await rowsOf<{ id: string; on: string | null }>(
    orm,
    sql`select id, delivered_on::text as on from invoices`,
  );
  expect(new Map(rows.map(({ id, on }) => [id, on]))).toEqual(expected);
}, 60_000);
