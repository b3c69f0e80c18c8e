import { rmSync } from 'node:fs';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { smallSampleFile } from '@perennial/testkit/shop/small-file';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../importing/index.ts';

let server: TestServer;
let manager: GraphQLClient;
let policyId: string;

interface Gap {
  kind: string;
  region: string;
  segment: string;
  category: string | null;
  claims: number;
  customers: number;
  quantity: number;
  value: number;
}
interface Draft {
  policyVersion: { id: string; number: number; status: string; terms: Record<string, unknown>[] } | null;
  termId: string | null;
  userErrors: { code: string; path: string[] }[];
}

const gaps = async () =>
  (
    await manager.data<{ policyGaps: Gap[] }>(
      '{ policyGaps { kind region segment category claims customers quantity value currency } }',
    )
  ).policyGaps;

const draft = async (input: object, by = manager) =>
  (
    await by.data<{ policyGapDraft: Draft }>(
      `mutation ($input: PolicyGapDraftInput!) { policyGapDraft(input: $input) {
        policyVersion { id number status terms } termId userErrors { code path } } }`,
      { input },
    )
  ).policyGapDraft;

beforeAll(async () => {
  server = await testServer();
  manager = await server.as('POLICY_MANAGER');
  const file = smallSampleFile(12);
  try {
    await importFile(await jobContext(server.env), file, { by: 'test', fileName: 'shop.csv' });
  } finally {
    rmSync(file, { force: true });
  }
  await server.settle();
  const made = await manager.data<{ policyCreate: { policy: { id: string } } }>(
    'mutation { policyCreate(input: { name: "Promise with gaps" }) { policy { id } userErrors { code } } }',
  );
  policyId = made.policyCreate.policy.id;
});

