import { sql, type SQL } from 'drizzle-orm';
import { invoicesExtendedBy } from './intake-service.ts';
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
 * What every import brought to the purchases that one of them (`batchId`) added to: `customer_id, invoice_id, currency,
 * batch_id` (null: it was sold in the first place), `amount bigint` (minor units) and `codes jsonb` of the goods.
 */
export function broughtWith(batchId: string): SQL {
  return sql`
    select l.customer_id, l.invoice_id, i.currency, nullif(l.batch_id, i.batch_id) as batch_id,
      sum(l.amount)::bigint as amount,
      coalesce(jsonb_agg(distinct l.code) filter (where l.kind = 'SALE'), '[]') as codes
    from (${invoicesExtendedBy(batchId)}) x
    join ${invoices} i on i.customer_id = x.customer_id and i.id = x.id
    join ${invoiceLines} l on l.customer_id = i.customer_id and l.invoice_id = i.id
    where i.kind = 'SALE'
    group by 1, 2, 3, 4`;
}

/**
 * Goods that an import (`batchId`) added to purchases: `customer_id, invoice_id, code`, how many pieces it `brought` and how
 * many `stays` without it.
 */
export function piecesBroughtBy(batchId: string): SQL {
  return sql`
    select l.customer_id, l.invoice_id, l.code,
      sum(l.quantity) filter (where l.batch_id = ${batchId}::uuid)::int as brought,
      coalesce(sum(l.quantity) filter (where l.batch_id is distinct from ${batchId}::uuid), 0)::int as stays
    from (${invoicesExtendedBy(batchId)}) x
    join ${invoiceLines} l on l.customer_id = x.customer_id and l.invoice_id = x.id
    where l.kind = 'SALE'
    group by 1, 2, 3
    having bool_or(l.batch_id = ${batchId}::uuid)`;
}
