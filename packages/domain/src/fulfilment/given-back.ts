import { piecesOf, type Lot } from './pieces.ts';
import type { FulfilmentTask } from './task.ts';

/**
 * Lots that nothing was done for yet, without the pieces that were given back (C4). Pieces that came on one day are alike:
 * what was done for some of them was done for those that stay.
 */
export const leftOf = (lots: readonly Lot[]): Lot[] =>
  lots.flatMap(({ gone = 0, ...lot }) => (lot.pieces > gone ? [{ ...lot, pieces: lot.pieces - gone }] : []));

/** Whether some of the pieces that came with those of a lot stay. */
export const isLeft = ({ code, deliveredOn }: Lot, planned: readonly Lot[]): boolean =>
  leftOf(planned).some((lot) => lot.code === code && lot.deliveredOn === deliveredOn);

type Goods = { code: string; quantity: number; gone: number };

/** A line of goods as deliveries are given to it: how many of its pieces they carry, and how many stay. */
interface Carried<G> {
  line: G;
  stays: number;
  pieces: number;
}

/**
 * Goods of a purchase without the pieces that were given back before they came: no delivery is for them, and none is
 * waited for (C14). A line that has deliveries for as many pieces as stay has them all.
 *
 * @param deliveries that are promised, in the order in which they were opened
 * @param goods in the order in which they came onto the purchase
 */
export function toCome<G extends Goods>(
  deliveries: readonly Pick<FulfilmentTask, 'codes' | 'pieces'>[],
  goods: readonly G[],
): G[] {
  const all = [...Map.groupBy(goods, ({ code }) => code)].flatMap(([code, lines]) => {
    const free = deliveries.map((delivery) => piecesOf(delivery, code));
    const carried = lines.map((line) => carry(line, free));
    for (const [index, each] of carried.entries()) if (each.pieces > 0) makeUp(each, carried.slice(0, index));
    return carried;
  });
  const came = new Map(all.map(({ line, stays, pieces }) => [line, Math.max(stays, pieces)]));
  return goods.map((line) => ({ ...line, quantity: came.get(line)! }));
}

/** A line takes of the next deliveries until there is one for what stays of it; and of each as much as is its own. */
function carry<G extends Goods>(line: G, free: number[]): Carried<G> {
  const stays = Math.max(0, line.quantity - line.gone);
  let pieces = 0;
  for (let at = 0; at < free.length && pieces < Math.max(stays, 1); at += 1) {
    const more = Math.min(free[at]!, line.quantity - pieces);
    free[at]! -= more;
    pieces += more;
  }
  return { line, stays, pieces };
}

/** What a line is short of in a delivery that it shares with lines before it, these took for pieces that were given back. */
function makeUp<G>(each: Carried<G>, before: readonly Carried<G>[]): void {
  for (const other of before) {
    const spare = Math.max(0, Math.min(each.stays - each.pieces, other.pieces - other.stays));
    other.pieces -= spare;
    each.pieces += spare;
  }
}
