import type { VersionTerms } from '@perennial/domain/policies/decide';
import { setTimeout } from 'node:timers/promises';
import { readTerms } from '@perennial/domain/policies/terms';
import { addMonths } from '@perennial/domain/shared/period';
import { DomainError } from '@perennial/domain/shared/errors';
import { effectOn, Tally, type Effect } from '@perennial/domain/whatif/tally';
import { countOf, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext, WriteContext } from '@perennial/kernel/write/context';
import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { customerIdsAfter, customerTraits } from '../customers/index.ts';
import { setAsideReturns } from '../importing/index.ts';
import { hashOf, promisesHeld, snapshotsById, supposedVersion, type Supposed } from '../policies/index.ts';
import { invoicesOfBatch, returnNumbersKnown, type CustomerRange } from '../sales/index.ts';
import { replayClaims } from './claim-replay-service.ts';
import { replayPurchases, replayReturns, type Replay } from './replay-service.ts';
import { whatIfEffects, whatIfRuns } from './table.ts';

type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'currency' | 'actor' | 'audit' | 'emit'>;
type RunRow = typeof whatIfRuns.$inferSelect;

/** Customers at a time: bounds memory, and how long the one session of the embedded database is taken. */
const CHUNK = 120;
/** Between two statements, so long that requests which wait get their turn. */
const BREATH_MS = 4;
/** Older runs are thrown away: they tell of words and sales of another time. */
const KEPT = 20;

/**
 * Asks for a replay of everything that ever came back, and of the purchases of the last twelve months, under the words
 * of a version or under words that were not saved. It runs in the background; a replay of the same policy that is still
 * running is stopped. Errors: `WHAT_IF_NOTHING`, `NOT_FOUND`, those of `readTerms`.
 */
export async function startWhatIf(ctx: Writing, given: Supposed): Promise<string> {
  if (given.versionId === undefined && (given.policyId === undefined || given.terms === undefined)) {
    throw new DomainError(
      'WHAT_IF_NOTHING',
      'There is nothing to try: pass policyVersionId, or policyId together with terms.',
      { path: ['policyVersionId'] },
    );
  }
  const supposed = await supposedVersion(ctx.tx, ctx, given);
  await ctx.tx
    .update(whatIfRuns)
    .set({ status: 'STOPPED', finishedAt: ctx.now })
    .where(and(eq(whatIfRuns.policyId, supposed.policyId), eq(whatIfRuns.status, 'RUNNING')));
  await forgetOld(ctx.tx);
  const [customers] = await ctx.tx.select({ n: count() }).from(sql`(${customerTraits()}) c`);
  const row = {
    id: newId(),
    policyId: supposed.policyId,
    policyVersionId: given.versionId ?? null,
    termsHash: hashOf(supposed.terms),
    terms: supposed.terms,
    status: 'RUNNING' as const,
    total: customers?.n ?? 0,
    startedBy: ctx.actor.email,
    startedAt: ctx.now,
  };
  await ctx.tx.insert(whatIfRuns).values(row);
  const { policyId, policyVersionId, termsHash } = row;
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
    .where(and(ne(whatIfRuns.status, 'RUNNING'), sql`${whatIfRuns.id} not in ${kept}`));
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(whatIfEffects).where(inArray(whatIfEffects.runId, ids));
  await tx.delete(whatIfRuns).where(inArray(whatIfRuns.id, ids));
}

/** Stops a replay that is running; one that has ended stays as it is. Errors: `NOT_FOUND`. */
export async function stopWhatIf(ctx: Pick<Writing, 'tx' | 'now' | 'audit'>, runId: string): Promise<void> {
  const [row] = await ctx.tx.select().from(whatIfRuns).where(eq(whatIfRuns.id, runId)).for('update');
  if (!row) {
    throw new DomainError('NOT_FOUND', 'There is no such replay; it may have been replaced by newer ones.', {
      path: ['id'],
      params: { type: 'WhatIfRun' },
    });
  }
  if (row.status !== 'RUNNING') return;
  await ctx.tx.update(whatIfRuns).set({ status: 'STOPPED', finishedAt: ctx.now }).where(eq(whatIfRuns.id, runId));
  ctx.audit({ subject: `WhatIfRun_${runId}`, before: { status: 'RUNNING' }, after: { status: 'STOPPED' } });
}

/** At a start: what a process that died was replaying is over; whoever wants it asks again. */
export async function giveUpRuns(ctx: Pick<JobContext, 'db' | 'now'>): Promise<void> {
  await ctx.db.orm
    .update(whatIfRuns)
    .set({ status: 'FAILED', failure: 'INTERRUPTED', finishedAt: ctx.now })
    .where(eq(whatIfRuns.status, 'RUNNING'));
}

/** Before an import's sales are removed: what a replay found for these customers goes with them. */
export async function forgetBatch(tx: Orm, batchId: string): Promise<void> {
  await tx.execute(sql`
    delete from ${whatIfEffects} e using (select distinct customer_id from (${invoicesOfBatch(batchId)}) i) b
    where e.customer_id = b.customer_id`);
}

