import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { invoiceLines, invoices, returnMatches } from './table.ts';

/** First and last customer id of a chunk, both inside. */
export interface CustomerRange {
  from: string;
  to: string;
}

/** Calendar day of a moment in the business's time zone. */
const dayOf = (moment: SQL, timezone: string): SQL => sql`((${moment}) at time zone ${timezone}::text)::date`;

/** Purchases of a range of customers: `customer_id, invoice_id, bought_on date`. */
export function purchasesOf(range: CustomerRange, timezone: string): SQL {
  return sql`
    select customer_id, id as invoice_id, ${dayOf(sql`at`, timezone)} as bought_on
    from ${invoices}
    where kind = 'SALE' and customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/**
 * What a range of customers brought back, one row per returned line and purchase, and one more for the pieces without
 * a purchase: `customer_id, return_line_id, invoice_id` (the credit note), `code, at, returned_on date, quantity int`
 * (above 0), and of the purchase, null where there is none, `sale_line_id, sale_invoice_id, product_id,
 * bought_on date, value bigint` (total of its invoice, minor units).
 */
export function returnedPieces(range: CustomerRange, timezone: string): SQL {
  return sql`
    with came_back as (
      select l.customer_id, l.id as return_line_id, l.invoice_id, l.code, i.at, abs(l.quantity) as pieces
      from ${invoiceLines} l
      join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
      where l.kind = 'RETURN' and l.quantity <> 0
        and l.customer_id between ${range.from}::uuid and ${range.to}::uuid
    )
    select c.customer_id, c.return_line_id, c.invoice_id, c.code, c.at, ${dayOf(sql`c.at`, timezone)} as returned_on,
      m.quantity, m.sale_line_id, s.invoice_id as sale_invoice_id, s.product_id, ${dayOf(sql`si.at`, timezone)} as bought_on,
      si.total as value
    from came_back c
    join ${returnMatches} m on m.customer_id = c.customer_id and m.return_line_id = c.return_line_id
    join ${invoiceLines} s on s.customer_id = m.customer_id and s.id = m.sale_line_id
    join ${invoices} si on si.customer_id = s.customer_id and si.id = s.invoice_id
    union all
    select c.customer_id, c.return_line_id, c.invoice_id, c.code, c.at, ${dayOf(sql`c.at`, timezone)},
      (c.pieces - coalesce(m.found, 0))::int, null, null, null, null, null
    from came_back c
    left join (
      select customer_id, return_line_id, sum(quantity) as found
      from ${returnMatches}
      where customer_id between ${range.from}::uuid and ${range.to}::uuid
      group by 1, 2
    ) m on m.customer_id = c.customer_id and m.return_line_id = c.return_line_id
    where c.pieces > coalesce(m.found, 0)`;
}

/** Invoices that an import brought: `customer_id, id`. */
export function invoicesOfBatch(batchId: string): SQL {
  return sql`select customer_id, id from ${invoices} where batch_id = ${batchId}::uuid`;
}

/** Lines that an import brought: `customer_id, id`. */
export function linesOfBatch(batchId: string): SQL {
  return sql`select customer_id, id from ${invoiceLines} where batch_id = ${batchId}::uuid`;
}

/** One line of an invoice as a claim about it needs it. */
export interface SoldLine {
  customerId: string;
  invoiceId: string;
  productId: string | null;
  code: string;
  kind: 'SALE' | 'RETURN' | 'FEE';
  /** ISO moment. */
  at: string;
  /** Total of the invoice, minor units. */
  value: number;
}

/** Null when there is no such line. */
export async function soldLine(orm: Orm, ref: { customerId: string; id: string }): Promise<SoldLine | null> {
  const [row] = await rowsOf<{
    invoice_id: string;
    product_id: string | null;
    code: string;
    kind: SoldLine['kind'];
    at: string;
    value: string;
  }>(
    orm,
    sql`
    select l.invoice_id, l.product_id, l.code, l.kind, i.total::text as value,
      to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.customer_id = ${ref.customerId}::uuid and l.id = ${ref.id}::uuid`,
  );
  if (!row) return null;
  const { invoice_id: invoiceId, product_id: productId, code, kind, at } = row;
  return { customerId: ref.customerId, invoiceId, productId, code, kind, at, value: Number(row.value) };
}
