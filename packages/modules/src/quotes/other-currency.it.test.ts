import { rowsOf } from '@perennial/kernel/db/database';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { desk, feesOf, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

/** A business that reckons in pounds offers two lamps at £10 to one customer, and at €10 to another. */
let shop: Desk;
let lamps = 0;

beforeAll(async () => {
  shop = await desk();
  await shop.publish('Service', [
    feesOf(2_500),
    returnsWithin(30),
    returnsWithin(90, { id: 'dear', appliesTo: { minValue: 1_500 } }),
  ]);
});

async function offered(currency: string): Promise<{ buyer: string; quote: Row; revision: Row }> {
  const buyer = await shop.customer(currency);
  const code = `LAMP-${++lamps}`;
  const lamp = await shop.product(code);
  await shop.server.db.orm.execute(sql`update products set currency = ${currency} where code = ${code}`);
  return { buyer, ...(await shop.quoted(buyer, [{ productId: lamp, quantity: 2 }])) };
}

/** What is shown with an offer, as it is read. */
async function shown({ id }: Row): Promise<string> {
  const { quotePromises } = await shop.agent.data<{
    quotePromises: Record<'terms' | 'fees', { sentences: string[] }[]>;
  }>(`query ($id: ID!) { quotePromises(id: $id) { terms { sentences } fees { sentences } } }`, { id });
  return [...quotePromises.terms, ...quotePromises.fees].flatMap(({ sentences }) => sentences).join(' ');
}

const frozen = (customer: string) =>
  rowsOf<{ value: string | null; total: number; currency: string }>(
    shop.server.db.orm,
    sql`
    select e.facts ->> 'value' as value, i.total::int as total, i.currency from entitlements e
    join invoices i on i.customer_id = e.customer_id and i.id = e.invoice_id
    where e.customer_id = ${customer.replace('Customer_', '')}::uuid`,
  );

describe('C12 an offer in another currency', () => {
  it('has no worth that a term could ask for, neither when it is shown nor when it is bought', async () => {
    const [pounds, euros] = [await offered('GBP'), await offered('EUR')];
    expect(await shown(pounds.revision)).toContain('90 days');
    expect(await shown(euros.revision)).toContain('30 days');
    expect(await shown(euros.revision)).not.toContain('90 days');
    for (const { quote, revision } of [pounds, euros])
      expect((await shop.accept(quote, revision)).userErrors).toEqual([]);
    expect(await frozen(pounds.buyer)).toEqual([{ value: '2000', total: 2_000, currency: 'GBP' }]);
    expect(await frozen(euros.buyer)).toEqual([{ value: null, total: 2_000, currency: 'EUR' }]);
  });

  it('C7 is shown the fees in the currency in which they are promised, and may be charged', async () => {
    const { revision } = await offered('EUR');
    const said = await shown(revision);
    expect(said).toContain('£25.00');
    expect(said).not.toContain('€');
  });
});
