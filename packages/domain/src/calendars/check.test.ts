import { describe, expect, it } from 'vitest';
import type { CalendarData } from './calendar.ts';
import { checkCalendar } from './check.ts';

const office = [{ from: 540, to: 1020 }];
const good: CalendarData = {
  name: 'Good',
  timeZone: 'Europe/London',
  week: { 1: office, 5: [{ from: 1320, to: 1800 }], 6: [{ from: 360, to: 600 }] },
  shiftDay: 'START',
  days: { '2026-12-25': { kind: 'HOLIDAY', name: 'Christmas Day' } },
  years: [2026],
};
const day = (date: string, special: CalendarData['days'][string]) => ({ days: { [date]: special } });

describe('a calendar that makes no sense is refused, with the field', () => {
  it('takes one that does', () => {
    expect(() => checkCalendar(good)).not.toThrow();
  });

  it.each<[string, string, Partial<CalendarData>]>([
    ['TIMEZONE_UNKNOWN', 'timeZone', { timeZone: 'Europe/Londn' }],
    ['CALENDAR_EMPTY', 'week', { week: {} }],
    ['CALENDAR_EMPTY', 'week', { week: { 1: [] } }],
    ['CALENDAR_SHIFT_RANGE', 'week.1.0', { week: { 1: [{ from: 540, to: 540 }] } }],
    ['CALENDAR_SHIFT_RANGE', 'week.1.0', { week: { 1: [{ from: -1, to: 540 }] } }],
    ['CALENDAR_SHIFT_RANGE', 'week.1.0', { week: { 1: [{ from: 1440, to: 1500 }] } }],
    ['CALENDAR_SHIFT_RANGE', 'week.1.0', { week: { 1: [{ from: 0, to: 1441 }] } }],
    ['CALENDAR_SHIFT_RANGE', 'week.1.0', { week: { 1: [{ from: 0.5, to: 60 }] } }],
    [
      'CALENDAR_SHIFTS_OVERLAP',
      'week.2.0',
      {
        week: {
          2: [
            { from: 600, to: 700 },
            { from: 540, to: 601 },
          ],
        },
      },
    ],
    ['CALENDAR_SHIFTS_OVERLAP', 'week.1.0', { week: { 7: [{ from: 1320, to: 1800 }], 1: [{ from: 359, to: 600 }] } }],
    ['CALENDAR_YEAR_RANGE', 'years.0', { years: [26], days: {} }],
    ['BAD_DATE', '', day('2026-02-30', { kind: 'HOLIDAY', name: 'x' })],
    ['CALENDAR_DAY_YEAR', 'days.2027-01-01', day('2027-01-01', { kind: 'HOLIDAY', name: 'x' })],
    ['CALENDAR_DAY_CLOSED', 'days.2026-10-10', day('2026-10-10', { kind: 'WORKING', name: 'x', like: 3 })],
    ['CALENDAR_DAY_CLOSED', 'days.2026-10-10', day('2026-10-10', { kind: 'WORKING', name: 'x', shifts: [] })],
    ['CALENDAR_DAY_CLOSED', 'days.2026-10-10', day('2026-10-10', { kind: 'WORKING', name: 'x', like: 8 })],
    [
      'CALENDAR_SHIFT_RANGE',
      'days.2026-10-10.shifts.0',
      day('2026-10-10', { kind: 'WORKING', name: 'x', shifts: [{ from: 9, to: 8 }] }),
    ],
    [
      'CALENDAR_SHIFT_NEXT_DAY',
      'days.2026-10-10.shifts',
      { shiftDay: 'EACH', ...day('2026-10-10', { kind: 'WORKING', name: 'x', shifts: [{ from: 1320, to: 1500 }] }) },
    ],
  ])('%s at %s', (code, path, wrong) => {
    expect(() => checkCalendar({ ...good, ...wrong })).toThrow(
      expect.objectContaining({ code, path: path === '' ? [] : path.split('.') }),
    );
  });

  it('takes a night that ends as the next morning begins', () => {
    const nights = { 7: [{ from: 1320, to: 1800 }], 1: [{ from: 360, to: 600 }] };
    expect(() => checkCalendar({ ...good, week: nights })).not.toThrow();
  });
});
