import type { View } from './column.ts';

/** One thing that a list is narrowed by; several values of its address may belong to it. */
export interface Narrowing {
  field: string;
  /** Keys of the list's filter values that go when it is taken away. */
  keys: string[];
  from?: unknown;
  to?: unknown;
  /** What it has to be, or one of what; undefined for a range. */
  value?: unknown;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a list is narrowed by without showing it elsewhere: neither in a field for it (`shown`) nor as the view that is
 * open. Figures and other pages lead to lists with such filters in their address.
 */
export function narrowings(
  values: Record<string, unknown>,
  shown: readonly string[],
  views: readonly Pick<View, 'filter'>[],
): Narrowing[] {
  if (views.some((view) => same(view.filter, values))) return [];
  const found = new Map<string, Narrowing>();
  for (const [key, value] of Object.entries(values)) {
    if (key === 'q' || shown.includes(key) || value === '' || value === null || value === undefined) continue;
    const [, field = key, operator] = /^(.+)_(gte|lte|in|contains|isNull)$/.exec(key) ?? [];
    const one = found.get(field) ?? { field, keys: [] };
    one.keys.push(key);
    if (operator === 'gte') one.from = value;
    else if (operator === 'lte') one.to = value;
    else one.value = value;
    found.set(field, one);
  }
  return [...found.values()];
}

/** The ready-made view that means just this, whose name can say it. */
export function viewOf({ keys }: Narrowing, values: Record<string, unknown>, views: readonly View[]): View | undefined {
  const filter = Object.fromEntries(keys.map((key) => [key, values[key]]));
  return views.find((view) => same(view.filter, filter));
}

/** The choices that a list is narrowed to, as its column words them; undefined for a range, or without such words. */
export function choicesSaid(
  { value }: Narrowing,
  choice: ((value: string) => string) | undefined,
): string[] | undefined {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!choice || values.length === 0 || !values.every((each) => typeof each === 'string')) return undefined;
  return values.map(choice);
}
