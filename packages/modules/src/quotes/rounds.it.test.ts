import { rowsOf } from '@perennial/kernel/db/database';
import { codes, desk, feesOf, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** An offer in rounds, and what it refuses, over the API. Today is 10 December 2011. */
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

describe('C3 a quote in rounds', () => {
  it('C3 a quote is given only to somebody who may work on it', async () => {
    const { quote } = await sentQuote();
    const eve = await shop.done<{ staffMember: Row }>(
      'staffCreate',
      { name: 'Eve', email: 'eve@example.com', role: 'AUDITOR', password: 'a long enough password' },
      'staffMember { id }',
      shop.owner,
    );
    const given = await shop.change(
      'quoteUpdate',
      { id: quote.id, version: quote.version, ownerId: eve.staffMember.id },
      'quote { id }',
    );
    expect(given.userErrors).toMatchObject([{ code: 'STAFF_ROLE', path: ['ownerId'], params: { name: 'Eve' } }]);
  });

  it('C3 what was sent stands; a change is another round', async () => {
    const { quote, revision } = await sentQuote();
    const rewrite = await shop.change(
      'quoteRevisionSave',
      { id: revision.id, version: revision.version, solution: 'Three lamps' },
      'quoteRevision { id }',
    );
    expect(codes(rewrite)).toEqual(['REVISION_SENT']);
    // by whatever program
    const id = revision.id.split('_')[2];
    for (const statement of [
      sql`update quote_revisions set total = 1 where id = ${id}::uuid`,
      sql`update quote_lines set quantity = 9 where revision_id = ${id}::uuid`,
      sql`delete from quote_lines where revision_id = ${id}::uuid`,
    ]) {
      await expect(shop.server.db.orm.execute(statement)).rejects.toThrow();
    }
    const next = await shop.done<{ quoteRevision: Row }>(
      'quoteRevise',
      { id: quote.id },
      'quoteRevision { id version }',
    );
    expect(codes(await shop.change('quoteRevise', { id: quote.id }, 'quote { id }'))).toEqual(['QUOTE_HAS_DRAFT']);
    await shop.done(
      'quoteRevisionSave',
      { ...next.quoteRevision, discount: 0, lines: [{ productId: lamp, quantity: 3, unitPrice: 90_000 }] },
      'quoteRevision { id }',
    );
    const { quote: page } = await shop.agent.data<{ quote: unknown }>(
      `query ($id: ID!) { quote(id: $id) { rounds total { amount } revisions { nodes { number status total { amount }
        lines { nodes { position quantity unitPrice amount { amount } extras } } } } } }`,
      { id: quote.id },
    );
    const line = (quantity: number, unitPrice: number, amount: number) => ({
      nodes: [{ position: 1, quantity, unitPrice, amount: { amount }, extras: ['A spare bulb'] }],
    });
    expect(page).toEqual({
      rounds: 2,
      total: { amount: 1_700 },
      revisions: {
        nodes: [
          { number: 2, status: 'DRAFT', total: { amount: 2_700 }, lines: line(3, 90_000, 2_700) },
          { number: 1, status: 'SENT', total: { amount: 1_700 }, lines: line(2, 100_000, 2_000) },
        ],
      },
    });
    await shop.done('quoteRevisionDiscard', { id: next.quoteRevision.id, version: 2 }, 'quote { id }');
    expect(codes(await shop.change('quoteRevisionDiscard', revision, 'quote { id }'))).toEqual(['REVISION_SENT']);
  });

  it('C3 a new round keeps the day until which the last was valid, while it is; the trail tells lines that changed', async () => {
    const valid = async (id: string) => {
      const { quoteRevision } = await shop.done<{ quoteRevision: Row & { validUntil: string } }>(
        'quoteRevise',
        { id },
        'quoteRevision { id version validUntil }',
      );
      return quoteRevision;
    };
    const { quote } = await sentQuote({ validUntil: '2011-12-20' });
    const next = await valid(quote.id);
    expect(next.validUntil).toBe('2011-12-20');
    await shop.done(
      'quoteRevisionSave',
      { id: next.id, version: next.version, lines: [{ productId: lamp, quantity: 5 }] },
      'quoteRevision { id }',
    );
    const [trail] = await rowsOf<{ before: { lines: unknown }; after: { lines: unknown } }>(
      shop.server.db.orm,
      sql`select before, after from audit_events where operation = 'quoteRevisionSave' and subject like 'QuoteRevision_%' order by seq desc limit 1`,
    );
    expect(trail!.before.lines).toMatchObject([{ description: 'A LAMP', quantity: 2 }]);
    expect(trail!.after.lines).toMatchObject([{ description: 'A LAMP', quantity: 5 }]);
    await shop.on('2011-12-21', async () => {
      const other = await sentQuote({ validUntil: '2011-12-22' });
      await shop.on('2011-12-23', async () => expect((await valid(other.quote.id)).validUntil).toBe('2012-01-22'));
    });
  });

  it('C3 was sent on the business’s day, which says until when it is valid', async () => {
    const { quote, revision } = await sentQuote();
    const page = await shop.agent.data<{ quote: { revisions: { nodes: { sentAt: string; validUntil: string }[] } } }>(
      'query ($id: ID!) { quote(id: $id) { revisions(first: 1) { nodes { sentAt validUntil } } } }',
      { id: quote.id },
    );
    const [sent] = page.quote.revisions.nodes;
    expect(sent?.sentAt.slice(0, 10)).toBe('2011-12-10');
    expect(sent?.validUntil.slice(0, 4)).toMatch(/^201[12]$/);
    expect(revision.id).toBeTruthy();
  });

  it('C3 refuses another currency, a missing price, too high a discount and an empty offer', async () => {
    const euros = await shop.change(
      'quoteCreate',
      { customerId: customer, title: 'In euros', currency: 'EUR' },
      'quote { id }',
    );
    expect(euros.userErrors).toMatchObject([{ code: 'CURRENCY_MISMATCH', path: ['currency'] }]);
    const elsewhere = await shop.customer('EUR');
    const made = await shop.done<{ quote: Row; quoteRevision: Row }>(
      'quoteCreate',
      { customerId: elsewhere, title: 'In euros' },
      QUOTE,
    );
    const save = (lines: object[], more: object = {}) =>
      shop.change('quoteRevisionSave', { ...made.quoteRevision, lines, ...more }, 'quoteRevision { id }');
    expect((await save([{ productId: lamp, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'CURRENCY_MISMATCH', path: ['lines', '0', 'productId'], params: { left: 'GBP', right: 'EUR' } },
    ]);
    const own = await shop.done<{ quote: Row; quoteRevision: Row }>(
      'quoteCreate',
      { customerId: customer, title: 'Ours' },
      QUOTE,
    );
    const free = await shop.product('FREE', { price: null });
    const mine = (lines: object[], more: object = {}) =>
      shop.change('quoteRevisionSave', { ...own.quoteRevision, lines, ...more }, 'quoteRevision { id }');
    expect((await mine([{ productId: free, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'PRICE_MISSING', path: ['lines', '0', 'unitPrice'] },
    ]);
    expect(codes(await mine([{ productId: lamp, quantity: 1 }], { discount: 1_001 }))).toEqual(['DISCOUNT_TOO_HIGH']);
    const huge = { productId: lamp, quantity: 1_000_000, unitPrice: 900_719_925_474_099 };
    expect((await mine([huge])).userErrors).toMatchObject([
      { code: 'AMOUNT_TOO_LARGE', path: ['lines', '0', 'unitPrice'] },
    ]);
    const large = { productId: lamp, quantity: 1_000_000, unitPrice: 1_000_000_000 };
    expect((await mine([large, { productId: lamp, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'AMOUNT_TOO_LARGE', path: ['lines'] },
    ]);
    expect((await mine([{ productId: lamp, quantity: 0 }])).userErrors).toMatchObject([
      { code: 'INVALID_FIELD', path: ['lines', '0', 'quantity'], params: { minimum: 1 } },
    ]);
    const lines = await rowsOf(
      shop.server.db.orm,
      sql`select 1 from quote_lines where customer_id = ${customer.slice(9)}::uuid`,
    );
    expect(lines).toEqual([]); // nothing half-written
    expect(codes(await shop.change('quoteRevisionSend', own.quoteRevision, 'quote { id }'))).toEqual(['QUOTE_EMPTY']);
    expect(codes(await shop.change('quoteRevisionDiscard', own.quoteRevision, 'quote { id }'))).toEqual([
      'QUOTE_NEEDS_REVISION',
    ]);
  });

  it('C3 a quote that was declined is closed, with the reason', async () => {
    const { quote, revision } = await sentQuote();
    expect(codes(await shop.change('quoteDecline', { ...quote, reason: ' ' }, 'quote { id }'))).toEqual([
      'REASON_MISSING',
    ]);
    await shop.done('quoteDecline', { ...quote, reason: 'Too dear' }, 'quote { id }');
    expect(codes(await shop.accept({ ...quote, version: quote.version + 1 }, revision))).toEqual(['QUOTE_DECLINED']);
    expect(codes(await shop.change('quoteRevise', { id: quote.id }, 'quote { id }'))).toEqual(['QUOTE_DECLINED']);
  });

  it('C3 is not written by those who only read', async () => {
    const auditor = await shop.server.as('AUDITOR');
    await expect(
      shop.change('quoteCreate', { customerId: customer, title: 'No' }, 'quote { id }', auditor),
    ).rejects.toThrow('FORBIDDEN');
  });
});
