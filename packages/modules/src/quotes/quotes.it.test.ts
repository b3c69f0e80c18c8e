import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** From an offer to a purchase, over the API. Today is 10 December 2011. */
let server: TestServer;
let agent: GraphQLClient;
let manager: GraphQLClient;
let customer: string;
let lamp: string;

type Answer = Record<string, unknown> & {
  userErrors: { code: string; path: string[]; params: Record<string, unknown>; message: string }[];
};
interface Row {
  id: string;
  version: number;
}

async function change(name: string, input: object, select: string, by: GraphQLClient = agent): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await by.data<Record<string, Answer>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code path params message } } }`,
    { input },
  );
  return answer[name]!;
}

/** Of an answer that was not refused. */
async function done<T>(name: string, input: object, select: string, by?: GraphQLClient): Promise<T> {
  const answer = await change(name, input, select, by);
  expect(answer.userErrors, name).toEqual([]);
  return answer as T;
}

const codes = (answer: Answer) => answer.userErrors.map((each) => each.code);

const product = (code: string, input: object = {}) =>
  done<{ product: { id: string } }>(
    'productCreate',
    { code, name: `A ${code}`, price: 100_000, ...input },
    'product { id }',
    manager,
  );

async function newCustomer(currency = 'GBP'): Promise<string> {
  const id = newId();
  await server.db.orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${id}, ${`C-${id.slice(-6)}`}, 'UNKNOWN', 'France', 'France', 'PROSPECT', 'PROSPECT', '2011-01-01', ${currency}, now(), now())`);
  return `Customer_${id}`;
}

const QUOTE = 'quote { id version } quoteRevision { id version }';

/** A quote with one line of two lamps at £10, £3 off, sent. */
async function sentQuote(more: { validUntil?: string; discount?: number } = {}) {
  const { quoteRevision: draft } = await done<{ quoteRevision: Row }>(
    'quoteCreate',
    { customerId: customer, title: 'Light for the shop', ...(more.validUntil ? { validUntil: more.validUntil } : {}) },
    QUOTE,
  );
  const saved = await done<{ quoteRevision: Row }>(
    'quoteRevisionSave',
    {
      id: draft.id,
      version: draft.version,
      solution: 'Two lamps over the counter',
      discount: more.discount ?? 300,
      lines: [{ productId: lamp, quantity: 2 }],
    },
    'quoteRevision { id version total { amount } }',
  );
  const sent = await done<{ quote: Row; quoteRevision: Row }>(
    'quoteRevisionSend',
    { id: draft.id, version: saved.quoteRevision.version },
    QUOTE,
  );
  return { quote: sent.quote, revision: sent.quoteRevision };
}

const accept = (quote: Row, revision: Row, by: GraphQLClient = agent) =>
  change(
    'quoteAccept',
    { id: quote.id, version: quote.version, revisionId: revision.id },
    'quote { status } invoice { id number total { amount } lines currency kind at }',
    by,
  );

async function publish(name: string, terms: unknown[]): Promise<void> {
  const { policyVersion } = await done<{ policyVersion: Row }>(
    'policyCreate',
    { name },
    'policyVersion { id version }',
    manager,
  );
  const saved = await done<{ policyVersion: Row }>(
    'policyVersionSave',
    { id: policyVersion.id, version: policyVersion.version, effectiveFrom: '2011-01-01', terms },
    'policyVersion { id version }',
    manager,
  );
  await done('policyVersionPublish', saved.policyVersion, 'policyVersion { id }', manager);
}

const fees = (amount: number) => ({
  id: 'fees',
  kind: 'fees',
  params: {
    rows: [{ code: 'CALL-OUT', label: 'Call-out', mode: 'AMOUNT', amount, consent: true }],
    partShare: 30,
    addOnsUpToDiscount: true,
  },
});

