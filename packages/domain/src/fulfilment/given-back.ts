import { piecesOf, type Lot } from './pieces.ts';
import type { PlannedTask } from './plan.ts';
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

/**
 * Whether a task that nothing asks for is not owed because pieces of its goods were given back, or it is promised for them no
 * more, and not only because another is for the same goods.
 */
export function isOwedNoMore(
  task: Pick<FulfilmentTask, 'kind' | 'ordinal' | 'codes'>,
  plan: readonly Pick<PlannedTask, 'kind' | 'ordinal' | 'lots'>[],
): boolean {
  const lots = plan
    .filter(({ kind, ordinal }) => kind === task.kind && ordinal === task.ordinal)
    .flatMap((planned) => planned.lots.filter(({ code }) => task.codes.includes(code)));
  return lots.length === 0 || lots.some(({ gone = 0 }) => gone > 0);
}

type Goods = { code: string; quantity: number; gone: number; first?: boolean };

/**
 * Goods of a purchase without the pieces that were given back before they came: no delivery is for them, and none is
 * waited for (C14). A line that has deliveries for as many pieces as stay has them all: what stays of the goods that were
 * sold together is delivered first, and only what is left over had come before it was given back. Goods that were added
 * later take of no delivery that is for those before them.
 *
 * @param deliveries that are promised, in the order in which they were opened
 * @param goods in the order in which they came onto the purchase
 */
export function toCome<G extends Goods>(
  deliveries: readonly Pick<FulfilmentTask, 'codes' | 'pieces'>[],
  goods: readonly G[],
): G[] {
  const came = new Map<G, number>();
  for (const [code, lines] of Map.groupBy(goods, (line) => line.code)) {
    let left = deliveries.reduce((sum, delivery) => sum + piecesOf(delivery, code), 0);
    const take = (line: G, pieces: number) => {
      const taken = Math.min(pieces, left);
      left -= taken;
      came.set(line, (came.get(line) ?? 0) + taken);
    };
    for (const together of Map.groupBy(lines, (line) => (line.first === false ? line : null)).values()) {
      for (const line of together) take(line, staysOf(line));
      for (const line of together) take(line, line.quantity - staysOf(line));
    }
  }
  return goods.map((line) => ({ ...line, quantity: Math.max(staysOf(line), came.get(line)!) }));
}

const staysOf = ({ quantity, gone }: Goods): number => Math.max(0, quantity - gone);
