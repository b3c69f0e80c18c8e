import { DomainError } from '../shared/errors.ts';
import { EVERYTHING, worthOf, type Applicability } from './applicability.ts';
import type { Facts } from './facts.ts';

/** A list of values, or everything but a list. What is not known is in every "everything but". */
export interface Side {
  except: boolean;
  items: readonly string[];
}

/** Whole numbers of [low, high); `high: null` has no end. */
export interface Range {
  low: number;
  high: number | null;
}

/**
 * A set of purchases as the conditions of terms can tell them apart: one side per list, the worth of the purchase in
 * minor units of the business's currency and the customer's tenure in months. Plain JSON. A worth or a tenure that is not
 * known counts as {@link UNKNOWN}.
 */
export interface Cases {
  regions: Side;
  segments: Side;
  productCodes: Side;
  categories: Side;
  complexity: Side;
  value: Range;
  tenure: Range;
}

/** Below every worth and tenure there is, so that "asks for none" and "asks for 0 or more" are different ranges. */
export const UNKNOWN = -1;

const SIDES = ['regions', 'segments', 'productCodes', 'categories', 'complexity'] as const;
const RANGES = ['value', 'tenure'] as const;

const sideOf = (items: readonly string[]): Side => ({ except: items.length === 0, items });

const rangeOf = (min: number | null, max: number | null): Range =>
  min === null && max === null ? { low: UNKNOWN, high: null } : { low: min ?? 0, high: max };

/** The purchases a term speaks of. Terms of old traces know nothing of tenure. */
export const casesOf = (to: Applicability): Cases => ({
  regions: sideOf(to.regions),
  segments: sideOf(to.segments),
  productCodes: sideOf(to.productCodes),
  categories: sideOf(to.categories),
  complexity: sideOf(to.complexity),
  value: rangeOf(to.minValue, to.maxValue),
  tenure: rangeOf(to.minTenure ?? null, to.maxTenure ?? null),
});

const complement = (side: Side): Side => ({ except: !side.except, items: side.items });
const isEmpty = (side: Side): boolean => !side.except && side.items.length === 0;
const end = (range: Range): number => range.high ?? Infinity;

function meetSides(a: Side, b: Side): Side {
  if (a.except && b.except) return { except: true, items: [...new Set([...a.items, ...b.items])] };
  if (a.except) return meetSides(b, a);
  return { except: false, items: a.items.filter((item) => b.items.includes(item) !== b.except) };
}

const meetRanges = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: end(a) < end(b) ? a.high : b.high,
});

/** The purchases in both; null where there are none. */
export function meet(a: Cases, b: Cases): Cases | null {
  const both = { ...a };
  for (const name of SIDES) {
    both[name] = meetSides(a[name], b[name]);
    if (isEmpty(both[name])) return null;
  }
  for (const name of RANGES) {
    both[name] = meetRanges(a[name], b[name]);
    if (both[name].low >= end(both[name])) return null;
  }
  return both;
}

/** What is left of `cases` without `cut`, in parts that share nothing. */
export function subtract(cases: Cases, cut: Cases): Cases[] {
  if (meet(cases, cut) === null) return [cases];
  const left: Cases[] = [];
  let rest = cases;
  for (const name of SIDES) {
    const outside = meetSides(rest[name], complement(cut[name]));
    if (!isEmpty(outside)) left.push({ ...rest, [name]: outside });
    rest = { ...rest, [name]: meetSides(rest[name], cut[name]) };
  }
  for (const name of RANGES) {
    if (rest[name].low < cut[name].low) left.push({ ...rest, [name]: { low: rest[name].low, high: cut[name].low } });
    if (end(rest[name]) > end(cut[name]))
      left.push({ ...rest, [name]: { low: cut[name].high, high: rest[name].high } });
    rest = { ...rest, [name]: meetRanges(rest[name], cut[name]) };
  }
  return left;
}

