import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import { fulfilmentTasks } from './table.ts';

/**
 * The day on which a purchase was delivered (送貨, C14), by which promises that count from delivery run: the last of its
 * deliveries, once none is open. Null where that is not known.
 */
export async function deliveredOn(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string },
): Promise<string | null> {
  const { customerId, invoiceId, kind, status, completedOn } = fulfilmentTasks;
  const rows = await orm
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
  return days.length === 0 || days.includes(null) ? null : (days.sort().at(-1) ?? null);
}
