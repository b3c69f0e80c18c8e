import { sumOf, type Facts } from './facts.ts';

/** Length of the window that is held against the customer's own past. */
export const RECENT_DAYS = 90;

export interface Halves {
  /** Before the recent window: days observed, at least {@link RECENT_DAYS}, and what was sold and returned. */
  earlier: { days: number; sold: number; returned: number };
  /** The last {@link RECENT_DAYS} days up to and including `asOf`. */
  recent: { sold: number; returned: number };
  /** Something was bought in another currency within the recent window; it is in no amount. */
  elsewhere: boolean;
}

/**
 * Splits a customer's history into the recent window and everything before. Null while the past is too thin to be a
 * yardstick: fewer than two earlier purchase days, or an earlier span shorter than the window itself. Amounts are held
 * against amounts, so only what was bought in the customer's own currency makes a yardstick.
 */
export function splitHistory(facts: Facts, asOf: number): Halves | null {
  const border = asOf - RECENT_DAYS;
  const first = facts.purchases.find((each) => each.sold > 0)?.day;
  if (first === undefined) return null;
  const earlierDays = facts.purchases.filter((each) => each.day <= border);
  const days = border - first + 1;
  if (days < RECENT_DAYS || earlierDays.filter((each) => each.sold > 0).length < 2) return null;
  const recentDays = facts.purchases.filter((each) => each.day > border);
  return {
    earlier: { days, sold: sumOf(earlierDays, 'sold'), returned: sumOf(earlierDays, 'returned') },
    recent: { sold: sumOf(recentDays, 'sold'), returned: sumOf(recentDays, 'returned') },
    elsewhere: recentDays.some((each) => each.elsewhere),
  };
}
