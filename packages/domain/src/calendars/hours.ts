import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';
import {
  DAY_MINUTES,
  weekdayOf,
  WEEKDAYS,
  yearOf,
  type CalendarData,
  type Shift,
  type SpecialDay,
} from './calendar.ts';
import { zoneOf, type Zone } from '../shared/zone.ts';

/** What a calendar says of one day, whether from its week or of the day itself. */
export interface DayHours {
  shifts: readonly Shift[];
  special: SpecialDay | null;
}

/** A calendar made ready for arithmetic. */
export interface Hours {
  zone: Zone;
  /** Minutes after midnight until which a shift of the day before can go on; 0 where no shift does. */
  spill: number;
  /** @throws DomainError CALENDAR_YEAR_UNKNOWN */
  of(day: number): DayHours;
}

const made = new WeakMap<CalendarData, Hours>();

/** @throws DomainError CALENDAR_EMPTY, TIMEZONE_UNKNOWN */
export function hoursOf(calendar: CalendarData): Hours {
  let hours = made.get(calendar);
  if (!hours) made.set(calendar, (hours = makeHours(calendar)));
  return hours;
}

function makeHours(calendar: CalendarData): Hours {
  const zone = zoneOf(calendar.timeZone);
  const week = new Map(WEEKDAYS.map((key) => [Number(key), weekdayShifts(calendar, Number(key))]));
  const special = new Map(
    Object.entries(calendar.days).map(([date, day]) => [
      dayNumber(date),
      { shifts: specialShifts(day, week), special: day },
    ]),
  );
  const all = [...week.values(), ...[...special.values()].map((day) => day.shifts)];
  if (all.every((each) => each.length === 0)) throw noHours(calendar.name);
  const years = new Set(calendar.years);
  const ordinary = new Map([...week].map(([key, shifts]) => [key, { shifts, special: null }]));
  return {
    zone,
    spill: Math.max(0, ...all.flat().map(({ to }) => to - DAY_MINUTES)),
    of: (day) => {
      const year = yearOf(day);
      if (!years.has(year)) throw yearUnknown(calendar.name, year);
      return special.get(day) ?? ordinary.get(weekdayOf(day))!;
    },
  };
}

/**
 * A weekday's own hours. Where each day has its own part of an overnight shift (EACH), that is the part until midnight,
 * and after midnight the part of the shift that began on the weekday before.
 */
export function weekdayShifts(calendar: CalendarData, weekday: number): readonly Shift[] {
  const own = calendar.week[weekday] ?? [];
  if (calendar.shiftDay === 'START') return inOrder(own);
  const before = calendar.week[weekday === 1 ? 7 : weekday - 1] ?? [];
  return inOrder([
    ...before.filter(({ to }) => to > DAY_MINUTES).map(({ to }) => ({ from: 0, to: to - DAY_MINUTES })),
    ...own.map(({ from, to }) => ({ from, to: Math.min(to, DAY_MINUTES) })),
  ]);
}

const inOrder = (shifts: readonly Shift[]): readonly Shift[] => [...shifts].sort((a, b) => a.from - b.from);

function specialShifts(day: SpecialDay, week: ReadonlyMap<number, readonly Shift[]>): readonly Shift[] {
  if (day.shifts) return inOrder(day.shifts);
  return day.kind === 'HOLIDAY' ? [] : (week.get(day.like ?? 1) ?? []);
}

export function noHours(name: string): DomainError {
  return new DomainError('CALENDAR_EMPTY', `The calendar "${name}" has no working hours; give its week at least one.`, {
    path: ['week'],
    params: { calendar: name },
  });
}

export function yearUnknown(name: string, year: number): DomainError {
  return new DomainError(
    'CALENDAR_YEAR_UNKNOWN',
    `The holidays of ${year} are not known to the calendar "${name}"; enter the days of ${year} in it, or state that there are none.`,
    { path: ['years'], params: { calendar: name, year: String(year) } },
  );
}
