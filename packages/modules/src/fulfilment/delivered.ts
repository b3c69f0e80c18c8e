import type { Delivered } from '@perennial/domain/sales/delivered';
import type { Orm } from '@perennial/kernel/db/database';
import { isDropped } from '@perennial/domain/fulfilment/rules';
import { codesSold, setDelivered } from '../sales/index.ts';
import { tasksOf, type TaskRow } from './rows.ts';

type Delivery = Pick<TaskRow, 'codes' | 'status' | 'completedOn'>;

/**
 * Puts the days on which a purchase and its goods were delivered (送貨, C14) on the purchase, where everything that counts
 * from delivery reads them. To be called whenever a delivery was opened, done, taken back or called off, or what was sold
 * is another.
 *
 * Goods count from their own delivery, whatever else is delivered when; those that have none from the deliveries of what
 * was sold in the first place. Of several it is the last, once none is open. Goods whose delivery somebody called off have
 * no day, as those that are not delivered yet: nobody knows how they came. Goods that are gone count for nothing.
 */
export async function noteDelivery(tx: Orm, purchase: { customerId: string; invoiceId: string }): Promise<void> {
  const tasks = await tasksOf(tx, purchase);
  const deliveries = tasks.filter((task) => task.kind === 'DELIVERY' && !isDropped(task));
  await setDelivered(tx, purchase, deliveredBy(deliveries, await codesSold(tx, purchase)));
}

function deliveredBy(deliveries: readonly Delivery[], sold: { first: string[]; later: string[] }): Delivered {
  const carrying = (some: readonly string[]) =>
    deliveries.filter(({ codes }) => codes.some((code) => some.includes(code)));
  const own = [...sold.first, ...sold.later].flatMap((code) => {
    const mine = carrying([code]);
    return mine.length === 0 ? [] : [[code, lastOf(mine)] as const];
  });
  const first = carrying(sold.first);
  return {
    deliveredOn: lastOf(first.length > 0 ? first : carrying(sold.later)),
    delivered: own.length === 0 ? null : Object.fromEntries(own),
  };
}

/** The day of the last of them, those left out that were called off; null: there is none, or one is open. */
function lastOf(deliveries: readonly Delivery[]): string | null {
  const days = deliveries.flatMap(({ status, completedOn }) => (status === 'CANCELLED' ? [] : [completedOn]));
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}
