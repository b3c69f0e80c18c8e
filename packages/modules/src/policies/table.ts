import type { Outcome, Step } from '@perennial/domain/policies/decision';
import type { POLICY_STAGES } from '@perennial/domain/policies/policy';
import type { ReturnStatus } from '@perennial/domain/policies/return';
import type { Term } from '@perennial/domain/policies/terms';
import type { VersionStatus } from '@perennial/domain/policies/version';
import {
  createdAt,
  customerKey,
  instant,
  ownedByCustomer,
  referenceKey,
  referenceRow,
  sameCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const policies = pgTable(
  'policies',
  {
    ...referenceKey(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    stage: text('stage').$type<(typeof POLICY_STAGES)[number]>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('policies_name_key').on(t.name)],
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
    terms: jsonb('terms').$type<readonly Term[]>().notNull(),
    publishedAt: instant('published_at'),
    publishedBy: text('published_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    referenceRow(t.policyId, 'policies'),
    uniqueIndex('policy_versions_number_key').on(t.policyId, t.number),
    // equal: withdrawn before it began
    check('policy_versions_period', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
    check('policy_versions_published', sql`(${t.status} = 'DRAFT') = (${t.publishedAt} is null)`),
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
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    referenceRow(t.policyId, 'policies'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    // a purchase carries one version of a policy, the one of its day
    uniqueIndex('entitlements_invoice_key').on(t.customerId, t.invoiceId, t.policyId),
    index('entitlements_version_idx').on(t.policyVersionId, t.grantedOn),
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
