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

/** Whether these goods of a purchase are promised less, in anything, where other facts hold. */
export type Less = (codes: readonly string[], was: FrozenFacts, is: FrozenFacts) => boolean;

const never: Less = () => false;

/**
 * Facts of a purchase to which imports added afterwards: their goods join what was frozen, and it is worth what it is
 * worth now, unless what was sold before would be promised less by that (S1).
 *
 * @param by `before` goods on it before, by code; `goods` that were not; `value` of the whole purchase, minor units of
 *   the business's currency; null: it is in another one, and what was frozen of its worth stays.
 */
export function extendedBy(
  facts: FrozenFacts,
  by: {
    batches: readonly string[];
    before: readonly string[];
    goods: readonly GoodsFacts[];
    value: number | null;
  },
  less: Less = never,
): FrozenFacts {
  return worthOf(withGoods(facts, by.goods), by, less);
}

function worthOf(
  facts: FrozenFacts,
  by: { batches: readonly string[]; before: readonly string[]; value: number | null },
  less: Less,
): FrozenFacts {
  const { uncounted = [], ...rest } = facts;
  const extended = { ...rest, extendedBy: joined(facts.extendedBy ?? [], by.batches) };
  const counted = { ...extended, value: by.value };
  if (by.value !== null && !less(by.before, facts, counted)) return counted;
  const left = by.value === null ? uncounted : joined(uncounted, by.batches);
  return left.length === 0 ? extended : { ...extended, uncounted: left };
}

/** In the order in which they came: ids of imports sort by that. */
const joined = (some: readonly string[], others: readonly string[]): string[] =>
  [...new Set([...some, ...others])].sort();

/** What one import brought to a purchase. */
export interface Brought {
  /** null: it was on it from the beginning. */
  batchId: string | null;
  /** Of the goods. */
  codes: readonly string[];
  /** Minor units; 0 where the purchase is in another currency than its promise. */
  amount: number;
}

/**
 * The reverse of {@link extendedBy} for one of the imports: as if it had never come. The others are weighed anew, for
 * some may have counted only together with it; but nobody loses by that what taking off its amount leaves (S1).
 *
 * @param brought by each of the imports, and what was sold in the first place.
 */
export function withoutImport(
  facts: FrozenFacts,
  batchId: string,
  brought: readonly Brought[],
  less: Less = never,
): FrozenFacts {
  const { extendedBy: all = [], uncounted = [], ...rest } = facts;
  const of = (id: string | null) => brought.find((each) => each.batchId === id) ?? { codes: [], amount: 0 };
  const batches = all.filter((id) => id !== batchId);
  const codes = [...new Set([null, ...batches].flatMap((id) => of(id).codes))];
  const kept = new Set(brought.flatMap((each) => (each.batchId === batchId ? [] : each.codes)));
  const gone = new Set(of(batchId).codes.filter((code) => !kept.has(code)));
  const goods = {
    goods: without(rest.goods, gone),
    ...(rest.extras === undefined ? {} : { extras: without(rest.extras, gone) }),
  };
  const counted = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (uncounted.includes(id) ? 0 : of(id).amount), 0);
  const worthLess = (amount: number) => (rest.value === null ? null : rest.value - amount);

  let again: FrozenFacts = { ...rest, ...goods, value: worthLess(counted(all)) };
  let value = again.value;
  let before = of(null).codes;
  for (const id of batches) {
    value = value === null ? null : value + of(id).amount;
    again = worthOf(again, { batches: [id], before, value }, less);
    before = [...before, ...of(id).codes];
  }
  const left = uncounted.filter((id) => id !== batchId);
  const lessened = {
    ...rest,
    ...goods,
    value: worthLess(counted([batchId])),
    ...(batches.length === 0 ? {} : { extendedBy: batches }),
    ...(left.length === 0 ? {} : { uncounted: left }),
  };
  return less(codes, facts, again) && !less(codes, facts, lessened) ? lessened : again;
}
