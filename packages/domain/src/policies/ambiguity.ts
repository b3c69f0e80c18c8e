import { DomainError } from '../shared/errors.ts';
import { moreSpecific, type Applicability } from './applicability.ts';
import type { Term } from './terms.ts';

/** A list of values, or everything but a list. */
interface Side {
  except: boolean;
  items: readonly string[];
}

/** The cases a term speaks of: one side per condition, and the purchase values in [low, high). */
interface Box {
  sides: readonly Side[];
  low: number;
  high: number;
}

const SIDES = ['regions', 'segments', 'productCodes', 'categories', 'complexity'] as const;

const boxOf = (to: Applicability): Box => ({
  sides: SIDES.map((name) =>
    to[name].length === 0 ? { except: true, items: [] } : { except: false, items: to[name] },
  ),
  low: to.minValue ?? 0,
  high: to.maxValue ?? Infinity,
});

const complement = (side: Side): Side => ({ except: !side.except, items: side.items });
const isEmpty = (side: Side): boolean => !side.except && side.items.length === 0;

function meet(a: Side, b: Side): Side {
  if (a.except && b.except) return { except: true, items: [...new Set([...a.items, ...b.items])] };
  if (a.except) return meet(b, a);
  return { except: false, items: a.items.filter((item) => b.items.includes(item) !== b.except) };
}

function meetBoxes(a: Box, b: Box): Box | null {
  const sides = a.sides.map((side, i) => meet(side, b.sides[i] as Side));
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low >= high || sides.some(isEmpty) ? null : { sides, low, high };
}

/** What is left of `box` without `cut`, as boxes that do not overlap. */
function subtract(box: Box, cut: Box): Box[] {
  if (meetBoxes(box, cut) === null) return [box];
  const left: Box[] = [];
  let rest = box;
  cut.sides.forEach((side, i) => {
    const outside = meet(rest.sides[i] as Side, complement(side));
    if (!isEmpty(outside)) left.push({ ...rest, sides: rest.sides.with(i, outside) });
    rest = { ...rest, sides: rest.sides.with(i, meet(rest.sides[i] as Side, side)) };
  });
  if (rest.low < cut.low) left.push({ ...rest, high: cut.low });
  if (rest.high > cut.high) left.push({ ...rest, low: cut.high });
  return left;
}

/** A term with the name of the policy and version it stands in. */
export interface PlacedTerm extends Pick<Term, 'id' | 'kind' | 'appliesTo'> {
  policy: string;
  number: number;
}

export interface Ambiguity {
  first: PlacedTerm;
  second: PlacedTerm;
  /** Cases that both speak of and no other term settles. */
  cases: Box;
}

/**
 * Looks for a purchase of which two terms of one kind speak without one being the most specific (C12). Two terms may
 * overlap without order, as long as more specific ones settle every case they share: "KEY customers" and "France"
 * are fine once "KEY customers in France" is there.
 *
 * @returns the first such pair, in the order of the terms' names, or null.
 */
export function findAmbiguity(terms: readonly PlacedTerm[]): Ambiguity | null {
  const name = (t: PlacedTerm) => `${t.policy}\u0000${t.number}\u0000${t.id}`;
  const sorted = [...terms].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  for (const [i, first] of sorted.entries()) {
    for (const second of sorted.slice(i + 1)) {
      if (first.kind !== second.kind) continue;
      if (moreSpecific(first.appliesTo, second.appliesTo) || moreSpecific(second.appliesTo, first.appliesTo)) continue;
      const shared = meetBoxes(boxOf(first.appliesTo), boxOf(second.appliesTo));
      if (shared === null) continue;
      const settling = sorted.filter(
        (t) =>
          t.kind === first.kind &&
          moreSpecific(t.appliesTo, first.appliesTo) &&
          moreSpecific(t.appliesTo, second.appliesTo),
      );
      const open = settling.reduce<Box[]>(
        (boxes, t) => boxes.flatMap((box) => subtract(box, boxOf(t.appliesTo))),
        [shared],
      );
      if (open[0]) return { first, second, cases: open[0] };
    }
  }
  return null;
}

/** Refuses terms that would leave a decision open, with `AMBIGUOUS_TERMS`, naming both and a way out. */
export function checkUnambiguous(terms: readonly PlacedTerm[]): void {
  const found = findAmbiguity(terms);
  if (!found) return;
  const { first, second } = found;
  throw ambiguous(first, second, describe(found.cases));
}

export function ambiguous(first: PlacedTerm, second: PlacedTerm, where: string): DomainError {
  const words = (t: PlacedTerm) => `"${t.id}" (${t.policy}, version ${t.number})`;
  return new DomainError(
    'AMBIGUOUS_TERMS',
    `The terms ${words(first)} and ${words(second)} both speak of ${where}, and neither is more specific. ` +
      'Narrow one of them, or add a term for exactly the cases they share.',
    {
      path: ['terms'],
      params: {
        kind: first.kind,
        first: first.id,
        firstPolicy: first.policy,
        second: second.id,
        secondPolicy: second.policy,
        cases: where,
      },
    },
  );
}

function describe(box: Box): string {
  const words = box.sides.flatMap((side, i) =>
    side.except ? [] : [`${SIDES[i]} ${side.items.slice(0, 3).join(', ')}`],
  );
  if (box.low > 0) words.push(`values from ${box.low}`);
  if (box.high < Infinity) words.push(`values below ${box.high}`);
  return words.length > 0 ? words.join('; ') : 'any purchase';
}
