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

/** A judgement, and whether it is in the customer's favour only because nobody wrote down when the goods came. */
export interface Judged {
  outcome: Judgement;
  assumed: boolean;
}

/**
 * Judges by the day of delivery on record. Where there is none, a term that counts from delivery allows the claim, as
 * its time has not been shown to have begun (`startOf`). Goods never come before they are bought: only what would not be
 * allowed if they had come on that very day rests on the missing day (`assumed`).
 */
export function judgedOn(
  { boughtOn, deliveredOn }: { boughtOn: string | null; deliveredOn: string | null },
  judgeBy: (deliveredOn: string | null) => Judgement,
): Judged {
  const outcome = judgeBy(deliveredOn);
  const doubtful = outcome === 'ALLOWED' && deliveredOn === null && boughtOn !== null;
  return { outcome, assumed: doubtful && judgeBy(boughtOn) !== 'ALLOWED' };
}
