import { PLAN_OUTCOMES, planAction, planResource, retentionPlan } from '@perennial/domain/retention/plan';
import { retentionSettings } from '@perennial/domain/retention/settings';
import { warning } from '@perennial/domain/retention/warning';
import { inputOf } from '@perennial/domain/shared/entity';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import {
  addAction,
  addResource,
  completeAction,
  removeResource,
  reopenAction,
  updateAction,
} from './plan-parts-service.ts';
import { activatePlan, createPlan, finishPlan, startPlan, stopPlan, updatePlan } from './plan-service.ts';
import { queueDay } from './queue-day.ts';
import { readSettings, updateSettings } from './settings-service.ts';
import { assignWarning, dismissWarning } from './warning-service.ts';

/** Who looks after customers. */
const KEEPERS = ['OWNER', 'AGENT'] as const;

const version = z.int32().min(1);
const plan = retentionPlan.fields;
const action = planAction.fields;
const resource = planResource.fields;
const owner = gid('StaffMember').nullable().optional();

/** Undefined leaves the owner as it is, null takes the owner away. */
function ownerOf(ref: { id?: string | undefined } | null | undefined): string | null | undefined {
  return ref ? (ref.id ?? null) : ref;
}

const settingsOutput = named('RetentionSettings', z.object(retentionSettings.fields));

export const queries = [
  query({
    name: 'retentionSettings',
    description: 'How the warning queue is run: its threshold, its size and by when something has to be done.',
    roles: null,
    args: z.object({}),
    returns: settingsOutput,
    handle: (ctx) => readSettings(ctx.db.orm),
  }),
  query({
    name: 'queueDay',
    description:
      'The day by which is judged what is still to be done: the as-of date, or while it looks back the day on which ' +
      'warnings, plans and tasks stand.',
    roles: null,
    args: z.object({}),
    returns: named('QueueDay', z.object({ day: z.string() })),
    handle: async (ctx) => ({ day: await queueDay(ctx.db.orm, ctx) }),
  }),
];

const warningMutations = [
  mutation({
    name: 'healthRecompute',
    description: 'Judges every customer again as of today (the as-of date). Runs in the background; see `healthRuns`.',
    roles: KEEPERS,
    input: z.object({}),
    payload: { asOf: z.string() },
    handle: async (ctx) => {
      ctx.emit('health.wanted', { asOf: ctx.asOf });
      return { asOf: ctx.asOf };
    },
  }),
  mutation({
    name: 'retentionSettingsUpdate',
    description: 'Changes what is given; takes effect when health is judged next.',
    roles: ['OWNER'],
    input: inputOf(retentionSettings, 'update').extend({ version }),
    payload: { settings: settingsOutput },
    handle: async (ctx, { version: seen, ...change }) => ({ settings: await updateSettings(ctx, seen, change) }),
  }),
  mutation({
    name: 'warningDismiss',
    description: 'Not a risk because …: stays away until health has recovered or fallen clearly further.',
    roles: KEEPERS,
    input: z.object({ id: gid('Warning'), version, reason: z.string().max(500) }),
    payload: { warning: 'Warning' },
    handle: async (ctx, input) => {
      await dismissWarning(ctx, input);
      return { warning: input.id };
    },
  }),
  mutation({
    name: 'warningAssign',
    description: 'Gives an open warning to somebody, or to nobody; may move its day.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Warning'),
      version,
      ownerId: gid('StaffMember').nullable(),
      dueOn: warning.fields.dueOn.optional(),
    }),
    payload: { warning: 'Warning' },
    handle: async (ctx, input) => {
      await assignWarning(ctx, { ...input, ownerId: input.ownerId?.id ?? null });
      return { warning: input.id };
    },
  }),
];

