import type { Delivered } from '../sales/delivered.ts';
import { piecesOf } from './pieces.ts';
import { isOpen } from './rules.ts';
import type { FulfilmentTask } from './task.ts';

export type Delivery = Pick<FulfilmentTask, 'codes' | 'pieces' | 'status' | 'completedOn'>;

/** A line of goods on a purchase. */
export interface SoldGoods {
  id: string;
  code: string;
  quantity: number;
  /** Sold in the first place, and not added by a later import. */
  first: boolean;
  /** An import added it to goods of which days were told: it has no day but that of a delivery of its own. */
  awaited?: boolean;
}

interface Carried<T extends Delivery = Delivery> extends SoldGoods {
  by: T[];
  /** There is a delivery for every piece. */
  whole: boolean;
}

/**
 * The days on which a purchase and its goods were delivered (送貨, C14). Goods count from their own delivery, whatever else
 * is delivered when, and pieces of one code that came on different days each from theirs; those that have none count from
 * the deliveries of what was sold in the first place, unless an import added them to goods whose day was told. Of several it is the
 * last, once none is open. Goods whose delivery somebody called off have no day, as those that are not delivered yet:
 * nobody knows how they came. Deliveries of goods that are gone count for nothing.
 *
 * @param deliveries that are promised, in the order in which they were opened
 * @param goods in the order in which they came onto the purchase
 */
export function deliveredBy(deliveries: readonly Delivery[], goods: readonly SoldGoods[]): Delivered {
  const lines = carried(deliveries, goods);
  const own = [...Map.groupBy(lines, ({ code }) => code)].flatMap(
    ([code, its]): (readonly [string, string | null])[] => {
      if (its.every(({ by }) => by.length === 0))
        return its.flatMap(({ id, awaited }) => (awaited ? [[id, null] as const] : []));
      const days = its.map((line) => ({ ...line, day: dayOf(line) }));
      const all = lastOf(days.map(({ day }) => day));
      // what was added stays named, also with its code's day: should its delivery be promised no more, it has none again
      const apart = days.flatMap(({ id, day, awaited }) => (day === all && !awaited ? [] : [[id, day] as const]));
      return [[code, all] as const, ...apart];
    },
  );
  const ofPurchase = carriersOfPurchase(lines);
  return {
    deliveredOn: lastOf(ofPurchase.flatMap(({ status, completedOn }) => (status === 'CANCELLED' ? [] : [completedOn]))),
    delivered: own.length === 0 ? null : Object.fromEntries(own),
  };
}

/** A delivery with the last day on which it is in time, and the day on which it was added to what was promised before. */
export type DueDelivery = Delivery & { dueOn: string; addedOn: string | null };

/** By line, the last day of the delivery that was added for it and is still to come: what counts from delivery waits for it. */
export function expectedBy(deliveries: readonly DueDelivery[], goods: readonly SoldGoods[]): Map<string, string> {
  const days = carried(deliveries, goods).flatMap(({ id, by }) => {
    const added = by.filter((each) => isOpen(each) && each.addedOn !== null);
    const last = lastOf(added.map(({ dueOn }) => dueOn));
    return last === null ? [] : [[id, last] as const];
  });
  return new Map(days);
}

/** Lines with an open delivery, or that are to count from one: of others that have no day nobody knows when they come. */
export function waitedFor(deliveries: readonly Delivery[], goods: readonly SoldGoods[]): Set<string> {
  const lines = carried(deliveries, goods);
  const ofPurchase = carriersOfPurchase(lines);
  const waits = ({ by, awaited }: Carried) => (by.length > 0 || awaited ? by : ofPurchase).some(isOpen);
  return new Set(lines.flatMap((line) => (waits(line) ? [line.id] : [])));
}

/** Gives each delivery its pieces, line by line. */
function carried<T extends Delivery>(deliveries: readonly T[], goods: readonly SoldGoods[]): Carried<T>[] {
  const given = deliveries.map(() => new Map<string, number>());
  return goods.map((line) => {
    const { code } = line;
    let left = line.quantity;
    const by = deliveries.filter((delivery, index) => {
      const before = given[index]!.get(code) ?? 0;
      const free = piecesOf(delivery, code) - before;
      // where it was not kept which pieces it is for, it may be any of them
      if (free === Infinity) return true;
      const pieces = Math.min(free, left);
      if (pieces <= 0) return false;
      given[index]!.set(code, before + pieces);
      left -= pieces;
      return true;
    });
    return { ...line, by, whole: left <= 0 || by.some(({ pieces }) => pieces === null) };
  });
}

/** The deliveries from which goods count that have none of their own. */
function carriersOfPurchase(lines: readonly Carried[]): Delivery[] {
  const first = carriersOf(lines.filter((line) => line.first));
  return first.length > 0 ? first : carriersOf(lines);
}

const carriersOf = (lines: readonly Carried[]): Delivery[] => lines.flatMap(({ by }) => by);

/** Where it was not kept which pieces a delivery is for, one that was called off beside it is not waited for. */
function dayOf({ by, whole }: Carried): string | null {
  if (!whole) return null;
  return lastOf(by.flatMap((each) => (each.status === 'CANCELLED' && each.pieces === null ? [] : [each.completedOn])));
}

/** null: there is none, or one is not known. */
function lastOf(days: readonly (string | null)[]): string | null {
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}
