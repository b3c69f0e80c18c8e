import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, inArray, lte, max } from 'drizzle-orm';
import { servicePointProbes } from './table.ts';

/** The last day, up to `asOf`, on which somebody answered at each of the points; a point that never did is left out. */
export async function lastAnswered(orm: Orm, ids: readonly string[], asOf: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { pointId, answered, on } = servicePointProbes;
  const rows = await orm
    .select({ pointId, on: max(on) })
    .from(servicePointProbes)
    .where(and(inArray(pointId, [...ids]), eq(answered, true), lte(on, asOf)))
    .groupBy(pointId);
  return new Map(rows.flatMap((row) => (row.on === null ? [] : [[row.pointId, row.on] as const])));
}
