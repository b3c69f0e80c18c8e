import { deliveryOf } from '@perennial/domain/sales/delivered';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { and, asc, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { invoiceLines, invoices } from './table.ts';

/** The goods on one purchase, and what of it was sold in the first place: no undo of a later import takes that away. */
export interface GoodsOnPurchase {
  /** Codes, each once, in order. */
  codes: string[];
  /** `amount`: minor units, of everything on it. */
  sold: { codes: string[]; amount: number };
}

export async function goodsOnPurchase(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string },
): Promise<GoodsOnPurchase> {
  const rows = await rowsOf<{ code: string; goods: boolean; first: boolean; amount: string }>(
    orm,
    sql`
    select l.code, bool_or(l.kind = 'SALE') as goods,
      coalesce(bool_or(l.kind = 'SALE' and l.batch_id is not distinct from i.batch_id), false) as first,
      coalesce(sum(l.amount) filter (where l.batch_id is not distinct from i.batch_id), 0)::text as amount
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.customer_id = ${purchase.customerId}::uuid and l.invoice_id = ${purchase.invoiceId}::uuid
    group by l.code
    order by l.code`,
  );
  return {
    codes: rows.flatMap(({ code, goods }) => (goods ? code : [])),
    sold: {
      codes: rows.flatMap(({ code, first }) => (first ? code : [])),
      amount: rows.reduce((sum, { amount }) => sum + Number(amount), 0),
    },
  };
}

/** The numbers of these purchases, each once, in order. */
export async function invoiceNumbers(
  orm: Orm,
  purchases: readonly { customerId: string; invoiceId: string }[],
): Promise<string[]> {
  const wanted = purchases.map(({ customerId, invoiceId }) => ({ customer_id: customerId, id: invoiceId }));
  const rows = await rowsOf<{ number: string }>(
    orm,
    sql`
    select distinct i.number from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as w (customer_id uuid, id uuid)
    join ${invoices} i on i.customer_id = w.customer_id and i.id = w.id`,
  );
  return rows.map(({ number }) => number).sort();
}

/** A purchase, as it is or as it will be once an import that added to it is taken back. */
export interface PurchaseRef {
  customerId: string;
  invoiceId: string;
  /** The import whose lines are left out. */
  without?: string;
}

type GoodsLine = {
  id: string;
  code: string;
  quantity: number;
  first: boolean;
  /** It was said when it was added that it was not delivered yet (`awaitDelivery`); it has been named since. */
  awaited: boolean;
};

/**
 * Lines of goods on one purchase, those sold in the `first` place before those of the same code that later imports added.
 */
export async function linesOfGoods(orm: Orm, purchase: PurchaseRef): Promise<GoodsLine[]> {
  return rowsOf<GoodsLine>(
    orm,
    sql`
    select l.id, l.code, l.quantity, l.batch_id is not distinct from i.batch_id as first,
      coalesce(i.delivered ? l.id::text, false) and l.batch_id is distinct from i.batch_id as awaited
    from ${invoiceLines} l
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.customer_id = ${purchase.customerId}::uuid and l.invoice_id = ${purchase.invoiceId}::uuid and l.kind = 'SALE'
      and ${left(purchase, sql`l.batch_id`)}
    order by l.code, first desc, l.ordinal`,
  );
}

const left = ({ without }: PurchaseRef, batch: SQLWrapper): SQL =>
  without === undefined ? sql`true` : sql`${batch} is distinct from ${without}::uuid`;

/** A purchase with its goods. */
export interface PurchaseOnRecord {
  /** ISO moment. */
  at: string;
  /** Not made here. */
  imported: boolean;
  currency: string;
  goods: GoodsOnRecord[];
}

export interface GoodsOnRecord {
  lineId: string;
  code: string;
  description: string;
  productId: string | null;
  quantity: number;
  /** Null: not known. */
  deliveredOn: string | null;
}

/** Null where there is no such invoice, or it is a credit note. */
export async function purchaseOf(orm: Orm, ref: PurchaseRef): Promise<PurchaseOnRecord | null> {
  const [invoice] = await orm
    .select({
      at: invoices.at,
      deliveredOn: invoices.deliveredOn,
      delivered: invoices.delivered,
      batchId: invoices.batchId,
      currency: invoices.currency,
      kind: invoices.kind,
    })
    .from(invoices)
    .where(and(eq(invoices.customerId, ref.customerId), eq(invoices.id, ref.invoiceId)));
  if (invoice?.kind !== 'SALE') return null;
  const goods = await orm
    .select({
      lineId: invoiceLines.id,
      code: invoiceLines.code,
      description: invoiceLines.description,
      productId: invoiceLines.productId,
      quantity: invoiceLines.quantity,
    })
    .from(invoiceLines)
    .where(
      and(
        eq(invoiceLines.customerId, ref.customerId),
        eq(invoiceLines.invoiceId, ref.invoiceId),
        eq(invoiceLines.kind, 'SALE'),
        left(ref, invoiceLines.batchId),
      ),
    )
    .orderBy(asc(invoiceLines.code), asc(invoiceLines.ordinal));
  const { at, batchId, currency } = invoice;
  return {
    at: at.toISOString(),
    imported: batchId !== null,
    currency,
    goods: goods.map((each) => ({ ...each, deliveredOn: deliveryOf(invoice, each.code, each.lineId) })),
  };
}
