import { codes, cutsDesk, type CutsDesk, umbrella } from '@perennial/testkit/policies/cuts-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** The service-cut guard (S11) over where customers are served: service points and their hours. */
let shop: CutsDesk;
let rows: CutsDesk['rows'];
let cutsOf: CutsDesk['cutsOf'];
let retire: CutsDesk['retire'];

beforeAll(async () => {
  shop = await cutsDesk();
  ({ rows, cutsOf, retire } = shop);
});

beforeEach(async () => {
  await shop.clear();
  await today('2011-12-10');
});

const today = (day: string) => shop.server.db.orm.execute(sql`update business set as_of = ${day}, latest_day = null`);

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

    it('and the refusal brings its name along in every language that it has one in', async () => {
      await free({ words: { 'zh-Hant': { name: '櫃檯' } } });
      expect((await turn({ phone: null })).userErrors).toMatchObject([
        { code: 'POINT_PROMISED', params: { point: 'Counter', phrases: { Counter: { 'zh-Hant': '櫃檯' } } } },
      ]);
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
      // nor by a further year that is one long holiday
      const shut = Array.from({ length: 365 }, (_, day) => ({
        date: new Date(Date.UTC(2030, 0, 1 + day)).toISOString().slice(0, 10),
        kind: 'HOLIDAY',
        name: 'Shut',
      }));
      const later = await shop.change(
        'calendarDaysSet',
        { id: calendars.its, version: 1, year: 2030, days: shut },
        'calendar { version }',
      );
      expect(later.userErrors).toMatchObject([{ ...refused, path: ['days'] }]);
      expect((await week({ ...long, 3: long[1] })).userErrors).toEqual([]);
    });

    it('but more of it, another number and its words are free', async () => {
      await free({ phone: '000', name: 'Desk', note: 'Ring twice.' });
      await free({ region: null, calendarId: calendars.longer });
    });

    it('and everything is, once no version lists it', async () => {
      const draft = await shop.next(promise, '2011-12-11', [returnsWithin(30)], { pointIds: [] });
      expect((await turn({ active: false })).userErrors).toMatchObject([{ code: 'POINT_PROMISED' }]);
      await shop.approve(draft.id);
      expect(codes(await shop.publish(draft))).toEqual([]);
      // who buys today is still promised it
      expect((await turn({ active: false })).userErrors).toMatchObject([{ code: 'POINT_PROMISED' }]);
      await today('2011-12-11');
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
    const none = await shop.next(promise, '2011-12-11', [returnsWithin(30)], { pointIds: [] });
    await shop.approve(none.id);
    expect(codes(await shop.publish(none))).toEqual([]);
    await today('2011-12-11');
    expect((await days(30, version + 1)).policy).toEqual({ probeDays: 30 });
  });
});
