import type { GoodsFacts } from '../catalog/goods.ts';
import type { FrozenFacts } from './snapshot.ts';

/** Goods as they are frozen with a promise: plain ones, and extras where there are none, are left out. */
export function frozenGoods(goods: readonly GoodsFacts[]): Required<Pick<FrozenFacts, 'goods' | 'extras'>> {
  const special = goods.filter(({ category, complexity }) => category !== null || complexity !== 'LOW');
  const extras = new Map<string, string[]>();
  for (const each of goods) extras.set(each.code, [...new Set([...(extras.get(each.code) ?? []), ...each.extras])]);
  return {
    goods: Object.fromEntries(special.map(({ code, category, complexity }) => [code, { category, complexity }])),
    extras: Object.fromEntries([...extras].filter(([, items]) => items.length > 0)),
  };
}

/**
 * Facts in which these goods are what is said here, whatever was said of them before; the others stay. Where nothing is
 * frozen of extras, that stays so (see `FrozenFacts.extras`).
 */
export function withGoods(facts: FrozenFacts, goods: readonly GoodsFacts[]): FrozenFacts {
  const codes = new Set(goods.map(({ code }) => code));
  const said = frozenGoods(goods);
  return {
    ...facts,
    goods: { ...without(facts.goods, codes), ...said.goods },
    ...(facts.extras === undefined ? {} : { extras: { ...without(facts.extras, codes), ...said.extras } }),
  };
}

/** A record without some of its keys. */
const without = <T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));

/**
 * Facts of a purchase to which imports added afterwards: their goods join what was frozen, and it is worth what it is
 * worth now, unless what was sold before would be promised less by that (S1).
 *
 * @param by `goods` that were not on it before; `value` of the whole purchase, minor units of the business's currency;
 *   null: it is in another one, and what was frozen of its worth stays.
 * @param less whether what was on it before is promised less by facts than by `facts`.
 */
export function extendedBy(
  facts: FrozenFacts,
  by: { batches: readonly string[]; goods: readonly GoodsFacts[]; value: number | null },
  less: (is: FrozenFacts) => boolean = () => false,
): FrozenFacts {
  const { uncounted = [], ...rest } = withGoods(facts, by.goods);
  const extended = { ...rest, extendedBy: joined(facts.extendedBy ?? [], by.batches) };
  const counted = { ...extended, value: by.value };
  if (by.value !== null && !less(counted)) return counted;
  const left = by.value === null ? uncounted : joined(uncounted, by.batches);
  return left.length === 0 ? extended : { ...extended, uncounted: left };
}

const joined = (some: readonly string[], others: readonly string[]): string[] =>
  [...new Set([...some, ...others])].sort();

/**
 * The reverse of {@link extendedBy} for one of the imports.
 *
 * @param by `codes` of goods of which nothing is left without it; `amount` that it added, minor units.
 */
export function withoutImport(
  facts: FrozenFacts,
  by: { batchId: string; codes: readonly string[]; amount: number },
): FrozenFacts {
  const { extendedBy: batches = [], uncounted = [], ...rest } = facts;
  const codes = new Set(by.codes);
  const others = (list: readonly string[]) => list.filter((each) => each !== by.batchId);
  const [left, leftOut] = [others(batches), others(uncounted)];
  const amount = uncounted.includes(by.batchId) ? 0 : by.amount;
  return {
    ...rest,
    value: rest.value === null ? null : rest.value - amount,
    goods: without(rest.goods, codes),
    ...(rest.extras === undefined ? {} : { extras: without(rest.extras, codes) }),
    ...(left.length === 0 ? {} : { extendedBy: left }),
    ...(leftOut.length === 0 ? {} : { uncounted: leftOut }),
  };
}
