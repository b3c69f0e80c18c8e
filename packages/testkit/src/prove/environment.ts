import { openDatabase, type Database } from '@perennial/kernel/db/database';
import { buildRegistry, type Module } from '@perennial/kernel/registry/module';
import { ensureBusiness } from '@perennial/kernel/write/business';
import type { Environment } from '@perennial/kernel/write/environment';
import { deliver } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { migrateAll } from '../databases/migrate-all.ts';

/** A whole Perennial without its server: all areas, their events and their hooks. */
export interface Instance {
  env: Environment;
  /** Delivers what the last writes set in motion, until nothing is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens (and at the first time sets up) what `DATABASE_URL` or `DATA_DIR` names. */
export async function openInstance(where: { databaseUrl?: string; dataDir: string }): Promise<Instance> {
  const db: Database = await openDatabase(where);
  await migrateAll(db);
  // named at run time: the testkit stands below the api and may only use it where it proves the whole
  const extensions: string = '../../../../apps/api/src/extensions.ts';
  const { modules } = (await import(extensions)) as { modules: readonly Module[] };
  const env: Environment = {
    db,
    registry: buildRegistry(modules),
    now: () => new Date(),
    askAsPartner: () => Promise.reject(new Error('there is no partner here')),
  };
  await ensureBusiness(
    db.orm,
    { name: 'Proof', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
    env.now(),
  );
  const failures: unknown[] = [];
  const outbox = new Outbox({
    db,
    now: env.now,
    deliver: (topic, payload) => deliver(env, topic, payload),
    onFailure: (topic, attempts, error) => {
      console.error(`delivery of ${topic} failed (${attempts}):`, error);
      failures.push(error);
    },
  });
  return {
    env,
    settle: async () => {
      await outbox.drain();
      if (failures.length > 0) throw new Error('an event could not be delivered', { cause: failures[0] });
    },
    close: async () => {
      await outbox.stop();
      await db.close();
    },
  };
}
