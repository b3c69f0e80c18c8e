import { sql, type SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle's database or transaction; the same query API on both drivers. Raw rows: use {@link rowsOf}. */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** A parameter as callers may give it; the drivers send text and let the server decide the type. */
export type Param = string | number | bigint | boolean | Date | null | undefined | readonly unknown[] | object;

export interface ReadOptions {
  /** Keep a named prepared statement. Only for texts that recur: every name takes memory in each server session. */
  prepare?: boolean;
}

/** What a partner's transaction may do. Runs as a role that owns nothing, under row-level security. */
export interface PartnerQueries {
  /** One statement; the first column of the first row as text, null when there is no row (or the value is null). */
  readText(sql: string, params: readonly unknown[], opts?: ReadOptions): Promise<string | null>;
  /** One statement whose rows do not matter (the receipt). Returns the number of rows written. */
  run(sql: string, params: readonly unknown[], opts?: ReadOptions): Promise<number>;
}

export interface StatementEvent {
  sql: string;
  /** Which session ran it: the writing session, the reading one, or the partner's. `frame` marks begin, commit and settings. */
  pool: 'write' | 'read' | 'partner';
  frame: boolean;
}

export interface DatabaseConfig {
  /** postgres://… When absent the embedded PGlite is used, in a folder below `dataDir`. */
  databaseUrl?: string | undefined;
  /** Folder for everything this instance keeps on disk. `memory:` keeps the embedded database in memory (tests). */
  dataDir: string;
  /** Longest time one read may take, in milliseconds (PostgreSQL only; PGlite has no timers). Default 10,000. */
  readTimeoutMs?: number | undefined;
  /** Connections of the reading, writing and partner pools (PostgreSQL only). Default 10, 6 and 6. */
  pools?: { read?: number; write?: number; partner?: number } | undefined;
}

export interface Database {
  readonly dialect: 'pglite' | 'postgres';
  /** Outside a transaction: reads, and single statements. */
  readonly orm: Orm;
  /** All or nothing. Errors come out as DomainError where a person can do something about them (see db/errors.ts). */
  transaction<T>(fn: (tx: Orm) => Promise<T>): Promise<T>;
  /** ONE statement, first column of the first row as text (cast to ::text in the statement). Null when there is no row. */
  readText(sql: string, params: readonly unknown[], opts?: ReadOptions): Promise<string | null>;
  /** One transaction as the partner role with `perennial.agreement` set to the agreement's id. */
  partnerTransaction<T>(agreementId: string, fn: (q: PartnerQueries) => Promise<T>): Promise<T>;
  /**
   * COPY of CSV text into a staging table (COPY is refused under row-level security). Chunks may break anywhere in a
   * line. An empty unquoted field is null. With `tx` inside that transaction, else in one of its own.
   * @returns number of rows
   */
  copyIn(tx: Orm | null, table: string, columns: readonly string[], csv: AsyncIterable<string>): Promise<number>;
  /** Calls `listener` for every statement sent, for tests that count. Returns the function that stops it. */
  onStatement(listener: (event: StatementEvent) => void): () => void;
  /** False when the database does not answer now. Never throws. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Rows of a raw statement, as objects keyed by column name; both drivers give the same values. */
export async function rowsOf<Row extends Record<string, unknown>>(orm: Orm, statement: SQL): Promise<Row[]> {
  const result: unknown = await orm.execute(statement);
  if (Array.isArray(result)) return [...result] as Row[];
  return (result as { rows: Row[] }).rows;
}

/** How many rows a raw INSERT, UPDATE or DELETE touched. */
export async function countOf(orm: Orm, statement: SQL): Promise<number> {
  const result = (await orm.execute(statement)) as { count?: number; affectedRows?: number };
  return result.affectedRows ?? result.count ?? 0;
}

/** Takes a lock held to the end of the transaction; `name` is hashed, so any text will do. */
export async function lockFor(tx: Orm, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

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
