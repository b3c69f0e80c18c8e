import { COMPLEXITIES } from '../catalog/product.ts';
import { DomainError } from '../shared/errors.ts';
import type { Complexity, Facts } from './facts.ts';
import { isRecord } from './kinds/form.ts';

/**
 * To which purchases a term applies (服務的範圍、程度, C12). An empty list says nothing: any region, any product.
 * Every list that says something must hold the purchase's value; the lists are joined by "and".
 */
export interface Applicability {
  regions: readonly string[];
  segments: readonly string[];
  productCodes: readonly string[];
  categories: readonly string[];
  complexity: readonly Complexity[];
  /** Worth of the whole purchase in minor units of the business's currency, at least; null = no lower bound. */
  minValue: number | null;
  /**
   * … and below this; null = no upper bound. Half-open, so that neighbouring ranges never share a value. A worth that is
   * not known (the purchase is in another currency) fits only where neither bound is set.
   */
  maxValue: number | null;
  /** Whole months since the customer came, on the day of the purchase, at least; null = no lower bound. */
  minTenure: number | null;
  /** … and below this; null = no upper bound. A tenure that is not known fits only where neither bound is set. */
  maxTenure: number | null;
}

export const EVERYTHING: Applicability = {
  regions: [],
  segments: [],
  productCodes: [],
  categories: [],
  complexity: [],
  minValue: null,
  maxValue: null,
  minTenure: null,
  maxTenure: null,
};

type ListName = 'regions' | 'segments' | 'productCodes' | 'categories' | 'complexity';
const MAX_ITEMS = 500;

const MINOR_UNITS = 'minor units';
const MONTHS = 'months';

/**
 * Checks where a term applies. Refusals: `UNKNOWN_TERM_FIELD`, `TERM_OUT_OF_RANGE`, `EMPTY_VALUE_RANGE`,
 * `EMPTY_TENURE_RANGE`, and `PRODUCT_SCOPE_TWICE` where codes and categories are both named (one of them would be without effect).
 */
export function readApplicability(values: unknown, path: string[]): Applicability {
  if (values !== undefined && values !== null && !isRecord(values)) {
    throw new DomainError(
      'TERM_OUT_OF_RANGE',
      `appliesTo takes conditions such as {"regions": ["France"]}, or is left out where the term is for everything.`,
      { path, params: { field: 'appliesTo' } },
    );
  }
  const given = values ?? {};
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(EVERYTHING, name)) continue;
    throw new DomainError(
      'UNKNOWN_TERM_FIELD',
      `${name} is not a condition; it can be ${Object.keys(EVERYTHING).join(', ')}.`,
      {
        path: [...path, name],
        params: { field: name, known: Object.keys(EVERYTHING) },
      },
    );
  }
  const list = (name: ListName) => readList(name, given[name], path);
  const read = {
    regions: list('regions'),
    segments: list('segments'),
    productCodes: list('productCodes'),
    categories: list('categories'),
    complexity: list('complexity') as Complexity[],
    minValue: readBound('minValue', MINOR_UNITS, given.minValue, path),
    maxValue: readBound('maxValue', MINOR_UNITS, given.maxValue, path),
    minTenure: readBound('minTenure', MONTHS, given.minTenure, path),
    maxTenure: readBound('maxTenure', MONTHS, given.maxTenure, path),
  };
  if (read.productCodes.length > 0 && read.categories.length > 0) {
    throw new DomainError(
      'PRODUCT_SCOPE_TWICE',
      'A term names product codes or categories, not both; split it into two terms.',
      {
        path: [...path, 'categories'],
      },
    );
  }
  if (read.minValue !== null && read.maxValue !== null && read.minValue >= read.maxValue) {
    throw new DomainError(
      'EMPTY_VALUE_RANGE',
      `maxValue ${read.maxValue} is not above minValue ${read.minValue}, so the term would never apply; raise maxValue.`,
      { path: [...path, 'maxValue'], params: { minValue: read.minValue, maxValue: read.maxValue } },
    );
  }
  if (read.minTenure !== null && read.maxTenure !== null && read.minTenure >= read.maxTenure) {
    throw new DomainError(
      'EMPTY_TENURE_RANGE',
      `maxTenure ${read.maxTenure} is not above minTenure ${read.minTenure}, so the term would never apply; raise maxTenure.`,
      { path: [...path, 'maxTenure'], params: { minTenure: read.minTenure, maxTenure: read.maxTenure } },
    );
  }
  return read;
}

