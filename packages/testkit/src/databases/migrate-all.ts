import type { Database } from '@perennial/kernel/db/database';
import { migrate } from '@perennial/kernel/db/migrate';
import { buildRegistry } from '@perennial/kernel/registry/module';
import { securityPlan } from '@perennial/kernel/registry/security';
import { migrationsFolder } from '@perennial/modules/migrations';
import { modules } from '@perennial/api/extensions';

/** Brings an empty database to the newest version, with the tables of every area. */
export async function migrateAll(database: Database): Promise<void> {
  const registry = buildRegistry(modules);
  await migrate(database, { folder: migrationsFolder, security: securityPlan(registry) });
}
