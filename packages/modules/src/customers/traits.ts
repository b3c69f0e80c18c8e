import { sql, type SQL } from 'drizzle-orm';
import { customers } from './table.ts';

/** What the terms of a policy may ask about a customer: `customer_id, region, segment, since date`. */
export function customerTraits(): SQL {
  return sql`select customer_id, region, segment, since from ${customers}`;
}
