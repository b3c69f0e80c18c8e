import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../shared/period.ts';
import type { CalendarData, SpecialDay } from './calendar.ts';
import { hoursOf } from './hours.ts';
import { DAYS_OFF_MORE, thinYear, withLaterYears } from './later-years.ts';
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

  it('the years it knows are in order, whenever they were learnt', () => {
    const calendar = (years: number[]): CalendarData => ({
      name: 'C',
      timeZone: 'UTC',
      week: { 1: [{ from: 0, to: 60 }] },
      shiftDay: 'START',
      years,
      days: {},
    });
    expect(withLaterYears(calendar([2026, 2028]), calendar([2027, 2025])).years).toEqual([2025, 2026, 2027, 2028]);
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

describe('S1 a year that is entered later cannot hollow a promised clock out', () => {
  const office = [{ from: 540, to: 1020 }];
  const week = { 1: office, 2: office, 3: office, 4: office, 5: office };
  /** 261 weekdays in 2026 and in 2027, 260 in 2028 (a leap year of 53 Saturdays and Sundays). */
  const calendar = (days: CalendarData['days'], years = [2026, 2027, 2028]): CalendarData => ({
    name: 'C',
    timeZone: 'Europe/London',
    week,
    shiftDay: 'START',
    years,
    days,
  });
  const weekdays = (year: number): string[] => {
    const first = dayNumber(`${year}-01-01`);
    return Array.from({ length: 365 }, (_, index) => first + index)
      .filter((day) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay()))
      .map(isoDate);
  };
  /** So many holidays, spread over the year. */
  const off = (year: number, count: number, more: Partial<SpecialDay> = {}): CalendarData['days'] => {
    const days = weekdays(year);
    const apart = Math.floor(days.length / count);
    return closed(days.filter((_, index) => index % apart === 0).slice(0, count), more);
  };
  const closed = (dates: readonly string[], more: Partial<SpecialDay> = {}): CalendarData['days'] =>
    Object.fromEntries(dates.map((date) => [date, { kind: 'HOLIDAY', name: 'Closed', ...more } as SpecialDay]));
  const inMonths = (year: number, first: number, last: number): string[] =>
    weekdays(year).filter((date) => Number(date.slice(5, 7)) >= first && Number(date.slice(5, 7)) <= last);

  it('ten working days fewer than the year known is a year of holidays, eleven is none any more', () => {
    expect(DAYS_OFF_MORE).toBe(10);
    expect(thinYear(calendar(off(2027, 10)), [2026], [2027])).toBeNull();
    expect(thinYear(calendar(off(2027, 11)), [2026], [2027])).toEqual({ year: 2027, shortBy: 11 });
    expect(thinYear(calendar(off(2027, 261)), [2026], [2027])).toEqual({ year: 2027, shortBy: 261 });
    // of two years the one that is thin is named
    expect(thinYear(calendar(off(2028, 30)), [2026], [2027, 2028])).toEqual({ year: 2028, shortBy: 31 });
  });

  it('the shortest of the years known counts, and hours do, by whatever kind of day they are taken', () => {
    const shortest = { ...off(2026, 20), ...off(2027, 30) };
    expect(thinYear(calendar(shortest), [2026], [2027])).toBeNull();
    expect(thinYear(calendar({ ...off(2026, 20), ...off(2028, 40) }), [2026, 2027], [2028])).toEqual({
      year: 2028,
      shortBy: 21,
    });
    expect(thinYear(calendar({ ...off(2027, 20), ...off(2028, 29) }), [2026, 2027], [2028])).toBeNull();
    // a holiday of four hours, a working day without any: eight hours are a day
    const half = off(2027, 21, { shifts: [{ from: 540, to: 780 }] });
    expect(thinYear(calendar(half), [2026], [2027])).toEqual({ year: 2027, shortBy: 11 });
    expect(thinYear(calendar(off(2027, 20, { shifts: [{ from: 540, to: 780 }] })), [2026], [2027])).toBeNull();
    const none = off(2027, 11, { kind: 'WORKING', shifts: [] });
    expect(thinYear(calendar(none), [2026], [2027])).toEqual({ year: 2027, shortBy: 11 });
  });

  it('long days make good for no half of a year, and a month off for no week-ends later', () => {
    const long = closed(inMonths(2027, 7, 12), { kind: 'WORKING', shifts: [{ from: 0, to: 1440 }] });
    // 129 weekdays from January to June 2027
    expect(thinYear(calendar({ ...closed(inMonths(2027, 1, 6)), ...long }), [2026], [2027])).toEqual({
      year: 2027,
      shortBy: 129,
    });
    const saturdays = Array.from({ length: 30 }, (_, index) => isoDate(dayNumber('2027-05-01') + 7 * index));
    const worked = closed(saturdays, { kind: 'WORKING' });
    // March 2027 has 23 weekdays: all of them off, made good by Saturdays from May on
    const march = { ...closed(inMonths(2027, 3, 3)), ...worked };
    expect(thinYear(calendar(march), [2026], [2027])).toEqual({ year: 2027, shortBy: 23, month: 3 });
    const twelve = { ...closed(inMonths(2027, 3, 3).slice(0, 12)), ...worked };
    expect(thinYear(calendar(twelve), [2026], [2027])).toEqual({ year: 2027, shortBy: 12, month: 3 });
    const eleven = { ...closed(inMonths(2027, 3, 3).slice(0, 11)), ...worked };
    expect(thinYear(calendar(eleven), [2026], [2027])).toBeNull();
  });

  it('a month that was as thin in a year known is a custom of the house', () => {
    const august = (year: number) => closed(inMonths(year, 8, 8));
    expect(thinYear(calendar({ ...august(2026), ...august(2027) }), [2026], [2027])).toBeNull();
    expect(thinYear(calendar({ ...august(2026), ...closed(inMonths(2027, 8, 9)) }), [2026], [2027])).toMatchObject({
      year: 2027,
    });
  });

  it('a Saturday worked in exchange (調休) makes up for a holiday', () => {
    const saturdays = Array.from({ length: 5 }, (_, index) => isoDate(dayNumber('2027-01-02') + 7 * index));
    const worked = Object.fromEntries(saturdays.map((date) => [date, { kind: 'WORKING', name: '調休' } as const]));
    expect(thinYear(calendar({ ...off(2027, 15), ...worked }), [2026], [2027])).toBeNull();
    expect(thinYear(calendar({ ...off(2027, 16), ...worked }), [2026], [2027])).toEqual({ year: 2027, shortBy: 11 });
  });

  it('a known year that was hardly worked is no measure: the next ones are held against its usual week', () => {
    // the shop opened on 1 December 2026
    const opening = closed(inMonths(2026, 1, 11));
    expect(thinYear(calendar({ ...opening, ...closed(inMonths(2027, 1, 11)) }), [2026], [2027])).toMatchObject({
      year: 2027,
      // 261 weekdays less the 23 of December
      shortBy: 238,
    });
    expect(thinYear(calendar({ ...opening, ...off(2027, 11) }), [2026], [2027])).toEqual({ year: 2027, shortBy: 11 });
    expect(thinYear(calendar({ ...opening, ...off(2027, 10) }), [2026], [2027])).toBeNull();
    expect(thinYear(calendar({ ...off(2026, 261), ...off(2027, 200) }), [2026], [2027])).toMatchObject({
      year: 2027,
      shortBy: 200,
    });
    // beside one that was worked that one counts
    expect(thinYear(calendar({ ...opening, ...off(2027, 20), ...off(2028, 29) }), [2026, 2027], [2028])).toBeNull();
    // its empty months excuse none, though the year as a whole has its days
    const worked = closed(
      Array.from({ length: 30 }, (_, index) => isoDate(dayNumber('2027-05-01') + 7 * index)),
      { kind: 'WORKING' },
    );
    const march = { ...opening, ...closed(inMonths(2027, 3, 3)), ...worked };
    expect(thinYear(calendar(march), [2026], [2027])).toEqual({ year: 2027, shortBy: 23, month: 3 });
  });

  it('a house that is closed for half of every year goes on being closed for it', () => {
    const winter = (year: number) => closed(inMonths(year, 1, 6).slice(0, 125));
    expect(thinYear(calendar({ ...winter(2026), ...winter(2027) }), [2026], [2027])).toBeNull();
  });

  it('says nothing where nothing is added, or nothing was known', () => {
    const thin = off(2027, 200);
    expect(thinYear(calendar(thin), [2026], [])).toBeNull();
    expect(thinYear(calendar(thin), [], [2027])).toBeNull();
    expect(thinYear(calendar({}), [2026], [2027, 2028])).toBeNull();
  });
});
