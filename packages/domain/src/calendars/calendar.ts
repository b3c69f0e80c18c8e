/** One working span of a day: minutes since the day's midnight; `to` beyond 1440 goes on after midnight (overnight). */
export interface Shift {
  from: number;
  to: number;
}

/** A day that differs from its week: a public holiday, or a day worked in exchange for one (調休). */
export interface SpecialDay {
  /** HOLIDAY: closed unless `shifts` names hours; WORKING: open with `shifts`, or with the hours of `like`. */
  kind: 'HOLIDAY' | 'WORKING';
  name: string;
  shifts?: readonly Shift[];
  /** Weekday (1 = Monday … 7) whose hours a WORKING day keeps where it names no shifts; default Monday. */
  like?: number;
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
  shiftDay: 'START' | 'EACH';
  /** By ISO date. */
  days: Readonly<Record<string, SpecialDay>>;
  /** Years whose holidays are entered. Time in any other year is unknown (`CALENDAR_YEAR_UNKNOWN`), never "no holiday". */
  years: readonly number[];
}
