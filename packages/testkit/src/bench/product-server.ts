import { modules } from '@perennial/api/extensions';
import { sessionSecret } from '@perennial/kernel/auth/session-secret';
import { openDatabase, type Database } from '@perennial/kernel/db/database';
import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { buildRegistry } from '@perennial/kernel/registry/module';
import { SILENT } from '@perennial/kernel/server/log';
import { startServer } from '@perennial/kernel/server/perennial-server';
import type { Environment } from '@perennial/kernel/write/environment';
import { deliver } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';

/** The program's own server, signed-in session and API key included; only the rate limits are out of the way. */
const opened = await openDatabase({ databaseUrl: process.env['DATABASE_URL'], dataDir: '' });
const db = process.env['BENCH_RECEIPTS'] === 'off' ? withoutReceipts(opened) : opened;
const registry = buildRegistry(modules);
const now = (): Date => new Date();
const env: Environment = { db, registry, now, askAsPartner: partnerAsker(db, registry) };
const outbox = new Outbox({
  db,
  now,
  deliver: (topic, payload) => deliver(env, topic, payload),
  onFailure: () => undefined,
});
const plenty = 1_000_000_000;

/** To tell what the receipt costs: the transaction frame without it. The program itself has no such switch. */
function withoutReceipts(database: Database): Database {
  return {
    ...database,
    partnerTransaction: (agreementId, fn) =>
      database.partnerTransaction(agreementId, (q) =>
        fn({ ...q, readText: (...args) => q.readText(...args), run: async () => 1 }),
      ),
  };
}

await startServer({
  db,
  ports: runnerPorts(env, outbox),
  secret: await sessionSecret(db),
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
  limits: { staffPerMinute: plenty, keyPerMinute: plenty },
  log: SILENT,
  now,
  ready: () => true,
});
process.send?.('ready');
