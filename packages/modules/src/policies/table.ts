import type { Cut } from '@perennial/domain/policies/compare';
import type { CutStatus } from '@perennial/domain/policies/cut';
import type { Outcome, Step } from '@perennial/domain/policies/decision';
import type { Phrases } from '@perennial/domain/policies/phrases';
import type { POLICY_STAGES, PolicyWords } from '@perennial/domain/policies/policy';
import type { ReturnStatus } from '@perennial/domain/policies/return';
import type { FrozenFacts, PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import type { VersionStatus } from '@perennial/domain/policies/version';
import {
  createdAt,
  customerKey,
  instant,
  money,
  ownedByCustomer,
  referenceKey,
  referenceRow,
  sameCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const policies = pgTable(
  'policies',
  {
    ...referenceKey(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    stage: text('stage').$type<(typeof POLICY_STAGES)[number]>().notNull(),
    slug: text('slug').notNull(),
    baseId: uuid('base_id'),
    regions: text('regions')
      .array()
      .notNull()
      .default(sql`'{}'`),
    words: jsonb('words').$type<PolicyWords>().notNull().default({}),
    probeDays: integer('probe_days').notNull().default(30),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('policies_name_key').on(t.name),
    uniqueIndex('policies_slug_key').on(t.slug),
    referenceRow(t.baseId, 'policies'),
    check('policies_probe_days', sql`${t.probeDays} between 1 and 366`),
  ],
);

/** Published rows are defended by the database too (`frozen` in index.ts): their words and their first day never change. */
export const policyVersions = pgTable(
  'policy_versions',
  {
    ...referenceKey(),
    policyId: uuid('policy_id').notNull(),
    number: integer('number').notNull(),
    status: text('status').$type<VersionStatus>().notNull(),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    effectiveTo: date('effective_to', { mode: 'string' }),
    intro: text('intro'),
    terms: jsonb('terms').$type<readonly Term[]>().notNull(),
    phrases: jsonb('phrases').$type<Phrases>().notNull().default({}),
    calendarId: uuid('calendar_id'),
    pointIds: uuid('point_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    publishedAt: instant('published_at'),
    publishedBy: text('published_by'),
    /** The business's moment from which customers could know of it (S2); where its day stands still, not the clock's. */
    disclosedAt: instant('disclosed_at'),
    /** Who saved the draft last, for the person whose own changes meet theirs. */
    updatedBy: text('updated_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.calendarId, 'calendars'),
    uniqueIndex('policy_versions_number_key').on(t.policyId, t.number),
    // equal: withdrawn before it began
    check('policy_versions_period', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
    check('policy_versions_published', sql`(${t.status} = 'DRAFT') = (${t.publishedAt} is null)`),
  ],
);

/** Wishes to promise less and the decisions on them (S11). One version may have several; the newest that stands counts. */
export const policyCuts = pgTable(
  'policy_cuts',
  {
    ...referenceKey(),
    policyVersionId: uuid('policy_version_id').notNull(),
    retiring: boolean('retiring').notNull(),
    termsHash: text('terms_hash').notNull(),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    cuts: jsonb('cuts').$type<readonly Cut[]>().notNull(),
    affected: integer('affected').notNull(),
    valueAtRisk: money('value_at_risk').notNull(),
    currency: text('currency').notNull(),
    status: text('status').$type<CutStatus>().notNull(),
    proposerId: text('proposer_id').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    note: text('note'),
  },
  (t) => [
    referenceRow(t.policyVersionId, 'policy_versions'),
    index('policy_cuts_version_idx').on(t.policyVersionId, t.proposedAt),
    // asked for once at a time
    uniqueIndex('policy_cuts_pending_key')
      .on(t.policyVersionId)
      .where(sql`${t.status} = 'PENDING'`),
    check('policy_cuts_decided', sql`(${t.status} in ('APPROVED', 'REJECTED')) <= (${t.decidedBy} is not null)`),
  ],
);

/** What no version may go below, whoever approves it (S11). */
export const policyFloors = pgTable(
  'policy_floors',
  {
    ...referenceKey(),
    kind: text('kind').notNull(),
    field: text('field').notNull(),
    row: text('row'),
    cell: text('cell'),
    bound: jsonb('bound').$type<unknown>().notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('policy_floors_key').on(t.kind, t.field, sql`coalesce(${t.row}, '')`, sql`coalesce(${t.cell}, '')`),
  ],
);

/** What staff say to each other about a draft. */
export const policyComments = pgTable(
  'policy_comments',
  {
    ...referenceKey(),
    policyVersionId: uuid('policy_version_id').notNull(),
    termId: text('term_id'),
    text: text('text').notNull(),
    author: text('author').notNull(),
    at: instant('at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by'),
  },
  (t) => [
    referenceRow(t.policyVersionId, 'policy_versions'),
    index('policy_comments_version_idx').on(t.policyVersionId, t.at),
    check('policy_comments_resolved', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
  ],
);

/** What was promised, word for word; many purchases share one. Never changes and is never deleted (`frozen` in index.ts). */
export const promiseSnapshots = pgTable(
  'promise_snapshots',
  {
    ...referenceKey(),
    hash: text('hash').notNull(),
    policyId: uuid('policy_id').notNull(),
    policyVersionId: uuid('policy_version_id').notNull(),
    body: jsonb('body').$type<PromiseSnapshot>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    uniqueIndex('promise_snapshots_hash_key').on(t.hash),
  ],
);

export const entitlements = pgTable(
  'entitlements',
  {
    ...customerKey(),
    invoiceId: uuid('invoice_id').notNull(),
    policyId: uuid('policy_id').notNull(),
    policyVersionId: uuid('policy_version_id').notNull(),
    grantedOn: date('granted_on', { mode: 'string' }).notNull(),
    // null only in rows from before promises were frozen; the next start freezes them
    snapshotId: uuid('snapshot_id'),
    facts: jsonb('facts').$type<FrozenFacts>(),
    hash: text('hash'),
  },
  (t) => [
    referenceRow(t.snapshotId, 'promise_snapshots'),
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    // a purchase carries one version of a policy, the one of its day
    uniqueIndex('entitlements_invoice_key').on(t.customerId, t.invoiceId, t.policyId),
    index('entitlements_version_idx').on(t.policyVersionId, t.grantedOn),
  ],
);

/** A purchase that was moved to another version: why it was allowed. Only ever added to. */
export const promiseMoves = pgTable(
  'promise_moves',
  {
    ...customerKey(),
    entitlementId: uuid('entitlement_id').notNull(),
    fromSnapshotId: uuid('from_snapshot_id').notNull(),
    toSnapshotId: uuid('to_snapshot_id').notNull(),
    at: instant('at').notNull(),
    /** The latest day the business had been at; null: it was not kept yet. */
    movedOn: date('moved_on', { mode: 'string' }),
    by: text('by').notNull(),
    cuts: jsonb('cuts').$type<readonly Cut[]>().notNull(),
    consentBy: text('consent_by'),
    consentOn: date('consent_on', { mode: 'string' }),
    consentNote: text('consent_note'),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.entitlementId, 'entitlements'),
    referenceRow(t.fromSnapshotId, 'promise_snapshots'),
    referenceRow(t.toSnapshotId, 'promise_snapshots'),
    index('promise_moves_entitlement_idx').on(t.customerId, t.entitlementId),
  ],
);

export const returns = pgTable(
  'returns',
  {
    ...customerKey(),
    returnLineId: uuid('return_line_id').notNull(),
    saleLineId: uuid('sale_line_id'),
    invoiceId: uuid('invoice_id').notNull(),
    code: text('code').notNull(),
    quantity: integer('quantity').notNull(),
    at: instant('at').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    status: text('status').$type<ReturnStatus>().notNull(),
    closedAt: instant('closed_at'),
    policyVersionId: uuid('policy_version_id'),
    policyId: uuid('policy_id'),
    termId: text('term_id'),
    countedFrom: date('counted_from', { mode: 'string' }),
    deadline: date('deadline', { mode: 'string' }),
    trace: jsonb('trace').$type<readonly Step[]>().notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.returnLineId, 'invoice_lines'),
    sameCustomer(t, t.saleLineId, 'invoice_lines'),
    sameCustomer(t, t.invoiceId, 'invoices'),
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    // one return per returned line and purchase; the pieces without a purchase are one more
    uniqueIndex('returns_pieces_key').on(
      t.customerId,
      t.returnLineId,
      sql`coalesce(${t.saleLineId}, ${t.returnLineId})`,
    ),
    index('returns_sale_line_idx').on(t.customerId, t.saleLineId),
    index('returns_open_idx')
      .on(t.customerId, t.at)
      .where(sql`${t.status} = 'OPEN'`),
    index('returns_newest_idx').on(t.at, t.id),
    check('returns_quantity', sql`${t.quantity} > 0`),
  ],
);
