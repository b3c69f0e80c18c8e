import type { Delivered } from '@perennial/domain/sales/delivered';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import { codesSold, setDelivered } from '../sales/index.ts';
import { fulfilmentTasks } from './table.ts';

type Delivery = Pick<typeof fulfilmentTasks.$inferSelect, 'codes' | 'completedOn'>;

/**
 * Puts the days on which a purchase and its goods were delivered (送貨, C14) on the purchase, where everything that counts
 * from delivery reads them. To be called whenever a delivery was opened, done, taken back or called off, or what was sold
 * is another.
 *
 * Goods count from their own delivery, whatever else is delivered when; those that have none from the deliveries of what
 * was sold in the first place. Of several it is the last, once none is open. Goods that are gone count for nothing.
 */
export async function noteDelivery(tx: Orm, purchase: { customerId: string; invoiceId: string }): Promise<void> {
  const { customerId, invoiceId, kind, status, codes, completedOn } = fulfilmentTasks;
  const deliveries = await tx
    .select({ codes, completedOn })
    .from(fulfilmentTasks)
    .where(
      and(
        eq(customerId, purchase.customerId),
        eq(invoiceId, purchase.invoiceId),
        eq(kind, 'DELIVERY'),
        ne(status, 'CANCELLED'),
      ),
    );
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

/** The day of the last of them; null: there is none, or one is open. */
function lastOf(deliveries: readonly Delivery[]): string | null {
  const days = deliveries.map(({ completedOn }) => completedOn);
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}
