import type { WarningListQuery } from '../gql/graphql.ts';

/** A warning as the queue reads it. */
export type WarningRow = WarningListQuery['warnings']['nodes'][number];
