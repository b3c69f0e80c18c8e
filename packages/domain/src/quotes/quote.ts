import { z } from 'zod';
import { COMPLEXITIES } from '../catalog/product.ts';
import { phrases } from '../policies/phrases.ts';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** OPEN: being worked out or waiting for an answer. That an open quote is past its last day follows from the day asked. */
export const QUOTE_STATUSES = ['OPEN', 'ACCEPTED', 'DECLINED'] as const;
export const REVISION_STATUSES = ['DRAFT', 'SENT', 'SUPERSEDED', 'ACCEPTED'] as const;

/** A solution offered to one customer, in rounds, until it is bought or not (解決方案、報價, C3). */
export const quote = entity('Quote', {
  plural: 'quotes',
  owner: 'customer',
  fields: {
    number: f.text({ max: 60, filter: true, sort: true, write: 'never' }),
    title: f.text({ max: 200, filter: true, sort: true }),
    status: f.enum('QuoteStatus', QUOTE_STATUSES, { filter: true, write: 'never' }),
    currency: f.text({ max: 3, write: 'create' }),
    ownerId: f.ref('StaffMember', { nullable: true, filter: true }),
    acceptedRevisionId: f.ref('QuoteRevision', { nullable: true, write: 'never' }),
    /** The purchase it became. */
    invoiceId: f.ref('Invoice', { nullable: true, filter: true, write: 'never' }),
    /** Day on which it was accepted or declined. */
    closedOn: f.date({ nullable: true, filter: true, write: 'never' }),
    declinedReason: f.text({ max: 500, nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ sort: true, write: 'never' }),
  },
});

/** One term as it was shown before the customer accepted. */
export const disclosedTerm = z.object({
  policyId: z.string(),
  policy: z.string(),
  versionId: z.string(),
  number: z.int(),
  currency: z.string(),
  termId: z.string(),
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  appliesTo: z.unknown(),
  /** The working hours by which it counts, as they were then (see `CalendarData`); null or left out: it counts none. */
  calendar: z.unknown().optional(),
  /** How its texts and the policy's name were said in other languages. */
  phrases: phrases.optional(),
  /** The goods of the offer for which it was shown, by code, as they were then; left out by what was sent before. */
  goods: z
    .record(z.string(), z.object({ category: z.string().nullable(), complexity: z.enum(COMPLEXITIES).nullable() }))
    .optional(),
});
export type DisclosedTerm = z.infer<typeof disclosedTerm>;

/** One round of a quote. What was sent stands; a change is another round. */
export const quoteRevision = entity('QuoteRevision', {
  plural: 'quoteRevisions',
  owner: 'customer',
  fields: {
    quoteId: f.ref('Quote', { filter: true, write: 'never' }),
    number: f.int({ min: 1, filter: true, sort: true, write: 'never' }),
    status: f.enum('QuoteRevisionStatus', REVISION_STATUSES, { filter: true, write: 'never' }),
    /** The last day on which it can be accepted. */
    validUntil: f.date({ filter: true, sort: true }),
    solution: f.longText({}),
    note: f.longText({}),
    currency: f.text({ max: 3, write: 'never' }),
    discount: f.money({ min: 0 }),
    /** Lines less discount. */
    total: f.money({ write: 'never' }),
    sentAt: f.instant({ nullable: true, write: 'never' }),
    /** The terms shown with it, fee schedule included; frozen when it is sent (收費標準, C7). */
    disclosed: f.json(z.array(disclosedTerm), { nullable: true, write: 'never' }),
    /** SHA-256 of the fee schedule shown; what is charged later is held against it. */
    feesHash: f.text({ max: 64, nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export const quoteLine = entity('QuoteLine', {
  plural: 'quoteLines',
  owner: 'customer',
  fields: {
    revisionId: f.ref('QuoteRevision', { filter: true, write: 'never' }),
    position: f.int({ min: 1, sort: true, write: 'never' }),
    productId: f.ref('Product', { write: 'create' }),
    code: f.text({ max: 60, write: 'never' }),
    description: f.text({ max: 500 }),
    quantity: f.int({ min: 1, max: 1_000_000 }),
    unitPrice: f.unitPrice({}),
    amount: f.money({ write: 'never' }),
    currency: f.text({ max: 3, write: 'never' }),
    /** What comes with the goods at no extra price (多訂幾個扣子, C20), as the product said when the line was written. */
    extras: f.textList({ max: 20, write: 'never' }),
  },
});

export type Quote = Infer<typeof quote>;
export type QuoteRevision = Infer<typeof quoteRevision>;
export type QuoteLine = Infer<typeof quoteLine>;
