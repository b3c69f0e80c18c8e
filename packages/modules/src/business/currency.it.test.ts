import { desk, feesOf, type Desk } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, describe, it } from 'vitest';

/** Sums that customers were told are in the business's currency: it is not swapped under them. */
let shop: Desk;

beforeAll(async () => {
  shop = await desk();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate quote_lines, quote_revisions, quotes, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers, products cascade`,
  );
  await shop.server.db.orm.execute(sql`update business set currency = 'GBP'`);
});

const settings = async () =>
  (await shop.owner.data<{ business: { currency: string; version: number } }>('{business{currency version}}')).business;

async function into(currency: string, more: object = {}) {
  const { version } = await settings();
  return shop.change('businessUpdate', { version, currency, ...more }, 'business { currency }', shop.owner);
}

const dealings = async () =>
  (
    await shop.owner.data<{ dealings: { currencyFixed: boolean; newestDay: string | null } }>(
      '{ dealings { currencyFixed newestDay } }',
    )
  ).dealings;

async function stays() {
  // the import page asks beforehand, and hears the same
  expect(await dealings()).toMatchObject({ currencyFixed: true });
  expect(await into('EUR', { name: 'Renamed' })).toEqual({
    business: null,
    userErrors: [
      {
        code: 'CURRENCY_FIXED',
        path: ['currency'],
        message: expect.stringContaining('stays GBP'),
        params: { currency: 'GBP' },
      },
    ],
  });
  expect((await settings()).currency).toBe('GBP');
  // the form sends every setting along: the same currency is no change
  expect((await into('GBP')).userErrors).toEqual([]);
}

describe('C1 the currency is fixed once customers were told a sum in it', () => {
  it('is free before', async () => {
    await shop.policies.draft('Fees', '2011-01-01', [feesOf(2_500)]);
    expect(await dealings()).toEqual({ currencyFixed: false, newestDay: null });
    const customer = await shop.customer();
    expect((await into('EUR')).userErrors).toEqual([]);
    expect(await settings()).toMatchObject({ currency: 'EUR' });
    // who is on file already is reckoned in what they will be sold in
    expect(await shop.owner.data(`{ customer(id: "${customer}") { value { amount currency } } }`)).toEqual({
      customer: { value: { amount: 0, currency: 'EUR' } },
    });
  });

  it('stays after a version was published, and when it is retired', async () => {
    await shop.publish('Fees', [feesOf(2_500)]);
    await stays();
    await shop.server.db.orm.execute(sql`update policy_versions set status = 'RETIRED'`);
    await stays();
  });

  it('stays after something was sold', async () => {
    await shop.policies.purchase({ region: 'France', on: '2011-06-01', amount: 900 });
    await shop.policies.purchase({ region: 'France', on: '2011-03-01', amount: 900 });
    expect((await dealings()).newestDay).toBe('2011-06-01');
    await stays();
  });

  it('stays after a quote was sent, not while it is a draft', async () => {
    const customer = await shop.customer();
    const productId = await shop.product('LAMP');
    await shop.done('quoteCreate', { customerId: customer, title: 'An offer' }, 'quote { id }');
    expect((await into('EUR')).userErrors).toEqual([]);
    expect((await into('GBP')).userErrors).toEqual([]);
    expect(await dealings()).toMatchObject({ currencyFixed: false });
    await shop.quoted(customer, [{ productId, quantity: 1 }]);
    await stays();
  });
});
