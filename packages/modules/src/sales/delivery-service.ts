import type { Delivered } from '@perennial/domain/sales/delivered';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, sql } from 'drizzle-orm';
import { invoices } from './table.ts';

/**
 * Says on which days a purchase and its goods were delivered, or with null that this is no longer known. For whoever
 * does the deliveries; decisions that were made before stand.
 */
export async function setDelivered(
  tx: Orm,
  purchase: { customerId: string; invoiceId: string },
  { deliveredOn, delivered }: Delivered,
): Promise<void> {
  await tx
    .update(invoices)
    .set({ deliveredOn, delivered })
    .where(
      and(
        eq(invoices.customerId, purchase.customerId),
        eq(invoices.id, purchase.invoiceId),
        // the purchase is taken hold of only where something is another
        sql`(${invoices.deliveredOn}, ${invoices.delivered}) is distinct from
          (${deliveredOn}::date, ${delivered === null ? null : JSON.stringify(delivered)}::text::jsonb)`,
      ),
    );
}
