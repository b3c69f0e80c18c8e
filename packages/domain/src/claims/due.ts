import { dayOfMoment } from '../shared/business-clock.ts';
import { readClocks } from './clock.ts';

/**
 * What of a claim's promised times is due by the business's day and not done: the day of the earliest moment, and
 * whether that moment has passed; null where nothing is. A clock that stands still is due when the pause has an end,
 * and one that cannot be known is told on the claim's own page.
 */
export function dueNow(
  promised: Parameters<typeof readClocks>[0],
  calendars: Parameters<typeof readClocks>[1],
  life: Parameters<typeof readClocks>[2],
  now: Date,
  { asOf, timezone }: { asOf: string; timezone: string },
): { dueOn: string; overdue: boolean } | null {
  const open = readClocks(promised, calendars, life, now)
    .flatMap(({ dueAt, doneAt, state }) =>
      dueAt === null || doneAt !== null || state === 'ENDED'
        ? []
        : { dueAt, dueOn: dayOfMoment(new Date(dueAt), timezone), overdue: state === 'OVERDUE' },
    )
    .filter(({ dueOn, overdue }) => overdue || dueOn <= asOf)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const [first] = open;
  return first ? { dueOn: first.dueOn, overdue: first.overdue } : null;
}
