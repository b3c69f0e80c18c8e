import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { codes, desk, type Desk } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPromises } from '../policies/index.ts';
import { matchReturnsOf } from './index.ts';

/** Sales written down by hand, over the API. Today is 10 December 2011. */
let shop: Desk;
let customer: string;
let lamp: string;

const deliver = {
  id: 'deliver',
  kind: 'delivery',
  params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] },
};

const record = (lines: object[], more: object = {}) =>
  shop.change(
    'saleRecord',
    { customerId: customer, lines, ...more },
    'invoice { id number at kind country total { amount currency } lines }',
  );

beforeAll(async () => {
  shop = await desk();
  lamp = await shop.product('LAMP');
  await shop.publish('Service', [returnsWithin(30), deliver]);
});

beforeEach(async () => {
  customer = await shop.customer();
});

interface Page {
  customer: {
    value: { amount: number };
    orders: number;
    stage: string;
    invoices: {
      totalCount: number;
      nodes: {
        entitlements: { nodes: { grantedOn: string; policy: { name: string } }[] };
        fulfilmentTasks: { nodes: { kind: string; dueOn: string; owner: { email: string } | null }[] };
      }[];
    };
  };
}

const look = async (): Promise<Page['customer']> =>
  (
    await shop.agent.data<Page>(
      `query ($id: ID!) { customer(id: $id) { value { amount } orders stage invoices { totalCount nodes {
        entitlements { nodes { grantedOn policy { name } } }
        fulfilmentTasks { nodes { kind dueOn owner { email } } } } } } }`,
      { id: customer },
    )
  ).customer;

