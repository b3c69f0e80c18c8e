import { createdAt, customerKey, instant, money, ownedByCustomer, referenceKey } from '@perennial/kernel/db/columns';
import type { Target } from '@perennial/domain/importing/columns';
import type { ImportCounts, LineCounts } from '@perennial/domain/importing/counts';
import type { ImportProgress, ImportStatus } from '@perennial/domain/importing/import-batch';
import type { Fault } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const importBatches = pgTable(
  'import_batches',
  {
    ...referenceKey(),
    fileName: text('file_name').notNull(),
    fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    mapping: jsonb('mapping').$type<ImportMapping>(),
    preview: jsonb('preview').$type<LineCounts>(),
    counts: jsonb('counts').$type<ImportCounts>(),
    progress: jsonb('progress').$type<ImportProgress>(),
    failure: text('failure'),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    startedBy: text('started_by'),
  },
  // one import at a time: the staging tables below are shared, and two would wait for each other's customers
  (t) => [
    uniqueIndex('import_batches_one_running')
      .on(t.status)
      .where(sql`status = 'RUNNING'`),
  ],
);

/** Lines that were not imported, as they stand in the file, with the reason. */
export const importRejects = pgTable(
  'import_rejects',
  {
    batchId: uuid('batch_id').notNull(),
    line: integer('line').notNull(),
    reason: text('reason').notNull(),
    fault: text('fault').$type<Fault>(),
    field: text('field').$type<Target>(),
    /** Of the invoice on record, where that is what is wrong. */
    currency: text('currency'),
    raw: text('raw').notNull(),
  },
  (t) => [primaryKey({ name: 'import_rejects_pkey', columns: [t.batchId, t.line] })],
);

/** What an import changed on a customer that was there before, so that taking it back restores exactly that. */
export const importedChanges = pgTable(
  'imported_changes',
  {
    ...customerKey(),
    batchId: uuid('batch_id').notNull(),
    country: text('country').notNull(),
    region: text('region').notNull(),
    since: date('since', { mode: 'string' }).notNull(),
    /** Version before and after. */
    version: integer('version').notNull(),
    versionAfter: integer('version_after').notNull(),
  },
  (t) => [...ownedByCustomer(t)],
);

/*
 * The four staging tables. The running import has them for itself, they are emptied when it ends, and nothing reads
 * them but the import, so they carry neither keys nor row-level security; COPY would be refused under it. What is
 * called `owner_id` here becomes `customer_id` once it is a customer's.
 */
export const stagedLines = pgTable('staging_lines', {
  line: integer('line').notNull(),
  id: uuid('id').notNull(),
  customer: text('customer').notNull(),
  invoice: text('invoice').notNull(),
  code: text('code').notNull(),
  ordinal: integer('ordinal').notNull(),
  description: text('description').notNull(),
  quantity: integer('quantity').notNull(),
  unitPrice: money('unit_price').notNull(),
  amount: money('amount').notNull(),
  at: instant('at').notNull(),
  country: text('country').notNull(),
  kind: text('kind').notNull(),
  repeated: boolean('repeated').notNull(),
});

export const stagedCustomers = pgTable('staging_customers', {
  number: text('number').notNull(),
  ownerId: uuid('owner_id').notNull(),
  isNew: boolean('is_new').notNull(),
  since: date('since', { mode: 'string' }).notNull(),
  latestAt: instant('latest_at').notNull(),
  country: text('country').notNull(),
  countries: smallint('countries').notNull(),
});

export const stagedInvoices = pgTable('staging_invoices', {
  number: text('number').notNull(),
  customer: text('customer').notNull(),
  ownerId: uuid('owner_id').notNull(),
  id: uuid('id').notNull(),
  isNew: boolean('is_new').notNull(),
  at: instant('at').notNull(),
  country: text('country').notNull(),
  total: money('total').notNull(),
  lines: integer('lines').notNull(),
});

export const stagedProducts = pgTable('staging_products', {
  code: text('code').notNull(),
  id: uuid('id').notNull(),
  isNew: boolean('is_new').notNull(),
  name: text('name').notNull(),
  price: money('price').notNull(),
});
