import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { unreachable } from '../points/index.ts';
import { policies, policyVersions } from './table.ts';

/** A service point that a promise in force names, and at which nobody has answered for longer than its policy allows. */
export interface SilentPoint {
  id: string;
  name: string;
  words: unknown;
}

/**
 * The gate (S14, 無人接聽) lets a policy out; afterwards days pass, and numbers change. The points that are promised on
 * `asOf` and could not be published any more, each once, by name.
 */
export async function silentPoints(orm: Orm, asOf: string): Promise<SilentPoint[]> {
  const { effectiveFrom, effectiveTo, status, pointIds, policyId } = policyVersions;
  const listing = await orm
    .select({ pointIds, days: policies.probeDays })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyId))
    .where(and(eq(status, 'PUBLISHED'), lte(effectiveFrom, asOf), or(isNull(effectiveTo), gt(effectiveTo, asOf))));
  const byDays = Map.groupBy(listing, ({ days }) => days);
  const silent = new Map<string, SilentPoint>();
  for (const [days, versions] of byDays) {
    const ids = [...new Set(versions.flatMap((version) => version.pointIds))];
    for (const { id, name, words } of await unreachable(orm, ids, asOf, days)) silent.set(id, { id, name, words });
  }
  return [...silent.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
