import { modules } from '@perennial/api/extensions';
import type { Role } from '@perennial/domain/shared/roles';
import { createStaff } from '@perennial/kernel/auth/accounts';
import { sessionSecret } from '@perennial/kernel/auth/session-secret';
import type { Database } from '@perennial/kernel/db/database';
import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { buildRegistry, type Module, type Registry } from '@perennial/kernel/registry/module';
import type { Limits } from '@perennial/kernel/server/limits';
import { SILENT, type Log } from '@perennial/kernel/server/log';
import { startServer } from '@perennial/kernel/server/perennial-server';
import { ensureBusiness } from '@perennial/kernel/write/business';
import type { Environment } from '@perennial/kernel/write/environment';
import { deliver } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { seedAll } from '@perennial/kernel/write/seed';
import { closeWhenDone } from '../databases/opened.ts';
import { openTestDatabase } from '../databases/open-test-database.ts';
import { graphqlClient, type GraphQLClient } from './graphql-client.ts';

export interface TestServer {
  readonly db: Database;
  readonly registry: Registry;
  readonly env: Environment;
  /** Without a slash at the end. */
  readonly url: string;
  /** A member of staff of that role, signed in; the same one each time. */
  as(role: Role): Promise<GraphQLClient>;
  /** A partner's program with an API key. */
  partner(key: string): GraphQLClient;
  /** Somebody who is not signed in. */
  readonly stranger: GraphQLClient;
  /** Delivers all outbox events; failures of subscribers are thrown. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Only these areas; as a rule all that the program has. */
  readonly modules?: readonly Module[];
  /** A database to use; as a rule one of the test file's own. */
  readonly db?: Database;
  /** The business's as-of date; null: the clock. */
  readonly asOf?: string | null;
  readonly now?: () => Date;
  readonly limits?: Partial<Limits>;
  readonly log?: Log;
  /** Whether the areas bring their sample data in. */
  readonly seed?: boolean;
}

const PASSWORD = 'a-password-for-tests-only';
/**
 * The program's own server on a free port, on a database of the test file's own: whatever a test asks takes the very
 * path that a browser or a partner's program takes. Closed when the file is done.
 */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const db = options.db ?? (await openTestDatabase());
  const now = options.now ?? (() => new Date());
  const registry = buildRegistry(options.modules ?? modules);
  const asOf = options.asOf === undefined ? '2011-12-10' : options.asOf;
  await ensureBusiness(
    db.orm,
    { name: 'Test Shop', asOf, currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
    now(),
  );
  const env: Environment = { db, registry, now, askAsPartner: partnerAsker(db, registry) };
  const failures: unknown[] = [];
  const outbox = new Outbox({
    db,
    now,
    deliver: (topic, payload) => deliver(env, topic, payload),
    onFailure: (_topic, _attempts, error) => void failures.push(error),
  });
  const settle = async () => {
    await outbox.drain();
    if (failures.length > 0) throw new AggregateError(failures.splice(0), 'subscribers failed');
  };
  if (options.seed) await seedAll(env, outbox);
  const server = await startServer({
    db,
    ports: runnerPorts(env, outbox),
    secret: await sessionSecret(db),
    host: '127.0.0.1',
    port: 0,
    limits: options.limits,
    log: options.log ?? SILENT,
    now,
    ready: () => true,
  });
  const staff = new Map<Role, Promise<GraphQLClient>>();
  const made: TestServer = {
    db,
    registry,
    env,
    url: server.url,
    as(role) {
      const known = staff.get(role) ?? signIn(db, server.url, role, now());
      staff.set(role, known);
      return known;
    },
    partner: (key) => graphqlClient(`${server.url}/partner/graphql`, { authorization: `Bearer ${key}` }),
    stranger: graphqlClient(`${server.url}/graphql`, {}),
    settle,
    async close() {
      await server.close();
      await outbox.stop();
    },
  };
  closeWhenDone(made.close);
  return made;
}

async function signIn(db: Database, url: string, role: Role, now: Date): Promise<GraphQLClient> {
  const email = `${role.toLowerCase()}@test.example`;
  await db.transaction((tx) => createStaff(tx, { email, name: role, role, password: PASSWORD }, now));
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${role} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  return graphqlClient(`${url}/graphql`, { cookie: cookie.join('; '), origin: url });
}
