import { addDays, daysBetween } from '../shared/period.ts';
import { judgingAmong } from './compare.ts';
import { delivery } from './kinds/delivery.ts';
import { factsFrom, type FrozenFacts } from './snapshot.ts';
import { kindOf, type Term } from './terms.ts';

/** One purchase under a version: what was true at the sale, its days, and the codes of the goods on it. */
export interface OwedFor {
  facts: FrozenFacts;
  codes: readonly string[];
  boughtOn: string;
  /** Null: not on record. */
  deliveredOn: string | null;
}

/** What of a version is still owed, and to which of the purchases. */
export interface StillOwed<P extends OwedFor> {
  /** In their order. */
  terms: Term[];
  /** How many of the purchases each of them is still owed to. */
  counts: ReadonlyMap<Term, number>;
  purchases: P[];
}

/**
 * The terms of a version that can still give something on the day `asOf` for at least one of these purchases: those that
 * speak of a piece on it, are not set aside there by a more specific one of their kind, take nothing from the customer
 * (charges, what is not served) and have not ended. What should have been done by a day and was not is an open task, and
 * is told as one.
 */
export function termsOwed<P extends OwedFor>(
  terms: readonly Term[],
  purchases: readonly P[],
  asOf: string,
): StillOwed<P> {
  const counts = new Map<Term, number>();
  const asksForGoods = terms.some(
    ({ appliesTo: to }) => to.productCodes.length + to.categories.length + to.complexity.length > 0,
  );
  const holders = purchases.filter((purchase) => {
    // where neither terms nor their worth tell goods apart, one piece stands for all of them
    const codes = asksForGoods || purchase.facts.worths ? purchase.codes : purchase.codes.slice(0, 1);
    const now = new Set(
      codes.flatMap((code) => deciding(terms, purchase, code)).filter((term) => lasts(term, purchase, asOf)),
    );
    for (const term of now) counts.set(term, (counts.get(term) ?? 0) + 1);
    return now.size > 0;
  });
  return { terms: terms.filter((term) => counts.has(term)), counts, purchases: holders };
}

function deciding(terms: readonly Term[], { facts: frozen }: OwedFor, code: string): Term[] {
  // neither the zone nor the day nor the kind of claim says which term speaks of a piece
  return judgingAmong(factsFrom(frozen, 'UTC', { at: '2000-01-01', code }, { kind: 'returns' }), terms);
}

function lasts({ kind: name, params }: Term, { boughtOn, deliveredOn }: OwedFor, asOf: string): boolean {
  const kind = kindOf(name);
  if (kind.burden) return false;
  // the goods have come: nobody is owed their delivery any more
  if (name === delivery.kind && deliveredOn !== null) return false;
  if (!kind.ends) return true;
  // without a day of delivery its time has not been shown to have begun
  const from = params['countedFrom'] === 'DELIVERY' ? deliveredOn : boughtOn;
  if (from === null) return true;
  const reach = kind.reach(params, from);
  return asOf <= (kind.needsCalendar(params) ? addDays(reach, daysBetween(from, reach) + HOLIDAYS) : reach);
}

/** Working days reach further than as many days of the calendar: twice as far, and over the holidays, at the most. */
const HOLIDAYS = 14;
