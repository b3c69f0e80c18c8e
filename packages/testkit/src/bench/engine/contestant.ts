import { addMonths, daysBetween } from '@perennial/domain/shared/period';
import type { Question } from './policy.ts';

export interface Answer {
  termId: string | null;
  outcome: string;
}

export interface Contestant {
  name: string;
  /** Answers all questions, in order. */
  answer(): Promise<Answer[]> | Answer[];
}

/** A question as the peers get it: flat, with the time since the purchase already counted for them. */
export type Flat = Record<string, string | number | boolean | null>;

export function flat({ facts, on }: Question): Flat {
  const { customer, purchase, claim } = facts;
  const details = claim.details ?? {};
  const at = purchase?.at ?? on;
  return {
    region: customer.region,
    segment: customer.segment,
    tenure: customer.tenureMonths ?? -1,
    category: purchase?.category ?? null,
    complexity: purchase?.complexity ?? null,
    value: purchase?.value ?? -1,
    days: daysBetween(at, on),
    months: monthsFor(at, on),
    opened: details['opened'] === true,
    cause: String(details['cause'] ?? ''),
    newOwner: details['newOwner'] === true,
  };
}

/** The shortest warranty in months that lasts until `on`. */
function monthsFor(at: string, on: string): number {
  let months = 0;
  while (addMonths(at, months) < on) months += 1;
  return months;
}
