import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WriteContext } from '@perennial/kernel/write/context';
import { judgeEverybody } from './health-service.ts';
import {
  addAction,
  addResource,
  completeAction,
  removeResource,
  reopenAction,
  updateAction,
} from './plan-parts-service.ts';
import { activatePlan, createPlan, finishPlan, partsOf, startPlan, stopPlan, updatePlan } from './plan-service.ts';
import { seed } from './seed.ts';
import { planResources, retentionPlans, warnings } from './table.ts';

const TODAY = '2011-12-10';
let shop: Shop;
let ann: string;
let customerId: string;

beforeAll(async () => {
  shop = await openShop();
  ann = await shop.staff('ann', 'AGENT');
});

beforeEach(async () => {
  // £3,000 in three purchases a month apart, then silence: health 20, £2,400 a year at risk
  customerId = await shop.customer(`C-${Math.random()}`);
  for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
    await shop.invoice(customerId, `${day}T10:00:00Z`, [['SALE', 100_000]]);
  }
});

const write = <T>(work: (ctx: WriteContext) => Promise<T>): Promise<T> => shop.write(TODAY, work, ann);
const planRow = async (id: string) =>
  (await shop.db.orm.select().from(retentionPlans).where(eq(retentionPlans.id, id)))[0]!;

async function warningHere() {
  await judgeEverybody(shop.job(TODAY));
  const [row] = await shop.db.orm.select().from(warnings).where(eq(warnings.customerId, customerId));
  return row!;
}

const emptyPlan = (budget = 10_000) =>
  write((ctx) => createPlan(ctx, { customerId, name: 'Keep them', goal: 'Buys again', budget }));

describe('from a warning to an outcome', () => {
  test('the draft answers the reasons, runs once it has resources, and settles its warning', async () => {
    const warning = await warningHere();
    expect(warning.valueAtRisk).toBe(240_000);
    const plan = await write((ctx) => startPlan(ctx, { warningId: warning, language: 'en' }));
    const draft = await planRow(plan.id);
    // overdue and nothing bought: a thank-you of 2 % and an offer of 3 % of £2,400
    expect(draft).toMatchObject({ status: 'DRAFT', budget: 4_800 + 7_200, warningId: warning.id, ownerId: ann });
    expect(draft.name).toMatch(/^Keep customer C-/);
    const { actions } = await partsOf(shop.db.orm, plan);
    expect(actions.map((a) => [a.why, a.kind, a.dueOn, a.cost, a.ownerId])).toEqual([
      ['overdue', 'CARE', '2011-12-13', 0, ann],
      ['falling-spend', 'SERVICE', '2011-12-16', 0, ann],
      ['overdue', 'INCENTIVE', '2011-12-21', 4_800, ann],
      ['falling-spend', 'INCENTIVE', '2011-12-23', 7_200, ann],
    ]);
    const now = async () => (await shop.db.orm.select().from(warnings).where(eq(warnings.id, warning.id)))[0]?.status;
    expect(await now()).toBe('PLANNED');
    await expect(write((ctx) => startPlan(ctx, { warningId: warning, language: 'en' }))).rejects.toMatchObject({
      code: 'WARNING_NOT_OPEN',
    });

    await expect(write((ctx) => activatePlan(ctx, plan, 1))).rejects.toMatchObject({ code: 'PLAN_WITHOUT_RESOURCES' });
    await write((ctx) => addResource(ctx, { planId: plan, kind: 'POLICY', description: 'Returns policy' }));
    await write((ctx) => activatePlan(ctx, plan, 1));
    await write((ctx) => completeAction(ctx, actions[0]!, 1, 'They were ill and are glad we called'));
    await expect(write((ctx) => completeAction(ctx, actions[0]!, 2, null))).rejects.toMatchObject({
      code: 'ACTION_ALREADY_DONE',
    });
    // ticked off by mistake: taken back while the plan runs
    await write((ctx) => reopenAction(ctx, actions[0]!, 2));
    expect((await partsOf(shop.db.orm, plan)).actions.map(({ doneOn, result }) => doneOn ?? result)).toEqual(
      actions.map(() => null),
    );
    await expect(write((ctx) => reopenAction(ctx, actions[0]!, 3))).rejects.toMatchObject({ code: 'ACTION_NOT_DONE' });
    expect(shop.audits.at(-1)?.subject).toBe(`PlanAction_${actions[0]!.customerId}_${actions[0]!.id}`);
    await write((ctx) => completeAction(ctx, actions[0]!, 3, 'They are glad'));
    await write((ctx) => finishPlan(ctx, plan, 2, { outcome: 'KEPT', note: 'Ordered again' }));
    await expect(write((ctx) => reopenAction(ctx, actions[0]!, 4))).rejects.toMatchObject({
      code: 'PLAN_WRONG_STATUS',
    });
    expect(await planRow(plan.id)).toMatchObject({
      status: 'DONE',
      outcome: 'KEPT',
      outcomeNote: 'Ordered again',
      endedOn: TODAY,
    });
    expect(await now()).toBe('CLOSED');
    // health is as it was: the same warning does not come back the next morning
    expect((await judgeEverybody(shop.job(TODAY))).raised).toBe(0);
  });

  test('a stopped plan keeps its reason and can no longer be changed', async () => {
    const plan = await emptyPlan();
    await expect(write((ctx) => stopPlan(ctx, plan, 1, ' '))).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await write((ctx) => stopPlan(ctx, plan, 1, 'Customer has closed the shop'));
    expect(await planRow(plan.id)).toMatchObject({ status: 'STOPPED', stopReason: 'Customer has closed the shop' });
    await expect(write((ctx) => updatePlan(ctx, plan, 2, { name: 'Again' }))).rejects.toMatchObject({
      code: 'PLAN_WRONG_STATUS',
    });
  });
});

