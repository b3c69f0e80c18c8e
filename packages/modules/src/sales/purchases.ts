import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { and, desc, eq, lte, sql, type SQL } from 'drizzle-orm';
import { goodsFacts, purchaseFacts, type Reckoning } from './facts.ts';
import { invoiceLines, invoices, returnMatches } from './table.ts';

/** First and last customer id of a chunk, both inside. */
export interface CustomerRange {
  from: string;
  to: string;
}

/** Calendar day of a moment in the business's time zone. */
const dayOf = (moment: SQL, timezone: string): SQL => sql`((${moment}) at time zone ${timezone}::text)::date`;

/** Whether anything was ever sold or taken back. */
export async function anySold(orm: Orm): Promise<boolean> {
  const rows = await orm.select({ id: invoices.id }).from(invoices).limit(1);
  return rows.length > 0;
}

/** The day, in the business's zone, of the newest purchase or return on record; null where there is none. */
export async function newestDay(orm: Orm, timezone: string): Promise<string | null> {
  const day = dayOf(sql`max(${invoices.at})`, timezone);
  const [row] = await orm.select({ day: sql<string | null>`${day}::text` }).from(invoices);
  return row?.day ?? null;
}

/** The moment of the newest purchase on record that is not after `until`; null where there is none. */
export async function lastSoldBy(orm: Orm, until: Date): Promise<Date | null> {
  const [row] = await orm
    .select({ at: invoices.at })
    .from(invoices)
    .where(and(eq(invoices.kind, 'SALE'), lte(invoices.at, until)))
    .orderBy(desc(invoices.at))
    .limit(1);
  return row?.at ?? null;
}

