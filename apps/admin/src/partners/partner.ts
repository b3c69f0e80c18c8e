import type { PartnerPageQuery } from '../gql/graphql.ts';

/** What the page of one partner shows. */
export type Partner = NonNullable<PartnerPageQuery['partner']>;
