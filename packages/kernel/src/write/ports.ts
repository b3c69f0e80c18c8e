import type { RunnerPorts } from '../graphql/runner.ts';
import { businessFrame } from './business.ts';
import type { Environment } from './environment.ts';
import type { Outbox } from './outbox.ts';
import { RefusalTrail } from './refusals.ts';
import { runWrite, runWriteOnce } from './run.ts';

/** Connects GraphQL's operations with the database: contexts for reads, one transaction for each write. */
export function runnerPorts(env: Environment, outbox: Outbox, refusals = new RefusalTrail(env)): RunnerPorts {
  return {
    registry: env.registry,
    async readContext(actor) {
      const now = env.now();
      const frame = await businessFrame(env.db.orm, now);
      return { ...frame, models: env.registry.models, db: env.db, actor, now, askAsPartner: env.askAsPartner };
    },
    async write({ actor, operation, input, idempotencyKey, secrets, handle }) {
      const request = { actor, operation, handle };
      const payload = idempotencyKey
        ? await runWriteOnce(env, request, { key: idempotencyKey, input, secrets })
        : await runWrite(env, request);
      outbox.kick();
      return payload;
    },
    refused: (attempt) => refusals.keep(attempt),
    settle: () => refusals.settle(),
  };
}
