import { weekdays } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../policies/applicability.ts';
import { promisedTimes, readClocks, type ClaimLife, type PromisedTime } from './clock.ts';
import { decideClaim, type HeldPromise } from './decide-claim.ts';

const row = (priority: string, channel: string, firstResponse: number, resolution: number) => ({
  priority,
  channel,
  firstResponse,
  resolution,
});

const held = (name: string, rows: object[], over: Partial<HeldPromise['snapshot']> = {}): HeldPromise => ({
  snapshot: {
    format: 1,
    policyId: `policy ${name}`,
    policy: name,
    versionId: `version ${name}`,
    number: 1,
    period: { from: '2020-01-01', to: null },
    currency: 'GBP',
    timeZone: 'Europe/London',
    terms: [{ id: 'times', kind: 'response-target', params: { rows, clock: 'WORKING' }, appliesTo: EVERYTHING }],
    calendar: weekdays,
    ...over,
  },
  snapshotHash: `hash ${name}`,
  facts: { region: null, segment: null, tenureMonths: null, value: 1, goods: {} },
});

const line = { code: 'A1', at: '2026-03-01T10:00:00Z' };
const friday = '2026-03-06T16:00:00.000Z';
const promise = held('one', [row('URGENT', 'ANY', 30, 240), row('NORMAL', 'ANY', 60, 480)]);
const urgent = { 'response-target': { priority: 'URGENT' } };
const times = (promises: HeldPromise[], details: Record<string, unknown> = urgent) =>
  promisedTimes(promises, [{ line, details }], '2026-03-06');
const calendars = new Map([
  ['hash one', weekdays],
  ['hash two', weekdays],
]);
const life = (over: Partial<ClaimLife> = {}): ClaimLife => ({
  claimedAt: friday,
  respondedAt: null,
  closedAt: null,
  withdrawn: false,
  pauses: [],
  ...over,
});
const read = (over: Partial<ClaimLife>, now: string, of: PromisedTime[] = times([promise])) =>
  readClocks(of, calendars, life(over), new Date(now));

