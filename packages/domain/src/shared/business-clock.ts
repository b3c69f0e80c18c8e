import { dayNumber, isoDate } from './period.ts';
import { zoneOf } from './zone.ts';

/** The business's day and the real clock: its day is that of the clock unless somebody set another. */
export interface BusinessClock {
  /** ISO date. */
  asOf: string;
  now: Date;
  /** IANA. */
  timezone: string;
}

const MINUTE_MS = 60_000;

/**
 * The moment it is for the business: the clock's; on an as-of day that was set, the time of day that the clock shows in
 * the business's zone, on that day.
 */
export function businessNow({ asOf, now, timezone }: BusinessClock): Date {
  const zone = zoneOf(timezone);
  const wall = zone.wall(now.getTime());
  if (isoDate(wall.day) === asOf) return now;
  const whole = Math.floor(wall.minute);
  return new Date(zone.instant(dayNumber(asOf), whole) + Math.round((wall.minute - whole) * MINUTE_MS));
}

/** The last moment that has come for the business: now, or all of an as-of day that was set. */
export function latestMoment({ asOf, now, timezone }: BusinessClock): Date {
  const zone = zoneOf(timezone);
  if (isoDate(zone.wall(now.getTime()).day) === asOf) return now;
  return new Date(zone.instant(dayNumber(asOf) + 1, 0) - 1);
}

/** The first moment of a day in the business's zone. */
export const beginningOf = (day: string, timezone: string): Date =>
  new Date(zoneOf(timezone).instant(dayNumber(day), 0));

/** What the clocks of a zone show at a moment: the day, ISO, and the time as `HH:MM`. */
export function wallOf(at: Date, timezone: string): { on: string; at: string } {
  const { day, minute } = zoneOf(timezone).wall(at.getTime());
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return { on: isoDate(day), at: `${two(minute / 60)}:${two(minute % 60)}` };
}

/** The day, ISO, that a moment falls on in the business's zone. */
export const dayOfMoment = (at: Date, timezone: string): string => wallOf(at, timezone).on;

/** The moment at which the clocks of a zone show a day and time, `YYYY-MM-DDTHH:MM`; one they skip is as much later. */
export function momentOf(wall: string, timezone: string): Date {
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  return new Date(zoneOf(timezone).instant(dayNumber(wall.slice(0, 10)), minute));
}

/** What the clocks show, `YYYY-MM-DDTHH:MM`, at the moment for which a day and time stand that they skip; undefined: they show it. */
export function shownInstead(wall: string, timezone: string): string | undefined {
  const { on, at } = wallOf(momentOf(wall, timezone), timezone);
  const shown = `${on}T${at}`;
  return shown === wall.slice(0, shown.length) ? undefined : shown;
}
