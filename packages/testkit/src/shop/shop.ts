import { rmSync } from 'node:fs';
import type { Database } from '@perennial/kernel/db/database';
import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { createEngine, type Engine } from '@perennial/kernel/graphql/engine';
import { buildRegistry, type Module, type Registry } from '@perennial/kernel/registry/module';
import { ensureBusiness } from '@perennial/kernel/write/business';
import type { Environment } from '@perennial/kernel/write/environment';
import { deliver, jobContext } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { seedAll } from '@perennial/kernel/write/seed';
import { importFile } from '@perennial/modules/importing/import-file';
import { openTestDatabase } from '../databases/open-test-database.ts';
import { smallSampleFile } from './small-file.ts';

/** The whole product in one process, on a database of the test file's own. */
export interface Shop {
  db: Database;
  registry: Registry;
  env: Environment;
  outbox: Outbox;
  engine: Engine;
}

/** What the API is made of; by address, because this package must not depend on an app. */
async function allModules(): Promise<readonly Module[]> {
  const address: string = '../../../../apps/api/src/extensions.ts';
  return ((await import(address)) as { modules: readonly Module[] }).modules;
}

/** An empty shop: migrated, the business set up, nobody in it. */
export async function openShop(db?: Database): Promise<Shop> {
  const database = db ?? (await openTestDatabase());
  const registry = buildRegistry(await allModules());
  const env: Environment = {
    db: database,
    registry,
    now: () => new Date(),
    askAsPartner: partnerAsker(database, registry),
  };
  const outbox = new Outbox({
    db: database,
    now: env.now,
    deliver: (topic, payload) => deliver(env, topic, payload),
    onFailure: (topic, _attempts, error) => {
      throw new Error(`${topic} could not be delivered`, { cause: error });
    },
  });
  const business = { name: 'Test shop', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' };
  await ensureBusiness(database.orm, business, env.now());
  return { db: database, registry, env, outbox, engine: createEngine(database, runnerPorts(env, outbox)) };
}

/** A shop with some whole customers of the sample and everything that a fresh start makes of them. */
export async function openSmallShop(customers?: number): Promise<Shop> {
  const shop = await openShop();
  await fillSmallShop(shop, customers);
  return shop;
}

export async function fillSmallShop(shop: Shop, customers = 40): Promise<void> {
  const file = smallSampleFile(customers);
  try {
    await importFile(await jobContext(shop.env), file, { by: 'test', fileName: 'small-shop.csv' });
  } finally {
    rmSync(file, { force: true });
  }
  await shop.outbox.drain();
  // the big sample is not imported again; every other area's sample is made from what is there
  const modules = shop.registry.modules.map((module) =>
    module.name === 'importing' ? { ...module, seed: undefined } : module,
  );
  await seedAll({ ...shop.env, registry: { ...shop.registry, modules: modules as Module[] } }, shop.outbox);
}
