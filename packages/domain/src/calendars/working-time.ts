import { DomainError } from '../shared/errors.ts';
import { dayNumber, isoDate } from '../shared/period.ts';
import type { CalendarData } from './calendar.ts';
import { hoursOf, type Hours } from './hours.ts';

/** A span in which the clock stands still, e.g. while waiting for the customer; `to: null`: it still does. */
export interface Pause {
  from: string;
  to: string | null;
}

/** A span of time, ms since 1970, half-open. */
export interface Span {
  from: number;
  to: number;
}

/** A part of one shift that counts, and the day whose shift it is. */
export interface WorkedSpan extends Span {
  day: number;
}

const MINUTE_MS = 60_000;
/** The most minutes that can be asked for: ten years around the clock. */
export const MOST_MINUTES = 5_270_400;
const MOST_DAYS = 3_660;

/**
 * The first moment by which `minutes` of working time have passed since `startIso` (維修響應的規定時間, C8): an instant in
 * UTC. Time that ends with a shift ends on that evening, not on the next morning; 0 minutes end at once.
 *
 * @throws DomainError CALENDAR_YEAR_UNKNOWN, CALENDAR_EMPTY, CALENDAR_AMOUNT, CALENDAR_PAUSED (it is paused without an end
 * before the time has passed), CALENDAR_PAUSE_ORDER, BAD_INSTANT, TIMEZONE_UNKNOWN
 */
export function addWorking(
  calendar: CalendarData,
  startIso: string,
  minutes: number,
  pauses: readonly Pause[] = [],
): string {
  const hours = hoursOf(calendar);
  let left = checkAmount('minutes', minutes, MOST_MINUTES) * MINUTE_MS;
  const start = instantOf(startIso, 'start');
  if (left === 0) return new Date(start).toISOString();
  for (const free of unpaused({ from: start, to: Infinity }, pauses)) {
    for (const { from, to } of worked(hours, free)) {
      if (to - from >= left) return new Date(from + left).toISOString();
      left -= to - from;
    }
  }
  throw pausedWithoutEnd();
}

export const pausedWithoutEnd = (): DomainError =>
  new DomainError(
    'CALENDAR_PAUSED',
    'The clock is paused without an end, so there is no due time yet; end the pause first.',
    { path: ['pauses'] },
  );

/**
 * Working minutes from one instant to another, pauses taken out; negative where `toIso` is the earlier. Whole minutes
 * where both instants are, else with their fraction.
 *
 * @throws DomainError as {@link addWorking}
 */
export function workingMinutes(
  calendar: CalendarData,
  fromIso: string,
  toIso: string,
  pauses: readonly Pause[] = [],
): number {
  const [a, b] = [instantOf(fromIso, 'from'), instantOf(toIso, 'to')];
  const hours = hoursOf(calendar);
  let sum = 0;
  for (const free of unpaused({ from: Math.min(a, b), to: Math.max(a, b) }, pauses)) {
    for (const { from, to } of worked(hours, free)) sum += to - from;
  }
  return sum === 0 ? 0 : (sum / MINUTE_MS) * (a <= b ? 1 : -1);
}

/** Whether work goes on at an instant. @throws DomainError CALENDAR_YEAR_UNKNOWN, BAD_INSTANT */
export function isWorking(calendar: CalendarData, iso: string): boolean {
  const at = instantOf(iso, 'at');
  for (const { from } of worked(hoursOf(calendar), { from: at, to: at + 1 })) return from <= at;
  return false;
}

/** Whether a day (ISO date) has working hours of its own. @throws DomainError CALENDAR_YEAR_UNKNOWN, BAD_DATE */
export function isWorkingDay(calendar: CalendarData, date: string): boolean {
  return hasHours(hoursOf(calendar), dayNumber(date));
}

