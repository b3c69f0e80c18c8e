import { canonical } from '@perennial/domain/policies/snapshot';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { tidyTerms } from '@perennial/domain/policies/tidy-terms';
import { withinRegions } from '@perennial/domain/policies/variant';

/** Of two people who wrote one draft. */
export type Side = 'mine' | 'theirs';

/** A term that two people changed differently; undefined = removed. */
export interface Clash {
  id: string;
  mine: Term | undefined;
  theirs: Term | undefined;
}

/** Whether two values say the same: a database keeps the fields of what it stores in an order of its own. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * Terms as the server keeps them: complete, without blanks around words and codes, and in a variant (`regions`) for its own regions where they name none. What
 * it tidied of what was sent is nobody's edit.
 */
export function asKept(terms: readonly Term[], regions: readonly string[]): Term[] {
  const within = withinRegions(terms, regions);
  try {
    return tidyTerms(readTerms(within));
  } catch {
    // still to be mended, so not sent either
    return within;
  }
}

/**
 * Puts the changes of two people to one draft together, by the terms' short names: what only one of them changed, added
 * or removed is taken over; what both changed differently is a clash, and stands in `terms` as in `mine` until somebody
 * chooses: one that is `undecided` from before is asked again whatever else was saved. Nothing of either side is lost.
 */
export function mergeTerms(
  base: readonly Term[],
  mine: readonly Term[],
  theirs: readonly Term[],
  undecided: readonly Clash[] = [],
): { terms: Term[]; clashes: Clash[] } {
  const at = (terms: readonly Term[], id: string) => terms.find((term) => term.id === id);
  const clashes: Clash[] = [];
  const terms: Term[] = [];
  for (const id of new Set([...mine, ...theirs].map((term) => term.id))) {
    const [was, my, their] = [at(base, id), at(mine, id), at(theirs, id)];
    const open = undecided.some((each) => each.id === id);
    const asked = !same(my, their) && (open || (!same(my, was) && !same(their, was)));
    if (asked) clashes.push({ id, mine: my, theirs: their });
    const kept = asked || !same(my, was) ? my : their;
    if (kept) terms.push(kept);
  }
  return { terms, clashes };
}

/** The merged terms with one clash settled. */
export function settle(terms: readonly Term[], { id }: Clash, chosen: Term | undefined): Term[] {
  if (!chosen) return terms.filter((term) => term.id !== id);
  return terms.some((term) => term.id === id)
    ? terms.map((term) => (term.id === id ? chosen : term))
    : [...terms, chosen];
}