describe('C4 a sale written down by hand', () => {
  it('C4 is a purchase like any other: its promises, its tasks, and what the customer is worth', async () => {
    const made = await record([
      { productId: lamp, quantity: 2 },
      { productId: lamp, quantity: 1, unitPrice: 50_000, description: 'A lamp with a scratch' },
    ]);
    expect(made).toMatchObject({
      userErrors: [],
      invoice: { kind: 'SALE', country: 'France', total: { amount: 2_500, currency: 'GBP' }, lines: 2 },
    });
    expect((made.invoice as { number: string }).number).toMatch(/^S-\d{4}$/);
    const page = await look();
    expect(page).toMatchObject({
      value: { amount: 2_500 },
      orders: 1,
      stage: 'ACTIVE',
      invoices: {
        totalCount: 1,
        nodes: [{ entitlements: { nodes: [{ grantedOn: '2011-12-10', policy: { name: 'Service' } }] } }],
      },
    });
    expect(page.invoices.nodes[0]!.fulfilmentTasks.nodes).toEqual([
      { kind: 'DELIVERY', dueOn: '2011-12-13', owner: { email: expect.stringContaining('@') } },
    ]);
    const [event] = await rowsOf<{ operation: string; subject: string }>(
      shop.server.db.orm,
      sql`select operation, subject from audit_events order by seq desc limit 1`,
    );
    expect(event).toEqual({ operation: 'saleRecord', subject: (made.invoice as { id: string }).id });
  });

  it('C4 of an earlier day carries what was promised on that day, and finds what came back since', async () => {
    const customerId = customer.slice('Customer_'.length);
    const note = newId();
    const { orm } = shop.server.db;
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, 'C1', '2011-11-20T12:00:00Z', 'RETURN', 'France', 'GBP', -1000, 1)`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${newId()}, ${note}, 'LAMP', 1, 'A lamp', -1, 100000, -1000, 'GBP', 'RETURN')`);
    await matchReturnsOf(orm, sql`select ${customerId}::uuid as customer_id, 'LAMP' as code`);
    await keepPromises(await jobContext(shop.server.env));
    const returns = async () =>
      (
        await shop.agent.data<{ customer: { returns: { nodes: { outcome: string; deadline: string | null }[] } } }>(
          'query ($id: ID!) { customer(id: $id) { returns { nodes { outcome deadline } } } }',
          { id: customer },
        )
      ).customer.returns.nodes;
    expect(await returns()).toEqual([{ outcome: 'NO_PURCHASE', deadline: null }]);
    const made = await record([{ productId: lamp, quantity: 1 }], { soldOn: '2011-11-02' });
    expect(made).toMatchObject({ userErrors: [], invoice: { at: expect.stringMatching(/^2011-11-02T00:00:00/) } });
    expect((await look()).invoices.nodes.flatMap((each) => each.entitlements.nodes)).toEqual([
      { grantedOn: '2011-11-02', policy: { name: 'Service' } },
    ]);
    expect(await returns()).toEqual([{ outcome: 'ALLOWED', deadline: '2011-12-02' }]);
  });

  it('C4 numbers follow one another, also when several are written down at once', async () => {
    const made = await Promise.all([1, 2, 3].map((quantity) => record([{ productId: lamp, quantity }])));
    const numbers = made.map((each) => Number((each.invoice as { number: string }).number.slice(2))).sort();
    expect(numbers).toEqual([numbers[0]!, numbers[0]! + 1, numbers[0]! + 2]);
  });

  it('C4 is refused by field, and nothing is half-written', async () => {
    const free = await shop.product('FREE', { price: null });
    expect((await record([{ productId: free, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'PRICE_MISSING', path: ['lines', '0', 'unitPrice'], params: { code: 'FREE' } },
    ]);
    const large = { productId: lamp, quantity: 1_000_000, unitPrice: 1_000_000_000 };
    expect((await record([{ ...large, unitPrice: 1_000_000_001 }])).userErrors).toMatchObject([
      { code: 'AMOUNT_TOO_LARGE', path: ['lines', '0', 'unitPrice'] },
    ]);
    expect((await record([large, { productId: lamp, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'AMOUNT_TOO_LARGE', path: ['lines'] },
    ]);
    expect((await record([{ productId: lamp, quantity: 1, unitPrice: -1 }])).userErrors).toMatchObject([
      {
        code: 'PRICE_NEGATIVE',
        path: ['lines', '0', 'unitPrice'],
        message: expect.stringContaining('"unitPrice" of LAMP must not be negative'),
      },
    ]);
    for (const soldOn of ['0001-01-01', '1969-12-31']) {
      expect((await record([{ productId: lamp, quantity: 1 }], { soldOn })).userErrors).toMatchObject([
        { code: 'SALE_TOO_EARLY', path: ['soldOn'], params: { soldOn, earliest: '1970-01-01' } },
      ]);
    }
    expect((await record([{ productId: lamp, quantity: 1 }], { soldOn: '2011-12-11' })).userErrors).toMatchObject([
      { code: 'SALE_IN_THE_FUTURE', path: ['soldOn'], params: { soldOn: '2011-12-11', asOf: '2011-12-10' } },
    ]);
    expect((await record([{ productId: lamp, quantity: 1 }], { currency: 'EUR' })).userErrors).toMatchObject([
      { code: 'CURRENCY_MISMATCH', path: ['currency'] },
    ]);
    expect((await record([{ productId: lamp, quantity: 0 }])).userErrors).toMatchObject([
      { code: 'INVALID_FIELD', path: ['lines', '0', 'quantity'] },
    ]);
    expect((await record([])).userErrors).toMatchObject([{ code: 'INVALID_FIELD', path: ['lines'] }]);
    const gone = `Product_${newId()}`;
    expect((await record([{ productId: gone, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['lines.0.productId'] },
    ]);
    customer = await shop.customer('EUR');
    expect((await record([{ productId: lamp, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'CURRENCY_MISMATCH', path: ['lines', '0', 'productId'], params: { left: 'GBP', right: 'EUR' } },
    ]);
    expect((await look()).invoices.totalCount).toBe(0);
    const auditor = await shop.server.as('AUDITOR');
    await expect(
      shop.change(
        'saleRecord',
        { customerId: customer, lines: [{ productId: lamp, quantity: 1 }] },
        'invoice { id }',
        auditor,
      ),
    ).rejects.toThrow('FORBIDDEN');
    expect(
      codes(
        await shop.change(
          'saleRecord',
          { customerId: `Customer_${newId()}`, lines: [{ productId: lamp, quantity: 1 }] },
          'invoice { id }',
        ),
      ),
    ).toEqual(['NOT_FOUND']);
  });
});

describe('S2 a sale of another day happened at a time that nobody kept', () => {
  it('S2 what was published in the course of that day was not disclosed to it', async () => {
    const row = { code: 'HIDE', label: 'Opening', kind: 'FEE', mode: 'CAP', amount: 9_000, consent: false };
    const params = { rows: [row], partShare: 30, addOnsUpToDiscount: true };
    const appliesTo = { productCodes: ['LAMP'] };
    const draft = await shop.policies.draft('Fees', '2011-12-10', [{ id: 'fees', kind: 'fees', params, appliesTo }]);
    // as it could be published for the day itself before less was promised from the next day on only
    await shop.server.db.orm.execute(sql`
      update policy_versions set status = 'PUBLISHED', published_at = now(), disclosed_at = '2011-12-10T12:00:00Z'
      where id = ${draft.id.replace('PolicyVersion_', '')}::uuid`);
    const sold = async (soldOn?: string) =>
      (
        await shop.done<{ invoice: { id: string; at: string; invoiceLines: { nodes: { id: string }[] } } }>(
          'saleRecord',
          { customerId: customer, lines: [{ productId: lamp, quantity: 1 }], ...(soldOn ? { soldOn } : {}) },
          'invoice { id at invoiceLines { nodes { id } } }',
        )
      ).invoice;
    const charged = async (of: Awaited<ReturnType<typeof sold>>) => {
      const lines = [{ lineId: of.invoiceLines.nodes[0]!.id, quantity: 1 }];
      const { claim } = await shop.done<{ claim: { id: string; version: number } }>(
        'claimOpen',
        { customerId: customer, invoiceId: of.id, kind: 'RETURN', lines },
        'claim { id version }',
      );
      const charges = [{ code: 'HIDE', amount: 9_000, currency: 'GBP' }];
      return codes(await shop.change('claimChargesSet', { ...claim, charges }, 'claim { id }'));
    };
    await shop.on('2011-12-11', async () => {
      const earlier = await sold('2011-12-10');
      expect(earlier.at).toMatch(/^2011-12-10T00:00:00/);
      expect(await charged(earlier)).toEqual(['HIDDEN_FEE']);
      expect(await charged(await sold())).toEqual([]);
    });
    // nor by looking back at the day and writing it down as a sale of today
    await shop.server.db.orm.execute(sql`update business set latest_day = '2011-12-11'`);
    try {
      expect(await charged(await sold())).toEqual(['HIDDEN_FEE']);
    } finally {
      await shop.server.db.orm.execute(sql`update business set latest_day = null`);
    }
  });
});
