import { cameBack, type PiecesBack } from '@perennial/domain/sales/came-back';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { creditedPieces } from './claimed-purchase.ts';
import type { PurchaseRef } from './one-purchase.ts';
import { invoiceLines, invoices, returnMatches } from './table.ts';

const isPurchase = ({ customerId, invoiceId }: PurchaseRef) =>
  and(eq(invoices.customerId, customerId), eq(invoices.id, invoiceId));

/** Says, by line of goods, which pieces of a purchase settled claims took back for good, all of them. For whoever settles. */
export async function setTakenBack(
  tx: Orm,
  purchase: PurchaseRef,
  takenBack: Readonly<Record<string, readonly PiecesBack[]>>,
): Promise<void> {
  await tx.update(invoices).set({ takenBack }).where(isPurchase(purchase));
}

/**
 * By line of goods of a purchase, how many pieces were given back for good: those that a settled claim takes back, and
 * those of credit notes that are matched to the purchase and that no such claim explains. It is the count by which a claim
 * for more is refused, but for what is not done yet: goods of a claim that is only decided may still stay, and a piece that
 * was repaired or replaced is the customer's, with all that was promised for it.
 */
export async function piecesGivenBack(
  orm: Orm,
  purchase: PurchaseRef,
  timezone: string,
): Promise<(lineId: string) => number> {
  const [row] = await orm.select({ takenBack: invoices.takenBack }).from(invoices).where(isPurchase(purchase));
  const claimed = new Map(Object.entries(row?.takenBack ?? {}));
  const credits = Map.groupBy(await creditedPieces(orm, purchase, timezone), ({ saleLineId }) => saleLineId);
  return (lineId) => cameBack(claimed.get(lineId) ?? [], credits.get(lineId) ?? []);
}

/** Goods of purchases of which credit notes of an import took pieces back: `customer_id, invoice_id, code`. */
export function goodsCreditedBy(batchId: string): SQL {
  return sql`
    select distinct s.customer_id, s.invoice_id, s.code
    from ${invoiceLines} r
    join ${returnMatches} m on m.customer_id = r.customer_id and m.return_line_id = r.id
    join ${invoiceLines} s on s.customer_id = m.customer_id and s.id = m.sale_line_id
    where r.batch_id = ${batchId}::uuid and r.kind = 'RETURN'`;
}
