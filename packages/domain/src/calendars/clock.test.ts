import { weekdays } from '@perennial/testkit/policies/arbitrary-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAfter, minutesPassed } from './clock.ts';
import { addWorking } from './working-time.ts';

const night = { from: '2026-03-06T20:00:00.000Z', to: '2026-03-06T23:00:00.000Z' };

describe('clocks of working hours and of every hour', () => {
  it('day and night: a pause of three hours moves what is due by three hours, and is not counted', () => {
    expect(dueAfter(null, '2026-03-06T18:00:00Z', 240)).toBe('2026-03-06T22:00:00.000Z');
    expect(dueAfter(null, '2026-03-06T18:00:00Z', 240, [night])).toBe('2026-03-07T01:00:00.000Z');
    expect(minutesPassed(null, '2026-03-06T18:00:00Z', '2026-03-07T00:00:00Z', [night])).toBe(180);
  });

  it('working hours: a pause over a weekend costs nothing, one of a working hour an hour', () => {
    const friday = '2026-03-06T16:00:00Z';
    const weekend = { from: '2026-03-07T00:00:00Z', to: '2026-03-08T23:00:00Z' };
    const monday = { from: '2026-03-09T09:00:00Z', to: '2026-03-09T10:00:00Z' };
    expect(dueAfter(weekdays, friday, 240, [weekend])).toBe('2026-03-09T12:00:00.000Z');
    expect(dueAfter(weekdays, friday, 240, [weekend, monday])).toBe('2026-03-09T13:00:00.000Z');
    expect(minutesPassed(weekdays, friday, '2026-03-09T13:00:00Z', [weekend, monday])).toBe(240);
  });

  it('nothing has passed before the beginning, and without an end of the pause nothing is due', () => {
    expect(minutesPassed(null, '2026-03-06T18:00:00Z', '2026-03-06T17:00:00Z')).toBe(0);
    expect(minutesPassed(weekdays, '2026-03-06T18:00:00Z', '2026-03-05T10:00:00Z')).toBe(0);
    const open = [{ from: '2026-03-06T18:30:00Z', to: null }];
    expect(() => dueAfter(null, '2026-03-06T18:00:00Z', 60, open)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_PAUSED' }),
    );
    expect(dueAfter(null, '2026-03-06T18:00:00Z', 30, open)).toBe('2026-03-06T18:30:00.000Z');
  });

  it('the two are each other’s inverse, with the hours of the promise or without', () => {
    const start = '2026-03-02T09:00:00.000Z';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), fc.nat(9000), fc.integer({ min: 1, max: 3000 }), (m, a, b) => {
        const at = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();
        const pauses = [{ from: at(a), to: at(a + b) }];
        for (const calendar of [null, weekdays]) {
          expect(minutesPassed(calendar, start, dueAfter(calendar, start, m, pauses), pauses)).toBe(m);
        }
        expect(dueAfter(weekdays, start, m, pauses)).toBe(addWorking(weekdays, start, m, pauses));
      }),
    );
  });
});
