import type { Cut, TermChange } from '@perennial/domain/policies/compare';

/**
 * Of what a term loses, what is told with it: that a new term takes its place for some is told with that one, and the term
 * itself may have become better.
 */
export function ownCuts({ change, termId, cuts }: TermChange, all: readonly TermChange[]): readonly Cut[] {
  if (change === 'ADDED') return cuts;
  const taken = (cut: Cut) =>
    cut.byTermId !== null &&
    cut.byTermId !== termId &&
    all.some((each) => each.change === 'ADDED' && each.kind === cut.kind && each.termId === cut.byTermId);
  return cuts.filter((cut) => !taken(cut));
}
