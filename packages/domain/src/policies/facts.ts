import type { COMPLEXITIES } from '../catalog/product.ts';
import { DomainError } from '../shared/errors.ts';

export type Complexity = (typeof COMPLEXITIES)[number];

/** The purchase a claim is about. */
export interface PurchaseFacts {
  /** A moment (ISO, with zone) or already a day `YYYY-MM-DD` of the business. */
  at: string;
  /** The day of delivery where one is known. */
  deliveredOn?: string | null;
  code: string;
  category?: string | null;
  complexity?: Complexity | null;
  /**
   * Worth of the whole purchase (its sale invoice), integer minor units of the business's currency; below 0 it counts as
   * 0. null: not known, because the invoice is in another currency.
   */
  value: number | null;
}

/** Counts of the twelve months up to the claim; values in minor units of the currency in which the claimed goods were sold. */
export interface ReturnHistory {
  /** Lines of goods bought and brought back. */
  bought: number;
  returned: number;
  boughtValue: number;
  returnedValue: number;
  /** Returns within the last 90 days. */
  recent: number;
  /** Returns for which no purchase is on record. */
  withoutPurchase: number;
}

export interface Facts {
  /** The business's time zone (IANA): a purchase belongs to the day on which its clocks showed it. */
  timeZone: string;
  customer: {
    region: string | null;
    segment: string | null;
    /** Whole months since the customer came, on the day of the purchase; null or left out: not known. */
    tenureMonths?: number | null;
    /** What the customer bought and brought back up to the day of the claim; see the abuse score of `returns`. */
    history?: ReturnHistory | null;
  };
  /** null: no purchase is on record. */
  purchase: PurchaseFacts | null;
  /** `kind` of term that judges it, and what that kind wants to know. */
  claim: { kind: string; details?: Readonly<Record<string, unknown>> };
}

const HOUR_MS = 3_600_000;
const MOST_HOURS = 50_000;

/** A zone's clock, and the day it showed in the hours since 1970 that were asked for; '' where one ended within it. */
interface Zone {
  clock: Intl.DateTimeFormat;
  hours: Map<number, string>;
}

const zones = new Map<string, Zone>();

/**
 * The calendar day of a moment on the clocks of `timeZone`; a day is passed through. Unknown zones are refused with
 * `UNKNOWN_TIME_ZONE`, moments that cannot be read with `BAD_DATE`.
 */
export function dayIn(timeZone: string, at: string): string {
  if (at.length === 10) return at;
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) {
    throw new DomainError('BAD_DATE', `"${at}" is not a moment; write it like 2011-12-09T12:50:00Z.`, {
      params: { value: at },
    });
  }
  const { clock, hours } = zoneOf(timeZone);
  const hour = Math.floor(moment / HOUR_MS);
  let day = hours.get(hour);
  if (day === undefined) {
    const first = shown(clock, hour * HOUR_MS);
    day = first === shown(clock, (hour + 1) * HOUR_MS - 1) ? first : '';
    if (hours.size >= MOST_HOURS) hours.clear();
    hours.set(hour, day);
  }
  return day === '' ? shown(clock, moment) : day;
}

function shown(clock: Intl.DateTimeFormat, moment: number): string {
  const parts = clock.formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const zone = { clock, hours: new Map<number, string>() };
    zones.set(timeZone, zone);
    return zone;
  } catch {
    throw new DomainError('UNKNOWN_TIME_ZONE', `"${timeZone}" is not a time zone; write it like Europe/London.`, {
      path: ['timeZone'],
      params: { value: timeZone },
    });
  }
}