/** Purchases of a range of customers: `customer_id, invoice_id` and their {@link purchaseFacts}. */
export function purchasesOf(range: CustomerRange, frame: Reckoning): SQL {
  return sql`
    select i.customer_id, i.id as invoice_id, ${purchaseFacts(sql`i`, frame)}
    from ${invoices} i
    where i.kind = 'SALE' and i.customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/** Every customer there is, as a range. */
export const EVERYBODY: CustomerRange = {
  from: '00000000-0000-0000-0000-000000000000',
  to: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/**
 * What customers bought on the days of [since, until], less what came back on them, fees left out: `customer_id, value
 * bigint` (minor units; below 0 where more came back than was bought). What was sold in another currency than the
 * business's is not in it.
 */
export function netSales(since: string, until: string, { currency, timezone }: Reckoning): SQL {
  return sql`
    select l.customer_id, sum(l.amount)::bigint as value
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.kind in ('SALE', 'RETURN') and l.currency = ${currency}::text
      and ${dayOf(sql`i.at`, timezone)} between ${since}::date and ${until}::date
    group by l.customer_id`;
}

/** Purchases of a range of customers with a fee of that code on them, a discount say: `customer_id, invoice_id`. */
export function purchasesWithFee(range: CustomerRange, code: string): SQL {
  return sql`
    select l.customer_id, l.invoice_id from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id and i.kind = 'SALE'
    where l.kind = 'FEE' and l.code = ${code}::text
      and l.customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/** Goods sold to a range of customers: `customer_id, id, invoice_id, code, product_id`. */
export function goodsSold(range: CustomerRange): SQL {
  return sql`
    select customer_id, id, invoice_id, code, product_id from ${invoiceLines}
    where kind = 'SALE' and customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/**
 * What a range of customers brought back, one row per returned line and purchase, and one more for the pieces without
 * a purchase: `customer_id, return_line_id, invoice_id` (the credit note), `code, at, returned_on date, quantity int`
 * (above 0), `line_amount bigint` (of the whole returned line, minor units of the business's currency, not negative; 0
 * where it is in another one), and of the purchase, null where there is none, `sale_line_id, sale_invoice_id, product_id`
 * and the {@link goodsFacts} of the goods on it.
 */
export function returnedPieces(range: CustomerRange, frame: Reckoning): SQL {
  const { currency, timezone } = frame;
  return sql`
    with came_back as (
      select l.customer_id, l.id as return_line_id, l.invoice_id, l.code, i.at, abs(l.quantity) as pieces,
        case when l.currency = ${currency}::text then abs(l.amount) else 0 end as line_amount
      from ${invoiceLines} l
      join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
      where l.kind = 'RETURN' and l.quantity <> 0
        and l.customer_id between ${range.from}::uuid and ${range.to}::uuid
    )
    select c.customer_id, c.return_line_id, c.invoice_id, c.code, c.at, ${dayOf(sql`c.at`, timezone)} as returned_on,
      m.quantity, c.line_amount, m.sale_line_id, s.invoice_id as sale_invoice_id, s.product_id,
      ${goodsFacts(sql`si`, sql`s`, frame)}
    from came_back c
    join ${returnMatches} m on m.customer_id = c.customer_id and m.return_line_id = c.return_line_id
    join ${invoiceLines} s on s.customer_id = m.customer_id and s.id = m.sale_line_id
    join ${invoices} si on si.customer_id = s.customer_id and si.id = s.invoice_id
    union all
    select c.customer_id, c.return_line_id, c.invoice_id, c.code, c.at, ${dayOf(sql`c.at`, timezone)},
      (c.pieces - coalesce(m.found, 0))::int, c.line_amount, null, null, null, null, null, null
    from came_back c
    left join (
      select customer_id, return_line_id, sum(quantity) as found
      from ${returnMatches}
      where customer_id between ${range.from}::uuid and ${range.to}::uuid
      group by 1, 2
    ) m on m.customer_id = c.customer_id and m.return_line_id = c.return_line_id
    where c.pieces > coalesce(m.found, 0)`;
}

/**
 * Lines of goods sold to a range of customers: `customer_id, id, product_id, quantity, amount bigint` (minor units of the
 * business's currency; 0 where it was sold in another one) and their {@link goodsFacts}.
 */
export function soldValues(range: CustomerRange, frame: Reckoning): SQL {
  return sql`
    select l.customer_id, l.id, l.product_id, l.quantity,
      case when l.currency = ${frame.currency}::text then l.amount else 0 end as amount,
      ${goodsFacts(sql`i`, sql`l`, frame)}
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.kind = 'SALE' and l.customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/** Return invoices of a range of customers: `customer_id, id`. */
export function returnInvoices(range: CustomerRange): SQL {
  return sql`
    select customer_id, id from ${invoices}
    where kind = 'RETURN' and customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/** Those of the numbers under which a return invoice is on record. */
export async function returnNumbersKnown(orm: Orm, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ number: string }>(
    orm,
    sql`
    select distinct i.number from ${invoices} i
    join jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb) n (number) on n.number = i.number
    where i.kind = 'RETURN'`,
  );
  return new Set(rows.map(({ number }) => number));
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
  /** Null: not known. */
  deliveredOn: string | null;
  /** Total of the invoice, minor units of the business's currency; null: it is in another one. */
  value: number | null;
}

/** Null when there is no such line. */
export async function soldLine(
  orm: Orm,
  ref: { customerId: string; id: string },
  frame: Reckoning,
): Promise<SoldLine | null> {
  const [row] = await rowsOf<{
    invoice_id: string;
    product_id: string | null;
    code: string;
    kind: SoldLine['kind'];
    at: string;
    delivered_on: string | null;
    value: string | null;
  }>(
    orm,
    sql`
    select l.invoice_id, l.product_id, l.code, l.kind, f.delivered_on::text as delivered_on, f.value::text as value,
      to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    cross join lateral (select ${goodsFacts(sql`i`, sql`l`, frame)}) f
    where l.customer_id = ${ref.customerId}::uuid and l.id = ${ref.id}::uuid`,
  );
  if (!row) return null;
  const { invoice_id: invoiceId, product_id: productId, delivered_on: deliveredOn, code, kind, at } = row;
  const value = row.value === null ? null : Number(row.value);
  return { customerId: ref.customerId, invoiceId, productId, code, kind, at, deliveredOn, value };
}
