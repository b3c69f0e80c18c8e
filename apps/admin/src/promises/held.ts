import type { KeptPromiseQuery } from '../gql/graphql.ts';

/** One promise that a purchase carries. */
export type Held = NonNullable<KeptPromiseQuery['entitlement']>;
