import type { VersionTerms } from '@perennial/domain/policies/decide';
import { setTimeout } from 'node:timers/promises';
import { readTerms } from '@perennial/domain/policies/terms';
import { addMonths } from '@perennial/domain/shared/period';
import { DomainError } from '@perennial/domain/shared/errors';
import { effectOn, Tally, type Effect } from '@perennial/domain/whatif/tally';
import { uncredited } from '@perennial/domain/whatif/uncredited';
import { countOf, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { customerIdsAfter } from '../customers/index.ts';
import { setAsideReturns } from '../importing/index.ts';
import { pointsListed, promisesHeld, snapshotsById, supposedVersion } from '../policies/index.ts';
import { invoicesOfBatch, returnNumbersKnown, type CustomerRange } from '../sales/index.ts';
import { replayClaims, type ReplayedCase } from './claim-replay-service.ts';
import { Comparison } from './promised-change.ts';
import { replayPurchases, replayReturns, type Replay } from './replay-service.ts';
import { whatIfEffects, whatIfRuns } from './table.ts';

export type RunRow = typeof whatIfRuns.$inferSelect;

/** Customers at a time: bounds memory, and how long the one session of the embedded database is taken. */
const CHUNK = 120;
/** Between two statements, so long that requests which wait get their turn. */
const BREATH_MS = 4;

/** Before an import's sales are removed: what a replay found for these customers goes with them. */
export async function forgetBatch(tx: Orm, batchId: string): Promise<void> {
  await tx.execute(sql`
    delete from ${whatIfEffects} e using (select distinct customer_id from (${invoicesOfBatch(batchId)}) i) b
    where e.customer_id = b.customer_id`);
}

/**
 * Goes through all customers in chunks, between which others get their turn; ends early when somebody stopped it or
 * another process has begun it anew. How it ended is on its row.
 */
export async function replay(ctx: JobContext, run: RunRow): Promise<void> {
  try {
    await replayAll(ctx, run);
  } catch (error) {
    const failure = error instanceof DomainError ? error.code : 'INTERNAL';
    await ctx.db.orm.update(whatIfRuns).set({ status: 'FAILED', failure, finishedAt: ctx.now }).where(stillMine(run));
    if (failure === 'INTERNAL') throw error;
  }
}

/** Nobody stopped it, and no other process began it anew. */
const stillMine = ({ id, attempts }: RunRow) =>
  and(eq(whatIfRuns.id, id), eq(whatIfRuns.status, 'RUNNING'), eq(whatIfRuns.attempts, attempts));

async function replayAll(ctx: JobContext, run: RunRow): Promise<void> {
  const { orm } = ctx.db;
  const supposed = await supposedVersion(orm, ctx, {
    versionId: run.policyVersionId ?? undefined,
    policyId: run.policyId,
    // as they were when it was asked for, whatever became of the draft since
    terms: readTerms(run.terms),
  });
  const by: Replay = { supposed, frame: ctx, snapshots: await snapshotsInUse(orm), points: await pointsListed(orm) };
  const period = { from: addMonths(ctx.asOf, -12), to: ctx.asOf };
  const tally = new Tally(ctx.currency);
  const comparison = new Comparison(supposed, by.points);

  for (let after: string | null = null; ; ) {
    const ids: string[] = await customerIdsAfter(orm, after, CHUNK);
    const [from, to] = [ids[0], ids.at(-1)];
    if (from === undefined || to === undefined) break;
    after = to;
    // the embedded database works in this very thread: whoever waits for an answer gets it between two statements
    await setTimeout(BREATH_MS);
    const range: CustomerRange = { from, to };
    const returned = await replayReturns(orm, range, by);
    for (const claims of returned.values()) tally.invoice(claims);
    await setTimeout(BREATH_MS);
    const purchases = await replayPurchases(orm, range, period, by, comparison);
    for (const purchase of purchases) tally.purchase(purchase);
    await setTimeout(BREATH_MS);
    const cases = await replayClaims(orm, range, by);
    for (const each of cases) tally.claim(each);
    const credits = [...returned.values()].flat();
    const [back, others] = parted(cases);
    const claimedBack = uncredited(back, credits);
    for (const each of claimedBack) tally.claimedBack(each);
    const effects = effectsOf(ids, [...credits, ...claimedBack, ...others], purchases);
    for (const effect of effects) tally.effect(effect);
    if (!(await keep(ctx, run, ids.length, effects))) return;
  }

  const aside = await setAsideReturns(orm, ctx.currency);
  const known = await returnNumbersKnown(
    orm,
    aside.map(({ number }) => number),
  );
  for (const each of aside) if (!known.has(each.number)) tally.setAside(each.reason, each.value);
  await orm
    .update(whatIfRuns)
    .set({ status: 'DONE', result: tally.result(period), finishedAt: ctx.now, done: run.total })
    .where(stillMine(run));
}

/** Claims to give goods back, which may come back as a return too, and those of every other kind. */
function parted(cases: readonly ReplayedCase[]): [ReplayedCase[], ReplayedCase[]] {
  const isReturn = ({ kind }: ReplayedCase) => kind === 'RETURN';
  return [cases.filter(isReturn), cases.filter((each) => !isReturn(each))];
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

/** Writes what a chunk came to, and how far it is. False: it is no longer for this process to go on. */
async function keep(ctx: JobContext, run: RunRow, done: number, effects: readonly Effect[]): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const running = await countOf(
      tx,
      sql`update ${whatIfRuns} set done = least(done + ${done}, total) where ${stillMine(run)}`,
    );
    if (running === 0) return false;
    if (effects.length > 0) {
      const rows = effects.map((effect) => ({ ...effect, id: newId() }));
      await tx.execute(sql`
        insert into ${whatIfEffects}
          (customer_id, id, run_id, won, won_value, lost, lost_value, purchases_less, purchases_more, currency)
        select "customerId", id, ${run.id}::uuid, won, "wonValue", lost, "lostValue", "purchasesLess", "purchasesMore",
          ${ctx.currency}
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r ("customerId" uuid, id uuid, won int,
          "wonValue" bigint, lost int, "lostValue" bigint, "purchasesLess" int, "purchasesMore" int)`);
    }
    return true;
  });
}
