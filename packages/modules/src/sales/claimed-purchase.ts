import { deliveryOf, type Delivered } from '@perennial/domain/sales/delivered';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import type { Reckoning } from './facts.ts';
import { invoiceLines, invoices, returnMatches } from './table.ts';

/** A purchase as claims on it need it. */
export interface ClaimedPurchase {
  number: string;
  kind: 'SALE' | 'RETURN';
  /** ISO moment. */
  at: string;
  /** Day of the purchase in the business's time zone. */
  on: string;
  currency: string;
  /** Of the invoice, minor units of its own `currency`; `sold` as it was sold, without what later imports added to it. */
  total: number;
  sold: number;
  /** What the customer was let off when it was sold, minor units, 0 or more. */
  discount: number;
  /** In the order in which they came onto it. */
  lines: PurchaseLine[];
}

export interface PurchaseLine {
  id: string;
  productId: string | null;
  code: string;
  description: string;
  quantity: number;
  /** Minor units. */
  amount: number;
  currency: string;
  kind: 'SALE' | 'RETURN' | 'FEE';
  /** Null: not known. */
  deliveredOn: string | null;
  /** The later import that added it to the invoice; null: it was sold in the first place. */
  addedBy: string | null;
}

interface PurchaseRow extends Record<string, unknown> {
  number: string;
  kind: 'SALE' | 'RETURN';
  at: string;
  bought_on: string;
  delivered_on: string | null;
  delivered: Delivered['delivered'];
  currency: string;
  total: string;
  batch_id: string | null;
}

/**
 * One invoice of a customer with its lines; null where the customer has no such invoice. With `lock` the invoice is
 * held to the end of the transaction, so that two claims on it are decided one after the other.
 */
export async function claimedPurchase(
  orm: Orm,
  ref: { customerId: string; invoiceId: string },
  timezone: string,
  lock = false,
): Promise<ClaimedPurchase | null> {
  const mine = sql`customer_id = ${ref.customerId}::uuid`;
  const [row] = await rowsOf<PurchaseRow>(
    orm,
    sql`
    select number, kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, currency,
      (at at time zone ${timezone}::text)::date::text as bought_on, delivered_on::text as delivered_on, delivered,
      total::text as total, batch_id
    from ${invoices} i
    where ${mine} and id = ${ref.invoiceId}::uuid ${lock ? sql`for update of i` : sql``}`,
  );
  if (!row) return null;
  const rows = await rowsOf<{ amount: string; product_id: string | null; code: string } & Record<string, unknown>>(
    orm,
    sql`
    select id, product_id, code, description, quantity, amount::text as amount, currency, kind,
      nullif(batch_id, ${row.batch_id}::uuid) as "addedBy"
    from ${invoiceLines} where ${mine} and invoice_id = ${ref.invoiceId}::uuid order by id`,
  );
  const { bought_on: on, delivered_on: deliveredOn, delivered, total: worth, batch_id: _batch, ...rest } = row;
  const lines = rows.map(({ product_id: productId, amount, ...line }) => {
    const ofGoods = deliveryOf({ deliveredOn, delivered }, line.code, String(line['id']));
    return { ...line, productId, amount: Number(amount), deliveredOn: ofGoods } as unknown as PurchaseLine;
  });
  const sumOf = (some: readonly PurchaseLine[]) => some.reduce((sum, { amount }) => sum + amount, 0);
  const sold = lines.filter(({ addedBy }) => addedBy === null);
  const discount = Math.abs(sumOf(sold.filter(({ kind, amount }) => kind === 'FEE' && amount < 0)));
  const total = Number(worth);
  return { ...rest, on, total, sold: total - (sumOf(lines) - sumOf(sold)), discount, lines };
}

/** As {@link PurchaseLine}, of several purchases. */
export interface PricedLine extends Pick<
  PurchaseLine,
  'id' | 'kind' | 'code' | 'quantity' | 'amount' | 'currency' | 'addedBy'
> {
  invoiceId: string;
}

