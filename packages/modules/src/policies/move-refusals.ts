import { describe, type Cases } from '@perennial/domain/policies/cases';
import type { Cut, InVersion } from '@perennial/domain/policies/compare';
import { canonical } from '@perennial/domain/policies/snapshot';
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

/** Which term took the place of which. */
export const byTerms = ({ kind, termId, byTermId }: Cut): string => canonical([kind, termId, byTermId]);

/** A consent is to what the customer was told: since then the purchase was moved, or added to, or the version reads otherwise. */
export function weighedOtherwise(number: number): DomainError {
  return new DomainError(
    'MOVE_WEIGHED_OTHERWISE',
    `What moving to version ${number} means for this purchase has changed since it was weighed for this consent; weigh it ` +
      'again and ask the customer about what it says now.',
    { path: ['consent', 'weighing'], params: { number } },
  );
}

/** `later`: those of the cuts that hit nothing the purchase holds today. */
export function downgrade(
  {
    cuts,
    later,
    readings,
  }: { cuts: readonly Cut[]; later: readonly { cut: Cut }[]; readings: readonly ReadingChange[] },
  number: number,
): DomainError {
  const named = (some: readonly Cut[]) => [
    ...new Set(some.map(({ kind, termId, byTermId }) => termId ?? byTermId ?? kind)),
  ];
  const terms = named(cuts);
  const kinds = [...new Set(cuts.map(({ kind }) => kind))];
  const comes = named(later.map(({ cut }) => cut));
  const toCome = new Set(later.map(({ cut }) => byTerms(cut)));
  const now = [
    ...named(cuts.filter((cut) => !toCome.has(byTerms(cut)))),
    ...readings.map(({ field, before, after }) => `${field} ${after} in place of ${before}`),
  ];
  const less = [
    ...(now.length > 0 ? [`promises this purchase less (${now.join(', ')})`] : []),
    ...(comes.length > 0 ? [`would promise less for what a later import may add to it (${comes.join(', ')})`] : []),
  ];
  return new DomainError(
    'PROMISE_DOWNGRADE',
    `Version ${number} ${less.join(' and ')}; leave it as it is, or record the customer's consent.`,
    { path: ['policyVersionId'], params: { number, terms, kinds, readings: readings.map(({ field }) => field) } },
  );
}
