import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, updatedAt, version } from '../db/columns.ts';

/** The one business of this deployment: one row. */
export const business = pgTable(
  'business',
  {
    id: smallint('id').primaryKey().default(1),
    name: text('name').notNull(),
    /** Null: today, by the clock, where the business is. */
    asOf: date('as_of', { mode: 'string' }),
    /** The furthest day it has been at, as far as it was noted when its settings changed; see `BusinessFrame.latestDay`. */
    latestDay: date('latest_day', { mode: 'string' }),
    currency: text('currency').notNull(),
    timezone: text('timezone').notNull(),
    locale: text('locale').notNull(),
    version: version(),
    updatedAt: updatedAt(),
  },
  (t) => [check('business_single', sql`${t.id} = 1`)],
);

/** Random secrets that belong to this database. Readable by its owner only; no other role gets a grant. */
export const instanceSecrets = pgTable('instance_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  createdAt: createdAt(),
});

/**
 * Who did what, when. Append-only (a trigger defends it) and chained: each hash covers the event and the hash before
 * it, so that an event taken out or changed in the database itself is found. The application makes the chain.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    operation: text('operation').notNull(),
    subject: text('subject').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('audit_events_id').on(t.id), index('audit_events_subject').on(t.subject, t.seq)],
);

/** What other areas still have to be told. A row goes when its delivery has succeeded. */
export const outboxEvents = pgTable(
  'outbox_events',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: createdAt(),
    /** Not before this moment. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** Set when it failed too often; kept for a person to look at. */
    deadAt: instant('dead_at'),
  },
  (t) => [
    index('outbox_events_due')
      .on(t.dueAt, t.seq)
      .where(sql`${t.deadAt} is null`),
  ],
);

/** Answers already given, by the caller's idempotency key. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Who and which operation, hashed with the key: two callers may use the same key. */
    scope: text('scope').primaryKey(),
    inputHash: text('input_hash').notNull(),
    payload: jsonb('payload'),
    createdAt: createdAt(),
  },
  (t) => [index('idempotency_keys_created').on(t.createdAt)],
);

/** Small facts about the database itself, e.g. the fingerprint of its row-level security. */
export const kernelFacts = pgTable('kernel_facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
