import type { Delivered } from '@perennial/domain/sales/delivered';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, sql } from 'drizzle-orm';
import { invoicesExtendedBy } from './intake-service.ts';
import { invoiceLines, invoices } from './table.ts';

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

/**
 * Says that what an import (`batchId`) added to purchases was not delivered yet (C14): what was sold before it may have
 * been, and these goods do not count from that. For purchases of which nothing is said there is nothing to say.
 */
export async function awaitDelivery(tx: Orm, batchId: string): Promise<void> {
  await tx.execute(sql`
    update ${invoices} i set delivered = coalesce(i.delivered, '{}') || a.awaited
    from (
      select x.customer_id, x.id, jsonb_object_agg(l.id::text, null::text) as awaited
      from (${invoicesExtendedBy(batchId)}) x
      join ${invoiceLines} l on l.customer_id = x.customer_id and l.invoice_id = x.id
      where l.batch_id = ${batchId}::uuid and l.kind = 'SALE'
      group by 1, 2
    ) a
    where i.customer_id = a.customer_id and i.id = a.id and (i.delivered_on is not null or i.delivered is not null)`);
}
