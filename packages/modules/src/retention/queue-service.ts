import { assign, nextStep, WorstFirst, type LastWarning } from '@perennial/domain/retention/queue';
import { queueCapacity, type RetentionSettings } from '@perennial/domain/retention/settings';
import { severityOf, type Warning } from '@perennial/domain/retention/warning';
import { addWorkingDays } from '@perennial/domain/retention/working-days';
import { staffMembers } from '@perennial/kernel/auth/table';
import { lockFor, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext } from '@perennial/kernel/write/context';
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { customersOfBatch } from '../customers/index.ts';
import type { Judgement } from './judge.ts';
import { healthScores, retentionPlans, warnings } from './table.ts';

/** Active agents, oldest first; they share the queue. */
export async function agentIds(orm: Orm): Promise<string[]> {
  const rows = await orm
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(and(eq(staffMembers.role, 'AGENT'), eq(staffMembers.active, true)))
    .orderBy(asc(staffMembers.id));
  return rows.map((row) => row.id);
}

/** The newest warning of each of these customers. */
async function lastWarnings(
  tx: Orm,
  customerIds: readonly string[],
): Promise<Map<string, LastWarning & { id: string }>> {
  if (customerIds.length === 0) return new Map();
  const rows = await rowsOf<{
    customer_id: string;
    id: string;
    status: Warning['status'];
    score: number;
    recovered: boolean;
  }>(
    tx,
    sql`
    select distinct on (customer_id) customer_id, id, status, score, recovered_on is not null as recovered
    from ${warnings}
    where customer_id = any (${`{${customerIds.join(',')}}`}::uuid[])
    order by customer_id, id desc`,
  );
  return new Map(rows.map((row) => [row.customer_id, row]));
}

/**
 * Holds fresh scores against the warnings there are: open ones are brought up to date, those who are well again are
 * recorded as recovered. Returns who might be warned about anew; whether there is room is decided once all are known.
 */
export async function keepUp(
  tx: Orm,
  judged: readonly Judgement[],
  { settings, now }: { settings: RetentionSettings; now: Date },
): Promise<{ candidates: Judgement[]; recovered: number }> {
  const last = await lastWarnings(
    tx,
    judged.map((each) => each.customerId),
  );
  const steps = judged.map((each) => ({
    each,
    last: last.get(each.customerId),
    step: nextStep(each.health, last.get(each.customerId) ?? null, settings),
  }));
  const refresh = steps.filter(({ step }) => step === 'REFRESH');
  const recover = steps.filter(({ step }) => step === 'RECOVER');
  await writeRefreshed(
    tx,
    refresh.map(({ each, last }) => ({ ...each, id: last?.id })),
    settings,
    now,
  );
  await writeRecovered(
    tx,
    recover.map(({ each, last }) => ({ customerId: each.customerId, id: last?.id, asOf: each.asOf })),
    now,
  );
  return {
    candidates: steps.filter(({ step }) => step === 'RAISE').map(({ each }) => each),
    recovered: recover.length,
  };
}

/** Leaves `version` alone: it counts what people decided, and fresh figures must turn nobody's decision away. */
async function writeRefreshed(
  tx: Orm,
  rows: readonly (Judgement & { id: string | undefined })[],
  settings: RetentionSettings,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((each) => ({
    customer_id: each.customerId,
    id: each.id,
    score: each.health,
    change: each.healthChange,
    severity: severityOf(each.health, settings.warnBelow),
    value_at_risk: each.valueAtRisk,
    currency: each.currency,
    reasons: each.reasons,
  }));
  await tx.execute(sql`
    update ${warnings} w
    set score = r.score, change = r.change, severity = r.severity, value_at_risk = r.value_at_risk,
      currency = r.currency, reasons = r.reasons,
      updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb)
      as r (customer_id uuid, id uuid, score int, change int, severity text, value_at_risk bigint, currency text, reasons jsonb)
    where w.customer_id = r.customer_id and w.id = r.id
      and (w.score, w.change, w.severity, w.value_at_risk, w.currency, w.reasons)
        is distinct from (r.score, r.change, r.severity, r.value_at_risk, r.currency, r.reasons)`);
}