/** Goes through all customers in chunks, between which others get their turn; ends early when somebody stopped it. */
export async function runWhatIf(ctx: JobContext, runId: string): Promise<void> {
  const [run] = await ctx.db.orm.select().from(whatIfRuns).where(eq(whatIfRuns.id, runId));
  if (run?.status !== 'RUNNING') return;
  try {
    await replayAll(ctx, run);
  } catch (error) {
    const failure = error instanceof DomainError ? error.code : 'INTERNAL';
    await ctx.db.orm
      .update(whatIfRuns)
      .set({ status: 'FAILED', failure, finishedAt: ctx.now })
      .where(and(eq(whatIfRuns.id, runId), eq(whatIfRuns.status, 'RUNNING')));
    if (failure === 'INTERNAL') throw error;
  }
}

async function replayAll(ctx: JobContext, run: RunRow): Promise<void> {
  const { orm } = ctx.db;
  const supposed = await supposedVersion(orm, ctx, {
    versionId: run.policyVersionId ?? undefined,
    policyId: run.policyId,
    // as they were when it was asked for, whatever became of the draft since
    terms: readTerms(run.terms),
  });
  const replay: Replay = { supposed, timezone: ctx.timezone, snapshots: await snapshotsInUse(orm) };
  const period = { from: addMonths(ctx.asOf, -12), to: ctx.asOf };
  const tally = new Tally(ctx.currency);
  const told = new Map<string, { less: boolean; more: boolean }>();

  for (let after: string | null = null; ; ) {
    const ids: string[] = await customerIdsAfter(orm, after, CHUNK);
    const [from, to] = [ids[0], ids.at(-1)];
    if (from === undefined || to === undefined) break;
    after = to;
    // the embedded database works in this very thread: whoever waits for an answer gets it between two statements
    await setTimeout(BREATH_MS);
    const range: CustomerRange = { from, to };
    const returned = await replayReturns(orm, range, replay);
    for (const claims of returned.values()) tally.invoice(claims);
    await setTimeout(BREATH_MS);
    const purchases = await replayPurchases(orm, range, period, replay, told);
    for (const purchase of purchases) tally.purchase(purchase);
    await setTimeout(BREATH_MS);
    const cases = await replayClaims(orm, range, replay);
    for (const each of cases) tally.claim(each);
    // goods that were claimed back come back as a return and are counted there
    const others = cases.filter(({ kind }) => kind !== 'RETURN');
    const effects = effectsOf(ids, [...[...returned.values()].flat(), ...others], purchases);
    for (const effect of effects) tally.effect(effect);
    if (!(await keep(ctx, run.id, ids.length, effects))) return;
  }

  const aside = await setAsideReturns(orm);
  const known = await returnNumbersKnown(
    orm,
    aside.map(({ number }) => number),
  );
  for (const each of aside) if (!known.has(each.number)) tally.setAside(each.reason, each.value);
  await orm
    .update(whatIfRuns)
    .set({ status: 'DONE', result: tally.result(period), finishedAt: ctx.now, done: run.total })
    .where(and(eq(whatIfRuns.id, run.id), eq(whatIfRuns.status, 'RUNNING')));
}

/** Every wording that some purchase carries: few, and needed again in every chunk. */
async function snapshotsInUse(orm: Orm): Promise<Map<string, VersionTerms>> {
  const rows = await rowsOf<{ id: string }>(orm, sql`select distinct snapshot_id as id from (${promisesHeld()}) h`);
  return snapshotsById(
    orm,
    rows.map(({ id }) => id),
  );
}

function effectsOf(
  customerIds: readonly string[],
  claims: readonly ({ customerId: string } & Parameters<typeof effectOn>[1][number])[],
  purchases: readonly ({ customerId: string } & Parameters<typeof effectOn>[2][number])[],
): Effect[] {
  const claimsOf = Map.groupBy(claims, ({ customerId }) => customerId);
  const purchasesOf = Map.groupBy(purchases, ({ customerId }) => customerId);
  return customerIds.flatMap((id) => effectOn(id, claimsOf.get(id) ?? [], purchasesOf.get(id) ?? []) ?? []);
}

/** Writes what a chunk came to, and how far it is. False: somebody stopped it. */
async function keep(ctx: JobContext, runId: string, done: number, effects: readonly Effect[]): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const running = await countOf(
      tx,
      sql`update ${whatIfRuns} set done = least(done + ${done}, total) where id = ${runId}::uuid and status = 'RUNNING'`,
    );
    if (running === 0) return false;
    if (effects.length > 0) {
      const rows = effects.map((effect) => ({ ...effect, id: newId() }));
      await tx.execute(sql`
        insert into ${whatIfEffects}
          (customer_id, id, run_id, won, won_value, lost, lost_value, purchases_less, purchases_more, currency)
        select "customerId", id, ${runId}::uuid, won, "wonValue", lost, "lostValue", "purchasesLess", "purchasesMore",
          ${ctx.currency}
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r ("customerId" uuid, id uuid, won int,
          "wonValue" bigint, lost int, "lostValue" bigint, "purchasesLess" int, "purchasesMore" int)`);
    }
    return true;
  });
}