const planMutations = [
  mutation({
    name: 'planStart',
    description: 'Drafts a plan from a warning, with the steps that answer its reasons. It still needs resources.',
    roles: KEEPERS,
    input: z.object({
      warningId: gid('Warning'),
      language: named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans'])).optional(),
    }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { warningId, language }) => ({
      plan: await startPlan(ctx, {
        warningId,
        language: LANGUAGES.find((each) => each.replace('-', '_') === language) ?? 'en',
      }),
    }),
  }),
  mutation({
    name: 'planCreate',
    description: 'Drafts an empty plan for a customer.',
    roles: KEEPERS,
    input: z.object({
      customerId: gid('Customer'),
      name: plan.name,
      goal: plan.goal,
      ownerId: owner,
      startsOn: plan.startsOn.optional(),
      budget: plan.budget.optional(),
    }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { customerId, ownerId, ...input }) => ({
      plan: await createPlan(ctx, { ...input, ownerId: ownerOf(ownerId), customerId: customerId.customerId ?? '' }),
    }),
  }),
  mutation({
    name: 'planUpdate',
    description: 'Changes what is given of a plan that has not ended.',
    roles: KEEPERS,
    input: z.object({
      id: gid('RetentionPlan'),
      version,
      name: plan.name.optional(),
      goal: plan.goal.optional(),
      ownerId: owner,
      startsOn: plan.startsOn.optional(),
      budget: plan.budget.optional(),
    }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { id, version: seen, ownerId, ...change }) => ({
      plan: await updatePlan(ctx, id, seen, { ...change, ownerId: ownerOf(ownerId) }),
    }),
  }),
  mutation({
    name: 'planActivate',
    description: 'Starts a plan. It needs resources, actions and an owner, and must stay within its budget.',
    roles: KEEPERS,
    input: z.object({ id: gid('RetentionPlan'), version }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { id, version: seen }) => ({ plan: await activatePlan(ctx, id, seen) }),
  }),
  mutation({
    name: 'planFinish',
    description: 'Ends a running plan with what came of it.',
    roles: KEEPERS,
    input: z.object({
      id: gid('RetentionPlan'),
      version,
      outcome: named('RetentionOutcome', z.enum(PLAN_OUTCOMES)),
      note: z.string().max(10_000).nullable().optional(),
    }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { id, version: seen, ...input }) => ({ plan: await finishPlan(ctx, id, seen, input) }),
  }),
  mutation({
    name: 'planStop',
    description: 'Ends a plan before its time; the reason stays with it.',
    roles: KEEPERS,
    input: z.object({ id: gid('RetentionPlan'), version, reason: z.string().max(500) }),
    payload: { plan: 'RetentionPlan' },
    handle: async (ctx, { id, version: seen, reason }) => ({ plan: await stopPlan(ctx, id, seen, reason) }),
  }),
];

const partMutations = [
  mutation({
    name: 'planActionAdd',
    description: 'Adds something to do: an incentive, care or a service.',
    roles: KEEPERS,
    input: z.object({
      planId: gid('RetentionPlan'),
      kind: action.kind,
      description: action.description,
      dueOn: action.dueOn,
      ownerId: owner,
      cost: action.cost.optional(),
    }),
    payload: { plan: 'RetentionPlan', action: 'PlanAction' },
    handle: (ctx, { ownerId, ...input }) => addAction(ctx, { ...input, ownerId: ownerOf(ownerId) }),
  }),
  mutation({
    name: 'planActionUpdate',
    description: 'Changes what is given of an action.',
    roles: KEEPERS,
    input: z.object({
      id: gid('PlanAction'),
      version,
      kind: action.kind.optional(),
      description: action.description.optional(),
      dueOn: action.dueOn.optional(),
      ownerId: owner,
      cost: action.cost.optional(),
    }),
    payload: { plan: 'RetentionPlan', action: 'PlanAction' },
    handle: (ctx, { id, version: seen, ownerId, ...change }) =>
      updateAction(ctx, id, seen, { ...change, ownerId: ownerOf(ownerId) }),
  }),
  mutation({
    name: 'planActionDone',
    description: 'Records that an action was done today and what came of it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PlanAction'), version, result: z.string().max(10_000).nullable().optional() }),
    payload: { plan: 'RetentionPlan', action: 'PlanAction' },
    handle: (ctx, { id, version: seen, result }) => completeAction(ctx, id, seen, result ?? null),
  }),
  mutation({
    name: 'planActionReopen',
    description: 'Takes back that an action was done, e.g. by mistake; its result goes as well. The plan has to run.',
    roles: KEEPERS,
    input: z.object({ id: gid('PlanAction'), version }),
    payload: { plan: 'RetentionPlan', action: 'PlanAction' },
    handle: (ctx, { id, version: seen }) => reopenAction(ctx, id, seen),
  }),
  mutation({
    name: 'planResourceAdd',
    description: 'Puts a policy, a product, material or money behind a plan.',
    roles: KEEPERS,
    input: z.object({
      planId: gid('RetentionPlan'),
      kind: resource.kind,
      description: resource.description,
      amount: resource.amount.optional(),
    }),
    payload: { plan: 'RetentionPlan', resource: 'PlanResource' },
    handle: (ctx, input) => addResource(ctx, input),
  }),
  mutation({
    name: 'planResourceRemove',
    description: 'Takes a resource away; a running plan keeps at least one.',
    roles: KEEPERS,
    input: z.object({ id: gid('PlanResource') }),
    payload: { plan: 'RetentionPlan' },
    handle: (ctx, { id }) => removeResource(ctx, id),
  }),
];

export const mutations = [...warningMutations, ...planMutations, ...partMutations];
