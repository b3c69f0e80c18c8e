import type { Product } from '@perennial/domain/catalog/product';
import { DomainError } from '@perennial/domain/shared/errors';
import { countOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import { products } from './table.ts';

/** Products by code: `id, code`. */
export function productKeys(): SQL {
  return sql`select id, code from ${products}`;
}

/** Products that an import created: `id, code, version`. */
export function productsOfBatch(batchId: string): SQL {
  return sql`select id, code, version from ${products} where batch_id = ${batchId}::uuid`;
}

/**
 * Creates the products of a query (`id uuid, code text, name text, price bigint`, one row per code that is not there
 * yet). Products that are there stay as they are: what somebody wrote about them is worth more than a file.
 * @returns number of products created
 */
export async function takeInProducts(
  tx: Orm,
  source: SQL,
  intake: { batchId: string; currency: string; now: Date },
): Promise<number> {
  return countOf(
    tx,
    sql`
    insert into ${products} (id, code, name, complexity, price, currency, created_at, updated_at, batch_id)
    select id, code, name, 'LOW', price, ${intake.currency}, ${intake.now}::timestamptz, ${intake.now}::timestamptz,
      ${intake.batchId}::uuid
    from (${source}) s order by id`,
  );
}

/** Keeps the products of a query (`id`) from being removed before this transaction ends. */
export async function holdProducts(tx: Orm, ids: SQL): Promise<void> {
  await tx.execute(sql`select 1 from ${products} where id in (${ids}) for key share`);
}

/** Removes the products that an import created. What still refers to them stops it. */
export async function removeProductsOfBatch(tx: Orm, batchId: string): Promise<number> {
  return countOf(tx, sql`delete from ${products} where batch_id = ${batchId}::uuid`);
}

type Writing = Pick<WriteContext, 'tx' | 'now' | 'currency' | 'audit'>;

export type ProductInput = Pick<Product, 'code' | 'name'> &
  Partial<Pick<Product, 'category' | 'complexity' | 'price' | 'partnerId' | 'extras' | 'isPart'>>;

/** What a product brings along, each once: what is typed twice is one thing to hand over and to tick. */
const eachOnce = <T extends { extras?: readonly string[] | undefined }>(input: T): T =>
  input.extras ? { ...input, extras: [...new Set(input.extras)] } : input;

/** Enters a product of ours, or of a partner. @throws DomainError PRODUCT_CODE_TAKEN */
export async function createProduct(ctx: Writing, typed: ProductInput): Promise<string> {
  const input = eachOnce(typed);
  const row = { ...input, id: newId(), currency: ctx.currency, createdAt: ctx.now, updatedAt: ctx.now };
  const made = await ctx.tx.insert(products).values(row).onConflictDoNothing({ target: products.code }).returning();
  if (made.length === 0) {
    throw new DomainError(
      'PRODUCT_CODE_TAKEN',
      `There is a product with the code ${input.code} already; choose another.`,
      {
        path: ['code'],
        params: { code: input.code },
      },
    );
  }
  ctx.audit({ subject: `Product_${row.id}`, after: input });
  return row.id;
}

/** What is put on a quote or built in as a part, by id. */
export async function productsById(
  orm: Orm,
  ids: readonly string[],
): Promise<Map<string, typeof products.$inferSelect>> {
  const rows =
    ids.length === 0
      ? []
      : await orm
          .select()
          .from(products)
          .where(inArray(products.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Changes what is given. @throws DomainError NOT_FOUND, VERSION_CONFLICT */
export async function updateProduct(
  ctx: Writing,
  id: string,
  seen: number,
  typed: { [K in keyof Omit<ProductInput, 'code'>]?: ProductInput[K] | undefined },
): Promise<void> {
  const change = eachOnce(typed);
  const [before] = await ctx.tx.select().from(products).where(eq(products.id, id)).for('update');
  if (!before)
    throw new DomainError('NOT_FOUND', 'There is no such product; it may have been removed.', { path: ['id'] });
  if (before.version !== seen) {
    throw new DomainError(
      'VERSION_CONFLICT',
      'Somebody else changed this meanwhile; load it again and repeat your change.',
      {
        path: ['version'],
        params: { seen, now: before.version },
      },
    );
  }
  await ctx.tx
    .update(products)
    .set({ ...change, version: seen + 1, updatedAt: ctx.now })
    .where(eq(products.id, id));
  ctx.audit({ subject: `Product_${id}`, before, after: change });
}