/**
 * The `count`-th working day after `date`; 0 is the day itself if it is worked, else the next that is.
 *
 * @throws DomainError CALENDAR_YEAR_UNKNOWN, CALENDAR_EMPTY, CALENDAR_AMOUNT, BAD_DATE
 */
export function addWorkingDays(calendar: CalendarData, date: string, count: number): string {
  const hours = hoursOf(calendar);
  let left = Math.max(1, checkAmount('days', count, MOST_DAYS));
  // ends at the latest in the first year that is not known
  for (let day = dayNumber(date) + (count === 0 ? 0 : 1); ; day++) {
    if (hasHours(hours, day) && --left === 0) return isoDate(day);
  }
}

function hasHours(hours: Hours, day: number): boolean {
  return hours.zone.hasDay(day) && hours.of(day).shifts.length > 0;
}

/**
 * The working time within a span, in order and without overlaps; each day is looked at only when what came before did not
 * suffice. Every day's year must be known, so that a walk without an end meets its end there.
 */
export function* worked(hours: Hours, { from, to }: Span): Generator<WorkedSpan> {
  const { zone } = hours;
  let done = from;
  let { day } = zone.wall(from);
  // the shift that began the evening before may still go on, the more so where the clocks left a day out
  while (hours.spill > 0 && zone.instant(day, hours.spill) > from) day -= 1;
  for (; zone.instant(day, 0) < to; day++) {
    if (!zone.hasDay(day)) continue;
    for (const shift of onClock(hours, day)) {
      const start = Math.max(done, shift.from);
      const end = Math.min(to, shift.to);
      if (end <= start) continue;
      done = end;
      yield { day, from: start, to: end };
    }
  }
}

/** A day's shifts as they happen; where the clocks skip an hour, one that begins in it comes after one that begins later. */
function onClock({ zone, of }: Hours, day: number): Span[] {
  const spans = of(day).shifts.map(({ from, to }) => ({ from: zone.instant(day, from), to: zone.instant(day, to) }));
  return spans.sort((a, b) => a.from - b.from);
}

/** What the pauses leave of a span. @throws DomainError CALENDAR_PAUSE_ORDER, BAD_INSTANT */
export function unpaused(span: Span, pauses: readonly Pause[]): Span[] {
  const stops = pauses
    .map((pause, i) => {
      const from = instantOf(pause.from, `pauses.${i}.from`);
      const to = pause.to === null ? Infinity : instantOf(pause.to, `pauses.${i}.to`);
      if (to < from) {
        throw new DomainError('CALENDAR_PAUSE_ORDER', 'A pause ends before it begins; exchange "from" and "to".', {
          path: ['pauses', String(i), 'to'],
        });
      }
      return { from, to };
    })
    .sort((a, b) => a.from - b.from);
  const free: Span[] = [];
  let at = span.from;
  for (const stop of stops) {
    if (stop.from > at) free.push({ from: at, to: Math.min(stop.from, span.to) });
    at = Math.max(at, stop.to);
    if (at >= span.to) return free;
  }
  free.push({ from: at, to: span.to });
  return free;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:[0-5]\d)$/;

/** Ms since 1970 of an instant with its offset. @throws DomainError BAD_INSTANT */
export function instantOf(iso: string, field: string): number {
  const ms = INSTANT.test(iso) ? Date.parse(iso) : Number.NaN;
  // 30 February would be read as a day in March
  if (
    Number.isNaN(ms) ||
    isoDate(Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00Z`) / 86_400_000)) !== iso.slice(0, 10)
  ) {
    throw new DomainError(
      'BAD_INSTANT',
      `"${iso}" is not a moment; write it as 2026-03-06T16:00:00Z, with Z or an offset such as +08:00.`,
      { path: field.split('.'), params: { value: iso } },
    );
  }
  return ms;
}

function checkAmount(field: 'minutes' | 'days', value: number, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new DomainError('CALENDAR_AMOUNT', `"${field}" must be a whole number from 0 to ${most}.`, {
    path: [field],
    params: { value, most },
  });
}
