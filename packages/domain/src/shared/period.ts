import { DomainError } from './errors.ts';

/** A half-open span of calendar days: `from` is inside, `to` is the first day outside; `to: null` never ends. */
export interface Period {
  from: string;
  to: string | null;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Day number of an ISO date (days since 1970-01-01); refuses dates that do not exist with `BAD_DATE`. */
export function dayNumber(date: string): number {
  const ms = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || isoDate(ms / DAY_MS) !== date) {
    throw new DomainError('BAD_DATE', `"${date}" is not a calendar day; write it as YYYY-MM-DD.`, {
      params: { value: date },
    });
  }
  return ms / DAY_MS;
}

/** ISO date of a day number. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** Calendar-month arithmetic; 31 January + 1 month is the last day of February. */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number);
  const index = y * 12 + (m - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(d, lastDay))).toISOString().slice(0, 10);
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
