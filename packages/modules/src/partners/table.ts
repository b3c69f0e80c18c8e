import type { AGREEMENT_STATUSES, SharingPurpose } from '@perennial/domain/partners/agreement';
import type { PARTNER_ROLES } from '@perennial/domain/partners/partner';
import { copiedFields } from '@perennial/domain/partners/sharing-index';
import type { FieldMeta } from '@perennial/domain/shared/fields';
import {
  createdAt,
  instant,
  money,
  referenceKey,
  referenceRow,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type PgColumnBuilderBase,
} from 'drizzle-orm/pg-core';

export const partners = pgTable(
  'partners',
  {
    ...referenceKey(),
    name: text('name').notNull(),
    website: text('website'),
    contactEmail: text('contact_email'),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('partners_name_idx').on(t.name, t.id)],
);

export const partnerProductRoles = pgTable(
  'partner_product_roles',
  {
    ...referenceKey(),
    partnerId: uuid('partner_id').notNull(),
    productId: uuid('product_id'),
    category: text('category'),
    role: text('role').$type<(typeof PARTNER_ROLES)[number]>().notNull(),
    reason: text('reason'),
    createdAt: createdAt(),
  },
  (t) => [
    referenceRow(t.partnerId, 'partners'),
    referenceRow(t.productId, 'products'),
    // one role per partner and product or category: a second setting replaces the first
    uniqueIndex('partner_product_roles_product_key').on(t.partnerId, t.productId),
    uniqueIndex('partner_product_roles_category_key').on(t.partnerId, t.category),
    check('partner_product_roles_scope', sql`num_nonnulls(${t.productId}, ${t.category}) = 1`),
  ],
);

export const agreements = pgTable(
  'agreements',
  {
    ...referenceKey(),
    partnerId: uuid('partner_id').notNull(),
    purpose: text('purpose').$type<SharingPurpose>().notNull(),
    fields: text('fields').array().notNull(),
    regions: text('regions').array().notNull(),
    segments: text('segments').array().notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
    /** The days above as moments in the business's time zone, so that reads need not know about zones. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    status: text('status').$type<(typeof AGREEMENT_STATUSES)[number]>().notNull(),
    minimumCount: integer('minimum_count').notNull(),
    grantsVersion: integer('grants_version').notNull(),
    /**
     * The agreement's random 32-byte key in the two paddings of HMAC, 64 bytes each in hex: SQL has SHA-256 but no
     * HMAC and no XOR of bytes, and references are made set-based in the database.
     */
    refInner: text('ref_inner').notNull(),
    refOuter: text('ref_outer').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    referenceRow(t.partnerId, 'partners'),
    index('agreements_partner_idx').on(t.partnerId),
    check('agreements_period', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    ...referenceKey(),
    agreementId: uuid('agreement_id').notNull(),
    label: text('label').notNull(),
    prefix: text('prefix').notNull(),
    /** SHA-256 of the whole key in hex; the key itself is stored nowhere. */
    hash: text('hash').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    referenceRow(t.agreementId, 'agreements'),
    uniqueIndex('api_keys_hash_key').on(t.hash),
    index('api_keys_agreement_idx').on(t.agreementId),
  ],
);

/** Stands for another area's table where the foreign key must name it. */
const customerRoot = pgTable('customers', { customerId: uuid('customer_id').notNull().primaryKey() });

/**
 * The sharing index: one row per (agreement, customer) while the customer is in the population and has consented.
 * `ref` is the agreement's own name for the customer. The copies hold what partners filter and sort on, and only where
 * the agreement grants it, or every agreement shows it. `expiresAt` is the earlier end of consent and agreement, so that expiry needs no job.
 */
export const sharedCustomers = pgTable(
  'shared_customers',
  {
    customerId: uuid('customer_id').notNull(),
    agreementId: uuid('agreement_id').notNull(),
    ref: uuid('ref').notNull(),
    expiresAt: instant('expires_at'),
    ...(Object.fromEntries(copiedFields.map((copy) => [copy.field, copyColumn(copy.column, copy.meta)])) as Record<
      'region' | 'segment' | 'value',
      PgColumnBuilderBase
    >),
  },
  (t) => [
    primaryKey({ name: 'shared_customers_pkey', columns: [t.customerId, t.agreementId] }),
    // a customer that goes takes its shares along
    foreignKey({
      name: 'shared_customers_customer_fk',
      columns: [t.customerId],
      foreignColumns: [customerRoot.customerId],
    }).onDelete('cascade'),
    referenceRow(t.agreementId, 'agreements'),
    index('shared_customers_ref_idx').on(t.agreementId, t.ref),
    index('shared_customers_value_idx').on(t.agreementId, t.value.desc().nullsFirst(), t.ref.desc().nullsFirst()),
    index('shared_customers_page_idx').on(
      t.agreementId,
      t.region,
      t.segment,
      t.value.desc().nullsFirst(),
      t.ref.desc().nullsFirst(),
    ),
  ],
);

function copyColumn(name: string, meta: FieldMeta): PgColumnBuilderBase {
  switch (meta.kind) {
    case 'int':
      return integer(name);
    case 'money':
    case 'unitPrice':
      return money(name);
    case 'bool':
      return boolean(name);
    case 'date':
      return date(name, { mode: 'string' });
    case 'instant':
      return instant(name);
    case 'id':
    case 'ref':
      return uuid(name);
    case 'text':
    case 'enum':
      return text(name);
    default:
      throw new TypeError(`a field of kind ${meta.kind} cannot be filtered or sorted by partners: ${name}`);
  }
}

/** Proof of every read; only ever added to (the migration forbids UPDATE and DELETE). */
export const accessReceipts = pgTable(
  'access_receipts',
  {
    ...referenceKey(),
    agreementId: uuid('agreement_id').notNull(),
    keyId: uuid('key_id'),
    at: instant('at').notNull(),
    outcome: text('outcome').$type<'OK' | 'FAILED'>().notNull(),
    preview: boolean('preview').notNull(),
    /** Member of staff who looked through the partner's eyes. */
    previewBy: text('preview_by'),
    operation: text('operation'),
    documentHash: text('document_hash').notNull(),
    fields: text('fields').array().notNull(),
    /** Code that the caller was told where the read failed. */
    refusal: text('refusal'),
    customers: integer('customers').notNull(),
    customerIds: uuid('customer_ids').array().notNull(),
  },
  (t) => [
    index('access_receipts_agreement_idx').on(t.agreementId, t.at, t.id),
    index('access_receipts_key_idx').on(t.keyId, t.at),
  ],
);
