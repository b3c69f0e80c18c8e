import { UNKNOWN_HEALTH } from '@perennial/domain/retention/health';
import { WorstFirst } from '@perennial/domain/retention/queue';
import { queueCapacity } from '@perennial/domain/retention/settings';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext } from '@perennial/kernel/write/context';
import { and, desc, eq, gt, max, or, sql } from 'drizzle-orm';
import { customerIdsAfter, setHealth } from '../customers/index.ts';
import { purchaseHistories } from '../sales/index.ts';
import { judge, type Judgement } from './judge.ts';
import { agentIds, keepUp, raise } from './queue-service.ts';
import { readSettings } from './settings-service.ts';
import { healthRuns, healthScores } from './table.ts';

/** Customers judged in one short transaction; bounds both memory and how long the one session of PGlite is taken. */
const CHUNK = 2_000;

export type HealthRunRow = typeof healthRuns.$inferSelect;

/** How far a judgement reaches: only what customers show, the weekly history as well, or the warning queue on top. */
export type Reach = 'SHOWN' | 'HISTORY' | 'QUEUE';

/**
 * Judges every customer as of the context's as-of date and brings the warning queue up to date (流失預警, C55).
 *
 * Facts come set-based, one statement per chunk of customers; the pure rules of the domain turn them into scores; one
 * statement per table writes them back. Running it twice changes nothing; after a crash the next run starts over.
 * @param options `reach`, as a rule everything; on a day before the one on which the queue last moved only what is shown,
 * so that history and queue are found as they were left. `HISTORY` judges a day of the past that was never judged.
 */
export async function judgeEverybody(
  ctx: JobContext,
  options: { chunk?: number; reach?: Reach } = {},
): Promise<HealthRunRow> {
  const { chunk = CHUNK, reach = await reachOn(ctx) } = options;
  const warn = reach === 'QUEUE';
  const run = await begin(ctx);
  const settings = await readSettings(ctx.db.orm);
  const worst = new WorstFirst<Judgement>(queueCapacity(settings, (await agentIds(ctx.db.orm)).length));
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await customerIdsAfter(ctx.db.orm, after, chunk);
    if (ids.length === 0) break;
    after = ids.at(-1) ?? null;
    await ctx.db.transaction(async (tx) => {
      const judged = await judgeSome(tx, ctx, ids, reach);
      run.customers += judged.length;
      run.unknown += judged.filter((each) => each.health === UNKNOWN_HEALTH).length;
      if (warn) {
        const kept = await keepUp(tx, judged, { settings, now: ctx.now });
        // the queue is ranked by money, and only what is in one currency can be
        for (const candidate of kept.candidates) if (candidate.currency === ctx.currency) worst.offer(candidate);
        run.recovered += kept.recovered;
      }
      await tx.update(healthRuns).set(progress(run)).where(eq(healthRuns.id, run.id));
    });
  }
  return ctx.write('healthJudge', async (write) => {
    if (warn) run.raised = await raise(write.tx, worst.take(), ctx, settings);
    Object.assign(run, { status: 'COMPLETE', finishedAt: ctx.now });
    await write.tx
      .update(healthRuns)
      .set({ ...progress(run), status: run.status, finishedAt: run.finishedAt })
      .where(eq(healthRuns.id, run.id));
    write.audit({ subject: `HealthRun_${run.id}`, after: { asOf: run.asOf, ...progress(run) } });
    // partners' copies of health and stage follow once everybody is judged
    write.emit('health.computed', { asOf: run.asOf });
    return run;
  });
}

/**
 * Looking back at a day before the one on which the queue last moved leaves it alone. A business that has just imported a
 * past which ended long ago has no queue yet: it gets one as of the day it is looked at from.
 */
async function reachOn({ db, asOf, latestDay }: JobContext): Promise<Reach> {
  if (asOf >= latestDay) return 'QUEUE';
  const { status, raised, recovered } = healthRuns;
  const [last] = await db.orm
    .select({ asOf: max(healthRuns.asOf) })
    .from(healthRuns)
    .where(and(eq(status, 'COMPLETE'), or(gt(raised, 0), gt(recovered, 0))));
  return last?.asOf && asOf < last.asOf ? 'SHOWN' : 'QUEUE';
}

async function judgeSome(tx: Orm, ctx: JobContext, ids: readonly string[], reach: Reach): Promise<Judgement[]> {
  const range = { from: ids[0] ?? '', to: ids.at(-1) ?? '' };
  const histories = await purchaseHistories(tx, range, ctx.asOf, ctx.timezone);
  const judged = judge(ids, histories, ctx.asOf, ctx.currency);
  if (reach !== 'SHOWN') await save(tx, judged);
  await setHealth(tx, judged, ctx.now);
  return judged;
}

const progress = ({ customers, unknown, raised, recovered }: HealthRunRow) => ({
  customers,
  unknown,
  raised,
  recovered,
});

async function begin(ctx: JobContext): Promise<HealthRunRow> {
  return ctx.db.transaction(async (tx) => {
    // one program runs the jobs: whatever still says RUNNING was cut off by a crash
    await tx.update(healthRuns).set({ status: 'ABANDONED' }).where(eq(healthRuns.status, 'RUNNING'));
    const [row] = await tx
      .insert(healthRuns)
      .values({ id: newId(), asOf: ctx.asOf, status: 'RUNNING', startedAt: ctx.now })
      .returning();
    if (!row) throw new Error('an insert returned no row');
    return row;
  });
}

/** One row per customer and week; what did not change is not written again. */
async function save(tx: Orm, judged: readonly Judgement[]): Promise<void> {
  const rows = judged.map((each) => ({
    customer_id: each.customerId,
    id: newId(),
    as_of: each.asOf,
    week: each.week,
    score: each.health,
    previous: each.previous,
    reasons: each.reasons,
  }));
  await tx.execute(sql`
    insert into ${healthScores} (customer_id, id, as_of, week, score, previous, reasons)
    select customer_id, id, as_of, week, score, previous, reasons
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (customer_id uuid, id uuid, as_of date, week date, score int, previous int, reasons jsonb)
    on conflict (customer_id, week) do update
      set as_of = excluded.as_of, score = excluded.score, previous = excluded.previous, reasons = excluded.reasons
      where (health_scores.as_of, health_scores.score, health_scores.previous, health_scores.reasons)
        is distinct from (excluded.as_of, excluded.score, excluded.previous, excluded.reasons)`);
}

/** Has everybody judged in the background when the last judgement was for another day than the as-of date. */
export async function judgeIfDayChanged(ctx: JobContext): Promise<void> {
  const last = await lastJudged(ctx.db.orm);
  if (last === null || last === ctx.asOf) return;
  await ctx.db.transaction((tx) => ctx.emit(tx, 'health.wanted', { asOf: ctx.asOf }));
}

/** Judges everybody on the day that has begun, unless somebody had it done already. */
export async function judgeNewDay(ctx: JobContext): Promise<void> {
  if ((await lastJudged(ctx.db.orm)) !== ctx.asOf) await judgeEverybody(ctx);
}

/** The day of the last judgement that came to its end; null: there was none. */
async function lastJudged(orm: Orm): Promise<string | null> {
  const [last] = await orm
    .select({ asOf: healthRuns.asOf })
    .from(healthRuns)
    .where(eq(healthRuns.status, 'COMPLETE'))
    .orderBy(desc(healthRuns.startedAt), desc(healthRuns.id))
    .limit(1);
  return last?.asOf ?? null;
}
