import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

export const PLAN_STATUSES = ['DRAFT', 'ACTIVE', 'DONE', 'STOPPED'] as const;
export const PLAN_OUTCOMES = ['KEPT', 'LOST', 'UNCLEAR'] as const;
export const ACTION_KINDS = ['INCENTIVE', 'CARE', 'SERVICE'] as const;
export const RESOURCE_KINDS = ['POLICY', 'PRODUCT', 'MATERIAL', 'BUDGET'] as const;

/** What is done to keep one customer (客戶保留計劃, C56): incentive, care and service, with owner, dates and outcome. */
export const retentionPlan = entity('RetentionPlan', {
  plural: 'retentionPlans',
  owner: 'customer',
  fields: {
    name: f.text({ max: 120, filter: true, sort: true }),
    status: f.enum('RetentionPlanStatus', PLAN_STATUSES, { filter: true, write: 'never' }),
    goal: f.text({ max: 500 }),
    ownerId: f.ref('StaffMember', { nullable: true, filter: true }),
    startsOn: f.date({ filter: true, sort: true }),
    currency: f.text({ max: 3, write: 'never' }),
    budget: f.money({ min: 0, sort: true }),
    warningId: f.ref('Warning', { nullable: true, write: 'create' }),
    outcome: f.enum('RetentionOutcome', PLAN_OUTCOMES, { nullable: true, filter: true, write: 'never' }),
    outcomeNote: f.longText({ nullable: true, write: 'never' }),
    stopReason: f.text({ max: 500, nullable: true, write: 'never' }),
    endedOn: f.date({ nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export const planAction = entity('PlanAction', {
  plural: 'planActions',
  owner: 'customer',
  fields: {
    planId: f.ref('RetentionPlan', { filter: true, write: 'create' }),
    kind: f.enum('PlanActionKind', ACTION_KINDS, { filter: true }),
    description: f.text({ max: 500 }),
    /** Name of the signal it answers, where it was suggested for one. */
    why: f.text({ max: 60, nullable: true, write: 'create' }),
    dueOn: f.date({ filter: true, sort: true }),
    ownerId: f.ref('StaffMember', { nullable: true, filter: true }),
    currency: f.text({ max: 3, write: 'never' }),
    cost: f.money({ min: 0 }),
    doneOn: f.date({ nullable: true, filter: true, write: 'never' }),
    result: f.longText({ nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
  },
});

/** What stands behind a plan (資源支持, C52): a policy, a product, material or money set aside. */
export const planResource = entity('PlanResource', {
  plural: 'planResources',
  owner: 'customer',
  fields: {
    planId: f.ref('RetentionPlan', { filter: true, write: 'create' }),
    kind: f.enum('PlanResourceKind', RESOURCE_KINDS, { filter: true, write: 'create' }),
    description: f.text({ max: 300, write: 'create' }),
    currency: f.text({ max: 3, write: 'never' }),
    /** Part of the plan's budget that it takes; 0 for what costs nothing, such as a policy. */
    amount: f.money({ min: 0, write: 'create' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type RetentionPlan = Infer<typeof retentionPlan>;
export type PlanAction = Infer<typeof planAction>;
export type PlanResource = Infer<typeof planResource>;
