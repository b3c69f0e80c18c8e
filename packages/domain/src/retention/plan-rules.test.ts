import { describe, expect, test } from 'vitest';
import type { PlanAction, PlanResource } from './plan.ts';
import {
  mayActivate,
  mayBeLookedAfterBy,
  mayChange,
  mayComplete,
  mayReopen,
  mayFinish,
  mayRemoveResource,
  stopping,
  withinBudget,
} from './plan-rules.ts';

const refused = (code: string) => expect.objectContaining({ code });
const action = { cost: 3_000 } as PlanAction;
const resource = { amount: 2_000 } as PlanResource;
const draft = { status: 'DRAFT', budget: 5_000, ownerId: 'ann' } as const;

describe('starting a plan (C52)', () => {
  test('needs resources, actions, an owner and a budget that is kept', () => {
    expect(() => mayActivate(draft, [action], [resource])).not.toThrow();
    expect(() => mayActivate(draft, [action], [])).toThrow(refused('PLAN_WITHOUT_RESOURCES'));
    expect(() => mayActivate(draft, [], [resource])).toThrow(refused('PLAN_WITHOUT_ACTIONS'));
    expect(() => mayActivate({ ...draft, ownerId: null }, [action], [resource])).toThrow(refused('PLAN_WITHOUT_OWNER'));
    expect(() => mayActivate(draft, [action, action], [resource])).toThrow(refused('PLAN_OVER_BUDGET'));
    expect(() => mayActivate({ ...draft, status: 'ACTIVE' }, [action], [resource])).toThrow(
      refused('PLAN_WRONG_STATUS'),
    );
  });

  test('the budget may be used up to the last penny by either side', () => {
    expect(() => withinBudget(5_000, { spent: 5_000, reserved: 5_000 }, [])).not.toThrow();
    expect(() => withinBudget(5_000, { spent: 0, reserved: 5_001 }, ['amount'])).toThrow(
      expect.objectContaining({ code: 'PLAN_OVER_BUDGET', path: ['amount'], params: { over: 1, budget: 5_000 } }),
    );
  });
});

describe('the life of a plan', () => {
  test('what has ended cannot be changed, finished or stopped again', () => {
    for (const status of ['DONE', 'STOPPED'] as const) {
      expect(() => mayChange(status)).toThrow(refused('PLAN_WRONG_STATUS'));
      expect(() => mayFinish(status)).toThrow(refused('PLAN_WRONG_STATUS'));
      expect(() => stopping(status, 'customer moved away')).toThrow(refused('PLAN_WRONG_STATUS'));
    }
    expect(() => mayFinish('DRAFT')).toThrow(refused('PLAN_WRONG_STATUS'));
    expect(stopping('ACTIVE', ' customer moved away ')).toBe('customer moved away');
    expect(() => stopping('ACTIVE', '  ')).toThrow(refused('REASON_MISSING'));
  });

  test('a running plan keeps its last resource; a draft may lose it', () => {
    expect(() => mayRemoveResource('ACTIVE', 0)).toThrow(refused('PLAN_WITHOUT_RESOURCES'));
    expect(() => mayRemoveResource('ACTIVE', 1)).not.toThrow();
    expect(() => mayRemoveResource('DRAFT', 0)).not.toThrow();
  });

  test('a running plan may change hands but always has an owner', () => {
    expect(() => mayBeLookedAfterBy('ACTIVE', null)).toThrow(refused('PLAN_WITHOUT_OWNER'));
    expect(() => mayBeLookedAfterBy('ACTIVE', 'ann')).not.toThrow();
    expect(() => mayBeLookedAfterBy('ACTIVE', undefined)).not.toThrow();
    expect(() => mayBeLookedAfterBy('DRAFT', null)).not.toThrow();
  });

  test('an action is done once, in a running plan', () => {
    expect(() => mayComplete('ACTIVE', { doneOn: null })).not.toThrow();
    expect(() => mayComplete('ACTIVE', { doneOn: '2011-12-10' })).toThrow(refused('ACTION_ALREADY_DONE'));
    expect(() => mayComplete('DRAFT', { doneOn: null })).toThrow(refused('PLAN_WRONG_STATUS'));
  });

  test('what was ticked off by mistake opens again, while the plan runs', () => {
    expect(() => mayReopen('ACTIVE', { doneOn: '2011-12-10' })).not.toThrow();
    expect(() => mayReopen('ACTIVE', { doneOn: null })).toThrow(refused('ACTION_NOT_DONE'));
    expect(() => mayReopen('DONE', { doneOn: '2011-12-10' })).toThrow(refused('PLAN_WRONG_STATUS'));
  });
});
