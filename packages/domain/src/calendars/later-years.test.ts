import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../shared/period.ts';
import type { CalendarData, SpecialDay } from './calendar.ts';
import { hoursOf } from './hours.ts';
import { withLaterYears } from './later-years.ts';
import { addWorking } from './working-time.ts';

const YEARS = [2025, 2026, 2027, 2028];

const shift = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 701, max: 1440 }))
  .map(([from, to]) => ({ from, to }));
const anySpecial: fc.Arbitrary<SpecialDay> = fc.oneof(
  fc.constant({ kind: 'HOLIDAY' as const, name: 'closed' }),
  fc.record({
    kind: fc.constant('WORKING' as const),
    name: fc.constant('made up'),
    like: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('WORKING' as const),
    name: fc.constant('own'),
    shifts: fc.array(shift, { maxLength: 1 }),
  }),
);
const anyCalendar = (name: string): fc.Arbitrary<CalendarData> =>
  fc
    .record({
      hours: fc.array(shift, { minLength: 5, maxLength: 5 }),
      years: fc.subarray(YEARS),
      days: fc.array(fc.tuple(fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2028-12-31') }), anySpecial)),
      timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
    })
    .map(({ hours, years, days, timeZone }) => ({
      name,
      timeZone,
      week: Object.fromEntries(hours.map((each, index) => [String(index + 1), [each]])),
      shiftDay: 'START' as const,
      years,
      days: Object.fromEntries(
        days
          .map(([day, each]) => [isoDate(day), each] as const)
          .filter(([date]) => years.includes(Number(date.slice(0, 4)))),
      ),
    }));

describe('S1 frozen working hours learn the years that were not known at the sale, and nothing else', () => {
  it('known years, hours and zone stay; further years take their days from the live calendar; the rest is unknown', () => {
    fc.assert(
      fc.property(
        anyCalendar('frozen'),
        anyCalendar('live'),
        fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2028-12-31') }),
        (frozen, live, other) => {
          const before = JSON.stringify(frozen);
          const known = withLaterYears(frozen, live);
          expect(JSON.stringify(frozen)).toBe(before);
          const { name, timeZone, week, shiftDay } = known;
          expect({ name, timeZone, week, shiftDay }).toEqual({ ...frozen, years: undefined, days: undefined });
          for (const day of [other, ...[...Object.keys(frozen.days), ...Object.keys(live.days)].map(dayNumber)]) {
            const date = isoDate(day);
            const year = Number(date.slice(0, 4));
            const read = () => hoursOf(known).of(day);
            if (frozen.years.includes(year)) expect(read()).toEqual(hoursOf(frozen).of(day));
            else if (!live.years.includes(year)) expect(read).toThrow(/are not known/);
            else if (live.days[date]) expect(read().special).toEqual(live.days[date]);
            else expect(read()).toEqual(hoursOf({ ...frozen, years: [year], days: {} }).of(day));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('learns nothing from itself, from no calendar, or from learning twice', () => {
    fc.assert(
      fc.property(anyCalendar('frozen'), anyCalendar('live'), anyCalendar('later'), (frozen, live, later) => {
        expect(withLaterYears(frozen, null)).toBe(frozen);
        expect(withLaterYears(frozen, frozen)).toBe(frozen);
        const known = withLaterYears(frozen, live);
        expect(withLaterYears(known, live)).toBe(known);
        // what it has learnt it keeps
        const more = withLaterYears(known, later);
        for (const year of known.years) expect(more.years).toContain(year);
        for (const [date, day] of Object.entries(known.days)) expect(more.days[date]).toEqual(day);
      }),
    );
  });

  it('调休: frozen in 2025, counted in October 2026, by the holidays and the make-up Saturday entered since', () => {
    const office = [{ from: 540, to: 1080 }];
    const week = { 1: office, 2: office, 3: office, 4: office, 5: office };
    const frozen: CalendarData = {
      name: 'S',
      timeZone: 'Asia/Shanghai',
      week,
      shiftDay: 'START',
      years: [2025],
      days: {},
    };
    const closed = ['01', '02', '05', '06', '07'].map(
      (day) => [`2026-10-${day}`, { kind: 'HOLIDAY', name: '国庆节' }] as const,
    );
    const live: CalendarData = {
      ...frozen,
      week: { 1: [{ from: 600, to: 660 }] },
      years: [2025, 2026],
      days: { ...Object.fromEntries(closed), '2026-10-10': { kind: 'WORKING', name: '调休' } },
    };
    expect(() => addWorking(frozen, '2026-09-30T09:00:00Z', 120)).toThrow(/2026 are not known/);
    // Wednesday 17:00 there: one hour that day; 1–7 October closed; 1 + 9 h on the 8th, 9th … and Saturday the 10th is worked
    expect(addWorking(withLaterYears(frozen, live), '2026-09-30T09:00:00Z', 60 + 18 * 60 + 30)).toBe(
      '2026-10-10T01:30:00.000Z',
    );
  });
});
