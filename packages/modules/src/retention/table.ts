import type { HealthRun } from '@perennial/domain/retention/health-run';
import type { HealthScore } from '@perennial/domain/retention/health-score';
import type { PlanAction, PlanResource, RetentionPlan } from '@perennial/domain/retention/plan';
import type { Warning } from '@perennial/domain/retention/warning';
import {
  createdAt,
  customerKey,
  instant,
  money,
  ownedByCustomer,
  referenceKey,
  sameCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const healthScores = pgTable(
  'health_scores',
  {
    ...customerKey(),
    asOf: date('as_of').notNull(),
    week: date('week').notNull(),
    score: integer('score').notNull(),
    previous: integer('previous').notNull(),
    reasons: jsonb('reasons').$type<HealthScore['reasons']>().notNull(),
  },
  (t) => [...ownedByCustomer(t), uniqueIndex('health_scores_week_key').on(t.customerId, t.week)],
);

export const healthRuns = pgTable(
  'health_runs',
  {
    ...referenceKey(),
    asOf: date('as_of').notNull(),
    status: text('status').$type<HealthRun['status']>().notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    customers: integer('customers').notNull().default(0),
    unknown: integer('unknown').notNull().default(0),
    raised: integer('raised').notNull().default(0),
    recovered: integer('recovered').notNull().default(0),
  },
  (t) => [index('health_runs_started_idx').on(t.startedAt, t.id)],
);

export const warnings = pgTable(
  'warnings',
  {
    ...customerKey(),
    raisedOn: date('raised_on').notNull(),
    severity: text('severity').$type<Warning['severity']>().notNull(),
    status: text('status').$type<Warning['status']>().notNull(),
    score: integer('score').notNull(),
    change: integer('change').notNull(),
    currency: text('currency').notNull(),
    valueAtRisk: money('value_at_risk').notNull(),
    reasons: jsonb('reasons').$type<Warning['reasons']>().notNull(),
    ownerId: uuid('owner_id'),
    dueOn: date('due_on').notNull(),
    dismissedReason: text('dismissed_reason'),
    recoveredOn: date('recovered_on'),
    version: version(),
    updatedAt: updatedAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    // what a customer can have only one of: two runs at once must not raise the same warning twice
    uniqueIndex('warnings_one_open_key')
      .on(t.customerId)
      .where(sql`status in ('OPEN', 'PLANNED')`),
    index('warnings_queue_idx').on(t.status, t.valueAtRisk, t.id),
    index('warnings_owner_idx').on(t.ownerId, t.status),
  ],
);

export const retentionPlans = pgTable(
  'retention_plans',
  {
    ...customerKey(),
    name: text('name').notNull(),
    status: text('status').$type<RetentionPlan['status']>().notNull(),
    goal: text('goal').notNull(),
    ownerId: uuid('owner_id'),
    startsOn: date('starts_on').notNull(),
    currency: text('currency').notNull(),
    budget: money('budget').notNull(),
    warningId: uuid('warning_id'),
    outcome: text('outcome').$type<NonNullable<RetentionPlan['outcome']>>(),
    outcomeNote: text('outcome_note'),
    stopReason: text('stop_reason'),
    endedOn: date('ended_on'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.warningId, 'warnings'),
    index('retention_plans_status_idx').on(t.status, t.startsOn, t.id),
  ],
);

export const planActions = pgTable(
  'plan_actions',
  {
    ...customerKey(),
    planId: uuid('plan_id').notNull(),
    kind: text('kind').$type<PlanAction['kind']>().notNull(),
    description: text('description').notNull(),
    why: text('why'),
    dueOn: date('due_on').notNull(),
    ownerId: uuid('owner_id'),
    currency: text('currency').notNull(),
    cost: money('cost').notNull(),
    doneOn: date('done_on'),
    result: text('result'),
    version: version(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.planId, 'retention_plans'),
    index('plan_actions_plan_idx').on(t.customerId, t.planId),
    index('plan_actions_due_idx')
      .on(t.dueOn, t.id)
      .where(sql`done_on is null`),
  ],
);

export const planResources = pgTable(
  'plan_resources',
  {
    ...customerKey(),
    planId: uuid('plan_id').notNull(),
    kind: text('kind').$type<PlanResource['kind']>().notNull(),
    description: text('description').notNull(),
    currency: text('currency').notNull(),
    amount: money('amount').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.planId, 'retention_plans'),
    index('plan_resources_plan_idx').on(t.customerId, t.planId),
  ],
);

/** One row: how this business runs its warning queue. Without it the defaults of the domain hold. */
export const retentionSettings = pgTable('retention_settings', {
  ...referenceKey(),
  warnBelow: integer('warn_below').notNull(),
  margin: integer('margin').notNull(),
  perAgentPerDay: integer('per_agent_per_day').notNull(),
  dueInWorkingDays: integer('due_in_working_days').notNull(),
  closedDays: text('closed_days').array().notNull(),
  version: version(),
  updatedAt: updatedAt(),
});
