import { rowsOf } from '@perennial/kernel/db/database';
import {
  answersWithin,
  promises,
  returnsWithin,
  type Draft,
  type Promises,
} from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Regional variants (差異性, C45): one base, and only what differs in some regions. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers cascade`,
  );
});

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

const warranty = (months: number) => ({
  id: 'warranty',
  kind: 'warranty',
  params: { months, causes: ['DEFECT'], parts: [], transferable: false, countedFrom: 'PURCHASE' },
});

async function base(): Promise<{ policyId: string; versionId: string }> {
  const versionId = await shop.published('Base', '2010-12-01', [returnsWithin(30), warranty(12)]);
  const [row] = await rows(sql`select id::text as id from policies where name = 'Base'`);
  return { policyId: `Policy_${(row as { id: string }).id}`, versionId };
}

const vary = (baseId: string, name: string, regions: string[], by = shop.manager) =>
  shop.change(
    'policyVariantCreate',
    { baseId, name, regions },
    'policy { id name regions slug version base { name } } policyVersion { id version terms }',
    by,
  );

const variantsOf = async (id: string, language?: string) => {
  const { policyVariants } = await shop.manager.data<{ policyVariants: Record<string, unknown>[] }>(
    `query ($id: ID!, $language: Language) { policyVariants(id: $id, language: $language) {
      policyId policy regions number differences { difference kind termId base variant } } }`,
    { id, ...(language ? { language } : {}) },
  );
  return policyVariants;
};

const tried = async (customerId: string, kind: string, at: string) => {
  const [line] = await rows(sql`select id::text as id from invoice_lines where customer_id = ${customerId}::uuid`);
  const { policyTry } = await shop.manager.data<{ policyTry: { outcome: string; deadline: string } }>(
    `query ($id: ID!, $kind: String!) { policyTry(lineId: $id, kind: $kind, at: "${at}") { outcome deadline } }`,
    { id: `InvoiceLine_${customerId}_${(line as { id: string }).id}`, kind },
  );
  return policyTry.deadline;
};

describe('C45 regional variants', () => {
  it('promise what differs there, and everything else is the base’s', async () => {
    const france = await shop.purchase({ region: 'France', on: '2011-06-01', amount: 5_000 });
    const spain = await shop.purchase({ region: 'Spain', on: '2011-06-01', amount: 5_000 });
    const { policyId } = await base();
    const made = await vary(policyId, 'Base in France', ['France']);
    expect(made.policy).toMatchObject({ regions: ['France'], slug: 'base-in-france', base: { name: 'Base' } });
    const draft = made.policyVersion as Draft;
    // a term that names no region speaks of the variant's own
    const saved = await shop.save(draft, { effectiveFrom: '2010-12-01', terms: [returnsWithin(60)] });
    expect(codes(saved)).toEqual([]);
    expect(
      await rows(
        sql`select terms -> 0 -> 'appliesTo' -> 'regions' as regions from policy_versions where number = 1 and status = 'DRAFT'`,
      ),
    ).toEqual([{ regions: ['France'] }]);
    expect(codes(await shop.publish({ ...draft, version: 2 }))).toEqual([]);
    await shop.server.settle();
    expect(await tried(france, 'returns', '2011-06-10')).toBe('2011-07-31');
    expect(await tried(france, 'warranty', '2011-06-10')).toBe('2012-06-01');
    expect(await tried(spain, 'returns', '2011-06-10')).toBe('2011-07-01');
    expect(
      await rows(sql`
        select c.region, count(*)::int as promises from entitlements e join customers c on c.customer_id = e.customer_id
        group by 1 order by 1`),
    ).toEqual([
      { region: 'France', promises: 2 },
      { region: 'Spain', promises: 1 },
    ]);
  });

  it('the differences are listed sentence by sentence, in the reader’s language', async () => {
    const { policyId } = await base();
    const made = await vary(policyId, 'Base in France', ['France']);
    const { id } = made.policy as { id: string };
    // not the base's term by its name, and yet instead of what the base promises to whom it is for
    const forKey = {
      id: 'for-key',
      kind: 'returns',
      params: returnsWithin(90).params,
      appliesTo: { segments: ['KEY'] },
    };
    const answers = answersWithin(240);
    const terms = [returnsWithin(60), forKey, answers, warranty(12)];
    await shop.save(made.policyVersion as Draft, { terms });
    const expected = {
      policyId: id,
      policy: 'Base in France',
      regions: ['France'],
      number: 1,
      differences: [
        { difference: 'ADDED', kind: 'response-target', termId: 'answers', base: [] },
        { difference: 'REPLACED', kind: 'returns', termId: 'for-key' },
        { difference: 'REPLACED', kind: 'returns', termId: 'returns' },
      ],
    };
    expect(await variantsOf(policyId)).toMatchObject([expected]);
    expect(await variantsOf(id)).toMatchObject([expected]);
    const said = async (language: string) => {
      const [variant] = (await variantsOf(policyId, language)) as {
        differences: { base: string[]; variant: string[] }[];
      }[];
      for (const { base: there } of variant!.differences.slice(1)) expect(there).toEqual(variant!.differences[2]!.base);
      return variant!.differences[2]!;
    };
    expect((await said('en')).base.join(' ')).toContain('within 30 days');
    expect((await said('en')).variant.join(' ')).toContain('within 60 days');
    expect((await said('zh_Hant')).variant.join('')).toContain('60 天內可無條件退貨');
    expect((await said('zh_Hans')).variant.join('')).toContain('60 天内可无条件退货');
  });

  it('a term beyond the variant’s regions cannot be published', async () => {
    const { policyId } = await base();
    const made = await vary(policyId, 'Base in France', ['France']);
    const draft = made.policyVersion as Draft;
    await shop.save(draft, { terms: [returnsWithin(60, { appliesTo: { regions: ['France', 'Spain'] } })] });
    const refused = await shop.publish({ ...draft, version: 2 });
    expect(refused.userErrors).toMatchObject([
      { code: 'VARIANT_OUT_OF_REGION', path: ['terms', '0', 'appliesTo', 'regions'], params: { beyond: ['Spain'] } },
    ]);
  });

  it('is judged together with its base: promising less than the base is a cut (S11)', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 5_000 });
    await shop.purchase({ region: 'Spain', on: '2011-06-01', amount: 5_000 });
    const { policyId, versionId } = await base();
    await shop.server.settle();
    const made = await vary(policyId, 'Base in France', ['France']);
    const draft = made.policyVersion as Draft;
    await shop.save(draft, { effectiveFrom: '2012-01-01', terms: [returnsWithin(20)] });
    const saved = { ...draft, version: 2 };
    expect((await shop.publish(saved)).userErrors).toMatchObject([
      { code: 'SERVICE_CUT', params: { affected: 1, valueAtRisk: 5_000 } },
    ]);
    // no worse than the base passes
    await shop.save(saved, { terms: [returnsWithin(90)] });
    expect(codes(await shop.publish({ ...draft, version: 3 }))).toEqual([]);
    const lower = await shop.next(versionId, '2012-02-01', [
      returnsWithin(30),
      returnsWithin(25, { id: 'returns-france', appliesTo: { regions: ['France'] } }),
      warranty(12),
    ]);
    // two that both speak of exactly France leave open which decides
    expect(codes(await shop.publish(lower))).toEqual(['AMBIGUOUS_TERMS']);
    await shop.save(lower, { terms: [returnsWithin(30), warranty(6)] });
    const answer = await shop.publish({ ...lower, version: lower.version + 1 });
    expect(answer.userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 2, terms: 'warranty' } }]);
  });

  it('needs regions of its own, of a base that is none itself, and only keepers make one', async () => {
    const { policyId } = await base();
    expect(codes(await vary(policyId, 'No region', []))).toEqual(['VARIANT_WITHOUT_REGION']);
    const made = await vary(policyId, 'Base in France', ['France', 'Spain']);
    const { id, version } = made.policy as { id: string; version: number };
    expect((await vary(policyId, 'Another', ['Peru', 'Spain'])).userErrors).toMatchObject([
      { code: 'VARIANT_REGION_TAKEN', params: { region: 'Spain', policy: 'Base in France' } },
    ]);
    expect(codes(await vary(id, 'Of a variant', ['France']))).toEqual(['VARIANT_OF_VARIANT']);
    const update = (regions: string[], seen = version) =>
      shop.change('policyUpdate', { id, version: seen, regions }, 'policy { regions }');
    expect(codes(await update([]))).toEqual(['VARIANT_WITHOUT_REGION']);
    expect((await update(['France'])).policy).toEqual({ regions: ['France'] });
    const draft = made.policyVersion as Draft;
    await shop.save(draft, { terms: [returnsWithin(60)] });
    expect(codes(await shop.publish({ ...draft, version: 2 }))).toEqual([]);
    expect(codes(await update(['Italy'], version + 1))).toEqual(['REGIONS_FIXED']);
    const before = await rows(sql`select id from policies`);
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyVariantCreate', {
      baseId: policyId,
      name: 'Mine',
      regions: ['Peru'],
    });
    expect(await rows(sql`select id from policies`)).toEqual(before);
  });
});
