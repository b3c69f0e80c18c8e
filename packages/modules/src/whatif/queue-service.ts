import { DomainError } from '@perennial/domain/shared/errors';
import type { WhatIfStatus } from '@perennial/domain/whatif/run';
import { lockFor, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext, WriteContext } from '@perennial/kernel/write/context';
import { and, asc, count, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { customerTraits } from '../customers/index.ts';
import { hashOf, supposedVersion, type Supposed } from '../policies/index.ts';
import { replay, type RunRow } from './run-service.ts';
import { whatIfEffects, whatIfRuns } from './table.ts';

type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'currency' | 'actor' | 'audit' | 'emit'>;

/** Older runs are thrown away: they tell of words and sales of another time. */
const KEPT = 20;
/** More would not be done sooner, and everybody else would wait for all of them. */
const AT_ONCE = 1;
/** A replay that was cut off so often takes the program down with it. */
const MOST_ATTEMPTS = 2;

const UNFINISHED: WhatIfStatus[] = ['WAITING', 'RUNNING'];
const QUEUE = 'whatif.queue';

/**
 * Asks for a replay of everything that ever came back, and of the purchases of the last twelve months, under the words
 * of a version or under words that were not saved. It runs in the background, after those asked for before it. Asking
 * for the same words again answers with the one that is under way; one of the same policy with other words is stopped.
 * Errors: `WHAT_IF_NOTHING`, `NOT_FOUND`, those of `readTerms`.
 */
export async function startWhatIf(ctx: Writing, given: Supposed): Promise<string> {
  if (given.versionId === undefined && (given.policyId === undefined || given.terms === undefined)) {
    throw new DomainError(
      'WHAT_IF_NOTHING',
      'There is nothing to try: pass policyVersionId, or policyId together with terms.',
      { path: ['policyVersionId'] },
    );
  }
  const supposed = await supposedVersion(ctx.tx, ctx, given, 'policyVersionId');
  const { policyId } = supposed;
  const policyVersionId = given.versionId ?? null;
  const termsHash = hashOf(supposed.terms);
  await lockFor(ctx.tx, QUEUE);
  const others = await ctx.tx
    .select()
    .from(whatIfRuns)
    .where(and(eq(whatIfRuns.policyId, policyId), inArray(whatIfRuns.status, UNFINISHED)))
    .for('update');
  const same = others.find((run) => run.termsHash === termsHash && run.policyVersionId === policyVersionId);
  if (same) return same.id;
  for (const run of others) await stop(ctx, run);
  await forgetOld(ctx.tx);
  const [customers] = await ctx.tx.select({ n: count() }).from(sql`(${customerTraits()}) c`);
  const row = {
    id: newId(),
    policyId,
    policyVersionId,
    termsHash,
    terms: supposed.terms,
    status: 'WAITING' as const,
    total: customers?.n ?? 0,
    startedBy: ctx.actor.email,
    startedAt: ctx.now,
  };
  await ctx.tx.insert(whatIfRuns).values(row);
  ctx.audit({ subject: `WhatIfRun_${row.id}`, after: { policyId, policyVersionId, termsHash } });
  ctx.emit('whatif.requested', { runId: row.id });
  return row.id;
}

async function forgetOld(tx: Orm): Promise<void> {
  const kept = tx
    .select({ id: whatIfRuns.id })
    .from(whatIfRuns)
    .orderBy(desc(whatIfRuns.startedAt))
    .limit(KEPT - 1);
  const old = await tx
    .select({ id: whatIfRuns.id })
    .from(whatIfRuns)
    .where(and(notInArray(whatIfRuns.status, UNFINISHED), sql`${whatIfRuns.id} not in ${kept}`));
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(whatIfEffects).where(inArray(whatIfEffects.runId, ids));
  await tx.delete(whatIfRuns).where(inArray(whatIfRuns.id, ids));
}

/** Stops a replay that waits or runs; one that has ended stays as it is. Errors: `NOT_FOUND`. */
export async function stopWhatIf(ctx: Pick<Writing, 'tx' | 'now' | 'audit'>, runId: string): Promise<void> {
  const [row] = await ctx.tx.select().from(whatIfRuns).where(eq(whatIfRuns.id, runId)).for('update');
  if (!row) {
    throw new DomainError('NOT_FOUND', 'There is no such replay; it may have been replaced by newer ones.', {
      path: ['id'],
      params: { type: 'WhatIfRun' },
    });
  }
  if (UNFINISHED.includes(row.status)) await stop(ctx, row);
}

async function stop(ctx: Pick<Writing, 'tx' | 'now' | 'audit'>, run: RunRow): Promise<void> {
  await ctx.tx.update(whatIfRuns).set({ status: 'STOPPED', finishedAt: ctx.now }).where(eq(whatIfRuns.id, run.id));
  ctx.audit({ subject: `WhatIfRun_${run.id}`, before: { status: run.status }, after: { status: 'STOPPED' } });
}

/** Does what waits, one after the other, and ends when nothing waits or others are at it already. */
export async function workOff(ctx: JobContext): Promise<void> {
  for (let run = await takeNext(ctx); run !== null; run = await takeNext(ctx)) {
    try {
      await replay(ctx, run);
    } catch (error) {
      // its row says so; those behind it are not to wait for it
      console.error('a replay failed:', error instanceof Error ? error.message : error);
    }
  }
}

async function takeNext(ctx: JobContext): Promise<RunRow | null> {
  return ctx.db.transaction(async (tx) => {
    await lockFor(tx, QUEUE);
    const [busy] = await tx.select({ n: count() }).from(whatIfRuns).where(eq(whatIfRuns.status, 'RUNNING'));
    if ((busy?.n ?? 0) >= AT_ONCE) return null;
    const [next] = await tx
      .select()
      .from(whatIfRuns)
      .where(eq(whatIfRuns.status, 'WAITING'))
      .orderBy(asc(whatIfRuns.startedAt), asc(whatIfRuns.id))
      .limit(1)
      .for('update');
    if (!next) return null;
    const taken = { status: 'RUNNING' as const, attempts: next.attempts + 1 };
    await tx.update(whatIfRuns).set(taken).where(eq(whatIfRuns.id, next.id));
    return { ...next, ...taken };
  });
}

/**
 * At a start: what a process that died was replaying begins anew, and what waited goes on waiting. What was cut off
 * again is over (`INTERRUPTED`); whoever wants it asks again.
 */
export async function takeUpAgain(ctx: Pick<JobContext, 'db' | 'now' | 'emit'>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockFor(tx, QUEUE);
    const unfinished = await tx.select().from(whatIfRuns).where(inArray(whatIfRuns.status, UNFINISHED)).for('update');
    for (const { id, status, attempts } of unfinished) {
      if (status === 'RUNNING') await tx.delete(whatIfEffects).where(eq(whatIfEffects.runId, id));
      if (attempts < MOST_ATTEMPTS) {
        await tx.update(whatIfRuns).set({ status: 'WAITING', done: 0 }).where(eq(whatIfRuns.id, id));
        await ctx.emit(tx, 'whatif.requested', { runId: id });
      } else {
        const over = { status: 'FAILED' as const, failure: 'INTERRUPTED', finishedAt: ctx.now };
        await tx.update(whatIfRuns).set(over).where(eq(whatIfRuns.id, id));
      }
    }
  });
}
