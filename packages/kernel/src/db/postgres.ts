import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Options, PostgresType, Sql } from 'postgres';
import type { drizzle as Drizzle } from 'drizzle-orm/postgres-js';
import { rowBlocks } from './csv-rows.ts';
import type { Database, DatabaseConfig, Orm, PartnerQueries, ReadOptions } from './database.ts';
import { databaseUnavailable, mapDatabaseError } from './errors.ts';
import { encodeParam, encodeParams, parseArray, parseInt8, quoteName } from './params.ts';
import { assertUuid, partnerLogin } from './partner-role.ts';
import { parseDatabaseUrl, refusalToStart, tooOld } from './postgres-url.ts';
import { guardPostgres } from './postgres-guard.ts';
import { StatementFeed } from './statements.ts';

type Config = DatabaseConfig & { databaseUrl: string };
type Session = Pick<Sql, 'unsafe'>;

const COPY_BLOCK = 1 << 18;

/** Types as both drivers must read and write them; see params.ts. Everything not named here stays text. */
const types: Record<string, PostgresType> = {
  int8: { to: 20, from: [20], parse: parseInt8, serialize: String },
  bool: { to: 16, from: [16], parse: (text: string) => text === 't', serialize: encodeParam },
  date: { to: 1082, from: [1082, 1083, 1114, 1184, 1186], parse: (text: string) => text, serialize: encodeParam },
  timestamp: { to: 1114, from: [], parse: (text: string) => text, serialize: encodeParam },
  timestamptz: { to: 1184, from: [], parse: (text: string) => text, serialize: encodeParam },
  texts: { to: 1009, from: [1009, 1015, 2951, 1182, 1185], parse: parseArray, serialize: encodeParam },
  uuids: { to: 2951, from: [], parse: parseArray, serialize: encodeParam },
  numbers: {
    to: 1007,
    from: [1005, 1007, 1016],
    parse: (text: string) => parseArray(text).map((item) => (item === null ? null : Number(item))),
    serialize: encodeParam,
  },
  json: { to: 114, from: [114, 3802], parse: (text: string) => JSON.parse(text), serialize: encodeParam },
  jsonb: { to: 3802, from: [], parse: (text: string) => JSON.parse(text), serialize: encodeParam },
};

/** @throws DomainError DATABASE_URL_INVALID, DATABASE_UNAVAILABLE, DATABASE_TOO_OLD */
export async function openPostgres(config: Config): Promise<Database> {
  const url = parseDatabaseUrl(config.databaseUrl);
  // drizzle's driver imports the package as well, so neither may be imported before the guard stands
  guardPostgres();
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const timeout = config.readTimeoutMs ?? 10_000;
  const pool = (name: string, max: number, settings: Record<string, string | number>, login: Options<{}> = {}): Sql => {
    const client = postgres(config.databaseUrl, {
      max,
      types,
      fetch_types: false,
      connect_timeout: 5,
      // a dead server is asked again at once when the next request comes; nobody waits for a growing delay
      backoff: () => 0.1,
      onnotice: () => {},
      connection: {
        application_name: `perennial ${name}`,
        TimeZone: 'UTC',
        jit: 'off',
        ...settings,
      } as Options<{}>['connection'],
      ...login,
    } as Options<{}>);
    return client as Sql;
  };
  const write = pool('write', config.pools?.write ?? 6, { idle_in_transaction_session_timeout: 300_000 });
  const read = pool('read', config.pools?.read ?? 10, {
    default_transaction_read_only: 'on',
    statement_timeout: timeout,
  });
  const feed = new StatementFeed();
  const orm = ormOn(drizzle, write, feed);

  try {
    const [row] = await write.unsafe(`select current_setting('server_version_num')::int as version`);
    if (row!['version'] < 160_000) throw tooOld();
  } catch (error) {
    await Promise.all([write.end({ timeout: 1 }), read.end({ timeout: 1 })]);
    throw refusalToStart(error, url);
  }

  let partners: Promise<Sql> | null = null;
  const partnerPool = async (): Promise<Sql> => {
    partners ??= partnerLogin(orm).then(({ role, password }) =>
      pool(
        'partner',
        config.pools?.partner ?? 6,
        { statement_timeout: timeout, idle_in_transaction_session_timeout: 30_000 },
        { username: role, password },
      ),
    );
    try {
      return await partners;
    } catch (error) {
      partners = null;
      throw error;
    }
  };

  return {
    dialect: 'postgres',
    orm,
    onStatement: feed.subscribe,
    transaction: (fn) => {
      feed.tell('begin', 'write', true);
      return mapped(() => orm.transaction((tx) => fn(tx as unknown as Orm)));
    },
    readText: (sql, params, opts) => {
      feed.tell(sql, 'read');
      return mapped(() => firstText(read, sql, params, opts));
    },
    partnerTransaction: (agreementId, fn) =>
      mapped(async () => runAsPartner(await partnerPool(), assertUuid(agreementId), feed, fn)),
    copyIn: (tx, table, columns, csv) =>
      mapped(() => {
        feed.tell(`copy ${table}`, 'write');
        if (tx) return copyInto(sessionOf(tx), table, columns, csv);
        return orm.transaction((own) => copyInto(sessionOf(own as unknown as Orm), table, columns, csv));
      }),
    ping: () =>
      write.unsafe('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      const partner = await partners?.catch(() => null);
      await Promise.all([write, read, partner].map((client) => client?.end({ timeout: 5 })));
    },
  };
}

