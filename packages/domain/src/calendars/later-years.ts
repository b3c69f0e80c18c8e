import { dayNumber, isoDate } from '../shared/period.ts';
import { weekdayOf, type CalendarData, type Shift } from './calendar.ts';
import { hoursOf, weekdayShifts } from './hours.ts';

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

/** No month may have less than this share of its usual hours, unless a month that was known at the sale had less, too. */
const MONTH_SHARE = 0.5;

/** A known year with less than this share of its usual hours tells nothing of the years to come. */
const YEAR_SHARE = 0.5;

export interface ThinYear {
  year: number;
  /** Working days, of the average length of the year or month it is held against, that are missing, rounded up. */
  shortBy: number;
  /** 1–12, where a single month is too thin though the year as a whole is not. */
  month?: number;
}

/**
 * The first of the years added that has so many days off that a clock which counts its working time (C8) is one
 * in name only: a promise that is sold says "4 working hours", and not who enters how many holidays afterwards (S1).
 * Held against it are the shortest of the known years, and its own usual week month by month, so that half a year of
 * holidays is not made good by half a year of long days. A day counts for no more than the longest of the week. A known
 * year that was hardly worked (the shop opened in December) counts as if there had been no holidays in it, or the years
 * after it could be as empty. Where no year is known there is nothing to hold it against.
 *
 * @param calendar as the promise would count by it, the added years included.
 * @param known years of it that were known when it was promised.
 * @param added years of it that are entered now.
 */
export function thinYear(calendar: CalendarData, known: readonly number[], added: readonly number[]): ThinYear | null {
  const lengths = known.map((year) => measureOf(monthsOf(calendar, year)));
  if (lengths.length === 0) return null;
  const shortest = lengths.map(total).reduce((a, b) => (b.worked < a.worked ? b : a));
  const leanest = Math.min(MONTH_SHARE, ...lengths.flat().map(({ worked, usual }) => worked / usual));
  for (const year of added) {
    const months = monthsOf(calendar, year);
    const missing = shortest.worked - total(months).worked;
    const aDay = shortest.worked / shortest.days;
    if (missing > DAYS_OFF_MORE * aDay) return { year, shortBy: Math.ceil(missing / aDay) };
    const thin = months.findIndex(({ worked, usual }) => worked < leanest * usual);
    if (thin === -1) continue;
    const { usual, worked, usualDays } = months[thin]!;
    return { year, shortBy: Math.ceil(((usual - worked) * usualDays) / usual), month: thin + 1 };
  }
  return null;
}

/** Working time, minutes of the wall clock; what it would be in a month without special days; and the days of both. */
interface Length {
  worked: number;
  days: number;
  usual: number;
  usualDays: number;
}

/** The twelve months of a year. */
function monthsOf(calendar: CalendarData, year: number): Length[] {
  const hours = hoursOf(calendar);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => minutesOf(weekdayShifts(calendar, weekday)));
  const longest = Math.max(...week);
  const months = Array.from({ length: 12 }, (): Length => ({ worked: 0, days: 0, usual: 0, usualDays: 0 }));
  const end = dayNumber(`${year + 1}-01-01`);
  for (let day = dayNumber(`${year}-01-01`); day < end; day++) {
    const month = months[Number(isoDate(day).slice(5, 7)) - 1]!;
    const worked = Math.min(longest, minutesOf(hours.of(day).shifts));
    const usual = week[weekdayOf(day) - 1]!;
    month.worked += worked;
    month.days += worked > 0 ? 1 : 0;
    month.usual += usual;
    month.usualDays += usual > 0 ? 1 : 0;
  }
  return months;
}

/** What later years are held against: the months as they were worked, else as they usually are. */
function measureOf(months: readonly Length[]): readonly Length[] {
  const [worked, usual] = [total(months).worked, months.reduce((sum, each) => sum + each.usual, 0)];
  if (worked >= YEAR_SHARE * usual) return months;
  return months.map((each) => ({ ...each, worked: each.usual, days: each.usualDays }));
}

const minutesOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { from, to }) => sum + to - from, 0);

const total = (months: readonly Length[]): Pick<Length, 'worked' | 'days'> => ({
  worked: months.reduce((sum, { worked }) => sum + worked, 0),
  days: months.reduce((sum, { days }) => sum + days, 0),
});
