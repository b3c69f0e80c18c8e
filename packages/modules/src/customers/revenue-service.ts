import { countOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { customers } from './table.ts';

/** The head of the customers that brings this share of the revenue is KEY (80/20法則, C41). */
const KEY_SHARE = 0.8;

/**
 * Brings value, number of orders and last purchase of customers up to date, set-based, and the segments that follow
 * from them. It is upkeep, not a change by somebody: `version` and `updatedAt` stay.
 * @param revenue query with `customer_id, value bigint, orders int, last_purchase_at timestamptz`; customers who bought
 * nothing come with zeros and null
 */
export async function applyRevenue(tx: Orm, revenue: SQL): Promise<number> {
  const changed = await countOf(
    tx,
    sql`
    update ${customers} c set value = r.value, orders = r.orders, last_purchase_at = r.last_purchase_at
    from (${revenue}) r
    where c.customer_id = r.customer_id
      and (c.value, c.orders, c.last_purchase_at) is distinct from (r.value, r.orders, r.last_purchase_at)`,
  );
  await resegment(tx);
  return changed;
}

/**
 * Sorts buyers into KEY (the fewest customers that together bring 80 % of the revenue) and STANDARD. Segments set by
 * hand stay; prospects and others who never bought stay what they are.
 */
export async function resegment(tx: Orm): Promise<void> {
  await tx.execute(sql`
    update ${customers} c set segment = s.segment
    from (
      select customer_id,
        case when coalesce(sum(value) over (order by value desc, customer_id rows between unbounded preceding and 1 preceding), 0)
            < ${KEY_SHARE}::numeric * sum(value) over () and value > 0
          then 'KEY' else 'STANDARD' end as segment
      from (select customer_id, greatest(value, 0) as value from ${customers} where orders > 0) buyer
    ) s
    where c.customer_id = s.customer_id and c.segment_source = 'AUTOMATIC' and c.segment <> s.segment`);
}