function readList(name: ListName, value: unknown, path: string[]): string[] {
  if (value === undefined || value === null) return [];
  const items = Array.isArray(value) ? value : [value];
  const allowed = (item: unknown) =>
    name === 'complexity'
      ? (COMPLEXITIES as readonly unknown[]).includes(item)
      : typeof item === 'string' && item.trim() !== '' && item.length <= 120;
  if (items.length <= MAX_ITEMS && items.every(allowed)) return [...new Set(items as string[])];
  const wants =
    name === 'complexity' ? `only ${COMPLEXITIES.join(', ')}` : `at most ${MAX_ITEMS} texts of 1 to 120 characters`;
  throw new DomainError('TERM_OUT_OF_RANGE', `${name} takes ${wants}.`, {
    path: [...path, name],
    params: { field: name },
  });
}

function readBound(name: string, unit: string, value: unknown, path: string[]): number | null {
  if (value === undefined || value === null) return null;
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new DomainError(
    'TERM_OUT_OF_RANGE',
    `${name} is ${JSON.stringify(value)}; it takes a whole number of ${unit}, 0 or more.`,
    {
      path: [...path, name],
      params: { field: name, value, min: 0 },
    },
  );
}

const names = (list: readonly (string | null | undefined)[], value: string | null | undefined): boolean =>
  list.length === 0 || list.includes(value);

/** Whether a term with these conditions speaks of the purchase. What is not known fits only where nothing is asked. */
export function applies(to: Applicability, facts: Facts): boolean {
  const { purchase, customer } = facts;
  return (
    purchase !== null &&
    names(to.regions, customer.region) &&
    names(to.segments, customer.segment) &&
    names(to.productCodes, purchase.code) &&
    names(to.categories, purchase.category) &&
    names(to.complexity, purchase.complexity) &&
    fitsBounds(to, purchase.value, customer.tenureMonths ?? null)
  );
}

/** The part of {@link applies} that compares numbers; null: not known. */
export const fitsBounds = (to: Applicability, value: number | null, tenure: number | null): boolean =>
  fitsValue(to, value) && fitsTenure(to, tenure);

const fitsValue = (to: Applicability, value: number | null): boolean =>
  !asksValue(to) ||
  (value !== null && worthOf(value) >= (to.minValue ?? 0) && worthOf(value) < (to.maxValue ?? Infinity));

const fitsTenure = (to: Applicability, months: number | null): boolean =>
  !asksTenure(to) || (months !== null && months >= (to.minTenure ?? 0) && months < (to.maxTenure ?? Infinity));

/** What a known total counts as: an invoice on which more was let off than sold is worth nothing, not less. */
export const worthOf = (total: number): number => Math.max(0, total);

const asksValue = (to: Applicability): boolean => to.minValue !== null || to.maxValue !== null;
const asksTenure = (to: Applicability): boolean => to.minTenure !== null || to.maxTenure !== null;

/** A product code says more than a category, and a category more than a complexity class. */
const productLevel = (to: Applicability): number => (to.productCodes.length > 0 ? 2 : to.categories.length > 0 ? 1 : 0);

const within = (a: readonly string[], b: readonly string[]): boolean =>
  b.length === 0 || (a.length > 0 && a.every((item) => b.includes(item)));

function productWithin(a: Applicability, b: Applicability): boolean {
  const level = productLevel(a) - productLevel(b);
  if (level !== 0) return level > 0;
  return (
    within(a.productCodes, b.productCodes) && within(a.categories, b.categories) && within(a.complexity, b.complexity)
  );
}

const atMost = (a: Applicability, b: Applicability): boolean =>
  within(a.regions, b.regions) &&
  within(a.segments, b.segments) &&
  productWithin(a, b) &&
  valueWithin(a, b) &&
  tenureWithin(a, b);

const valueWithin = (a: Applicability, b: Applicability): boolean =>
  !asksValue(b) ||
  (asksValue(a) && (a.minValue ?? 0) >= (b.minValue ?? 0) && (a.maxValue ?? Infinity) <= (b.maxValue ?? Infinity));

const tenureWithin = (a: Applicability, b: Applicability): boolean =>
  !asksTenure(b) ||
  (asksTenure(a) && (a.minTenure ?? 0) >= (b.minTenure ?? 0) && (a.maxTenure ?? Infinity) <= (b.maxTenure ?? Infinity));

/**
 * "More specific" (C12): `a` asks for no more cases than `b` in every respect, and for fewer in at least one.
 * A strict partial order: where two terms meet and neither is more specific, publishing is refused (see `ambiguity.ts`).
 */
export const moreSpecific = (a: Applicability, b: Applicability): boolean => atMost(a, b) && !atMost(b, a);
