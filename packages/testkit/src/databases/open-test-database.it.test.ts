import { sql } from 'drizzle-orm';
import { rowsOf } from '@perennial/kernel/db/database';
import { expect, test } from 'vitest';
import { dialectOfThisRun, openTestDatabase } from './open-test-database.ts';

test('a test database is migrated, speaks the dialect of the run and is nobody else’s', async () => {
  const [one, other] = [await openTestDatabase(), await openTestDatabase()];
  expect(one.dialect).toBe(dialectOfThisRun());
  const tables = await rowsOf<{ name: string }>(
    one.orm,
    sql`select tablename::text as name from pg_tables where schemaname = 'public'`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['customers', 'invoices', 'audit_events']));

  await one.orm.execute(sql`create table only_here (id int)`);
  const there = await rowsOf(other.orm, sql`select 1 from pg_tables where tablename = 'only_here'`);
  expect(there).toEqual([]);
});
