import { deliveredBy, type Delivery, type SoldGoods } from '@perennial/domain/fulfilment/deliveries';
import { toCome } from '@perennial/domain/fulfilment/given-back';
import type { Orm } from '@perennial/kernel/db/database';
import { linesOfGoods, piecesGivenBack, setDelivered, type PurchaseRef } from '../sales/index.ts';
import { promisedAsOpened, tasksOf, type TaskRow } from './rows.ts';

/**
 * Puts the days on which a purchase and its goods were delivered (`deliveredBy` of the domain) on the purchase, where
 * everything that counts from delivery reads them. To be called whenever a delivery was opened, done, taken back or called
 * off, or what was sold is another.
 */
export async function noteDelivery(tx: Orm, purchase: PurchaseRef, { timezone }: { timezone: string }): Promise<void> {
  const deliveries = deliveriesOf(await tasksOf(tx, purchase));
  const lines = await goodsToCome(tx, purchase, deliveries, await piecesGivenBack(tx, purchase, timezone));
  await setDelivered(tx, purchase, deliveredBy(deliveries, lines));
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

/** Those that are promised, in the order in which they were opened. */
export const deliveriesOf = (tasks: readonly TaskRow[]): TaskRow[] =>
  promisedAsOpened(tasks.filter(({ kind }) => kind === 'DELIVERY'));
