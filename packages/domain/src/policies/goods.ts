import type { GoodsFacts } from '../catalog/goods.ts';
import { worthOfGoods, type FrozenFacts } from './snapshot.ts';

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

/** Whether goods of a purchase are promised less, in anything, where other facts hold. */
export type Less = (code: string, was: FrozenFacts, is: FrozenFacts) => boolean;

const never: Less = () => false;

/**
 * Facts of a purchase to which imports added afterwards: their goods join what was frozen, and it is worth what it is
 * worth now. Goods that were there before and would be promised less by that stay judged by the worth they had (S1);
 * each for itself, so that what is promised for some of them never decides over others.
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
  const extended = { ...facts, extendedBy: joined(facts.extendedBy ?? [], by.batches) };
  if (by.value === null || facts.value === null) return extended;
  const counted = judgedBy(extended, by.value, []);
  return judgedBy(
    extended,
    by.value,
    worthsWhere(facts, by.before, (code) => less(code, facts, counted)),
  );
}

/** Facts by which all goods are judged by the worth of the whole, but these by their own. */
function judgedBy(
  facts: FrozenFacts,
  value: number | null,
  worths: readonly (readonly [string, number])[],
): FrozenFacts {
  const { uncounted: _, worths: __, ...rest } = facts;
  const others = worths.filter(([, worth]) => worth !== value);
  return { ...rest, value, ...(others.length > 0 && { worths: Object.fromEntries(others) }) };
}

/** By which worth those of the goods are judged that are chosen. */
const worthsWhere = (facts: FrozenFacts, codes: readonly string[], chosen: (code: string) => boolean) =>
  codes.filter(chosen).flatMap((code): [string, number][] => {
    const worth = worthOfGoods(facts, code);
    return worth === null ? [] : [[code, worth]];
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
 * The reverse of {@link extendedBy} for one of the imports: as if it had never come. The others are weighed anew; but no
 * goods lose by that what taking off its amount leaves them (S1).
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
  // promises of before leave out of the worth what did not count
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + of(id).amount, 0);
  const whole = rest.value === null ? null : rest.value + sum(uncounted);
  const sold = { ...rest, value: whole === null ? null : whole - sum(all) };
  const again = weighedAnew(sold, [null, ...others].map(of), less);
  const left = [...new Set([null, ...others].flatMap((id) => of(id).codes))];
  const taken = judgedBy(again, whole === null ? null : whole - sum([batchId]), Object.entries(without(worths, gone)));
  const keeps = (code: string) => less(code, facts, again) && !less(code, facts, taken);
  return judgedBy(again, again.value, [
    ...worthsWhere(again, left, (code) => !keeps(code)),
    ...worthsWhere(taken, left, keeps),
  ]);
}

/** The purchase as it was sold, and then what each import in turn makes of it. */
function weighedAnew(sold: FrozenFacts, [first, ...later]: readonly Brought[], less: Less): FrozenFacts {
  let facts = sold;
  let { value } = sold;
  let before = first?.codes ?? [];
  for (const { batchId, codes, amount } of later) {
    value = value === null ? null : value + amount;
    facts = worthOf(facts, { batches: [batchId!], before, value }, less);
    before = [...new Set([...before, ...codes])];
  }
  return facts;
}