describe('budget and versions', () => {
  test('neither actions nor resources go over the budget, and the budget cannot sink below them', async () => {
    const plan = await emptyPlan(10_000);
    const act = { planId: plan, kind: 'CARE' as const, description: 'Card', dueOn: TODAY };
    const { action } = await write((ctx) => addAction(ctx, { ...act, cost: 6_000 }));
    await expect(write((ctx) => addAction(ctx, { ...act, cost: 4_001 }))).rejects.toMatchObject({
      code: 'PLAN_OVER_BUDGET',
      path: ['cost'],
      params: { over: 1 },
    });
    await write((ctx) => updateAction(ctx, action, 1, { cost: 10_000 }));
    await expect(write((ctx) => updatePlan(ctx, plan, 1, { budget: 9_999 }))).rejects.toMatchObject({
      code: 'PLAN_OVER_BUDGET',
    });
    await expect(
      write((ctx) => addResource(ctx, { planId: plan, kind: 'BUDGET', description: 'Cash', amount: 10_001 })),
    ).rejects.toMatchObject({ code: 'PLAN_OVER_BUDGET', path: ['amount'] });
    expect(await shop.db.orm.select().from(planResources).where(eq(planResources.planId, plan.id))).toEqual([]);
  });

  test('two people cannot overwrite each other', async () => {
    const plan = await emptyPlan();
    await write((ctx) => updatePlan(ctx, plan, 1, { goal: 'Buys twice' }));
    await expect(write((ctx) => updatePlan(ctx, plan, 1, { goal: 'Buys thrice' }))).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect((await planRow(plan.id)).goal).toBe('Buys twice');
  });

  test('a running plan is never left without an owner', async () => {
    const plan = await emptyPlan();
    const action = { kind: 'CARE', description: 'Call them', dueOn: TODAY } as const;
    await write((ctx) => addAction(ctx, { planId: plan, ...action }));
    await write((ctx) => addResource(ctx, { planId: plan, kind: 'POLICY', description: 'Returns policy' }));
    await write((ctx) => activatePlan(ctx, plan, 1));
    await expect(write((ctx) => updatePlan(ctx, plan, 2, { ownerId: null }))).rejects.toMatchObject({
      code: 'PLAN_WITHOUT_OWNER',
      path: ['ownerId'],
    });
    expect(await planRow(plan.id)).toMatchObject({ ownerId: ann, version: 2 });
  });

  test('a plan and its steps are given only to those who may work on them', async () => {
    const eve = await shop.staff('eve', 'AUDITOR');
    const refused = { code: 'STAFF_ROLE', path: ['ownerId'], params: { name: 'eve', role: 'AUDITOR' } };
    const plan = await emptyPlan();
    const step = { kind: 'CARE', description: 'Call them', dueOn: TODAY, ownerId: eve } as const;
    const { action } = await write((ctx) => addAction(ctx, { planId: plan, ...step, ownerId: ann }));
    const made = { customerId, name: 'Keep them', goal: 'Buys again', ownerId: eve };
    await expect(write((ctx) => createPlan(ctx, made))).rejects.toMatchObject(refused);
    await expect(write((ctx) => updatePlan(ctx, plan, 1, { ownerId: eve }))).rejects.toMatchObject(refused);
    await expect(write((ctx) => addAction(ctx, { planId: plan, ...step }))).rejects.toMatchObject(refused);
    await expect(write((ctx) => updateAction(ctx, action, 1, { ownerId: eve }))).rejects.toMatchObject(refused);
  });

  test('a plan is for a customer who exists: the error names the field', async () => {
    const nobody = '01a1ffff-0000-7000-8000-000000000000';
    await expect(
      write((ctx) => createPlan(ctx, { customerId: nobody, name: 'Keep whom?', goal: 'Buys again' })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', path: ['customerId'] });
  });

  test('a running plan keeps its last resource', async () => {
    const plan = await emptyPlan();
    await write((ctx) => addAction(ctx, { planId: plan, kind: 'CARE', description: 'Card', dueOn: TODAY }));
    const { resource } = await write((ctx) =>
      addResource(ctx, { planId: plan, kind: 'MATERIAL', description: 'Cards' }),
    );
    await write((ctx) => activatePlan(ctx, plan, 1));
    await expect(write((ctx) => removeResource(ctx, resource))).rejects.toMatchObject({
      code: 'PLAN_WITHOUT_RESOURCES',
    });
  });

  test('what is not there is said so', async () => {
    const ghost = { customerId, id: '018f0000-0000-7000-8000-000000000000' };
    await expect(write((ctx) => activatePlan(ctx, ghost, 1))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('the sample gets five weeks of health, warnings and one running plan, however often it is brought in', async () => {
  const fresh = await openShop();
  const owner = await fresh.staff('olga', 'OWNER');
  const id = await fresh.customer('S-1');
  for (const day of ['2011-01-08', '2011-02-08', '2011-03-08'])
    await fresh.invoice(id, `${day}T10:00:00Z`, [['SALE', 100_000]]);
  await seed(fresh.job(TODAY));
  await seed(fresh.job(TODAY));
  const plans = await fresh.db.orm.select().from(retentionPlans);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatchObject({ status: 'ACTIVE', customerId: id, ownerId: owner });
  expect((await partsOf(fresh.db.orm, plans[0]!)).resources).toHaveLength(2);
});
