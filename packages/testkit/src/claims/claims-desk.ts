import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { keepPromises } from '@perennial/modules/policies/index';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { GraphQLClient } from '../server/graphql-client.ts';
import { testServer, type TestServer, type TestServerOptions } from '../server/test-server.ts';

export interface Refusal {
  code: string;
  message: string;
  path: string[];
  params: Record<string, unknown> | null;
}
export type Answer = Record<string, unknown> & { userErrors: Refusal[] };

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

/** A term of a kind as the tests mean it unless they say otherwise. */
export const term = (kind: string, change: object = {}, more: object = {}) => ({
  id: kind,
  kind,
  params: { ...params[kind], ...change },
  ...more,
});

export interface Version {
  id: string;
  version: number;
  policyId: string;
}

export interface Bought {
  customer: string;
  invoice: string;
  lines: string[];
}

/** What is asked of a claim. */
export const CLAIM = `claim {
  id number status outcome version refund { amount currency } receiptHash reason
  claimLines(first: 50) { nodes {
    id code quantity outcome remedy review termKind termId deadline countedFrom serialFailed serialReplacement trace extras
    refund { amount currency } policyVersion { id } snapshotHash result } }
  charges(first: 50) { nodes { id code verdict version consentBy consentOn amount { amount currency } } }
}`;

export interface Line {
  id: string;
  code: string;
  outcome: string;
  remedy: string | null;
  review: boolean;
  termKind: string | null;
  deadline: string | null;
  result: Record<string, unknown>;
  trace: { code: string; params: Record<string, unknown> }[];
  extras: { code: string }[];
  refund: { amount: number; currency: string } | null;
  serialReplacement: string | null;
}
export interface Claim {
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
export type Claimed = { claim: Claim | null; userErrors: Refusal[] };

/** The answer to a claim that is refused, naming the field. */
export const refusal = (code: string, ...path: string[]) => ({
  claim: null,
  userErrors: [expect.objectContaining({ code, path })],
});

/** The business's day in tests. */
const TODAY = '2011-12-10';

/**
 * Claims over the API, as staff make them, on whatever database the project runs: a server for the file, and before
 * each test nobody's purchases.
 */
export function claimsDesk(options: TestServerOptions = {}) {
  let server: TestServer;
  let owner: GraphQLClient;

  beforeAll(async () => {
    server = await testServer(options);
    owner = await server.as('OWNER');
  });

  beforeEach(async () => {
    await server.db.orm.execute(
      sql`truncate claim_receipts, claim_charges, claim_lines, claims, returns, entitlements, return_matches, invoice_lines, invoices, promise_snapshots, policy_versions, policies, customers, products cascade`,
    );
  });

  /** A mutation with what is asked of its payload. */
  async function change<T = Answer>(name: string, input: object, ask: string, by: GraphQLClient = owner): Promise<T> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await by.data<Record<string, T>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${ask} userErrors { code message path params } } }`,
      { input },
    );
    return answer[name]!;
  }

  let policies = 0;

  /** A policy that was published at the beginning of the data. */
  async function promise(...terms: object[]): Promise<Version> {
    await at('2010-12-01');
    const version = await backdated(...terms);
    await at(TODAY);
    return version;
  }

  /** Moves the business's day. */
  const at = (day: string) => server.db.orm.execute(sql`update business set as_of = ${day}`);

  /** A policy that is published today, with its first day at the beginning of the data. */
  async function backdated(...terms: object[]): Promise<Version> {
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

  let sold = 0;

  /** One invoice of one customer on a day or at a moment; a line is its code, pieces and amount in pence. */
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
      values (${customerId}, ${invoice}, ${`N${++sold}`}, ${on.length === 10 ? `${on}T10:00:00Z` : on}::timestamptz, 'SALE', 'France', ${currency}, ${total}, ${goods.length})`);
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

  /** A credit note of the business that takes pieces of an invoice's first line back, 1.00 each. */
  async function creditNote(of: Bought, pieces: number, on: string, currency = 'GBP'): Promise<void> {
    const { orm } = server.db;
    const customerId = of.customer.replace('Customer_', '');
    const [note, line] = [newId(), newId()];
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, ${`C${++sold}`}, ${`${on}T10:00:00Z`}::timestamptz, 'RETURN', 'France', ${currency}, ${-100 * pieces}, 1)`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${line}, ${note}, 'A1', 1, 'A', ${-pieces}, 10000, ${-100 * pieces}, ${currency}, 'RETURN')`);
    await orm.execute(sql`
      insert into return_matches (customer_id, id, return_line_id, sale_line_id, quantity)
      values (${customerId}, ${newId()}, ${line}, ${of.lines[0]!.split('_')[2]}::uuid, ${pieces})`);
  }

  /** Gives promises to what was bought since the last publication. */
  async function keep(): Promise<void> {
    await keepPromises(await jobContext(server.env));
  }

  /** Claims pieces of an invoice's first line, unless told otherwise. */
  const claim = (
    of: Bought,
    kind: string,
    on: string,
    more: { quantity?: number; lines?: object[]; language?: string; claimedAt?: string } = {},
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

  return {
    get server() {
      return server;
    },
    get owner() {
      return owner;
    },
    change,
    promise,
    backdated,
    at,
    bought,
    creditNote,
    keep,
    claim,
    opened,
  };
}
