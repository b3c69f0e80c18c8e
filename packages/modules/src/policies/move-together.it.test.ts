import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { readTerms } from '@perennial/domain/policies/terms';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { agreeing } from '@perennial/testkit/policies/weighing';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** A purchase carries promises of several policies: moving one of them is weighed by what all of them say together (S1). */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, entitlements, promise_snapshots, promise_moves, invoice_lines, invoices, policy_versions, policies, customers, products, calendar_days, calendars cascade`,
  );
});

const rows = (statement: ReturnType<typeof sql>) => rowsOf<Record<string, string>>(shop.server.db.orm, statement);
const FRANCE = { appliesTo: { regions: ['France'] } };

/** A further version, as if its service cut and whatever ties with it had been let pass long ago. */
async function further(
  versionId: string,
  terms: unknown[],
  calendarId: string | null = null,
  phrases: object = {},
): Promise<string> {
  const id = newId();
  await rows(sql`
    insert into policy_versions (id, policy_id, number, status, effective_from, effective_to, calendar_id, terms, phrases, published_at, created_at, updated_at)
    select ${id}, policy_id, (select max(number) + 1 from policy_versions n where n.policy_id = v.policy_id), 'PUBLISHED', '2009-01-01', '2009-01-02', ${calendarId}::uuid,
      ${JSON.stringify(readTerms(terms))}::text::jsonb, ${JSON.stringify(phrases)}::text::jsonb, now(), now(), now()
    from policy_versions v where id = ${versionId.slice('PolicyVersion_'.length)}::uuid`);
  return `PolicyVersion_${id}`;
}

async function entitlementOf(versionId: string): Promise<string> {
  await shop.server.settle();
  const [held] = await rows(sql`
    select customer_id::text as customer, id::text as id from entitlements
    where policy_version_id = ${versionId.slice('PolicyVersion_'.length)}::uuid`);
  return `Entitlement_${held!.customer}_${held!.id}`;
}

const weigh = async (id: string, to: string) => {
  const { data, errors } = await shop.manager.ask<{ entitlementMoveWeigh: { worse: boolean; worseTerms: string[] } }>(
    `query ($id: ID!, $to: ID!) { entitlementMoveWeigh(id: $id, policyVersionId: $to) { worse worseTerms } }`,
    { id, to },
  );
  return data?.entitlementMoveWeigh ?? errors?.[0]?.extensions.code;
};
const move = async (id: string, to: string, consent?: object) => {
  const agreed = consent && { consent: await agreeing(shop.manager, { id, to }, consent) };
  return shop.change('entitlementMove', { id, policyVersionId: to, ...agreed }, 'entitlement { id }');
};

describe('S1 moving one promise is weighed with all that the purchase holds', () => {
  it('a term that speaks before a better one of another policy makes it less', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    await shop.published('Everywhere', '2010-12-01', [returnsWithin(60, { id: 'sixty' })]);
    const first = await shop.published('France', '2010-12-01', [
      returnsWithin(90, { id: 'key', appliesTo: { regions: ['France'], segments: ['KEY'] } }),
    ]);
    const held = await entitlementOf(first);
    // by itself the policy gives this purchase a return where it gave none; together, thirty days in place of sixty
    const mean = await further(first, [
      returnsWithin(90, { id: 'key', appliesTo: { regions: ['France'], segments: ['KEY'] } }),
      returnsWithin(30, { id: 'thirty', ...FRANCE }),
    ]);
    expect(await weigh(held, mean)).toEqual({ worse: true, worseTerms: ['sixty'] });
    expect((await move(held, mean)).userErrors).toMatchObject([
      { code: 'PROMISE_DOWNGRADE', params: { terms: ['sixty'] } },
    ]);
    const consent = { by: 'The buyer', on: '2011-07-01', note: 'Letter' };
    const beforeIt = await move(held, mean, { ...consent, on: '2011-05-31' });
    expect(beforeIt.userErrors).toMatchObject([
      { code: 'CONSENT_TOO_EARLY', path: ['consent', 'on'], params: { from: '2011-06-01' } },
    ]);
    expect((await move(held, mean, consent)).userErrors).toEqual([]);
    expect(await rows(sql`select consent_by from promise_moves`)).toEqual([{ consent_by: 'The buyer' }]);
  });

  it('S1 nobody agrees to lose what they came to hold later only: no consent is of a day before the last move', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const first = await shop.published('Terms', '2010-12-01', [returnsWithin(30)]);
    const held = await entitlementOf(first);
    const [less, least] = [await further(first, [returnsWithin(20)]), await further(first, [returnsWithin(10)])];
    const letter = (on: string) => ({ by: 'The buyer', on, note: 'Letter' });
    const at = (asOf: string, latest: string | null = null) =>
      shop.server.db.orm.execute(sql`update business set as_of = ${asOf}::date, latest_day = ${latest}::date`);
    const tooEarly = (from: string) => [{ code: 'CONSENT_TOO_EARLY', path: ['consent', 'on'], params: { from } }];
    try {
      await at('2011-08-01');
      expect((await move(held, less, letter('2011-07-01'))).userErrors).toEqual([]);
      expect((await move(held, least, letter('2011-06-30'))).userErrors).toMatchObject(tooEarly('2011-07-01'));
      // a move for the better needs nobody's consent; what it brought can be given up from its day on
      await at('2011-09-01');
      expect((await move(held, first)).userErrors).toEqual([]);
      await at('2011-12-10');
      expect((await move(held, least, letter('2011-08-31'))).userErrors).toMatchObject(tooEarly('2011-09-01'));
      // nor while somebody looks back, when a consent of a day that has come is one all the same
      await at('2011-06-20', '2011-12-10');
      expect((await move(held, least, letter('2011-06-20'))).userErrors).toMatchObject(tooEarly('2011-09-01'));
      expect((await move(held, least, letter('2011-12-11'))).userErrors).toMatchObject([{ code: 'CONSENT_IN_FUTURE' }]);
      expect((await move(held, least, letter('2011-09-01'))).userErrors).toEqual([]);
    } finally {
      await at('2011-12-10');
    }
    const kept = await rows(sql`select consent_on::text as on, moved_on::text as moved from promise_moves order by id`);
    expect(kept).toEqual([
      { on: '2011-07-01', moved: '2011-08-01' },
      { on: null, moved: '2011-09-01' },
      { on: '2011-09-01', moved: '2011-12-10' },
    ]);
  });

  it('S1 a version published while somebody looked back can be agreed to on the latest day, and not before', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const first = await shop.published('Terms', '2010-12-01', [returnsWithin(30)]);
    const held = await entitlementOf(first);
    const look = (asOf: string, latest: string | null) =>
      shop.server.db.orm.execute(sql`update business set as_of = ${asOf}::date, latest_day = ${latest}::date`);
    const letter = (on: string) => ({ by: 'The buyer', on, note: 'Letter' });
    try {
      await look('2011-06-20', '2011-12-10');
      const less = await shop.next(first, '2011-12-11', [returnsWithin(20)]);
      await shop.approve(less.id);
      expect((await shop.publish(less)).userErrors).toEqual([]);
      // the day that is named is one that has come
      expect((await move(held, less.id, letter('2011-12-09'))).userErrors).toMatchObject([
        { code: 'CONSENT_TOO_EARLY', path: ['consent', 'on'], params: { from: '2011-12-10' } },
      ]);
      expect((await move(held, less.id, letter('2011-12-11'))).userErrors).toMatchObject([
        { code: 'CONSENT_IN_FUTURE' },
      ]);
      expect((await move(held, less.id, letter('2011-12-10'))).userErrors).toEqual([]);
    } finally {
      await look('2011-12-10', null);
    }
  });

  it('S1 a consent is to what the customer was told: where it means something else by now, it is refused', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const first = await shop.published('Terms', '2010-12-01', [returnsWithin(30)]);
    const held = await entitlementOf(first);
    const less = await further(first, [returnsWithin(20)]);
    const more = await further(first, [returnsWithin(60)]);
    const letter = { by: 'The buyer', on: '2011-12-10', note: 'Agreed to twenty days in place of thirty' };
    const told = await agreeing(shop.manager, { id: held, to: less }, letter);
    expect((await agreeing(shop.manager, { id: held, to: less }, letter)).weighing).toBe(told.weighing);
    // a colleague moves it meanwhile
    expect((await move(held, more)).userErrors).toEqual([]);
    const before = await rows(sql`select hash from entitlements`);
    expect((await move(held, less, told)).userErrors).toMatchObject([
      { code: 'MOVE_WEIGHED_OTHERWISE', path: ['consent', 'weighing'], params: { number: 2 } },
    ]);
    expect(await rows(sql`select hash from entitlements`)).toEqual(before);
    expect(await rows(sql`select * from promise_moves where consent_by is not null`)).toEqual([]);
    // nor is one to another version
    const other = await further(first, [returnsWithin(25)]);
    expect((await move(held, other, told)).userErrors).toMatchObject([{ code: 'MOVE_WEIGHED_OTHERWISE' }]);
    expect((await move(held, less, letter)).userErrors).toEqual([]);
    // what is not named cannot be recorded at all
    const nameless = await shop.manager.ask(
      'mutation ($input: EntitlementMoveInput!) { entitlementMove(input: $input) { entitlement { id } } }',
      { input: { id: held, policyVersionId: more, consent: letter } },
    );
    expect(JSON.stringify(nameless.errors)).toContain('weighing');
  });

  it('what another of its promises makes good is no loss', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    await shop.published('Everywhere', '2010-12-01', [returnsWithin(30, { id: 'base' })]);
    const france = await shop.published('France', '2010-12-01', [returnsWithin(30, { id: 'france', ...FRANCE })]);
    const held = await entitlementOf(france);
    const key = { appliesTo: { regions: ['France'], segments: ['KEY'] } };
    const other = await further(france, [returnsWithin(90, { id: 'key', ...key })]);
    expect(await weigh(held, other)).toEqual({ worse: false, worseTerms: [] });
    expect((await move(held, other)).userErrors).toEqual([]);
  });

  it('two terms of which neither is more specific are refused, with or without consent, naming both', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    await shop.published('Dear', '2010-12-01', [returnsWithin(60, { id: 'dear', appliesTo: { minValue: 40_000 } })]);
    const first = await shop.published('Terms', '2010-12-01', [
      returnsWithin(30, { id: 'cheap', appliesTo: { maxValue: 40_000 } }),
    ]);
    const held = await entitlementOf(first);
    const tied = await further(first, [returnsWithin(90, { id: 'france', ...FRANCE })]);
    expect(await weigh(held, tied)).toBe('MOVE_AMBIGUOUS');
    for (const consent of [undefined, { by: 'The buyer', on: '2011-07-01', note: 'Letter' }]) {
      expect((await move(held, tied, consent)).userErrors).toMatchObject([
        {
          code: 'MOVE_AMBIGUOUS',
          path: ['policyVersionId'],
          message: expect.stringContaining('Choose another version'),
          params: {
            first: 'france',
            firstPolicy: 'Terms',
            second: 'dear',
            secondPolicy: 'Dear',
            number: 2,
            code: 'A1',
          },
        },
      ]);
    }
    expect(await rows(sql`select * from promise_moves`)).toEqual([]);
  });

  it('so are two for goods that it does not hold and may yet get', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    await shop.published('Dear', '2010-12-01', [returnsWithin(60, { id: 'dear', appliesTo: { minValue: 60_000 } })]);
    const plates = returnsWithin(60, { id: 'plates', appliesTo: { categories: ['Plates'], minValue: 60_000 } });
    const first = await shop.published('Terms', '2010-12-01', [plates]);
    const held = await entitlementOf(first);
    const cups = { appliesTo: { regions: ['France'], categories: ['Cups'] } };
    const tied = await further(first, [plates, returnsWithin(90, { id: 'cups', ...cups })]);
    const consent = { by: 'The buyer', on: '2011-07-01', note: 'Letter' };
    for (const given of [undefined, consent]) {
      const [refused] = (await move(held, tied, given)).userErrors;
      expect(refused).toMatchObject({
        code: 'MOVE_AMBIGUOUS_LATER',
        path: ['policyVersionId'],
        message: expect.stringContaining('goods that may yet be added to it (categories Cups'),
        params: { first: 'cups', second: 'dear', shared: { categories: { items: ['Cups'] } } },
      });
    }
    expect(await rows(sql`select * from promise_moves`)).toEqual([]);
    const there = { appliesTo: { ...cups.appliesTo, regions: ['Spain'] } };
    const forOthers = await further(first, [plates, returnsWithin(90, { id: 'cups', ...there })]);
    expect((await move(held, forOthers)).userErrors).toEqual([]);
  });

  it('a text that is only said otherwise in another language is told by how it was said, and is to be', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const hook = { id: 'hook', kind: 'extras', params: { items: ['Hook'] } };
    const first = await shop.published('Extras', '2010-12-01', [hook], { phrases: { Hook: { 'zh-Hant': '掛鉤' } } });
    const held = await entitlementOf(first);
    const other = await further(first, [hook], null, { Hook: { 'zh-Hant': '鉤子' } });
    const { data } = await shop.manager.ask<{ entitlementMoveWeigh: unknown }>(
      `query ($id: ID!, $to: ID!) { entitlementMoveWeigh(id: $id, policyVersionId: $to) {
        worse changes { kind verdict wordings { language before after } } } }`,
      { id: held, to: other },
    );
    const wordings = [{ language: 'zh_Hant', before: '掛鉤', after: '鉤子' }];
    expect(data?.entitlementMoveWeigh).toEqual({
      worse: true,
      changes: [{ kind: 'extras', verdict: 'WORSE', wordings }],
    });
  });

  it('a term that speaks before that of another policy counts by its own, shorter hours', async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const hours = async (name: string, to: number) => {
      const [row] = await rows(sql`
        insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at)
        values (gen_random_uuid(), ${name}, 'Europe/London', ${JSON.stringify({ 1: [{ from: 540, to }] })}::text::jsonb, 'START', '[2010,2011,2012]', 1, now(), now())
        returning id::text as id`);
      return row!.id!;
    };
    const [long, short] = [await hours('Long', 1080), await hours('Short', 900)];
    const answers = (more: object = {}) => ({
      id: 'answers',
      kind: 'response-target',
      params: {
        rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 }],
        clock: 'WORKING',
      },
      ...more,
    });
    await shop.published('Everywhere', '2010-12-01', [answers()], { calendarId: `Calendar_${long}` });
    const first = await shop.published('France', '2010-12-01', [returnsWithin(30)]);
    const held = await entitlementOf(first);
    const to = await further(first, [returnsWithin(30), answers({ id: 'here', ...FRANCE })], short);
    expect(await weigh(held, to)).toEqual({ worse: true, worseTerms: ['answers'] });
    const same = await further(first, [returnsWithin(30), answers({ id: 'here', ...FRANCE })], long);
    expect(await weigh(held, same)).toEqual({ worse: false, worseTerms: [] });
  });
});

describe('S1 the same words in another currency or time zone are another promise', () => {
  const readings = async (id: string, to: string) =>
    shop.manager.data(
      `query ($id: ID!, $to: ID!) { entitlementMoveWeigh(id: $id, policyVersionId: $to) { worse readings { field before after } changes { kind } } }`,
      { id, to },
    );
  const hash = async () => (await rows(sql`select hash from entitlements`))[0]!.hash;
  let held: string;
  let version: string;

  beforeEach(async () => {
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    version = await shop.published('Terms', '2010-12-01', [returnsWithin(30)]);
    held = await entitlementOf(version);
  });

  it('a move to what it holds already, word for word, is refused and leaves nothing', async () => {
    const before = await hash();
    for (const consent of [undefined, { by: 'The buyer', on: '2011-12-10', note: 'Letter' }]) {
      expect((await move(held, version, consent)).userErrors).toMatchObject([
        { code: 'MOVE_NOTHING', path: ['policyVersionId'], params: { number: 1 } },
      ]);
    }
    expect(await rows(sql`select * from promise_moves`)).toEqual([]);
    expect(await hash()).toBe(before);
  });

  for (const [column, field, before, after] of [
    ['currency', 'currency', 'GBP', 'EUR'],
    // to the west: there it is never tomorrow already when this was published
    ['timezone', 'timeZone', 'Europe/London', 'America/New_York'],
  ] as const) {
    it(`${field}: only with the customer’s consent, be it to the very version it holds`, async () => {
      const set = (value: string) => rows(sql`update business set ${sql.identifier(column)} = ${value}`);
      await set(after);
      try {
        expect(await readings(held, version)).toEqual({
          entitlementMoveWeigh: { worse: true, readings: [{ field, before, after }], changes: [] },
        });
        expect((await move(held, version)).userErrors).toMatchObject([
          {
            code: 'PROMISE_DOWNGRADE',
            message: expect.stringContaining(`${field} ${after} in place of ${before}`),
            params: { terms: [], readings: [field] },
          },
        ]);
        expect(await rows(sql`select * from promise_moves`)).toEqual([]);
        const consent = { by: 'The buyer', on: '2011-12-10', note: 'Letter' };
        expect((await move(held, version, consent)).userErrors).toEqual([]);
      } finally {
        await set(before);
      }
    });
  }
});