function ormOn(drizzle: typeof Drizzle, client: Sql, feed: StatementFeed): Orm {
  const parsers = { ...client.options.parsers };
  const serializers = { ...client.options.serializers };
  const orm = drizzle(client, { logger: feed.drizzleLogger });
  // drizzle replaces some of the handlers with ones that cannot take a Date
  Object.assign(client.options.parsers, parsers);
  Object.assign(client.options.serializers, serializers);
  return orm as unknown as Orm;
}

/** The driver's session below a drizzle transaction; drizzle has no public way to it. */
function sessionOf(tx: Orm): Session {
  const { session } = tx as unknown as { session?: { client?: Session } };
  if (!session?.client) throw new TypeError('copyIn needs the transaction that Database.transaction gave');
  return session.client;
}

async function firstText(
  session: Session,
  sql: string,
  params: readonly unknown[],
  opts?: ReadOptions,
): Promise<string | null> {
  const rows = await session
    .unsafe(sql, encodeParams(params) as string[], { prepare: opts?.prepare ?? false })
    .values();
  return (rows[0]?.[0] as string | null | undefined) ?? null;
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/**
 * The transaction frame of a partner's read. Begin and setting go out together and are not waited for: the statements
 * of `fn` follow on the same wire, so the frame costs one round trip (the commit) and not three.
 */
async function runAsPartner<T>(
  client: Sql,
  agreementId: string,
  feed: StatementFeed,
  fn: (q: PartnerQueries) => Promise<T>,
): Promise<T> {
  const session = await client.reserve();
  try {
    feed.tell('begin', 'partner', true);
    const begun = session.unsafe(`begin; select set_config('perennial.agreement', '${agreementId}', true)`).execute();
    begun.catch(() => {});
    try {
      const result = await fn({
        readText: (sql, params, opts) => {
          feed.tell(sql, 'partner');
          return firstText(session, sql, params, opts);
        },
        run: async (sql, params, opts) => {
          feed.tell(sql, 'partner');
          return (await session.unsafe(sql, encodeParams(params) as string[], { prepare: opts?.prepare ?? false }))
            .count;
        },
      });
      await begun;
      const end = await session.unsafe('commit');
      // the server answers COMMIT with ROLLBACK when a statement failed whose error nobody passed on
      if (end.command !== 'COMMIT') throw databaseUnavailable();
      return result;
    } catch (error) {
      await session.unsafe('rollback').catch(() => {});
      throw error;
    }
  } finally {
    session.release();
  }
}

async function copyInto(
  session: Session,
  table: string,
  columns: readonly string[],
  csv: AsyncIterable<string>,
): Promise<number> {
  const target = `${quoteName(table)} (${columns.map(quoteName).join(', ')})`;
  let rows = 0;
  async function* blocks() {
    for await (const block of rowBlocks(csv, COPY_BLOCK)) {
      rows += block.rows;
      yield block.text;
    }
  }
  const sink = await session.unsafe(`copy ${target} from stdin with (format csv)`).writable();
  await pipeline(Readable.from(blocks(), { objectMode: true, highWaterMark: 1 }), sink);
  return rows;
}