/** The lines of the invoices `purchases` (`customer_id, invoice_id`), of each in the order in which they came onto it. */
export async function linesOfPurchases(orm: Orm, purchases: SQL): Promise<PricedLine[]> {
  const rows = await rowsOf<Omit<PricedLine, 'amount'> & { amount: string }>(
    orm,
    sql`
    select l.invoice_id as "invoiceId", l.id, l.kind, l.code, l.quantity, l.amount::text as amount, l.currency,
      nullif(l.batch_id, i.batch_id) as "addedBy"
    from (select distinct customer_id, invoice_id from (${purchases}) chosen) p
    join ${invoices} i on i.customer_id = p.customer_id and i.id = p.invoice_id
    join ${invoiceLines} l on l.customer_id = p.customer_id and l.invoice_id = p.invoice_id
    order by l.invoice_id, l.id`,
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** The newest purchases of goods up to the day `until`, one a customer: for the sample. */
export async function newestPurchases(
  orm: Orm,
  until: string,
  timezone: string,
  limit: number,
): Promise<{ customerId: string; invoiceId: string }[]> {
  const rows = await rowsOf<{ customer_id: string; invoice_id: string }>(
    orm,
    sql`
    select customer_id, invoice_id from (
      select distinct on (customer_id) customer_id, id as invoice_id, at from ${invoices}
      where kind = 'SALE' and total > 0 and at < (${until}::date + 1)::timestamp at time zone ${timezone}::text
      order by customer_id, at desc, id
    ) newest
    order by at desc, invoice_id limit ${limit}`,
  );
  return rows.map((row) => ({ customerId: row.customer_id, invoiceId: row.invoice_id }));
}

/** Pieces of a purchased line that a line of a credit note took back. */
export interface CreditedPieces {
  saleLineId: string;
  quantity: number;
  /** Day of the credit note. */
  on: string;
  /** The line of it: all of its pieces, and what they are worth, minor units; both 0 or more. */
  creditLine: { id: string; pieces: number; worth: number; currency: string };
}

/** Pieces that credit notes took back of the lines of one invoice, or of all of a customer's, with the day of each note. */
export async function creditedPieces(
  orm: Orm,
  ref: { customerId: string; invoiceId?: string },
  timezone: string,
): Promise<CreditedPieces[]> {
  const rows = await rowsOf<{
    sale_line_id: string;
    quantity: number;
    on: string;
    id: string;
    pieces: number;
    worth: string;
    currency: string;
  }>(
    orm,
    sql`
    select m.sale_line_id, m.quantity, (i.at at time zone ${timezone}::text)::date::text as on,
      r.id, -r.quantity as pieces, (-r.amount)::text as worth, r.currency
    from ${returnMatches} m
    join ${invoiceLines} s on s.customer_id = m.customer_id and s.id = m.sale_line_id
    join ${invoiceLines} r on r.customer_id = m.customer_id and r.id = m.return_line_id
    join ${invoices} i on i.customer_id = r.customer_id and i.id = r.invoice_id
    where m.customer_id = ${ref.customerId}::uuid
      ${ref.invoiceId === undefined ? sql`` : sql`and s.invoice_id = ${ref.invoiceId}::uuid`}
    order by i.at, m.return_line_id`,
  );
  return rows.map(({ sale_line_id: saleLineId, quantity, on, worth, ...line }) => ({
    saleLineId,
    quantity,
    on,
    creditLine: { ...line, worth: Number(worth) },
  }));
}

/** Counts of what a customer bought and brought back; values in minor units. */
export interface BroughtBack {
  /** Lines of goods. */
  bought: number;
  returned: number;
  boughtValue: number;
  returnedValue: number;
  /** Returns of the last 90 days. */
  recent: number;
  /** Returns for which no purchase is on record. */
  withoutPurchase: number;
}

/**
 * What a customer bought and brought back in the twelve months up to and including the day `until` (惡意退貨, C10), in
 * one statement, as its invoices and credit notes tell. Fees count as neither; values are of what was sold in `currency`, in its minor units, because a share of
 * one money in another says nothing.
 */
export async function returnHistory(
  orm: Orm,
  customerId: string,
  until: string,
  { currency, timezone }: Reckoning,
): Promise<BroughtBack> {
  const [row] = await rowsOf<Record<keyof BroughtBack, string>>(
    orm,
    sql`
    with lines as (
      select l.id, l.kind, l.quantity, case when l.currency = ${currency}::text then l.amount else 0 end as amount,
        (i.at at time zone ${timezone}::text)::date as on
      from ${invoiceLines} l
      join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
      where l.customer_id = ${customerId}::uuid and l.kind in ('SALE', 'RETURN')
        and i.at >= ((${until}::date - interval '12 months')::date + 1)::timestamp at time zone ${timezone}::text
        and i.at < (${until}::date + 1)::timestamp at time zone ${timezone}::text
    )
    select count(*) filter (where kind = 'SALE')::text as "bought",
      count(*) filter (where kind = 'RETURN')::text as "returned",
      coalesce(sum(amount) filter (where kind = 'SALE'), 0)::text as "boughtValue",
      coalesce(-sum(amount) filter (where kind = 'RETURN'), 0)::text as "returnedValue",
      count(*) filter (where kind = 'RETURN' and lines.on > ${until}::date - 90)::text as "recent",
      count(*) filter (where kind = 'RETURN' and not exists (
        select 1 from ${returnMatches} m
        where m.customer_id = ${customerId}::uuid and m.return_line_id = lines.id))::text as "withoutPurchase"
    from lines`,
  );
  return Object.fromEntries(
    Object.entries(row!).map(([name, value]) => [name, Number(value)]),
  ) as unknown as BroughtBack;
}
