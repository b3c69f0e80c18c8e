import { describe, expect, test } from 'vitest';
import type { CalendarData } from '../calendars/calendar.ts';
import { UNKNOWN } from './cases.ts';
import { coversKnown, hoursCuts as cutsAmong, noShorter } from './hours.ts';
import { defaultsOf } from './kinds/form.ts';
import { delivery } from './kinds/delivery.ts';
import { readTerms, type Term } from './terms.ts';

const calendar = (change: Partial<CalendarData> = {}): CalendarData => ({
  name: 'Shop hours',
  timeZone: 'Europe/London',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: 540, to: 1020 }]])),
  shiftDay: 'START',
  days: { '2026-12-25': { kind: 'HOLIDAY', name: 'Christmas' } },
  years: [2026],
  ...change,
});

interface Version {
  terms: readonly Term[];
  calendar: CalendarData | null;
}
const clocked = ({ terms: all, calendar: by }: Version) => all.map((term) => ({ term, calendar: by }));
const hoursCuts = (before: Version, after: Version) => cutsAmong(clocked(before), clocked(after));

/** The days of a year, each of them a holiday, beside those that the calendar has. */
const shutIn = (year: number): CalendarData['days'] => ({
  ...calendar().days,
  ...Object.fromEntries(
    Array.from({ length: 365 }, (_, day) => [
      new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
      { kind: 'HOLIDAY' as const, name: 'Shut' },
    ]),
  ),
});

const terms = (clock: string) =>
  readTerms([{ id: 'in-time', kind: 'delivery', params: { ...defaultsOf(delivery.params), clock } }]);

