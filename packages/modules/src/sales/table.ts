import { customerKey, instant, money, ownedByCustomer, referenceRow, sameCustomer } from '@perennial/kernel/db/columns';
import type { PiecesBack } from '@perennial/domain/sales/came-back';
import type { Delivered } from '@perennial/domain/sales/delivered';
import type { LINE_KINDS } from '@perennial/domain/sales/invoice';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const invoices = pgTable(
  'invoices',
  {
    ...customerKey(),
    number: text('number').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<'SALE' | 'RETURN'>().notNull(),
    country: text('country').notNull(),
    currency: text('currency').notNull(),
    total: money('total').notNull(),
    lines: integer('lines').notNull(),
    deliveredOn: date('delivered_on', { mode: 'string' }),
    /** By code or line, of goods that have a delivery of their own (`deliveryOf`); the others count from `deliveredOn`. */
    delivered: jsonb('delivered').$type<Delivered['delivered']>(),
    /** By line of goods, the pieces that settled claims took back for good, each with the day of its claim; null: none. */
    takenBack: jsonb('taken_back').$type<Readonly<Record<string, readonly PiecesBack[]>>>(),
    batchId: uuid('batch_id'),
  },
  (t) => [
    ...ownedByCustomer(t),
    uniqueIndex('invoices_number_key').on(t.customerId, t.number),
    index('invoices_at_idx').on(t.customerId, t.at),
    index('invoices_newest_idx').on(t.at, t.id),
  ],
);

export const invoiceLines = pgTable(
  'invoice_lines',
  {
    ...customerKey(),
    invoiceId: uuid('invoice_id').notNull(),
    code: text('code').notNull(),
    productId: uuid('product_id'),
    ordinal: integer('ordinal').notNull(),
    description: text('description').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: money('unit_price').notNull(),
    amount: money('amount').notNull(),
    currency: text('currency').notNull(),
    kind: text('kind').$type<(typeof LINE_KINDS)[number]>().notNull(),
    repeated: boolean('repeated').notNull().default(false),
    batchId: uuid('batch_id'),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    referenceRow(t.productId, 'products'),
    // the match key of imports, and the way from an invoice to its lines
    uniqueIndex('invoice_lines_match_key').on(t.customerId, t.invoiceId, t.code, t.ordinal),
    // who bought it; without it the removal of a product would look through all lines there are
    index('invoice_lines_product_idx').on(t.productId),
  ],
);

export const returnMatches = pgTable(
  'return_matches',
  {
    ...customerKey(),
    returnLineId: uuid('return_line_id').notNull(),
    saleLineId: uuid('sale_line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.returnLineId, 'invoice_lines'),
    sameCustomer(t, t.saleLineId, 'invoice_lines'),
    uniqueIndex('return_matches_pair_key').on(t.customerId, t.returnLineId, t.saleLineId),
    index('return_matches_sale_idx').on(t.customerId, t.saleLineId),
  ],
);
