import type { ClaimPageQuery } from '../gql/graphql.ts';

/** A claim as its page reads it. */
export type Claim = NonNullable<ClaimPageQuery['claim']>;
export type ClaimLine = Claim['claimLines']['nodes'][number];
export type Charge = Claim['charges']['nodes'][number];

/** Where anybody can check the decision without signing in. */
export const receiptPath = (claim: Pick<Claim, 'receiptHash'>): string => `/receipt/${claim.receiptHash}`;
