import { sql, type SQL } from 'drizzle-orm';
import { products } from './table.ts';

/** What the terms of a policy may ask about a product: `id, category, complexity`. */
export function productTraits(): SQL {
  return sql`select id, category, complexity from ${products}`;
}
