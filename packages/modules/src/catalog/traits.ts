import { sql, type SQL } from 'drizzle-orm';
import { products } from './table.ts';

/** What the terms of a policy may ask about a product, and what it brings along: `id, category, complexity, extras`. */
export function productTraits(): SQL {
  return sql`select id, category, complexity, extras from ${products}`;
}
