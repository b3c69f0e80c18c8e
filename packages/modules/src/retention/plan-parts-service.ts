import { sameVersion } from '@perennial/kernel/write/version';
import type { PlanAction, PlanResource } from '@perennial/domain/retention/plan';
import {
  mayChange,
  mayComplete,
  mayReopen,
  mayRemoveResource,
  planMoney,
  withinBudget,
} from '@perennial/domain/retention/plan-rules';
import { requireInCharge } from '@perennial/kernel/auth/in-charge';
import { newId } from '@perennial/kernel/db/ids';
import { isRow, type OwnedRef } from '@perennial/kernel/db/owned';
import { partsOf, type Given, type Ref } from './plan-service.ts';
import { lockAction, lockPlan, lockResource } from './rows.ts';
import { planActions, planResources } from './table.ts';
import { type Writing } from './warning-service.ts';

type ActionFields = Pick<PlanAction, 'kind' | 'description' | 'dueOn' | 'ownerId' | 'cost'>;

const planOf = (part: { customerId: string; planId: string }): Ref => ({
  customerId: part.customerId,
  id: part.planId,
});

/** Adds an action. The plan is locked, so two additions at once cannot pass the budget together. */
export async function addAction(
  ctx: Writing,
  input: Pick<ActionFields, 'kind' | 'description' | 'dueOn'> & Given<ActionFields> & { planId: OwnedRef },
): Promise<{ plan: Ref; action: Ref }> {
  const plan = await lockPlan(ctx.tx, input.planId);
  mayChange(plan.status);
  await requireInCharge(ctx.tx, input.ownerId);
  const { actions, resources } = await partsOf(ctx.tx, plan);
  const row = {
    customerId: plan.customerId,
    id: newId(),
    planId: plan.id,
    kind: input.kind,
    description: input.description,
    dueOn: input.dueOn,
    ownerId: input.ownerId ?? plan.ownerId,
    currency: plan.currency,
    cost: input.cost ?? 0,
  };
  withinBudget(plan.budget, planMoney([...actions, row], resources), ['cost']);
  await ctx.tx.insert(planActions).values(row);
  ctx.audit({ subject: `PlanAction_${row.customerId}_${row.id}`, after: row });
  return { plan, action: row };
}

export async function updateAction(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  change: Given<ActionFields>,
): Promise<{ plan: Ref; action: Ref }> {
  // part before plan, everywhere: whoever takes locks in one order never waits in a circle
  const seen = await lockAction(ctx.tx, ref);
  const plan = await lockPlan(ctx.tx, planOf(seen));
  sameVersion(seen, version);
  mayChange(plan.status);
  await requireInCharge(ctx.tx, change.ownerId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after = { ...seen, ...given, version: seen.version + 1 };
  const { actions, resources } = await partsOf(ctx.tx, plan);
  const others = actions.filter((each) => each.id !== seen.id);
  withinBudget(plan.budget, planMoney([...others, after], resources), ['cost']);
  await ctx.tx
    .update(planActions)
    .set({ ...given, version: after.version })
    .where(isRow(planActions, seen));
  ctx.audit({ subject: `PlanAction_${seen.customerId}_${seen.id}`, before: seen, after: given });
  return { plan, action: seen };
}

/** Records that an action was done today (the as-of date) and what came of it. */
export async function completeAction(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  result: string | null,
): Promise<{ plan: Ref; action: Ref }> {
  const seen = await lockAction(ctx.tx, ref);
  const plan = await lockPlan(ctx.tx, planOf(seen));
  sameVersion(seen, version);
  mayComplete(plan.status, seen);
  const change = { doneOn: ctx.asOf, result, version: seen.version + 1 };
  await ctx.tx.update(planActions).set(change).where(isRow(planActions, seen));
  ctx.audit({ subject: `PlanAction_${seen.customerId}_${seen.id}`, before: seen, after: change });
  return { plan, action: seen };
}

/** Takes back that an action was done, with what was said to have come of it; the audit trail keeps both. */
export async function reopenAction(ctx: Writing, ref: OwnedRef, version: number): Promise<{ plan: Ref; action: Ref }> {
  const seen = await lockAction(ctx.tx, ref);
  const plan = await lockPlan(ctx.tx, planOf(seen));
  sameVersion(seen, version);
  mayReopen(plan.status, seen);
  const change = { doneOn: null, result: null, version: seen.version + 1 };
  await ctx.tx.update(planActions).set(change).where(isRow(planActions, seen));
  ctx.audit({ subject: `PlanAction_${seen.customerId}_${seen.id}`, before: seen, after: change });
  return { plan, action: seen };
}

export async function addResource(
  ctx: Writing,
  input: Pick<PlanResource, 'kind' | 'description'> & { planId: OwnedRef; amount?: number | undefined },
): Promise<{ plan: Ref; resource: Ref }> {
  const plan = await lockPlan(ctx.tx, input.planId);
  mayChange(plan.status);
  const { actions, resources } = await partsOf(ctx.tx, plan);
  const row = {
    customerId: plan.customerId,
    id: newId(),
    planId: plan.id,
    kind: input.kind,
    description: input.description,
    currency: plan.currency,
    amount: input.amount ?? 0,
    createdAt: ctx.now,
  };
  withinBudget(plan.budget, planMoney(actions, [...resources, row]), ['amount']);
  await ctx.tx.insert(planResources).values(row);
  ctx.audit({ subject: `PlanResource_${row.customerId}_${row.id}`, after: row });
  return { plan, resource: row };
}

export async function removeResource(ctx: Writing, ref: OwnedRef): Promise<{ plan: Ref }> {
  const seen = await lockResource(ctx.tx, ref);
  const plan = await lockPlan(ctx.tx, planOf(seen));
  const { resources } = await partsOf(ctx.tx, plan);
  mayRemoveResource(plan.status, resources.length - 1);
  await ctx.tx.delete(planResources).where(isRow(planResources, seen));
  ctx.audit({ subject: `PlanResource_${seen.customerId}_${seen.id}`, before: seen });
  return { plan };
}
