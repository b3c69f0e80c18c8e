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
 * worth now, unless what was sold before would be promised less by that (S1). Then only those of the new goods are judged
 * by it that would be promised less without it.
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
  return worthOf(withGoods(facts, by.goods), { ...by, codes: by.goods.map(({ code }) => code) }, less);
}

function worthOf(
  facts: FrozenFacts,
  by: { batches: readonly string[]; before: readonly string[]; codes: readonly string[]; value: number | null },
  less: Less,
): FrozenFacts {
  const { uncounted = [], worths = {}, ...rest } = facts;
  const extended = { ...rest, extendedBy: joined(facts.extendedBy ?? [], by.batches) };
  if (by.value === null) return { ...extended, ...marked(uncounted, worths) };
  const counted = { ...extended, value: by.value };
  if (!less(by.before, facts, counted)) return counted;
  const dearer = by.codes.filter((code) => less([code], counted, facts)).map((code) => [code, counted.value] as const);
  return { ...extended, ...marked(joined(uncounted, by.batches), { ...worths, ...Object.fromEntries(dearer) }) };
}

/** What does not count, and for which goods it does; left out where there is none. */
const marked = (
  uncounted: readonly string[],
  worths: NonNullable<FrozenFacts['worths']>,
): Pick<FrozenFacts, 'uncounted' | 'worths'> => ({
  ...(uncounted.length === 0 ? {} : { uncounted }),
  ...(Object.keys(worths).length === 0 ? {} : { worths }),
});

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
  const { extendedBy: all = [], uncounted = [], worths = {}, ...frozen } = facts;
  const of = (id: string | null) =>
    brought.find((each) => each.batchId === id) ?? { batchId: id, codes: [], amount: 0 };
  const others = all.filter((id) => id !== batchId);
  const kept = new Set(brought.flatMap((each) => (each.batchId === batchId ? [] : each.codes)));
  const gone = new Set(of(batchId).codes.filter((code) => !kept.has(code)));
  const rest = {
    ...frozen,
    goods: without(frozen.goods, gone),
    ...(frozen.extras === undefined ? {} : { extras: without(frozen.extras, gone) }),
  };
  /** Its worth without what these imports added to it. */
  const worthWithout = (ids: readonly string[]) =>
    ids
      .filter((id) => !uncounted.includes(id))
      .reduce((sum, id) => (sum === null ? null : sum - of(id).amount), rest.value);
  const again = weighedAnew({ ...rest, value: worthWithout(all) }, [null, ...others].map(of), less);
  const lessened = {
    ...rest,
    value: worthWithout([batchId]),
    ...(others.length === 0 ? {} : { extendedBy: others }),
    ...marked(
      uncounted.filter((id) => id !== batchId),
      without(worths, gone),
    ),
  };
  const left = [...new Set([null, ...others].flatMap((id) => of(id).codes))];
  return less(left, facts, again) && !less(left, facts, lessened) ? lessened : again;
}

/** The purchase as it was sold, and then what each import in turn makes of it. */
function weighedAnew(sold: FrozenFacts, [first, ...later]: readonly Brought[], less: Less): FrozenFacts {
  let facts = sold;
  let { value } = sold;
  let before = first?.codes ?? [];
  for (const { batchId, codes: all, amount } of later) {
    value = value === null ? null : value + amount;
    const codes = all.filter((code) => !before.includes(code));
    facts = worthOf(facts, { batches: [batchId!], before, codes, value }, less);
    before = [...before, ...codes];
  }
  return facts;
}
