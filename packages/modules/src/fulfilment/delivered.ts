import { deliveredBy, type Delivery, type SoldGoods } from '@perennial/domain/fulfilment/deliveries';
import { toCome } from '@perennial/domain/fulfilment/given-back';
import { isDropped } from '@perennial/domain/fulfilment/rules';
import type { Orm } from '@perennial/kernel/db/database';
import { linesOfGoods, piecesGivenBack, setDelivered, type PurchaseRef } from '../sales/index.ts';
import { tasksOf, type TaskRow } from './rows.ts';

/**
 * Puts the days on which a purchase and its goods were delivered (`deliveredBy` of the domain) on the purchase, where
 * everything that counts from delivery reads them. To be called whenever a delivery was opened, done, taken back or called
 * off, or what was sold is another.
 *
 * @param opened every delivery that is promised is: goods that have none are awaited by nobody.
 */
export async function noteDelivery(
  tx: Orm,
  purchase: PurchaseRef,
  { timezone }: { timezone: string },
  opened = false,
): Promise<void> {
  const deliveries = deliveriesOf(await tasksOf(tx, purchase));
  const lines = await goodsToCome(tx, purchase, deliveries, await piecesGivenBack(tx, purchase, timezone));
  await setDelivered(tx, purchase, deliveredBy(deliveries, opened ? awaitedByNobody(lines) : lines));
}

/** Lines of goods, as deliveries are given to them: without what was given back before it came. */
export async function goodsToCome(
  orm: Orm,
  purchase: PurchaseRef,
  deliveries: readonly Delivery[],
  gone: (lineId: string) => number,
): Promise<SoldGoods[]> {
  const lines = await linesOfGoods(orm, purchase);
  return toCome(
    deliveries,
    lines.map((line) => ({ ...line, gone: gone(line.id) })),
  );
}

export const awaitedByNobody = (lines: readonly SoldGoods[]): SoldGoods[] =>
  lines.map((line) => ({ ...line, awaited: false }));

/** Those that are promised, in the order in which they were opened. */
export const deliveriesOf = (tasks: readonly TaskRow[]): TaskRow[] =>
  tasks
    .filter((task) => task.kind === 'DELIVERY' && !isDropped(task))
    .sort((a, b) => Number(a.createdAt) - Number(b.createdAt) || (a.id < b.id ? -1 : 1));
