import type { Delivered } from '../sales/delivered.ts';
import { carried, type Carried } from './carried.ts';
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

/**
 * The days on which a purchase and its goods were delivered (送貨, C14). Goods count from their own delivery, whatever else
 * is delivered when, and pieces of one code that came on different days each from theirs; those that have none count from
 * the deliveries of what was sold in the first place, unless an import added them to goods whose day was told. Of several
 * it is the last, once none is open. Goods whose delivery somebody called off have no day, as those that are not delivered
 * yet: nobody knows how they came. Deliveries of goods that are gone count for nothing.
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
    const added = by.filter(({ task }) => isOpen(task) && task.addedOn !== null);
    const last = lastOf(added.map(({ task }) => task.dueOn));
    return last === null ? [] : [[id, last] as const];
  });
  return new Map(days);
}

/** Lines with an open delivery, or that are to count from one: of others that have no day nobody knows when they come. */
export function waitedFor(deliveries: readonly Delivery[], goods: readonly SoldGoods[]): Set<string> {
  const lines = carried(deliveries, goods);
  const ofPurchase = carriersOfPurchase(lines);
  const waits = (line: Delivering) =>
    (line.by.length > 0 || line.awaited ? carriersOf([line]) : ofPurchase).some(isOpen);
  return new Set(lines.flatMap((line) => (waits(line) ? [line.id] : [])));
}

type Delivering = Carried<SoldGoods, Delivery>;

/** The deliveries from which goods count that have none of their own. */
function carriersOfPurchase(lines: readonly Delivering[]): Delivery[] {
  const first = carriersOf(lines.filter((line) => line.first));
  return first.length > 0 ? first : carriersOf(lines);
}

const carriersOf = (lines: readonly Delivering[]): Delivery[] => lines.flatMap(({ by }) => by.map(({ task }) => task));

/** Where it was not kept which pieces a delivery is for, one that was called off beside it is not waited for. */
function dayOf({ by, whole }: Delivering): string | null {
  if (!whole) return null;
  return lastOf(
    by.flatMap(({ task }) => (task.status === 'CANCELLED' && task.pieces === null ? [] : [task.completedOn])),
  );
}

/** null: there is none, or one is not known. */
function lastOf(days: readonly (string | null)[]): string | null {
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}
