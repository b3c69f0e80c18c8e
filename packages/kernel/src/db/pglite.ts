import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite, types, type Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { DomainError } from '@perennial/domain/shared/errors';
import { rowBlocks } from './csv-rows.ts';
import type { Database, DatabaseConfig, Orm } from './database.ts';
import { mapDatabaseError } from './errors.ts';
import { lockFolder, type FolderLock } from './lock.ts';
import { encodeParam, encodeParams, parseInt8, quoteName } from './params.ts';
import { assertUuid, partnerLogin } from './partner-role.ts';
import { CopyOfFolder } from './pglite-copy.ts';
import { StatementFeed } from './statements.ts';

/** One COPY statement holds its whole text in memory, so a long file goes in as several. */
const COPY_BLOCK = 1 << 21;

const text = (value: string) => value;
const parsers = {
  [types.INT8]: parseInt8,
  [types.DATE]: text,
  [types.TIMESTAMP]: text,
  [types.TIMESTAMPTZ]: text,
};
const serializers = Object.fromEntries(
  [
    types.BOOL,
    types.INT8,
    types.TEXT,
    types.DATE,
    types.TIMESTAMP,
    types.TIMESTAMPTZ,
    types.JSON,
    types.JSONB,
    1009,
    2951,
    1007,
    1016,
  ].map((oid) => [oid, (value: unknown) => encodeParam(value) ?? '']),
);

export interface EmbeddedOptions {
  /** `dataDir` of a closed database that one in memory begins as a copy of (tests: one migrated template for all). */
  copyOf?: string;
}

/**
 * The embedded database. It has one session: a statement outside the running transaction would wait for it forever, so
 * such a call from within the transaction is refused with a sentence that names the mistake.
 * @throws DomainError DATA_DIR_LOCKED, DATA_DIR_INVALID
 */
export async function openPglite(config: DatabaseConfig, options: EmbeddedOptions = {}): Promise<Database> {
  const { client, lock } = await start(config.dataDir, options);
  const feed = new StatementFeed();
  const inside = new AsyncLocalStorage<true>();
  const orm = drizzle(guarded(client, inside), { logger: feed.drizzleLogger }) as unknown as Orm;
  let login: { role: string } | null = null;

  /** The driver's transactions, by the drizzle transaction made on them: COPY must run in the same one. */
  const database: Database = {
    dialect: 'pglite',
    orm,
    onStatement: feed.subscribe,
    transaction: (fn) => {
      feed.tell('begin', 'write', true);
      return mapped(() => orm.transaction((tx) => inside.run(true, () => fn(tx as unknown as Orm))));
    },
    readText: (sql, params) => {
      feed.tell(sql, 'read');
      return mapped(() => firstText(guarded(client, inside), sql, params));
    },
    partnerTransaction: (agreementId, fn) =>
      mapped(async () => {
        login ??= await partnerLogin(orm);
        const { role } = login;
        assertUuid(agreementId);
        refuseInside(inside);
        feed.tell('begin', 'partner', true);
        return client.transaction(async (tx) => {
          await tx.exec(`set local role ${role}; select set_config('perennial.agreement', '${agreementId}', true)`);
          return inside.run(true, () =>
            fn({
              readText: (sql, params) => {
                feed.tell(sql, 'partner');
                return firstText(tx, sql, params);
              },
              run: async (sql, params) => {
                feed.tell(sql, 'partner');
                return (await tx.query(sql, encodeParams(params))).affectedRows ?? 0;
              },
            }),
          );
        });
      }),
    copyIn: (tx, table, columns, csv) =>
      mapped(() => {
        feed.tell(`copy ${table}`, 'write');
        if (tx) return copyInto(sessionOf(tx), table, columns, csv);
        refuseInside(inside);
        return client.transaction((own) => copyInto(own, table, columns, csv));
      }),
    ping: () =>
      client.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      try {
        if (!client.closed) await client.close();
      } finally {
        lock?.release();
      }
    },
  };
  return database;
}

