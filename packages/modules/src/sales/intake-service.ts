import { countOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { customerCurrencies } from '../customers/index.ts';
import { invoiceLines, invoices, returnMatches } from './table.ts';

/** Invoices by number: `customer_id, id, number, kind, currency, batch_id`. */
export function invoiceKeys(): SQL {
  return sql`select customer_id, id, number, kind, currency, batch_id from ${invoices}`;
}

/** Lines by match key, with what an import compares: `customer_id, invoice_id, code, ordinal, quantity, unit_price, description`. */
export function lineKeys(): SQL {
  return sql`select customer_id, invoice_id, code, ordinal, quantity, unit_price, description from ${invoiceLines}`;
}

/**
 * Writes new invoices from a query: `customer_id, id, number, at, kind, country`. Totals come with
 * `refreshInvoices` once the lines are there.
 */
export async function takeInInvoices(
  tx: Orm,
  source: SQL,
  intake: { batchId: string; currency: string },
): Promise<number> {
  return countOf(
    tx,
    sql`
    insert into ${invoices} (customer_id, id, number, at, kind, country, currency, total, lines, batch_id)
    select customer_id, id, number, at, kind, country, ${intake.currency}, total, lines, ${intake.batchId}::uuid
    from (${source}) s order by customer_id, id`,
  );
}

/**
 * Writes lines from a query: `customer_id, id, invoice_id, code, product_id, ordinal, description, quantity, unit_price,
 * amount, kind, repeated`. In the order of the primary key: a customer's lines lie together, and the index grows at its
 * right-hand edge.
 */
export async function takeInLines(
  tx: Orm,
  source: SQL,
  intake: { batchId: string; currency: string },
): Promise<number> {
  return countOf(
    tx,
    sql`
    insert into ${invoiceLines} (customer_id, id, invoice_id, code, product_id, ordinal, description, quantity, unit_price,
      amount, currency, kind, repeated, batch_id)
    select customer_id, id, invoice_id, code, product_id, ordinal, description, quantity, unit_price, amount,
      ${intake.currency}, kind, repeated, ${intake.batchId}::uuid
    from (${source}) s order by customer_id, id`,
  );
}

/** Tells the planner what came in: until then it takes half a million new lines for none, and plans accordingly. */
export async function refreshStatistics(tx: Orm): Promise<void> {
  await tx.execute(sql`analyze ${invoices}`);
  await tx.execute(sql`analyze ${invoiceLines}`);
}

/** Adds up the lines of invoices (`customer_id, id`) again, after lines came or went. */
export async function refreshInvoices(tx: Orm, which: SQL): Promise<void> {
  await tx.execute(sql`
    update ${invoices} i set total = s.total, lines = s.lines
    from (
      select w.customer_id, w.id, coalesce(sum(l.amount), 0)::bigint as total, count(l.id)::int as lines
      from (${which}) w
      left join ${invoiceLines} l on l.customer_id = w.customer_id and l.invoice_id = w.id
      group by 1, 2
    ) s
    where i.customer_id = s.customer_id and i.id = s.id and (i.total, i.lines) <> (s.total, s.lines)`);
}

/** Keeps invoices (`customer_id, id`) from being removed before this transaction ends. */
export async function holdInvoices(tx: Orm, which: SQL): Promise<void> {
  await tx.execute(sql`select 1 from ${invoices} where (customer_id, id) in (${which}) for key share`);
}

/** Invoices that have lines of an import but were there before it: `customer_id, id`. */
export function invoicesExtendedBy(batchId: string): SQL {
  return sql`
    select distinct i.customer_id, i.id from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.batch_id = ${batchId}::uuid and i.batch_id is distinct from ${batchId}::uuid`;
}

/** Customers and products that an import's goods lines are about: `customer_id, code`. */
export function goodsOfBatch(batchId: string): SQL {
  return sql`
    select distinct customer_id, code from ${invoiceLines}
    where batch_id = ${batchId}::uuid and kind in ('SALE', 'RETURN')`;
}

/**
 * Removes an import's lines, with the matches they take part in, and its invoices. Rows of others that refer to them stop
 * it. Totals of extended invoices, matches and revenue are for the caller to bring up to date.
 */
export async function removeSalesOfBatch(tx: Orm, batchId: string): Promise<{ lines: number; invoices: number }> {
  await tx.execute(sql`
    delete from ${returnMatches} m using ${invoiceLines} l
    where l.batch_id = ${batchId}::uuid and m.customer_id = l.customer_id and l.id in (m.return_line_id, m.sale_line_id)`);
  const lines = await countOf(tx, sql`delete from ${invoiceLines} where batch_id = ${batchId}::uuid`);
  return { lines, invoices: await countOf(tx, sql`delete from ${invoices} where batch_id = ${batchId}::uuid`) };
}

/**
 * What customers are worth: goods sold less goods returned, in minor units of the customer's own currency, fees left out,
 * because postage, bank charges and manual corrections are no revenue from goods. What was sold in another currency is not
 * in it: there is no rate to add it by. The number of their purchases (invoices with goods sold) and the last one count in
 * whatever currency. One row for each customer of `which` (`customer_id`), zeros where nothing was bought.
 */
export function revenueOf(which: SQL): SQL {
  return sql`
    select w.customer_id, coalesce(sum(l.amount) filter (where l.currency = c.currency), 0)::bigint as value,
      count(distinct i.id) filter (where l.kind = 'SALE')::int as orders,
      max(i.at) filter (where l.kind = 'SALE') as last_purchase_at
    from (${which}) w
    join (${customerCurrencies()}) c on c.customer_id = w.customer_id
    left join ${invoiceLines} l on l.customer_id = w.customer_id and l.kind in ('SALE', 'RETURN')
    left join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    group by w.customer_id`;
}
