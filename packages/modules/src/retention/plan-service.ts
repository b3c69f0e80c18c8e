import { sameVersion } from '@perennial/kernel/write/version';
import type { RetentionPlan } from '@perennial/domain/retention/plan';
import {
  mayActivate,
  mayBeLookedAfterBy,
  mayChange,
  mayFinish,
  planMoney,
  stopping,
  withinBudget,
} from '@perennial/domain/retention/plan-rules';
import { suggest } from '@perennial/domain/retention/playbook';
import { retentionWords } from '@perennial/domain/retention/words';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Language } from '@perennial/domain/shared/language';
import { say } from '@perennial/domain/shared/say';
import { requireInCharge } from '@perennial/kernel/auth/in-charge';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { isRow, type OwnedRef } from '@perennial/kernel/db/owned';
import { and, asc, eq } from 'drizzle-orm';
import { customerNumber, numbersOf } from '../customers/index.ts';
import { lockPlan, lockWarning } from './rows.ts';
import { readSettings } from './settings-service.ts';
import { planActions, planResources, retentionPlans, warnings } from './table.ts';
import { settleWarning, type Writing } from './warning-service.ts';

export interface Ref {
  customerId: string;
  id: string;
}

type PlanRow = typeof retentionPlans.$inferSelect;
export type Given<T> = { [K in keyof T]?: T[K] | undefined };
type PlanFields = Pick<RetentionPlan, 'name' | 'goal' | 'ownerId' | 'startsOn' | 'budget'>;

const subject = (ref: Ref): string => `RetentionPlan_${ref.customerId}_${ref.id}`;

/** Actions (by due date) and resources of a plan. */
export async function partsOf(orm: Orm, plan: Ref) {
  const actions = await orm
    .select()
    .from(planActions)
    .where(and(eq(planActions.customerId, plan.customerId), eq(planActions.planId, plan.id)))
    .orderBy(asc(planActions.dueOn), asc(planActions.id));
  const resources = await orm
    .select()
    .from(planResources)
    .where(and(eq(planResources.customerId, plan.customerId), eq(planResources.planId, plan.id)));
  return { actions, resources };
}

