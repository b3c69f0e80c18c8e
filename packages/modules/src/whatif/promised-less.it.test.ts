import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { answersWithin, returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** What-if over purchases sees all that the service-cut guard (S11) sees: not the words alone. */
let shop: CutsDesk;

beforeAll(async () => {
  shop = await cutsDesk();
});

beforeEach(() => shop.clear());

const ANSWERS = answersWithin(240);

type Purchases = Pick<WhatIfResult['purchases'], 'seen' | 'less' | 'more'>;

const purchasesUnder = (policyVersionId: string): Promise<Purchases> => purchasesIf({ policyVersionId });

async function purchasesIf(supposed: object): Promise<Purchases> {
  const started = await shop.change('whatIfStart', supposed, 'whatIfRun { id }');
  expect(started.userErrors).toEqual([]);
  const { id } = started.whatIfRun as { id: string };
  for (;;) {
    await shop.server.settle();
    const { whatIfRun: run } = await shop.manager.data<{ whatIfRun: { status: string; result: WhatIfResult } }>(
      'query ($id: ID!) { whatIfRun(id: $id) { status result } }',
      { id },
    );
    if (run.status === 'RUNNING' || run.status === 'WAITING') continue;
    const { seen, less, more } = run.result.purchases;
    return { seen, less, more };
  }
}

async function promised(more: object, terms: readonly object[] = [ANSWERS]): Promise<string> {
  await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
  const version = await shop.published('Promise', '2010-12-01', terms, more);
  await shop.server.settle();
  return version;
}

describe('S11 what-if: purchases that would be promised less or more', () => {
  it('by the working hours alone, as the guard says of the same draft', async () => {
    const [long, short] = [await shop.hours('All Monday', 1020), await shop.hours('One hour', 600)];
    const promise = await promised({ calendarId: long });
    const draft = await shop.next(promise, '2012-01-01', [ANSWERS], { calendarId: short });
    expect((await shop.cutsOf(draft.id)).affected).toBe(1);
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 1, more: 0 });
    const same = await shop.save(draft, { calendarId: long });
    expect(same.userErrors).toEqual([]);
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 0, more: 0 });
  });

  it('longer hours are more', async () => {
    const [short, long] = [await shop.hours('One hour', 600), await shop.hours('All Monday', 1020)];
    const promise = await promised({ calendarId: short });
    const draft = await shop.next(promise, '2012-01-01', [ANSWERS], { calendarId: long });
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 0, more: 1 });
  });

  it('by the service points that are listed', async () => {
    const point = async (name: string) => {
      const made = await shop.change('servicePointCreate', { name, phone: '+44 20 7946 0000' }, 'servicePoint { id }');
      const { id } = made.servicePoint as { id: string };
      const seen = { pointId: id, on: '2011-12-09', channel: 'PHONE', answered: true };
      expect((await shop.change('servicePointProbe', seen, 'servicePoint { id }')).userErrors).toEqual([]);
      return id;
    };
    const [north, south, west] = [await point('North'), await point('South'), await point('West')];
    const promise = await promised({ pointIds: [north, south] }, [returnsWithin(30)]);
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(30)], { pointIds: [north] });
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 1, more: 0 });
    await shop.save(draft, { pointIds: [south, north, west] });
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 0, more: 1 });
  });

  it('by another wording of the same text, which is never more', async () => {
    const extras = { id: 'extras', kind: 'extras', params: { items: ['Hook'] } };
    const promise = await promised({ phrases: { Hook: { 'zh-Hant': '掛鉤' } } }, [extras]);
    const draft = await shop.next(promise, '2012-01-01', [extras], {
      phrases: { Hook: { 'zh-Hant': '掛鉤，另收費' } },
    });
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 1, less: 1, more: 0 });
  });

  it('C45 by what each purchase carries: a variant published since is no promise of it, and counts for the guard alone', async () => {
    await shop.purchase({ region: 'Spain', on: '2011-06-01', amount: 50_000 });
    const promise = await promised({}, [returnsWithin(30)]);
    const [base] = (await shop.rows(sql`select 'Policy_' || id as id from policies`)) as { id: string }[];
    const made = await shop.change(
      'policyVariantCreate',
      { baseId: base!.id, name: 'In France', regions: ['France'] },
      'policyVersion { id version }',
    );
    const variant = made.policyVersion as { id: string; version: number };
    const words = { effectiveFrom: '2011-12-10', terms: [returnsWithin(60)] };
    expect((await shop.save(variant as Parameters<CutsDesk['save']>[0], words)).userErrors).toEqual([]);
    expect(
      (
        await shop.change(
          'policyVersionPublish',
          { id: variant.id, version: variant.version + 1 },
          'policyVersion { id }',
        )
      ).userErrors,
    ).toEqual([]);
    await shop.server.settle();
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(20)]);
    // who buys in France from then on has the variant either way; who bought there before has it not
    expect((await shop.cutsOf(draft.id)).affected).toBe(1);
    expect(await purchasesUnder(draft.id)).toEqual({ seen: 2, less: 2, more: 0 });
  });

  it('words that nobody saved name no hours and no wordings, and lose none', async () => {
    const extras = { id: 'extras', kind: 'extras', params: { items: ['Hook'] } };
    const calendarId = await shop.hours('All Monday', 1020);
    await promised({ calendarId, phrases: { Hook: { 'zh-Hant': '掛鉤' } } }, [extras, ANSWERS]);
    const [policy] = (await shop.rows(sql`select 'Policy_' || id as id from policies`)) as { id: string }[];
    const same = { policyId: policy!.id, terms: [extras, ANSWERS] };
    expect(await purchasesIf(same)).toEqual({ seen: 1, less: 0, more: 0 });
  });
});
