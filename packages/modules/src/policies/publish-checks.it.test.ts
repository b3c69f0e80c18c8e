import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { warranty as warrantyKind } from '@perennial/domain/policies/kinds/warranty';
import { rowsOf } from '@perennial/kernel/db/database';
import { promises, returnsWithin, type Draft, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** What stands between a draft and the world (C1, S14): each refusal names the field and the remedy. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, policy_versions, policies, service_point_probes, service_points, calendar_days, calendars cascade`,
  );
});

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

interface Problem {
  code: string;
  path: string[];
  params: Record<string, unknown>;
  blocking: boolean;
}

const check = async (id: string, from?: string): Promise<Problem[]> => {
  const { policyVersionCheck } = await shop.manager.data<{ policyVersionCheck: Problem[] }>(
    `query ($id: ID!${from ? ', $from: Date!' : ''}) {
      policyVersionCheck(id: $id${from ? ', effectiveFrom: $from' : ''}) { code message path params blocking } }`,
    from ? { id, from } : { id },
  );
  return policyVersionCheck;
};

const bump = (draft: Draft): Draft => ({ ...draft, version: draft.version + 1 });

/** Answers within eight working hours. */
const answers = {
  id: 'answers',
  kind: 'response-target',
  params: { rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 }], clock: 'WORKING' },
};

async function calendar(years: number[]): Promise<string> {
  const [row] = await rows(sql`
    insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at)
    values (gen_random_uuid(), 'Hours', 'Europe/London', '{"1": [{"from": 540, "to": 1020}]}', 'START', ${JSON.stringify(years)}::text::jsonb, 1, now(), now())
    returning id::text as id`);
  return `Calendar_${(row as { id: string }).id}`;
}

describe('C1 effective dating without gaps', () => {
  it('refuses days between two versions on which nothing would be promised, and says how to close them', async () => {
    const first = await shop.draft('Promise', '2011-01-01', [returnsWithin(30)], { effectiveTo: '2011-06-01' });
    expect(codes(await shop.publish(first))).toEqual([]);
    const draft = await shop.next(first.id, '2011-07-01', [returnsWithin(30)]);
    const refused = await shop.publish(draft);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'GAP_BETWEEN_VERSIONS',
        path: ['effectiveFrom'],
        message: expect.stringContaining('begin on 2011-06-01'),
        params: { number: 1, from: '2011-06-01', to: '2011-07-01' },
      },
    ]);
    expect(codes(await shop.publish(draft, '2011-06-01'))).toEqual([]);
  });

  it('a gap before the version that follows is refused as well', async () => {
    const later = await shop.published('Promise', '2012-06-01', [returnsWithin(30)]);
    const draft = await shop.next(later, '2012-01-01', [returnsWithin(30)], { effectiveTo: '2012-05-01' });
    expect((await shop.publish(draft)).userErrors).toMatchObject([
      { code: 'GAP_BETWEEN_VERSIONS', path: ['effectiveTo'], message: expect.stringContaining('end on 2012-06-01') },
    ]);
    expect(codes(await shop.save(draft, { effectiveTo: '2012-06-01' }))).toEqual([]);
    expect(codes(await shop.publish(bump(draft)))).toEqual([]);
  });

  it('a version that was retired ended on purpose', async () => {
    const first = await shop.published('Promise', '2011-01-01', [returnsWithin(30)]);
    await shop.approve(first, { retiring: true });
    const retired = await shop.change(
      'policyVersionRetire',
      { id: first, version: 3 },
      'policyVersion { effectiveTo }',
    );
    expect(retired.policyVersion).toEqual({ effectiveTo: '2011-12-11' });
    const draft = await shop.next(first, '2012-06-01', [returnsWithin(10)]);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });
});

describe('S14 reachability gate', () => {
  it('refuses a version that lists a point nobody answers at, by name, until somebody does', async () => {
    const point = async (name: string) => {
      const made = await shop.change('servicePointCreate', { name, phone: '+44 20 7946 0000' }, 'servicePoint { id }');
      expect(made.userErrors).toEqual([]);
      return (made.servicePoint as { id: string }).id;
    };
    const probe = (pointId: string, on: string, answered: boolean) =>
      shop.change('servicePointProbe', { pointId, on, channel: 'PHONE', answered }, 'userErrors { code }');
    const [north, south] = [await point('North'), await point('South')];
    await probe(north, '2011-12-01', true);
    await probe(south, '2011-11-01', true);
    await probe(south, '2011-12-09', false);
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)], { pointIds: [north, south] });
    const refused = await shop.publish(draft);
    expect(refused.userErrors).toMatchObject([
      { code: 'UNREACHABLE_POINT', path: ['pointIds'], params: { points: 'South', count: 1, days: 30 } },
    ]);
    expect(await rows(sql`select status from policy_versions`)).toEqual([{ status: 'DRAFT' }]);
    // more patience is the policy's own setting
    const policy = (await rows(sql`select id::text as id, version from policies`)) as { id: string; version: number }[];
    const kept = await shop.change(
      'policyUpdate',
      { id: `Policy_${policy[0]!.id}`, version: policy[0]!.version, probeDays: 60 },
      'policy { probeDays }',
    );
    expect(kept.policy).toEqual({ probeDays: 60 });
    expect(await check(draft.id)).toEqual([]);
    await shop.change('policyUpdate', { id: `Policy_${policy[0]!.id}`, version: 2, probeDays: 7 }, 'policy { id }');
    expect(await check(draft.id)).toMatchObject([{ code: 'UNREACHABLE_POINT', params: { points: 'North, South' } }]);
    await probe(north, '2011-12-10', true);
    await probe(south, '2011-12-10', true);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('refuses a point whose number was changed after somebody answered at the old one', async () => {
    const made = await shop.change(
      'servicePointCreate',
      { name: 'North', phone: '0100' },
      'servicePoint { id version }',
    );
    const point = made.servicePoint as { id: string; version: number };
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)], { pointIds: [point.id] });
    const answered = () =>
      shop.change(
        'servicePointProbe',
        { pointId: point.id, on: '2011-12-09', channel: 'PHONE', answered: true },
        'userErrors { code }',
      );
    await answered();
    expect(await check(draft.id)).toEqual([]);
    await shop.change('servicePointUpdate', { ...point, phone: '000' }, 'servicePoint { id }');
    const refused = { code: 'UNREACHABLE_POINT', path: ['pointIds'], params: { points: 'North' } };
    expect((await shop.publish(draft)).userErrors).toMatchObject([refused]);
    await answered();
    expect((await shop.publish(draft)).userErrors).toEqual([]);
  });

  it('a point that does not exist cannot be listed', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const saved = await shop.save(draft, { pointIds: ['ServicePoint_00000000-0000-4000-8000-000000000001'] });
    expect(saved.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['pointIds'] }]);
  });
});

describe('C8 clocks need hours to run by', () => {
  it('refuses working hours without a calendar, and a first year whose holidays are not known', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [answers]);
    expect((await shop.publish(draft)).userErrors).toMatchObject([
      { code: 'CALENDAR_MISSING', path: ['calendarId'], params: { terms: 'answers' } },
    ]);
    const old = await calendar([2010, 2011]);
    expect(codes(await shop.save(draft, { calendarId: old }))).toEqual([]);
    expect((await shop.publish(bump(draft))).userErrors).toMatchObject([
      { code: 'CALENDAR_YEAR_UNKNOWN', params: { year: '2012' } },
    ]);
    expect(await check(draft.id, '2011-06-01')).toEqual([]);
    await rows(sql`update calendars set years = '[2011,2012]'`);
    expect(codes(await shop.publish(bump(draft)))).toEqual([]);
  });

  it('tells of later years that the longest promise reaches, and stops nobody by it', async () => {
    const warranty = { id: 'warranty', kind: 'warranty', params: { ...defaultsOf(warrantyKind.params), months: 36 } };
    const hours = await calendar([2012, 2014]);
    const draft = await shop.draft('Promise', '2012-01-01', [answers, warranty], { calendarId: hours });
    expect(await check(draft.id)).toMatchObject([
      {
        code: 'CALENDAR_YEARS_AHEAD',
        blocking: false,
        path: ['calendarId'],
        params: { calendar: 'Hours', years: '2013, 2015' },
      },
    ]);
    // what is bought on the last day is kept for three years too
    await shop.save(draft, { effectiveTo: '2014-01-01' });
    expect(await check(draft.id)).toMatchObject([{ params: { years: '2013, 2015–2016' } }]);
    expect(codes(await shop.publish(bump(draft)))).toEqual([]);
  });

  it('a version without such clocks needs none', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });
});

describe('C1 publish checks', () => {
  it('are there all at once, in order, from the same code that publishes', async () => {
    const first = await shop.draft('Promise', '2011-01-01', [returnsWithin(30)], { effectiveTo: '2011-12-20' });
    expect(codes(await shop.publish(first))).toEqual([]);
    await shop.change(
      'policyFloorSet',
      { kind: 'returns', field: 'days', bound: 14, reason: 'The law' },
      'policyFloor { id }',
      shop.owner,
    );
    const [point] = await rows(sql`
      insert into service_points (id, name, created_at, updated_at) values (gen_random_uuid(), 'Silent', now(), now()) returning id::text as id`);
    const draft = await shop.next(first.id, '2012-01-01', [returnsWithin(7), answers], {
      pointIds: [`ServicePoint_${(point as { id: string }).id}`],
    });
    const problems = await check(draft.id);
    expect(problems.map(({ code }) => code)).toEqual([
      'GAP_BETWEEN_VERSIONS',
      'UNREACHABLE_POINT',
      'CALENDAR_MISSING',
      'BELOW_FLOOR',
    ]);
    expect(problems.every(({ blocking }) => blocking)).toBe(true);
    expect(codes(await shop.publish(draft))).toEqual(['GAP_BETWEEN_VERSIONS']);
    // with the gap closed the version it replaces is another one, and the cut shows
    expect((await check(draft.id, '2011-12-20')).map(({ code }) => code)).toEqual([
      'UNREACHABLE_POINT',
      'CALENDAR_MISSING',
      'BELOW_FLOOR',
      'SERVICE_CUT',
    ]);
  });

  it('an approved cut is told of and stands in nobody’s way', async () => {
    const first = await shop.published('Promise', '2011-01-01', [returnsWithin(30)]);
    const draft = await shop.next(first, '2012-01-01', [returnsWithin(20)]);
    await shop.approve(draft.id);
    expect(await check(draft.id)).toMatchObject([{ code: 'SERVICE_CUT_APPROVED', blocking: false }]);
  });

  it('C8 a first answer promised later than the solution is told of and stands in nobody’s way', async () => {
    const late = (firstResponse: number) => ({
      ...answers,
      params: {
        ...answers.params,
        clock: 'ELAPSED',
        rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse, resolution: 480 }],
      },
    });
    const draft = await shop.draft('Promise', '2012-01-01', [late(9999)]);
    const told = await check(draft.id);
    expect(told).toMatchObject([{ code: 'ANSWER_AFTER_SOLUTION', blocking: false }]);
    // by what everybody calls it: the name of a term is for machines
    expect(told[0]!.params).toEqual({ kind: 'response-target' });
    await shop.save(draft, { terms: [late(480)] });
    expect(await check(draft.id)).toEqual([]);
  });

  it('an ambiguous or empty draft is refused by the same names as ever', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [
      returnsWithin(30, { id: 'a', appliesTo: { regions: ['France'] } }),
      returnsWithin(20, { id: 'b', appliesTo: { segments: ['KEY'] } }),
    ]);
    expect((await check(draft.id)).map(({ code }) => code)).toEqual(['AMBIGUOUS_TERMS']);
    expect(codes(await shop.publish(draft))).toEqual(['AMBIGUOUS_TERMS']);
    await shop.save(draft, { terms: [] });
    expect((await check(draft.id)).map(({ code }) => code)).toEqual(['NO_TERMS']);
  });

  it('C12 every two terms that leave a decision open are named at once, with those of other policies', async () => {
    const other = await shop.draft('Other promise', '2011-01-01', [
      returnsWithin(10, { id: 'd', appliesTo: { minValue: 5000 } }),
    ]);
    expect(codes(await shop.publish(other))).toEqual([]);
    const draft = await shop.draft('Promise', '2012-01-01', [
      returnsWithin(30, { id: 'a', appliesTo: { regions: ['France'] } }),
      returnsWithin(20, { id: 'b', appliesTo: { segments: ['KEY'] } }),
      returnsWithin(10, { id: 'c', appliesTo: { complexity: ['HIGH'] } }),
    ]);
    const pairs = (await check(draft.id)).map(({ code, params: { first, second } }) => [code, [first, second].sort()]);
    expect(pairs.map(([code]) => code)).toEqual(pairs.map(() => 'AMBIGUOUS_TERMS'));
    expect(pairs.map(([, pair]) => (pair as string[]).join('')).sort()).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']);
    expect(codes(await shop.publish(draft))).toEqual(['AMBIGUOUS_TERMS']);
  });

  it('what a version counts by is frozen with it', async () => {
    const hours = await calendar([2012]);
    const draft = await shop.draft('Promise', '2012-01-01', [answers], { calendarId: hours });
    expect(codes(await shop.publish(draft))).toEqual([]);
    await expect(rows(sql`update policy_versions set calendar_id = null`)).rejects.toThrow();
    await expect(rows(sql`update policy_versions set point_ids = array[gen_random_uuid()]`)).rejects.toThrow();
    const copy = await shop.change('policyVersionDraftFrom', { id: draft.id }, 'policyVersion { calendarId pointIds }');
    expect(copy.policyVersion).toEqual({ calendarId: hours, pointIds: [] });
  });
});

describe('C1 the address of a policy', () => {
  const created = async (input: object) => {
    const made = await shop.change('policyCreate', input, 'policy { id slug version regions words probeDays }');
    return { ...made, policy: made.policy as { id: string; slug: string; version: number } | null };
  };

  it('is made from its name, can be chosen, and belongs to one policy', async () => {
    expect((await created({ name: 'Après-vente: 30 Days!' })).policy).toMatchObject({
      slug: 'apres-vente-30-days',
      probeDays: 30,
    });
    const again = await created({ name: 'Apres vente 30 days' });
    expect(again.policy?.slug).toMatch(/^apres-vente-30-days-[0-9a-f]{8}$/);
    expect((await created({ name: '服務承諾' })).policy?.slug).toMatch(/^policy-[0-9a-f]{8}$/);
    expect((await created({ name: 'X', slug: 'apres-vente-30-days' })).userErrors).toMatchObject([
      { code: 'SLUG_TAKEN', path: ['slug'] },
    ]);
    expect((await created({ name: 'X', slug: 'No spaces' })).userErrors).toMatchObject([
      { code: 'BAD_SLUG', path: ['slug'] },
    ]);
    const words = { 'zh-Hant': { name: '服務', description: '三十天' } };
    const own = await created({ name: 'Own', slug: 'ours', words });
    expect(own.policy).toMatchObject({ slug: 'ours', words });
    const bad = await created({ name: 'Bad', words: { fr: { name: 'x', description: '' } } });
    expect(bad.userErrors).toMatchObject([{ path: expect.arrayContaining(['words']) }]);
  });
});