/** A draft for any customer; it does nothing until it is started. Errors: `NOT_FOUND`, `STAFF_UNKNOWN`, `STAFF_ROLE`. */
export async function createPlan(
  ctx: Writing,
  input: Pick<PlanFields, 'name' | 'goal'> &
    Given<PlanFields> & {
      customerId: string;
      warningId?: string | undefined;
      /** Of the budget; left out: the business's. */
      currency?: string;
    },
): Promise<Ref> {
  if ((await numbersOf(ctx.tx, [input.customerId])).size === 0) {
    throw new DomainError('NOT_FOUND', 'The field "customerId" names no customer; choose an existing one.', {
      path: ['customerId'],
      params: { what: 'customer' },
    });
  }
  await requireInCharge(ctx.tx, input.ownerId);
  const row = {
    customerId: input.customerId,
    id: newId(),
    name: input.name,
    goal: input.goal,
    status: 'DRAFT' as const,
    ownerId: input.ownerId ?? ctx.actor.id,
    startsOn: input.startsOn ?? ctx.asOf,
    currency: input.currency ?? ctx.currency,
    budget: input.budget ?? 0,
    warningId: input.warningId ?? null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await ctx.tx.insert(retentionPlans).values(row);
  ctx.audit({ subject: subject(row), after: row });
  return row;
}

/**
 * Turns a warning into a draft plan with the playbook's steps for its reasons, written in `language`. The warning is
 * taken off the queue. Errors: `WARNING_NOT_OPEN`, `NOT_FOUND`.
 */
export async function startPlan(ctx: Writing, input: { warningId: OwnedRef; language: Language }): Promise<Ref> {
  const warning = await lockWarning(ctx.tx, input.warningId);
  if (warning.status !== 'OPEN') {
    throw new DomainError(
      'WARNING_NOT_OPEN',
      'Only an open warning can become a plan; this one is already dealt with.',
      {
        path: ['warningId'],
        params: { status: warning.status },
      },
    );
  }
  const { closedDays } = await readSettings(ctx.tx);
  const { actions, budget } = suggest(warning, ctx.asOf, input.language, { closedDays });
  const words = retentionWords[input.language].plan;
  const number = await customerNumber(ctx.tx, warning.customerId);
  const plan = await createPlan(ctx, {
    customerId: warning.customerId,
    warningId: warning.id,
    // the costs are shares of what is at risk
    currency: warning.currency,
    name: say(words.name, { number }, input.language),
    goal: words.goal,
    ownerId: warning.ownerId ?? ctx.actor.id,
    budget,
  });
  if (actions.length > 0) {
    await ctx.tx.insert(planActions).values(
      actions.map((each) => ({
        ...each,
        customerId: plan.customerId,
        id: newId(),
        planId: plan.id,
        ownerId: warning.ownerId ?? ctx.actor.id,
        currency: warning.currency,
      })),
    );
  }
  await ctx.tx
    .update(warnings)
    .set({ status: 'PLANNED', version: warning.version + 1, updatedAt: ctx.now })
    .where(isRow(warnings, warning));
  return plan;
}

/**
 * Changes what is given. Errors: `PLAN_WRONG_STATUS`, `PLAN_WITHOUT_OWNER`, `PLAN_OVER_BUDGET`, `STAFF_UNKNOWN`,
 * `STAFF_ROLE`, `VERSION_CONFLICT`.
 */
export async function updatePlan(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  change: Given<PlanFields>,
): Promise<Ref> {
  const before = await lockPlan(ctx.tx, ref);
  sameVersion(before, version);
  mayChange(before.status);
  mayBeLookedAfterBy(before.status, change.ownerId);
  await requireInCharge(ctx.tx, change.ownerId);
  if (change.budget !== undefined) {
    const { actions, resources } = await partsOf(ctx.tx, before);
    withinBudget(change.budget, planMoney(actions, resources), ['budget']);
  }
  return savePlan(ctx, before, change);
}

/** DRAFT → ACTIVE. Errors: `PLAN_WITHOUT_RESOURCES` (C52), `PLAN_WITHOUT_ACTIONS`, `PLAN_WITHOUT_OWNER`, `PLAN_OVER_BUDGET`. */
export async function activatePlan(ctx: Writing, ref: OwnedRef, version: number): Promise<Ref> {
  const before = await lockPlan(ctx.tx, ref);
  sameVersion(before, version);
  const { actions, resources } = await partsOf(ctx.tx, before);
  mayActivate(before, actions, resources);
  return savePlan(ctx, before, { status: 'ACTIVE' });
}

/** ACTIVE → DONE with what came of it. Settles the warning it began with. */
export async function finishPlan(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  input: { outcome: NonNullable<RetentionPlan['outcome']>; note?: string | null | undefined },
): Promise<Ref> {
  const before = await lockPlan(ctx.tx, ref);
  sameVersion(before, version);
  mayFinish(before.status);
  await settleWarning(ctx, before.customerId, before.warningId);
  return savePlan(ctx, before, {
    status: 'DONE',
    outcome: input.outcome,
    outcomeNote: input.note ?? null,
    endedOn: ctx.asOf,
  });
}

/** DRAFT or ACTIVE → STOPPED, with the reason. Settles the warning it began with. */
export async function stopPlan(ctx: Writing, ref: OwnedRef, version: number, reason: string): Promise<Ref> {
  const before = await lockPlan(ctx.tx, ref);
  sameVersion(before, version);
  const stopReason = stopping(before.status, reason);
  await settleWarning(ctx, before.customerId, before.warningId);
  return savePlan(ctx, before, { status: 'STOPPED', stopReason, endedOn: ctx.asOf });
}

async function savePlan(ctx: Writing, before: PlanRow, change: Given<PlanRow>): Promise<Ref> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after = { ...given, version: before.version + 1, updatedAt: ctx.now };
  await ctx.tx.update(retentionPlans).set(after).where(isRow(retentionPlans, before));
  ctx.audit({ subject: subject(before), before, after });
  return { customerId: before.customerId, id: before.id };
}
