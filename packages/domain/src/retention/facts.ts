import { dayNumber } from '../shared/period.ts';

/**
 * One calendar day (in the business's time zone) on which a customer bought or returned something. Amounts are
 * integer minor units of the customer's currency and never negative; fees count as neither, and neither does what was sold
 * in another currency.
 */
export interface PurchaseDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly sold: number;
  readonly returned: number;
  /** Something was bought in another currency: the day is one of their rhythm, and no amount tells how much it was. */
  readonly elsewhere?: boolean;
}

/**
 * What is known of one customer when health is judged. Each key is a fact source that is fetched for everybody at
 * once (one statement per chunk of customers); a signal names the sources it needs.
 */
export interface Facts {
  /** In order of `day`, one entry a day. */
  readonly purchases: readonly PurchaseDay[];
  /** The customer's own: the amounts are in it. */
  readonly currency: string;
}

export type FactSource = Exclude<keyof Facts, 'currency'>;

/** The facts as they stood at the end of the day `asOf`: nothing later counts. */
export function asKnownOn(facts: Facts, asOf: number): Facts {
  return { ...facts, purchases: facts.purchases.filter((each) => each.day <= asOf) };
}

/** The days on which something was bought, in whatever currency (a day with nothing but a return is none). */
export function purchaseDays(facts: Facts): number[] {
  return facts.purchases.filter((each) => each.sold > 0 || each.elsewhere).map((each) => each.day);
}

/** Builds a purchase day from an ISO date; for tests, seeds and examples. */
export function onDay(date: string, sold: number, returned = 0): PurchaseDay {
  return { day: dayNumber(date), sold, returned };
}

export function sumOf(days: readonly PurchaseDay[], what: 'sold' | 'returned'): number {
  return days.reduce((sum, each) => sum + each[what], 0);
}
