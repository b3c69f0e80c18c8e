import { dayNumber } from '../shared/period.ts';
import type { CalendarData } from './calendar.ts';
import { hoursOf } from './hours.ts';

/**
 * Working hours as they were frozen with a promise (S1), with the years that nobody knew then: public holidays are
 * announced year by year, and a promise goes on for longer. Of a year that was not known at the sale the holidays and
 * make-up days (調休) are those that were entered since; hours, zone and all years that were known stay as they were
 * frozen. A year that neither knows stays unknown, which is an error and never "no holiday".
 *
 * @param live the calendar of today that was frozen then; null where there is none.
 */
export function withLaterYears(frozen: CalendarData, live: CalendarData | null): CalendarData {
  const years = live?.years.filter((year) => !frozen.years.includes(year)) ?? [];
  if (live === null || years.length === 0) return frozen;
  const later = Object.entries(live.days).filter(([date]) => years.includes(Number(date.slice(0, 4))));
  return {
    ...frozen,
    years: [...frozen.years, ...years].sort((a, b) => a - b),
    days: { ...frozen.days, ...Object.fromEntries(later) },
  };
}

/**
 * So many working days a later year may have fewer than the shortest year that was known at the sale. Holidays that fall
 * on week-ends, leap years and a new holiday make years differ by up to six; twice that is no calendar any more.
 */
export const DAYS_OFF_MORE = 10;

export interface ThinYear {
  year: number;
  /** Working days, of the average length of the year it is held against, that it has too few, rounded up. */
  shortBy: number;
}

/**
 * The first of the years added that has so many days off that a clock which counts its working time (C8) is one
 * in name only: a promise that is sold says "4 working hours", and not who enters how many holidays afterwards (S1).
 * Held against it is the shortest of the known years; where none is known there is nothing to hold it against.
 *
 * @param calendar as the promise would count by it, the added years included.
 * @param known years of it that were known when it was promised.
 * @param added years of it that are entered now.
 */
export function thinYear(calendar: CalendarData, known: readonly number[], added: readonly number[]): ThinYear | null {
  const lengths = known.map((year) => lengthOf(calendar, year));
  if (lengths.length === 0) return null;
  const shortest = lengths.reduce((a, b) => (b.minutes < a.minutes ? b : a));
  if (shortest.days === 0) return null;
  const aDay = shortest.minutes / shortest.days;
  for (const year of added) {
    const missing = (shortest.minutes - lengthOf(calendar, year).minutes) / aDay;
    if (missing > DAYS_OFF_MORE) return { year, shortBy: Math.ceil(missing) };
  }
  return null;
}

/** Working time of a year, minutes of the wall clock, and the days it lies on. */
function lengthOf(calendar: CalendarData, year: number): { minutes: number; days: number } {
  const hours = hoursOf(calendar);
  const [first, end] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
  let [minutes, days] = [0, 0];
  for (let day = first; day < end; day++) {
    const worked = hours.of(day).shifts.reduce((sum, { from, to }) => sum + to - from, 0);
    minutes += worked;
    if (worked > 0) days++;
  }
  return { minutes, days };
}
