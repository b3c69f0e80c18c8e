import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import { setDelivered } from '../sales/index.ts';
import { fulfilmentTasks } from './table.ts';

/**
 * Puts the day on which a purchase was delivered (送貨, C14) on the purchase, where everything that counts from delivery
 * reads it: the day of the last of its deliveries, once none is open. To be called whenever a delivery was opened, done,
 * taken back or called off.
 * @returns that day
 */
export async function noteDelivery(
  tx: Orm,
  purchase: { customerId: string; invoiceId: string },
): Promise<string | null> {
  const { customerId, invoiceId, kind, status, completedOn } = fulfilmentTasks;
  const rows = await tx
    .select({ completedOn })
    .from(fulfilmentTasks)
    .where(
      and(
        eq(customerId, purchase.customerId),
        eq(invoiceId, purchase.invoiceId),
        eq(kind, 'DELIVERY'),
        ne(status, 'CANCELLED'),
      ),
    );
  const days = rows.map((row) => row.completedOn);
  const day = days.includes(null) ? null : (days.sort().at(-1) ?? null);
  await setDelivered(tx, purchase, day);
  return day;
}
