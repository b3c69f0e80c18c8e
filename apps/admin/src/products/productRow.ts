import type { ProductListQuery } from '../gql/graphql.ts';

/** A product as the list shows it. */
export type ProductRow = ProductListQuery['products']['nodes'][number];
