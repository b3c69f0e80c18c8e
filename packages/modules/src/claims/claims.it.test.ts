import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPromises } from '../policies/index.ts';
import { seed } from './seed.ts';

/** Claims over the API, as staff make them, on whatever database the project runs. */
let server: TestServer;
let owner: GraphQLClient;

beforeAll(async () => {
  server = await testServer();
  owner = await server.as('OWNER');
});

beforeEach(async () => {
  await server.db.orm.execute(
    sql`truncate claim_receipts, claim_charges, claim_lines, claims, returns, entitlements, return_matches, invoice_lines, invoices, promise_snapshots, policy_versions, policies, customers, products cascade`,
  );
});

interface Refusal {
  code: string;
  message: string;
  path: string[];
  params: Record<string, unknown> | null;
}
type Answer = Record<string, unknown> & { userErrors: Refusal[] };

/** A mutation with what is asked of its payload. */
async function change<T = Answer>(name: string, input: object, ask: string, by: GraphQLClient = owner): Promise<T> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await by.data<Record<string, T>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${ask} userErrors { code message path params } } }`,
    { input },
  );
  return answer[name]!;
}

const params: Record<string, object> = {
  returns: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
  warranty: { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
  remedy: {
    refundDays: 7,
    replaceDays: 15,
    repairMonths: 12,
    maxRepairs: 2,
    conditions: ['DEFECT', 'TRANSPORT_DAMAGE'],
    countedFrom: 'PURCHASE',
  },
  extras: { items: ['two spare buttons'] },
  maintenance: {
    everyMonths: 1,
    visits: 2,
    partsIncluded: true,
    partsDiscount: 0,
    labourIncluded: true,
    countedFrom: 'PURCHASE',
  },
  fees: { rows: [], partShare: 30, addOnsUpToDiscount: true },
};
const term = (kind: string, change: object = {}, more: object = {}) => ({
  id: kind,
  kind,
  params: { ...params[kind], ...change },
  ...more,
});

interface Version {
  id: string;
  version: number;
  policyId: string;
}

let policies = 0;

/** A policy published since the beginning of the data. */
async function promise(...terms: object[]): Promise<Version> {
  const made = await change<{ policy: { id: string }; policyVersion: { id: string } }>(
    'policyCreate',
    { name: `Promise ${++policies}` },
    'policy { id } policyVersion { id }',
  );
  const { id } = made.policyVersion;
  const saved = await change(
    'policyVersionSave',
    { id, version: 1, effectiveFrom: '2010-12-01', terms },
    'policyVersion { id }',
  );
  expect(saved.userErrors).toEqual([]);
  const published = await change<{ policyVersion: { version: number } } & Answer>(
    'policyVersionPublish',
    { id, version: 2 },
    'policyVersion { version }',
  );
  expect(published.userErrors).toEqual([]);
  await server.settle();
  return { id, version: published.policyVersion.version, policyId: made.policy.id };
}

interface Bought {
  customer: string;
  invoice: string;
  lines: string[];
}

let sold = 0;

/** One invoice of one customer; a line is its code, pieces and amount in pence. */
async function bought(
  on: string,
  goods: readonly (readonly [code: string, pieces: number, amount: number])[],
  more: { customer?: string; currency?: string; discount?: number } = {},
): Promise<Bought> {
  const { orm } = server.db;
  const customerId = more.customer?.replace('Customer_', '') ?? newId();
  const currency = more.currency ?? 'GBP';
  if (!more.customer) {
    await orm.execute(sql`
      insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
      values (${customerId}, ${customerId}, 'UNKNOWN', 'France', 'France', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
  }
  const invoice = newId();
  const total = goods.reduce((sum, [, , amount]) => sum + amount, 0);
  await orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    values (${customerId}, ${invoice}, ${`N${++sold}`}, ${`${on}T10:00:00Z`}::timestamptz, 'SALE', 'France', ${currency}, ${total}, ${goods.length})`);
  const all = goods.map((each) => [...each, 'SALE'] as const);
  const rows = more.discount ? [...all, ['D', -1, -more.discount, 'FEE'] as const] : all;
  const lines: string[] = [];
  for (const [code, pieces, amount, kind] of rows) {
    const line = newId();
    lines.push(`InvoiceLine_${customerId}_${line}`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${line}, ${invoice}, ${code}, 1, ${`A ${code}`}, ${pieces}, 10000, ${amount}, ${currency}, ${kind})`);
  }
  return { customer: `Customer_${customerId}`, invoice: `Invoice_${customerId}_${invoice}`, lines };
}

/** Gives promises to what was bought since the last publication. */
async function keep(): Promise<void> {
  await keepPromises(await jobContext(server.env));
}

const CLAIM = `claim {
  id number status outcome version refund { amount currency } receiptHash reason
  claimLines(first: 50) { nodes {
    id code quantity outcome remedy review termKind termId deadline countedFrom serialFailed serialReplacement trace extras
    refund { amount currency } policyVersion { id } snapshotHash result } }
  charges(first: 50) { nodes { id code verdict version consentBy consentOn amount { amount currency } } }
}`;

