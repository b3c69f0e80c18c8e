import type { CustomerPageQuery } from '../../gql/graphql.ts';

/** The customer as the page reads it. */
export type CustomerFile = NonNullable<CustomerPageQuery['customer']>;
