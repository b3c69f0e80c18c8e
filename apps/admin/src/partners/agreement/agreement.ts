import type { AgreementPageQuery } from '../../gql/graphql.ts';

/** What the page of one agreement shows. */
export type Agreement = NonNullable<AgreementPageQuery['agreement']>;
