import { sql, type SQL } from 'drizzle-orm';
import type { CustomerRange } from './purchases.ts';
import { invoiceLines, invoices } from './table.ts';

/**
 * Lines that a later import added to purchases of a range of customers: `customer_id, id, invoice_id, batch_id, kind, code,
 * product_id`.
 */
export function linesAddedLater(range: CustomerRange): SQL {
  return sql`
    select l.customer_id, l.id, l.invoice_id, l.batch_id, l.kind, l.code, l.product_id
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.batch_id is not null and l.batch_id is distinct from i.batch_id and i.kind = 'SALE'
      and l.customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/**
 * What an import added to purchases that were there before it, and takes along when it goes: `customer_id, invoice_id,
 * currency`, `amount bigint` (minor units) and `codes jsonb` (goods of which nothing is left then; null: none).
 */
export function goesWithBatch(batchId: string): SQL {
  return sql`
    select l.customer_id, l.invoice_id, i.currency, sum(l.amount)::bigint as amount,
      jsonb_agg(distinct l.code) filter (where l.kind = 'SALE' and not exists (
        select 1 from ${invoiceLines} o
        where o.customer_id = l.customer_id and o.invoice_id = l.invoice_id and o.code = l.code and o.kind = 'SALE'
          and o.batch_id is distinct from l.batch_id)) as codes
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.batch_id = ${batchId}::uuid and i.batch_id is distinct from ${batchId}::uuid and i.kind = 'SALE'
    group by 1, 2, 3`;
}
