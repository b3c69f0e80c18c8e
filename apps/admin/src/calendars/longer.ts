import { checkWeek } from '@perennial/domain/calendars/check';
import type { Shift } from '@perennial/domain/calendars/calendar';

type Week = Readonly<Record<string, readonly Shift[]>>;

/** Whether hours go past midnight; an end that was typed before its beginning is more often a slip than a night shift. */
export const overnight = (shifts: readonly Shift[]): boolean => shifts.some(({ to }) => to > 1440);

/** Minutes of all the spans together. */
export const minutesIn = (shifts: readonly Shift[]): number => shifts.reduce((sum, { from, to }) => sum + to - from, 0);

const covers = (shifts: readonly Shift[], minute: number): boolean =>
  shifts.some(({ from, to }) => from <= minute && minute < to);

/** Whether there is any minute in the later hours that is not in the earlier ones. */
export const isLonger = (before: readonly Shift[], after: readonly Shift[]): boolean => {
  // what is open begins to be longer only where one of the spans begins or ends
  const edges = [...before.map(({ to }) => to), ...after.map(({ from }) => from)];
  return edges.some((minute) => covers(after, minute) && !covers(before, minute));
};

/** What is asked about before hours are saved: the weekdays that would have longer ones, or newly hours past midnight. */
export function toBeSure(before: Week, after: Week, lasting: boolean): { key: string; shifts: readonly Shift[] }[] {
  return Object.entries(after).flatMap(([key, shifts]) => {
    const old = before[key] ?? [];
    const asked = (lasting && isLonger(old, shifts)) || (overnight(shifts) && !overnight(old));
    return asked ? [{ key, shifts }] : [];
  });
}

/** Whether hours can be saved at all: nobody is asked about some that will be refused. */
export function isSound(name: string, week: Week): boolean {
  try {
    checkWeek({ name, week });
    return true;
  } catch {
    return false;
  }
}
