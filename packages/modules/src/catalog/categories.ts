import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { products } from './table.ts';

/** More categories than anybody would choose from. */
const MOST = 1_000;

/** The categories that products are in, each once, sorted; the first 1,000. */
export async function productCategories(db: Database): Promise<string[]> {
  const rows = await rowsOf<{ category: string }>(
    db.orm,
    sql`select distinct category from ${products} where category is not null order by category limit ${MOST}`,
  );
  return rows.map((row) => row.category).sort((a, b) => a.localeCompare(b, 'en'));
}
