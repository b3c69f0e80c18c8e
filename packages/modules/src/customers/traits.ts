import { sql, type SQL } from 'drizzle-orm';
import { customers } from './table.ts';

/** How customers are called: `customer_id, number, name`. */
export function customerNames(): SQL {
  return sql`select customer_id, number, name from ${customers}`;
}

/** In which currency what a customer is worth is counted: `customer_id, currency`. */
export function customerCurrencies(): SQL {
  return sql`select customer_id, currency from ${customers}`;
}

/** What the terms of a policy may ask about a customer: `customer_id, region, segment, since date`. */
export function customerTraits(): SQL {
  return sql`select customer_id, region, segment, since from ${customers}`;
}