interface Line {
  id: string;
  code: string;
  outcome: string;
  remedy: string | null;
  review: boolean;
  termKind: string | null;
  deadline: string | null;
  trace: { code: string; params: Record<string, unknown> }[];
  extras: { code: string }[];
  refund: { amount: number; currency: string } | null;
  serialReplacement: string | null;
}
interface Claim {
  id: string;
  number: string;
  status: string;
  outcome: string;
  version: number;
  refund: { amount: number; currency: string };
  receiptHash: string;
  claimLines: { nodes: Line[] };
  charges: { nodes: { id: string; code: string; verdict: string; version: number; consentBy: string | null }[] };
}
type Claimed = { claim: Claim | null; userErrors: Refusal[] };

/** Claims pieces of an invoice's first line, unless told otherwise. */
const claim = (
  of: Bought,
  kind: string,
  on: string,
  more: { quantity?: number; lines?: object[]; language?: string } = {},
) => {
  const { quantity = 1, lines = [{ lineId: of.lines[0], quantity }], ...rest } = more;
  const input = { customerId: of.customer, invoiceId: of.invoice, kind, claimedOn: on, lines, ...rest };
  return change<Claimed>('claimOpen', input, CLAIM);
};

async function opened(...args: Parameters<typeof claim>): Promise<Claim> {
  const { claim: made, userErrors } = await claim(...args);
  expect(userErrors).toEqual([]);
  return made!;
}

const refusal = (code: string, ...path: string[]) => ({
  claim: null,
  userErrors: [expect.objectContaining({ code, path })],
});

