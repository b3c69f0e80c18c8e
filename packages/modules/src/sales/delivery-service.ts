import type { Orm } from '@perennial/kernel/db/database';
import { and, eq } from 'drizzle-orm';
import { invoices } from './table.ts';

/**
 * Says on which day a purchase was delivered, or with null that this is no longer known. For whoever does the
 * deliveries; decisions that were made before stand.
 */
export async function setDelivered(
  tx: Orm,
  purchase: { customerId: string; invoiceId: string },
  on: string | null,
): Promise<void> {
  await tx
    .update(invoices)
    .set({ deliveredOn: on })
    .where(and(eq(invoices.customerId, purchase.customerId), eq(invoices.id, purchase.invoiceId)));
}
