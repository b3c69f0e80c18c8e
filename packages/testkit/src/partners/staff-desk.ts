import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { createEngine, type Engine } from '@perennial/kernel/graphql/engine';
import type { Environment } from '@perennial/kernel/write/environment';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';
import type { SharingWorld } from './sharing-world.ts';

export interface Desk {
  engine: Engine;
  env: Environment;
  outbox: Outbox;
}

/** Staff's side of the same world: their schema, with writes that go through transaction, audit and outbox. */
export function deskOf({ db, registry }: Pick<SharingWorld, 'db' | 'registry'>): Desk {
  const env = { db, registry, now: () => new Date(), askAsPartner: partnerAsker(db, registry) };
  const outbox = new Outbox({ db, now: env.now, deliver: async () => {}, onFailure: () => {} });
  return { engine: createEngine(db, runnerPorts(env, outbox)), env, outbox };
}
