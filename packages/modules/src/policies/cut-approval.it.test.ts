import { codes, cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** The second pair of eyes that a promise of less needs (S11): asked, approved, rejected, void, out of date. */
let shop: CutsDesk;

beforeAll(async () => {
  shop = await cutsDesk();
});

beforeEach(() => shop.clear());

describe('C21, S11 approval of a cut', () => {
  it('S11 needs a reason and another owner or policy manager, never the one who asked', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const ask = async (reason: string) =>
      shop.change(
        'policyCutPropose',
        { ...(await shop.seen(draft.id)), reason },
        'policyCut { id status proposedBy affected }',
      );
    expect((await ask('   ')).userErrors).toMatchObject([{ path: ['reason'] }]);
    expect(await shop.rows(sql`select * from policy_cuts`)).toEqual([]);
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
    expect(await shop.cutsOf(draft.id)).toMatchObject({ approved: true });
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('what waits for the second person is found on the first page', async () => {
    const { versionId } = await shop.thirtyDays();
    const attention = async () => {
      const { home } = await shop.owner.data<{
        home: { attention: { kind: string; params: object; target: object }[] };
      }>('{ home { attention { kind code params target { resource id } } } }');
      return home.attention.filter((each) => each.kind === 'CUT_WAITING');
    };
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    expect(await attention()).toEqual([]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
    );
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
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
    );
    await shop.save(draft, { terms: [returnsWithin(15)] });
    const { id } = asked.policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual(['CUT_VOID']);
    expect(codes(await shop.change('policyCutReject', { id }, 'policyCut { id }', shop.owner))).toEqual(['CUT_VOID']);
    const told = await shop.rows(
      sql`select before, after from audit_events where subject like 'PolicyCut_%' and after->>'status' = 'VOID'`,
    );
    expect(told).toEqual([{ before: { status: 'PENDING' }, after: { status: 'VOID' } }]);
  });

  it('S11 who asks once more takes back what was asked before, approved or not', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const ask = async (reason: string) => {
      const wish = { ...(await shop.seen(draft.id)), reason };
      return (await shop.change('policyCutPropose', wish, 'policyCut { id }')).policyCut as { id: string };
    };
    const first = await ask('Dear');
    await shop.change('policyCutApprove', { id: first.id }, 'policyCut { id }', shop.owner);
    await ask('Dear, and nobody uses it');
    expect(await shop.rows(sql`select status from policy_cuts order by proposed_at`)).toEqual([
      { status: 'VOID' },
      { status: 'PENDING' },
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('S11, C8 a yes is for the hours that were seen: changed in place, they are asked about again', async () => {
    const { versionId } = await shop.thirtyDays();
    const week = { 1: [{ from: 540, to: 1020 }] };
    const made = await shop.change(
      'calendarCreate',
      { name: 'Desk', timeZone: 'Europe/London', week, years: [2011, 2012] },
      'calendar { id version }',
    );
    const calendar = made.calendar as { id: string; version: number };
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    await shop.save(draft, { calendarId: calendar.id });
    const wish = { ...(await shop.seen(draft.id)), reason: 'Dear' };
    const { id } = (await shop.change('policyCutPropose', wish, 'policyCut { id }')).policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual([]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({ approved: true });
    const shorter = { ...calendar, week: { 1: [{ from: 540, to: 600 }] } };
    expect(codes(await shop.change('calendarUpdate', shorter, 'calendar { id }'))).toEqual([]);
    expect(await shop.cutsOf(draft.id)).toMatchObject({ approved: false });
  });

  it('S11 nobody asks for what somebody else wrote meanwhile: the draft that was seen is told, and held against', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(29)]);
    const { policyVersionCut: read } = await shop.manager.data<{ policyVersionCut: { version: number } }>(
      'query ($id: ID!) { policyVersionCut(id: $id) { version } }',
      { id: draft.id },
    );
    expect(read).toEqual({ version: draft.version });
    await shop.save(draft, { terms: [returnsWithin(2)] }, shop.owner);
    const wish = { versionId: draft.id, version: read.version, reason: 'By one day only' };
    expect((await shop.change('policyCutPropose', wish, 'policyCut { id }')).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', path: ['version'], params: { yours: draft.version, current: draft.version + 1 } },
    ]);
    expect(await shop.rows(sql`select * from policy_cuts`)).toEqual([]);
    const trail = sql`select after->>'refused' as refused from audit_events where operation = 'policyCutPropose' order by seq desc limit 1`;
    expect(await shop.rows(trail)).toEqual([{ refused: 'VERSION_CONFLICT' }]);
  });

  it('a rejected wish leaves it as it was', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Too dear' },
      'policyCut { id }',
    );
    const { id } = asked.policyCut as { id: string };
    const answered = await shop.change('policyCutReject', { id }, 'policyCut { status }', shop.owner);
    expect(answered.policyCut).toEqual({ status: 'REJECTED' });
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('approval is for exactly these terms and this first day: an edit voids it, another day is refused', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft, '2012-02-01'))).toEqual(['SERVICE_CUT']);
    const saved = await shop.save(draft, { terms: [returnsWithin(19)] });
    expect(codes(saved)).toEqual([]);
    const edited = { ...draft, version: draft.version + 1 };
    expect(codes(await shop.publish(edited))).toEqual(['SERVICE_CUT']);
    expect(await shop.rows(sql`select status from policy_cuts`)).toEqual([{ status: 'VOID' }]);
    // written back it is another wish: what was void stays void
    await shop.save(edited, { terms: [returnsWithin(20)] });
    expect(codes(await shop.publish({ ...draft, version: draft.version + 2 }))).toEqual(['SERVICE_CUT']);
  });

  it('an approval asked for before other promises went is out of date', async () => {
    await shop.published('Kinder in Spain', '2010-12-01', [
      returnsWithin(60, { id: 'spain', appliesTo: { regions: ['Spain'] } }),
    ]);
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id affected }',
    );
    expect(asked.policyCut).toMatchObject({ affected: 1 });
    const kinder = (await shop.rows(
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
  it('is for owners and policy managers; floors for owners', async () => {
    const { versionId } = await shop.thirtyDays();
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
    );
    const { id } = asked.policyCut as { id: string };
    const before = await shop.rows(sql`select id, status from policy_cuts`);
    const floor = { kind: 'returns', field: 'days', bound: 14, reason: 'The law' };
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutPropose', { ...(await shop.seen(draft.id)), reason: 'Me' });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutApprove', { id });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCutReject', { id });
    await shop.forbidden(['AGENT', 'AUDITOR', 'POLICY_MANAGER'], 'policyFloorSet', floor);
    await shop.forbidden(['AGENT', 'AUDITOR', 'POLICY_MANAGER'], 'policyFloorRemove', {
      id: `PolicyFloor_${versionId.slice(14)}`,
    });
    expect(await shop.rows(sql`select id, status from policy_cuts`)).toEqual(before);
    expect(await shop.rows(sql`select * from policy_floors`)).toEqual([]);
    expect(await shop.rows(sql`select status from policy_versions where number = 2`)).toEqual([{ status: 'DRAFT' }]);
  });
});
