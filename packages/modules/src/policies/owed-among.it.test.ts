import { returnsWithin } from '@perennial/testkit/policies/promises';
import { desk, type Desk } from '@perennial/testkit/sales/desk';
import { beforeEach, describe, expect, it } from 'vitest';

/** What the page of a customer says we owe, where a purchase carries several policies. */
let shop: Desk;

beforeEach(async () => {
  shop = await desk();
});

const back = (id: string, days: number, appliesTo: object = {}) => returnsWithin(days, { id, appliesTo });

/** Policy, purchases and sentences of every term told. */
async function told(id: string) {
  const { customerPromises } = await shop.agent.data<{
    customerPromises: { policy: string; terms: { purchases: number; sentences: string[] }[] }[];
  }>('query ($id: ID!) { customerPromises(id: $id) { policy terms { purchases sentences } } }', { id });
  return customerPromises.flatMap(({ policy, terms }) =>
    terms.map(({ purchases, sentences }) => [policy, purchases, sentences.join(' ')]),
  );
}

/** A purchase by which its promises are told on the day of the sale. */
async function buys(customer: string, productIds: readonly string[]) {
  const { quote, revision } = await shop.quoted(
    customer,
    productIds.map((productId) => ({ productId, quantity: 1 })),
  );
  expect((await shop.accept(quote, revision)).userErrors).toEqual([]);
  await shop.server.settle();
}

describe('C35 a customer is told what decides for their purchases, whichever policy it stands in', () => {
  it('a general promise that a policy for their region sets aside is not told, but for what they bought before', async () => {
    const kettle = await shop.product('K1');
    await shop.publish('Base', [back('base', 60)]);
    const [old, young] = [await shop.customer(), await shop.customer()];
    await buys(old, [kettle]);
    const draft = await shop.policies.draft('France', '2011-12-11', [back('france', 20, { regions: ['France'] })]);
    await shop.policies.approve(draft.id, { effectiveFrom: '2011-12-11' });
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    await shop.on('2011-12-12', async () => {
      await buys(young, [kettle]);
      expect(await told(young)).toEqual([['France', 1, expect.stringContaining('20 days')]]);
      await buys(old, [kettle]);
      expect(await told(old)).toEqual([
        ['France', 1, expect.stringContaining('20 days')],
        ['Base', 1, expect.stringMatching(/^For every purchase\. .*60 days/)],
      ]);
    });
  });

  it('beside goods for which another policy decides, a general promise says that it does not', async () => {
    const [kettle, mug] = [await shop.product('K1', { category: 'Kettles' }), await shop.product('M1')];
    await shop.publish('Base', [back('base', 20)]);
    await shop.publish('Kettles', [back('kettles', 60, { categories: ['Kettles'] })]);
    const customer = await shop.customer();
    await buys(customer, [kettle, mug]);
    const lines = await told(customer);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['Base', 1, expect.stringMatching(/^For every purchase, except where .*: category Kettles\. .*20 days/)],
        ['Kettles', 1, expect.stringContaining('60 days')],
      ]),
    );
    expect(lines).toHaveLength(2);
  });
});
