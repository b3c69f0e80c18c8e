import type { ReturnHistory } from '../policies/facts.ts';
import { addDays, addMonths } from '../shared/period.ts';
import { takenBack, type ClaimedPieces, type CreditedPieces } from './pieces.ts';
import { runningTotal } from './shares.ts';

/** A claim of a customer on one line of goods. */
export interface ClaimedOfLine extends ClaimedPieces {
  saleLineId: string;
  currency: string;
}

/** A credit note for one line of goods. */
export interface CreditedOfLine extends CreditedPieces {
  saleLineId: string;
}

/**
 * What a customer brought back in the twelve months up to and including the day `until` (C10): what credit notes of those
 * say, and the returns that were claimed and allowed. A return whose credit note is on record counts by that; one of
 * which only some pieces are, with the worth of the others. What a person has still to look at is no return yet.
 */
export function broughtBack(
  history: ReturnHistory,
  claims: readonly ClaimedOfLine[],
  credits: readonly CreditedOfLine[],
  { until, currency }: { until: string; currency: string },
): ReturnHistory {
  const since = addMonths(until, -12);
  const soon = addDays(until, -90);
  const all = { ...history };
  const creditsOf = Map.groupBy(
    credits.filter(({ on }) => on <= until),
    ({ saleLineId }) => saleLineId,
  );
  for (const [line, own] of Map.groupBy(claims, ({ saleLineId }) => saleLineId)) {
    for (const { claim, uncredited } of takenBack(own, creditsOf.get(line) ?? []).claims) {
      if (claim.kind !== 'RETURN' || claim.status === 'OPEN' || claim.on <= since || claim.on > until) continue;
      if (claim.currency === currency) all.returnedValue += runningTotal(claim.refund ?? 0, claim.quantity, uncredited);
      if (uncredited < claim.quantity) continue;
      all.returned += 1;
      if (claim.on > soon) all.recent += 1;
    }
  }
  return all;
}
