import { rowsOf } from '@perennial/kernel/db/database';
import { codes, desk, feesOf, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** From an offer to a purchase, over the API. Today is 10 December 2011. */
let shop: Desk;
let customer: string;
let lamp: string;

const QUOTE = 'quote { id version } quoteRevision { id version }';

/** A quote with one line of two lamps at £10, £3 off, sent. */
const sentQuote = (more: { validUntil?: string } = {}) =>
  shop.quoted(customer, [{ productId: lamp, quantity: 2 }], {
    solution: 'Two lamps over the counter',
    discount: 300,
    ...more,
  });

beforeAll(async () => {
  shop = await desk();
  lamp = await shop.product('LAMP', { extras: ['A spare bulb'] });
  await shop.publish('Service', [feesOf(2_500), returnsWithin(30)]);
});

beforeEach(async () => {
  customer = await shop.customer();
});

describe('C3 a quote becomes the purchase', () => {
  it('C3 the accepted revision is the purchase: its lines, its discount, its promise, and what the customer is worth', async () => {
    const { quote, revision } = await sentQuote();
    const accepted = await shop.accept(quote, revision);
    expect(accepted).toMatchObject({
      userErrors: [],
      quote: { status: 'ACCEPTED' },
      invoice: { kind: 'SALE', total: { amount: 1_700 }, lines: 2, currency: 'GBP' },
    });
    const page = await shop.agent.data<{ customer: Record<string, unknown> }>(
      `query ($id: ID!) { customer(id: $id) { value { amount } orders segment stage
        quotes { nodes { status closedOn total { amount } acceptedRevision { id status number solution } invoice { number } } }
        invoices { nodes { number at invoiceLines(orderBy: CODE_ASC) { nodes { code kind quantity amount { amount } } }
          entitlements { nodes { grantedOn policy { name } } } quotes { nodes { id } } } } } }`,
      { id: customer },
    );
    const number = (accepted.invoice as { number: string }).number;
    expect(page.customer).toMatchObject({
      // a discount is no revenue from goods taken back: value counts goods, the invoice what is paid
      value: { amount: 2_000 },
      orders: 1,
      stage: 'ACTIVE',
      quotes: {
        nodes: [
          {
            status: 'ACCEPTED',
            closedOn: '2011-12-10',
            total: { amount: 1_700 },
            acceptedRevision: { status: 'ACCEPTED', number: 1, solution: 'Two lamps over the counter' },
            invoice: { number },
          },
        ],
      },
      invoices: {
        nodes: [
          {
            number,
            invoiceLines: {
              nodes: [
                { code: 'D', kind: 'FEE', quantity: -1, amount: { amount: -300 } },
                { code: 'LAMP', kind: 'SALE', quantity: 2, amount: { amount: 2_000 } },
              ],
            },
            entitlements: { nodes: [{ grantedOn: '2011-12-10', policy: { name: 'Service' } }] },
            quotes: { nodes: [{ id: quote.id }] },
          },
        ],
      },
    });
    expect((page.customer.segment as string) === 'PROSPECT').toBe(false);
  });

  it('C3 a round that was still written when the one before was accepted is over', async () => {
    const { quote, revision } = await sentQuote();
    const begun = await shop.done<{ quote: Row }>('quoteRevise', { id: quote.id }, 'quote { id version }');
    expect((await shop.accept(begun.quote, revision)).userErrors).toEqual([]);
    const { quote: page } = await shop.agent.data<{ quote: { revisions: { nodes: object[] } } }>(
      'query ($id: ID!) { quote(id: $id) { revisions { nodes { number status } } } }',
      { id: quote.id },
    );
    expect(page.revisions.nodes).toEqual([
      { number: 2, status: 'SUPERSEDED' },
      { number: 1, status: 'ACCEPTED' },
    ]);
  });

  it('C3 two yeses at once make one purchase', async () => {
    const { quote, revision } = await sentQuote();
    const owner = await shop.server.as('OWNER');
    const answers = await Promise.all([
      shop.accept(quote, revision),
      shop.accept(quote, revision, owner),
      shop.accept(quote, revision),
    ]);
    expect(answers.filter((each) => each.userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(['QUOTE_ACCEPTED', 'QUOTE_ACCEPTED']);
    const { customer: page } = await shop.agent.data<{
      customer: { invoices: { totalCount: number }; orders: number };
    }>('query ($id: ID!) { customer(id: $id) { orders invoices { totalCount } } }', { id: customer });
    expect(page).toEqual({ orders: 1, invoices: { totalCount: 1 } });
  });

  it('C3 is refused after its last day, with the way out, and the trail shows the attempt', async () => {
    const { quote, revision } = await sentQuote({ validUntil: '2011-12-10' });
    await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-11'`);
    try {
      const late = await shop.accept(quote, revision);
      expect(late.userErrors).toMatchObject([
        {
          code: 'QUOTE_EXPIRED',
          path: ['validUntil'],
          params: { validUntil: '2011-12-10', asOf: '2011-12-11' },
          message: expect.stringContaining('make a new revision'),
        },
      ]);
      expect(late.invoice).toBeNull();
      const { quote: page } = await shop.agent.data<{ quote: { expired: boolean } }>(
        'query ($id: ID!) { quote(id: $id) { expired } }',
        { id: quote.id },
      );
      expect(page.expired).toBe(true);
      const [event] = await rowsOf<{ operation: string; after: { code?: string } | null }>(
        shop.server.db.orm,
        sql`select operation, after from audit_events order by seq desc limit 1`,
      );
      expect(event?.operation).toContain('quoteAccept');
      expect(JSON.stringify(event)).toContain('QUOTE_EXPIRED');
      // the way out: a new revision is accepted
      const next = await shop.done<{ quote: Row; quoteRevision: Row }>('quoteRevise', { id: quote.id }, QUOTE);
      const again = await shop.done<{ quote: Row }>('quoteRevisionSend', next.quoteRevision, 'quote { id version }');
      expect(codes(await shop.accept(again.quote, revision))).toEqual(['REVISION_NOT_SENT']);
      expect((await shop.accept(again.quote, next.quoteRevision)).userErrors).toEqual([]);
    } finally {
      await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });
});

it('S11 a promise that runs into a year whose holidays nobody entered is refused where the revision is named', async () => {
  const office = [{ from: 540, to: 1020 }];
  const week = { 1: office, 2: office, 3: office, 4: office, 5: office };
  const { calendar } = await shop.done<{ calendar: Row }>(
    'calendarCreate',
    { name: 'Until 2011', timeZone: 'Europe/London', week, years: [2010, 2011] },
    'calendar { id }',
    shop.manager,
  );
  const vase = await shop.product('VASE');
  const params = { withinDays: 3, clock: 'WORKING_DAYS', freeOfCharge: true, checklist: [] };
  const appliesTo = { productCodes: ['VASE'] };
  await shop.publish('Delivery', [{ id: 'deliver', kind: 'delivery', params, appliesTo }], { calendarId: calendar.id });
  const { quote, revision } = await shop.quoted(customer, [{ productId: vase, quantity: 1 }], {
    validUntil: '2012-06-30',
  });
  const accepted = await shop.on('2011-12-30', () => shop.accept(quote, revision));
  expect(accepted.userErrors).toMatchObject([
    { code: 'CALENDAR_YEAR_UNKNOWN', path: ['revisionId'], params: { calendar: 'Until 2011', year: '2012' } },
  ]);
  expect(accepted.userErrors[0]!.message).toContain('enter the days of 2012');
});
