import type { Database, DatabaseConfig } from './database.ts';

/**
 * Opens PostgreSQL when `databaseUrl` is set, else the embedded database in `dataDir`. Does not migrate.
 * @throws DomainError DATABASE_URL_INVALID, DATABASE_UNAVAILABLE, DATABASE_TOO_OLD, DATA_DIR_LOCKED, DATA_DIR_INVALID
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  // only the driver in use is loaded: PGlite alone is 10 MB of WebAssembly
  if (config.databaseUrl) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres({ ...config, databaseUrl: config.databaseUrl });
  }
  const { openPglite } = await import('./pglite.ts');
  return openPglite(config);
}
