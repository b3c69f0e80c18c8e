import { canonical } from '@perennial/domain/policies/snapshot';

/** Whether two values say the same: a database keeps the fields of what it stores in an order of its own. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** What two people changed differently; undefined = removed, or never there. */
export interface Asked<T> {
  key: string;
  mine: T | undefined;
  theirs: T | undefined;
}

interface How<T> {
  /** By what one of the list is told from the others. */
  keyOf: (each: T) => string;
  /** Whether it waits for a choice from before: then it is asked again whatever else was saved. */
  isOpen?: (key: string) => boolean;
  alike?: (a: T | undefined, b: T | undefined) => boolean;
}

/**
 * Puts the changes of two people to one list together: what only one of them changed, added or removed is taken over; what
 * both changed differently is asked, and is kept as in `mine` until somebody chooses. Mine come in their order, then theirs.
 */
export function threeWay<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  { keyOf, isOpen = () => false, alike = same }: How<T>,
): { kept: T[]; asked: Asked<T>[] } {
  const at = (list: readonly T[], key: string) => list.find((each) => keyOf(each) === key);
  const asked: Asked<T>[] = [];
  const kept: T[] = [];
  for (const key of new Set([...mine, ...theirs].map(keyOf))) {
    const [was, my, their] = [at(base, key), at(mine, key), at(theirs, key)];
    const open = !alike(my, their) && (isOpen(key) || (!alike(my, was) && !alike(their, was)));
    if (open) asked.push({ key, mine: my, theirs: their });
    const stays = open || !alike(my, was) ? my : their;
    if (stays !== undefined) kept.push(stays);
  }
  return { kept, asked };
}
