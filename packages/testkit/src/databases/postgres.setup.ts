import { openDatabase } from '@perennial/kernel/db/database';
import type { TestProject } from 'vitest/node';
import { migrateAll } from './migrate-all.ts';
import { startPostgres } from './postgres-cluster.ts';
import { createDatabase } from './postgres-databases.ts';
import { TEMPLATE_DATABASE } from './provided.ts';

/** One PostgreSQL for the run, with one migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres();
  try {
    await createDatabase(cluster.url(), TEMPLATE_DATABASE);
    const database = await openDatabase({ databaseUrl: cluster.url(TEMPLATE_DATABASE), dataDir: '' });
    await migrateAll(database);
    await database.close();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('postgresUrl', cluster.url());
  return () => cluster.stop();
}
