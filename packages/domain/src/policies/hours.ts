import { WEEKDAYS, type CalendarData, type Shift } from '../calendars/calendar.ts';
import { hoursOf, weekdayShifts } from '../calendars/hours.ts';
import { dayNumber } from '../shared/period.ts';
import { successions, type Cut } from './compare.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { canonical } from './snapshot.ts';
import { kindOf, type Term } from './terms.ts';

/**
 * The other way to promise less without touching a word (S11): the same "4 working hours" under shorter working hours.
 * One cut for each earlier term whose clock counts them and each term that follows it and counts them too, where the later
 * hours leave any of the earlier ones out. Where it is followed by none, or by one with another clock, the comparison of
 * terms says so.
 *
 * @param before what was promised, and by which hours; `after` likewise.
 */
export function hoursCuts(
  before: { terms: readonly Term[]; calendar: CalendarData | null },
  after: { terms: readonly Term[]; calendar: CalendarData | null },
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const [was, is] = [before.calendar, after.calendar];
  if (was === null || (is !== null && noShorter(was, is))) return [];
  const counts = (term: Term) => kindOf(term.kind, kinds).needsCalendar(term.params);
  return successions(before.terms, after.terms)
    .filter((each) => counts(each.was) && counts(each.is))
    .map(({ was: old, is: young, cases }) => ({
      kind: old.kind,
      termId: old.id,
      cases,
      withdrawn: false,
      byTermId: young.id,
      worsenings: [{ field: 'calendar', before: was.name, after: is?.name ?? null }],
    }));
}

/**
 * Whether every hour of `was` is an hour of `is` too. Only years that both know are looked at: entering next year's
 * holidays takes nothing from anybody.
 */
export function noShorter(was: CalendarData, is: CalendarData): boolean {
  if (was.timeZone !== is.timeZone || was.shiftDay !== is.shiftDay) return false;
  const both = was.years.filter((year) => is.years.includes(year));
  if (both.length < was.years.length) return false;
  const week = WEEKDAYS.map(Number);
  if (!week.every((weekday) => within(weekdayShifts(was, weekday), weekdayShifts(is, weekday)))) return false;
  const dates = [...new Set([...Object.keys(was.days), ...Object.keys(is.days)])];
  return dates
    .filter((date) => both.includes(Number(date.slice(0, 4))))
    .every((date) => {
      if (canonical(was.days[date] ?? null) === canonical(is.days[date] ?? null)) return true;
      const day = dayNumber(date);
      // as the clock counts them: the early hours of a night shift may be this date's own, so that a holiday takes them
      return within(hoursOf(was).of(day).shifts, hoursOf(is).of(day).shifts);
    });
}

/** Each minute of `was` lies in some span of `is`; spans that touch count as one. */
function within(was: readonly Shift[], is: readonly Shift[]): boolean {
  const joined: Shift[] = [];
  for (const each of [...is].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && each.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    else joined.push(each);
  }
  return was.every(({ from, to }) => joined.some((each) => each.from <= from && to <= each.to));
}
