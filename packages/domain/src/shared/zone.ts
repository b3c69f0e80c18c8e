import { Temporal } from 'temporal-polyfill';
import { DomainError } from './errors.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Farther from a change of the clocks than this, wall time and time differ by one offset, Apia's whole day included. */
const NEAR_MS = 4 * DAY_MS;
const MOST_REMEMBERED = 20_000;

/** A wall time of a zone: the day's number (days since 1970-01-01) and minutes since its midnight (with fractions). */
export interface Wall {
  day: number;
  minute: number;
}

/** The clocks of one time zone, with what was once asked of Temporal remembered: it is exact, but slow. */
export interface Zone {
  /**
   * Instant, in ms, of a wall time; minutes from 1440 on are those of the next day. A time that the clocks skip is as much
   * later as was skipped, one that they show twice is the first of the two (`compatible`, as RFC 5545 has it).
   */
  instant(day: number, minute: number): number;
  wall(instant: number): Wall;
  /** False for a day that a zone left out when it moved across the date line (Apia, 2011-12-30). */
  hasDay(day: number): boolean;
}

const zones = new Map<string, Zone>();

/** @throws DomainError TIMEZONE_UNKNOWN */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    checkZone(name);
    zones.set(name, (zone = makeZone(name)));
  }
  return zone;
}

function checkZone(name: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    // an offset such as +08:00 is understood, but says nothing of the clock's changes
    if (/^[a-z]/i.test(name)) return;
  } catch {
    // told below
  }
  throw new DomainError('TIMEZONE_UNKNOWN', 'There is no such time zone: use an IANA name such as Europe/London.', {
    path: ['timeZone'],
    params: { timezone: name },
  });
}

/** Offsets of a UTC year: `offsets[i]` holds from `starts[i]` on. */
interface Offsets {
  starts: number[];
  offsets: number[];
}

function makeZone(name: string): Zone {
  const years = new Map<number, Offsets>();
  const days = new Map<number, number | null>();
  const remembered = new Map<number, number>();

  const offsetsOf = (year: number): Offsets => {
    const known = years.get(year);
    if (known) return known;
    const start = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(name);
    const found: Offsets = { starts: [], offsets: [] };
    while (at && at.epochMilliseconds < end) {
      found.starts.push(at.epochMilliseconds);
      found.offsets.push(at.offsetNanoseconds / 1e6);
      at = at.getTimeZoneTransition('next');
    }
    years.set(year, found);
    return found;
  };

  const offsetAt = (instant: number): number => {
    const { starts, offsets } = offsetsOf(new Date(instant).getUTCFullYear());
    let i = starts.length - 1;
    while (i > 0 && starts[i]! > instant) i--;
    return offsets[i]!;
  };

  /** No change of the clocks from `from` to `to`, less than a year apart. */
  const steady = (from: number, to: number): boolean => {
    const first = offsetsOf(new Date(from).getUTCFullYear());
    const last = offsetsOf(new Date(to).getUTCFullYear());
    const changes = first === last ? first.starts.slice(1) : [...first.starts.slice(1), ...last.starts.slice(1)];
    return !changes.some((at) => at >= from && at <= to) && offsetAt(from) === offsetAt(to);
  };

  const exact = (utc: number): number => {
    const known = remembered.get(utc);
    if (known !== undefined) return known;
    const wall = Temporal.Instant.fromEpochMilliseconds(utc).toZonedDateTimeISO('UTC').toPlainDateTime();
    const found = wall.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(utc, found);
    return found;
  };

  const wall = (instant: number): Wall => {
    const local = instant + offsetAt(instant);
    const day = Math.floor(local / DAY_MS);
    return { day, minute: (local - day * DAY_MS) / MINUTE_MS };
  };

  /** The one offset of a day and its neighbours, or null near a change of the clocks. */
  const offsetOfDay = (day: number): number | null => {
    let offset = days.get(day);
    if (offset === undefined) {
      const utc = day * DAY_MS;
      offset = steady(utc - NEAR_MS, utc + NEAR_MS) ? offsetAt(utc) : null;
      if (days.size >= MOST_REMEMBERED) days.clear();
      days.set(day, offset);
    }
    return offset;
  };
  const instant = (day: number, minute: number): number => {
    const utc = day * DAY_MS + minute * MINUTE_MS;
    const offset = offsetOfDay(day);
    return offset === null ? exact(utc) : utc - offset;
  };

  return {
    instant,
    wall,
    // where midnight is skipped, the day's first moment is still on the day: noon says it for sure
    hasDay: (day) => offsetOfDay(day) !== null || wall(instant(day, 720)).day === day,
  };
}
