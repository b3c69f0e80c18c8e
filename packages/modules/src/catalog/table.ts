import { createdAt, money, referenceKey, updatedAt, version } from '@perennial/kernel/db/columns';
import type { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const products = pgTable(
  'products',
  {
    ...referenceKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    category: text('category'),
    complexity: text('complexity').$type<(typeof COMPLEXITIES)[number]>().notNull().default('LOW'),
    price: money('price'),
    currency: text('currency').notNull(),
    partnerId: uuid('partner_id'),
    extras: text('extras')
      .array()
      .notNull()
      .default(sql`'{}'`),
    isPart: boolean('is_part').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** The import that brought it, so that taking the import back takes the product along. */
    batchId: uuid('batch_id'),
  },
  (t) => [uniqueIndex('products_code_key').on(t.code), index('products_name_idx').on(t.name, t.id)],
);
