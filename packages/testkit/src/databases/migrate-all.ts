import type { Database } from '@perennial/kernel/db/database';
import { migrate } from '@perennial/kernel/db/migrate';
import type { Module } from '@perennial/kernel/registry/module';
import { buildRegistry } from '@perennial/kernel/registry/module';
import { securityPlan } from '@perennial/kernel/registry/security';
import { migrationsFolder } from '@perennial/modules/migrations';

/** Brings an empty database to the newest version, with the tables of every area. */
export async function migrateAll(database: Database): Promise<void> {
  const extensions: string = '../../../../apps/api/src/extensions.ts';
  const modules: Module[] = await import(extensions).then(
    (m) => m.modules,
    () => [],
  );
  const registry = buildRegistry(modules);
  await migrate(database, { folder: migrationsFolder, security: securityPlan(registry) });
}
