import { randomBytes } from 'node:crypto';
import { openDatabase } from '@perennial/kernel/db/database';
import type { Database } from '@perennial/kernel/db/database';
import { openPglite } from '@perennial/kernel/db/pglite';
import { inject } from 'vitest';
import { closeWhenDone } from './opened.ts';
import { createDatabase, dropDatabase } from './postgres-databases.ts';
import { TEMPLATE_DATABASE } from './provided.ts';

export type Dialect = Database['dialect'];

/** The database that this run of the suite is about: `*.it.test.ts` runs once on each. */
export function dialectOfThisRun(): Dialect {
  return process.env['PERENNIAL_TEST_DB'] === 'postgres' ? 'postgres' : 'pglite';
}

/**
 * A database of this test file's own, with all migrations applied and nothing in it. Closed and removed when the
 * file is done.
 */
export async function openTestDatabase(dialect: Dialect = dialectOfThisRun()): Promise<Database> {
  return dialect === 'postgres' ? (await openTestPostgres()).database : openTestPglite();
}

/** As {@link openTestDatabase}, on PostgreSQL, with the address for a second connection to the same database. */
export async function openTestPostgres(): Promise<{ database: Database; databaseUrl: string }> {
  const url = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(url, name, TEMPLATE_DATABASE);
  const databaseUrl = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const database = await openDatabase({ databaseUrl, dataDir: '' });
  closeWhenDone(async () => {
    await database.close();
    await dropDatabase(url, name);
  });
  return { database, databaseUrl };
}

async function openTestPglite(): Promise<Database> {
  const database = await openPglite({ dataDir: 'memory:' }, { copyOf: inject('pgliteTemplate') });
  closeWhenDone(() => database.close());
  return database;
}
