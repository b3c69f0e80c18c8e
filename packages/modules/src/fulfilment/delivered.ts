import { deliveredBy } from '@perennial/domain/fulfilment/deliveries';
import type { Orm } from '@perennial/kernel/db/database';
import { linesOfGoods, setDelivered, type PurchaseRef } from '../sales/index.ts';
import { asOpened, tasksOf, type TaskRow } from './rows.ts';

/**
 * Puts the days on which a purchase and its goods were delivered (`deliveredBy` of the domain) on the purchase, where
 * everything that counts from delivery reads them. To be called whenever a delivery was opened, done, taken back or called
 * off, or what was sold is another.
 */
export async function noteDelivery(tx: Orm, purchase: PurchaseRef): Promise<void> {
  const deliveries = deliveriesOf(await tasksOf(tx, purchase));
  await setDelivered(tx, purchase, deliveredBy(deliveries, await linesOfGoods(tx, purchase)));
}

/** Those that are promised, in the order in which they were opened. */
export const deliveriesOf = (tasks: readonly TaskRow[]): TaskRow[] =>
  asOpened(tasks.filter(({ kind }) => kind === 'DELIVERY'));
