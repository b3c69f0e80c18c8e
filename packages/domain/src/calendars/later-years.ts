import type { CalendarData } from './calendar.ts';

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
