import { getTableName } from 'drizzle-orm';
import { bigint, foreignKey, integer, pgTable, primaryKey, timestamp, uuid, type PgColumn } from 'drizzle-orm/pg-core';

/**
 * The key of every row that belongs to a customer. Row-level security, erasure, export and distribution over several
 * nodes all follow from this one rule, so no table with a customer's data may be keyed in another way. Use it together
 * with {@link ownedByCustomer}.
 */
export function customerKey() {
  return { customerId: uuid('customer_id').notNull(), id: uuid('id').notNull() };
}

/** The key of a reference row (policies, partners, plans and other set-up): a uuidv7 made by `newId()`. */
export function referenceKey() {
  return { id: uuid('id').notNull().primaryKey() };
}

/** A moment, in milliseconds: microseconds would make cursors lose rows. `name` is the column's snake_case name. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
}

/** An amount in minor units of the row's currency, or a unit price in 1/10,000 of the major unit; a safe integer. */
export function money(name: string) {
  return bigint(name, { mode: 'number' });
}

/** When the row was made (set by the application from `ctx.now`, never by the database's clock). */
export function createdAt() {
  return instant('created_at').notNull();
}

/** When the row was last changed (set by the application from `ctx.now`). */
export function updatedAt() {
  return instant('updated_at').notNull();
}

/** Optimistic lock: starts at 1, plus one with every change. See `expectVersion` in write/version.ts. */
export function version() {
  return integer('version').notNull().default(1);
}

/**
 * Stands for the table of customers where a foreign key must name it: areas may not import each other's tables, and the
 * migration generator needs no more than the two names. Never exported, so it never becomes a table of its own.
 */
const customerRoot = pgTable('customers', { customerId: uuid('customer_id').notNull().primaryKey() });

/**
 * Primary key (customer_id, id) and the foreign key to the customer. To be spread into a table's extras:
 * `pgTable('contacts', { ...customerKey(), … }, (t) => [...ownedByCustomer(t), index(…)])`.
 */
export function ownedByCustomer(t: { customerId: PgColumn; id: PgColumn }) {
  const child = getTableName(t.id.table);
  return [
    primaryKey({ name: `${child}_pkey`, columns: [t.customerId, t.id] }),
    foreignKey({
      name: `${child}_customer_fk`,
      columns: [t.customerId],
      foreignColumns: [customerRoot.customerId],
    }),
  ];
}

/**
 * A foreign key to another row of the same customer: (customer_id, `column`) → (customer_id, id) of `parent`. The parent
 * may be a name where it lives in another area.
 */
export function sameCustomer(t: { customerId: PgColumn }, column: PgColumn, parent: string) {
  const stub = pgTable(parent, { customerId: uuid('customer_id').notNull(), id: uuid('id').notNull() });
  return foreignKey({
    name: `${getTableName(column.table)}_${column.name}_fk`,
    columns: [t.customerId, column],
    foreignColumns: [stub.customerId, stub.id],
  });
}

/** A foreign key to a reference row (`id`), by the name of its table where it lives in another area. */
export function referenceRow(column: PgColumn, parent: string) {
  const stub = pgTable(parent, { id: uuid('id').notNull().primaryKey() });
  return foreignKey({
    name: `${getTableName(column.table)}_${column.name}_fk`,
    columns: [column],
    foreignColumns: [stub.id],
  });
}
