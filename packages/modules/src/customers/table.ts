import type { Customer } from '@perennial/domain/customers/customer';
import type { Consent, Contact, Touchpoint } from '@perennial/domain/customers/relationship';
import {
  createdAt,
  customerKey,
  instant,
  money,
  ownedByCustomer,
  updatedAt,
  version,
} from '@perennial/kernel/db/columns';
import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const customers = pgTable(
  'customers',
  {
    customerId: uuid('customer_id').notNull().primaryKey(),
    number: text('number').notNull(),
    kind: text('kind').$type<Customer['kind']>().notNull(),
    name: text('name'),
    country: text('country').notNull(),
    region: text('region').notNull(),
    segment: text('segment').notNull(),
    segmentSource: text('segment_source').$type<Customer['segmentSource']>().notNull().default('AUTOMATIC'),
    stage: text('stage').$type<Customer['stage']>().notNull(),
    internalNote: text('internal_note'),
    since: date('since', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    value: money('value').notNull().default(0),
    orders: integer('orders').notNull().default(0),
    lastPurchaseAt: instant('last_purchase_at'),
    lastTouchAt: instant('last_touch_at'),
    health: integer('health').notNull().default(-1),
    healthChange: integer('health_change').notNull().default(0),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** The import that brought the customer, so that taking the import back takes the customer along. */
    batchId: uuid('batch_id'),
  },
  (t) => [
    index('customers_number_idx').on(t.number, t.customerId),
    index('customers_value_idx').on(t.value, t.customerId),
    index('customers_health_idx').on(t.health, t.customerId),
    index('customers_page_idx').on(t.region, t.segment, t.value, t.customerId),
    index('customers_batch_idx').on(t.batchId),
  ],
);

/** One customer per number: uniqueness over all customers lives in a small table of its own, so that it also holds over several nodes. */
export const customerNumbers = pgTable(
  'customer_numbers',
  { number: text('number').notNull().primaryKey(), customerId: uuid('customer_id').notNull() },
  (t) => [uniqueIndex('customer_numbers_customer_key').on(t.customerId)],
);

export const contacts = pgTable(
  'contacts',
  {
    ...customerKey(),
    role: text('role').$type<Contact['role']>().notNull(),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    createdAt: createdAt(),
  },
  (t) => [...ownedByCustomer(t)],
);

export const consents = pgTable(
  'consents',
  {
    ...customerKey(),
    partnerId: uuid('partner_id'),
    purpose: text('purpose').$type<Consent['purpose']>().notNull(),
    status: text('status').$type<Consent['status']>().notNull(),
    givenAt: instant('given_at').notNull(),
    expiresAt: instant('expires_at'),
    withdrawnAt: instant('withdrawn_at'),
    source: text('source').notNull(),
  },
  (t) => [...ownedByCustomer(t), index('consents_use_idx').on(t.purpose, t.partnerId, t.customerId)],
);

export const touchpoints = pgTable(
  'touchpoints',
  {
    ...customerKey(),
    at: instant('at').notNull(),
    channel: text('channel').$type<Touchpoint['channel']>().notNull(),
    direction: text('direction').$type<Touchpoint['direction']>().notNull(),
    tag: text('tag').$type<Touchpoint['tag']>().notNull(),
    subject: text('subject').notNull(),
    note: text('note'),
    createdAt: createdAt(),
  },
  (t) => [...ownedByCustomer(t), index('touchpoints_time_idx').on(t.customerId, t.at, t.id)],
);
