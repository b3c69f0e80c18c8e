import { DomainError } from '../shared/errors.ts';

/** Which number comes first in dates that do not start with the year. */
export const DATE_ORDERS = ['DMY', 'MDY'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const SHAPE =
  /^(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?(?:[ T]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(?:([AaPp])\.?[Mm]\.?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Reads dates and times as shops write them, in the shop's own time zone, and gives the moment in UTC.
 *
 * A time that the clocks skip in spring is moved forward by the gap; one that they show twice in autumn is the first of
 * the two. A date without a time is midnight. Text that carries its own offset ("Z", "+02:00") keeps it.
 */
export class MomentReader {
  readonly #order: DateOrder | null;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();
  #lastText = '';
  #lastValue: number | null = null;

  /**
   * @param order null: nobody has said it yet, and dates that need it are not read
   * @throws DomainError TIMEZONE_UNKNOWN
   */
  constructor(timeZone: string, order: DateOrder | null) {
    this.#order = order;
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new DomainError('TIMEZONE_UNKNOWN', `"${timeZone}" is not a time zone; write it like Europe/London.`, {
        path: ['timeZone'],
        params: { value: timeZone },
      });
    }
  }

  /** Milliseconds since 1970 in UTC, or null where the text is no date, or none between 1900 and 2199. */
  read(text: string): number | null {
    // the lines of one invoice follow each other and share their moment
    if (text === this.#lastText) return this.#lastValue;
    this.#lastText = text;
    return (this.#lastValue = this.#parse(text));
  }

  #parse(text: string): number | null {
    const match = SHAPE.exec(text);
    if (!match) return null;
    const [, a = '', b = '', c = '', hour = '0', minute = '0', second = '0', half, offset] = match;
    let year: number;
    let month: number;
    let day: number;
    if (a.length === 4) [year, month, day] = [Number(a), Number(b), Number(c)];
    else {
      if (this.#order === null || a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
      year = Number(c) + (c.length === 2 ? 2000 : 0);
      [day, month] = this.#order === 'DMY' ? [Number(a), Number(b)] : [Number(b), Number(a)];
    }
    let hours = Number(hour);
    if (half) {
      if (hours < 1 || hours > 12) return null;
      hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    }
    if (year < 1900 || year > 2199 || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
    const local = Date.UTC(year, month - 1, day, hours, Number(minute), Number(second));
    const check = new Date(local);
    if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;
    if (offset === 'Z') return local;
    if (offset) {
      const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
      return local - (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
    }
    return this.#toUtc(local);
  }

  #toUtc(local: number): number {
    const before = this.#offsetAt(local - DAY);
    const after = this.#offsetAt(local + DAY);
    if (before === after) return local - before;
    const fits = [before, after].filter((offset) => this.#offsetAt(local - offset) === offset);
    return fits.length === 0 ? local - before : local - Math.max(...fits);
  }

  /** Local time minus UTC, milliseconds. Changes of the clocks fall on quarter hours. */
  #offsetAt(utc: number): number {
    const slot = Math.floor(utc / (HOUR / 4));
    let offset = this.#offsets.get(slot);
    if (offset === undefined) {
      const at = slot * (HOUR / 4);
      const part: Record<string, number> = {};
      for (const { type, value } of this.#format.formatToParts(at)) part[type] = Number(value);
      offset =
        Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!, part['second']!) - at;
      this.#offsets.set(slot, offset);
    }
    return offset;
  }
}

/** Order of day and month as far as dates show it: one that exists in one order alone (31/12) is written in that. */
export class DateOrderGuess {
  #dayFirst = false;
  #monthFirst = false;
  #eitherWay = false;
  #same = false;

  add(text: string): void {
    const [, first = '', second = '', year = ''] = SHAPE.exec(text) ?? [];
    if (first === '' || first.length > 2) return;
    const dayFirst = exists(Number(year), Number(second), Number(first));
    const monthFirst = exists(Number(year), Number(first), Number(second));
    if (dayFirst && monthFirst) {
      if (Number(first) !== Number(second)) this.#eitherWay = true;
      else this.#same = true;
    } else {
      // one that exists in neither is a mistake, and says nothing of the others
      this.#dayFirst ||= dayFirst;
      this.#monthFirst ||= monthFirst;
    }
  }

  /** Whether some date can be read in one way alone. */
  get decided(): boolean {
    return this.#dayFirst || this.#monthFirst;
  }

  /** Whether dates are so written that one of a later day may depend on it. */
  get open(): boolean {
    return this.#eitherWay || this.#same;
  }

  /**
   * Day first also where no date depends on it. Null where dates do and none decides, or where some decide for the one
   * order and some for the other: then it is to be asked.
   */
  get order(): DateOrder | null {
    if (this.#dayFirst && this.#monthFirst) return null;
    if (this.decided) return this.#dayFirst ? 'DMY' : 'MDY';
    return this.#eitherWay ? null : 'DMY';
  }
}

/** Whether the calendar has the day. Of two-digit years those are meant that `MomentReader` takes them for. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What the first dates of a file decide. Null where only further ones can: also where they are all of the same 1/1. */
export function guessDateOrder(samples: readonly string[]): DateOrder | null {
  const guess = new DateOrderGuess();
  for (const sample of samples) guess.add(sample);
  return guess.decided || !guess.open ? guess.order : null;
}
