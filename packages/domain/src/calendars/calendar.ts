import { z } from 'zod';

/** One working span of a day: minutes since the day's midnight; `to` beyond 1440 goes on after midnight (overnight). */
export interface Shift {
  from: number;
  to: number;
}

/** HOLIDAY: closed, unless it names hours; WORKING: worked although its weekday is not (調休). */
export const DAY_KINDS = ['HOLIDAY', 'WORKING'] as const;

/** START: an overnight shift belongs wholly to the day on which it starts; EACH: each day's own part of it. */
export const SHIFT_DAYS = ['START', 'EACH'] as const;

/** A day that differs from its week: a public holiday, or a day worked in exchange for one (調休). */
export interface SpecialDay {
  /** HOLIDAY: closed unless `shifts` names hours; WORKING: open with `shifts`, or with the hours of `like`. */
  kind: (typeof DAY_KINDS)[number];
  name: string;
  shifts?: readonly Shift[] | undefined;
  /** Weekday (1 = Monday … 7) whose hours a WORKING day keeps where it names no shifts; default Monday. */
  like?: number | undefined;
}

/**
 * Working hours as a promise refers to them; plain JSON, so that a snapshot can freeze it. Times are those on the clocks
 * of `timeZone`.
 */
export interface CalendarData {
  name: string;
  /** IANA, e.g. `Asia/Shanghai`. */
  timeZone: string;
  /** Shifts by weekday, '1' = Monday … '7' = Sunday; a day left out is closed. */
  week: Readonly<Record<string, readonly Shift[]>>;
  /** START: an overnight shift belongs wholly to the day on which it starts; EACH: each day's own part of it. */
  shiftDay: (typeof SHIFT_DAYS)[number];
  /** By ISO date. */
  days: Readonly<Record<string, SpecialDay>>;
  /** Years whose holidays are entered. Time in any other year is unknown (`CALENDAR_YEAR_UNKNOWN`), never "no holiday". */
  years: readonly number[];
}

export const DAY_MINUTES = 1440;
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Their form; what makes sense of them is held by `checkCalendar`. */
export const shift = z.object({ from: z.int(), to: z.int() });
export const shifts = z.array(shift).max(24);
export const week = z.partialRecord(z.enum(WEEKDAYS), shifts);

/** Weekday of a day number: 1 = Monday … 7 = Sunday (1970-01-01 was a Thursday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Year of a day number. */
export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