describe('S11: shorter working hours promise less', () => {
  test.each([
    ['the same', calendar(), true],
    ['a Saturday more', calendar({ week: { ...calendar().week, '6': [{ from: 600, to: 780 }] } }), true],
    [
      'two spans that make up the old one',
      calendar({
        week: {
          ...calendar().week,
          '1': [
            { from: 540, to: 700 },
            { from: 700, to: 1020 },
          ],
        },
      }),
      true,
    ],
    ['a holiday less', calendar({ days: {} }), true],
    [
      'next year’s holidays entered',
      calendar({
        years: [2026, 2027],
        days: { ...calendar().days, '2027-01-01': { kind: 'HOLIDAY', name: 'New Year' } },
      }),
      true,
    ],
    ['an hour later on Mondays', calendar({ week: { ...calendar().week, '1': [{ from: 600, to: 1020 }] } }), false],
    [
      'a lunch break',
      calendar({
        week: {
          ...calendar().week,
          '2': [
            { from: 540, to: 720 },
            { from: 780, to: 1020 },
          ],
        },
      }),
      false,
    ],
    ['closed on Fridays', calendar({ week: { ...calendar().week, '5': [] } }), false],
    [
      'a holiday more',
      calendar({ days: { ...calendar().days, '2026-12-28': { kind: 'HOLIDAY', name: 'Extra' } } }),
      false,
    ],
    [
      'half a day in place of a whole one',
      calendar({
        days: { ...calendar().days, '2026-12-24': { kind: 'WORKING', name: 'Eve', shifts: [{ from: 540, to: 720 }] } },
      }),
      false,
    ],
    ['a further year that is one long holiday', calendar({ years: [2026, 2027], days: shutIn(2027) }), false],
    ['another time zone', calendar({ timeZone: 'Asia/Taipei' }), false],
    ['a year that is no longer known', calendar({ years: [] }), false],
  ])('%s: no shorter is %s', (_, is, expected) => {
    expect(noShorter(calendar(), is)).toBe(expected);
  });

  test('a further year is held against the known ones only for what was promised by them', () => {
    const is = calendar({ years: [2026, 2027], days: shutIn(2027) });
    expect(coversKnown(calendar(), is)).toBe(true);
    // who knew that year already loses nothing
    expect(noShorter(is, is)).toBe(true);
  });

  const night = (change: Partial<CalendarData> = {}) =>
    calendar({ week: { ...calendar().week, '5': [{ from: 1320, to: 1800 }] }, shiftDay: 'EACH', days: {}, ...change });
  const saturday = (day: CalendarData['days'][string]) => night({ days: { '2026-11-28': day } });

  test.each([
    ['the day after it closed', saturday({ kind: 'HOLIDAY', name: 'Closed' }), false],
    ['its own day closed', night({ days: { '2026-11-27': { kind: 'HOLIDAY', name: 'Closed' } } }), false],
    [
      'other hours on the day after it',
      saturday({ kind: 'WORKING', name: 'Sale', shifts: [{ from: 600, to: 720 }] }),
      false,
    ],
    [
      'the day after it with its early hours and more',
      saturday({
        kind: 'WORKING',
        name: 'Sale',
        shifts: [
          { from: 0, to: 360 },
          { from: 600, to: 720 },
        ],
      }),
      true,
    ],
    [
      'the same night written as two days',
      night({ week: { ...calendar().week, '5': [{ from: 1320, to: 1440 }], '6': [{ from: 0, to: 360 }] } }),
      true,
    ],
    ['an hour less after midnight', night({ week: { ...night().week, '5': [{ from: 1320, to: 1740 }] } }), false],
  ])('a night shift of which each day has its part, %s: no shorter is %s', (_, is, expected) => {
    expect(noShorter(night(), is)).toBe(expected);
  });

  test('a night shift that belongs to its first day wholly does not mind the next one closed', () => {
    const whole = night({ shiftDay: 'START' });
    expect(noShorter(whole, { ...whole, days: { '2026-11-28': { kind: 'HOLIDAY', name: 'Closed' } } })).toBe(true);
  });

  const short = calendar({ name: 'Mornings', week: { '1': [{ from: 540, to: 720 }] } });

  test('every clock that counts by them is cut, and says by which hours', () => {
    const cuts = hoursCuts(
      { terms: terms('WORKING_DAYS'), calendar: calendar() },
      { terms: terms('WORKING_DAYS'), calendar: short },
    );
    expect(cuts).toMatchObject([
      {
        kind: 'delivery',
        termId: 'in-time',
        withdrawn: false,
        worsenings: [{ field: 'calendar', before: 'Shop hours', after: 'Mornings' }],
      },
    ]);
  });

  test('hours that are taken away altogether are cut too; where there were none, nothing is', () => {
    const [was, is] = [terms('WORKING_DAYS'), terms('WORKING_DAYS')];
    expect(hoursCuts({ terms: was, calendar: calendar() }, { terms: is, calendar: null })).toMatchObject([
      { worsenings: [{ field: 'calendar', before: 'Shop hours', after: null }] },
    ]);
    expect(hoursCuts({ terms: was, calendar: null }, { terms: is, calendar: short })).toEqual([]);
    expect(hoursCuts({ terms: was, calendar: null }, { terms: is, calendar: null })).toEqual([]);
    expect(hoursCuts({ terms: was, calendar: calendar() }, { terms: is, calendar: calendar() })).toEqual([]);
  });

  test('another day on which a night shift counts is another promise', () => {
    expect(noShorter(calendar(), calendar({ shiftDay: 'EACH' }))).toBe(false);
  });

  test('spans count in whatever order they were written, with or without a gap', () => {
    const monday = (...shifts: [number, number][]) =>
      calendar({ week: { ...calendar().week, '1': shifts.map(([from, to]) => ({ from, to })) } });
    expect(noShorter(calendar(), monday([700, 1020], [540, 700]))).toBe(true);
    expect(noShorter(calendar(), monday([1000, 1020], [700, 1010], [540, 700], [0, 60]))).toBe(true);
    expect(noShorter(calendar(), monday([701, 1020], [540, 700]))).toBe(false);
  });

  test('a day that only the old hours name, and one that only the new ones name', () => {
    const half = { kind: 'WORKING' as const, name: 'Half', shifts: [{ from: 540, to: 720 }] };
    const sunday = '2026-11-29';
    const open = calendar({ days: { ...calendar().days, [sunday]: half } });
    expect(noShorter(open, calendar())).toBe(false);
    expect(noShorter(calendar(), open)).toBe(true);
    expect(noShorter(open, open)).toBe(true);
  });

  test('promises that count calendar days do not mind', () => {
    expect(
      hoursCuts(
        { terms: terms('CALENDAR_DAYS'), calendar: calendar() },
        { terms: terms('CALENDAR_DAYS'), calendar: short },
      ),
    ).toEqual([]);
  });

  test('a new name for the promise hides nothing', () => {
    const renamed = terms('WORKING_DAYS').map((term) => ({ ...term, id: 'on-time' }));
    expect(
      hoursCuts({ terms: terms('WORKING_DAYS'), calendar: calendar() }, { terms: renamed, calendar: short }),
    ).toMatchObject([{ termId: 'in-time', byTermId: 'on-time' }]);
  });

  test('only those are hit whom a term with such a clock still serves', () => {
    const [term] = terms('WORKING_DAYS');
    const dear = { ...terms('CALENDAR_DAYS')[0]!, id: 'dear', appliesTo: { ...term!.appliesTo, minValue: 500 } };
    const [cut, ...others] = hoursCuts(
      { terms: [term!], calendar: calendar() },
      { terms: [term!, dear], calendar: short },
    );
    expect(others).toEqual([]);
    expect(cut?.cases.map(({ value }) => value)).toEqual([{ low: UNKNOWN, high: 500 }]);
  });
});
