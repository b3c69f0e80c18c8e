import { chooseAttention, type AttentionItem } from '@perennial/domain/insights/attention';
import { HEALTH_BUCKETS } from '@perennial/domain/insights/health-buckets';
import { HEAD_PERCENT } from '@perennial/domain/insights/pareto';
import { listOf, oneOf, type Target } from '@perennial/domain/insights/target';
import { namePhrases } from '@perennial/domain/policies/policy';
import { pointNames } from '@perennial/domain/points/names';
import { addDays, addMonths } from '@perennial/domain/shared/period';
import { rowsOf } from '@perennial/kernel/db/database';
import type { ReadContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { customerCounts, knownAs, type CustomerCounts } from '../customers/index.ts';
import { dueClaims, type DueClaim } from '../claims/index.ts';
import { dueTasks, type DueTasks } from '../fulfilment/index.ts';
import {
  openReturns,
  silentPoints,
  waitingCuts,
  type OpenReturns,
  type SilentPoint,
  type WaitingCut,
} from '../policies/index.ts';
import { queueDay, retentionAttention, type RetentionAttention } from '../retention/index.ts';
import { revenueFigures, type RevenueFigures } from '../sales/index.ts';

/** Months shown: a full year and the one that is running. */
const MONTHS = 13;
/** More than are shown, so that the choice among kinds has something to choose from. */
const CANDIDATES = 5;

interface Figures {
  sales: RevenueFigures;
  customers: CustomerCounts;
  retention: RetentionAttention;
  openReturns: OpenReturns;
  dueTasks: DueTasks;
  waitingCuts: WaitingCut[];
}

/**
 * Everything the first page shows: figures as of the as-of date, and what is still to be done as it stands on the day of
 * the queue. One statement for the figures, one for the names in it.
 */
export async function readHome(ctx: ReadContext) {
  const firstMonth = addMonths(`${ctx.asOf.slice(0, 7)}-01`, 1 - MONTHS);
  const standsOn = await queueDay(ctx.db.orm, ctx);
  const figures = await readFigures(ctx, firstMonth, standsOn);
  const attention = await attentionItems(ctx, figures, standsOn);
  return {
    asOf: ctx.asOf,
    standsOn,
    currency: ctx.currency,
    attention: attention.map((item) => ({ ...item, params: { ...item.params } })),
    curve: curveOf(figures.sales, ctx.currency),
    months: monthsOf(figures.sales, ctx.currency),
    invoicesElsewhere: figures.sales.invoicesElsewhere,
    health: healthOf(figures.customers),
    counts: countsOf(figures),
  };
}

async function readFigures(ctx: ReadContext, firstMonth: string, standsOn: string): Promise<Figures> {
  const [row] = await rowsOf<{ figures: string }>(
    ctx.db.orm,
    sql`select json_build_object(
      'sales', ${revenueFigures(ctx.asOf, ctx, firstMonth, HEAD_PERCENT)},
      'customers', ${customerCounts()},
      'retention', ${retentionAttention(standsOn, CANDIDATES)},
      'openReturns', ${openReturns(ctx.asOf, ctx.timezone)},
      'dueTasks', ${dueTasks(standsOn)},
      'waitingCuts', ${waitingCuts(CANDIDATES)})::text as figures`,
  );
  return JSON.parse(row?.figures ?? '{}') as Figures;
}

async function attentionItems(ctx: ReadContext, figures: Figures, standsOn: string): Promise<AttentionItem[]> {
  const { retention: found, openReturns } = figures;
  const claims = await dueClaims(ctx.db.orm, { ...ctx, asOf: standsOn });
  const ids = [...found.actions, ...found.warnings].map((each) => each.customerId);
  const known = await knownAs(ctx.db.orm, [...new Set(ids)]);
  const number = (customerId: string): string => known.get(customerId)?.number ?? '';
  // one word for one thing: who is lost by the list of customers is not cooling here
  const state = (customerId: string) => (known.get(customerId)?.stage === 'LOST' ? 'LOST' : 'WARNING');
  const items: AttentionItem[] = [
    ...found.actions.map((each) => ({
      kind: 'ACTION_DUE' as const,
      code: each.dueOn < standsOn ? 'ACTION_OVERDUE' : 'ACTION_TODAY',
      params: { number: number(each.customerId), description: each.description, due: each.dueOn },
      dueOn: each.dueOn,
      amount: each.cost,
      target: oneOf('retentionPlans', `RetentionPlan_${each.customerId}_${each.planId}`),
    })),
    ...found.warnings.map((each) => ({
      kind: 'WARNING' as const,
      code: `${state(each.customerId)}_${each.dueOn < standsOn ? 'OVERDUE' : 'OPEN'}`,
      params: {
        number: number(each.customerId),
        score: each.score,
        atRisk: { amount: each.valueAtRisk, currency: each.currency },
        due: each.dueOn,
      },
      dueOn: each.dueOn,
      // another currency's amount says nothing about which is more
      amount: each.currency === ctx.currency ? each.valueAtRisk : 0,
      target: oneOf('warnings', `Warning_${each.customerId}_${each.id}`),
    })),
    ...figures.waitingCuts.map(({ policyId, policy, words, affected, valueAtRisk, currency }) => ({
      kind: 'CUT_WAITING' as const,
      code: 'CUT_WAITING',
      params: {
        policy,
        phrases: namePhrases({ name: policy, words }),
        affected,
        atRisk: { amount: valueAtRisk, currency },
      },
      dueOn: null,
      amount: valueAtRisk,
      target: oneOf('policies', `Policy_${policyId}`),
    })),
  ];
  items.push(...ofTasks(figures.dueTasks, standsOn));
  items.push(
    ...ofClaims(
      claims.filter(({ overdue }) => overdue),
      'CLAIMS_OVERDUE',
    ),
  );
  items.push(
    ...ofClaims(
      claims.filter(({ overdue }) => !overdue),
      'CLAIMS_TODAY',
    ),
  );
  items.push(...ofPoints(await silentPoints(ctx.db.orm, ctx.latestDay)));
  const drafts = listOf('retentionPlans', { status: { eq: 'DRAFT' } });
  if (found.plansWaiting > 0) items.push(counted('PLAN_WAITING', 'PLANS_WAITING', found.plansWaiting, drafts));
  const { count, until } = openReturns;
  const open = listOf('returns', { status: { eq: 'OPEN' }, ...(until ? { at: { lte: until } } : {}) });
  if (count > 0) items.push(counted('RETURNS_OPEN', 'RETURNS_OPEN', count, open));
  return chooseAttention(items, standsOn);
}

function counted(
  kind: AttentionItem['kind'],
  code: string,
  count: number,
  target: Target,
  dueOn: string | null = null,
): AttentionItem {
  return { kind, code, params: { count }, dueOn, amount: 0, target };
}

function ofClaims(due: readonly DueClaim[], code: 'CLAIMS_OVERDUE' | 'CLAIMS_TODAY'): AttentionItem[] {
  const [first] = due;
  if (!first) return [];
  const ids = due.map(({ customerId, id }) => `Claim_${customerId}_${id}`);
  const target = due.length === 1 ? oneOf('claims', ids[0]!) : listOf('claims', { id: { in: ids } });
  return [counted('CLAIM_DUE', code, due.length, target, first.dueOn)];
}

function ofPoints(silent: readonly SilentPoint[]): AttentionItem[] {
  const ids = silent.map(({ id }) => `ServicePoint_${id}`);
  const [first, ...others] = ids;
  if (!first) return [];
  const one = { kind: 'POINT_SILENT', dueOn: null, amount: 0 } as const;
  if (others.length === 0) {
    const { names: name, phrases } = pointNames(silent);
    return [{ ...one, code: 'POINT_SILENT', params: { name, phrases }, target: oneOf('servicePoints', first) }];
  }
  const all = listOf('servicePoints', { id: { in: ids } });
  return [counted('POINT_SILENT', 'POINTS_SILENT', ids.length, all)];
}

function ofTasks({ overdue, since, today }: DueTasks, standsOn: string): AttentionItem[] {
  const due = (dueOn: Record<string, string>) =>
    listOf('fulfilmentTasks', { status: { in: ['OPEN', 'SCHEDULED'] }, dueOn });
  const late = counted('TASK_DUE', 'TASKS_OVERDUE', overdue, due({ lte: addDays(standsOn, -1) }), since);
  const now = counted('TASK_DUE', 'TASKS_TODAY', today, due({ eq: standsOn }), standsOn);
  return [...(overdue > 0 ? [late] : []), ...(today > 0 ? [now] : [])];
}

/**
 * What is kept on a customer counts everything on record: where there is more than was known on the day, no list of
 * customers is the curve's. Where somebody buys in another currency, the list leaves out whom the curve leaves out.
 */
function curveOf(sales: RevenueFigures, currency: string) {
  const ours = sales.elsewhere > 0 ? { currency: { eq: currency } } : {};
  const worth = (gte: number) => (sales.later ? null : listOf('customers', { ...ours, value: { gte } }));
  return {
    customers: sales.customers,
    revenue: sales.revenue,
    headPercent: HEAD_PERCENT,
    head: sales.head,
    headValue: sales.headValue,
    elsewhere: sales.elsewhere,
    points: [[0, 0] as const, ...sales.points].map(([customers, revenue]) => ({ customers, revenue })),
    target: worth(Math.max(1, sales.headValue)),
    everybody: worth(1),
  };
}

/** Each figure leads to the invoices of its month and kind. */
function monthsOf(sales: RevenueFigures, currency: string) {
  const ours = sales.invoicesElsewhere > 0 ? { currency: { eq: currency } } : {};
  return sales.months.map(({ month, sold, returned, from, to }) => {
    const at = { gte: from, lte: to };
    return {
      month,
      revenue: sold,
      returns: returned,
      revenueTarget: listOf('invoices', { kind: { eq: 'SALE' }, ...ours, at }),
      returnsTarget: listOf('invoices', { kind: { eq: 'RETURN' }, ...ours, at }),
    };
  });
}

function healthOf(counts: CustomerCounts) {
  return HEALTH_BUCKETS.map((bucket) => ({
    bucket: bucket.name,
    from: bucket.from,
    to: bucket.to,
    customers: Object.entries(counts.health)
      .filter(([score]) => Number(score) >= bucket.from && Number(score) <= bucket.to)
      .reduce((sum, [, n]) => sum + n, 0),
    target: listOf('customers', { health: { gte: bucket.from, lte: bucket.to } }),
  }));
}

interface Count {
  name: 'CUSTOMERS' | 'PROSPECTS' | 'COOLING' | 'LOST' | 'OPEN_WARNINGS' | 'ACTIVE_PLANS';
  count: number;
  target: Target;
}

function countsOf({ customers, retention }: Figures): Count[] {
  const stage = (name: string): number => customers.stage[name] ?? 0;
  const everybody = Object.values(customers.stage).reduce((sum, n) => sum + n, 0);
  const inStage = (name: string): Target => listOf('customers', { stage: { eq: name } });
  return [
    { name: 'CUSTOMERS', count: everybody, target: listOf('customers') },
    { name: 'PROSPECTS', count: stage('PROSPECT'), target: inStage('PROSPECT') },
    { name: 'COOLING', count: stage('COOLING'), target: inStage('COOLING') },
    { name: 'LOST', count: stage('LOST'), target: inStage('LOST') },
    { name: 'OPEN_WARNINGS', count: retention.openWarnings, target: listOf('warnings', { status: { eq: 'OPEN' } }) },
    {
      name: 'ACTIVE_PLANS',
      count: retention.activePlans,
      target: listOf('retentionPlans', { status: { eq: 'ACTIVE' } }),
    },
  ];
}