/** Where the driver keeps its files within the data folder, beside the lock. */
const filesIn = (dataDir: string): string => join(resolve(dataDir), 'pglite');

async function start(dataDir: string, options: EmbeddedOptions): Promise<{ client: PGlite; lock: FolderLock | null }> {
  const settings = { parsers, serializers };
  if (dataDir.startsWith('memory:')) {
    const copy = options.copyOf === undefined ? {} : { fs: new CopyOfFolder(filesIn(options.copyOf)) };
    return { client: await ready(PGlite.create({ ...settings, ...copy })), lock: null };
  }
  const folder = resolve(dataDir);
  let lock: FolderLock;
  try {
    makeFolder(folder);
    lock = lockFolder(folder);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw invalid(
      `The data folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}). Set DATA_DIR to a folder that this user may write to.`,
      folder,
    );
  }
  try {
    return { client: await ready(PGlite.create({ ...settings, dataDir: filesIn(folder) })), lock };
  } catch (error) {
    lock.release();
    throw invalid(
      `The database in the data folder ${folder} cannot be opened. Restore the folder from a copy, or set DATA_DIR to an empty folder.`,
      folder,
      error,
    );
  }
}

/**
 * Makes the folder and those above it. Node's own `recursive` never comes back where a folder takes in no others, as
 * under /proc: the start would hang instead of saying what to change.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // another program may have made it meanwhile; what is no folder the lock refuses
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function ready(opening: Promise<PGlite>): Promise<PGlite> {
  const client = await opening;
  await client.exec(`set time zone 'UTC'`);
  forgetRowTypes(client);
  return client;
}

/** PostgreSQL's own types for values end here; what comes after are rows of tables, its catalogues among them. */
const FIRST_ROW_TYPE = 10_000;

/**
 * The driver reads lists of every type there is, those of each table's rows included, and copies all its readers for
 * every query, which then takes half as long again. No such list is ever asked for.
 */
function forgetRowTypes({ parsers: all }: PGlite): void {
  for (const oid of Object.keys(all).map(Number)) if (oid >= FIRST_ROW_TYPE) delete all[oid];
}

function invalid(message: string, folder: string, cause?: unknown): DomainError {
  const error = new DomainError('DATA_DIR_INVALID', message, { path: ['DATA_DIR'], params: { folder } });
  return Object.defineProperty(error, 'cause', { value: cause, enumerable: false });
}

function refuseInside(inside: AsyncLocalStorage<true>): void {
  if (inside.getStore()) {
    throw new Error(
      'inside a transaction use its own `tx`: the embedded database has one session and would wait forever',
    );
  }
}

/** The client as drizzle sees it, refusing what would wait forever. */
function guarded(client: PGlite, inside: AsyncLocalStorage<true>): PGlite {
  return new Proxy(client, {
    get(target, property) {
      if (property === 'query' || property === 'transaction' || property === 'exec') refuseInside(inside);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function sessionOf(tx: Orm): Transaction {
  const { session } = tx as unknown as { session?: { client?: Transaction } };
  if (!session?.client) throw new TypeError('copyIn needs the transaction that Database.transaction gave');
  return session.client;
}

async function firstText(
  session: Pick<Transaction, 'query'>,
  sql: string,
  params: readonly unknown[],
): Promise<string | null> {
  const { rows } = await session.query<(string | null)[]>(sql, encodeParams(params), { rowMode: 'array' });
  return rows[0]?.[0] ?? null;
}

async function copyInto(
  session: Transaction,
  table: string,
  columns: readonly string[],
  csv: AsyncIterable<string>,
): Promise<number> {
  const target = `${quoteName(table)} (${columns.map(quoteName).join(', ')})`;
  let rows = 0;
  for await (const block of rowBlocks(csv, COPY_BLOCK)) {
    await session.query(`copy ${target} from '/dev/blob' with (format csv)`, [], { blob: new Blob([block.text]) });
    rows += block.rows;
  }
  return rows;
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
