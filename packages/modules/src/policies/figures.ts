import { sql, type SQL } from 'drizzle-orm';
import { entitlements, returns } from './table.ts';

/** Scalar query for the number of returns about which a person still has something to do, to be put into a larger statement. */
export function openReturns(): SQL {
  return sql`(select count(*) from ${returns} where status = 'OPEN')`;
}

/** What purchases carry, frozen at the sale: `customer_id, invoice_id, policy_id, snapshot_id, facts jsonb`. */
export function promisesHeld(): SQL {
  return sql`
    select customer_id, invoice_id, policy_id, snapshot_id, facts from ${entitlements} where snapshot_id is not null`;
}

/** Returns of which no promise speaks: `customer_id, return_line_id, sale_line_id, code, quantity`. */
export function uncoveredReturns(): SQL {
  return sql`
    select customer_id, return_line_id, sale_line_id, code, quantity from ${returns} where outcome = 'NOT_COVERED'`;
}
