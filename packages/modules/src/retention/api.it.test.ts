import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
let shop: Shop;
let agent: GraphQLClient;

beforeAll(async () => {
  server = await testServer({ asOf: '2011-12-10' });
  shop = await openShop(server.db);
  agent = await server.as('AGENT');
  const id = await shop.customer('17850');
  for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
    await shop.invoice(id, `${day}T10:00:00Z`, [['SALE', 100_000]]);
  }
  await agent.data('mutation { healthRecompute(input: {}) { asOf userErrors { code } } }');
  await server.settle();
});

interface Written {
  userErrors: { code: string; path: string[] }[];
  [key: string]: unknown;
}

async function write(client: GraphQLClient, name: string, input: object, select: string): Promise<Written> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await client.data<Record<string, Written>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code path } } }`,
    { input },
  );
  return answer[name]!;
}

/** Code of the refusal where the role may not write at all. */
async function refusal(client: GraphQLClient, name: string, input: object): Promise<string | undefined> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { errors } = await client.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
    { input },
  );
  return errors?.[0]?.extensions.code;
}

describe('retention over the API', () => {
  test('a customer shows health, its history, warnings and plans', async () => {
    const { customers } = await agent.data<{ customers: { nodes: Record<string, unknown>[] } }>(`{
      customers(first: 5) { nodes { number health healthChange stage
        healthScores(first: 5) { nodes { asOf score previous reasons } }
        warnings(first: 5) { nodes { status severity score valueAtRisk { amount currency } owner { name } dueOn } }
        plans(first: 5) { totalCount } } } }`);
    expect(customers.nodes).toEqual([
      {
        number: '17850',
        health: 20,
        healthChange: 0,
        stage: 'LOST',
        healthScores: {
          nodes: [
            {
              asOf: '2011-12-10',
              score: 20,
              previous: 20,
              reasons: [
                {
                  signal: 'overdue',
                  code: 'OVERDUE',
                  points: 50,
                  params: { days: 277, rhythm: 30, last: '2011-03-08' },
                },
                {
                  signal: 'falling-spend',
                  code: 'NOTHING_BOUGHT',
                  points: 30,
                  params: {
                    window: 90,
                    // £3,000 in the 247 days from 8 January to 11 September
                    usual: { amount: 109_312, currency: 'GBP' },
                    spent: { amount: 0, currency: 'GBP' },
                    fall: 100,
                  },
                },
              ],
            },
          ],
        },
        warnings: {
          nodes: [
            {
              status: 'OPEN',
              severity: 'HIGH',
              score: 20,
              valueAtRisk: { amount: 240_000, currency: 'GBP' },
              owner: { name: 'AGENT' },
              dueOn: '2011-12-14',
            },
          ],
        },
        plans: { totalCount: 0 },
      },
    ]);
  });

  test('setting the as-of date back and forward again leaves the warnings and the history as they were', async () => {
    const owner = await server.as('OWNER');
    const at = async (asOf: string) => {
      const { business } = await owner.data<{ business: { version: number } }>('{ business { version } }');
      const { userErrors } = await write(
        owner,
        'businessUpdate',
        { version: business.version, asOf },
        'business { asOf }',
      );
      expect(userErrors).toEqual([]);
      await server.settle();
    };
    const kept = () =>
      agent.data<{ warnings: { nodes: object[] }; customers: object }>(`{
        warnings(first: 5) { nodes { id status score severity raisedOn dueOn recoveredOn version owner { id } } }
        customers(first: 5) { nodes { healthScores(first: 5) { nodes { id asOf score previous reasons } } } } }`);
    const health = async () =>
      (await agent.data<{ customers: { nodes: { health: number }[] } }>('{ customers(first: 1) { nodes { health } } }'))
        .customers.nodes[0]?.health;
    const before = await kept();
    expect(before.warnings.nodes).toMatchObject([{ status: 'OPEN', raisedOn: '2011-12-10' }]);
    // on 10 March the customer had just bought
    await at('2011-03-10');
    expect([await health(), await kept()]).toEqual([100, before]);
    await agent.data('mutation { healthRecompute(input: {}) { asOf userErrors { code } } }');
    await server.settle();
    expect(await kept()).toEqual(before);
    await at('2011-12-10');
    expect([await health(), await kept()]).toEqual([20, before]);
  });

  test('from the warning to a finished plan, refusals told with code and path', async () => {
    const { warnings } = await agent.data<{ warnings: { nodes: { id: string }[] } }>(
      '{ warnings(first: 1) { nodes { id } } }',
    );
    const planFields =
      'plan { id version status budget { amount } spent { amount } actionsTotal actions(first: 9) { nodes { id why version description } } }';
    const started = await write(
      agent,
      'planStart',
      { warningId: warnings.nodes[0]!.id, language: 'zh_Hant' },
      planFields,
    );
    const plan = started['plan'] as {
      id: string;
      version: number;
      actions: { nodes: { id: string; description: string }[] };
    };
    expect(started['plan']).toMatchObject({
      version: 1,
      status: 'DRAFT',
      budget: { amount: 12_000 },
      spent: { amount: 12_000 },
      actionsTotal: 4,
    });
    expect(plan.actions.nodes[0]?.description).toBe('打電話問候近況，不推銷。');
    const activate = () => write(agent, 'planActivate', { id: plan.id, version: 1 }, 'plan { status version }');
    expect(await activate()).toEqual({
      plan: null,
      userErrors: [{ code: 'PLAN_WITHOUT_RESOURCES', path: ['resources'] }],
    });
    const add = { planId: plan.id, kind: 'BUDGET', description: 'Goodwill', amount: 12_000 };
    expect((await write(agent, 'planResourceAdd', add, 'resource { amount { amount } }'))['resource']).toEqual({
      amount: { amount: 12_000 },
    });
    expect(await activate()).toEqual({ plan: { status: 'ACTIVE', version: 2 }, userErrors: [] });
    const more = { planId: plan.id, kind: 'CARE', description: 'Flowers', dueOn: '2011-12-20', cost: 1 };
    expect((await write(agent, 'planActionAdd', more, 'action { id }')).userErrors).toEqual([
      { code: 'PLAN_OVER_BUDGET', path: ['cost'] },
    ]);
    const done = { id: plan.actions.nodes[0]!.id, version: 1, result: 'Glad we called' };
    expect(await write(agent, 'planActionDone', done, 'action { doneOn } plan { actionsDone }')).toMatchObject({
      action: { doneOn: '2011-12-10' },
      plan: { actionsDone: 1 },
    });
    const { id } = done;
    const money = 'plan { spent { amount } costDone { amount } nextDueOn }';
    expect((await write(agent, 'planActionReopen', { id, version: 2 }, money))['plan']).toEqual({
      spent: { amount: 12_000 },
      costDone: { amount: 0 },
      nextDueOn: expect.any(String),
    });
    await write(agent, 'planActionDone', { id, version: 3 }, 'action { doneOn }');
    const finish = { id: plan.id, version: 2, outcome: 'UNCLEAR', note: 'We shall see' };
    expect((await write(agent, 'planFinish', finish, 'plan { status outcome warning { status } }'))['plan']).toEqual({
      status: 'DONE',
      outcome: 'UNCLEAR',
      warning: { status: 'CLOSED' },
    });
    // one step is left undone: in a plan that has ended it is no longer due
    const ended = 'query ($id: ID!) { retentionPlan(id: $id) { actionsTotal actionsDone nextDueOn } }';
    const { retentionPlan } = await agent.data<{ retentionPlan: Record<string, number> }>(ended, { id: plan.id });
    expect(retentionPlan['actionsTotal']).toBeGreaterThan(retentionPlan['actionsDone']!);
    expect(retentionPlan['nextDueOn']).toBeNull();
  });

  test.each(['AUDITOR', 'POLICY_MANAGER'] as const)('%s reads warnings and changes nothing', async (role) => {
    const client = await server.as(role);
    expect((await client.ask('{ warnings(first: 1) { totalCount } }')).errors).toBeUndefined();
    expect(await refusal(client, 'healthRecompute', {})).toBe('FORBIDDEN');
  });

  test('only the owner changes how the queue is run, within bounds', async () => {
    expect(await refusal(agent, 'retentionSettingsUpdate', { version: 1, warnBelow: 50 })).toBe('FORBIDDEN');
    const owner = await server.as('OWNER');
    const set = (input: object) =>
      write(owner, 'retentionSettingsUpdate', input, 'settings { warnBelow perAgentPerDay version }');
    expect((await set({ version: 1, warnBelow: 500 })).userErrors).toHaveLength(1);
    expect((await set({ version: 1, warnBelow: 50 }))['settings']).toEqual({
      warnBelow: 50,
      perAgentPerDay: 5,
      version: 2,
    });
  });

  test('moving the as-of date judges everybody again', async () => {
    const owner = await server.as('OWNER');
    const { business } = await owner.data<{ business: { version: number } }>('{ business { version } }');
    await write(owner, 'businessUpdate', { version: business.version, asOf: '2011-03-20' }, 'business { asOf }');
    await server.settle();
    const { customers } = await owner.data<{ customers: unknown }>(
      '{ customers(first: 1) { nodes { health stage } } }',
    );
    expect(customers).toEqual({ nodes: [{ health: 100, stage: 'NEW' }] });
  });
});
