import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { migrateAll } from '@perennial/testkit/databases/migrate-all';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

const TAG = '0003_disclosed_at';

test('S2 an upgrade takes what was published before as known from then on, and a sample’s promise from its first day', async () => {
  const db = await openTestDatabase();
  const { orm } = db;
  // as the release before left it
  await orm.execute(sql`drop trigger policy_versions_frozen on policy_versions`);
  await orm.execute(sql`alter table policy_versions drop column disclosed_at`);
  await orm.execute(sql`delete from schema_migrations where tag = ${TAG}`);
  await orm.execute(sql`
    insert into business (id, name, as_of, currency, timezone, locale, updated_at)
    values (1, 'Shop', '2011-12-10', 'GBP', 'Asia/Shanghai', 'en', now()) on conflict (id) do update set timezone = excluded.timezone`);
  const version = async (status: string, publishedBy: string | null): Promise<string> => {
    const [policyId, id] = [newId(), newId()];
    await orm.execute(sql`
      insert into policies (id, name, description, stage, slug, created_at, updated_at)
      values (${policyId}, ${policyId}, '', 'AFTER', ${policyId}, now(), now())`);
    await orm.execute(sql`
      insert into policy_versions (id, policy_id, number, status, effective_from, terms, published_at, published_by, created_at, updated_at)
      values (${id}, ${policyId}, 1, ${status}, '2010-12-01', '[]', ${publishedBy && '2026-10-01T08:00:00Z'}, ${publishedBy}, now(), now())`);
    return id;
  };
  const expected = new Map([
    [await version('PUBLISHED', 'olive@example.test'), '2026-10-01T08:00:00.000Z'],
    [await version('RETIRED', 'olive@example.test'), '2026-10-01T08:00:00.000Z'],
    [await version('PUBLISHED', 'system'), '2010-11-30T16:00:00.000Z'],
    [await version('DRAFT', null), null],
  ]);

  await migrateAll(db);
  const rows = await rowsOf<{ id: string; at: string | null }>(
    orm,
    sql`select id, to_char(disclosed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from policy_versions`,
  );
  expect(new Map(rows.map(({ id, at }) => [id, at]))).toEqual(expected);
}, 60_000);
