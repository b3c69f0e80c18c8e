import type { Customer } from '@perennial/domain/customers/customer';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { business } from '@perennial/kernel/write/table';
import { asc, gt, sql, type SQL } from 'drizzle-orm';
import { customers } from './table.ts';

/** Set-based upkeep of what is kept on every customer for sorting and filtering. */

/** Ids of the next customers in order of id, for work that goes through everybody in chunks. */
export async function customerIdsAfter(orm: Orm, after: string | null, limit: number): Promise<string[]> {
  const rows = await orm
    .select({ customerId: customers.customerId })
    .from(customers)
    .where(after === null ? undefined : gt(customers.customerId, after))
    .orderBy(asc(customers.customerId))
    .limit(limit);
  return rows.map((row) => row.customerId);
}

export interface CustomerHealth {
  customerId: string;
  /** 0–100, or -1 where there is too little history to say. */
  health: number;
  healthChange: number;
  stage: Customer['stage'];
}

/**
 * Writes health and stage of many customers in one statement; answers the ids of those that changed. It is upkeep, not
 * somebody's change: `version` stays, so that it turns nobody's edit away and holds back no undo of an import.
 */
export async function setHealth(tx: Orm, judged: readonly CustomerHealth[], now: Date): Promise<string[]> {
  const rows = judged.map((each) => ({
    id: each.customerId,
    health: each.health,
    change: each.healthChange,
    stage: each.stage,
  }));
  return changedIds(
    tx,
    sql`update ${customers} c
      set health = r.health, health_change = r.change, stage = r.stage, updated_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (id uuid, health int, change int, stage text)
      where c.customer_id = r.id and (c.health, c.health_change, c.stage) is distinct from (r.health, r.change, r.stage)
      returning c.customer_id`,
  );
}

/**
 * Reckons what every customer is worth in another currency from now on: the business's, which changes only while nothing
 * was sold (`CURRENCY_FIXED`). A customer who was on file before would otherwise never be worth anything.
 */
export async function reckonIn(tx: Orm, currency: string): Promise<void> {
  await tx.execute(sql`update ${customers} set currency = ${currency}::text where currency <> ${currency}::text`);
}

/**
 * Writes revenue, number of orders and last purchase from `totals`, a query yielding
 * `(customer_id uuid, value bigint, orders int, last_purchase_at timestamptz)`; answers the ids of those that changed.
 */
export async function setTotals(tx: Orm, totals: SQL, now: Date): Promise<string[]> {
  return changedIds(
    tx,
    sql`update ${customers} c
      set value = r.value, orders = r.orders, last_purchase_at = r.last_purchase_at, updated_at = ${now.toISOString()}::timestamptz
      from (${totals}) r
      where c.customer_id = r.customer_id
        and (c.value, c.orders, c.last_purchase_at) is distinct from (r.value, r.orders, r.last_purchase_at)
      returning c.customer_id`,
  );
}

/**
 * Puts buyers into KEY (the head that makes 80 % of the revenue, 80/20法則, C41) and STANDARD, and everybody who never
 * bought into PROSPECT. What customers are worth in another currency than the business's is not comparable: they are never KEY by
 * themselves. A segment that a person chose stays. Answers the ids of those that changed.
 */
export async function segmentByValue(tx: Orm, now: Date): Promise<string[]> {
  return changedIds(
    tx,
    sql`with comparable as (
        select customer_id, orders, case when currency = (select currency from ${business}) then value else 0 end as value
        from ${customers}
      ), ranked as (
        select customer_id, orders, value,
          sum(greatest(value, 0)) over (order by value desc, customer_id rows between unbounded preceding and 1 preceding) as before,
          sum(greatest(value, 0)) over () as everything
        from comparable
      ), sorted as (
        select customer_id,
          case when orders = 0 then 'PROSPECT' when value > 0 and coalesce(before, 0) < everything * 0.8 then 'KEY' else 'STANDARD' end as segment
        from ranked
      )
      update ${customers} c
      set segment = s.segment, updated_at = ${now.toISOString()}::timestamptz
      from sorted s
      where c.customer_id = s.customer_id and c.segment_source = 'AUTOMATIC' and c.segment <> s.segment
      returning c.customer_id`,
  );
}

async function changedIds(tx: Orm, statement: SQL): Promise<string[]> {
  const rows = await rowsOf<{ customer_id: string }>(tx, statement);
  return rows.map((row) => row.customer_id);
}
