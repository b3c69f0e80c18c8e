import { beginningOf, businessNow } from '@perennial/domain/shared/business-clock';
import { countable, maySellOn, pricedAt, sameCurrency } from '@perennial/domain/sales/record';
import { lineAmount } from '@perennial/domain/shared/money';
import { lockFor, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { noSuch, type RowRef } from '@perennial/kernel/db/owned';
import type { WriteContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { productsById } from '../catalog/index.ts';
import { buyerOf } from '../customers/index.ts';
import { recordSale } from './record-service.ts';
import { invoices } from './table.ts';

/** A sale over the counter, as somebody writes it down; what is left out is taken from the product. */
export interface SaleByHand {
  customerId: string;
  /** Day on which it was sold; the as-of day where nobody says another. */
  soldOn?: string | undefined;
  /** The customer's, unless told; another one is refused. */
  currency?: string | undefined;
  lines: readonly {
    productId: string;
    description?: string | undefined;
    quantity: number;
    /** 1/10,000 of the major unit. */
    unitPrice?: number | undefined;
  }[];
}

/**
 * Writes down a sale that came of no quote and no import. It carries the promises of its day and opens their tasks, as
 * an accepted quote does. Errors, each naming its field: `NOT_FOUND`, `SALE_IN_THE_FUTURE`,
 * `SALE_TOO_EARLY`, `BAD_DATE`, `CURRENCY_MISMATCH`, `PRICE_MISSING`, `PRICE_NEGATIVE`,
 * `AMOUNT_TOO_LARGE`.
 */
export async function recordByHand(ctx: WriteContext, sale: SaleByHand): Promise<RowRef> {
  const buyer = await buyerOf(ctx.tx, sale.customerId);
  const currency = sale.currency ?? buyer.currency;
  sameCurrency(currency, buyer.currency, ['currency']);
  const soldOn = sale.soldOn ?? ctx.asOf;
  maySellOn(soldOn, ctx.asOf);
  const products = await productsById(
    ctx.tx,
    sale.lines.map(({ productId }) => productId),
  );
  const lines = sale.lines.map((line, index) => {
    const at = ['lines', String(index)];
    const product = products.get(line.productId);
    if (!product) throw noSuch('product', [...at, 'productId'].join('.'));
    sameCurrency(product.currency, currency, [...at, 'productId']);
    const unitPrice = pricedAt(line.unitPrice ?? product.price, product.code, at);
    const { quantity, description = product.name } = line;
    const amount = countable(lineAmount(quantity, unitPrice, currency).amount, [...at, 'unitPrice']);
    return { productId: product.id, code: product.code, description, quantity, unitPrice, amount };
  });
  const { customerId, country } = buyer;
  const number = await nextNumber(ctx.tx);
  // of another day nobody kept the time; what was published in the course of it was not known to whoever bought (S2)
  const at = soldOn === ctx.latestDay ? businessNow({ ...ctx, asOf: soldOn }) : beginningOf(soldOn, ctx.timezone);
  const invoice = await recordSale(ctx, { customerId, number, country, currency, lines }, at, ctx.actor.id);
  ctx.audit({ subject: `Invoice_${customerId}_${invoice.id}`, after: { number, soldOn, currency, lines } });
  return invoice;
}

/** S-0001, S-0002 …: counts the sales written down here. */
async function nextNumber(tx: Orm): Promise<string> {
  await lockFor(tx, 'sales.number');
  const [row] = await rowsOf<{ last: number }>(
    tx,
    sql`select coalesce(max(substring(number from 3)::bigint), 0)::int as last from ${invoices}
      where number ~ '^S-[0-9]{1,9}$'`,
  );
  return `S-${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}
