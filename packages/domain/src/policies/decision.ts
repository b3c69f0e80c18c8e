import { z } from 'zod';
import { phrases, type Phrases } from './phrases.ts';

/** ALLOWED and REFUSED were judged by a term; NOT_COVERED: no term speaks of it; NO_PURCHASE: nothing to judge it by. */
export const OUTCOMES = ['ALLOWED', 'REFUSED', 'NO_PURCHASE', 'NOT_COVERED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One step of a decision. It is kept as code and values and becomes a sentence only when somebody reads it. */
export interface Step {
  code: string;
  params: Readonly<Record<string, unknown>>;
  /** How what somebody typed is said in other languages; left out where nothing of it is worded. */
  words?: Phrases;
}

/** A step as it is read from where it was kept. */
export const storedStep = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  words: phrases.optional(),
});

/** What is done about goods that are not as promised (三包: 包修、包換、包退). */
export const REMEDIES = ['REFUND', 'REPLACE', 'REPAIR', 'SERVICE'] as const;
export type Remedy = (typeof REMEDIES)[number];

export interface Decision {
  outcome: Outcome;
  policyId: string | null;
  versionId: string | null;
  termId: string | null;
  /** The day from which the term's time runs; that day itself is not counted. */
  countedFrom: string | null;
  /** The last day on which a claim is in time; null where the term sets none. */
  deadline: string | null;
  /** What is done; null where the kind of term knows no remedy or nothing is allowed. */
  remedy: Remedy | null;
  /** A person looks at it before it is settled; the trace says why. Never a silent refusal (C10). */
  review: boolean;
  /** Figures of the kind: due moments, checklists, schedules, fees. Plain JSON. */
  result: Readonly<Record<string, unknown>>;
  trace: readonly Step[];
}

/** What a term says of a claim; `decide` adds where the term came from. */
export interface Verdict {
  outcome: 'ALLOWED' | 'REFUSED';
  countedFrom: string | null;
  deadline: string | null;
  remedy?: Remedy | null;
  review?: boolean;
  result?: Readonly<Record<string, unknown>>;
  steps: readonly Step[];
}
