import type { CalendarData, Shift, SpecialDay } from '../calendars/calendar.ts';
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
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    if (!within(was.week[String(weekday)] ?? [], is.week[String(weekday)] ?? [])) return false;
  }
  const dates = [...new Set([...Object.keys(was.days), ...Object.keys(is.days)])];
  return dates
    .filter((date) => both.includes(Number(date.slice(0, 4))))
    .every((date) => {
      const [old, young] = [was.days[date], is.days[date]];
      if (canonical(old ?? null) === canonical(young ?? null)) return true;
      return within(shiftsOn(was, date, old), shiftsOn(is, date, young));
    });
}

function shiftsOn(calendar: CalendarData, date: string, special: SpecialDay | undefined): readonly Shift[] {
  if (special?.shifts) return special.shifts;
  if (special?.kind === 'HOLIDAY') return [];
  const weekday = special ? (special.like ?? 1) : new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return calendar.week[String(weekday)] ?? [];
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
