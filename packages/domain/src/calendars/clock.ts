import type { CalendarData } from './calendar.ts';
import { addWorking, instantOf, pausedWithoutEnd, unpaused, workingMinutes, type Pause } from './working-time.ts';

const MINUTE_MS = 60_000;

/**
 * The moment by which `minutes` have passed since `startIso`, pauses left out: of the calendar's working time, or of
 * every hour, day and night, where there is none. An instant in UTC. Errors: those of `addWorking`.
 */
export function dueAfter(
  calendar: CalendarData | null,
  startIso: string,
  minutes: number,
  pauses: readonly Pause[] = [],
): string {
  if (calendar) return addWorking(calendar, startIso, minutes, pauses);
  let left = minutes * MINUTE_MS;
  for (const { from, to } of unpaused({ from: instantOf(startIso, 'start'), to: Infinity }, pauses)) {
    if (to - from >= left) return new Date(from + left).toISOString();
    left -= to - from;
  }
  throw pausedWithoutEnd();
}

/** How many of those minutes have passed from one moment to a later one; 0 where the second is not later. */
export function minutesPassed(
  calendar: CalendarData | null,
  fromIso: string,
  toIso: string,
  pauses: readonly Pause[] = [],
): number {
  const [from, to] = [instantOf(fromIso, 'from'), instantOf(toIso, 'to')];
  if (to <= from) return 0;
  if (calendar) return workingMinutes(calendar, fromIso, toIso, pauses);
  return unpaused({ from, to }, pauses).reduce((sum, free) => sum + (free.to - free.from), 0) / MINUTE_MS;
}
