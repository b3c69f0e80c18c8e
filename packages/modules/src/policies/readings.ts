import type { PromiseSnapshot } from '@perennial/domain/policies/snapshot';

/** The same words mean another sum in another currency, and another last moment in another time zone. */
export interface ReadingChange {
  field: 'currency' | 'timeZone';
  before: string;
  after: string;
}

/** What the terms of `after` are read by that those of `before` were not; empty: all is the same. */
export const readingChanges = (before: PromiseSnapshot, after: PromiseSnapshot): ReadingChange[] =>
  (['currency', 'timeZone'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
