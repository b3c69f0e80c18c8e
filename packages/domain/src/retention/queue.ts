import { roundHalfEven } from '../shared/money.ts';
import { asKnownOn, sumOf, type Facts } from './facts.ts';
import { UNKNOWN_HEALTH } from './health.ts';
import type { RetentionSettings } from './settings.ts';
import type { WarningStatus } from './warning.ts';

const YEAR_DAYS = 365;

/**
 * Net revenue of the 365 days up to `asOf` times the share of health that is gone; never negative, minor units of the
 * customer's currency.
 */
export function valueAtRisk(known: Facts, asOf: number, score: number): number {
  if (score === UNKNOWN_HEALTH) return 0;
  const year = asKnownOn(known, asOf).purchases.filter((each) => each.day > asOf - YEAR_DAYS);
  const net = sumOf(year, 'sold') - sumOf(year, 'returned');
  return roundHalfEven(Math.max(0, net) * (100 - score), 100);
}

/** The newest warning of a customer, as far as the queue's rule needs it. */
export interface LastWarning {
  readonly status: WarningStatus;
  /** Health when it was last looked at: at present while open, at the decision once dismissed or closed. */
  readonly score: number;
  readonly recovered: boolean;
}

export type QueueStep = 'NONE' | 'RAISE' | 'REFRESH' | 'RECOVER';

/**
 * What a fresh health score means for the warning of one customer.
 *
 * Two thresholds keep it from flapping: a warning is raised below `warnBelow` and is over only at `warnBelow + margin`.
 * One that was dismissed or closed comes back only after a recovery, or once health is `margin` lower than when it was
 * decided. Open ones are kept and brought up to date; planned ones belong to their plan.
 */
export function nextStep(
  score: number,
  last: LastWarning | null,
  settings: Pick<RetentionSettings, 'warnBelow' | 'margin'>,
): QueueStep {
  if (score === UNKNOWN_HEALTH) return 'NONE';
  const well = score >= settings.warnBelow + settings.margin;
  if (last && well && !last.recovered) return last.status === 'PLANNED' ? 'NONE' : 'RECOVER';
  if (last?.status === 'OPEN') return 'REFRESH';
  if (last?.status === 'PLANNED' || score >= settings.warnBelow) return 'NONE';
  if (!last || last.recovered || score <= last.score - settings.margin) return 'RAISE';
  return 'NONE';
}

export interface Candidate {
  readonly customerId: string;
  readonly valueAtRisk: number;
}

/** Keeps the worst `size` candidates by value at risk, however many pass by; ties go to the smaller customer id. */
export class WorstFirst<C extends Candidate> {
  readonly #size: number;
  #kept: C[] = [];

  constructor(size: number) {
    this.#size = Math.max(0, size);
  }

  offer(candidate: C): void {
    if (candidate.valueAtRisk <= 0) return;
    this.#kept.push(candidate);
    // Sorting only now and then keeps the cost per candidate small and the memory at twice the size.
    if (this.#kept.length > this.#size * 2 + 16) this.#trim();
  }

  take(): C[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept.sort((a, b) => b.valueAtRisk - a.valueAtRisk || (a.customerId < b.customerId ? -1 : 1));
    this.#kept.length = Math.min(this.#kept.length, this.#size);
  }
}

/** Hands warnings out to whoever has fewest open; equal loads go in order of id. Mutates nothing. */
export function assign(count: number, load: ReadonlyMap<string, number>): (string | null)[] {
  const now = [...load].map(([id, open]) => ({ id, open }));
  return Array.from({ length: count }, () => {
    now.sort((a, b) => a.open - b.open || (a.id < b.id ? -1 : 1));
    const next = now[0];
    if (!next) return null;
    next.open += 1;
    return next.id;
  });
}