describe('C1 policy gaps: what no promise speaks of', () => {
  it('are the returns that were decided NOT_COVERED, by region, segment and category, and sum to them', async () => {
    const found = await gaps();
    const [stored] = await rowsOf<{ claims: number; quantity: number; value: string }>(
      server.db.orm,
      sql`select count(*)::int as claims, sum(r.quantity)::int as quantity,
        sum(round(-l.amount * r.quantity / -l.quantity))::bigint::text as value
        from returns r join invoice_lines l on l.customer_id = r.customer_id and l.id = r.return_line_id
        where r.outcome = 'NOT_COVERED'`,
    );
    expect(stored!.claims).toBeGreaterThan(0);
    const total = (of: 'claims' | 'quantity' | 'value') => found.reduce((sum, gap) => sum + gap[of], 0);
    expect([total('claims'), total('quantity')]).toEqual([stored!.claims, stored!.quantity]);
    expect(Math.abs(total('value') - Number(stored!.value))).toBeLessThanOrEqual(found.length);
    expect(found.map(({ claims }) => claims)).toEqual(found.map(({ claims }) => claims).sort((a, b) => b - a));
    expect(new Set(found.map((gap) => `${gap.region} ${gap.segment} ${gap.category}`)).size).toBe(found.length);
  });

  it('a gap becomes a term of the draft that speaks of exactly it', async () => {
    const [gap] = await gaps();
    const { kind, region, segment, category } = gap!;
    const made = await draft({ policyId, kind, region, segment, category });
    expect(made.userErrors).toEqual([]);
    expect(made.policyVersion).toMatchObject({ number: 1, status: 'DRAFT' });
    expect(made.policyVersion!.terms).toEqual([
      expect.objectContaining({
        id: made.termId,
        kind,
        appliesTo: expect.objectContaining({
          regions: [region],
          segments: [segment],
          categories: category ? [category] : [],
        }),
      }),
    ]);
    // pressed once more it is the same term: two for the same purchases could not be published
    const twice = await draft({ policyId, kind, region, segment, category });
    expect([twice.termId, twice.policyVersion]).toEqual([made.termId, made.policyVersion]);
    // a second one gets a name of its own and leaves the first as it is
    const again = await draft({ policyId, kind, region: 'Elsewhere' });
    expect(again.policyVersion!.terms.map(({ id }) => id)).toEqual([made.termId, again.termId]);
    expect(again.termId).not.toBe(made.termId);
  });

  it('closed by a published promise, a gap is gone', async () => {
    const { policyVersions } = await manager.data<{ policyVersions: { nodes: { id: string; version: number }[] } }>(
      '{ policyVersions(first: 1) { nodes { id version } } }',
    );
    const { id, version } = policyVersions.nodes[0]!;
    const returns = { id: 'all', kind: 'returns', params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' } };
    const saved = await manager.data<{ policyVersionSave: { policyVersion: { version: number } } }>(
      `mutation ($id: ID!, $version: Int!, $terms: JSON!) { policyVersionSave(input: { id: $id, version: $version, terms: $terms, effectiveFrom: "2010-12-01" }) {
        policyVersion { version } userErrors { code } } }`,
      { id, version, terms: [returns] },
    );
    await manager.data(
      `mutation ($id: ID!, $version: Int!) { policyVersionPublish(input: { id: $id, version: $version }) { userErrors { code } } }`,
      { id, version: saved.policyVersionSave.policyVersion.version },
    );
    await server.settle();
    expect(await gaps()).toEqual([]);
    // nothing is drafted but a new version: the published one stays as it was promised
    const made = await draft({ policyId, kind: 'warranty' });
    expect(made.policyVersion).toMatchObject({ number: 2, status: 'DRAFT' });
    expect(made.policyVersion!.terms.map((term) => term['kind'])).toEqual(['returns', 'warranty']);
  });

  it('C45 is put into no policy that is for other regions: there it could never apply', async () => {
    const made = await manager.data<{ policyVariantCreate: { policy: { id: string } } }>(
      `mutation ($policyId: ID!) { policyVariantCreate(input: { baseId: $policyId, name: "A promise for Germany", regions: ["Germany"] }) {
        policy { id } userErrors { code } } }`,
      { policyId },
    );
    const { id } = made.policyVariantCreate.policy;
    const elsewhere = await draft({ policyId: id, kind: 'training', region: 'United Kingdom' });
    expect(elsewhere).toMatchObject({
      policyVersion: null,
      userErrors: [{ code: 'VARIANT_OUT_OF_REGION', path: ['policyId'] }],
    });
    expect((await draft({ policyId: id, kind: 'training', region: 'Germany' })).userErrors).toEqual([]);
    expect((await draft({ policyId: id, kind: 'training' })).userErrors).toEqual([]);
  });

  it('refuses a kind that does not exist, and whoever does not keep policies', async () => {
    expect((await draft({ policyId, kind: 'magic' })).userErrors).toMatchObject([{ code: 'UNKNOWN_TERM_KIND' }]);
    const agent = await server.as('AGENT');
    const answer = await agent.ask(
      `mutation { policyGapDraft(input: { policyId: "${policyId}", kind: "returns" }) { userErrors { code } } }`,
    );
    expect(JSON.stringify(answer)).toContain('FORBIDDEN');
  });
});

describe('C48 a gap of what nobody promises', () => {
  it('is told by what was asked, and becomes what is not served, besides what was not served before', async () => {
    const made = await draft({ policyId, kind: 'exclusions', asked: ['engraving'] });
    const more = await draft({ policyId, kind: 'exclusions', region: 'France', asked: ['Piano tuning'] });
    const term = more.policyVersion!.terms.find(({ id }) => id === more.termId);
    expect(made.userErrors).toEqual([]);
    expect(term).toMatchObject({
      params: { matters: ['engraving', 'Piano tuning'] },
      appliesTo: { regions: ['France'] },
    });
    const again = await draft({ policyId, kind: 'exclusions', region: 'France', asked: ['Dyeing'] });
    expect(again.termId).toBe(more.termId);
    expect(again.policyVersion!.terms.find(({ id }) => id === more.termId)).toMatchObject({
      params: { matters: ['engraving', 'Piano tuning', 'Dyeing'] },
    });
  });

  it('is no term that excludes nothing', async () => {
    expect((await draft({ policyId, kind: 'exclusions', region: 'Spain' })).userErrors).toMatchObject([
      { code: 'TERM_FIELD_MISSING', path: ['asked'] },
    ]);
  });
});

describe('an import whose customers were tried on', () => {
  it('can be taken back all the same', async () => {
    const { whatIfStart } = await manager.data<{ whatIfStart: { whatIfRun: { id: string }; userErrors: unknown[] } }>(
      `mutation ($policyId: ID!) { whatIfStart(input: { policyId: $policyId, terms: [] }) { whatIfRun { id } userErrors { code } } }`,
      { policyId },
    );
    expect(whatIfStart.userErrors).toEqual([]);
    const effects = async () => {
      const { whatIfRun } = await manager.data<{ whatIfRun: { status: string; effects: { totalCount: number } } }>(
        'query ($id: ID!) { whatIfRun(id: $id) { status effects(first: 1) { totalCount } } }',
        { id: whatIfStart.whatIfRun.id },
      );
      return whatIfRun;
    };
    while (['WAITING', 'RUNNING'].includes((await effects()).status)) await server.settle();
    expect((await effects()).effects.totalCount).toBeGreaterThan(0);

    const { importBatches } = await manager.data<{ importBatches: { nodes: { id: string }[] } }>(
      '{ importBatches(first: 1) { nodes { id } } }',
    );
    const undone = await manager.data<{ importUndo: { userErrors: unknown[] } }>(
      'mutation ($id: ID!) { importUndo(input: { id: $id }) { userErrors { code message } } }',
      { id: importBatches.nodes[0]!.id },
    );
    expect(undone.importUndo.userErrors).toEqual([]);
    await server.settle();
    expect((await effects()).effects.totalCount).toBe(0);
  });
});
