import type { GoodsFacts } from '@perennial/domain/catalog/goods';
import { countable } from '@perennial/domain/sales/record';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { becameBuyer, segmentByValue, setTotals } from '../customers/index.ts';
import { revenueOf } from './intake-service.ts';
import { matchReturnsOf } from './matching-service.ts';
import { invoiceLines, invoices } from './table.ts';

type Recording = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'timezone' | 'currency' | 'hook' | 'emit'>;

export interface Sale {
  customerId: string;
  number: string;
  country: string;
  currency: string;
  lines: readonly {
    /** null: a fee or a discount, which is no revenue from goods. */
    productId: string | null;
    code: string;
    description: string;
    quantity: number;
    unitPrice: number;
    /** Minor units. */
    amount: number;
  }[];
  /** What the goods were when they were offered; left out: what their products say now. */
  goods?: readonly GoodsFacts[];
}

/**
 * Records a purchase made here and not imported, and brings up to date what is kept on the customer. The hook
 * `sales.recorded` lets the areas give it its promises (C13) and open the tasks that follow from them (C4), in this very
 * transaction. The promises are those of what the customer was when they bought; what the purchase makes of them (a
 * buyer, another segment) comes after. Errors: `AMOUNT_TOO_LARGE`.
 *
 * @param at the moment of the purchase.
 * @param ownerId who looks after what is to be done.
 */
export async function recordSale(
  ctx: Recording,
  sale: Sale,
  at: Date,
  ownerId: string | null,
): Promise<{ customerId: string; id: string }> {
  const { customerId, number, country, currency } = sale;
  const invoice = {
    customerId,
    id: newId(),
    number,
    at,
    kind: 'SALE' as const,
    country,
    currency,
    total: countable(
      sale.lines.reduce((sum, line) => sum + line.amount, 0),
      ['lines'],
    ),
    lines: sale.lines.length,
  };
  await ctx.tx.insert(invoices).values(invoice);
  const seen = new Map<string, number>();
  await ctx.tx.insert(invoiceLines).values(
    sale.lines.map((line) => {
      const ordinal = (seen.get(line.code) ?? 0) + 1;
      seen.set(line.code, ordinal);
      const kind = line.productId === null ? ('FEE' as const) : ('SALE' as const);
      return { ...line, customerId, id: newId(), invoiceId: invoice.id, ordinal, currency, kind };
    }),
  );
  // what came back before it was written down finds its purchase
  await matchReturnsOf(
    ctx.tx,
    sql`
    select customer_id, code from ${invoiceLines}
    where customer_id = ${customerId}::uuid and invoice_id = ${invoice.id}::uuid and kind = 'SALE'`,
  );
  const made = { customerId, invoiceId: invoice.id };
  const { asOf, timezone, currency: main, now } = ctx;
  // before this very purchase makes another customer of them: it is promised what was shown to the one who bought (S1)
  await ctx.hook('sales.recorded', { ...made, goods: sale.goods, ownerId, asOf, timezone, currency: main, now });
  await setTotals(ctx.tx, revenueOf(sql`select ${customerId}::uuid as customer_id`), ctx.now);
  await becameBuyer(ctx.tx, customerId, ctx.now);
  const moved = await segmentByValue(ctx.tx, ctx.now);
  await ctx.hook('customers.changed', { customerIds: [...new Set([customerId, ...moved])] });
  ctx.emit('sales.recorded', made);
  return { customerId, id: invoice.id };
}
