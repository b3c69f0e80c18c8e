import { codes, cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Never cut service to save money (絕不能為了省成本而砍服務, S11): over the API, against real purchases. */
let shop: CutsDesk;

beforeAll(async () => {
  shop = await cutsDesk();
});

beforeEach(() => shop.clear());

const TOMORROW = '2011-12-11';

describe('C21, S11 service-cut guard', () => {
  it('says who is affected and what their custom was worth, and stops what no second person approved', async () => {
    const { versionId, france, spain } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const refused = await shop.publish(draft);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'SERVICE_CUT',
        path: ['effectiveFrom'],
        params: { affected: 2, valueAtRisk: 70_000, currency: 'GBP', amount: '700.00 GBP', terms: 'returns' },
      },
    ]);
    // the purchase of 2010-12-05 is more than twelve months old
    expect(await shop.cutsOf(draft.id)).toMatchObject({
      effectiveFrom: '2012-01-01',
      affected: 2,
      valueAtRisk: 70_000,
      approved: false,
      customers: [
        { id: `Customer_${france}`, number: france, value: 50_000 },
        { id: `Customer_${spain}`, number: spain, value: 20_000 },
      ],
      cuts: [
        {
          kind: 'returns',
          termId: 'returns',
          byTermId: 'returns',
          policy: 'Promise',
          byPolicy: 'Promise',
          withdrawn: false,
          worsenings: [{ field: 'days', before: 30, after: 20 }],
        },
      ],
    });
    expect(await shop.rows(sql`select status from policy_versions where number = 2`)).toEqual([{ status: 'DRAFT' }]);
  });

  it('counts only those in the cases of the cut', async () => {
    const { versionId, spain } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [
      returnsWithin(30),
      returnsWithin(10, { id: 'returns-spain', appliesTo: { regions: ['Spain', 'Peru'] } }),
    ]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({
      affected: 1,
      valueAtRisk: 20_000,
      customers: [{ number: spain }],
    });
    const elsewhere = await shop.save(draft, {
      terms: [returnsWithin(30), returnsWithin(10, { id: 'returns-peru', appliesTo: { regions: ['Peru'] } })],
    });
    expect(codes(elsewhere)).toEqual([]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({ affected: 0, valueAtRisk: 0, customers: [] });
    // nobody bought there yet; it is less all the same
    expect(codes(await shop.publish({ ...draft, version: draft.version + 1 }))).toEqual(['SERVICE_CUT']);
  });

  it('conditions on goods and on the worth of a purchase are asked of the purchases', async () => {
    await shop.server.db.orm.execute(sql`
      insert into products (id, code, name, category, complexity, currency, created_at, updated_at)
      values (gen_random_uuid(), 'CLOCK', 'Clock', 'clocks', 'HIGH', 'GBP', now(), now())`);
    const clock = await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000, code: 'CLOCK' });
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 9_999 });
    await shop.server.db.orm.execute(
      sql`update invoice_lines set product_id = (select id from products) where code = 'CLOCK'`,
    );
    const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await shop.server.settle();
    const by = async (appliesTo: object) => {
      const draft = await shop.next(versionId, '2012-01-01', [
        returnsWithin(30),
        returnsWithin(10, { id: 'less', appliesTo }),
      ]);
      const { affected, customers } = await shop.cutsOf(draft.id);
      await shop.change('policyVersionDiscard', { id: draft.id, version: draft.version }, 'discarded');
      return { affected, who: customers.map(({ number }) => number) };
    };
    expect(await by({ productCodes: ['CLOCK'] })).toEqual({ affected: 1, who: [clock] });
    expect(await by({ categories: ['clocks'] })).toEqual({ affected: 1, who: [clock] });
    expect(await by({ complexity: ['HIGH'] })).toEqual({ affected: 1, who: [clock] });
    expect(await by({ minValue: 10_000 })).toEqual({ affected: 1, who: [clock] });
    expect(await by({ maxValue: 50_000 })).toMatchObject({ affected: 1 });
    expect(await by({ minValue: 9_999 })).toMatchObject({ affected: 2 });
    expect(await by({ categories: ['lamps'] })).toMatchObject({ affected: 0 });
  });

  it('a promise that is no worse passes without asking anybody', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(45)]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({ cuts: [], affected: 0 });
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Just in case' },
      'policyCut { id }',
    );
    expect(codes(asked)).toEqual(['NOTHING_CUT']);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });
  it('retiring a promise without a successor takes everything away', async () => {
    const { versionId } = await shop.thirtyDays();
    const retire = (on?: string) =>
      shop.change(
        'policyVersionRetire',
        { id: versionId, version: 3, ...(on ? { on } : {}) },
        'policyVersion { status effectiveTo }',
      );
    expect((await retire()).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 2, on: TOMORROW } }]);
    expect(await shop.cutsOf(versionId, { retiring: true })).toMatchObject({
      cuts: [{ withdrawn: true, byTermId: null }],
      affected: 2,
    });
    await shop.approve(versionId, { retiring: true });
    expect(codes(await retire('2011-12-31'))).toEqual(['SERVICE_CUT']);
    expect((await retire()).policyVersion).toEqual({ status: 'RETIRED', effectiveTo: TOMORROW });
  });

  it('a version with a last day in place of one without takes everything away from that day on', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(90)], { effectiveTo: '2012-02-01' });
    const refused = await shop.publish(draft);
    expect(refused.userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 2 } }]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({ cuts: [{ withdrawn: true, termId: 'returns' }] });
  });

  it('the same words under shorter working hours are a promise of less', async () => {
    const [long, short] = [await shop.hours('Long', 1080), await shop.hours('Short', 900)];
    const answers = {
      id: 'answers',
      kind: 'response-target',
      params: {
        rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 }],
        clock: 'WORKING',
      },
    };
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
    const versionId = await shop.published('Promise', '2010-12-01', [answers], { calendarId: long });
    await shop.server.settle();
    const draft = await shop.next(versionId, '2012-01-01', [answers], { calendarId: short });
    expect((await shop.publish(draft)).userErrors).toMatchObject([
      { code: 'SERVICE_CUT', params: { affected: 1, terms: 'answers' } },
    ]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({
      cuts: [{ worsenings: [{ field: 'calendar', before: 'Long', after: 'Short' }] }],
    });
  });

  it('below a floor nobody goes, approved or not', async () => {
    const { versionId } = await shop.thirtyDays();
    const set = (input: object, by = shop.owner) =>
      shop.change(
        'policyFloorSet',
        { kind: 'returns', field: 'days', bound: 14, reason: 'The law', ...input },
        'policyFloor { id bound }',
        by,
      );
    expect(codes(await set({ bound: 0 }))).toEqual(['TERM_OUT_OF_RANGE']);
    expect(codes(await set({ field: 'dayz' }))).toEqual(['UNKNOWN_TERM_FIELD']);
    const fifteen = (await set({ bound: 15 })).policyFloor as { id: string; bound: number };
    expect(fifteen.bound).toBe(15);
    // what a colleague set is not lowered by who never saw it
    expect((await set({})).userErrors).toMatchObject([
      { code: 'FLOOR_STANDS', path: ['replaces'], params: { floorId: fifteen.id, reason: 'The law' } },
    ]);
    expect(await shop.rows(sql`select bound from policy_floors`)).toEqual([{ bound: 15 }]);
    expect((await set({ replaces: fifteen.id })).policyFloor).toMatchObject({ bound: 14 });
    expect(codes(await set({ bound: 3, replaces: fifteen.id }))).toEqual(['FLOOR_STANDS']);
    expect(await shop.rows(sql`select bound from policy_floors`)).toEqual([{ bound: 14 }]);

    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(14)]);
    await shop.approve(draft.id);
    const lower = await shop.save(draft, { terms: [returnsWithin(13)] });
    expect(codes(lower)).toEqual([]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Even less' },
      'policyCut { id }',
    );
    expect(asked.userErrors).toMatchObject([
      { code: 'BELOW_FLOOR', params: { termId: 'returns', value: 13, bound: 14 } },
    ]);
    expect(codes(await shop.publish({ ...draft, version: draft.version + 1 }))).toEqual(['BELOW_FLOOR']);
    // not even with an approval in the books
    await shop.server.db.orm.execute(sql`
      insert into policy_cuts (id, policy_version_id, retiring, terms_hash, effective_from, reason, cuts, affected, value_at_risk, currency, status, proposer_id, proposed_by, proposed_at, decided_by)
      select gen_random_uuid(), policy_version_id, false, terms_hash, effective_from, reason, cuts, 0, 0, 'GBP', 'APPROVED', 'x', 'x', now(), 'y' from policy_cuts limit 1`);
    expect(codes(await shop.publish({ ...draft, version: draft.version + 1 }))).toEqual(['BELOW_FLOOR']);
    // and withdrawing it altogether is lower still
    const gone = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(versionId)), retiring: true, reason: 'No more' },
      'policyCut { id }',
    );
    expect(codes(gone)).toEqual(['BELOW_FLOOR']);
    const { policyFloors } = await shop.owner.data<{ policyFloors: { nodes: { id: string }[] } }>(
      '{ policyFloors(first: 5) { nodes { id } } }',
    );
    await shop.change('policyFloorRemove', { id: policyFloors.nodes[0]!.id }, 'removed', shop.owner);
    await shop.approve(draft.id);
    expect(codes(await shop.publish({ ...draft, version: draft.version + 1 }))).toEqual([]);
  });

  it('customers already served keep their snapshot', async () => {
    const { versionId, france } = await shop.thirtyDays();
    const kept = () =>
      shop.rows(sql`
        select e.id::text as id, e.policy_version_id::text as version, e.hash, e.granted_on::text as on, s.hash as words
        from entitlements e left join promise_snapshots s on s.id = e.snapshot_id order by e.id`);
    const before = await kept();
    expect(before).toHaveLength(3);
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(1)]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft))).toEqual([]);
    await shop.server.settle();
    expect(await kept()).toEqual(before);
    const line = (await shop.rows(
      sql`select id::text as id from invoice_lines where customer_id = ${france}::uuid`,
    )) as {
      id: string;
    }[];
    const { policyTry } = await shop.manager.data<{ policyTry: object }>(
      `query ($id: ID!) { policyTry(lineId: $id, kind: "returns", at: "2011-06-20") { outcome deadline } }`,
      { id: `InvoiceLine_${france}_${line[0]!.id}` },
    );
    expect(policyTry).toEqual({ outcome: 'ALLOWED', deadline: '2011-07-01' });
  });
});
