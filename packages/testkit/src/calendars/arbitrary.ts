import fc from 'fast-check';
import type { CalendarData, Shift, SpecialDay } from '@perennial/domain/calendars/calendar';
import { readClock, type Clock } from './minutes.ts';

/** Eighteen days around something the clocks of a zone did; what is asked lies in the eight in the middle. */
export interface Place {
  timeZone: string;
  from: string;
}

export const PLACES: readonly Place[] = [
  { timeZone: 'Europe/Berlin', from: '2026-03-20T00:00:00Z' },
  { timeZone: 'Europe/Berlin', from: '2026-10-16T00:00:00Z' },
  { timeZone: 'America/New_York', from: '2026-03-01T00:00:00Z' },
  { timeZone: 'America/New_York', from: '2026-10-23T00:00:00Z' },
  { timeZone: 'Australia/Lord_Howe', from: '2026-03-26T00:00:00Z' },
  { timeZone: 'Australia/Lord_Howe', from: '2026-09-25T00:00:00Z' },
  { timeZone: 'Pacific/Apia', from: '2011-12-21T00:00:00Z' },
  { timeZone: 'Asia/Shanghai', from: '2026-09-28T00:00:00Z' },
  // midnight itself is skipped, and shown twice
  { timeZone: 'America/Sao_Paulo', from: '2018-10-26T00:00:00Z' },
  { timeZone: 'America/Sao_Paulo', from: '2019-02-08T00:00:00Z' },
  // back across midnight, a minute after it
  { timeZone: 'America/St_Johns', from: '2010-10-29T00:00:00Z' },
  { timeZone: 'Asia/Kathmandu', from: '1985-12-23T00:00:00Z' },
];
const DAYS = 18;
export const INNER = { first: 5 * 1440, last: 13 * 1440 };

const clocks = new Map<Place, Clock>();
export function clockOf(place: Place): Clock {
  let clock = clocks.get(place);
  if (!clock) clocks.set(place, (clock = readClock(place.timeZone, place.from, DAYS)));
  return clock;
}

/** Shifts that do not overlap, cut out of a day from both ends of pairs of times; the last may go on after midnight. */
const shiftsUpTo = (most: number): fc.Arbitrary<Shift[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: 6 }).map((times) => {
    const inOrder = times.sort((a, b) => a - b);
    return inOrder.flatMap((from, i) => {
      const to = inOrder[i + 1];
      return i % 2 === 0 && to !== undefined && from < 1440 && to - from <= 1440 ? [{ from, to }] : [];
    });
  });

/** Where nights go on into the next morning, mornings start after them. */
const week = fc
  .record({ night: fc.integer({ min: 0, max: 600 }), days: fc.array(shiftsUpTo(2040), { minLength: 7, maxLength: 7 }) })
  .map(({ night, days }) =>
    Object.fromEntries(
      days.map((shifts, i) => [
        String(i + 1),
        shifts
          .map(({ from, to }) => ({ from: Math.max(from, night), to: Math.min(to, 1440 + night) }))
          .filter(({ from, to }) => from < to && from < 1440),
      ]),
    ),
  )
  .filter((days) => Object.values(days).some((shifts) => shifts.length > 0));

const special = (shiftDay: CalendarData['shiftDay']): fc.Arbitrary<SpecialDay> =>
  fc.oneof(
    fc.constant({ kind: 'HOLIDAY' as const, name: 'closed' }),
    fc.record({
      kind: fc.constantFrom('HOLIDAY' as const, 'WORKING' as const),
      name: fc.constant('own hours'),
      shifts: shiftsUpTo(shiftDay === 'EACH' ? 1440 : 1900),
    }),
    fc.record({
      kind: fc.constant('WORKING' as const),
      name: fc.constant('made up'),
      like: fc.integer({ min: 1, max: 7 }),
    }),
    fc.constant({ kind: 'WORKING' as const, name: 'made up' }),
  );

export interface Case {
  place: Place;
  calendar: CalendarData;
  /** Minutes of the window. */
  from: number;
  to: number;
  pauses: readonly { from: number; to: number }[];
}

export const cases: fc.Arbitrary<Case> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    week,
    shiftDay: fc.constantFrom('START' as const, 'EACH' as const),
  })
  .chain(({ place, week: hours, shiftDay }) =>
    fc
      .record({
        days: fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), special(shiftDay)), { maxLength: 5 }),
        span: fc.tuple(
          fc.integer({ min: INNER.first, max: INNER.last }),
          fc.integer({ min: INNER.first, max: INNER.last }),
        ),
        pauses: fc.array(
          fc.tuple(fc.integer({ min: INNER.first, max: INNER.last }), fc.integer({ min: 0, max: 3000 })),
          { maxLength: 3 },
        ),
      })
      .map(({ days, span, pauses }) => {
        const start = Date.parse(place.from);
        const date = (day: number): string => new Date(start + day * 86_400_000).toISOString().slice(0, 10);
        const years = [...new Set([-1, 0, 9, DAYS, DAYS + 1].map((day) => Number(date(day).slice(0, 4))))];
        return {
          place,
          calendar: {
            name: 'any',
            timeZone: place.timeZone,
            week: hours,
            shiftDay,
            days: Object.fromEntries(days.map(([day, each]) => [date(day), each])),
            years,
          },
          from: Math.min(...span),
          to: Math.max(...span),
          pauses: pauses.map(([at, length]) => ({ from: at, to: at + length })),
        };
      }),
  );