beforeAll(async () => {
  server = await testServer();
  [agent, manager] = [await server.as('AGENT'), await server.as('POLICY_MANAGER')];
  lamp = (await product('LAMP', { extras: ['A spare bulb'] })).product.id;
  await publish('Service', [
    fees(2_500),
    { id: 'returns', kind: 'returns', params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' } },
  ]);
});

beforeEach(async () => {
  customer = await newCustomer();
});

describe('C3 a quote becomes the purchase', () => {
  it('C3 the accepted revision is the purchase: its lines, its discount, its promise, and what the customer is worth', async () => {
    const { quote, revision } = await sentQuote();
    const accepted = await accept(quote, revision);
    expect(accepted).toMatchObject({
      userErrors: [],
      quote: { status: 'ACCEPTED' },
      invoice: { kind: 'SALE', total: { amount: 1_700 }, lines: 2, currency: 'GBP' },
    });
    const page = await agent.data<{ customer: Record<string, unknown> }>(
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

  it('C3 two yeses at once make one purchase', async () => {
    const { quote, revision } = await sentQuote();
    const owner = await server.as('OWNER');
    const answers = await Promise.all([
      accept(quote, revision),
      accept(quote, revision, owner),
      accept(quote, revision),
    ]);
    expect(answers.filter((each) => each.userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(['QUOTE_ACCEPTED', 'QUOTE_ACCEPTED']);
    const { customer: page } = await agent.data<{ customer: { invoices: { totalCount: number }; orders: number } }>(
      'query ($id: ID!) { customer(id: $id) { orders invoices { totalCount } } }',
      { id: customer },
    );
    expect(page).toEqual({ orders: 1, invoices: { totalCount: 1 } });
  });

  it('C3 is refused after its last day, with the way out, and the trail shows the attempt', async () => {
    const { quote, revision } = await sentQuote({ validUntil: '2011-12-10' });
    await server.db.orm.execute(sql`update business set as_of = '2011-12-11'`);
    try {
      const late = await accept(quote, revision);
      expect(late.userErrors).toMatchObject([
        {
          code: 'QUOTE_EXPIRED',
          path: ['validUntil'],
          params: { validUntil: '2011-12-10', asOf: '2011-12-11' },
          message: expect.stringContaining('make a new revision'),
        },
      ]);
      expect(late.invoice).toBeNull();
      const { quote: page } = await agent.data<{ quote: { expired: boolean } }>(
        'query ($id: ID!) { quote(id: $id) { expired } }',
        { id: quote.id },
      );
      expect(page.expired).toBe(true);
      const [event] = await rowsOf<{ operation: string; after: { code?: string } | null }>(
        server.db.orm,
        sql`select operation, after from audit_events order by seq desc limit 1`,
      );
      expect(event?.operation).toContain('quoteAccept');
      expect(JSON.stringify(event)).toContain('QUOTE_EXPIRED');
      // the way out: a new revision is accepted
      const next = await done<{ quote: Row; quoteRevision: Row }>('quoteRevise', { id: quote.id }, QUOTE);
      const again = await done<{ quote: Row }>('quoteRevisionSend', next.quoteRevision, 'quote { id version }');
      expect(codes(await accept(again.quote, revision))).toEqual(['REVISION_NOT_SENT']);
      expect((await accept(again.quote, next.quoteRevision)).userErrors).toEqual([]);
    } finally {
      await server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });

  it('C3 what was sent stands; a change is another round', async () => {
    const { quote, revision } = await sentQuote();
    const rewrite = await change(
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
      await expect(server.db.orm.execute(statement)).rejects.toThrow();
    }
    const next = await done<{ quoteRevision: Row }>('quoteRevise', { id: quote.id }, 'quoteRevision { id version }');
    expect(codes(await change('quoteRevise', { id: quote.id }, 'quote { id }'))).toEqual(['QUOTE_HAS_DRAFT']);
    await done(
      'quoteRevisionSave',
      { ...next.quoteRevision, discount: 0, lines: [{ productId: lamp, quantity: 3, unitPrice: 90_000 }] },
      'quoteRevision { id }',
    );
    const { quote: page } = await agent.data<{ quote: unknown }>(
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
    await done('quoteRevisionDiscard', { id: next.quoteRevision.id, version: 2 }, 'quote { id }');
    expect(codes(await change('quoteRevisionDiscard', revision, 'quote { id }'))).toEqual(['REVISION_SENT']);
  });

  it('C3 refuses another currency, a missing price, too high a discount and an empty offer', async () => {
    const euros = await change(
      'quoteCreate',
      { customerId: customer, title: 'In euros', currency: 'EUR' },
      'quote { id }',
    );
    expect(euros.userErrors).toMatchObject([{ code: 'CURRENCY_MISMATCH', path: ['currency'] }]);
    const elsewhere = await newCustomer('EUR');
    const made = await done<{ quote: Row; quoteRevision: Row }>(
      'quoteCreate',
      { customerId: elsewhere, title: 'In euros' },
      QUOTE,
    );
    const save = (lines: object[], more: object = {}) =>
      change('quoteRevisionSave', { ...made.quoteRevision, lines, ...more }, 'quoteRevision { id }');
    expect((await save([{ productId: lamp, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'CURRENCY_MISMATCH', path: ['lines', '0', 'productId'], params: { left: 'GBP', right: 'EUR' } },
    ]);
    const own = await done<{ quote: Row; quoteRevision: Row }>(
      'quoteCreate',
      { customerId: customer, title: 'Ours' },
      QUOTE,
    );
    const free = (await product('FREE', { price: null })).product.id;
    const mine = (lines: object[], more: object = {}) =>
      change('quoteRevisionSave', { ...own.quoteRevision, lines, ...more }, 'quoteRevision { id }');
    expect((await mine([{ productId: free, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'PRICE_MISSING', path: ['lines', '0', 'unitPrice'] },
    ]);
    expect(codes(await mine([{ productId: lamp, quantity: 1 }], { discount: 1_001 }))).toEqual(['DISCOUNT_TOO_HIGH']);
    expect(codes(await mine([{ productId: lamp, quantity: 0 }]))).toEqual(['INVALID_FIELD']);
    const lines = await rowsOf(
      server.db.orm,
      sql`select 1 from quote_lines where customer_id = ${customer.slice(9)}::uuid`,
    );
    expect(lines).toEqual([]); // nothing half-written
    expect(codes(await change('quoteRevisionSend', own.quoteRevision, 'quote { id }'))).toEqual(['QUOTE_EMPTY']);
    expect(codes(await change('quoteRevisionDiscard', own.quoteRevision, 'quote { id }'))).toEqual([
      'QUOTE_NEEDS_REVISION',
    ]);
  });

  it('C3 a quote that was declined is closed, with the reason', async () => {
    const { quote, revision } = await sentQuote();
    expect(codes(await change('quoteDecline', { ...quote, reason: ' ' }, 'quote { id }'))).toEqual(['REASON_MISSING']);
    await done('quoteDecline', { ...quote, reason: 'Too dear' }, 'quote { id }');
    expect(codes(await accept({ ...quote, version: quote.version + 1 }, revision))).toEqual(['QUOTE_DECLINED']);
    expect(codes(await change('quoteRevise', { id: quote.id }, 'quote { id }'))).toEqual(['QUOTE_DECLINED']);
  });

  it('C3 is not written by those who only read', async () => {
    const auditor = await server.as('AUDITOR');
    await expect(change('quoteCreate', { customerId: customer, title: 'No' }, 'quote { id }', auditor)).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});

describe('C7 what may be charged is shown before the customer accepts', () => {
  const asked = (revision: Row) =>
    agent.data<{
      quotePromises: {
        terms: { sentences: string[] }[];
        fees: { sentences: string[] }[];
        feesHash: string;
        changed: boolean;
      };
    }>(
      `query ($id: ID!) { quotePromises(id: $id) { changed feesHash terms { kind policy number sentences } fees { kind termId sentences } } }`,
      { id: revision.id },
    );

  it('C7 terms and fees are said in sentences, and the acceptance records which schedule was shown', async () => {
    const { quote, revision } = await sentQuote();
    const { quotePromises } = await asked(revision);
    expect(quotePromises.changed).toBe(false);
    expect(quotePromises.terms.map((each) => each.sentences.join(' '))).toEqual([expect.stringContaining('30 days')]);
    expect(quotePromises.fees.map((each) => each.sentences.join(' '))).toEqual([expect.stringContaining('£25.00')]);
    await accept(quote, revision);
    const { quote: page } = await agent.data<{ quote: { acceptedRevision: { feesHash: string } } }>(
      'query ($id: ID!) { quote(id: $id) { acceptedRevision { feesHash } } }',
      { id: quote.id },
    );
    expect(page.acceptedRevision.feesHash).toBe(quotePromises.feesHash);
    expect(page.acceptedRevision.feesHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('C7 a fee schedule changed after it was sent cannot be accepted unseen, not even a kinder one', async () => {
    const { quote, revision } = await sentQuote();
    await publish('Another promise', [{ ...fees(2_000), id: 'french-fees', appliesTo: { regions: ['France'] } }]);
    expect((await asked(revision)).quotePromises.changed).toBe(true);
    expect(codes(await accept(quote, revision))).toEqual(['FEES_NOT_DISCLOSED']);
    const next = await done<{ quoteRevision: Row }>('quoteRevise', { id: quote.id }, 'quoteRevision { id version }');
    const again = await done<{ quote: Row }>('quoteRevisionSend', next.quoteRevision, 'quote { id version }');
    expect((await asked(next.quoteRevision)).quotePromises.fees).toHaveLength(2);
    expect((await accept(again.quote, next.quoteRevision)).userErrors).toEqual([]);
  });

  it('C7 a promise that is less than was shown cannot be accepted unseen; one that is more can', async () => {
    const params = { days: 60, openedAllowed: true, countedFrom: 'PURCHASE' };
    await publish('In Spain', [{ id: 'spanish-returns', kind: 'returns', params, appliesTo: { regions: ['Spain'] } }]);
    const moveTo = (region: string) =>
      server.db.orm.execute(
        sql`update customers set region = ${region}, country = ${region} where customer_id = ${customer.slice(9)}::uuid`,
      );
    await moveTo('Portugal');
    const { quote, revision } = await sentQuote();
    await moveTo('Spain');
    expect((await asked(revision)).quotePromises.changed).toBe(false);
    const next = await done<{ quoteRevision: Row }>('quoteRevise', { id: quote.id }, 'quoteRevision { id version }');
    const { quote: shown } = await done<{ quote: Row }>(
      'quoteRevisionSend',
      next.quoteRevision,
      'quote { id version }',
    );
    await moveTo('Portugal');
    expect((await asked(next.quoteRevision)).quotePromises.changed).toBe(true);
    expect((await accept(shown, next.quoteRevision)).userErrors).toMatchObject([
      {
        code: 'PROMISE_CHANGED',
        path: ['revisionId'],
        params: { number: 2, terms: 'spanish-returns' },
        message: expect.stringContaining('make a new revision'),
      },
    ]);
    const last = await done<{ quoteRevision: Row }>('quoteRevise', { id: quote.id }, 'quoteRevision { id version }');
    const sent = await done<{ quote: Row }>('quoteRevisionSend', last.quoteRevision, 'quote { id version }');
    await moveTo('Spain');
    expect((await accept(sent.quote, last.quoteRevision)).userErrors).toEqual([]);
  });
});
