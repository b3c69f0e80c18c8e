import { canonical } from '@perennial/domain/policies/snapshot';
import { isAmount } from '../audit/changes.ts';

/** What a form holds, by the paths of its fields: `words.en.name`. */
export type Fields = Readonly<Record<string, unknown>>;

/** Of two people who changed the same thing. */
export type Side = 'mine' | 'theirs';

/** What somebody else saved for a field that was changed here too. */
export interface Rival {
  field: string;
  theirs: unknown;
}

/** A form on something stored that others may change too. */
export interface Joined {
  /** The stored version that is known here. */
  seen: number;
  /** What it is a version of, where the form goes on from one thing to the next that takes its place. */
  of?: string | undefined;
  /** What was stored in it. */
  base: Fields;
  values: Fields;
  /** What waits for a choice: until then nothing is saved. */
  rivals: readonly Rival[];
  /** What is on its way to be saved: until it is known what became of it, nothing else is taken in. */
  sent?: Fields | undefined;
}

/** The `key` under which a row of a list is drawn is no part of what it says. */
const rowOf = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null || !('key' in row)) return row;
  const { key: _drawn, ...rest } = row;
  return rest;
};

const said = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(rowOf);
  return value === undefined || value === '' ? null : value;
};

/** Whether two values say the same; what is empty says nothing, in whatever way it is empty. */
export const sameValue = (a: unknown, b: unknown): boolean => canonical(said(a)) === canonical(said(b));

/** Values field by field: a document by its parts, a list and an amount as one. */
export function fieldsOf(values: object, under = ''): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(values).map(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !isAmount(value)
        ? fieldsOf(value, `${under}${name}.`)
        : { [`${under}${name}`]: value },
    ),
  ) as Record<string, unknown>;
}

/**
 * Puts the changes of two people together: what only one of them changed is taken over; where both did, mine stay and
 * theirs are among the rivals, until somebody chooses; those `undecided` from before are asked again whatever else was
 * saved. Nothing of either side is lost.
 */
export function joinFields(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  undecided: readonly Rival[] = [],
): { values: Record<string, unknown>; rivals: Rival[] } {
  const rivals: Rival[] = [];
  const pick = (field: string): unknown => {
    const [was, my, their] = [base[field], mine[field], theirs[field]];
    if (sameValue(my, their)) return my;
    if (!undecided.some((each) => each.field === field)) {
      if (sameValue(their, was)) return my;
      if (sameValue(my, was)) return their;
    }
    rivals.push({ field, theirs: their });
    return my;
  };
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return { values: Object.fromEntries(names.map((field) => [field, pick(field)])), rivals };
}

/** The form when another version is stored than it knows, or another thing `of` whatever version took the place of it. */
export function followed(now: Joined, theirs: Fields, version: number, of?: string): Joined {
  if (now.sent || (now.seen === version && now.of === of)) return now;
  return { ...now, ...joinFields(now.base, now.values, theirs, now.rivals), seen: version, of, base: theirs };
}

/** The form when it is known whether what was sent was saved: then it is what is stored, until more is heard. */
export const answered = ({ sent, ...now }: Joined, saved: boolean): Joined =>
  saved && sent ? { ...now, base: sent } : now;

/** The form with one choice made: mine as it is by now, or theirs. */
export const chosen = (now: Joined, { field, theirs }: Rival, whose: Side): Joined => ({
  ...now,
  values: whose === 'mine' ? now.values : { ...now.values, [field]: theirs },
  rivals: now.rivals.filter((each) => each.field !== field),
});

/** Whether anything differs from what is stored. */
export const isChanged = ({ base, values }: Joined): boolean =>
  Object.keys({ ...base, ...values }).some((field) => !sameValue(base[field], values[field]));
