import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, type Database } from './database.ts';
import { migrate, type MigrateOptions } from './migrate.ts';

const security: MigrateOptions['security'] = { shared: [], index: null, agreementTables: [], appendOnly: [] };
const folders: string[] = [];
let db: Database;

/** A folder of migrations as the generator writes them. */
function folder(migrations: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'perennial-migrations-'));
  folders.push(path);
  mkdirSync(join(path, 'meta'));
  const entries = Object.keys(migrations).map((tag) => ({ tag }));
  writeFileSync(join(path, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const [tag, text] of Object.entries(migrations)) writeFileSync(join(path, `${tag}.sql`), text);
  return path;
}

const first = 'create table steps (n int);\n--> statement-breakpoint\ninsert into steps values (1);';
const steps = async () =>
  (await rowsOf<{ n: number }>(db.orm, sql`select n from steps order by n`)).map((row) => row.n);
const run = (migrations: Record<string, string>) => migrate(db, { folder: folder(migrations), security });

beforeAll(async () => {
  db = await openTestDatabase();
  // as an empty database would be, but for the kernel's own tables
  await db.orm.execute(sql`delete from schema_migrations`);
});
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

test('each migration runs once, in order, also when several processes start at the same time', async () => {
  await Promise.all(Array.from({ length: 4 }, () => run({ '0000_first': first })));
  await run({ '0000_first': first, '0001_second': 'insert into steps values (2)' });
  await run({ '0000_first': first, '0001_second': 'insert into steps values (2)' });
  expect(await steps()).toEqual([1, 2]);
});

test('a migration that fails leaves the database as it was', async () => {
  const broken = 'insert into steps values (3);\n--> statement-breakpoint\nselect nonsense';
  await expect(
    run({ '0000_first': first, '0001_second': 'insert into steps values (2)', '0002_third': broken }),
  ).rejects.toThrow();
  expect(await steps()).toEqual([1, 2]);
});

test('a database that a newer program has changed is refused, and so is one made by another build', async () => {
  await expect(run({ '0000_first': first })).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringMatching(/newer Perennial: start that version, or restore a backup/) as string,
  });
  await expect(run({ '0000_first': `${first} ` })).rejects.toMatchObject({ code: 'SCHEMA_MISMATCH' });
});

test('the instance secret is made once and stays', async () => {
  const secret = () => db.readText(`select value from instance_secrets where name = 'instance'`, []);
  const before = await secret();
  expect(before!.length).toBeGreaterThanOrEqual(43);
  await run({ '0000_first': first, '0001_second': 'insert into steps values (2)' });
  expect(await secret()).toBe(before);
});
