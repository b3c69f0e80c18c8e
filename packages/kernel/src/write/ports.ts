import type { RunnerPorts } from '../graphql/runner.ts';
import { appendAudit } from './audit.ts';
import { businessFrame } from './business.ts';
import type { Environment } from './environment.ts';
import type { Outbox } from './outbox.ts';
import { runWrite, runWriteOnce } from './run.ts';

/** Connects GraphQL's operations with the database: contexts for reads, one transaction for each write. */
export function runnerPorts(env: Environment, outbox: Outbox): RunnerPorts {
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
    async refused({ actor, operation, subject, error }) {
      const { code, path } = error;
      const params = Object.fromEntries(Object.entries(error.params).filter(([, value]) => isShort(value)));
      await env.db.transaction((tx) =>
        appendAudit(tx, {
          at: env.now(),
          actor,
          operation,
          details: [{ subject, after: { refused: code, path: path.join('.'), params } }],
        }),
      );
    },
  };
}

/** What the trail keeps of a refusal for ever: figures and names, never whole drafts or what somebody typed at length. */
const isShort = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= 120) ||
  (Array.isArray(value) && value.length <= 20 && value.every((each) => typeof each === 'string' && each.length <= 60));
