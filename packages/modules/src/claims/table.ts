import type { ChargeKind } from '@perennial/domain/claims/fee-schedule';
import type { ChargeVerdict } from '@perennial/domain/claims/charges';
import type { CLAIM_LANGUAGES, ClaimKind, ClaimOutcome, ClaimStatus } from '@perennial/domain/claims/claim';
import type { PromisedTime } from '@perennial/domain/claims/clock';
import type { ReceiptBody, ReceiptLine } from '@perennial/domain/claims/receipt';
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
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const claims = pgTable(
  'claims',
  {
    ...customerKey(),
    number: text('number').notNull(),
    kind: text('kind').$type<ClaimKind>().notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    claimedOn: date('claimed_on', { mode: 'string' }).notNull(),
    claimedAt: instant('claimed_at'),
    respondedAt: instant('responded_at'),
    closedAt: instant('closed_at'),
    /** As frozen when the claim was made; null for claims of before clocks were kept. */
    promisedTimes: jsonb('promised_times').$type<readonly PromisedTime[]>(),
    status: text('status').$type<ClaimStatus>().notNull(),
    outcome: text('outcome').$type<ClaimOutcome>().notNull(),
    language: text('language').$type<(typeof CLAIM_LANGUAGES)[number]>().notNull(),
    note: text('note').notNull(),
    reason: text('reason'),
    decidedBy: text('decided_by'),
    settledOn: date('settled_on', { mode: 'string' }),
    refund: money('refund').notNull(),
    refundPaid: money('refund_paid'),
    currency: text('currency').notNull(),
    receiptHash: text('receipt_hash').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    uniqueIndex('claims_number_key').on(t.customerId, t.number),
    index('claims_invoice_idx').on(t.customerId, t.invoiceId),
    index('claims_newest_idx').on(t.claimedOn, t.id),
    check('claims_refund', sql`${t.refund} >= 0`),
  ],
);

export const claimLines = pgTable(
  'claim_lines',
  {
    ...customerKey(),
    claimId: uuid('claim_id').notNull(),
    saleLineId: uuid('sale_line_id').notNull(),
    code: text('code').notNull(),
    quantity: integer('quantity').notNull(),
    outcome: text('outcome').$type<ReceiptLine['outcome']>().notNull(),
    remedy: text('remedy').$type<NonNullable<ReceiptLine['remedy']>>(),
    review: boolean('review').notNull(),
    termKind: text('term_kind'),
    termId: text('term_id'),
    policyId: uuid('policy_id'),
    policyVersionId: uuid('policy_version_id'),
    snapshotHash: text('snapshot_hash'),
    countedFrom: date('counted_from', { mode: 'string' }),
    deadline: date('deadline', { mode: 'string' }),
    refund: money('refund'),
    currency: text('currency').notNull(),
    serialFailed: text('serial_failed'),
    serialReplacement: text('serial_replacement'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    result: jsonb('result').$type<Record<string, unknown>>().notNull(),
    trace: jsonb('trace').$type<ReceiptLine['trace']>().notNull(),
    extras: jsonb('extras').$type<ReceiptLine['trace']>().notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.claimId, 'claims'),
    sameCustomer(t, t.saleLineId, 'invoice_lines'),
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    // a line stands once in a claim
    uniqueIndex('claim_lines_once_key').on(t.customerId, t.claimId, t.saleLineId),
    index('claim_lines_sale_idx').on(t.customerId, t.saleLineId),
    check('claim_lines_quantity', sql`${t.quantity} > 0`),
  ],
);

/** Spans in which we waited for the customer. */
export const claimPauses = pgTable(
  'claim_pauses',
  {
    ...customerKey(),
    claimId: uuid('claim_id').notNull(),
    pausedAt: instant('paused_at').notNull(),
    resumedAt: instant('resumed_at'),
    reason: text('reason').notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.claimId, 'claims'),
    // a clock that stands still cannot be stopped again
    uniqueIndex('claim_pauses_running_key')
      .on(t.customerId, t.claimId)
      .where(sql`resumed_at is null`),
    index('claim_pauses_claim_idx').on(t.customerId, t.claimId, t.pausedAt),
    check('claim_pauses_order', sql`${t.resumedAt} is null or ${t.resumedAt} >= ${t.pausedAt}`),
  ],
);

export const claimCharges = pgTable(
  'claim_charges',
  {
    ...customerKey(),
    claimId: uuid('claim_id').notNull(),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    kind: text('kind').$type<ChargeKind>().notNull(),
    amount: money('amount').notNull(),
    currency: text('currency').notNull(),
    verdict: text('verdict').$type<ChargeVerdict>().notNull(),
    consentBy: text('consent_by'),
    consentOn: date('consent_on', { mode: 'string' }),
    trace: jsonb('trace').$type<ReceiptLine['trace']>().notNull(),
    version: version(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.claimId, 'claims'),
    uniqueIndex('claim_charges_position_key').on(t.customerId, t.claimId, t.position),
    // the database too keeps a hidden fee out (S2)
    check('claim_charges_disclosed', sql`${t.verdict} in ('ACCEPT', 'NEEDS_CONSENT')`),
    check('claim_charges_amount', sql`${t.amount} >= 0`),
  ],
);

/** What was told to the customer, each time it was told; only ever added to (`frozen` in index.ts). */
export const claimReceipts = pgTable(
  'claim_receipts',
  {
    ...customerKey(),
    claimId: uuid('claim_id').notNull(),
    hash: text('hash').notNull(),
    body: jsonb('body').$type<ReceiptBody>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.claimId, 'claims'),
    uniqueIndex('claim_receipts_hash_key').on(t.customerId, t.claimId, t.hash),
    // whoever holds a printed receipt knows its hash and nothing else
    index('claim_receipts_hash_idx').on(t.hash),
  ],
);
