import { DomainError } from '../shared/errors.ts';
import type { PlanAction, PlanResource, RetentionPlan } from './plan.ts';

type Status = RetentionPlan['status'];

/** The money in a plan: what is promised to actions, what resources take, what is left of the budget. Minor units. */
export interface PlanMoney {
  spent: number;
  reserved: number;
}

export function planMoney(
  actions: readonly Pick<PlanAction, 'cost'>[],
  resources: readonly Pick<PlanResource, 'amount'>[],
): PlanMoney {
  return {
    spent: actions.reduce((sum, each) => sum + each.cost, 0),
    reserved: resources.reduce((sum, each) => sum + each.amount, 0),
  };
}

/**
 * The budget is a ceiling for the actions' cost and, separately, for what the resources take (they are what the
 * actions are paid from). Refuses with `PLAN_OVER_BUDGET`, naming how much is missing.
 */
export function withinBudget(budget: number, money: PlanMoney, path: string[]): void {
  const over = Math.max(money.spent, money.reserved) - budget;
  if (over <= 0) return;
  throw new DomainError(
    'PLAN_OVER_BUDGET',
    `This goes over the plan's budget by ${over} minor units; raise the budget or lower the amount.`,
    {
      path,
      params: { over, budget },
    },
  );
}

/** A plan starts when somebody owns it, it has something to do and something to do it with (C52). */
export function mayActivate(
  plan: Pick<RetentionPlan, 'status' | 'budget' | 'ownerId'>,
  actions: readonly PlanAction[],
  resources: readonly PlanResource[],
): void {
  requireStatus(plan.status, ['DRAFT'], 'started');
  if (resources.length === 0) {
    throw new DomainError(
      'PLAN_WITHOUT_RESOURCES',
      'A plan cannot start without resources; add a policy, product, material or budget first.',
      {
        path: ['resources'],
      },
    );
  }
  if (actions.length === 0) {
    throw new DomainError('PLAN_WITHOUT_ACTIONS', 'A plan cannot start with nothing to do; add at least one action.', {
      path: ['actions'],
    });
  }
  if (!plan.ownerId) {
    throw new DomainError('PLAN_WITHOUT_OWNER', 'A plan cannot start without an owner; choose who looks after it.', {
      path: ['ownerId'],
    });
  }
  withinBudget(plan.budget, planMoney(actions, resources), ['budget']);
}

/** Draft and active plans can be changed; what has ended stays as it was. */
export function mayChange(status: Status): void {
  requireStatus(status, ['DRAFT', 'ACTIVE'], 'changed');
}

/** What runs is looked after by somebody (C55): a running plan may change hands, but not be left without an owner. */
export function mayBeLookedAfterBy(status: Status, ownerId: string | null | undefined): void {
  if (status !== 'ACTIVE' || ownerId !== null) return;
  throw new DomainError('PLAN_WITHOUT_OWNER', 'A running plan needs an owner; choose who looks after it instead.', {
    path: ['ownerId'],
  });
}

export function mayFinish(status: Status): void {
  requireStatus(status, ['ACTIVE'], 'finished');
}

/** A running plan must keep at least one resource: taking the last away would leave it without means. */
export function mayRemoveResource(status: Status, resourcesLeft: number): void {
  mayChange(status);
  if (status === 'ACTIVE' && resourcesLeft === 0) {
    throw new DomainError(
      'PLAN_WITHOUT_RESOURCES',
      'This is the last resource of a running plan; add another first or stop the plan.',
      {
        path: ['id'],
      },
    );
  }
}

/** Stopping needs a reason, so that the next plan learns from it. */
export function stopping(status: Status, reason: string): string {
  requireStatus(status, ['DRAFT', 'ACTIVE'], 'stopped');
  const said = reason.trim();
  if (said.length < 3)
    throw new DomainError('REASON_MISSING', 'Say in the field "reason" why the plan stops.', { path: ['reason'] });
  return said;
}

/** An action of a running plan is done once. */
export function mayComplete(status: Status, action: Pick<PlanAction, 'doneOn'>): void {
  requireStatus(status, ['ACTIVE'], 'worked on');
  if (action.doneOn !== null) {
    throw new DomainError('ACTION_ALREADY_DONE', `This action was already done on ${action.doneOn}.`, {
      path: ['id'],
      params: { doneOn: action.doneOn },
    });
  }
}

/** While a plan runs, what was ticked off by mistake can be open again. */
export function mayReopen(status: Status, action: Pick<PlanAction, 'doneOn'>): void {
  requireStatus(status, ['ACTIVE'], 'worked on');
  if (action.doneOn === null) {
    throw new DomainError('ACTION_NOT_DONE', 'This action is still to be done; there is nothing to take back.', {
      path: ['id'],
    });
  }
}

function requireStatus(status: Status, allowed: readonly Status[], verb: string): void {
  if (allowed.includes(status)) return;
  throw new DomainError(
    'PLAN_WRONG_STATUS',
    `A plan that is ${status.toLowerCase()} cannot be ${verb}; it must be ${allowed.join(' or ').toLowerCase()}.`,
    {
      path: ['id'],
      params: { status, allowed: allowed.join(',') },
    },
  );
}
