import type { ReturnHistory } from '../policies/facts.ts';
import { addDays, addMonths } from '../shared/period.ts';
import { takenBack, type ClaimedPieces, type CreditedPieces } from './pieces.ts';
import { runningTotal } from './shares.ts';

/** A claim of a customer on one line of goods. */
export interface ClaimedOfLine extends ClaimedPieces {
  saleLineId: string;
  currency: string;
}

/** A line of a credit note, which may take back pieces of several lines of goods. */
export interface CreditLine {
  id: string;
  /** All of its pieces, and what they are worth, minor units; both 0 or more. */
  pieces: number;
  worth: number;
  currency: string;
}

/** What a line of a credit note takes back of one line of goods. */
export interface CreditedOfLine extends CreditedPieces {
  saleLineId: string;
  creditLine: CreditLine;
}

/**
 * What a customer brought back in the twelve months up to and including the day `until` (C10): what credit notes of those
 * say, and the returns that were claimed and allowed. A return whose credit note is on record counts by that; one of
 * which only some pieces are, with the worth of the others. Money back for faulty goods is no return, and neither is the
 * credit note that says the same. What a person has still to look at is no return yet.
 *
 * @param history what the record of sales says, all credit notes counted.
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
  const faulty = new Faulty();
  const creditsOf = Map.groupBy(
    credits.filter(({ on }) => on <= until),
    ({ saleLineId }) => saleLineId,
  );
  for (const [line, own] of Map.groupBy(claims, ({ saleLineId }) => saleLineId)) {
    for (const { claim, uncredited, credited } of takenBack(own, creditsOf.get(line) ?? []).claims) {
      if (claim.kind !== 'RETURN') {
        for (const { credit, pieces } of credited) faulty.add(credit, pieces);
        continue;
      }
      if (claim.status === 'OPEN' || claim.on <= since || claim.on > until) continue;
      if (claim.currency === currency) all.returnedValue += runningTotal(claim.refund ?? 0, claim.quantity, uncredited);
      if (uncredited < claim.quantity) continue;
      all.returned += 1;
      if (claim.on > soon) all.recent += 1;
    }
  }
  for (const { creditLine, on, pieces } of faulty.lines()) {
    if (on <= since) continue;
    if (creditLine.currency === currency)
      all.returnedValue -= runningTotal(creditLine.worth, creditLine.pieces, pieces);
    if (pieces < creditLine.pieces) continue;
    all.returned -= 1;
    if (on > soon) all.recent -= 1;
  }
  return all;
}

/** The pieces of each line of a credit note that came back because they were faulty. */
class Faulty {
  readonly #byId = new Map<string, { creditLine: CreditLine; on: string; pieces: number }>();

  add({ creditLine, on }: CreditedOfLine, pieces: number): void {
    const before = this.#byId.get(creditLine.id)?.pieces ?? 0;
    this.#byId.set(creditLine.id, { creditLine, on, pieces: before + pieces });
  }

  lines() {
    return this.#byId.values();
  }
}
