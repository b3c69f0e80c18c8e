import { SYSTEM } from '../auth/actor.ts';
import { businessFrame } from './business.ts';
import type { JobContext } from './context.ts';
import { runHooks, type Environment } from './environment.ts';
import { enqueue } from './outbox.ts';
import { runWrite } from './run.ts';

/** The context of background work, as of now. */
export async function jobContext(env: Environment): Promise<JobContext> {
  const now = env.now();
  return {
    ...(await businessFrame(env.db.orm, now)),
    models: env.registry.models,
    db: env.db,
    now,
    hook: (tx, event, payload) => runHooks(env.registry, tx, event, payload),
    emit: (tx, event, payload) => enqueue(tx, [{ topic: event, payload }], env.now()),
    write: (operation, handle) => runWrite(env, { actor: SYSTEM, operation, handle }),
  };
}

/** Tells every area that listens; each sees the event at least once. */
export async function deliver(env: Environment, topic: string, payload: unknown): Promise<void> {
  for (const module of env.registry.modules) {
    const subscriber = module.on?.[topic];
    if (subscriber) await subscriber(await jobContext(env), payload);
  }
}
