import { describe, expect, it } from 'vitest';
import type { CalendarData } from '../calendars/calendar.ts';
import { isAfterDue, isLate, mayComplete, mayReopen, maySchedule, scheduleWarnings, ticked } from './rules.ts';
import type { CheckItem } from './task.ts';

const refused = (code: string) => expect.objectContaining({ code });
const item = (text: string, done = false): CheckItem => ({
  text,
  done,
  by: done ? 'Ann' : null,
  at: done ? 'then' : null,
});
const days = { boughtOn: '2026-03-02', latestDay: '2026-03-10' };
const proof = { note: 'Hung and lit', signedBy: 'Mrs Lee' };

describe('C15 proof of completion', () => {
  const task = { status: 'OPEN' as const, checklist: [item('Shoes covered', true), item('Tested', true)] };

  it('C15 is done when every item is ticked and somebody says how or who signed', () => {
    expect(() => mayComplete(task, proof, '2026-03-10', days)).not.toThrow();
    expect(() => mayComplete(task, { note: '', signedBy: 'Mrs Lee' }, '2026-03-02', days)).not.toThrow();
    expect(() => mayComplete(task, { note: '  ', signedBy: '' }, '2026-03-10', days)).toThrow(refused('PROOF_MISSING'));
    expect(() =>
      mayComplete({ ...task, checklist: [item('Shoes covered', true), item('Tested')] }, proof, '2026-03-10', days),
    ).toThrow(
      expect.objectContaining({
        code: 'CHECKLIST_INCOMPLETE',
        path: ['checklist'],
        params: { left: 1, first: 'Tested' },
      }),
    );
  });

  it('C15 is neither done tomorrow nor before the sale, nor twice', () => {
    expect(() => mayComplete(task, proof, '2026-03-11', days)).toThrow(refused('COMPLETED_IN_FUTURE'));
    expect(() => mayComplete(task, proof, '2026-03-01', days)).toThrow(refused('COMPLETED_BEFORE_SALE'));
    expect(() => mayComplete({ ...task, status: 'DONE' }, proof, '2026-03-10', days)).toThrow(refused('TASK_DONE'));
    expect(() => mayComplete({ ...task, status: 'CANCELLED' }, proof, '2026-03-10', days)).toThrow(
      refused('TASK_CANCELLED'),
    );
  });

  it('C14, C15 that it is done or called off is taken back on the day it was recorded and no later', () => {
    const said = (
      status: 'OPEN' | 'DONE' | 'CANCELLED',
      recordedOn: string | null,
      cancelledReason: string | null = null,
    ) => ({ status, recordedOn, cancelledReason }) as const;
    const lost = 'The carrier lost it';
    expect(() => mayReopen(said('DONE', '2026-03-10'), '2026-03-10')).not.toThrow();
    expect(() => mayReopen(said('CANCELLED', '2026-03-10', lost), '2026-03-10')).not.toThrow();
    expect(() => mayReopen(said('DONE', '2026-03-09'), '2026-03-10')).toThrow(refused('UNDO_TOO_LATE'));
    expect(() => mayReopen(said('CANCELLED', '2026-03-09', lost), '2026-03-10')).toThrow(refused('UNDO_TOO_LATE'));
    expect(() => mayReopen(said('CANCELLED', null, lost), '2026-03-10')).toThrow(refused('UNDO_TOO_LATE'));
    expect(() => mayReopen(said('OPEN', null), '2026-03-10')).toThrow(refused('TASK_NOT_DONE'));
    // called off by nobody: it opens again when it is promised again
    expect(() => mayReopen(said('CANCELLED', null), '2026-03-10')).toThrow(refused('TASK_NOT_DONE'));
  });

  it('C15 ticks one item and remembers who and when', () => {
    const list = [item('a'), item('b')];
    const after = ticked(list, 1, true, 'Bo', '2026-03-10T09:00:00.000Z');
    expect(after).toEqual([item('a'), { text: 'b', done: true, by: 'Bo', at: '2026-03-10T09:00:00.000Z' }]);
    expect(ticked(after, 1, true, 'Ann', 'later')[1]!.by).toBe('Bo');
    expect(ticked(after, 1, false, 'Ann', 'later')).toEqual(list);
    expect(() => ticked(list, 2, true, 'Bo', 'now')).toThrow(refused('CHECKLIST_NO_ITEM'));
    expect(() => ticked(list, -1, true, 'Bo', 'now')).toThrow(refused('CHECKLIST_NO_ITEM'));
  });
});

describe('C14 late is late', () => {
  it('C14 from the day after its last day, done or not; never when called off', () => {
    const open = { status: 'OPEN', dueOn: '2026-03-10', completedOn: null } as const;
    expect(isLate(open, '2026-03-10')).toBe(false);
    expect(isLate(open, '2026-03-11')).toBe(true);
    expect(isLate({ ...open, status: 'DONE', completedOn: '2026-03-10' }, '2026-05-01')).toBe(false);
    expect(isLate({ ...open, status: 'DONE', completedOn: '2026-03-11' }, '2026-05-01')).toBe(true);
    expect(isLate({ ...open, status: 'CANCELLED' }, '2026-05-01')).toBe(false);
  });
});

describe('C14 appointments', () => {
  it('C14 are not before the purchase', () => {
    expect(() => maySchedule('2026-03-02', '2026-03-02')).not.toThrow();
    expect(() => maySchedule('2026-03-01', '2026-03-02')).toThrow(
      expect.objectContaining({
        code: 'SCHEDULED_BEFORE_SALE',
        path: ['scheduledFor'],
        params: { on: '2026-03-01', earliest: '2026-03-02' },
      }),
    );
  });

  const calendar: CalendarData = {
    name: 'Office',
    timeZone: 'Europe/London',
    week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: 540, to: 1020 }]])),
    shiftDay: 'START',
    days: {},
    years: [2026],
  };

  it('C14 says when an appointment is outside the hours promised or after the last day, and refuses neither', () => {
    const warn = (at: string, dueOn = '2026-03-13') => scheduleWarnings(calendar, at, at.slice(0, 10), dueOn);
    expect(warn('2026-03-10T10:00:00Z')).toEqual([]);
    expect(warn('2026-03-08T10:00:00Z')).toEqual(['OUTSIDE_HOURS']); // a Sunday
    expect(warn('2026-03-10T17:00:00Z')).toEqual(['OUTSIDE_HOURS']); // closing time
    expect(warn('2026-03-16T10:00:00Z')).toEqual(['AFTER_DUE']);
    expect(warn('2026-03-15T10:00:00Z')).toEqual(['AFTER_DUE', 'OUTSIDE_HOURS']); // the promise that is broken first
    expect(isAfterDue({ dueOn: '2026-03-13' }, '2026-03-13')).toBe(false);
    expect(isAfterDue({ dueOn: '2026-03-13' }, '2026-03-14')).toBe(true);
    expect(warn('2027-03-10T10:00:00Z', '2027-04-01')).toEqual(['YEAR_UNKNOWN']);
    expect(scheduleWarnings(null, '2026-03-08T10:00:00Z', '2026-03-08', '2026-03-13')).toEqual([]);
  });
});
