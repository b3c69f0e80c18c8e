import { decide, type VersionTerms } from '../policies/decide.ts';
import { OUTCOMES, type Outcome } from '../policies/decision.ts';
import type { Facts } from '../policies/facts.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { DomainError } from '../shared/errors.ts';

/** UNDECIDABLE: the words do not settle it (two terms tie, a year is missing in the calendar). */
export const JUDGEMENTS = [...OUTCOMES, 'UNDECIDABLE'] as const;
export type Judgement = Outcome | 'UNDECIDABLE';

/** What these versions say of a claim; never throws where the words are the reason that nothing can be said. */
export function judge(
  facts: Facts,
  versions: readonly VersionTerms[],
  at: string,
  kinds?: readonly TermKind[],
): Judgement {
  try {
    return decide(facts, versions, at, kinds).outcome;
  } catch (error) {
    if (error instanceof DomainError) return 'UNDECIDABLE';
    throw error;
  }
}
