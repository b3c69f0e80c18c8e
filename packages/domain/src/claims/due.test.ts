import { describe, expect, it } from 'vitest';
import type { ClaimLife, PromisedTime } from './clock.ts';
import { dueNow } from './due.ts';

const promised = (target: PromisedTime['target'], minutes: number, snapshotHash = 'kept'): PromisedTime => ({
  target,
  minutes,
  clock: 'ELAPSED',
  snapshotHash,
  policyId: 'p',
  termId: 't',
});
/** An answer within half an hour, a solution within two days. */
const both = [promised('FIRST_RESPONSE', 30), promised('RESOLUTION', 2 * 24 * 60)];
const life = (over: Partial<ClaimLife> = {}): ClaimLife => ({
  claimedAt: '2026-03-06T16:00:00.000Z',
  respondedAt: null,
  closedAt: null,
  withdrawn: false,
  pauses: [],
  ...over,
});
const due = (now: string, over: Partial<ClaimLife> = {}, of = both, timezone = 'UTC') =>
  dueNow(of, new Map(), life(over), new Date(now), { asOf: now.slice(0, 10), timezone });

describe('C8 what of a claim is due', () => {
  it('is the earliest promised moment that is not kept, on its day, and late once it has passed', () => {
    expect(due('2026-03-06T16:10:00Z')).toEqual({ dueOn: '2026-03-06', overdue: false });
    expect(due('2026-03-06T16:31:00Z')).toEqual({ dueOn: '2026-03-06', overdue: true });
    // both are late: since when is told by the first
    expect(due('2026-03-09T00:00:00Z')).toEqual({ dueOn: '2026-03-06', overdue: true });
    expect(due('2026-03-09T00:00:00Z', {}, both.toReversed())).toEqual({ dueOn: '2026-03-06', overdue: true });
  });

  it('is nothing before its day, nor once it is done or let go', () => {
    const answered = { respondedAt: '2026-03-06T16:20:00.000Z' };
    expect(due('2026-03-07T12:00:00Z', answered)).toBeNull();
    expect(due('2026-03-08T12:00:00Z', answered)).toEqual({ dueOn: '2026-03-08', overdue: false });
    expect(due('2026-03-08T12:00:00Z', { ...answered, closedAt: '2026-03-07T09:00:00.000Z' })).toBeNull();
    const letGo = { closedAt: '2026-03-06T16:05:00.000Z', withdrawn: true };
    expect(due('2026-03-09T12:00:00Z', letGo)).toBeNull();
    expect(due('2026-03-06T16:10:00Z', {}, [])).toBeNull();
  });

  it('is on the day that the moment falls on where the business is', () => {
    const late = { claimedAt: '2026-03-06T15:50:00.000Z' };
    // half past four in the afternoon, which is past midnight in Shanghai
    expect(due('2026-03-06T16:10:00Z', late, both, 'Asia/Shanghai')).toBeNull();
    const morning = { asOf: '2026-03-07', timezone: 'Asia/Shanghai' };
    expect(dueNow(both, new Map(), life(late), new Date('2026-03-06T16:10:00Z'), morning)).toEqual({
      dueOn: '2026-03-07',
      overdue: false,
    });
  });

  it('waits for the customer without an end: nothing is due; with one, what is left from there is', () => {
    const since = '2026-03-06T16:10:00.000Z';
    expect(due('2026-03-09T12:00:00Z', { pauses: [{ from: since, to: null }] })).toBeNull();
    const waited = { pauses: [{ from: since, to: '2026-03-09T11:00:00.000Z' }] };
    expect(due('2026-03-09T11:10:00Z', waited)).toEqual({ dueOn: '2026-03-09', overdue: false });
  });
});
