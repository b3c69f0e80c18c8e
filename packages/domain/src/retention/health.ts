import type { SentenceValue } from '../shared/say.ts';
import { asKnownOn, purchaseDays, type Facts } from './facts.ts';
import type { Signal } from './signal.ts';
import { SIGNALS } from './signals.ts';

/** Health of a customer about whom too little is known to say anything. */
export const UNKNOWN_HEALTH = -1;

export interface Reason {
  readonly signal: string;
  readonly code: string;
  /** Points this reason takes off 100. */
  readonly points: number;
  readonly params: Readonly<Record<string, SentenceValue>>;
}

export interface Health {
  /** 0–100, or {@link UNKNOWN_HEALTH}. */
  readonly score: number;
  /** Worst first. Where the score is known, it is exactly 100 less the sum of their points. */
  readonly reasons: readonly Reason[];
}

/**
 * Health of one customer at the end of the day `asOf` (a day number): 100 less the points of every signal. Points
 * beyond 100 in total are cut from the smallest reasons, so that what is shown always adds up. Where no signal has
 * enough history the health is unknown, and the one reason says so; nothing is invented.
 */
export function healthOf(known: Facts, asOf: number, signals: readonly Signal[] = SIGNALS): Health {
  const facts = asKnownOn(known, asOf);
  const found: Reason[] = [];
  let judged = false;
  for (const signal of signals) {
    const finding = signal.judge(facts, asOf);
    if (!finding) continue;
    judged = true;
    const points = Math.min(signal.mostPoints, Math.max(0, Math.trunc(finding.points)));
    if (points > 0) found.push({ signal: signal.name, code: finding.code, points, params: finding.params });
  }
  if (!judged) return { score: UNKNOWN_HEALTH, reasons: [tooLittle(purchaseDays(facts).length)] };
  found.sort((a, b) => b.points - a.points);
  let left = 100;
  const reasons: Reason[] = [];
  for (const reason of found) {
    const points = Math.min(left, reason.points);
    left -= points;
    if (points > 0) reasons.push({ ...reason, points });
  }
  return { score: left, reasons };
}

function tooLittle(days: number): Reason {
  const code = days === 0 ? 'NO_PURCHASE' : 'TOO_LITTLE_HISTORY';
  return { signal: 'history', code, points: 0, params: { purchases: days } };
}

/** Change of health between two scores; 0 where either is unknown. */
export function healthChange(now: number, before: number): number {
  return now === UNKNOWN_HEALTH || before === UNKNOWN_HEALTH ? 0 : now - before;
}
