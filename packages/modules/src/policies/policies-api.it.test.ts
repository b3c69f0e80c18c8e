import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { matchReturnsOf, salesModule } from '../sales/index.ts';
import { policiesModule } from './index.ts';

/** The way of a promise over the API, as staff walk it: draft, publish, and what it means for a real purchase. */
let server: TestServer;
let manager: GraphQLClient;

beforeAll(async () => {
  server = await testServer({ modules: [customersModule, catalogModule, salesModule, policiesModule] });
  manager = await server.as('POLICY_MANAGER');
});

const term = (days: number) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
});

interface VersionAnswer {
  policyVersion: { id: string; version: number; status: string } | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

/** A mutation that answers with a version. */
async function change(name: string, input: object, by: GraphQLClient = manager): Promise<VersionAnswer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await by.data<Record<string, VersionAnswer>>(
    `mutation ($input: ${type}!) {
      ${name}(input: $input) { policyVersion { id version status } userErrors { code path message } } }`,
    { input },
  );
  return answer[name]!;
}

async function purchase(at: string, back: string): Promise<{ customer: string; line: string }> {
  const [customerId, invoice, line, note, returned] = [newId(), newId(), newId(), newId(), newId()];
  const { orm } = server.db;
  await orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customerId}, ${customerId}, 'UNKNOWN', 'France', 'France', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
  for (const [id, lineId, on, kind, pieces] of [
    [invoice, line, at, 'SALE', 3],
    [note, returned, back, 'RETURN', -1],
  ] as const) {
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${id}, ${id}, ${on}::timestamptz, ${kind}, 'France', 'GBP', ${pieces * 100}, 1)`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${lineId}, ${id}, 'A1', 1, 'A thing', ${pieces}, 10000, ${pieces * 100}, 'GBP', ${kind})`);
  }
  await server.db.transaction((tx) => matchReturnsOf(tx, sql`select ${customerId}::uuid as customer_id, 'A1' as code`));
  return { customer: `Customer_${customerId}`, line: `InvoiceLine_${customerId}_${line}` };
}

describe('a promise over the API', () => {
  test('is drafted, mended where it was wrong, published, given and kept', async () => {
    const bought = await purchase('2011-03-01T10:00:00Z', '2011-03-20T10:00:00Z');
    const made = await change('policyCreate', { name: 'Promise over the API' });
    const draft = made.policyVersion!;
    expect(draft).toMatchObject({ version: 1, status: 'DRAFT' });

    const wrong = await change('policyVersionSave', { id: draft.id, version: 1, terms: [term(0)] });
    expect(wrong.policyVersion).toBeNull();
    expect(wrong.userErrors).toMatchObject([
      {
        code: 'TERM_OUT_OF_RANGE',
        path: ['terms', '0', 'params', 'days'],
        message: expect.stringContaining('1 to 3650'),
      },
    ]);
    const unknown = await change('policyVersionSave', {
      id: draft.id,
      version: 1,
      terms: [{ ...term(5), kind: 'magic' }],
    });
    expect(unknown.userErrors).toMatchObject([{ code: 'UNKNOWN_TERM_KIND' }]);

    const saved = await change('policyVersionSave', {
      id: draft.id,
      version: 1,
      effectiveFrom: '2010-12-01',
      terms: [term(14)],
    });
    expect(saved).toMatchObject({ policyVersion: { version: 2 }, userErrors: [] });
    const late = await change('policyVersionSave', { id: draft.id, version: 1, terms: [term(99)] });
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);

    const published = await change('policyVersionPublish', { id: draft.id, version: 2 });
    expect(published).toMatchObject({ policyVersion: { status: 'PUBLISHED' }, userErrors: [] });
    await server.settle();

    const auditor = await server.as('AUDITOR');
    const page = await auditor.data(
      `query ($id: ID!) {
        customer(id: $id) {
          entitlements { nodes { grantedOn policyVersion { number policy { name } } invoice { kind } } }
          returns { nodes { outcome status quantity termId countedFrom deadline policy { name } saleLine { quantity } } }
        }
        returnsSummary { outcome policy termId returns }
      }`,
      { id: bought.customer },
    );
    expect(page).toEqual({
      customer: {
        entitlements: {
          nodes: [
            {
              grantedOn: '2011-03-01',
              policyVersion: { number: 1, policy: { name: 'Promise over the API' } },
              invoice: { kind: 'SALE' },
            },
          ],
        },
        returns: {
          nodes: [
            {
              outcome: 'REFUSED',
              status: 'CLOSED',
              quantity: 1,
              termId: 'returns',
              countedFrom: '2011-03-01',
              deadline: '2011-03-15',
              policy: { name: 'Promise over the API' },
              saleLine: { quantity: 3 },
            },
          ],
        },
      },
      returnsSummary: [{ outcome: 'REFUSED', policy: 'Promise over the API', termId: 'returns', returns: 1 }],
    });

    const trial = `query ($line: ID!, $terms: JSON, $version: ID, $language: Language) {
      policyTry(lineId: $line, at: "2011-03-20", terms: $terms, versionId: $version, language: $language) {
        outcome policyVersionId deadline sentences } }`;
    const asPromised = await auditor.data<{ policyTry: object }>(trial, { line: bought.line, language: 'zh_Hant' });
    expect(asPromised.policyTry).toMatchObject({ outcome: 'REFUSED', policyVersionId: draft.id });
    expect(asPromised.policyTry).toMatchObject({
      sentences: expect.arrayContaining(['自購買次日起 14 天內可無條件退貨，已拆封亦可。']),
    });
    const asDreamt = await auditor.data<{ policyTry: object }>(trial, { line: bought.line, terms: [term(19)] });
    expect(asDreamt.policyTry).toMatchObject({ outcome: 'ALLOWED', deadline: '2011-03-20', policyVersionId: null });
  });

  test('is written by those who answer for it only', async () => {
    const before = await rowsOf(server.db.orm, sql`select count(*)::int as n from policies`);
    for (const role of ['AGENT', 'AUDITOR'] as const) {
      const by = await server.as(role);
      const answer = await by.ask(
        `mutation { policyCreate(input: { name: "Mine" }) { policy { id } userErrors { code } } }`,
      );
      expect(JSON.stringify(answer)).toContain('FORBIDDEN');
      expect(answer.data?.['policyCreate'] ?? null).toBeNull();
    }
    expect(await rowsOf(server.db.orm, sql`select count(*)::int as n from policies`)).toEqual(before);
  });

  test('every kind of term tells forms what it takes', async () => {
    const { policyKinds } = await manager.data<{
      policyKinds: { kind: string; params: Record<string, { label: object }> }[];
    }>('{ policyKinds { kind stage label params claim defaults } }');
    expect(policyKinds.map((each) => each.kind)).toEqual([
      'delivery',
      'installation',
      'packaging',
      'extras',
      'returns',
      'remedy',
      'warranty',
      'maintenance',
      'training',
      'response-target',
      'fees',
      'exclusions',
    ]);
    for (const { params } of policyKinds) {
      for (const field of Object.values(params)) expect(Object.keys(field.label)).toEqual(['en', 'zh-Hant', 'zh-Hans']);
    }
  });
});
