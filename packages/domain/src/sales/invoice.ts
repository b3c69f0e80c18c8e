import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** One invoice or credit note. `total` is what it says at the bottom: sales, returns and fees together. */
export const invoice = entity('Invoice', {
  plural: 'invoices',
  owner: 'customer',
  fields: {
    number: f.text({ max: 60, share: 'grantable', filter: true, sort: true, write: 'create' }),
    at: f.instant({ share: 'grantable', filter: true, sort: true, write: 'create' }),
    kind: f.enum('InvoiceKind', ['SALE', 'RETURN'], { share: 'grantable', filter: true, write: 'create' }),
    country: f.text({ max: 80, share: 'grantable', filter: true, write: 'create' }),
    currency: f.text({ max: 3, share: 'always', filter: true, write: 'create' }),
    total: f.money({ share: 'grantable', filter: true, sort: true, write: 'never' }),
    lines: f.int({ share: 'grantable', filter: true, write: 'never' }),
    /** Day of the last delivery (送貨, C14) of what was sold first, once none is open; null where that is not known. */
    deliveredOn: f.date({ filter: true, nullable: true, write: 'never' }),
    /** By code or line, the day of goods that have a delivery of their own (`deliveryOf`); null: it is not known. */
    delivered: f.json(z.record(z.string(), z.iso.date().nullable()), { nullable: true, write: 'never' }),
    /** The import that brought it; null when it was entered here. */
    batchId: f.ref('ImportBatch', { filter: true, nullable: true, write: 'never' }),
  },
});

export type Invoice = Infer<typeof invoice>;

/**
 * SALE: goods delivered. RETURN: goods that came back, quantity and amount negative. FEE: postage, bank charges,
 * discounts and manual corrections, which are neither revenue from goods nor returnable.
 */
export const LINE_KINDS = ['SALE', 'RETURN', 'FEE'] as const;

export const invoiceLine = entity('InvoiceLine', {
  plural: 'invoiceLines',
  owner: 'customer',
  fields: {
    invoiceId: f.ref('Invoice', { filter: true, write: 'create' }),
    code: f.text({ max: 60, share: 'grantable', filter: true, sort: true, write: 'create' }),
    /** Null for fees. */
    productId: f.ref('Product', { filter: true, nullable: true, write: 'create' }),
    /** Counts the lines of one invoice with one code, from 1: with both it tells a line from its equals. */
    ordinal: f.int({ min: 1, write: 'create' }),
    description: f.text({ max: 500, min: 0, share: 'grantable', write: 'create' }),
    quantity: f.int({ share: 'grantable', filter: true, write: 'create' }),
    unitPrice: f.unitPrice({ share: 'grantable', filter: true, write: 'create' }),
    amount: f.money({ share: 'grantable', filter: true, sort: true, write: 'never' }),
    currency: f.text({ max: 3, share: 'always', write: 'create' }),
    kind: f.enum('LineKind', LINE_KINDS, { share: 'grantable', filter: true, write: 'create' }),
    /** An exact repeat of an earlier line of the same file: kept, because it may be meant, and marked. */
    repeated: f.bool({ filter: true, write: 'create' }),
    batchId: f.ref('ImportBatch', { filter: true, nullable: true, write: 'never' }),
  },
});

export type InvoiceLine = Infer<typeof invoiceLine>;

/** So many pieces of a return line came from this sale line; see `return-matching.ts`. */
export const returnMatch = entity('ReturnMatch', {
  plural: 'returnMatches',
  owner: 'customer',
  fields: {
    returnLineId: f.ref('InvoiceLine', { filter: true, write: 'create' }),
    saleLineId: f.ref('InvoiceLine', { filter: true, write: 'create' }),
    quantity: f.int({ min: 1, write: 'create' }),
  },
});

export type ReturnMatch = Infer<typeof returnMatch>;
