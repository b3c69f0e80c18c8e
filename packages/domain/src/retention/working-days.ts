import { DomainError } from '../shared/errors.ts';
import { dayNumber, isoDate } from '../shared/period.ts';

/** Monday of the week of a day number (1970-01-01 was a Thursday). */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * The `count`-th working day after `from`. Saturdays, Sundays and `closedDays` (the business's own holidays) are not
 * worked. `count` 0 is `from` itself if that is worked, else the next day that is. A calendar that is closed for a
 * year on end is refused with `NO_WORKING_DAYS`.
 */
export function addWorkingDays(from: string, count: number, closedDays: readonly string[] = []): string {
  const closed = new Set(closedDays);
  const start = dayNumber(from);
  let left = count;
  for (let day = count === 0 ? start : start + 1; day <= start + 366 + count * 7; day++) {
    const date = isoDate(day);
    const weekday = day - mondayOf(day);
    if (weekday > 4 || closed.has(date)) continue;
    left -= 1;
    if (left <= 0) return date;
  }
  throw new DomainError(
    'NO_WORKING_DAYS',
    `There is no working day in the year after ${from}; remove closed days in the settings.`,
    {
      path: ['closedDays'],
      params: { from },
    },
  );
}
