import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import { codes, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** What is bought is what was shown to whom it was shown, over the API. Today is 10 December 2011. */
let shop: Desk;
let customer: string;

const warranty = (id: string, months: number, appliesTo: object) => ({
  id,
  kind: 'warranty',
  params: { months, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const fees = (appliesTo: object) => ({
  id: 'key-fees',
  kind: 'fees',
  params: {
    rows: [{ code: 'KEYFEE', label: 'Opening', kind: 'FEE', mode: 'CAP', amount: 9_000, consent: false }],
    partShare: 30,
    addOnsUpToDiscount: true,
  },
  appliesTo,
});

/** A fee on some customers or goods, which a second person approved. */
async function publishFees(name: string, appliesTo: object): Promise<void> {
  // less is promised from today on, never for days past
  const draft = await shop.policies.draft(name, '2011-12-10', [fees(appliesTo)]);
  await shop.policies.approve(draft.id);
  expect(codes(await shop.policies.publish(draft))).toEqual([]);
}

interface Bought {
  id: string;
  invoiceLines: { nodes: { id: string }[] };
  entitlements: { nodes: { facts: FrozenFacts }[] };
}
const INVOICE = 'invoice { id invoiceLines { nodes { id } } entitlements { nodes { facts } } }';

const accept = async (quote: Row, revision: Row): Promise<Bought> =>
  (
    await shop.done<{ invoice: Bought }>(
      'quoteAccept',
      { id: quote.id, version: quote.version, revisionId: revision.id },
      INVOICE,
    )
  ).invoice;

const claimed = async (bought: Bought, kind: string, on: string): Promise<Row & { outcome: string }> => {
  const lines = [{ lineId: bought.invoiceLines.nodes[0]!.id, quantity: 1 }];
  const input = { customerId: customer, invoiceId: bought.id, kind, claimedOn: on, lines };
  return shop.on(
    on,
    async () =>
      (await shop.done<{ claim: Row & { outcome: string } }>('claimOpen', input, 'claim { id version outcome }')).claim,
  );
};

beforeAll(async () => {
  shop = await desk();
});

beforeEach(async () => {
  customer = await shop.customer();
});

describe('S1, C3, C13 a purchase is promised what its buyer was when they bought', () => {
  const segment = async () =>
    (
      await shop.agent.data<{ customer: { segment: string } }>('query ($id: ID!) { customer(id: $id) { segment } }', {
        id: customer,
      })
    ).customer.segment;

  it('S2, C3 a prospect is promised what was shown to a prospect, and no fee for whom the purchase makes of them', async () => {
    const machine = await shop.product('MACHINE');
    const productCodes = ['MACHINE'];
    await shop.publish('For prospects', [warranty('long', 36, { segments: ['PROSPECT'], productCodes })]);
    await publishFees('For key customers', { segments: ['KEY'], productCodes });
    const { quote, revision } = await shop.quoted(customer, [{ productId: machine, quantity: 5_000 }]);
    const bought = await accept(quote, revision);
    expect(await segment()).toBe('KEY');
    expect(bought.entitlements.nodes.map(({ facts }) => facts.segment)).toEqual(['PROSPECT', 'PROSPECT']);
    const repair = await claimed(bought, 'REPAIR', '2013-06-01');
    expect(repair.outcome).toBe('ALLOWED');
    const charges = [{ code: 'KEYFEE', amount: 9_000, currency: 'GBP' }];
    const charged = await shop.change(
      'claimChargesSet',
      { id: repair.id, version: repair.version, charges },
      'claim { id }',
    );
    expect(codes(charged)).toEqual(['HIDDEN_FEE']);
  });

  it('C13 so is a sale that is written down by hand', async () => {
    const toy = await shop.product('TOY');
    const { invoice } = await shop.done<{ invoice: Bought }>(
      'saleRecord',
      { customerId: customer, lines: [{ productId: toy, quantity: 1 }] },
      INVOICE,
    );
    expect(await segment()).not.toBe('PROSPECT');
    expect(new Set(invoice.entitlements.nodes.map(({ facts }) => facts.segment))).toEqual(new Set(['PROSPECT']));
  });
});

describe('S1, C3, C20 the goods are bought as they were shown', () => {
  const changed = async (revision: Row) =>
    (
      await shop.agent.data<{ quotePromises: { changed: boolean } }>(
        'query ($id: ID!) { quotePromises(id: $id) { changed } }',
        { id: revision.id },
      )
    ).quotePromises.changed;

  it('C3, C20 a product that is put elsewhere and brings nothing along any more takes nothing from the offer', async () => {
    const coat = await shop.product('COAT', { extras: ['Five spare buttons'], category: 'Coats', complexity: 'HIGH' });
    await shop.publish('For coats', [warranty('coats', 36, { categories: ['Coats'], complexity: ['HIGH'] })]);
    const { quote, revision } = await shop.quoted(customer, [{ productId: coat, quantity: 1 }]);
    await shop.done(
      'productUpdate',
      { id: coat, version: 1, category: 'Misc', complexity: 'LOW', extras: [] },
      'product { id }',
      shop.manager,
    );
    expect(await changed(revision)).toBe(false);
    const bought = await accept(quote, revision);
    const [first] = bought.entitlements.nodes;
    expect(first!.facts).toMatchObject({
      goods: { COAT: { category: 'Coats', complexity: 'HIGH' } },
      extras: { COAT: ['Five spare buttons'] },
    });
    expect((await claimed(bought, 'REPAIR', '2013-11-10')).outcome).toBe('ALLOWED');
  });

  it('S1 whatever the product is called, and though nothing was promised of it', async () => {
    const odd = await shop.product('constructor', { category: 'Tools' });
    const { quote, revision } = await shop.quoted(customer, [{ productId: odd, quantity: 1 }]);
    const { entitlements } = await accept(quote, revision);
    expect(entitlements.nodes[0]!.facts.goods).toEqual({ constructor: { category: 'Tools', complexity: 'LOW' } });
  });

  it('S2, C7 nor does it lay a fee of the other goods on it', async () => {
    const boots = await shop.product('BOOTS', { category: 'Boots' });
    await shop.publish('For boots', [warranty('boots', 24, { categories: ['Boots'] })]);
    await publishFees('For skis', { categories: ['Skis'] });
    const { quote, revision } = await shop.quoted(customer, [{ productId: boots, quantity: 1 }]);
    await shop.server.db.orm.execute(sql`update products set category = 'Skis' where code = 'BOOTS'`);
    expect(await changed(revision)).toBe(false);
    const { entitlements } = await accept(quote, revision);
    expect(entitlements.nodes[0]!.facts.goods).toEqual({ BOOTS: { category: 'Boots', complexity: 'LOW' } });
  });
});
