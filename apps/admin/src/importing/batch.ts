import type { ImportBatchQuery } from '../gql/graphql.ts';

/** What the page of one import shows. */
export type Batch = NonNullable<ImportBatchQuery['importBatch']>;
