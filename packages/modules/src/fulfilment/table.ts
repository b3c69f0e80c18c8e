import type { Promised } from '@perennial/domain/fulfilment/added';
import type { CheckItem, FulfilmentTask, PartUsed, Proof } from '@perennial/domain/fulfilment/task';
import {
  createdAt,
  customerKey,
  instant,
  ownedByCustomer,
  referenceRow,
  sameCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const fulfilmentTasks = pgTable(
  'fulfilment_tasks',
  {
    ...customerKey(),
    invoiceId: uuid('invoice_id').notNull(),
    kind: text('kind').$type<FulfilmentTask['kind']>().notNull(),
    status: text('status').$type<FulfilmentTask['status']>().notNull(),
    policyVersionId: uuid('policy_version_id').notNull(),
    termId: text('term_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    codes: text('codes').array().notNull(),
    pieces: jsonb('pieces').$type<FulfilmentTask['pieces']>(),
    words: jsonb('words').$type<FulfilmentTask['words']>().notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** The business's day on which it was added to what was promised before; null: it was promised with the purchase. */
    addedOn: date('added_on', { mode: 'string' }),
    /** What it was promised to be before by promises that count from another day: where such a one is held again, from that. */
    formerly: jsonb('formerly').$type<readonly Promised[]>(),
    scheduledFor: instant('scheduled_for'),
    ownerId: uuid('owner_id'),
    checklist: jsonb('checklist').$type<readonly CheckItem[]>().notNull(),
    conduct: text('conduct').array().notNull(),
    parts: jsonb('parts').$type<readonly PartUsed[]>().notNull(),
    proof: jsonb('proof').$type<Proof>(),
    completedOn: date('completed_on', { mode: 'string' }),
    completedBy: text('completed_by'),
    recordedOn: date('recorded_on', { mode: 'string' }),
    cancelledReason: text('cancelled_reason'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    ...ownedByCustomer(t),
    sameCustomer(t, t.invoiceId, 'invoices'),
    referenceRow(t.policyVersionId, 'policy_versions'),
    // what a promise asks for is opened once, whatever its version and its term are called: whoever opens has locked them
    index('fulfilment_tasks_invoice_idx').on(t.customerId, t.invoiceId),
    index('fulfilment_tasks_due_idx')
      .on(t.dueOn, t.id)
      .where(sql`status in ('OPEN', 'SCHEDULED')`),
    index('fulfilment_tasks_owner_idx').on(t.ownerId, t.status),
    check('fulfilment_tasks_done', sql`(${t.status} = 'DONE') = (${t.completedOn} is not null)`),
  ],
);
