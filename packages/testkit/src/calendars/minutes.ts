import type { CalendarData, Shift } from '@perennial/domain/calendars/calendar';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * What the clocks on the wall show, minute by minute, read off Intl and nothing else: the tests' own idea of time, which
 * shares no line with what it checks.
 */
export interface Clock {
  /** First minute of the window, ms since 1970. */
  start: number;
  /** `labels[i]`: what the wall shows at `start` + i minutes, written as if it were UTC. */
  labels: readonly number[];
}

export function readClock(timeZone: string, fromIso: string, days: number): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const start = Date.parse(fromIso);
  const labels = Array.from({ length: days * 1440 }, (_, i) => {
    const part = Object.fromEntries(
      format.formatToParts(start + i * MINUTE).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']);
  });
  return { start, labels };
}

/** Position of a wall time: the first of two; a skipped one as much later as was skipped. -1 outside the window. */
function position({ labels }: Clock, wall: number): number {
  const shown = labels.indexOf(wall);
  if (shown >= 0) return shown;
  const after = labels.findIndex((label, i) => i > 0 && label > wall && labels[i - 1]! < wall);
  if (after < 0) return -1;
  const skipped = labels[after]! - labels[after - 1]! - MINUTE;
  return labels.indexOf(wall + skipped, after);
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The hours of a date, in the words of the rules. */
function hoursOn(calendar: CalendarData, date: number): readonly Shift[] {
  const special = calendar.days[iso(date)];
  const weekday = (ms: number): number => new Date(ms).getUTCDay() || 7;
  const ofWeekday = (n: number): readonly Shift[] => {
    const own = calendar.week[n] ?? [];
    if (calendar.shiftDay === 'START') return own;
    const eve = calendar.week[n === 1 ? 7 : n - 1] ?? [];
    return [
      ...own.map(({ from, to }) => ({ from, to: to > 1440 ? 1440 : to })),
      ...eve.flatMap(({ to }) => (to > 1440 ? [{ from: 0, to: to - 1440 }] : [])),
    ];
  };
  if (!special) return ofWeekday(weekday(date));
  if (special.shifts) return special.shifts;
  return special.kind === 'HOLIDAY' ? [] : ofWeekday(special.like ?? 1);
}

/** For each minute of the window whether it is worked; true only a few days away from its edges. */
export function workedMinutes(clock: Clock, calendar: CalendarData): boolean[] {
  const worked = clock.labels.map(() => false);
  const dates = new Set(clock.labels.map((label) => Math.floor(label / DAY) * DAY));
  for (const date of dates) {
    for (const { from, to } of hoursOn(calendar, date)) {
      const [a, b] = [position(clock, date + from * MINUTE), position(clock, date + to * MINUTE)];
      if (a < 0 || b < 0) continue;
      for (let i = a; i < b; i++) worked[i] = true;
    }
  }
  return worked;
}
