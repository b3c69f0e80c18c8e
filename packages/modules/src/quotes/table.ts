import type { DisclosedTerm, Quote, QuoteRevision } from '@perennial/domain/quotes/quote';
import {
  createdAt,
  customerKey,
  instant,
  money,
  ownedByCustomer,
  referenceRow,
  sameCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const quotes = pgTable(
  'quotes',
  {
    ...customerKey(),
    number: text('number').notNull(),
    /** Counts all quotes; the number is made of it. */
    serial: integer('serial').notNull(),
    title: text('title').notNull(),
    status: text('status').$type<Quote['status']>().notNull(),
    currency: text('currency').notNull(),
    ownerId: uuid('owner_id'),
    acceptedRevisionId: uuid('accepted_revision_id'),
    invoiceId: uuid('invoice_id'),
    closedOn: date('closed_on', { mode: 'string' }),
    declinedReason: text('declined_reason'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    uniqueIndex('quotes_number_key').on(t.customerId, t.number),
    // a quote becomes one purchase, and a purchase comes of one quote
    uniqueIndex('quotes_invoice_key').on(t.customerId, t.invoiceId),
    index('quotes_newest_idx').on(t.createdAt, t.id),
    index('quotes_serial_idx').on(t.serial),
    check('quotes_accepted', sql`(${t.status} = 'ACCEPTED') = (${t.invoiceId} is not null)`),
  ],
);

export const quoteRevisions = pgTable(
  'quote_revisions',
  {
    ...customerKey(),
    quoteId: uuid('quote_id').notNull(),
    number: integer('number').notNull(),
    status: text('status').$type<QuoteRevision['status']>().notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    solution: text('solution').notNull(),
    note: text('note').notNull(),
    currency: text('currency').notNull(),
    discount: money('discount').notNull(),
    total: money('total').notNull(),
    sentAt: instant('sent_at'),
    disclosed: jsonb('disclosed').$type<readonly DisclosedTerm[]>(),
    feesHash: text('fees_hash'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.quoteId, 'quotes'),
    uniqueIndex('quote_revisions_number_key').on(t.customerId, t.quoteId, t.number),
    // one round is worked on at a time, and one is on offer
    uniqueIndex('quote_revisions_draft_key')
      .on(t.customerId, t.quoteId)
      .where(sql`status = 'DRAFT'`),
    uniqueIndex('quote_revisions_sent_key')
      .on(t.customerId, t.quoteId)
      .where(sql`status in ('SENT', 'ACCEPTED')`),
  ],
);

export const quoteLines = pgTable(
  'quote_lines',
  {
    ...customerKey(),
    revisionId: uuid('revision_id').notNull(),
    position: integer('position').notNull(),
    productId: uuid('product_id').notNull(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: money('unit_price').notNull(),
    amount: money('amount').notNull(),
    currency: text('currency').notNull(),
    extras: text('extras').array().notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.revisionId, 'quote_revisions'),
    referenceRow(t.productId, 'products'),
    uniqueIndex('quote_lines_position_key').on(t.customerId, t.revisionId, t.position),
    index('quote_lines_product_idx').on(t.productId),
    check('quote_lines_quantity', sql`${t.quantity} > 0`),
  ],
);
