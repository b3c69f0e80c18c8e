import type { PolicyPageQuery } from '../gql/graphql.ts';

export type PolicyFile = NonNullable<PolicyPageQuery['policy']>;
export type Version = PolicyFile['versions']['nodes'][number];
