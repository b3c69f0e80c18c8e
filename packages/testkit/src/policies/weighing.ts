import type { GraphQLClient } from '../server/graphql-client.ts';

/**
 * A consent to moving a purchase as whoever is told what the move means by now gives it; where the move cannot be weighed
 * it names nothing.
 */
export async function agreeing<C extends object>(
  by: GraphQLClient,
  { id, to }: { id: string; to: string },
  consent: C,
): Promise<C & { weighing: string }> {
  const { data } = await by.ask<{ entitlementMoveWeigh: { weighing: string } | null }>(
    'query ($id: ID!, $to: ID!) { entitlementMoveWeigh(id: $id, policyVersionId: $to) { weighing } }',
    { id, to },
  );
  return { weighing: data?.entitlementMoveWeigh?.weighing ?? 'none', ...consent };
}
