import type { QuotePageQuery } from '../gql/graphql.ts';

/** What the page of one quote shows. */
export type Quote = NonNullable<QuotePageQuery['quote']>;
export type Revision = Quote['revisions']['nodes'][number];
export type Line = Revision['lines']['nodes'][number];
