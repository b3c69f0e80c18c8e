import type { Target } from '@perennial/domain/insights/target';
import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, type Bought, type Refusal } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/** A Friday in winter: London's clocks show UTC. */
const FRIDAY = '2011-12-09T16:00:00.000Z';
let clock = new Date(FRIDAY);
const desk = claimsDesk({ asOf: null, now: () => clock });
const { change } = desk;

interface Timed {
  claim: { id: string; version: number; claimedOn: string; claimedAt: string; receiptHash: string } | null;
  userErrors: Refusal[];
}
interface Reading {
  target: string;
  state: string;
  dueAt: string | null;
  doneAt: string | null;
  minutesLeft: number | null;
  problem: string | null;
}
const TIMED = 'claim { id version status claimedOn claimedAt respondedAt closedAt receiptHash }';

const asOf = (day: string | null, latest: string | null = null) =>
  desk.server.db.orm.execute(sql`update business set as_of = ${day}, latest_day = ${latest}`);

let calendars = 0;

/** An hour to the first answer and four to the solution, urgent; of the working hours of Mondays to Fridays, 9 to 17. */
async function promise(years: number[] = [2011, 2012]): Promise<void> {
  const day = [{ from: 540, to: 1020 }];
  const week = { '1': day, '2': day, '3': day, '4': day, '5': day };
  await asOf('2011-12-01');
  const made = await change(
    'calendarCreate',
    { name: `Hours ${++calendars}`, timeZone: 'Europe/London', week, years },
    'calendar { id }',
  );
  const policy = await change('policyCreate', { name: `Times ${calendars}` }, 'policyVersion { id }');
  const { id } = policy['policyVersion'] as { id: string };
  const rows = [
    { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 240 },
    { priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 },
  ];
  const input = {
    id,
    version: 1,
    effectiveFrom: '2011-12-01',
    calendarId: (made['calendar'] as { id: string }).id,
    terms: [
      { id: 'times', kind: 'response-target', params: { rows, clock: 'WORKING' } },
      {
        id: 'warranty',
        kind: 'warranty',
        params: { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
      },
    ],
  };
  expect((await change('policyVersionSave', input, 'policyVersion { id }')).userErrors).toEqual([]);
  expect((await change('policyVersionPublish', { id, version: 2 }, 'policyVersion { id }')).userErrors).toEqual([]);
  await asOf(null);
}

const urgent = { 'response-target': { priority: 'URGENT' } };
const repair = (of: Bought, more: object = {}, details: object = urgent) =>
  change<Timed>(
    'claimOpen',
    {
      customerId: of.customer,
      invoiceId: of.invoice,
      kind: 'REPAIR',
      lines: [{ lineId: of.lines[0], quantity: 1, details }],
      ...more,
    },
    TIMED,
  );

async function sold(): Promise<Bought> {
  await promise();
  const of = await desk.bought('2011-12-05', [['A1', 9, 900]]);
  await desk.keep();
  return of;
}

async function clocks(id: string) {
  const { claimClock } = await desk.owner.data<{
    claimClock: { timezone: string; pausedSince: string | null; reason: string | null; clocks: Reading[] };
  }>(
    `query ($id: ID!) { claimClock(id: $id) { timezone pausedSince reason
      clocks { target state dueAt doneAt minutesLeft problem } } }`,
    { id },
  );
  return claimClock;
}

const refused = (code: string, path: string) => ({
  claim: null,
  userErrors: [expect.objectContaining({ code, path: [path] })],
});

/** One claim in its versions, as somebody works on it. */
function workingOn(made: Timed) {
  expect(made.userErrors).toEqual([]);
  const { id } = made.claim!;
  let { version } = made.claim!;
  return {
    id,
    async do(name: string, input: object = {}): Promise<Timed> {
      const answer = await change<Timed>(name, { id, version, ...input }, TIMED);
      if (answer.claim) version = answer.claim.version;
      return answer;
    },
  };
}

describe('C8 promised response and resolution of a claim', () => {
  beforeEach(() => {
    clock = new Date(FRIDAY);
  });

  it('the clocks of any claim start at its moment and count the promised hours', async () => {
    const of = await sold();
    const made = await repair(of);
    expect(made.claim).toMatchObject({
      claimedAt: '2011-12-09T16:00:00+00:00',
      claimedOn: '2011-12-09',
      closedAt: null,
      respondedAt: null,
    });
    clock = new Date('2011-12-09T16:20:00Z');
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
    clock = new Date('2011-12-12T09:30:00Z');
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
    clock = new Date('2011-12-12T09:30:00Z');
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

  it('stands still while we wait for the customer, and goes on from there', async () => {
    const work = workingOn(await repair(await sold()));
    const paused = await work.do('claimPause', { from: '2011-12-09T16:10:00Z', reason: 'Which colour?' });
    // ten past four has not come
    expect(paused).toEqual(refused('MOMENT_IN_THE_FUTURE', 'from'));
    clock = new Date('2011-12-09T16:10:00Z');
    expect((await work.do('claimPause', { reason: 'Which colour?' })).userErrors).toEqual([]);
    clock = new Date('2011-12-12T10:00:00Z');
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
    clock = new Date('2011-12-09T17:00:00Z');
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

  it('the first answer and the settlement are held against what was promised', async () => {
    const of = await sold();
    const work = workingOn(await repair(of));
    clock = new Date('2011-12-09T17:00:00Z');
    expect(await work.do('claimRespond', { at: '2011-12-09T15:00:00Z' })).toEqual(refused('MOMENT_BEFORE_CLAIM', 'at'));
    expect((await work.do('claimRespond')).claim).toMatchObject({ respondedAt: '2011-12-09T17:00:00+00:00' });
    expect(await work.do('claimRespond')).toEqual(refused('ALREADY_RESPONDED', 'id'));
    clock = new Date('2011-12-12T11:00:00Z');
    await work.do('claimPause', { reason: 'Brings it tomorrow' });
    clock = new Date('2011-12-12T15:00:00Z');
    // settling ends the waiting
    expect((await work.do('claimSettle')).claim).toMatchObject({
      status: 'SETTLED',
      closedAt: '2011-12-12T15:00:00+00:00',
    });
    const { clocks: done, pausedSince } = await clocks(work.id);
    expect(pausedSince).toBeNull();
    expect(done.map(({ target, state, minutesLeft }) => [target, state, minutesLeft])).toEqual([
      ['FIRST_RESPONSE', 'KEPT', null],
      ['RESOLUTION', 'KEPT', null],
    ]);
    expect(await work.do('claimPause', { reason: 'x' })).toEqual(refused('CLAIM_WRONG_STATUS', 'id'));
    expect(await work.do('claimRespond')).toEqual(refused('CLAIM_WRONG_STATUS', 'id'));

    clock = new Date(FRIDAY);
    const late = workingOn(await repair(of));
    clock = new Date('2011-12-12T12:00:00.001Z');
    await late.do('claimSettle');
    expect((await clocks(late.id)).clocks.map(({ state }) => state)).toEqual(['MISSED', 'MISSED']);
  });

  it('what was missed stays missed: no pause told of afterwards makes it kept', async () => {
    const work = workingOn(await repair(await sold()));
    const states = async () => (await clocks(work.id)).clocks.map(({ state }) => state);
    clock = new Date('2011-12-12T11:00:00Z');
    expect(await states()).toEqual(['OVERDUE', 'RUNNING']);
    const pause = (from: string, to?: string) =>
      work.do('claimPause', { from, ...(to === undefined ? {} : { to }), reason: 'x' });
    expect(await pause('2011-12-09T16:00:01Z', '2011-12-12T10:00:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    expect(await pause('2011-12-09T16:59:59Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    // an answer that was late is late for good
    expect((await work.do('claimRespond', { at: '2011-12-12T10:30:00Z' })).userErrors).toEqual([]);
    expect(await pause('2011-12-09T16:10:00Z', '2011-12-12T10:00:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    // the solution is in time so far, and may wait from where the answer was due
    expect((await pause('2011-12-12T10:00:00Z', '2011-12-12T10:30:00Z')).userErrors).toEqual([]);
    clock = new Date('2011-12-12T13:00:00Z');
    expect(await states()).toEqual(['MISSED', 'OVERDUE']);
    expect(await pause('2011-12-12T12:00:00Z', '2011-12-12T12:50:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    await work.do('claimSettle');
    expect(await states()).toEqual(['MISSED', 'MISSED']);
  });

  it('what was missed stays missed while somebody looks back (ADR 20): what is done then is done on the latest day', async () => {
    const work = workingOn(await repair(await sold()));
    const states = async () => (await clocks(work.id)).clocks.map(({ state }) => state);
    clock = new Date('2011-12-12T11:00:00Z');
    expect(await states()).toEqual(['OVERDUE', 'RUNNING']);
    const pause = { from: '2011-12-09T16:30:00Z', reason: 'x' };
    expect(await work.do('claimPause', pause)).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    await asOf('2011-12-09', '2011-12-12');
    expect(await states()).toEqual(['RUNNING', 'RUNNING']);
    expect(await work.do('claimPause', pause)).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    const { claimClock } = await desk.owner.data<{ claimClock: { at: string } }>(
      'query ($id: ID!) { claimClock(id: $id) { at } }',
      { id: work.id },
    );
    expect(new Date(claimClock.at)).toEqual(clock);
    expect((await work.do('claimPause', { reason: 'x' })).userErrors).toEqual([]);
    clock = new Date('2011-12-12T11:30:00Z');
    expect((await work.do('claimResume')).userErrors).toEqual([]);
    expect((await work.do('claimRespond')).claim).toMatchObject({ respondedAt: '2011-12-12T11:30:00+00:00' });
    clock = new Date('2011-12-12T13:00:00Z');
    expect((await work.do('claimSettle')).claim).toMatchObject({ closedAt: '2011-12-12T13:00:00+00:00' });
    await asOf(null);
    expect(await states()).toEqual(['MISSED', 'MISSED']);
  });

  it('an answer given in time may be written down later, and the trail says when it was', async () => {
    const work = workingOn(await repair(await sold()));
    clock = new Date('2011-12-12T11:00:00Z');
    expect((await work.do('claimRespond', { at: '2011-12-09T16:30:00Z' })).userErrors).toEqual([]);
    expect((await clocks(work.id)).clocks[0]).toMatchObject({ state: 'KEPT' });
    const [trail] = await rowsOf<{ at: string; told: string; subject: string }>(
      desk.server.db.orm,
      sql`select to_char(at at time zone 'UTC', 'DD HH24:MI') as at, after->>'respondedAt' as told, subject
        from audit_events where operation = 'claimRespond' order by seq desc limit 1`,
    );
    expect(trail).toMatchObject({ at: '12 11:00', told: '2011-12-09T16:30:00.000Z', subject: work.id });
  });

  it('what is decided against leaves nothing to wait for; letting go ends the clocks', async () => {
    const of = await sold();
    const against = workingOn(await repair(of, {}, { ...urgent, warranty: { cause: 'ACCIDENT' } }));
    expect((await clocks(against.id)).clocks.map(({ state }) => state)).toEqual(['KEPT', 'KEPT']);
    expect(await against.do('claimPause', { reason: 'x' })).toEqual(refused('CLAIM_CLOSED', 'id'));
    const letGo = workingOn(await repair(of));
    await letGo.do('claimWithdraw', { reason: 'Found the manual' });
    expect((await clocks(letGo.id)).clocks.map(({ state }) => state)).toEqual(['ENDED', 'ENDED']);
  });

  it('a claim that no promise speaks of is not answered by being entered: its clocks run until somebody does', async () => {
    const of = await sold();
    const upkeep = () => repair(of, { kind: 'MAINTENANCE' });
    const states = async (id: string) => (await clocks(id)).clocks.map(({ state, doneAt }) => [state, doneAt]);
    const made = await upkeep();
    expect(made.claim).toMatchObject({ status: 'DECIDED', closedAt: null });
    const work = workingOn(made);
    expect(await states(work.id)).toEqual([
      ['RUNNING', null],
      ['RUNNING', null],
    ]);
    // the answer is all there is to do
    clock = new Date('2011-12-09T16:20:00Z');
    expect((await work.do('claimPause', { reason: 'Which model?' })).userErrors).toEqual([]);
    clock = new Date('2011-12-09T16:40:00Z');
    expect((await work.do('claimRespond')).claim).toMatchObject({ closedAt: '2011-12-09T16:40:00+00:00' });
    expect(await states(work.id)).toEqual([
      ['KEPT', '2011-12-09T16:40:00.000Z'],
      ['KEPT', '2011-12-09T16:40:00.000Z'],
    ]);
    expect((await clocks(work.id)).pausedSince).toBeNull();
    expect(await work.do('claimRespond')).toEqual(refused('CLAIM_CLOSED', 'id'));
    const late = workingOn(await upkeep());
    clock = new Date('2011-12-12T13:00:00Z');
    expect(await states(late.id)).toEqual([
      ['OVERDUE', null],
      ['OVERDUE', null],
    ]);
    await late.do('claimRespond');
    expect((await states(late.id)).map(([state]) => state)).toEqual(['MISSED', 'MISSED']);
    const letGo = workingOn(await upkeep());
    await letGo.do('claimWithdraw', { reason: 'Does it herself' });
    expect((await states(letGo.id)).map(([state]) => state)).toEqual(['ENDED', 'ENDED']);
  });

  it('a year whose holidays nobody entered keeps nobody from claiming, and is told', async () => {
    await promise([2011]);
    const of = await desk.bought('2011-12-05', [['A1', 1, 900]]);
    await desk.keep();
    clock = new Date('2011-12-30T16:00:00Z');
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
    clock = new Date('2011-12-09T16:30:00Z');
    const paused = await work.do('claimPause', { reason: 'Which colour?' });
    expect(paused.claim!.receiptHash).not.toBe(made.claim!.receiptHash);
    const second = await page(paused.claim!.receiptHash);
    expect(second).toContain('we wait for something from you');
    // what we wait for is written for colleagues
    expect(second).not.toContain('Which colour?');
    expect(await page(paused.claim!.receiptHash, 'zh-Hant')).toContain('等候您的回覆');
    // once it is over it is told from when to when, so that "kept" can be checked
    clock = new Date('2011-12-12T09:30:00Z');
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
