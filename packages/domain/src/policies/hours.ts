import { WEEKDAYS, type CalendarData, type Shift } from '../calendars/calendar.ts';
import { hoursOf, weekdayShifts } from '../calendars/hours.ts';
import { thinYear } from '../calendars/later-years.ts';
import { dayNumber } from '../shared/period.ts';
import { successions, type Cut } from './compare.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { canonical } from './snapshot.ts';
import { kindOf, type Term } from './terms.ts';

/** A term, and the working hours its clock runs by. */
interface Clocked {
  term: Term;
  calendar: CalendarData | null;
}

/**
 * Another way to promise less without touching a word (S11): the same "4 working hours" under shorter working hours. One
 * cut for each earlier term whose clock counts them and each term that follows it and counts them too, where the later
 * hours leave any of the earlier ones out. Where it is followed by none, or by one with another clock, the comparison of
 * terms says so.
 *
 * @param before what was promised, by one version or several, each term with its hours; `after` likewise.
 */
export function hoursCuts(
  before: readonly Clocked[],
  after: readonly Clocked[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const counts = (term: Term) => kindOf(term.kind, kinds).needsCalendar(term.params);
  const counting = before.filter(({ term, calendar }) => calendar !== null && counts(term));
  // most changes leave the hours alone, and one comparison serves all terms of two calendars
  const shorter = shorterThan();
  if (!counting.some((was) => after.some((is) => shorter(was.calendar, is.calendar)))) return [];
  const was = new Map(before.map(({ term, calendar }) => [term, calendar]));
  const is = new Map(after.map(({ term, calendar }) => [term, calendar]));
  const terms = (list: readonly Clocked[]) => list.map(({ term }) => term);
  return successions(terms(before), terms(after)).flatMap(({ was: old, is: young, cases }): Cut[] => {
    const [long, short] = [was.get(old) ?? null, is.get(young) ?? null];
    if (!counts(old) || !counts(young) || !shorter(long, short)) return [];
    const worsenings = [{ field: 'calendar', before: long!.name, after: short?.name ?? null }];
    return [{ kind: old.kind, termId: old.id, cases, withdrawn: false, byTermId: young.id, worsenings }];
  });
}

/** Whether the later hours leave out any of the earlier ones; remembers what it has compared. */
function shorterThan(): (was: CalendarData | null, is: CalendarData | null) => boolean {
  const known = new Map<CalendarData, Map<CalendarData | null, boolean>>();
  return (was, is) => {
    if (was === null || was === is) return false;
    const of = known.get(was) ?? new Map<CalendarData | null, boolean>();
    known.set(was, of);
    const answer = of.get(is) ?? (is === null || !noShorter(was, is));
    of.set(is, answer);
    return answer;
  };
}

/**
 * Whether `is` is as good as `was` to count by: every hour of `was` is an hour of `is`, and the years that only `is` knows
 * are years to work in. Their holidays take nothing from anybody; a year of nothing else would.
 */
export function noShorter(was: CalendarData, is: CalendarData): boolean {
  const added = is.years.filter((year) => !was.years.includes(year));
  return coversKnown(was, is) && thinYear(is, was.years, added) === null;
}

/** Whether every hour of `was` is an hour of `is` too, in the years that `was` knows. */
export function coversKnown(was: CalendarData, is: CalendarData): boolean {
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
