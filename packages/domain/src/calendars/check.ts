import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';
import { DAY_MINUTES, WEEKDAYS, type CalendarData, type Shift } from './calendar.ts';
import { hoursOf, noHours, yearUnknown } from './hours.ts';
import { zoneOf } from '../shared/zone.ts';

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/**
 * Refuses a calendar that makes no sense, naming the field (`week.5.0.to`) and the remedy.
 *
 * @throws DomainError TIMEZONE_UNKNOWN, CALENDAR_EMPTY, CALENDAR_SHIFT_RANGE, CALENDAR_SHIFTS_OVERLAP,
 * CALENDAR_SHIFT_NEXT_DAY, CALENDAR_DAY_CLOSED, CALENDAR_DAY_YEAR, CALENDAR_YEAR_RANGE, BAD_DATE
 */
export function checkCalendar(calendar: CalendarData): void {
  zoneOf(calendar.timeZone);
  checkWeek(calendar);
  checkYears(calendar.years);
  for (const [date, day] of Object.entries(calendar.days)) checkDay(calendar, date, day.shifts ?? []);
}

/**
 * The part of {@link checkCalendar} that looks at the hours of the week.
 *
 * @throws DomainError CALENDAR_EMPTY, CALENDAR_SHIFT_RANGE, CALENDAR_SHIFTS_OVERLAP
 */
export function checkWeek(calendar: Pick<CalendarData, 'name' | 'week'>): void {
  for (const key of WEEKDAYS) checkShifts(calendar.week[key] ?? [], ['week', key]);
  if (WEEKDAYS.every((key) => (calendar.week[key] ?? []).length === 0)) throw noHours(calendar.name);
  checkNights(calendar);
}

/** Refuses a year whose holidays the calendar does not know (`CALENDAR_YEAR_UNKNOWN`). */
export function checkYear(calendar: CalendarData, year: number): void {
  if (!calendar.years.includes(year)) throw yearUnknown(calendar.name, year);
}

function checkShifts(shifts: readonly Shift[], path: string[]): void {
  for (const [i, { from, to }] of shifts.entries()) {
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (!whole || from < 0 || from >= DAY_MINUTES || to <= from || to - from > DAY_MINUTES) {
      throw new DomainError(
        'CALENDAR_SHIFT_RANGE',
        'A shift begins between 00:00 and 23:59 and ends after that, at most 24 hours later; correct its times.',
        { path: [...path, String(i)], params: { from, to } },
      );
    }
  }
  const inOrder = shifts.map((shift, i) => ({ ...shift, i })).sort((a, b) => a.from - b.from);
  for (const [at, shift] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (before && before.to > shift.from) throw overlapping([...path, String(shift.i)], before, shift);
  }
}

/** An overnight shift must be over before the next day's first one. */
function checkNights({ week }: Pick<CalendarData, 'week'>): void {
  for (const key of WEEKDAYS) {
    const next = key === '7' ? '1' : String(Number(key) + 1);
    const last = Math.max(0, ...(week[key] ?? []).map(({ to }) => to)) - DAY_MINUTES;
    const early = (week[next] ?? []).findIndex(({ from }) => from < last);
    if (early >= 0) throw overlapping(['week', next, String(early)], { from: 0, to: last }, week[next]![early]!);
  }
}

function overlapping(path: string[], a: Shift, b: Shift): DomainError {
  return new DomainError(
    'CALENDAR_SHIFTS_OVERLAP',
    'Two shifts overlap, so their time would count twice; let one end before the other begins.',
    { path, params: { first: { from: a.from, to: a.to }, second: { from: b.from, to: b.to } } },
  );
}

function checkYears(years: readonly number[]): void {
  const wrong = years.findIndex((year) => !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR);
  if (wrong < 0) return;
  throw new DomainError('CALENDAR_YEAR_RANGE', `A calendar's years go from ${FIRST_YEAR} to ${LAST_YEAR}.`, {
    path: ['years', String(wrong)],
    params: { year: String(years[wrong]), first: String(FIRST_YEAR), last: String(LAST_YEAR) },
  });
}

function checkDay(calendar: CalendarData, date: string, shifts: readonly Shift[]): void {
  const path = ['days', date];
  const day = dayNumber(date);
  const year = Number(date.slice(0, 4));
  if (!calendar.years.includes(year)) {
    throw new DomainError(
      'CALENDAR_DAY_YEAR',
      `${date} is entered, but ${year} is not among the calendar's known years; enter the whole year, then add it to "years".`,
      { path, params: { date, year: String(year) } },
    );
  }
  checkShifts(shifts, [...path, 'shifts']);
  if (calendar.shiftDay === 'EACH' && shifts.some(({ to }) => to > DAY_MINUTES)) {
    throw new DomainError(
      'CALENDAR_SHIFT_NEXT_DAY',
      'Each day has its own hours in this calendar: end the shift at 24:00 and enter the rest on the next day.',
      { path: [...path, 'shifts'], params: { date } },
    );
  }
  const like = calendar.days[date]?.like;
  const badLike = like !== undefined && !(WEEKDAYS as readonly string[]).includes(String(like));
  const special = calendar.days[date]!;
  if (special.kind === 'WORKING' && (badLike || hoursOf(calendar).of(day).shifts.length === 0)) {
    throw new DomainError(
      'CALENDAR_DAY_CLOSED',
      `${date} is entered as worked but has no hours; give it shifts, or a weekday (1–7) whose hours it keeps.`,
      { path, params: { date } },
    );
  }
}
