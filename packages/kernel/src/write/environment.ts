import type { Orm, Database } from '../db/database.ts';
import type { Registry } from '../registry/module.ts';
import type { ReadContext } from './context.ts';

/** What every read, write and job runs in. */
export interface Environment {
  db: Database;
  registry: Registry;
  /** The real clock. */
  now: () => Date;
  askAsPartner: ReadContext['askAsPartner'];
}

/** Runs every area's `inTransaction` hook for an event, one after the other. */
export async function runHooks(registry: Registry, tx: Orm, event: string, payload: unknown): Promise<void> {
  for (const module of registry.modules) await module.inTransaction?.[event]?.(tx, payload);
}
