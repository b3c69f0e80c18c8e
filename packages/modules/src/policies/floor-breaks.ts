import { belowFloors } from '@perennial/domain/policies/floor';
import { readTerms } from '@perennial/domain/policies/terms';
import { named } from '@perennial/kernel/graphql/operations';
import type { Orm } from '@perennial/kernel/db/database';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { stillPromised } from './rows.ts';
import { policies, policyFloors, policyVersions } from './table.ts';

/** A version that promises less than a floor, which was set after it was published. */
export const floorBreak = named(
  'PolicyFloorBreak',
  z.object({
    floorId: z.string(),
    policyId: z.string(),
    policy: z.string(),
    /** How the policy is called in other languages. */
    words: z.unknown(),
    versionId: z.string(),
    number: z.int32(),
    termId: z.string(),
    /** What the term promises there; null: nothing. */
    value: z.unknown(),
  }),
);

export type FloorBreak = z.infer<typeof floorBreak>;

/**
 * Where versions in force or announced go below a floor (S11). A floor speaks of what comes and takes nothing back, so it
 * may be set all the same; whoever sets it has to learn that what is promised now does not keep it.
 */
export async function floorBreaks(orm: Orm, { asOf }: { asOf: string }, floorId?: string): Promise<FloorBreak[]> {
  const floors = await orm
    .select()
    .from(policyFloors)
    .where(floorId === undefined ? undefined : eq(policyFloors.id, floorId))
    .orderBy(policyFloors.createdAt, policyFloors.id);
  if (floors.length === 0) return [];
  const versions = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(stillPromised(asOf))
    .orderBy(policies.name, policyVersions.number);
  return versions.flatMap(({ version, policy }) =>
    belowFloors(readTerms(version.terms), [], floors).map(({ floor, termId, value }) => ({
      floorId: `PolicyFloor_${floor.id}`,
      policyId: `Policy_${policy.id}`,
      policy: policy.name,
      words: policy.words,
      versionId: `PolicyVersion_${version.id}`,
      number: version.number,
      termId,
      value,
    })),
  );
}
