import { dayNumber, isoDate } from '../shared/period.ts';
import type { CalendarData } from './calendar.ts';
import { hoursOf, type Hours } from './hours.ts';
import { addWorking, instantOf, unpaused, worked, type Pause, type WorkedSpan } from './working-time.ts';
import { zoneOf } from '../shared/zone.ts';

/** One thing that a count of working time met on its way; `sayStep` makes a sentence of it. Minutes are of working time. */
export type WorkingStep =
  | { code: 'WORKED'; params: { date: string; from: string; to: string; minutes: number; sum: number } }
  | { code: 'MADE_UP'; params: { date: string; name: string } }
  | { code: 'HOLIDAY'; params: { date: string; name: string } }
  | { code: 'CLOSED'; params: { from: string; to: string } }
  | { code: 'MISSING'; params: { date: string } }
  | { code: 'CLOCKS'; params: { date: string; minutes: number } }
  | { code: 'PAUSED'; params: { from: string; to: string | null } }
  | { code: 'MORE'; params: { days: number } }
  | { code: 'DUE'; params: { date: string; time: string } };

/** Days told one by one; what comes after them is only counted. */
const MOST_DAYS = 45;
const MINUTE_MS = 60_000;

/**
 * When `minutes` of working time will have passed, and why then: every day on the way with the hours that counted and
 * those that did not. Errors as {@link addWorking}.
 */
export function explainWorking(
  calendar: CalendarData,
  startIso: string,
  minutes: number,
  pauses: readonly Pause[] = [],
): { due: string; steps: WorkingStep[] } {
  const due = addWorking(calendar, startIso, minutes, pauses);
  const hours = hoursOf(calendar);
  const span = { from: instantOf(startIso, 'start'), to: instantOf(due, 'due') };
  const counted = Map.groupBy(
    unpaused(span, pauses).flatMap((free) => [...worked(hours, free)]),
    ({ day }) => day,
  );
  const first = Math.min(hours.zone.wall(span.from).day, ...counted.keys());
  const last = Math.max(first, ...counted.keys());
  const steps: WorkingStep[] = [];
  let sum = 0;
  for (let day = first; day <= Math.min(last, first + MOST_DAYS - 1); day++) {
    for (const step of stepsOf(hours, day, counted.get(day) ?? [])) {
      if (step.code === 'WORKED') step.params.sum = sum += step.params.minutes;
      const before = steps.at(-1);
      // days that are closed in a row are told at once
      if (step.code === 'CLOSED' && before?.code === 'CLOSED') before.params.to = step.params.to;
      else steps.push(step);
    }
  }
  if (last >= first + MOST_DAYS) steps.push({ code: 'MORE', params: { days: last - first - MOST_DAYS + 1 } });
  const met = pauses.filter((pause) => instantOf(pause.from, 'from') < span.to);
  steps.push(...met.map(({ from, to }): WorkingStep => ({ code: 'PAUSED', params: { from, to } })));
  steps.push({ code: 'DUE', params: { date: dateOf(hours, span.to), time: timeOf(hours, span.to) } });
  return { due, steps };
}

function stepsOf(hours: Hours, day: number, counted: readonly WorkedSpan[]): WorkingStep[] {
  const date = isoDate(day);
  if (!hours.zone.hasDay(day)) return [{ code: 'MISSING', params: { date } }];
  const { shifts, special } = hours.of(day);
  const steps: WorkingStep[] = [];
  if (special) {
    const code = special.kind === 'HOLIDAY' ? 'HOLIDAY' : 'MADE_UP';
    steps.push({ code, params: { date, name: special.name } });
  } else if (shifts.length === 0) {
    steps.push({ code: 'CLOSED', params: { from: date, to: date } });
  }
  for (const { from, to } of counted) {
    const params = { date, from: timeOf(hours, from), to: timeOf(hours, to), minutes: (to - from) / MINUTE_MS, sum: 0 };
    steps.push({ code: 'WORKED', params });
  }
  const shifted = shifts.reduce((sum, shift) => sum + changeOf(hours, day, shift), 0);
  if (shifted !== 0 && counted.length > 0) steps.push({ code: 'CLOCKS', params: { date, minutes: shifted } });
  return steps;
}

/** Minutes by which a change of the clocks makes a shift longer (negative: shorter) than its times on the wall. */
function changeOf({ zone }: Hours, day: number, { from, to }: { from: number; to: number }): number {
  return (zone.instant(day, to) - zone.instant(day, from)) / MINUTE_MS - (to - from);
}

/** Time on the wall, `HH:MM`. */
function timeOf({ zone }: Hours, instant: number): string {
  const minute = Math.floor(zone.wall(instant).minute);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const dateOf = ({ zone }: Hours, instant: number): string => isoDate(zone.wall(instant).day);

/** Instant (ISO, UTC) of a day and minutes after its midnight on a zone's clocks. @throws DomainError BAD_DATE, TIMEZONE_UNKNOWN */
export function instantOn(timeZone: string, date: string, minute: number): string {
  return new Date(zoneOf(timeZone).instant(dayNumber(date), minute)).toISOString();
}
