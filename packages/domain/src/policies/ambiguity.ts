import { DomainError } from '../shared/errors.ts';
import { moreSpecific } from './applicability.ts';
import { casesOf, describe, meet, without, type Cases } from './cases.ts';
import type { Term } from './terms.ts';

type Speaking = Pick<Term, 'kind' | 'appliesTo'>;

/** A term with the name of the policy and version it stands in. */
export interface PlacedTerm extends Speaking, Pick<Term, 'id'> {
  policy: string;
  number: number;
}

export interface Ambiguity {
  first: PlacedTerm;
  second: PlacedTerm;
  /** Cases that both speak of and no other term settles. */
  cases: Cases;
}

/**
 * Looks for a purchase of which two terms of one kind speak without one being the most specific (C12). Two terms may
 * overlap without order, as long as more specific ones settle every case they share: "KEY customers" and "France"
 * are fine once "KEY customers in France" is there.
 *
 * @returns the first such pair, in the order of the terms' names, or null.
 */
export const findAmbiguity = (terms: readonly PlacedTerm[]): Ambiguity | null => findAmbiguities(terms, 1)[0] ?? null;

/** Every such pair, each once, in the same order; no more than `most` of them. */
export function findAmbiguities(terms: readonly PlacedTerm[], most: number): Ambiguity[] {
  const found: Ambiguity[] = [];
  const name = (t: PlacedTerm) => `${t.policy}\u0000${t.number}\u0000${t.id}`;
  const sorted = [...terms].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  for (const [i, first] of sorted.entries()) {
    for (const second of sorted.slice(i + 1)) {
      const [open] = openBetween(first, second, sorted);
      if (open) found.push({ first, second, cases: open });
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** The purchases of which two terms speak, neither is more specific, and no other of the terms settles it. */
export function openBetween(first: Speaking, second: Speaking, terms: readonly Speaking[]): readonly Cases[] {
  if (first.kind !== second.kind) return [];
  if (moreSpecific(first.appliesTo, second.appliesTo) || moreSpecific(second.appliesTo, first.appliesTo)) return [];
  const shared = meet(casesOf(first.appliesTo), casesOf(second.appliesTo));
  if (shared === null) return [];
  const settling = terms.filter(
    (t) =>
      t.kind === first.kind &&
      moreSpecific(t.appliesTo, first.appliesTo) &&
      moreSpecific(t.appliesTo, second.appliesTo),
  );
  return without(
    [shared],
    settling.map((t) => casesOf(t.appliesTo)),
  );
}

/** Refuses terms that would leave a decision open, with `AMBIGUOUS_TERMS`, naming both and a way out. */
export function checkUnambiguous(terms: readonly PlacedTerm[]): void {
  const found = findAmbiguity(terms);
  if (!found) return;
  const { first, second } = found;
  throw ambiguous(first, second, found.cases);
}

/** `shared`: the cases they leave open, for whoever says it in another language; null: of the one purchase at hand. */
export function ambiguous(first: PlacedTerm, second: PlacedTerm, shared: Cases | null): DomainError {
  const where = shared ? describe(shared) : 'this purchase';
  const words = (t: PlacedTerm) => `"${t.id}" (${t.policy}, version ${t.number})`;
  return new DomainError(
    'AMBIGUOUS_TERMS',
    `The terms ${words(first)} and ${words(second)} both speak of ${where}, and neither is more specific. ` +
      'Narrow one of them, or add a term for exactly the cases they share.',
    {
      path: ['terms'],
      params: {
        kind: first.kind,
        first: first.id,
        firstPolicy: first.policy,
        second: second.id,
        secondPolicy: second.policy,
        cases: where,
        shared,
      },
    },
  );
}