describe('claims are decided by the promise', () => {
  it('C6 warranty: covered to its last day, by cause, with the day in words', async () => {
    await promise(term('warranty'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]]);
    await keep();
    const inTime = await opened(of, 'REPAIR', '2011-12-01');
    expect(inTime).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED' });
    expect(inTime.claimLines.nodes[0]).toMatchObject({
      termKind: 'warranty',
      remedy: 'REPAIR',
      deadline: '2012-03-01',
      refund: null,
    });
    const details = { warranty: { cause: 'ACCIDENT' } };
    const accident = await opened(of, 'REPAIR', '2011-12-01', {
      lines: [{ lineId: of.lines[0], quantity: 1, details }],
    });
    expect(accident).toMatchObject({ outcome: 'REFUSED', refund: { amount: 0 } });
  });

  it('C10 returns: within the window the money comes back, a day later it does not', async () => {
    await promise(term('returns', { days: 30 }));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const last = await opened(of, 'RETURN', '2011-03-31');
    expect(last).toMatchObject({ outcome: 'ALLOWED', refund: { amount: 33, currency: 'GBP' } });
    expect(last.number).toMatch(/^N\d+-1$/);
    const late = await opened(of, 'RETURN', '2011-04-01');
    expect(late).toMatchObject({ outcome: 'REFUSED', refund: { amount: 0 } });
    expect(late.number).toMatch(/^N\d+-2$/);
    expect(late.claimLines.nodes[0]!.trace.map(({ code }) => code)).toContain('RETURNS_LATE');
  });

  it('C10 abuse is looked at by a person and explained, never refused in silence', async () => {
    await promise(term('returns', { reviewFrom: 1 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    const note = newId();
    const customerId = of.customer.replace('Customer_', '');
    // brought back much of what was bought, most of it never bought here
    await server.db.orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, 'C1', '2011-02-20T10:00:00Z'::timestamptz, 'RETURN', 'France', 'GBP', -9000, 9)`);
    for (let ordinal = 1; ordinal <= 9; ordinal++) {
      await server.db.orm.execute(sql`
        insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
        values (${customerId}, ${newId()}, ${note}, 'Z9', ${ordinal}, 'Z', -1, 100000, -1000, 'GBP', 'RETURN')`);
    }
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-05');
    expect(made).toMatchObject({ status: 'OPEN', refund: { amount: 0 } });
    expect(made.claimLines.nodes[0]).toMatchObject({ outcome: 'ALLOWED', review: true, refund: null });
    expect(made.claimLines.nodes[0]!.trace.map(({ code }) => code)).toContain('RETURNS_REVIEW');
    expect(await change('claimSettle', { id: made.id, version: 1 }, 'claim { id }')).toEqual(
      refusal('CLAIM_WRONG_STATUS', 'id'),
    );

    const decide = (input: object) =>
      change<Claimed>('claimReviewDecide', { id: made.id, version: 1, ...input }, CLAIM);
    const mute = await owner.ask(
      `mutation ($id: ID!) { claimReviewDecide(input: { id: $id, version: 1, outcome: REFUSED, reason: "  " }) { userErrors { code path } } }`,
      { id: made.id },
    );
    expect(JSON.stringify(mute)).toContain('INVALID_FIELD');
    const reviewed = await decide({ outcome: 'ALLOWED', reason: 'All of it was faulty.' });
    expect(reviewed.claim).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 1000 } });
    expect(reviewed.claim!.claimLines.nodes[0]!.trace.at(-1)).toMatchObject({
      code: 'CLAIM_REVIEWED',
      params: { reason: 'All of it was faulty.' },
    });
  });

  it('C11 remedy (三包): by condition and day refund, replacement or repair, as asked for', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const remedyOn = async (kind: string, on: string, details?: object) => {
      const lines = [{ lineId: of.lines[0], quantity: 1, ...(details ? { details: { remedy: details } } : {}) }];
      const made = await opened(of, kind, on, { lines });
      return made.claimLines.nodes[0]!.remedy;
    };
    expect(await remedyOn('RETURN', '2011-03-08', { condition: 'DEFECT' })).toBe('REFUND');
    expect(await remedyOn('RETURN', '2011-03-09', { condition: 'DEFECT' })).toBe('REPLACE');
    expect(await remedyOn('REPLACEMENT', '2011-03-05')).toBe('REPLACE');
    expect(await remedyOn('REPAIR', '2011-03-05')).toBe('REPAIR');
    expect(await remedyOn('REPLACEMENT', '2011-03-20')).toBe('REPAIR');
    expect(await remedyOn('REPAIR', '2011-03-05', { condition: 'MISUSE' })).toBeNull();
    // goods that are merely given back are no faulty goods
    const plain = await opened(of, 'RETURN', '2011-03-02');
    expect(plain.outcome).toBe('NOT_COVERED');
  });

  it('several kinds of promise speak: the customer gets the better answer and the trace shows both', async () => {
    await promise(term('warranty', { months: 1 }), term('remedy', { refundDays: 0, replaceDays: 0, repairMonths: 24 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const made = await opened(of, 'REPAIR', '2011-06-01');
    expect(made).toMatchObject({ outcome: 'ALLOWED' });
    const [line] = made.claimLines.nodes;
    expect(line).toMatchObject({ termKind: 'remedy', remedy: 'REPAIR' });
    const codes = line!.trace.map(({ code }) => code);
    expect(codes[0]).toBe('CLAIM_BEST_OF');
    expect(line!.trace.find(({ code }) => code === 'CLAIM_ALSO')?.params).toEqual({
      kind: 'warranty',
      outcome: 'REFUSED',
    });
  });

  it('C13 service is an entitlement: two policies, one purchase, and its extras (C20)', async () => {
    await promise(term('returns'));
    await promise(term('extras'));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    expect(made.outcome).toBe('ALLOWED');
    expect(made.claimLines.nodes[0]!.extras.map(({ code }) => code)).toEqual(['EXTRAS_PROMISE']);
    const without = await bought('2010-01-01', [['A1', 1, 1000]]);
    expect((await opened(without, 'RETURN', '2010-01-02')).outcome).toBe('NOT_COVERED');
  });

  it('S1 the claim reads the snapshot: publishing, retiring and changing anything later changes nothing', async () => {
    const version = await promise(
      term('returns', { days: 30 }, { appliesTo: { regions: ['France'], segments: ['KEY'] } }),
    );
    const of = await bought('2011-03-01', [['A1', 4, 400]]);
    await keep();
    const before = await opened(of, 'RETURN', '2011-03-31');

    const draft = await change<{ policyVersion: { id: string } } & Answer>(
      'policyVersionDraftFrom',
      { id: version.id },
      'policyVersion { id }',
    );
    await change('policyVersionRetire', { id: version.id, version: version.version }, 'policyVersion { id }');
    await change(
      'policyVersionSave',
      { id: draft.policyVersion.id, version: 1, terms: [term('returns', { days: 1 })] },
      'policyVersion { id }',
    );
    await server.db.orm.execute(sql`update customers set region = 'Spain', segment = 'STANDARD'`);
    await server.db.orm.execute(sql`update policies set name = 'Another name'`);
    await server.db.orm.execute(sql`update invoices set total = 1`);
    await server.settle();
    await keep();

    const after = await opened(of, 'RETURN', '2011-03-31');
    expect(after.claimLines.nodes[0]!.trace).toEqual(before.claimLines.nodes[0]!.trace);
    expect(after).toMatchObject({ outcome: 'ALLOWED', refund: before.refund });
  });

  it('S1 a promise that was altered in the database decides nothing', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    await server.db.orm.execute(sql`update entitlements set facts = jsonb_set(facts, '{value}', '999999')`);
    expect(await claim(of, 'RETURN', '2011-03-02')).toMatchObject({
      claim: null,
      userErrors: [{ code: 'SNAPSHOT_ALTERED' }],
    });
    expect(await rowsOf(server.db.orm, sql`select 1 from claims`)).toEqual([]);
  });

  it('claimPreview says what claimOpen will do, and writes nothing', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const auditor = await server.as('AUDITOR');
    const { claimPreview } = await auditor.data<{ claimPreview: { lines: object[] } & Record<string, unknown> }>(
      `query ($customer: ID!, $invoice: ID!, $lines: [ClaimLineInput!]!) {
        claimPreview(customerId: $customer, invoiceId: $invoice, kind: RETURN, claimedOn: "2011-03-02", lines: $lines, language: zh_Hant) {
          outcome review refund currency lines { code quantity left outcome remedy deadline refund sentences } } }`,
      { customer: of.customer, invoice: of.invoice, lines: [{ lineId: of.lines[0], quantity: 2 }] },
    );
    expect(claimPreview).toMatchObject({
      outcome: 'ALLOWED',
      review: false,
      refund: 67,
      currency: 'GBP',
      lines: [{ code: 'A1', quantity: 2, left: 3, refund: 67, deadline: '2011-03-31' }],
    });
    expect(JSON.stringify(claimPreview.lines)).toContain('天內可無條件退貨');
    expect(await rowsOf(server.db.orm, sql`select 1 from claims`)).toEqual([]);
  });
});

describe('what bad input gets: an error that names the field, and nothing is written', () => {
  let of: Bought;
  beforeEach(async () => {
    await promise(term('returns'));
    of = await bought('2011-03-01', [
      ['A1', 3, 300],
      ['B2', 1, 100],
    ]);
    await keep();
  });
  const nothingWritten = async () =>
    expect(await rowsOf(server.db.orm, sql`select 1 from claims union all select 1 from claim_lines`)).toEqual([]);

  it('more than was bought, claims before and credit notes counted', async () => {
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: 4 })).toEqual(
      refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'),
    );
    await nothingWritten();
    await opened(of, 'RETURN', '2011-03-05', { quantity: 2 });
    const refused = await claim(of, 'RETURN', '2011-03-06', { quantity: 2 });
    expect(refused).toEqual(refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'));
    expect(refused.userErrors[0]!.params).toMatchObject({ bought: 3, gone: 2, wanted: 2, left: 1 });
    await opened(of, 'RETURN', '2011-03-06');
    expect(await claim(of, 'RETURN', '2011-03-06')).toEqual(refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'));
  });

  it('more than was bought: what a credit note took back is gone', async () => {
    const customerId = of.customer.replace('Customer_', '');
    const [note, line] = [newId(), newId()];
    await server.db.orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, 'C7', '2011-03-03T10:00:00Z'::timestamptz, 'RETURN', 'France', 'GBP', -200, 1)`);
    await server.db.orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${line}, ${note}, 'A1', 1, 'A', -2, 10000, -200, 'GBP', 'RETURN')`);
    await server.db.orm.execute(sql`
      insert into return_matches (customer_id, id, return_line_id, sale_line_id, quantity)
      values (${customerId}, ${newId()}, ${line}, ${of.lines[0]!.split('_')[2]}::uuid, 2)`);
    expect(await claim(of, 'RETURN', '2011-03-04', { quantity: 2 })).toEqual(
      refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'),
    );
    expect((await opened(of, 'RETURN', '2011-03-04')).refund.amount).toBe(100);
  });

  it('somebody else’s purchase', async () => {
    const other = await bought('2011-03-01', [['A1', 1, 100]]);
    const mixed = { ...of, customer: other.customer };
    expect(await claim(mixed, 'RETURN', '2011-03-02')).toEqual(refusal('NOT_THEIR_PURCHASE', 'invoiceId'));
    expect(await claim({ ...of, lines: other.lines }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_THEIR_PURCHASE', 'lines', '0', 'lineId'),
    );
    const second = await bought('2011-03-01', [['A1', 1, 100]], { customer: of.customer });
    expect(await claim({ ...of, lines: second.lines }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_ON_INVOICE', 'lines', '0', 'lineId'),
    );
    await nothingWritten();
  });

  it('a quantity that is none, a line twice, a fee, a day that cannot be', async () => {
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: 0 })).toEqual(
      refusal('BAD_QUANTITY', 'lines', '0', 'quantity'),
    );
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: -1 })).toEqual(
      refusal('BAD_QUANTITY', 'lines', '0', 'quantity'),
    );
    const twice = [
      { lineId: of.lines[0], quantity: 1 },
      { lineId: of.lines[0], quantity: 1 },
    ];
    expect(await claim(of, 'RETURN', '2011-03-02', { lines: twice })).toEqual(
      refusal('DUPLICATE_LINE', 'lines', '1', 'lineId'),
    );
    expect(await claim(of, 'RETURN', '2011-02-28')).toEqual(refusal('CLAIM_BEFORE_PURCHASE', 'claimedOn'));
    expect(await claim(of, 'RETURN', '2011-12-11')).toEqual(refusal('CLAIM_IN_THE_FUTURE', 'claimedOn'));
    const discounted = await bought('2011-03-01', [['A1', 1, 100]], { discount: 10 });
    expect(await claim({ ...discounted, lines: [discounted.lines[1]!] }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_A_PURCHASE', 'lines', '0', 'lineId'),
    );
    await nothingWritten();
  });

  it('a detail that the kind does not know, or a kind that does not answer', async () => {
    const saying = (details: object) =>
      claim(of, 'RETURN', '2011-03-02', { lines: [{ lineId: of.lines[0], quantity: 1, details }] });
    expect(await saying({ returns: { opened: 'perhaps' } })).toEqual(
      refusal('TERM_OUT_OF_RANGE', 'lines', '0', 'details', 'opened'),
    );
    expect(await saying({ returns: { colour: 'red' } })).toEqual(
      refusal('UNKNOWN_TERM_FIELD', 'lines', '0', 'details', 'colour'),
    );
    expect(await saying({ delivery: {} })).toEqual(refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details', 'delivery'));
    expect(await claim(of, 'SERVICE', '2011-03-02')).toEqual(refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details'));
    await nothingWritten();
  });

  it('two claims at once for the last piece: exactly one', async () => {
    const lines = [{ lineId: of.lines[1], quantity: 1 }];
    const both = await Promise.all([1, 2, 3].map(() => claim(of, 'RETURN', '2011-03-02', { lines })));
    expect(both.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      'MORE_THAN_BOUGHT',
      'MORE_THAN_BOUGHT',
    ]);
    expect(await rowsOf(server.db.orm, sql`select count(*)::int as n from claim_lines`)).toEqual([{ n: 1 }]);
  });

  it('leaves its attempt in the audit trail', async () => {
    await claim(of, 'RETURN', '2011-03-02', { quantity: 4 });
    const [event] = await rowsOf<{ operation: string; after: unknown }>(
      server.db.orm,
      sql`select operation, after from audit_events order by seq desc limit 1`,
    );
    expect(JSON.stringify(event)).toContain('claimOpen');
    expect(event?.after).toMatchObject({ refused: 'MORE_THAN_BOUGHT', path: 'lines.0.quantity' });
    await nothingWritten();
  });

  it('is refused to those who may not write', async () => {
    for (const role of ['POLICY_MANAGER', 'AUDITOR'] as const) {
      const by = await server.as(role);
      const answer = await by.ask(
        `mutation ($input: ClaimOpenInput!) { claimOpen(input: $input) { claim { id } userErrors { code } } }`,
        {
          input: {
            customerId: of.customer,
            invoiceId: of.invoice,
            kind: 'RETURN',
            lines: [{ lineId: of.lines[0], quantity: 1 }],
          },
        },
      );
      expect(JSON.stringify(answer)).toContain('FORBIDDEN');
    }
    await nothingWritten();
  });
});

describe('what comes after the decision', () => {
  it('shares of partial returns sum to the line, whatever is withdrawn in between', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const first = await opened(of, 'RETURN', '2011-03-02');
    const second = await opened(of, 'RETURN', '2011-03-02');
    expect([first.refund.amount, second.refund.amount]).toEqual([33, 34]);
    const withdrawn = await change<Claimed>('claimWithdraw', { id: first.id, version: 1, reason: 'Keeps it.' }, CLAIM);
    expect(withdrawn.claim).toMatchObject({ status: 'WITHDRAWN', reason: 'Keeps it.', version: 2 });
    const rest = await opened(of, 'RETURN', '2011-03-03', { quantity: 2 });
    expect(second.refund.amount + rest.refund.amount).toBe(100);
    const again = await change('claimWithdraw', { id: first.id, version: 2, reason: 'Twice' }, 'claim { id }');
    expect(again).toEqual(refusal('CLAIM_WRONG_STATUS', 'id'));
  });

  it('a discount on the purchase is no money to be given back: 2 × 500.00 less 200.00 give back 800.00', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 2, 100_000]], { discount: 20_000 });
    await keep();
    expect((await opened(of, 'RETURN', '2011-03-02')).refund.amount).toBe(40_000);
    expect((await opened(of, 'RETURN', '2011-03-02')).refund.amount).toBe(40_000);

    const mixed = await bought(
      '2011-03-01',
      [
        ['A1', 1, 100],
        ['B2', 1, 100],
        ['C3', 1, 100],
      ],
      { discount: 100 },
    );
    await keep();
    const lines = mixed.lines.slice(0, 3).map((lineId) => ({ lineId, quantity: 1 }));
    expect((await opened(mixed, 'RETURN', '2011-03-02', { lines })).refund.amount).toBe(200);
  });

  it('a discount is no money to be given back by a person who looks at it either', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]], { discount: 200 });
    await keep();
    const made = await opened(of, 'REPAIR', '2011-03-02');
    await server.db.orm.execute(sql`update claims set status = 'OPEN'`);
    await server.db.orm.execute(sql`update claim_lines set review = true`);
    const reviewed = await change<Claimed>(
      'claimReviewDecide',
      { id: made.id, version: 1, outcome: 'ALLOWED', remedy: 'REFUND', reason: 'Faulty.' },
      CLAIM,
    );
    expect(reviewed.userErrors).toEqual([]);
    expect(reviewed.claim).toMatchObject({ refund: { amount: 400 } });
  });

  it('upkeep of a piece leaves it to be given back', async () => {
    await promise(term('returns', { days: 60 }), term('maintenance'));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const upkeep = await opened(of, 'MAINTENANCE', '2011-04-10');
    expect(upkeep).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED' });
    expect((await opened(of, 'RETURN', '2011-04-11')).refund.amount).toBe(1000);
  });

  it('is settled with no less than was decided, in its own money', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]], { currency: 'EUR' });
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    expect(made.refund).toEqual({ amount: 500, currency: 'EUR' });
    const settle = (refundPaid?: object) =>
      change<Claimed>('claimSettle', { id: made.id, version: 1, refundPaid }, CLAIM);
    expect(await settle({ amount: 500, currency: 'GBP' })).toEqual(
      refusal('CURRENCY_MISMATCH', 'refundPaid', 'currency'),
    );
    expect(await settle({ amount: 499, currency: 'EUR' })).toEqual(refusal('REFUND_TOO_SMALL', 'refundPaid'));
    expect(await settle()).toEqual(refusal('REFUND_TOO_SMALL', 'refundPaid'));
    expect((await settle({ amount: 500, currency: 'EUR' })).claim).toMatchObject({ status: 'SETTLED', version: 2 });
    expect(await settle({ amount: 500, currency: 'EUR' })).toEqual(refusal('VERSION_CONFLICT', 'version'));
  });

  it('C18 a failed part with a serial number is replaced by one with another', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [
      ['A1', 1, 1000],
      ['B2', 1, 500],
    ]);
    await keep();
    const made = await opened(of, 'REPLACEMENT', '2011-03-02', {
      lines: [
        { lineId: of.lines[0], quantity: 1, serialFailed: 'SN-1' },
        { lineId: of.lines[1], quantity: 1 },
      ],
    });
    const failed = made.claimLines.nodes.find(({ code }) => code === 'A1')!;
    const settle = (...lines: object[]) => change<Claimed>('claimSettle', { id: made.id, version: 1, lines }, CLAIM);
    expect(await settle()).toEqual(refusal('SERIAL_MISSING', 'lines'));
    expect(await settle({ id: failed.id, serialReplacement: 'SN-1' })).toEqual(
      refusal('SERIAL_SAME', 'lines', '0', 'serialReplacement'),
    );
    const done = await settle({ id: failed.id, serialReplacement: 'SN-2' });
    expect(done.claim!.claimLines.nodes.find(({ code }) => code === 'A1')).toMatchObject({
      serialFailed: 'SN-1',
      serialReplacement: 'SN-2',
    });
  });

  it('C11 repairs that are on record count: after the second the goods are replaced', async () => {
    await promise(term('remedy', { refundDays: 0, replaceDays: 0, maxRepairs: 2 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    for (let repair = 1; repair <= 2; repair++) {
      const made = await opened(of, 'REPAIR', '2011-04-01');
      expect(made.claimLines.nodes[0]!.remedy).toBe('REPAIR');
      await change('claimSettle', { id: made.id, version: 1 }, 'claim { id }');
    }
    expect((await opened(of, 'REPLACEMENT', '2011-05-01')).claimLines.nodes[0]!.remedy).toBe('REPLACE');
  });
});

describe('C19 charges pass the no-hidden-fee guard (S2)', () => {
  const FEES = [
    { code: 'VISIT', label: 'Visit', mode: 'AMOUNT', amount: 2000, consent: false },
    { code: 'PARTS', label: 'Parts', mode: 'CAP', amount: 5000, consent: true },
    { code: 'MOTOR', label: 'Motor', mode: 'CAP', amount: 9000, consent: false },
  ];
  let made: Claim;
  beforeEach(async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    made = await opened(of, 'REPAIR', '2011-05-01');
  });
  const set = (version: number, ...charges: object[]) =>
    change<Claimed>('claimChargesSet', { id: made.id, version, charges }, CLAIM);
  const charge = (code: string, amount: number, more: object = {}) => ({ code, amount, currency: 'GBP', ...more });
  const stored = () => rowsOf(server.db.orm, sql`select code, verdict from claim_charges order by position`);

  it('C7 what was disclosed is charged; what was not, or more of it, never is', async () => {
    expect(await set(1, charge('VISIT', 2000), charge('OPENING', 1, { kind: 'DIAGNOSIS' }))).toEqual(
      refusal('HIDDEN_FEE', 'charges', '1', 'code'),
    );
    expect(await set(1, charge('VISIT', 2001))).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'amount'));
    expect(await set(1, charge('VISIT', 1200), charge('VISIT', 801))).toEqual(
      refusal('HIDDEN_FEE', 'charges', '1', 'amount'),
    );
    expect(await set(1, charge('VISIT', 100, { currency: 'EUR' }))).toEqual(
      refusal('CURRENCY_MISMATCH', 'charges', '0', 'currency'),
    );
    expect(await stored()).toEqual([]);
    const { claim: charged, userErrors } = await set(1, charge('VISIT', 2000));
    expect(userErrors).toEqual([]);
    expect(charged).toMatchObject({ version: 2, charges: { nodes: [{ code: 'VISIT', verdict: 'ACCEPT' }] } });
    expect(charged!.receiptHash).not.toBe(made.receiptHash);
  });

  it('the database itself keeps a hidden fee out', async () => {
    const [row] = await rowsOf<{ customer_id: string; id: string }>(
      server.db.orm,
      sql`select customer_id, id from claims`,
    );
    const hidden = sql`
      insert into claim_charges (customer_id, id, claim_id, position, code, description, kind, amount, currency, verdict, trace)
      values (${row!.customer_id}, ${newId()}, ${row!.id}, 1, 'OPENING', '', 'FEE', 1, 'GBP', 'BLOCK', '[]')`;
    await expect(server.db.orm.execute(hidden)).rejects.toThrow();
  });

  it('what the customer has to be asked about waits for the consent, and is not settled before', async () => {
    const { claim: charged } = await set(1, charge('PARTS', 3000), charge('MOTOR', 3001, { kind: 'PART' }));
    const [parts, motor] = charged!.charges.nodes;
    expect([parts, motor]).toMatchObject([{ verdict: 'NEEDS_CONSENT' }, { verdict: 'NEEDS_CONSENT' }]);
    expect(await change('claimSettle', { id: made.id, version: 2 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
    const agree = (id: string) =>
      change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li, by phone' }, CLAIM);
    expect((await agree(parts!.id)).userErrors).toEqual([]);
    const agreed = await agree(motor!.id);
    expect(agreed.claim!.charges.nodes).toMatchObject([
      { verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone', consentOn: '2011-12-10' },
      { verdict: 'ACCEPT' },
    ]);
    // consent holds for no more than was agreed to
    const { version } = agreed.claim!;
    const less = await set(version, charge('PARTS', 2500));
    expect(less.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' }]);
    const more = await set(version + 1, charge('PARTS', 2600));
    expect(more.claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT', consentBy: null }]);
    await set(version + 2);
    expect((await change<Claimed>('claimSettle', { id: made.id, version: version + 3 }, CLAIM)).claim?.status).toBe(
      'SETTLED',
    );
  });

  it('consent to a small charge lets no large one through, nor one that is yet to come', async () => {
    const { claim: charged } = await set(1, charge('PARTS', 100));
    const [small] = charged!.charges.nodes;
    const agree = (on: string) =>
      change<Claimed>('claimChargeConsent', { id: small!.id, version: 1, by: 'Mrs Li, by phone', on }, CLAIM);
    expect(await agree('2011-12-11')).toEqual(refusal('CONSENT_IN_FUTURE', 'on'));
    const { version } = (await agree('2011-12-10')).claim!;
    const both = await set(version, charge('PARTS', 100), charge('PARTS', 4000));
    expect(both.claim!.charges.nodes).toMatchObject([
      { verdict: 'ACCEPT', consentBy: 'Mrs Li, by phone' },
      { verdict: 'NEEDS_CONSENT', consentBy: null },
    ]);
    expect(await change('claimSettle', { id: made.id, version: version + 1 }, 'claim { id }')).toEqual(
      refusal('CONSENT_MISSING', 'id'),
    );
    const twice = await set(version + 1, charge('PARTS', 60), charge('PARTS', 60));
    expect(twice.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT' }, { verdict: 'NEEDS_CONSENT' }]);
  });

  it('bought in another currency: fees stay in theirs, and what cannot be weighed is asked about', async () => {
    const abroad = await bought('2011-03-01', [['A1', 1, 10_000]], { currency: 'EUR' });
    await keep();
    const { id } = await opened(abroad, 'REPAIR', '2011-05-01');
    const charged = (...charges: object[]) => change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    expect(await charged(charge('VISIT', 100, { currency: 'EUR' }))).toEqual(
      refusal('CURRENCY_MISMATCH', 'charges', '0', 'currency'),
    );
    const { claim: after } = await charged(charge('VISIT', 100), charge('MOTOR', 1, { kind: 'PART' }));
    expect(after!.charges.nodes).toMatchObject([
      { code: 'VISIT', verdict: 'ACCEPT', amount: { currency: 'GBP' } },
      { code: 'MOTOR', verdict: 'NEEDS_CONSENT' },
    ]);
  });

  it('claimChargesCheck says each verdict in words beforehand and names the disclosed fees', async () => {
    const { claimChargesCheck } = await owner.data<{ claimChargesCheck: object }>(
      `query ($id: ID!, $charges: [ClaimChargeInput!]!) { claimChargesCheck(id: $id, charges: $charges, language: zh_Hans) {
        currency schedule { code label mode amount consent } checks { code verdict sentences } } }`,
      { id: made.id, charges: [charge('VISIT', 1), charge('PARTS', 1), charge('OPENING', 1, { kind: 'DIAGNOSIS' })] },
    );
    expect(claimChargesCheck).toMatchObject({
      currency: 'GBP',
      schedule: FEES,
      checks: [
        { code: 'VISIT', verdict: 'ACCEPT' },
        { code: 'PARTS', verdict: 'NEEDS_CONSENT' },
        {
          code: 'OPENING',
          verdict: 'BLOCK',
          sentences: ['“OPENING”未事先公开，因此不得收取。', expect.stringContaining('潜规则')],
        },
      ],
    });
  });
});

describe('C7 fees of several goods in one claim (S2)', () => {
  it('goods with schedules of their own: the lowest amount, and asked first where one of them says so', async () => {
    const own = (code: string, amount: number, consent: boolean) =>
      term(
        'fees',
        { rows: [{ code: 'WASH', label: 'Wash', mode: 'CAP', amount, consent }] },
        { id: `wash-${code.toLowerCase()}`, appliesTo: { productCodes: [code] } },
      );
    await promise(term('warranty'), own('A1', 900, true), own('B2', 400, false));
    const of = await bought('2011-03-01', [
      ['A1', 1, 10_000],
      ['B2', 1, 10_000],
    ]);
    await keep();
    const lines = of.lines.map((lineId) => ({ lineId, quantity: 1 }));
    const { id } = await opened(of, 'REPAIR', '2011-05-01', { lines });
    const { claimChargesCheck } = await owner.data<{ claimChargesCheck: { schedule: object[] } }>(
      `query ($id: ID!) { claimChargesCheck(id: $id, charges: []) { schedule { code amount consent } } }`,
      { id },
    );
    expect(claimChargesCheck.schedule).toContainEqual({ code: 'WASH', amount: 400, consent: true });
  });
});

describe('the decision receipt', () => {
  const page = async (hash: string, query = '') => {
    const answer = await fetch(`${server.url}/receipt/${hash}${query}`);
    return { status: answer.status, text: await answer.text() };
  };

  it('is shown to whoever holds it, in the customer’s language, and says that it is unaltered', async () => {
    await promise(term('returns'), term('extras'));
    const of = await bought('2011-03-01', [['A<b>1', 3, 100]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02', { language: 'zh_Hant' });
    const shown = await page(made.receiptHash);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('lang="zh-Hant"');
    expect(shown.text).toContain('天內可無條件退貨');
    expect(shown.text).toContain('two spare buttons');
    expect(shown.text).toContain('驗證碼相同');
    expect(shown.text).toContain('A&lt;b&gt;1');
    expect(shown.text).not.toMatch(/<script|<b>1/);
    expect(shown.text).not.toContain(of.customer.replace('Customer_', ''));
    expect((await page(made.receiptHash, '?lang=en')).text).toContain('no questions asked');
    expect((await page('0'.repeat(64))).status).toBe(404);
    expect((await page('../x')).status).toBe(404);
  });

  it('stays valid when the claim moves on, says so, and shows when it was altered', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    const settled = await change<Claimed>(
      'claimSettle',
      { id: made.id, version: 1, refundPaid: { amount: 100, currency: 'GBP' } },
      CLAIM,
    );
    expect((await page(made.receiptHash)).text).toContain('there is a newer receipt');
    expect((await page(settled.claim!.receiptHash)).text).not.toContain('there is a newer receipt');

    const forge = sql`update claim_receipts set body = jsonb_set(body, '{refund,amount}', '999900')`;
    await expect(server.db.orm.execute(forge)).rejects.toThrow();
    await server.db.orm.execute(sql`alter table claim_receipts disable trigger user`);
    await server.db.orm.execute(forge);
    await server.db.orm.execute(sql`alter table claim_receipts enable trigger user`);
    expect((await page(made.receiptHash)).text).toContain('This receipt was altered');
  });
});

describe('the sample', () => {
  it('has a few claims on its newest purchases, entered once', async () => {
    await promise(term('returns'), term('warranty'));
    for (const day of ['2011-12-01', '2011-12-02', '2011-12-03', '2011-12-04']) await bought(day, [['A1', 2, 500]]);
    await keep();
    await seed(await jobContext(server.env));
    await seed(await jobContext(server.env));
    const { claims } = await owner.data<{ claims: object }>(
      `{ claims(orderBy: NUMBER_ASC) { totalCount nodes { kind status outcome refund { amount } } } }`,
    );
    expect(claims).toEqual({
      totalCount: 3,
      nodes: [
        { kind: 'RETURN', status: 'SETTLED', outcome: 'ALLOWED', refund: { amount: 250 } },
        { kind: 'REPAIR', status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 0 } },
        { kind: 'RETURN', status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 250 } },
      ],
    });
  });
});
