import type { Facts } from '@perennial/domain/retention/facts';
import { healthChange, healthOf, type Reason } from '@perennial/domain/retention/health';
import { valueAtRisk } from '@perennial/domain/retention/queue';
import { stageOf } from '@perennial/domain/retention/stage';
import { mondayOf } from '@perennial/domain/retention/working-days';
import { dayNumber, isoDate } from '@perennial/domain/shared/period';
import type { CustomerHealth } from '../customers/index.ts';
import type { PurchaseHistory } from '../sales/index.ts';

/** One customer judged: what is written to the customer, to the history and held against the warning queue. */
export interface Judgement extends CustomerHealth {
  previous: number;
  reasons: readonly Reason[];
  valueAtRisk: number;
  /** The customer's, in which the amounts are. */
  currency: string;
  asOf: string;
  week: string;
}

/**
 * Judges a chunk of customers from facts that were fetched for all of them at once. The same pure rules also run in
 * the browser and in the tests, so there is one truth about health and SQL only gathers the facts.
 * @param currency for customers without a history, of whom no amount is told
 */
export function judge(
  customerIds: readonly string[],
  histories: readonly PurchaseHistory[],
  asOf: string,
  currency: string,
): Judgement[] {
  const today = dayNumber(asOf);
  const week = isoDate(mondayOf(today));
  const known = new Map(histories.map((each) => [each.customerId, each]));
  return customerIds.map((customerId) => {
    const facts = factsOf(known.get(customerId), currency);
    const { score, reasons } = healthOf(facts, today);
    const previous = healthOf(facts, today - 7).score;
    return {
      customerId,
      health: score,
      healthChange: healthChange(score, previous),
      stage: stageOf(facts, today, score),
      previous,
      reasons,
      valueAtRisk: valueAtRisk(facts, today, score),
      currency: facts.currency,
      asOf,
      week,
    };
  });
}

function factsOf(history: PurchaseHistory | undefined, currency: string): Facts {
  const days = history?.days ?? [];
  return {
    currency: history?.currency ?? currency,
    purchases: days.map(([day, sold, returned, elsewhere]) => ({ day, sold, returned, elsewhere })),
  };
}
