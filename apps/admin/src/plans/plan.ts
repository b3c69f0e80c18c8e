import type { PlanPageQuery } from '../gql/graphql.ts';

/** What the page of one plan shows. */
export type Plan = NonNullable<PlanPageQuery['retentionPlan']>;
export type Step = Plan['actions']['nodes'][number];
