import { DomainError } from './errors.ts';

/** A half-open span of calendar days: `from` is inside, `to` is the first day outside; `to: null` never ends. */
export interface Period {
  from: string;
  to: string | null;
}

const DAY_MS = 86_400_000;

/** Day number of an ISO date (days since 1970-01-01); refuses dates that do not exist with `BAD_DATE`. */
export function dayNumber(date: string): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, 10);
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!exists || date.length !== 10 || date[4] !== '-' || date[7] !== '-') {
    throw new DomainError('BAD_DATE', `"${date}" is not a calendar day; write it as YYYY-MM-DD.`, {
      params: { value: date },
    });
  }
  return dayOf(year, month, day);
}

/** NaN unless all of them are digits. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/*
 * The Gregorian calendar by arithmetic rather than by `Date`, which is 20 times slower, and every decision counts days.
 * Years begin in March here, so that a leap day is the last of its year; 719468 days lie between 0000-03-01 and 1970.
 */
const EPOCH = 719_468;

function dayOf(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - EPOCH;
}

/** ISO date of a day number. */
export function isoDate(day: number): string {
  const days = Math.floor(day) + EPOCH;
  if (!(days >= 306 && days <= 3_652_364)) return new Date(day * DAY_MS).toISOString().slice(0, 10);
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return written(yearOfEra + era * 400 + (month > 2 ? 0 : 1), month, dayOfYear - Math.floor((153 * march + 2) / 5) + 1);
}

function written(year: number, month: number, day: number): string {
  const yyyy = year >= 1000 ? String(year) : String(year).padStart(4, '0');
  return `${yyyy}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** Calendar-month arithmetic; 31 January + 1 month is the last day of February. */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const index = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(digits(date, 8, 10), daysIn(year, month));
  return year >= 0 && year <= 9999 ? written(year, month, day) : isoDate(dayOf(year, month, day));
}

/** Whole months from `from` to `to`, counted as {@link addMonths} counts; 0 when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (dayNumber(to) <= dayNumber(from)) return 0;
  const [y = 0, m = 0] = from.split('-').map(Number);
  const [ty = 0, tm = 0] = to.split('-').map(Number);
  const months = (ty - y) * 12 + tm - m;
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function covers(period: Period, date: string): boolean {
  return period.from <= date && (period.to === null || date < period.to);
}

export function overlaps(a: Period, b: Period): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/** Of two, the one of the earlier day first. */
export const byDay = (a: { on: string }, b: { on: string }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
