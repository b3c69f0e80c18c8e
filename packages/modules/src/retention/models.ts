import { healthRun } from '@perennial/domain/retention/health-run';
import { healthScore } from '@perennial/domain/retention/health-score';
import { planAction, planResource, retentionPlan } from '@perennial/domain/retention/plan';
import { warning } from '@perennial/domain/retention/warning';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { healthRuns, healthScores, planActions, planResources, retentionPlans, warnings } from './table.ts';

const toCustomer = belongsTo('Customer', { key: 'customerId' });
const ofPlan = (plan: string, child: string): string =>
  `from plan_${child} x where x.customer_id = ${plan}.customer_id and x.plan_id = ${plan}.id`;

const healthScoreModel = model(healthScore, healthScores, {
  defaultOrder: 'AS_OF_DESC',
  relations: { customer: toCustomer },
});

const healthRunModel = model(healthRun, healthRuns, { root: true, defaultOrder: 'STARTED_AT_DESC' });

const warningModel = model(warning, warnings, {
  root: true,
  defaultOrder: 'VALUE_AT_RISK_DESC',
  relations: {
    customer: toCustomer,
    owner: belongsTo('StaffMember', { key: 'ownerId' }),
    plans: hasMany('RetentionPlan', { key: 'warningId' }),
  },
});

const planModel = model(retentionPlan, retentionPlans, {
  root: true,
  search: ['name'],
  defaultOrder: 'CREATED_AT_DESC',
  computed: {
    /** Sum of the actions' costs, done or not; never above the budget. */
    spent: sqlField(f.money({}), (p) => `(select coalesce(sum(x.cost), 0)::bigint ${ofPlan(p, 'actions')})`),
    /** Sum of the costs of the actions that are done. */
    costDone: sqlField(
      f.money({}),
      (p) => `(select coalesce(sum(x.cost), 0)::bigint ${ofPlan(p, 'actions')} and x.done_on is not null)`,
    ),
    /** Part of the budget that the resources take. */
    reserved: sqlField(f.money({}), (p) => `(select coalesce(sum(x.amount), 0)::bigint ${ofPlan(p, 'resources')})`),
    actionsTotal: sqlField(f.int({}), (p) => `(select count(*)::int ${ofPlan(p, 'actions')})`),
    actionsDone: sqlField(f.int({}), (p) => `(select count(*)::int ${ofPlan(p, 'actions')} and x.done_on is not null)`),
    /** The earliest day on which something is still to be done; null for a plan that has ended. */
    nextDueOn: sqlField(
      f.date({ nullable: true }),
      (p) =>
        `(select min(x.due_on) ${ofPlan(p, 'actions')} and x.done_on is null and ${p}.status in ('DRAFT', 'ACTIVE'))`,
    ),
  },
  relations: {
    customer: toCustomer,
    owner: belongsTo('StaffMember', { key: 'ownerId' }),
    warning: belongsTo('Warning', { key: 'warningId' }),
    actions: hasMany('PlanAction', { key: 'planId' }),
    resources: hasMany('PlanResource', { key: 'planId' }),
  },
});

const planActionModel = model(planAction, planActions, {
  root: true,
  defaultOrder: 'DUE_ON_ASC',
  relations: {
    customer: toCustomer,
    owner: belongsTo('StaffMember', { key: 'ownerId' }),
    plan: belongsTo('RetentionPlan', { key: 'planId' }),
  },
});

const planResourceModel = model(planResource, planResources, {
  relations: { plan: belongsTo('RetentionPlan', { key: 'planId' }) },
});

export const models = [healthScoreModel, healthRunModel, warningModel, planModel, planActionModel, planResourceModel];

export const customerExtension = extendModel('Customer', {
  relations: {
    healthScores: hasMany('HealthScore'),
    warnings: hasMany('Warning'),
    plans: hasMany('RetentionPlan'),
  },
});
