import { product } from '@perennial/domain/catalog/product';
import { gid, mutation, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { productCategories } from './categories.ts';
import { createProduct, updateProduct } from './service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
const { code, name, category, complexity, price, extras, isPart } = product.fields;
const partnerId = gid('Partner').nullable().optional();

/** The partner's own id; undefined leaves it as it is, null makes the product ours. */
function ofPartner(ref: { id?: string | undefined } | null | undefined): { partnerId?: string | null } {
  return ref === undefined ? {} : { partnerId: ref?.id ?? null };
}

export const queries = [
  query({
    name: 'productCategories',
    description: 'The categories that products are in, each once, sorted; at most 1,000.',
    roles: null,
    args: z.object({}),
    returns: z.array(z.string()),
    handle: async (ctx) => productCategories(ctx.db),
  }),
];

export const mutations = [
  mutation({
    name: 'productCreate',
    description: 'Enters a product of ours or of a partner.',
    roles: KEEPERS,
    input: z.object({
      code,
      name,
      category: category.optional(),
      complexity: complexity.optional(),
      price: price.optional(),
      extras: extras.optional(),
      isPart: isPart.optional(),
      partnerId,
    }),
    payload: { product: 'Product' },
    handle: async (ctx, { partnerId: partner, ...input }) => ({
      product: {
        id: await createProduct(ctx, { ...input, ...ofPartner(partner) } as Parameters<typeof createProduct>[1]),
      },
    }),
  }),
  mutation({
    name: 'productUpdate',
    description: 'Changes what is given and leaves the rest; the code stays.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Product'),
      version: z.int32().min(1),
      name: name.optional(),
      category: category.optional(),
      complexity: complexity.optional(),
      price: price.optional(),
      extras: extras.optional(),
      isPart: isPart.optional(),
      partnerId,
    }),
    payload: { product: 'Product' },
    handle: async (ctx, { id, version, partnerId: partner, ...change }) => {
      await updateProduct(ctx, id.id ?? '', version, { ...change, ...ofPartner(partner) });
      return { product: { id: id.id } };
    },
  }),
];
