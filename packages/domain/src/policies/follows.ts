import { judging, noWorseFor, type Cut } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { canonical } from './snapshot.ts';
import type { Term } from './terms.ts';

/** SAME: otherwise worded or counted, and neither better nor worse for the customer. */
export const VERDICTS = ['BETTER', 'SAME', 'WORSE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one purchase is promised of a kind now, and what it would have in its place. */
export interface Follow {
  kind: string;
  /** Empty: nothing was said. Several only where drafts tie. */
  was: readonly Term[];
  /** Whatever term decides afterwards, of whichever version and name; empty: nothing is said any more. */
  is: readonly Term[];
  verdict: Verdict;
}

/**
 * Kind by kind, what of `before` this purchase has and what of `after` it would have. A term that only goes is followed
 * by the next that fits the purchase; what stays word for word is left out. Sorted by kind.
 *
 * @param less cuts besides those of the terms' own words, such as shorter hours; they make the kinds they name worse.
 */
export function followsFor(
  facts: Facts,
  before: readonly VersionTerms[],
  after: readonly VersionTerms[],
  less: readonly Cut[] = [],
  kinds: readonly TermKind[] = termKinds,
): Follow[] {
  const [was, is] = [judging(facts, before), judging(facts, after)];
  const worse = new Set([...noWorseFor(facts, before, after, kinds), ...less].map((cut) => cut.kind));
  const better = new Set(noWorseFor(facts, after, before, kinds).map((cut) => cut.kind));
  const names = [...new Set([...was, ...is].map((term) => term.kind))].sort();
  return names.flatMap((kind): Follow[] => {
    const [old, young] = [was, is].map((terms) => terms.filter((term) => term.kind === kind)) as [Term[], Term[]];
    if (!worse.has(kind) && promises(old) === promises(young)) return [];
    return [{ kind, was: old, is: young, verdict: worse.has(kind) ? 'WORSE' : better.has(kind) ? 'BETTER' : 'SAME' }];
  });
}

/** What the terms promise, whoever else they are for and whatever they are called. */
const promises = (terms: readonly Term[]): string => canonical(terms.map((term) => term.params));
