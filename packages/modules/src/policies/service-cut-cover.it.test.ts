import { UNKNOWN } from '@perennial/domain/policies/cases';
import { codes, cutsDesk, type CutsDesk, NEARLY_ALL, umbrella } from '@perennial/testkit/policies/cuts-desk';
import { answersWithin, returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** The service-cut guard (S11) over all days and all policies: what covers a cut, and for how long. */
let shop: CutsDesk;
let rows: CutsDesk['rows'];
let cutsOf: CutsDesk['cutsOf'];
let retire: CutsDesk['retire'];
let hours: CutsDesk['hours'];

beforeAll(async () => {
  shop = await cutsDesk();
  ({ rows, cutsOf, retire, hours } = shop);
});

beforeEach(() => shop.clear());

/** What {@link NEARLY_ALL} leaves out: purchases whose worth is not known, and those that are dear beyond reason. */
const OUTSIDE_NEARLY_ALL = [{ value: { low: UNKNOWN, high: 0 } }, { value: { low: 900_000_000_000, high: null } }];

describe('S11 what is covered only by a promise that ends sooner is cut', () => {
  it('a policy for one day beside it makes no cut harmless', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await shop.server.settle();
    await shop.published('For a day', '2012-01-01', [umbrella(45)], { effectiveTo: '2012-01-02' });
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(5)]);
    expect((await shop.publish(draft)).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 1 } }]);
    const { cuts } = await cutsOf(draft.id);
    // dear purchases and those in another currency on the first day, all the others from the day after
    expect(cuts).toMatchObject([
      { termId: 'returns', worsenings: [{ before: 30, after: 5 }], cases: OUTSIDE_NEARLY_ALL },
      { termId: 'returns', from: '2012-01-02', cases: [{ value: { low: 0, high: 900_000_000_000 } }] },
    ]);
    expect(cuts[0]).not.toHaveProperty('from');
  });

  it('where the cover lasts, nobody is promised less', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await shop.published('For good', '2012-01-01', [umbrella(45)]);
    const draft = await shop.next(promise, '2012-01-01', [
      returnsWithin(5, { appliesTo: { minValue: 0 } }),
      returnsWithin(30, { id: 'other-currency' }),
      returnsWithin(30, { id: 'dear', appliesTo: { minValue: 900_000_000_000 } }),
    ]);
    expect((await cutsOf(draft.id)).cuts).toEqual([]);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('a cover of several versions lasts as long as the last of them', async () => {
    await shop.published('Kinder', '2011-01-01', [umbrella(60)], { effectiveTo: '2012-03-01' });
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const kinder = (await rows(sql`
      select v.id::text as id from policy_versions v join policies p on p.id = v.policy_id where p.name = 'Kinder'`)) as {
      id: string;
    }[];
    const more = await shop.next(`PolicyVersion_${kinder[0]!.id}`, '2012-03-01', [umbrella(70)], {
      effectiveTo: '2012-05-01',
    });
    expect(codes(await shop.publish(more))).toEqual([]);
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(5)]);
    // the days between are the same: only where the cover ends is something new said
    expect((await cutsOf(draft.id)).cuts.map(({ from }) => from)).toEqual([undefined, '2012-05-01']);
  });

  it('a new policy with a meaner, narrower term is looked at on later days too', async () => {
    await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const key = { segments: ['KEY'] };
    await shop.published(
      'For a day',
      '2012-01-01',
      [returnsWithin(45, { id: 'day', appliesTo: { ...key, ...NEARLY_ALL } })],
      { effectiveTo: '2012-01-02' },
    );
    const draft = await shop.draft('Mean', '2012-01-01', [
      returnsWithin(5, { id: 'mean', appliesTo: { ...key, maxValue: 900_000_000_001 } }),
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
    expect((await cutsOf(draft.id)).cuts).toMatchObject([
      { termId: 'returns', byTermId: 'mean', byPolicy: 'Mean' },
      { termId: 'returns', byTermId: 'mean', byPolicy: 'Mean', from: '2012-01-02' },
    ]);
  });

  it('a promise of another policy that begins later is cut by what is published for all days now', async () => {
    await shop.published('Later', '2012-06-01', [returnsWithin(30)]);
    const draft = await shop.draft('Mean', '2012-01-01', [
      returnsWithin(5, { id: 'mean', appliesTo: { segments: ['KEY'] } }),
    ]);
    expect((await cutsOf(draft.id)).cuts).toMatchObject([{ termId: 'returns', byTermId: 'mean', from: '2012-06-01' }]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('after a last day, less is less, although something is still promised', async () => {
    await shop.published('Base', '2010-12-01', [returnsWithin(10, { id: 'base' })]);
    const france = { appliesTo: { regions: ['France'] } };
    const promise = await shop.published('France', '2010-12-01', [returnsWithin(30, france)]);
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(40, france)], { effectiveTo: '2012-01-02' });
    expect((await cutsOf(draft.id)).cuts).toMatchObject([
      { termId: 'returns', byTermId: 'base', withdrawn: false, from: '2012-01-02' },
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('ending a promise under such cover takes it away from the day on which the cover ends', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [
      returnsWithin(30, { appliesTo: { segments: ['STANDARD'] } }),
    ]);
    await shop.published('For a week', '2011-12-01', [returnsWithin(30, { id: 'cover' })], {
      effectiveTo: '2011-12-20',
    });
    expect((await cutsOf(promise, { retiring: true })).cuts).toMatchObject([
      { termId: 'returns', withdrawn: true, from: '2011-12-20' },
    ]);
    expect(codes(await retire(promise, 3))).toEqual(['SERVICE_CUT']);
  });

  it('what was announced for later is withdrawn by a second person only', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const later = await shop.next(promise, '2012-02-01', [returnsWithin(60)]);
    expect(codes(await shop.publish(later))).toEqual([]);
    expect((await cutsOf(later.id, { retiring: true })).cuts).toMatchObject([
      { termId: 'returns', withdrawn: true, policy: 'Promise' },
    ]);
    const first = await shop.published('Announced', '2012-02-01', [
      returnsWithin(90, { id: 'first', appliesTo: { segments: ['KEY'] } }),
    ]);
    expect(codes(await retire(first, 3))).toEqual(['SERVICE_CUT']);
  });

  it('nor are shorter hours hidden behind longer ones of a policy that ends, or of another policy for good', async () => {
    const [long, short] = [await hours('Long', 1080), await hours('Short', 900)];
    const promise = await shop.published('Promise', '2010-12-01', [answersWithin(480)], { calendarId: long });
    await shop.published('For a day', '2012-01-01', [answersWithin(480, { id: 'day', appliesTo: NEARLY_ALL })], {
      effectiveTo: '2012-01-02',
      calendarId: long,
    });
    const draft = await shop.next(promise, '2012-01-01', [answersWithin(480)], { calendarId: short });
    const calendar = [{ field: 'calendar', before: 'Long', after: 'Short' }];
    expect((await cutsOf(draft.id)).cuts).toMatchObject([
      { worsenings: calendar, cases: OUTSIDE_NEARLY_ALL },
      { worsenings: calendar, cases: [{ value: { low: 0, high: 900_000_000_000 } }], from: '2012-01-02' },
    ]);
    const beside = await shop.draft(
      'Elsewhere',
      '2012-02-01',
      [answersWithin(480, { id: 'b', appliesTo: { segments: ['KEY'] } })],
      {
        calendarId: short,
      },
    );
    expect(await cutsOf(beside.id)).toMatchObject({
      cuts: [{ termId: 'answers', byPolicy: 'Elsewhere', worsenings: calendar }],
    });
  });
});

describe('S11 below a floor nobody goes', () => {
  it('nor is anybody left to another policy that lies below it', async () => {
    await shop.published('Base', '2010-12-01', [returnsWithin(10, { id: 'base' })]);
    const france = await shop.published('France', '2010-12-01', [
      returnsWithin(30, { id: 'france', appliesTo: { regions: ['France'] } }),
    ]);
    await shop.change(
      'policyFloorSet',
      { kind: 'returns', field: 'days', bound: 14, reason: 'The law' },
      'policyFloor { id }',
      shop.owner,
    );
    expect((await retire(france, 3)).userErrors).toMatchObject([
      { code: 'BELOW_FLOOR', params: { termId: 'base', value: 10, bound: 14 } },
    ]);
    const draft = await shop.next(france, '2012-01-01', [
      returnsWithin(40, { id: 'key', appliesTo: { regions: ['France'], segments: ['KEY'] } }),
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['BELOW_FLOOR']);
  });
});

describe('S11 what was refused', () => {
  it('stays on record beside what was asked for and allowed afterwards', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(5)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
    );
    const { id } = asked.policyCut as { id: string };
    await shop.change('policyCutReject', { id, note: 'Customers first' }, 'policyCut { id }', shop.owner);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft))).toEqual([]);
    const { policyVersion } = await shop.manager.data<{ policyVersion: object }>(
      `query ($id: ID!) { policyVersion(id: $id) { status cuts(first: 20) { nodes { status reason note decidedBy } } } }`,
      { id: draft.id },
    );
    expect(policyVersion).toEqual({
      status: 'PUBLISHED',
      cuts: {
        nodes: [
          { status: 'APPROVED', reason: 'Too dear', note: null, decidedBy: 'owner@test.example' },
          { status: 'REJECTED', reason: 'Dear', note: 'Customers first', decidedBy: 'owner@test.example' },
        ],
      },
    });
  });
});
