import { registerTermKind } from '@perennial/domain/policies/kinds/all';
import { newId } from '@perennial/kernel/db/ids';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tradeIn } from './trade-in.ts';

/** What one line in `extensions.ts` does: a kind the product never heard of, from its form to a decision. */
let server: TestServer;
const takeAway = registerTermKind(tradeIn);
afterAll(takeAway);

beforeAll(async () => {
  server = await testServer();
});

async function purchase(): Promise<string> {
  const [customer, invoice, line] = [newId(), newId(), newId()];
  await server.db.orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customer}, ${customer}, 'UNKNOWN', 'France', 'France', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
  await server.db.orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    values (${customer}, ${invoice}, ${invoice}, '2011-03-01T10:00:00Z', 'SALE', 'France', 'GBP', 100, 1)`);
  await server.db.orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
    values (${customer}, ${line}, ${invoice}, 'A1', 1, 'A thing', 1, 10000, 100, 'GBP', 'SALE')`);
  return `InvoiceLine_${customer}_${line}`;
}

test('a kind of term from a package: its form is offered, it is published, and a purchase is decided by it', async () => {
  const manager = await server.as('POLICY_MANAGER');
  const { policyKinds } = await manager.data<{ policyKinds: { kind: string; params: unknown; defaults: unknown }[] }>(
    '{ policyKinds { kind stage label params claim defaults } }',
  );
  expect(policyKinds.find((each) => each.kind === 'trade-in')).toMatchObject({
    stage: 'AFTER_SALE',
    label: { 'zh-Hant': '以舊換新' },
    params: { offers: { type: 'rows', cells: { percent: { type: 'int', max: 100 } } } },
    claim: { works: { type: 'bool' } },
    defaults: { offers: [{ months: 12, percent: 40 }], workingOnly: true },
  });

  interface Answer {
    policyVersion: { id: string; version: number; status: string } | null;
    userErrors: { code: string; path: string[] }[];
  }
  const change = async (name: string, input: object): Promise<Answer> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await manager.data<Record<string, Answer>>(
      `mutation ($input: ${type}!) {
        ${name}(input: $input) { policyVersion { id version status } userErrors { code path } } }`,
      { input },
    );
    return answer[name]!;
  };
  const term = (percent: number) => ({
    id: 'trade-in',
    kind: 'trade-in',
    params: { offers: [{ months: 12, percent }], workingOnly: true },
  });
  const { id } = (await change('policyCreate', { name: 'Trade-in' })).policyVersion!;
  const wrong = await change('policyVersionSave', { id, version: 1, terms: [term(101)] });
  expect(wrong.userErrors).toMatchObject([
    { code: 'TERM_OUT_OF_RANGE', path: ['terms', '0', 'params', 'offers', '0', 'percent'] },
  ]);
  const saved = await change('policyVersionSave', { id, version: 1, effectiveFrom: '2010-12-01', terms: [term(40)] });
  expect(saved.userErrors).toEqual([]);
  const published = await change('policyVersionPublish', { id, version: 2 });
  expect(published).toMatchObject({ policyVersion: { status: 'PUBLISHED' }, userErrors: [] });

  const line = await purchase();
  const asked = `query ($line: ID!, $id: ID!, $details: JSON) {
    policyTry(lineId: $line, versionId: $id, kind: "trade-in", details: $details, at: "2011-09-01") {
      outcome termId deadline sentences } }`;
  const decided = (details: object) => manager.data(asked, { line, id, details });
  expect(await decided({})).toMatchObject({
    policyTry: {
      outcome: 'ALLOWED',
      termId: 'trade-in',
      deadline: '2012-03-01',
      sentences: expect.arrayContaining(['It is at most 12 months old: 40% of its price is given for it.']),
    },
  });
  expect(await decided({ works: false })).toMatchObject({ policyTry: { outcome: 'REFUSED' } });
});
