import { deliveryOf, type Delivered } from '../sales/delivered.ts';
import { addDays, daysBetween } from '../shared/period.ts';
import { judgingAmong } from './compare.ts';
import { delivery } from './kinds/delivery.ts';
import { factsFrom, type FrozenFacts } from './snapshot.ts';
import { kindOf, type Term } from './terms.ts';

/** One purchase: what it carries, what was true at the sale, its days, and the codes of the goods on it. */
export interface OwedFor extends Delivered {
  /** Its versions, of whichever policies. */
  carries: readonly { readonly terms: readonly Term[] }[];
  facts: FrozenFacts;
  codes: readonly string[];
  boughtOn: string;
}

/** A term that is still owed. */
export interface OwedTerm {
  term: Term;
  /** To how many of the purchases. */
  purchases: number;
  /** Terms of its kind that decide something on those purchases, it among them, by whichever version; over or not. */
  among: readonly Term[];
}

/** What of a version is still owed, and to which of the purchases. */
export interface StillOwed<P extends OwedFor> {
  /** In their order. */
  terms: OwedTerm[];
  purchases: P[];
}

/**
 * The terms that can still give something on the day `asOf` for at least one of these purchases, by the version they stand
 * in: those that speak of a piece on it, are not set aside there by a more specific one of their kind in anything that the
 * purchase carries, take nothing from the customer (charges, what is not served) and have not ended. What should have been
 * done by a day and was not is an open task, and is told as one.
 *
 * @returns versions by which nothing is owed are left out; the others come in the order in which purchases carry them.
 */
export function termsOwed<P extends OwedFor>(
  purchases: readonly P[],
  asOf: string,
): Map<P['carries'][number], StillOwed<P>> {
  const held = new Map<P['carries'][number], Judged<P>[]>();
  for (const purchase of purchases) {
    const judged = judge(purchase, asOf);
    for (const version of purchase.carries) {
      const all = held.get(version) ?? [];
      all.push(judged);
      held.set(version, all);
    }
  }
  return new Map(
    [...held].flatMap(([version, all]) => {
      const terms = version.terms.flatMap((term) => owedTerm(term, all));
      const owing = all.filter(({ owed }) => version.terms.some((term) => owed.has(term)));
      return owing.length === 0
        ? []
        : [[version, { terms, purchases: owing.map(({ purchase }) => purchase) }] as const];
    }),
  );
}

/** A purchase, the terms that decide something on it, and those of them that still last. */
interface Judged<P extends OwedFor> {
  purchase: P;
  deciding: readonly Term[];
  owed: ReadonlySet<Term>;
}

function owedTerm<P extends OwedFor>(term: Term, all: readonly Judged<P>[]): OwedTerm[] {
  const holders = all.filter(({ owed }) => owed.has(term));
  if (holders.length === 0) return [];
  const beside = holders.flatMap(({ deciding }) => deciding.filter(({ kind }) => kind === term.kind));
  return [{ term, purchases: holders.length, among: [...new Set(beside)] }];
}

function judge<P extends OwedFor>(purchase: P, asOf: string): Judged<P> {
  const terms = purchase.carries.flatMap((version) => version.terms);
  const asksForGoods = terms.some(
    ({ appliesTo: to }) => to.productCodes.length + to.categories.length + to.complexity.length > 0,
  );
  // where neither terms nor their worth nor their delivery tell goods apart, one piece stands for all of them
  const deliveries = new Set(purchase.codes.map((code) => deliveryOf(purchase, code)));
  const apart = asksForGoods || purchase.facts.worths !== undefined || deliveries.size > 1;
  const codes = apart ? purchase.codes : purchase.codes.slice(0, 1);
  const [decided, owed] = [new Set<Term>(), new Set<Term>()];
  for (const code of codes) {
    const days = { boughtOn: purchase.boughtOn, deliveredOn: deliveryOf(purchase, code) };
    for (const term of decidingOn(code, terms, purchase)) {
      decided.add(term);
      if (!owed.has(term) && lasts(term, days, asOf)) owed.add(term);
    }
  }
  return { purchase, deciding: terms.filter((term) => decided.has(term)), owed };
}

function decidingOn(code: string, terms: readonly Term[], { facts: frozen }: OwedFor): Term[] {
  // neither the zone nor the day nor the kind of claim says which term speaks of a piece
  return judgingAmong(factsFrom(frozen, 'UTC', { at: '2000-01-01', code }, { kind: 'returns' }), terms);
}

function lasts(
  { kind: name, params }: Term,
  { boughtOn, deliveredOn }: { boughtOn: string; deliveredOn: string | null },
  asOf: string,
): boolean {
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