async function writeRecovered(
  tx: Orm,
  rows: readonly { customerId: string; id: string | undefined; asOf: string }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((each) => ({ customer_id: each.customerId, id: each.id, as_of: each.asOf }));
  await tx.execute(sql`
    update ${warnings} w
    set recovered_on = r.as_of, status = case when w.status = 'OPEN' then 'CLOSED' else w.status end,
      updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as r (customer_id uuid, id uuid, as_of date)
    where w.customer_id = r.customer_id and w.id = r.id`);
}

/**
 * Raises warnings for the worst by value at risk until the queue is full, each with an owner and a day by which
 * something has to be done. Open ones keep their place. Returns how many were raised.
 */
export async function raise(
  tx: Orm,
  candidates: readonly Judgement[],
  ctx: Pick<JobContext, 'asOf' | 'now'>,
  settings: RetentionSettings,
): Promise<number> {
  await lockFor(tx, 'retention.queue');
  const agents = await agentIds(tx);
  const [open] = await tx.select({ n: count() }).from(warnings).where(eq(warnings.status, 'OPEN'));
  const room = queueCapacity(settings, agents.length) - (open?.n ?? 0);
  // somebody may have dealt with a customer between judging and now
  const last = await lastWarnings(
    tx,
    candidates.map((each) => each.customerId),
  );
  const worst = new WorstFirst<Judgement>(room);
  for (const each of candidates) {
    if (nextStep(each.health, last.get(each.customerId) ?? null, settings) === 'RAISE') worst.offer(each);
  }
  const chosen = worst.take();
  const dueOn = addWorkingDays(ctx.asOf, settings.dueInWorkingDays, settings.closedDays);
  if (chosen.length > 0) {
    await tx.insert(warnings).values(
      chosen.map((each) => ({
        customerId: each.customerId,
        id: newId(),
        raisedOn: ctx.asOf,
        severity: severityOf(each.health, settings.warnBelow),
        status: 'OPEN' as const,
        score: each.health,
        change: each.healthChange,
        currency: each.currency,
        valueAtRisk: each.valueAtRisk,
        reasons: [...each.reasons] as Warning['reasons'],
        dueOn,
        updatedAt: ctx.now,
      })),
    );
  }
  await handOut(tx, agents, ctx.now);
  return chosen.length;
}

/** Gives every open warning that nobody looks after to the agent with fewest. */
async function handOut(tx: Orm, agents: readonly string[], now: Date): Promise<void> {
  if (agents.length === 0) return;
  const loads = await tx
    .select({ ownerId: warnings.ownerId, n: count() })
    .from(warnings)
    .where(and(eq(warnings.status, 'OPEN'), inArray(warnings.ownerId, [...agents])))
    .groupBy(warnings.ownerId);
  const load = new Map(agents.map((id) => [id, loads.find((each) => each.ownerId === id)?.n ?? 0]));
  const orphans = await tx
    .select({ customerId: warnings.customerId, id: warnings.id })
    .from(warnings)
    .where(and(eq(warnings.status, 'OPEN'), isNull(warnings.ownerId)))
    .orderBy(sql`${warnings.valueAtRisk} desc`, asc(warnings.id));
  const owners = assign(orphans.length, load);
  for (const [index, orphan] of orphans.entries()) {
    await tx
      .update(warnings)
      .set({ ownerId: owners[index] ?? null, updatedAt: now })
      .where(and(eq(warnings.customerId, orphan.customerId), eq(warnings.id, orphan.id)));
  }
}

/**
 * Takes back what was made by itself for the customers that an import brought, before the import is undone: their health
 * and the warnings nobody has decided about. Decisions and plans are somebody's work; they hold the undo back.
 */
export async function forgetBatch(tx: Orm, batchId: string): Promise<void> {
  const theirs = sql`(select customer_id from (${customersOfBatch(batchId)}) c)`;
  await tx.execute(sql`delete from ${healthScores} where customer_id in ${theirs}`);
  await tx.execute(sql`
    delete from ${warnings} w
    where w.customer_id in ${theirs} and w.version = 1 and not exists (
      select 1 from ${retentionPlans} p where p.customer_id = w.customer_id and p.warning_id = w.id)`);
}
