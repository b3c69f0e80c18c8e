import type { Target } from '@perennial/domain/insights/target';
import { rowsOf } from '@perennial/kernel/db/database';
import { clocksDesk, FRIDAY, refused } from '@perennial/testkit/claims/clocks-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const { time, desk, asOf, promise, repair, sold, clocks, workingOn } = clocksDesk();

describe('C8 promised response and resolution of a claim', () => {
  it('the clocks of any claim start at its moment and count the promised hours', async () => {
    const of = await sold();
    const made = await repair(of);
    expect(made.claim).toMatchObject({
      claimedAt: '2011-12-09T16:00:00+00:00',
      claimedOn: '2011-12-09',
      closedAt: null,
      respondedAt: null,
    });
    time.now = new Date('2011-12-09T16:20:00Z');
    expect(await clocks(made.claim!.id)).toEqual({
      timezone: 'Europe/London',
      pausedSince: null,
      reason: null,
      clocks: [
        {
          target: 'FIRST_RESPONSE',
          state: 'RUNNING',
          dueAt: '2011-12-09T17:00:00.000Z',
          doneAt: null,
          minutesLeft: 40,
          problem: null,
        },
        {
          target: 'RESOLUTION',
          state: 'RUNNING',
          dueAt: '2011-12-12T12:00:00.000Z',
          doneAt: null,
          minutesLeft: 220,
          problem: null,
        },
      ],
    });
    time.now = new Date('2011-12-12T09:30:00Z');
    expect((await clocks(made.claim!.id)).clocks[0]).toMatchObject({ state: 'OVERDUE', minutesLeft: -30 });
    // who says nothing of priority is promised the ordinary times
    const ordinary = await repair(of, { claimedAt: FRIDAY }, {});
    expect((await clocks(ordinary.claim!.id)).clocks.map(({ dueAt }) => dueAt)).toEqual([
      '2011-12-12T16:00:00.000Z',
      '2011-12-16T16:00:00.000Z',
    ]);
  });

  it('what is due today or overdue is told on the first page, with the claims behind the count', async () => {
    const of = await sold();
    const inTime = await repair(of);
    const told = async () => {
      const { home } = await desk.owner.data<{
        home: { attention: { kind: string; code: string; params: { count: number }; target: Target }[] };
      }>('{ home { attention { kind code params target { resource id filter } } } }');
      return home.attention.filter(({ kind }) => kind === 'CLAIM_DUE');
    };
    expect(await told()).toEqual([
      expect.objectContaining({
        code: 'CLAIMS_TODAY',
        params: { count: 1 },
        target: { resource: 'claims', id: inTime.claim!.id, filter: {} },
      }),
    ]);
    // answered in time, it is the solution that counts: on Monday
    expect((await workingOn(inTime).do('claimRespond')).userErrors).toEqual([]);
    expect(await told()).toEqual([]);
    const [first, second] = [await repair(of), await repair(of)];
    time.now = new Date('2011-12-12T09:30:00Z');
    const [late, today] = await told();
    expect([late?.code, late?.params.count, today?.code, today?.params.count]).toEqual([
      'CLAIMS_OVERDUE',
      2,
      'CLAIMS_TODAY',
      1,
    ]);
    const { claims } = await desk.owner.data<{ claims: { nodes: { id: string }[] } }>(
      'query ($filter: ClaimFilter) { claims(first: 9, filter: $filter) { nodes { id } } }',
      { filter: late!.target.filter },
    );
    expect(claims.nodes.map(({ id }) => id).sort()).toEqual([first.claim!.id, second.claim!.id].sort());
  });

  it('the moment can be told; without one an earlier day counts from its beginning, the day of purchase from the sale', async () => {
    const of = await sold();
    const told = await repair(of, { claimedAt: '2011-12-08T13:15:00Z' });
    expect(told.claim).toMatchObject({ claimedOn: '2011-12-08', claimedAt: '2011-12-08T13:15:00+00:00' });
    expect((await repair(of, { claimedOn: '2011-12-08' })).claim).toMatchObject({
      claimedAt: '2011-12-08T00:00:00+00:00',
    });
    expect((await repair(of, { claimedOn: '2011-12-05' })).claim).toMatchObject({
      claimedAt: '2011-12-05T10:00:00+00:00',
    });
    expect(await repair(of, { claimedOn: '2011-12-07', claimedAt: '2011-12-08T13:15:00Z' })).toEqual(
      refused('CLAIM_MOMENT_DAY', 'claimedAt'),
    );
    expect(await repair(of, { claimedAt: '2011-12-05T09:59:00Z' })).toEqual(
      refused('CLAIM_BEFORE_PURCHASE', 'claimedAt'),
    );
    expect(await repair(of, { claimedAt: '2011-12-09T16:01:00Z' })).toEqual(
      refused('CLAIM_IN_THE_FUTURE', 'claimedAt'),
    );
    // on a day that was set, the time of day is the clock's and all of the day has come
    await asOf('2011-12-08');
    expect((await repair(of)).claim).toMatchObject({ claimedAt: '2011-12-08T16:00:00+00:00' });
    expect((await repair(of, { claimedAt: '2011-12-08T23:59:00Z' })).userErrors).toEqual([]);
  });

  it('is as late while somebody looks back as on the latest day, or on the day that is asked for', async () => {
    const { claim } = await repair(await sold());
    await asOf('2011-12-01', '2011-12-13');
    // of Monday eight hours, of Tuesday seven; the solution was due three hours into Monday
    expect((await clocks(claim!.id)).clocks).toMatchObject([
      { state: 'OVERDUE', minutesLeft: -900 },
      { state: 'OVERDUE', minutesLeft: -720 },
    ]);
    const by = async (on: string) => {
      const { claimClock } = await desk.owner.data<{ claimClock: { clocks: { minutesLeft: number }[] } }>(
        'query ($id: ID!, $on: Date) { claimClock(id: $id, on: $on) { clocks { minutesLeft } } }',
        { id: claim!.id, on },
      );
      return claimClock.clocks.map(({ minutesLeft }) => minutesLeft);
    };
    expect(await by('2011-12-09')).toEqual([60, 240]);
    expect(await by('9999-12-31')).toEqual([-900, -720]);
  });

  it('stands still while we wait for the customer, and goes on from there', async () => {
    const work = workingOn(await repair(await sold()));
    const paused = await work.do('claimPause', { from: '2011-12-09T16:10:00Z', reason: 'Which colour?' });
    // ten past four has not come
    expect(paused).toEqual(refused('MOMENT_IN_THE_FUTURE', 'from'));
    time.now = new Date('2011-12-09T16:10:00Z');
    expect((await work.do('claimPause', { reason: 'Which colour?' })).userErrors).toEqual([]);
    time.now = new Date('2011-12-12T10:00:00Z');
    expect(await clocks(work.id)).toMatchObject({
      pausedSince: '2011-12-09T16:10:00.000Z',
      reason: 'Which colour?',
      clocks: [
        { state: 'PAUSED', dueAt: null, minutesLeft: 50 },
        { state: 'PAUSED', dueAt: null, minutesLeft: 230 },
      ],
    });
    expect((await work.do('claimResume', { at: '2011-12-12T09:30:00Z' })).userErrors).toEqual([]);
    // 50 minutes of Friday and 30 of Monday were waited
    expect(await clocks(work.id)).toMatchObject({
      pausedSince: null,
      clocks: [
        { state: 'RUNNING', dueAt: '2011-12-12T10:20:00.000Z', minutesLeft: 20 },
        { state: 'RUNNING', dueAt: '2011-12-12T13:20:00.000Z', minutesLeft: 200 },
      ],
    });
    const { claim } = await desk.owner.data<{ claim: { pauses: { nodes: object[] } } }>(
      'query ($id: ID!) { claim(id: $id) { pauses(first: 9) { nodes { pausedAt resumedAt reason } } } }',
      { id: work.id },
    );
    expect(claim.pauses.nodes).toEqual([
      { pausedAt: '2011-12-09T16:10:00+00:00', resumedAt: '2011-12-12T09:30:00+00:00', reason: 'Which colour?' },
    ]);
  });

  it('a span that is over can be recorded afterwards; what cannot be is refused by name, and the trail shows it', async () => {
    const work = workingOn(await repair(await sold()));
    time.now = new Date('2011-12-09T17:00:00Z');
    const pause = (from: string, to: string | null) =>
      work.do('claimPause', {
        from: `2011-12-09T${from}:00Z`,
        ...(to ? { to: `2011-12-09T${to}:00Z` } : {}),
        reason: 'x',
      });
    expect((await pause('16:10', '16:20')).userErrors).toEqual([]);
    expect((await clocks(work.id)).clocks[0]).toMatchObject({ dueAt: '2011-12-12T09:10:00.000Z' });
    expect(await pause('15:59', '16:05')).toEqual(refused('MOMENT_BEFORE_CLAIM', 'from'));
    expect(await pause('16:15', '16:30')).toEqual(refused('PAUSE_OVERLAPS', 'from'));
    expect(await pause('16:40', '16:30')).toEqual(refused('PAUSE_ORDER', 'to'));
    expect(await work.do('claimResume')).toEqual(refused('NOT_PAUSED', 'id'));
    expect((await pause('16:50', null)).userErrors).toEqual([]);
    expect(await pause('16:55', null)).toEqual(refused('PAUSE_OVERLAPS', 'from'));
    expect(await work.do('claimResume', { at: '2011-12-09T16:49:00Z' })).toEqual(refused('PAUSE_ORDER', 'at'));
    const trail = await rowsOf<{ code: string | null; operation: string }>(
      desk.server.db.orm,
      sql`select operation, after->>'refused' as code from audit_events where operation in ('claimPause', 'claimResume') order by seq desc limit 3`,
    );
    expect(trail).toEqual([
      { operation: 'claimResume', code: 'PAUSE_ORDER' },
      { operation: 'claimPause', code: 'PAUSE_OVERLAPS' },
      { operation: 'claimPause', code: null },
    ]);
  });

  it('a year whose holidays nobody entered keeps nobody from claiming, and is told', async () => {
    await promise([2011]);
    const of = await desk.bought('2011-12-05', [['A1', 1, 900]]);
    await desk.keep();
    time.now = new Date('2011-12-30T16:00:00Z');
    const made = await repair(of);
    expect(made.userErrors).toEqual([]);
    expect((await clocks(made.claim!.id)).clocks.map(({ state, problem }) => [state, problem])).toEqual([
      ['RUNNING', null],
      ['UNKNOWN', 'CALENDAR_YEAR_UNKNOWN'],
    ]);
  });

  it('the receipt tells the times as they stood at its issue, by the business’s clocks', async () => {
    const made = await repair(await sold());
    const page = async (hash: string, language = 'en') =>
      (await (await fetch(`${desk.server.url}/receipt/${hash}?lang=${language}`)).text()).replace(/<[^>]+>|\s+/g, ' ');
    const first = await page(made.claim!.receiptHash);
    expect(first).toContain('Promised times');
    expect(first).toMatch(/9 December 2011 17:00|9 Dec 2011 17:00/);
    const work = workingOn(made);
    time.now = new Date('2011-12-09T16:30:00Z');
    const paused = await work.do('claimPause', { reason: 'Which colour?' });
    expect(paused.claim!.receiptHash).not.toBe(made.claim!.receiptHash);
    const second = await page(paused.claim!.receiptHash);
    expect(second).toContain('we wait for something from you');
    // what we wait for is written for colleagues
    expect(second).not.toContain('Which colour?');
    expect(await page(paused.claim!.receiptHash, 'zh-Hant')).toContain('等候您的回覆');
    // once it is over it is told from when to when, so that "kept" can be checked
    time.now = new Date('2011-12-12T09:30:00Z');
    const { receiptHash } = (await work.do('claimResume')).claim!;
    const third = await page(receiptHash);
    expect(third).toMatch(/stood still from 9 Dec(ember)? 2011 16:30 to 12 Dec(ember)? 2011 09:30/);
    expect(third).not.toContain('Which colour?');
    expect(await page(receiptHash, 'zh-Hant')).toMatch(/自 .* 至 .* 暫停計時/);
    expect(await page(receiptHash, 'zh-Hans')).toMatch(/自 .* 至 .* 暂停计时/);
    expect(second).not.toContain('stood still from');
    const before = await page(made.claim!.receiptHash);
    expect(before).toContain('This receipt is unaltered');
    expect(before).toContain('This receipt was replaced');
  });

  it('a claim for which no time was promised has no clock, and its receipt says nothing of one', async () => {
    const of = await desk.bought('2011-12-05', [['A1', 1, 900]]);
    const made = await repair(of, {}, {});
    expect((await clocks(made.claim!.id)).clocks).toEqual([]);
    const [{ body }] = (await rowsOf<{ body: object }>(desk.server.db.orm, sql`select body from claim_receipts`)) as [
      { body: object },
    ];
    expect(body).not.toHaveProperty('times');
  });

  it('what was promised for a claim, and from which moment, cannot be changed in the database', async () => {
    await repair(await sold());
    for (const change of [sql`claimed_at = now()`, sql`promised_times = '[]'`]) {
      await expect(desk.server.db.orm.execute(sql`update claims set ${change}`)).rejects.toThrow();
    }
  });
});
