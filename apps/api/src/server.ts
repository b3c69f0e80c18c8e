import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureOwner, type FirstOwner } from '@perennial/kernel/auth/first-owner';
import { sessionSecret } from '@perennial/kernel/auth/session-secret';
import { openDatabase, type Database } from '@perennial/kernel/db/database';
import { migrate } from '@perennial/kernel/db/migrate';
import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { buildRegistry } from '@perennial/kernel/registry/module';
import { securityPlan } from '@perennial/kernel/registry/security';
import type { Log } from '@perennial/kernel/server/log';
import { startServer, type PerennialServer } from '@perennial/kernel/server/perennial-server';
import type { Environment } from '@perennial/kernel/write/environment';
import { DayWatch } from '@perennial/kernel/write/day-watch';
import { firstStart } from '@perennial/kernel/write/first-start';
import { deliver, jobContext } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { seedAll } from '@perennial/kernel/write/seed';
import { keepUploadsIn } from '@perennial/modules/importing/index';
import { migrationsFolder } from '@perennial/modules/migrations';
import type { Config } from './config.ts';
import { modules } from './extensions.ts';
import { STARTS } from './starts.ts';

export interface Perennial {
  readonly url: string;
  /** The owner made by this start, if it made one. */
  readonly owner: FirstOwner | null;
  /** Finishes what runs, then closes the database. Safe to call again. */
  stop(): Promise<void>;
}

const DASHBOARD = fileURLToPath(new URL('../../admin/dist', import.meta.url));

/**
 * Starts API and worker in one process: database, migrations, owner, sample, server. `say` gets a line for each step
 * that takes long.
 *
 * @throws DomainError where a setting or the surroundings are wrong; the message says what to change
 */
export async function startPerennial(config: Config, log: Log, say: (line: string) => void): Promise<Perennial> {
  const db = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: resolve(config.DATA_DIR) });
  try {
    return await startOn(db, config, log, say);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function startOn(db: Database, config: Config, log: Log, say: (line: string) => void): Promise<Perennial> {
  const now = () => new Date();
  const registry = buildRegistry(modules);
  await migrate(db, { folder: migrationsFolder, security: securityPlan(registry) });
  const contents = await firstStart(db, config.PERENNIAL_SAMPLE === 'yes' ? 'sample' : 'empty', STARTS, now());
  const env: Environment = { db, registry, now, askAsPartner: partnerAsker(db, registry) };
  const outbox = new Outbox({
    db,
    now,
    deliver: (topic, payload) => deliver(env, topic, payload),
    onFailure: (topic, attempts, err) => log.warn({ topic, attempts, err }, 'an event could not be delivered'),
  });
  keepUploadsIn(join(resolve(config.DATA_DIR), 'uploads'));
  const owner = await ensureOwner(
    db,
    { email: config.PERENNIAL_ADMIN_EMAIL, password: config.PERENNIAL_ADMIN_PASSWORD },
    now(),
  );
  for (const module of registry.modules) await module.start?.(await jobContext(env));

  let ready = false;
  const server = await startServer({
    db,
    ports: runnerPorts(env, outbox),
    secret: await sessionSecret(db),
    host: config.HOST,
    port: config.PORT,
    publicUrl: config.PUBLIC_URL?.replace(/\/$/, ''),
    origins: config.ALLOWED_ORIGINS,
    proxies: config.PROXIES,
    dashboard: existsSync(DASHBOARD) ? DASHBOARD : undefined,
    log,
    now,
    ready: () => ready,
  });
  const days = new DayWatch({
    db,
    now,
    kick: () => outbox.kick(),
    onFailure: (err) => log.warn({ err }, 'the day of the business could not be read'),
  });
  const stop = stopper(server, days, outbox, db);
  try {
    if (contents === 'sample') await seedAll(env, outbox, (area) => say(`Bringing in the sample: ${area} …`));
  } catch (error) {
    await stop();
    throw error;
  }
  outbox.start();
  days.start();
  ready = true;
  return { url: server.url, owner, stop };
}

function stopper(server: PerennialServer, days: DayWatch, outbox: Outbox, db: Database): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await server.close();
    await days.stop();
    await outbox.stop();
    await db.close();
  };
  return () => (stopping ??= stop());
}
