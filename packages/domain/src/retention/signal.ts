import type { InEvery } from '../shared/language.ts';
import type { SentenceValue } from '../shared/say.ts';
import type { Facts, FactSource } from './facts.ts';

/** What a signal found: a whole number of points off the customer's health and the figures that explain them. */
export interface Finding {
  /** 0 to the signal's `mostPoints`. */
  readonly points: number;
  /** Which of the signal's sentences says it. */
  readonly code: string;
  readonly params: Readonly<Record<string, SentenceValue>>;
}

/** A step worth suggesting when the signal is what ails the customer (客戶保留計劃, C56). */
export interface PlaybookStep {
  readonly code: string;
  readonly kind: 'INCENTIVE' | 'CARE' | 'SERVICE';
  /** Working days from today. */
  readonly dueIn: number;
  /** Suggested cost in hundredths of a per cent of the value at risk. */
  readonly costShare: number;
}

export interface SignalWords {
  readonly label: string;
  /** Sentence per finding code; placeholders as in `say`. */
  readonly findings: Readonly<Record<string, string>>;
  /** Sentence per playbook step. */
  readonly steps: Readonly<Record<string, string>>;
}

/**
 * An early warning sign (流失預警, C55), complete in one file: the rule, its words and what helps. `judge` is pure and
 * sees nothing later than `asOf` (a day number); it answers null where the history is too short to say anything.
 */
export interface Signal {
  readonly name: string;
  readonly needs: readonly FactSource[];
  readonly mostPoints: number;
  judge(facts: Facts, asOf: number): Finding | null;
  readonly steps: readonly PlaybookStep[];
  readonly words: InEvery<SignalWords>;
}

/**
 * Points that rise in a straight line from 0 at `from` to `most` at `to`, whole numbers, flat outside.
 * The value is `numerator / denominator` so that callers stay in integers and two computers agree.
 */
export function ramp(numerator: number, denominator: number, from: number, to: number, most: number): number {
  if (denominator <= 0) return 0;
  const share = (numerator / denominator - from) / (to - from);
  return Math.round(Math.min(1, Math.max(0, share)) * most);
}
