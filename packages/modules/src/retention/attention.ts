import { sql, type SQL } from 'drizzle-orm';
import { planActions, retentionPlans, warnings } from './table.ts';

/** What retention wants somebody to do, as of a day. */
export interface RetentionAttention {
  /** Undone actions of running plans due by then, oldest first. */
  actions: { customerId: string; id: string; planId: string; description: string; dueOn: string; cost: number }[];
  /** Open warnings: the first to fall due, then the most at stake. */
  warnings: { customerId: string; id: string; score: number; valueAtRisk: number; currency: string; dueOn: string }[];
  /** Draft plans waiting for resources or a go-ahead. */
  plansWaiting: number;
  openWarnings: number;
  activePlans: number;
}

/** Scalar query for {@link RetentionAttention} as json, to be put into a larger statement; at most `most` of each. */
export function retentionAttention(asOf: string, most: number): SQL {
  return sql`(select json_build_object(
    'actions', (select coalesce(json_agg(x), '[]') from (
      select a.customer_id as "customerId", a.id, a.plan_id as "planId", a.description, a.due_on as "dueOn", a.cost
      from ${planActions} a
      join ${retentionPlans} p on p.customer_id = a.customer_id and p.id = a.plan_id
      where a.done_on is null and a.due_on <= ${asOf}::date and p.status = 'ACTIVE'
      order by a.due_on, a.id limit ${most}::int) x),
    'warnings', (select coalesce(json_agg(x), '[]') from (
      select customer_id as "customerId", id, score, value_at_risk as "valueAtRisk", currency, due_on as "dueOn"
      from ${warnings} where status = 'OPEN'
      order by due_on, value_at_risk desc, id limit ${most}::int) x),
    'plansWaiting', (select count(*) from ${retentionPlans} where status = 'DRAFT'),
    'openWarnings', (select count(*) from ${warnings} where status = 'OPEN'),
    'activePlans', (select count(*) from ${retentionPlans} where status = 'ACTIVE')))`;
}
