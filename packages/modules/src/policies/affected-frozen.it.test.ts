import { rowsOf } from '@perennial/kernel/db/database';
import { desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/** Whom a cut affects, after the customers and the goods have changed since the sale. */
let shop: Desk;

beforeEach(async () => {
  shop = await desk();
});

const TOMORROW = '2011-12-11';
const back = (id: string, days: number, appliesTo: object = {}) => returnsWithin(days, { id, appliesTo });
const refused = (affected: number) => [{ code: 'SERVICE_CUT', params: { affected } }];

/** How many purchases would be promised less, as a replay of them counts it. */
async function replayedLess(policyVersionId: string): Promise<number> {
  const { whatIfRun } = await shop.done<{ whatIfRun: Row }>(
    'whatIfStart',
    { policyVersionId },
    'whatIfRun { id }',
    shop.manager,
  );
  for (;;) {
    await shop.server.settle();
    const { whatIfRun: run } = await shop.manager.data<{
      whatIfRun: { status: string; result: { purchases: { less: number } } };
    }>('query ($id: ID!) { whatIfRun(id: $id) { status result } }', { id: whatIfRun.id });
    if (run.status !== 'RUNNING' && run.status !== 'WAITING') return run.result.purchases.less;
  }
}

describe('S11 a cut affects those who were promised it, whatever became of them and their goods since', () => {
  it('who bought as a prospect is none any more, and is affected by less for prospects', async () => {
    const kettle = await shop.product('K1');
    const first = await shop.publish('Welcome', [back('welcome', 60, { segments: ['PROSPECT'] }), back('any', 30)]);
    const customer = await shop.customer();
    await shop.bought(customer, kettle);
    await shop.server.settle();
    const { customer: now } = await shop.agent.data<{ customer: { segment: string } }>(
      'query ($id: ID!) { customer(id: $id) { segment } }',
      { id: customer },
    );
    expect(now.segment).not.toBe('PROSPECT');
    const draft = await shop.policies.next(first, TOMORROW, [
      back('welcome', 40, { segments: ['PROSPECT'] }),
      back('any', 30),
    ]);
    expect((await shop.policies.publish(draft)).userErrors).toMatchObject(refused(1));
    expect(await replayedLess(draft.id)).toBe(1);
    const others = await shop.policies.next(first, TOMORROW, [
      back('welcome', 60, { segments: ['PROSPECT'] }),
      back('any', 20),
    ]);
    expect((await shop.policies.publish(others)).userErrors).toMatchObject(refused(0));
    expect(await replayedLess(others.id)).toBe(0);
  });

  it('what was a kettle when it was sold is affected by less for kettles, not by less for what it is called now', async () => {
    const kettle = await shop.product('K1', { category: 'Kettles' });
    const terms = (kettles: number, urns: number) => [
      back('kettles', kettles, { categories: ['Kettles'] }),
      back('urns', urns, { categories: ['Urns'] }),
    ];
    const first = await shop.publish('By category', terms(60, 60));
    await shop.bought(await shop.customer(), kettle);
    await shop.server.settle();
    const [product] = await rowsOf<{ id: string; version: number }>(
      shop.server.db.orm,
      sql`select 'Product_' || id as id, version from products where code = 'K1'`,
    );
    await shop.done('productUpdate', { ...product, category: 'Urns' }, 'product { id }', shop.manager);
    const kettles = await shop.policies.next(first, TOMORROW, terms(40, 60));
    expect((await shop.policies.publish(kettles)).userErrors).toMatchObject(refused(1));
    const urns = await shop.policies.next(first, TOMORROW, terms(60, 40));
    expect((await shop.policies.publish(urns)).userErrors).toMatchObject(refused(0));
  });
});