/** So many parts are no policy that anybody could read; working on would stop everybody else's requests. */
const MOST_PARTS = 20_000;

/**
 * What is left of `cases` without any of the `cuts`, in parts that share nothing. Terms that cross each other in too many
 * ways are refused (`TERMS_TOO_TANGLED`).
 */
export const without = (cases: readonly Cases[], cuts: readonly Cases[]): readonly Cases[] =>
  cuts.reduce<readonly Cases[]>((parts, cut) => {
    const left = parts.flatMap((part) => subtract(part, cut));
    if (left.length > MOST_PARTS) throw tangled();
    return left;
  }, cases);

function tangled(): DomainError {
  return new DomainError(
    'TERMS_TOO_TANGLED',
    'These terms cross each other in more ways than can be compared; let fewer of them name regions, segments, products and ranges at once.',
    { path: ['terms'] },
  );
}

/** The same cases, their lists in order. */
export function tidy(cases: Cases): Cases {
  const tidied = { ...cases };
  for (const name of SIDES) tidied[name] = { ...cases[name], items: [...cases[name].items].sort() };
  return tidied;
}

const holdsItem = (side: Side, value: string | null | undefined): boolean =>
  (side.items as readonly (string | null | undefined)[]).includes(value) !== side.except;
const holdsNumber = (range: Range, value: number): boolean => value >= range.low && value < end(range);

/** Whether a purchase is among them. */
export function holds(cases: Cases, { purchase, customer }: Facts): boolean {
  return (
    purchase !== null &&
    holdsCustomer(cases, customer) &&
    holdsGoods(cases, purchase) &&
    holdsNumber(cases.value, purchase.value === null ? UNKNOWN : worthOf(purchase.value))
  );
}

/** Whether some purchase of this customer is among them, whatever goods it holds. */
export const holdsCustomer = (cases: Cases, customer: Facts['customer']): boolean =>
  holdsItem(cases.regions, customer.region) &&
  holdsItem(cases.segments, customer.segment) &&
  holdsNumber(cases.tenure, customer.tenureMonths ?? UNKNOWN);

/** Whether some purchase of these goods is among them, whoever bought them and whatever it is worth. */
export const holdsGoods = (cases: Cases, goods: NonNullable<Facts['purchase']>): boolean =>
  holdsItem(cases.productCodes, goods.code) &&
  holdsItem(cases.categories, goods.category) &&
  holdsItem(cases.complexity, goods.complexity);

/** Whether goods are among them that have none of these codes. */
export const holdsOtherCodes = ({ productCodes: { except, items } }: Cases, codes: readonly string[]): boolean =>
  except || items.some((code) => !codes.includes(code));

/** Whether a purchase is among them that is worth at least so much, in minor units; null: one whose worth is not known. */
export const reachesWorth = ({ value }: Cases, least: number | null): boolean =>
  least === null ? value.low === UNKNOWN : end(value) > worthOf(least);

/** The same goods, whoever buys them: for who knows the customer. */
export const forAnyCustomer = (cases: Cases): Cases => {
  const { regions, segments, tenure } = casesOf(EVERYTHING);
  return { ...cases, regions, segments, tenure };
};

/** For errors; `CASES` of the sentences says it in the reader's language. */
export function describe(cases: Cases): string {
  const words = SIDES.flatMap((name) =>
    cases[name].except ? [] : [`${name} ${cases[name].items.slice(0, 3).join(', ')}`],
  );
  words.push(...describeRange('values', cases.value, ''), ...describeRange('tenure', cases.tenure, ' months'));
  return words.length > 0 ? words.join('; ') : 'any purchase';
}

function describeRange(name: string, { low, high }: Range, unit: string): string[] {
  if (low === UNKNOWN && high === 0) return [`${name} not known`];
  const below = high === null ? [] : [`${name} below ${high}${unit}${low === UNKNOWN ? ' or not known' : ''}`];
  return low === UNKNOWN ? below : [`${name} from ${low}${unit}`, ...below];
}
