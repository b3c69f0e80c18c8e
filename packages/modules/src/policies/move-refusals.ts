import { describe, type Cases } from '@perennial/domain/policies/cases';
import type { Cut, InVersion } from '@perennial/domain/policies/compare';
import { DomainError } from '@perennial/domain/shared/errors';
import type { ReadingChange } from './readings.ts';

/** Consent makes a promise smaller, and never unclear. */
export const openTogether = (first: InVersion, second: InVersion, code: string): DomainError =>
  new DomainError('MOVE_AMBIGUOUS', bothFor(first, second, code), {
    path: ['policyVersionId'],
    params: { ...pair(first, second), code },
  });

/** `shared`: the goods they leave open, for whoever says it in another language. */
export const openLater = (first: InVersion, second: InVersion, shared: Cases): DomainError =>
  new DomainError(
    'MOVE_AMBIGUOUS_LATER',
    bothFor(first, second, `goods that may yet be added to it (${describe(shared)})`),
    { path: ['policyVersionId'], params: { ...pair(first, second), shared } },
  );

function bothFor(first: InVersion, second: InVersion, goods: string): string {
  const words = ({ version, term }: InVersion) => `"${term.id}" (${version.policy}, version ${version.number})`;
  return (
    `Moved to this version, the purchase would be promised both ${words(first)} and ${words(second)} for ${goods}, and ` +
    'neither is more specific. Choose another version, or move its other promise to one that fits first.'
  );
}

const pair = (first: InVersion, second: InVersion) => ({
  kind: first.term.kind,
  first: first.term.id,
  firstPolicy: first.version.policy,
  number: first.version.number,
  second: second.term.id,
  secondPolicy: second.version.policy,
});

export function nothingMoved(number: number): DomainError {
  return new DomainError(
    'MOVE_NOTHING',
    `The purchase holds version ${number} already, word for word; choose another version.`,
    { path: ['policyVersionId'], params: { number } },
  );
}

export function downgrade(cuts: readonly Cut[], readings: readonly ReadingChange[], number: number): DomainError {
  const terms = [...new Set(cuts.map(({ kind, termId, byTermId }) => termId ?? byTermId ?? kind))];
  const less = [...terms, ...readings.map(({ field, before, after }) => `${field} ${after} in place of ${before}`)];
  const kinds = [...new Set(cuts.map(({ kind }) => kind))];
  return new DomainError(
    'PROMISE_DOWNGRADE',
    `Version ${number} promises this purchase less (${less.join(', ')}); leave it as it is, or record the customer's consent.`,
    { path: ['policyVersionId'], params: { number, terms, kinds, readings: readings.map(({ field }) => field) } },
  );
}
