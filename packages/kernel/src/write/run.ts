import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { DomainError } from '@perennial/domain/shared/errors';
import type { StaffActor, SystemActor } from '../auth/actor.ts';
import type { Orm } from '../db/database.ts';
import { appendAudit } from './audit.ts';
import { businessFrame } from './business.ts';
import type { AuditDetail, BusinessFrame } from './context.ts';
import { runHooks, type Environment } from './environment.ts';
import { enqueue } from './outbox.ts';
import { idempotencyKeys } from './table.ts';

/** A write's context, whoever does it; see `WriteContext` and `SystemWriteContext`. */
export interface WriteScope<A> extends BusinessFrame {
  tx: Orm;
  actor: A;
  now: Date;
  emit(event: string, payload: unknown): void;
  hook(event: string, payload: unknown): Promise<void>;
  audit(detail: AuditDetail): void;
}

export interface WriteRequest<A, T> {
  actor: A;
  operation: string;
  handle: (ctx: WriteScope<A>) => Promise<T>;
}

export interface Idempotent {
  key: string;
  input: unknown;
  /** Parts of the payload that are told once and never stored. */
  secrets: readonly string[];
}

type Payload = Record<string, unknown>;

/** How long an answer is kept for a repeated request. */
const KEEP_ANSWERS_MS = 7 * 86_400_000;

/**
 * ONE transaction: what the handler writes, what the areas' hooks add, the audit trail and the outbox become true
 * together or not at all.
 */
export async function runWrite<A extends StaffActor | SystemActor, T>(
  env: Environment,
  request: WriteRequest<A, T>,
): Promise<T> {
  return env.db.transaction((tx) => writeIn(env, tx, request));
}

/**
 * As {@link runWrite}, once per key: the same key with the same input gets the first payload again, with another input
 * `IDEMPOTENCY_CONFLICT`. A second request that comes while the first is running waits for it.
 */
export async function runWriteOnce(
  env: Environment,
  request: WriteRequest<StaffActor, Payload>,
  once: Idempotent,
): Promise<Payload> {
  const scope = digest([request.actor.id, request.operation, once.key]);
  const inputHash = digest(once.input);
  return env.db.transaction(async (tx) => {
    const claimed = await tx
      .insert(idempotencyKeys)
      .values({ scope, inputHash, createdAt: env.now() })
      .onConflictDoNothing()
      .returning({ scope: idempotencyKeys.scope });
    if (!claimed.length) return firstPayload(tx, scope, inputHash);
    const payload = await writeIn(env, tx, request);
    const kept = Object.fromEntries(Object.entries(payload).filter(([name]) => !once.secrets.includes(name)));
    await tx.update(idempotencyKeys).set({ payload: kept }).where(eq(idempotencyKeys.scope, scope));
    await tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.createdAt, new Date(env.now().getTime() - KEEP_ANSWERS_MS)));
    return payload;
  });
}

async function firstPayload(tx: Orm, scope: string, inputHash: string): Promise<Payload> {
  const [first] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.scope, scope));
  if (first?.inputHash === inputHash) return (first.payload ?? {}) as Payload;
  throw new DomainError(
    'IDEMPOTENCY_CONFLICT',
    'This idempotencyKey was used for another input; choose a new one for every change.',
    {
      path: ['idempotencyKey'],
    },
  );
}

async function writeIn<A extends StaffActor | SystemActor, T>(
  env: Environment,
  tx: Orm,
  request: WriteRequest<A, T>,
): Promise<T> {
  const now = env.now();
  const details: AuditDetail[] = [];
  const events: { topic: string; payload: unknown }[] = [];
  const result = await request.handle({
    ...(await businessFrame(tx, now)),
    models: env.registry.models,
    tx,
    actor: request.actor,
    now,
    emit: (topic, payload) => void events.push({ topic, payload }),
    hook: (event, payload) => runHooks(env.registry, tx, event, payload),
    audit: (detail) => void details.push(detail),
  });
  await enqueue(tx, events, now);
  await appendAudit(tx, {
    at: now,
    actor: request.actor,
    operation: request.operation,
    details: details.length ? details : [{ subject: '' }],
  });
  return result;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
