import { applies, moreSpecific } from './applicability.ts';
import { factsFrom, type FrozenFacts } from './snapshot.ts';
import type { Term } from './terms.ts';

/** One purchase under a version: what was true at the sale, and the codes of the goods on it. */
export interface OwedFor {
  facts: FrozenFacts;
  codes: readonly string[];
}

/**
 * The terms of a version that can decide something for at least one of these purchases, in their order: those that
 * speak of a piece on it and are not set aside there by a more specific one of their kind.
 */
export function termsOwed(terms: readonly Term[], purchases: readonly OwedFor[]): Term[] {
  const owed = new Set<Term>();
  const asksForGoods = terms.some(
    ({ appliesTo: to }) => to.productCodes.length + to.categories.length + to.complexity.length > 0,
  );
  for (const { facts: frozen, codes } of purchases) {
    // where no term tells goods apart, one piece stands for all of them
    for (const code of asksForGoods ? codes : codes.slice(0, 1)) {
      const facts = factsFrom(frozen, 'UTC', { at: '2000-01-01', code }, { kind: 'returns' });
      const fitting = terms.filter((term) => applies(term.appliesTo, facts));
      for (const term of fitting) {
        const aside = fitting.some((each) => each.kind === term.kind && moreSpecific(each.appliesTo, term.appliesTo));
        if (!aside) owed.add(term);
      }
    }
  }
  return terms.filter((term) => owed.has(term));
}
