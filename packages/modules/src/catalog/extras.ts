import type { Orm } from '@perennial/kernel/db/database';
import { asc, count, sql } from 'drizzle-orm';
import { products } from './table.ts';

export interface ProductExtras {
  code: string;
  name: string;
  extras: readonly string[];
}

/** Products that come with something at no charge (多訂幾個扣子, C20): the first of them by code, and how many there are. */
export async function productExtras(orm: Orm, limit: number): Promise<{ products: ProductExtras[]; all: number }> {
  const has = sql`cardinality(${products.extras}) > 0`;
  const [total] = await orm.select({ n: count() }).from(products).where(has);
  const { code, name, extras } = products;
  const some = await orm.select({ code, name, extras }).from(products).where(has).orderBy(asc(code)).limit(limit);
  return { products: some, all: total?.n ?? 0 };
}
