import { rowsOf } from '@perennial/kernel/db/database';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Never cut service to save money (絕不能為了省成本而砍服務, S11): over the API, against real purchases. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers, products, calendar_days, calendars cascade`,
  );
});

const TOMORROW = '2011-12-11';
const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

const cutOf = async (id: string, more: { effectiveFrom?: string; retiring?: boolean } = {}) => {
  const { policyVersionCut } = await shop.manager.data<{ policyVersionCut: Record<string, unknown> }>(
    `query ($id: ID!, $effectiveFrom: Date, $retiring: Boolean) {
      policyVersionCut(id: $id, effectiveFrom: $effectiveFrom, retiring: $retiring) {
        effectiveFrom cuts affected valueAtRisk currency approved customers { id number value } } }`,
    { id, ...more },
  );
  return policyVersionCut;
};

/** Thirty days to everybody, in force for a year, with three customers who bought under it. */
async function thirtyDays() {
  const france = await shop.purchase({ region: 'France', on: '2011-06-01', amount: 50_000 });
  const spain = await shop.purchase({ region: 'Spain', on: '2011-07-01', amount: 20_000 });
  const before = await shop.purchase({ region: 'France', on: '2010-12-05', amount: 90_000 });
  const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
  await shop.server.settle();
  return { versionId, france, spain, before };
}

describe('C21, S11 service-cut guard', () => {
  it('says who is affected and what their custom was worth, and stops what no second person approved', async () => {
    const { versionId, france, spain } = await thirtyDays();
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
    expect(await cutOf(draft.id)).toMatchObject({
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
    expect(await rows(sql`select status from policy_versions where number = 2`)).toEqual([{ status: 'DRAFT' }]);
  });

  it('counts only those in the cases of the cut', async () => {
    const { versionId, spain } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [
      returnsWithin(30),
      returnsWithin(10, { id: 'returns-spain', appliesTo: { regions: ['Spain', 'Peru'] } }),
    ]);
    expect(await cutOf(draft.id)).toMatchObject({ affected: 1, valueAtRisk: 20_000, customers: [{ number: spain }] });
    const elsewhere = await shop.save(draft, {
      terms: [returnsWithin(30), returnsWithin(10, { id: 'returns-peru', appliesTo: { regions: ['Peru'] } })],
    });
    expect(codes(elsewhere)).toEqual([]);
    expect(await cutOf(draft.id)).toMatchObject({ affected: 0, valueAtRisk: 0, customers: [] });
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
      const { affected, customers } = await cutOf(draft.id);
      await shop.change('policyVersionDiscard', { id: draft.id, version: draft.version }, 'discarded');
      return { affected, who: (customers as { number: string }[]).map(({ number }) => number) };
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
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(45)]);
    expect(await cutOf(draft.id)).toMatchObject({ cuts: [], affected: 0 });
    const asked = await shop.change(
      'policyCutPropose',
      { versionId: draft.id, reason: 'Just in case' },
      'policyCut { id }',
    );
    expect(codes(asked)).toEqual(['NOTHING_CUT']);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('needs a reason and another owner or policy manager, never the one who asked', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const ask = (reason: string) =>
      shop.change('policyCutPropose', { versionId: draft.id, reason }, 'policyCut { id status proposedBy affected }');
    expect((await ask('   ')).userErrors).toMatchObject([{ path: ['reason'] }]);
    expect(await rows(sql`select * from policy_cuts`)).toEqual([]);
    const asked = await ask('Returns cost us too much');
    expect(asked.policyCut).toMatchObject({
      status: 'PENDING',
      proposedBy: 'policy_manager@test.example',
      affected: 2,
    });
    const { id } = asked.policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }'))).toEqual(['SAME_APPROVER']);
    expect(codes(await shop.change('policyCutReject', { id }, 'policyCut { id }'))).toEqual(['SAME_APPROVER']);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
    const approved = await shop.change(
      'policyCutApprove',
      { id, note: 'For this once' },
      'policyCut { status decidedBy note }',
      shop.owner,
    );
    expect(approved.policyCut).toEqual({ status: 'APPROVED', decidedBy: 'owner@test.example', note: 'For this once' });
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual([
      'CUT_DECIDED',
    ]);
    expect(await cutOf(draft.id)).toMatchObject({ approved: true });
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('what waits for the second person is found on the first page', async () => {
    const { versionId } = await thirtyDays();
    const attention = async () => {
      const { home } = await shop.owner.data<{
        home: { attention: { kind: string; params: object; target: object }[] };
      }>('{ home { attention { kind code params target { resource id } } } }');
      return home.attention.filter((each) => each.kind === 'CUT_WAITING');
    };
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    expect(await attention()).toEqual([]);
    const asked = await shop.change('policyCutPropose', { versionId: draft.id, reason: 'Dear' }, 'policyCut { id }');
    expect(await attention()).toMatchObject([
      {
        code: 'CUT_WAITING',
        params: { policy: 'Promise', affected: 2, atRisk: { amount: 70_000, currency: 'GBP' }, phrases: {} },
        target: { resource: 'policies', id: expect.stringMatching(/^Policy_/) },
      },
    ]);
    const { id } = asked.policyCut as { id: string };
    await shop.change('policyCutReject', { id }, 'policyCut { id }', shop.owner);
    expect(await attention()).toEqual([]);
  });

  it('a draft that was changed since is said to be, to who decides too late and in the trail', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change('policyCutPropose', { versionId: draft.id, reason: 'Dear' }, 'policyCut { id }');
    await shop.save(draft, { terms: [returnsWithin(15)] });
    const { id } = asked.policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual(['CUT_VOID']);
    expect(codes(await shop.change('policyCutReject', { id }, 'policyCut { id }', shop.owner))).toEqual(['CUT_VOID']);
    const told = await rows(
      sql`select before, after from audit_events where subject like 'PolicyCut_%' and after->>'status' = 'VOID'`,
    );
    expect(told).toEqual([{ before: { status: 'PENDING' }, after: { status: 'VOID' } }]);
  });

  it('a rejected wish leaves it as it was', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { versionId: draft.id, reason: 'Too dear' },
      'policyCut { id }',
    );
    const { id } = asked.policyCut as { id: string };
    const answered = await shop.change('policyCutReject', { id }, 'policyCut { status }', shop.owner);
    expect(answered.policyCut).toEqual({ status: 'REJECTED' });
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('approval is for exactly these terms and this first day: an edit voids it, another day is refused', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft, '2012-02-01'))).toEqual(['SERVICE_CUT']);
    const saved = await shop.save(draft, { terms: [returnsWithin(19)] });
    expect(codes(saved)).toEqual([]);
    const edited = { ...draft, version: draft.version + 1 };
    expect(codes(await shop.publish(edited))).toEqual(['SERVICE_CUT']);
    expect(await rows(sql`select status from policy_cuts`)).toEqual([{ status: 'VOID' }]);
    // written back it is another wish: what was void stays void
    await shop.save(edited, { terms: [returnsWithin(20)] });
    expect(codes(await shop.publish({ ...draft, version: draft.version + 2 }))).toEqual(['SERVICE_CUT']);
  });

  it('an approval asked for before other promises went is out of date', async () => {
    await shop.published('Kinder in Spain', '2010-12-01', [
      returnsWithin(60, { id: 'spain', appliesTo: { regions: ['Spain'] } }),
    ]);
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { versionId: draft.id, reason: 'Dear' },
      'policyCut { id affected }',
    );
    expect(asked.policyCut).toMatchObject({ affected: 1 });
    const kinder = (await rows(
      sql`select v.id::text as id from policy_versions v join policies p on p.id = v.policy_id where p.name = 'Kinder in Spain'`,
    )) as { id: string }[];
    const gone = `PolicyVersion_${kinder[0]!.id}`;
    await shop.approve(gone, { retiring: true });
    expect(codes(await shop.change('policyVersionRetire', { id: gone, version: 3 }, 'policyVersion { id }'))).toEqual(
      [],
    );
    const { id } = asked.policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual([
      'CUT_OUTDATED',
    ]);
  });

  it('retiring a promise without a successor takes everything away', async () => {
    const { versionId } = await thirtyDays();
    const retire = (on?: string) =>
      shop.change(
        'policyVersionRetire',
        { id: versionId, version: 3, ...(on ? { on } : {}) },
        'policyVersion { status effectiveTo }',
      );
    expect((await retire()).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 2, on: TOMORROW } }]);
    expect(await cutOf(versionId, { retiring: true })).toMatchObject({
      cuts: [{ withdrawn: true, byTermId: null }],
      affected: 2,
    });
    await shop.approve(versionId, { retiring: true });
    expect(codes(await retire('2011-12-31'))).toEqual(['SERVICE_CUT']);
    expect((await retire()).policyVersion).toEqual({ status: 'RETIRED', effectiveTo: TOMORROW });
  });

  it('a version with a last day in place of one without takes everything away from that day on', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(90)], { effectiveTo: '2012-02-01' });
    const refused = await shop.publish(draft);
    expect(refused.userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 2 } }]);
    expect(await cutOf(draft.id)).toMatchObject({ cuts: [{ withdrawn: true, termId: 'returns' }] });
  });

  it('the same words under shorter working hours are a promise of less', async () => {
    const hours = async (name: string, to: number) => {
      const [row] = await rows(sql`
        insert into calendars (id, name, time_zone, week, shift_day, years, version, created_at, updated_at)
        values (gen_random_uuid(), ${name}, 'Europe/London', ${JSON.stringify({ 1: [{ from: 540, to }] })}::text::jsonb, 'START', '[2010,2011,2012]', 1, now(), now())
        returning id::text as id`);
      return `Calendar_${(row as { id: string }).id}`;
    };
    const [long, short] = [await hours('Long', 1080), await hours('Short', 900)];
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
    expect(await cutOf(draft.id)).toMatchObject({
      cuts: [{ worsenings: [{ field: 'calendar', before: 'Long', after: 'Short' }] }],
    });
  });

  it('below a floor nobody goes, approved or not', async () => {
    const { versionId } = await thirtyDays();
    const set = (input: object, by = shop.owner) =>
      shop.change(
        'policyFloorSet',
        { kind: 'returns', field: 'days', bound: 14, reason: 'The law', ...input },
        'policyFloor { id bound }',
        by,
      );
    expect(codes(await set({ bound: 0 }))).toEqual(['TERM_OUT_OF_RANGE']);
    expect(codes(await set({ field: 'dayz' }))).toEqual(['UNKNOWN_TERM_FIELD']);
    expect((await set({ bound: 15 })).policyFloor).toMatchObject({ bound: 15 });
    expect((await set({})).policyFloor).toMatchObject({ bound: 14 });
    expect(await rows(sql`select bound from policy_floors`)).toEqual([{ bound: 14 }]);

    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(14)]);
    await shop.approve(draft.id);
    const lower = await shop.save(draft, { terms: [returnsWithin(13)] });
    expect(codes(lower)).toEqual([]);
    const asked = await shop.change(
      'policyCutPropose',
      { versionId: draft.id, reason: 'Even less' },
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
      { versionId, retiring: true, reason: 'No more' },
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
    const { versionId, france } = await thirtyDays();
    const kept = () =>
      rows(sql`
        select e.id::text as id, e.policy_version_id::text as version, e.hash, e.granted_on::text as on, s.hash as words
        from entitlements e left join promise_snapshots s on s.id = e.snapshot_id order by e.id`);
    const before = await kept();
    expect(before).toHaveLength(3);
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(1)]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft))).toEqual([]);
    await shop.server.settle();
    expect(await kept()).toEqual(before);
    const line = (await rows(sql`select id::text as id from invoice_lines where customer_id = ${france}::uuid`)) as {
      id: string;
    }[];
    const { policyTry } = await shop.manager.data<{ policyTry: object }>(
      `query ($id: ID!) { policyTry(lineId: $id, kind: "returns", at: "2011-06-20") { outcome deadline } }`,
      { id: `InvoiceLine_${france}_${line[0]!.id}` },
    );
    expect(policyTry).toEqual({ outcome: 'ALLOWED', deadline: '2011-07-01' });
  });

  it('is for owners and policy managers; floors for owners', async () => {
    const { versionId } = await thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change('policyCutPropose', { versionId: draft.id, reason: 'Dear' }, 'policyCut { id }');
    const { id } = asked.policyCut as { id: string };
    const before = await rows(sql`select id, status from policy_cuts`);
    const floor = { kind: 'returns', field: 'days', bound: 14, reason: 'The law' };
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutPropose', { versionId: draft.id, reason: 'Me' });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutApprove', { id });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutReject', { id });
    await shop.forbidden(['AGENT', 'AUDITOR', 'POLICY_MANAGER'], 'policyFloorSet', floor);
    await shop.forbidden(['AGENT', 'AUDITOR', 'POLICY_MANAGER'], 'policyFloorRemove', {
      id: `PolicyFloor_${versionId.slice(14)}`,
    });
    expect(await rows(sql`select id, status from policy_cuts`)).toEqual(before);
    expect(await rows(sql`select * from policy_floors`)).toEqual([]);
    expect(await rows(sql`select status from policy_versions where number = 2`)).toEqual([{ status: 'DRAFT' }]);
  });
});