describe('C8 response and resolution clocks of a claim', () => {
  it('what was promised is read from the snapshot, by what the claim says of priority and channel', () => {
    expect(times([promise])).toEqual([
      {
        target: 'FIRST_RESPONSE',
        minutes: 30,
        clock: 'WORKING',
        snapshotHash: 'hash one',
        policyId: 'policy one',
        termId: 'times',
      },
      expect.objectContaining({ target: 'RESOLUTION', minutes: 240 }),
    ]);
    expect(times([promise], {}).map(({ minutes }) => minutes)).toEqual([60, 480]);
    expect(times([promise], { 'response-target': { priority: 'LOW' } })).toEqual([]);
    expect(promisedTimes([promise], [], '2026-03-06')).toEqual([]);
    expect(promisedTimes([promise], [{ line, details: {} }], '2026-03-06', [])).toEqual([]);
    // what is wrong with what a line says of it is named by line and kind
    const soon = { 'response-target': { priority: 'SOON' } };
    const lines = [{}, soon].map((details) => ({ line, details }));
    expect(() => promisedTimes([promise], lines, '2026-03-06')).toThrow(
      expect.objectContaining({
        code: 'TERM_OUT_OF_RANGE',
        path: ['lines', '1', 'details', 'response-target', 'priority'],
      }),
    );
    // two lines with the same promise have one clock
    expect(
      promisedTimes(
        [promise],
        [
          { line, details: urgent },
          { line, details: urgent },
        ],
        '2026-03-06',
      ),
    ).toHaveLength(2);
  });

  it('runs in working hours from the moment of the claim, and says how much is left', () => {
    // Friday 16:00 + 30 min; + 4 h ends on Monday at noon
    expect(read({}, '2026-03-06T16:20:00Z')).toMatchObject([
      { target: 'FIRST_RESPONSE', dueAt: '2026-03-06T16:30:00.000Z', minutesLeft: 10, state: 'RUNNING', doneAt: null },
      { target: 'RESOLUTION', dueAt: '2026-03-09T12:00:00.000Z', minutesLeft: 220, state: 'RUNNING' },
    ]);
    expect(read({}, '2026-03-06T16:40:00Z')[0]).toMatchObject({ minutesLeft: -10, state: 'OVERDUE' });
    expect(read({}, '2026-03-06T15:00:00Z')[0]).toMatchObject({ minutesLeft: 30, state: 'RUNNING' });
  });

  it('stands still while we wait for the customer, and what is due moves by the working time of the pause', () => {
    const open = [{ from: '2026-03-06T16:10:00.000Z', to: null }];
    expect(read({ pauses: open }, '2026-03-09T15:00:00Z')).toMatchObject([
      { dueAt: null, minutesLeft: 20, state: 'PAUSED' },
      { dueAt: null, minutesLeft: 230, state: 'PAUSED' },
    ]);
    // 50 minutes of Friday and 60 of Monday were waited
    const past = [{ from: '2026-03-06T16:10:00.000Z', to: '2026-03-09T10:00:00.000Z' }];
    expect(read({ pauses: past }, '2026-03-09T10:05:00Z')).toMatchObject([
      { dueAt: '2026-03-09T10:20:00.000Z', minutesLeft: 15, state: 'RUNNING' },
      { dueAt: '2026-03-09T13:50:00.000Z', minutesLeft: 225, state: 'RUNNING' },
    ]);
    const late = [{ from: '2026-03-06T16:45:00.000Z', to: null }];
    expect(read({ pauses: late }, '2026-03-06T16:50:00Z')[0]).toMatchObject({
      dueAt: '2026-03-06T16:30:00.000Z',
      state: 'OVERDUE',
    });
  });

  it('is kept to the last moment and missed after it', () => {
    const kept = read({ respondedAt: '2026-03-06T16:30:00.000Z' }, '2026-03-09T09:00:00Z');
    expect(kept[0]).toMatchObject({ state: 'KEPT', doneAt: '2026-03-06T16:30:00.000Z', minutesLeft: null });
    expect(kept[1]).toMatchObject({ state: 'RUNNING' });
    const missed = read({ respondedAt: '2026-03-06T16:30:00.001Z' }, '2026-03-09T09:00:00Z');
    expect(missed[0]).toMatchObject({ state: 'MISSED', dueAt: '2026-03-06T16:30:00.000Z' });
    // answered while waiting for the customer, and the pause ended only later
    const during = read(
      {
        respondedAt: '2026-03-06T16:50:00.000Z',
        pauses: [{ from: '2026-03-06T16:10:00.000Z', to: '2026-03-09T09:10:00.000Z' }],
      },
      '2026-03-09T09:20:00Z',
    );
    expect(during[0]).toMatchObject({ state: 'KEPT', dueAt: '2026-03-09T09:30:00.000Z' });
  });

  it('closing answers what nobody answered before; letting go ends it without a verdict', () => {
    const closed = read({ closedAt: '2026-03-09T12:00:00.000Z' }, '2026-03-10T09:00:00Z');
    expect(closed.map(({ state }) => state)).toEqual(['MISSED', 'KEPT']);
    const letGo = read({ closedAt: '2026-03-09T12:00:00.000Z', withdrawn: true }, '2026-03-10T09:00:00Z');
    expect(letGo.map(({ state, doneAt }) => [state, doneAt])).toEqual([
      ['ENDED', null],
      ['ENDED', null],
    ]);
    const answered = read(
      { respondedAt: '2026-03-06T16:05:00.000Z', closedAt: '2026-03-09T12:00:00.000Z', withdrawn: true },
      '2026-03-10T09:00:00Z',
    );
    expect(answered.map(({ state }) => state)).toEqual(['KEPT', 'ENDED']);
  });

  it('of several promises the strictest holds, each by its own hours', () => {
    const stricter = held('two', [row('URGENT', 'ANY', 45, 120)]);
    // frozen with the same facts they tie, with others each answers for itself
    for (const other of [stricter, { ...stricter, facts: { ...stricter.facts, value: 2 } }]) {
      const [first, solved] = read({}, friday, times([promise, other]));
      expect(first).toMatchObject({ policyId: 'policy one', dueAt: '2026-03-06T16:30:00.000Z' });
      // Friday's last hour and Monday's first
      expect(solved).toMatchObject({ policyId: 'policy two', dueAt: '2026-03-09T10:00:00.000Z' });
    }
  });

  it('a year whose holidays nobody entered keeps nobody from claiming, and is told', () => {
    const short = held('one', [row('URGENT', 'ANY', 30, 240)], { calendar: { ...weekdays, years: [2025] } });
    const frozen = times([short]);
    expect(frozen).toHaveLength(2);
    const [first] = readClocks(frozen, new Map([['hash one', short.snapshot.calendar]]), life(), new Date(friday));
    expect(first).toMatchObject({ state: 'UNKNOWN', problem: 'CALENDAR_YEAR_UNKNOWN', dueAt: null });
  });

  it('day and night where that was promised', () => {
    const always = held('one', [], {
      terms: [
        {
          id: 'times',
          kind: 'response-target',
          params: { rows: [row('URGENT', 'ANY', 30, 240)], clock: 'ELAPSED' },
          appliesTo: EVERYTHING,
        },
      ],
    });
    const pauses = [{ from: '2026-03-06T20:30:00.000Z', to: '2026-03-06T21:00:00.000Z' }];
    expect(read({ pauses }, friday, times([always]))[1]).toMatchObject({ dueAt: '2026-03-06T20:00:00.000Z' });
    const before = [{ from: '2026-03-06T19:30:00.000Z', to: '2026-03-06T21:00:00.000Z' }];
    expect(read({ pauses: before }, friday, times([always]))[1]).toMatchObject({ dueAt: '2026-03-06T21:30:00.000Z' });
  });

  it('a claim for anything may say how urgent it is; the moment decides what is due, the day all else', () => {
    const said = { kind: 'REPAIR' as const, on: '2026-03-06', at: friday, details: urgent };
    expect(decideClaim([promise], line, said, null).outcome).toBe('NOT_COVERED');
    const asked = { ...said, kind: 'SERVICE' as const };
    expect(decideClaim([promise], line, asked, null)).toMatchObject({
      termKind: 'response-target',
      result: { firstResponseDueAt: '2026-03-06T16:30:00.000Z' },
    });
    // by the clocks of a promise frozen in Taipei it was Saturday already: the day that was claimed decides
    const elsewhere = held('one', [row('URGENT', 'ANY', 30, 240)], { timeZone: 'Asia/Taipei' });
    expect(decideClaim([elsewhere], line, asked, null)).toMatchObject({ countedFrom: '2026-03-06' });
  });
});
