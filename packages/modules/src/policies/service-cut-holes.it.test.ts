import { rowsOf } from '@perennial/kernel/db/database';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Ways round the service-cut guard (S11) that one person could have gone alone. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers, products, service_point_probes, service_points, calendar_days, calendars cascade`,
  );
});

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

const cutsOf = async (id: string, more: { effectiveFrom?: string; retiring?: boolean } = {}) => {
  const { policyVersionCut } = await shop.manager.data<{
    policyVersionCut: { cuts: Record<string, unknown>[]; affected: number };
  }>(
    `query ($id: ID!, $effectiveFrom: Date, $retiring: Boolean) {
      policyVersionCut(id: $id, effectiveFrom: $effectiveFrom, retiring: $retiring) { cuts affected } }`,
    { id, ...more },
  );
  return policyVersionCut;
};

const retire = (id: string, version: number, on?: string) =>
  shop.change('policyVersionRetire', { id, version, ...(on ? { on } : {}) }, 'policyVersion { status }');

/** Narrower than "everybody", and yet everybody. */
const NEARLY_ALL = { maxValue: 900_000_000_000 };
const umbrella = (days: number, id = 'umbrella') => returnsWithin(days, { id, appliesTo: NEARLY_ALL });

async function hours(name: string, to: number): Promise<string> {
  const [row] = await rows(sql`
    insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at)
    values (gen_random_uuid(), ${name}, 'Europe/London', ${JSON.stringify({ 1: [{ from: 540, to }] })}::text::jsonb, 'START', '[2010,2011,2012]', 1, now(), now())
    returning id::text as id`);
  return `Calendar_${(row as { id: string }).id}`;
}

const answers = (more: object = {}) => ({
  id: 'answers',
  kind: 'response-target',
  params: { rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 }], clock: 'WORKING' },
  ...more,
});

describe('S11 what is covered only by a promise that ends sooner is cut', () => {
  it('a policy for one day beside it makes no cut harmless', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await shop.server.settle();
    await shop.published('For a day', '2012-01-01', [umbrella(45)], { effectiveTo: '2012-01-02' });
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(5)]);
    expect((await shop.publish(draft)).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 1 } }]);
    const { cuts } = await cutsOf(draft.id);
    // dear purchases on the first day, all the others from the day after
    expect(cuts).toMatchObject([
      { termId: 'returns', worsenings: [{ before: 30, after: 5 }], cases: [{ value: { low: 900_000_000_000 } }] },
      { termId: 'returns', from: '2012-01-02', cases: [{ value: { low: 0, high: 900_000_000_000 } }] },
    ]);
    expect(cuts[0]).not.toHaveProperty('from');
  });

  it('where the cover lasts, nobody is promised less', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await shop.published('For good', '2012-01-01', [umbrella(45)]);
    const draft = await shop.next(promise, '2012-01-01', [
      returnsWithin(5),
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
    const promise = await shop.published('Promise', '2010-12-01', [answers()], { calendarId: long });
    await shop.published('For a day', '2012-01-01', [answers({ id: 'day', appliesTo: NEARLY_ALL })], {
      effectiveTo: '2012-01-02',
      calendarId: long,
    });
    const draft = await shop.next(promise, '2012-01-01', [answers()], { calendarId: short });
    const calendar = [{ field: 'calendar', before: 'Long', after: 'Short' }];
    expect((await cutsOf(draft.id)).cuts).toMatchObject([
      { worsenings: calendar, cases: [{ value: { low: 900_000_000_000 } }] },
      { worsenings: calendar, cases: [{ value: { high: 900_000_000_000 } }], from: '2012-01-02' },
    ]);
    const beside = await shop.draft(
      'Elsewhere',
      '2012-02-01',
      [answers({ id: 'b', appliesTo: { segments: ['KEY'] } })],
      {
        calendarId: short,
      },
    );
    expect(await cutsOf(beside.id)).toMatchObject({
      cuts: [{ termId: 'answers', byPolicy: 'Elsewhere', worsenings: calendar }],
    });
  });
});

describe('S11 where customers are served is promised too', () => {
  const point = async (name: string) => {
    const made = await shop.change('servicePointCreate', { name, phone: '+44 20 7946 0000' }, 'servicePoint { id }');
    const { id } = made.servicePoint as { id: string };
    await shop.change(
      'servicePointProbe',
      { pointId: id, on: '2011-12-09', channel: 'PHONE', answered: true },
      'userErrors { code }',
    );
    return id;
  };

  it('a service point that is listed no more needs a second person, one that is added does not', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const [north, south, west] = [await point('North'), await point('South'), await point('West')];
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)], { pointIds: [north, south] });
    await shop.server.settle();
    const draft = await shop.next(promise, '2012-01-01', [returnsWithin(30)], { pointIds: [west, north] });
    expect((await shop.publish(draft)).userErrors).toMatchObject([
      { code: 'SERVICE_CUT', params: { affected: 1, valueAtRisk: 50_000, terms: 'South' } },
    ]);
    expect(await cutsOf(draft.id)).toMatchObject({
      affected: 1,
      cuts: [
        {
          kind: 'service-point',
          termId: null,
          withdrawn: true,
          policy: 'Promise',
          point: { id: south, name: 'South' },
        },
      ],
    });
    await shop.approve(draft.id);
    // approved for these points only
    const fewer = await shop.save(draft, { pointIds: [west] });
    expect(codes(fewer)).toEqual([]);
    expect(await rows(sql`select status from policy_cuts`)).toEqual([{ status: 'VOID' }]);
    expect(codes(await shop.publish({ ...draft, version: draft.version + 1 }))).toEqual(['SERVICE_CUT']);
    await shop.save({ ...draft, version: draft.version + 1 }, { pointIds: [south, west, north] });
    expect(codes(await shop.publish({ ...draft, version: draft.version + 2 }))).toEqual([]);
  });

  it('a promise that ends altogether takes its points with it, beside its terms', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)], {
      pointIds: [await point('North')],
    });
    expect((await cutsOf(promise, { retiring: true })).cuts).toMatchObject([
      { kind: 'returns', withdrawn: true },
      { kind: 'service-point', withdrawn: true, byPolicy: null, point: { name: 'North' } },
    ]);
  });

  it('a promise that ends beside one of the same words takes the points that no other lists', async () => {
    const [north, south] = [await point('North'), await point('South')];
    const kitchen = await shop.published('Kitchen', '2010-12-01', [umbrella(30)], { pointIds: [north, south] });
    const beside = { effectiveTo: '2012-06-01', pointIds: [south] };
    await shop.published('Beside', '2010-12-01', [returnsWithin(30, { id: 'beside' })]);
    await shop.published(
      'Till June',
      '2010-12-01',
      [returnsWithin(30, { id: 'june', appliesTo: { maxValue: 1000 } })],
      beside,
    );
    const { cuts } = await cutsOf(kitchen, { retiring: true });
    expect(cuts).toMatchObject([
      { kind: 'service-point', point: { name: 'North' }, policy: 'Kitchen', byPolicy: null },
      { kind: 'service-point', point: { name: 'South' }, from: '2012-06-01' },
    ]);
    expect(cuts[0]).not.toHaveProperty('from');
    expect((await retire(kitchen, 3)).userErrors).toMatchObject([
      { code: 'SERVICE_CUT', params: { terms: 'North, South' } },
    ]);
  });

  it('so does a version with a last day that none follows', async () => {
    const north = await point('North');
    const kitchen = await shop.published('Kitchen', '2010-12-01', [umbrella(30)], { pointIds: [north] });
    await shop.published('Beside', '2010-12-01', [returnsWithin(30, { id: 'beside' })]);
    const draft = await shop.next(kitchen, '2012-01-01', [umbrella(30)], { effectiveTo: '2012-02-01' });
    expect((await cutsOf(draft.id)).cuts).toMatchObject([
      { kind: 'service-point', point: { name: 'North' }, byPolicy: null, from: '2012-02-01' },
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  describe('a point that is listed is not cut by one person', () => {
    const long = { 1: [{ from: 540, to: 1020 }] };
    const short = { 1: [{ from: 540, to: 720 }] };
    let calendars: Record<'its' | 'longer' | 'shorter', string>;
    let id: string;
    let version: number;
    let promise: string;

    const calendar = async (name: string, week: object) => {
      const input = { name, timeZone: 'Europe/London', week, years: [2011, 2012] };
      return ((await shop.change('calendarCreate', input, 'calendar { id }')).calendar as { id: string }).id;
    };
    const turn = (change: object) =>
      shop.change('servicePointUpdate', { id, version, ...change }, 'servicePoint { version }');
    const free = async (change: object) => {
      const { servicePoint, userErrors } = await turn(change);
      expect(userErrors).toEqual([]);
      ({ version } = servicePoint as { version: number });
    };

    beforeEach(async () => {
      calendars = {
        its: await calendar('Its', long),
        longer: await calendar('Longer', { ...long, 2: long[1] }),
        shorter: await calendar('Shorter', short),
      };
      id = await point('Counter');
      version = 1;
      await free({ address: '1 High Street', email: 'counter@example.test', website: 'https://counter.example' });
      await free({ region: 'France', calendarId: calendars.its });
      promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)], { pointIds: [id] });
    });

    it.each([
      ['active', () => ({ active: false })],
      ['address', () => ({ address: null })],
      ['phone', () => ({ phone: null })],
      ['email', () => ({ email: null })],
      ['website', () => ({ website: null })],
      ['region', () => ({ region: 'Spain' })],
      ['calendarId', () => ({ calendarId: null })],
      ['calendarId', () => ({ calendarId: calendars.shorter })],
    ])('by its %s', async (field, change) => {
      expect((await turn(change())).userErrors).toMatchObject([
        { code: 'POINT_PROMISED', path: [field], params: { point: 'Counter', policy: 'Promise', number: 1 } },
      ]);
      expect(await rows(sql`select version from service_points`)).toEqual([{ version }]);
    });

    it('by shorter hours of its calendar, on all days or on some', async () => {
      const refused = { code: 'POINT_PROMISED', path: ['week'], params: { point: 'Counter', policy: 'Promise' } };
      const week = (to: object) =>
        shop.change('calendarUpdate', { id: calendars.its, version: 1, week: to }, 'calendar { version }');
      expect((await week(short)).userErrors).toMatchObject([refused]);
      const days = { year: 2012, days: [{ date: '2012-01-09', kind: 'HOLIDAY', name: 'Inventory' }] };
      const set = await shop.change(
        'calendarDaysSet',
        { id: calendars.its, version: 1, ...days },
        'calendar { version }',
      );
      expect(set.userErrors).toMatchObject([refused]);
      expect((await week({ ...long, 3: long[1] })).userErrors).toEqual([]);
    });

    it('but more of it, another number and its words are free', async () => {
      await free({ phone: '000', name: 'Desk', note: 'Ring twice.' });
      await free({ region: null, calendarId: calendars.longer });
    });

    it('and everything is, once no version lists it', async () => {
      const draft = await shop.next(promise, '2011-12-10', [returnsWithin(30)], { pointIds: [] });
      expect((await turn({ active: false })).userErrors).toMatchObject([{ code: 'POINT_PROMISED' }]);
      await shop.approve(draft.id);
      expect(codes(await shop.publish(draft))).toEqual([]);
      await free({ active: false, phone: null, region: 'Spain', calendarId: calendars.shorter });
    });

    it('neither is one that is listed from days to come, until that is taken back', async () => {
      const desk = await point('Desk');
      const terms = [returnsWithin(30, { id: 'small', appliesTo: { maxValue: 1000 } })];
      const announced = await shop.published('Announced', '2012-01-01', terms, { pointIds: [desk] });
      const close = () =>
        shop.change('servicePointUpdate', { id: desk, version: 1, active: false }, 'servicePoint { version }');
      expect((await close()).userErrors).toMatchObject([{ code: 'POINT_PROMISED', params: { policy: 'Announced' } }]);
      await shop.approve(announced, { retiring: true });
      expect(codes(await retire(announced, 3))).toEqual([]);
      expect((await close()).userErrors).toEqual([]);
    });

    it('nor is one that only a draft lists kept', async () => {
      const desk = await point('Desk');
      await shop.draft('Draft', '2012-01-01', [returnsWithin(30, { id: 'draft' })], { pointIds: [desk] });
      const closed = await shop.change(
        'servicePointUpdate',
        { id: desk, version: 1, active: false },
        'servicePoint { id }',
      );
      expect(closed.userErrors).toEqual([]);
    });
  });

  it('how soon somebody must have answered may get shorter, and longer only while no point is promised', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [returnsWithin(30)], {
      pointIds: [await point('North')],
    });
    const [{ id, version }] = (await rows(sql`select 'Policy_' || id as id, version from policies`)) as [
      { id: string; version: number },
    ];
    const days = (probeDays: number, seen: number) =>
      shop.change('policyUpdate', { id, version: seen, probeDays }, 'policy { probeDays }');
    expect((await days(31, version)).userErrors).toMatchObject([
      { code: 'PROBE_DAYS_PROMISED', path: ['probeDays'], params: { policy: 'Promise', number: 1, days: 30 } },
    ]);
    expect((await days(7, version)).policy).toEqual({ probeDays: 7 });
    expect(codes(await days(30, version + 1))).toEqual(['PROBE_DAYS_PROMISED']);
    const none = await shop.next(promise, '2011-12-10', [returnsWithin(30)], { pointIds: [] });
    await shop.approve(none.id);
    expect(codes(await shop.publish(none))).toEqual([]);
    expect((await days(30, version + 1)).policy).toEqual({ probeDays: 30 });
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
    const asked = await shop.change('policyCutPropose', { versionId: draft.id, reason: 'Dear' }, 'policyCut { id }');
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
