import { PROBE_CHANNELS, REACHED_BY } from '@perennial/domain/points/point';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, inArray, lte, max, sql } from 'drizzle-orm';
import { servicePointProbes, servicePoints } from './table.ts';

/**
 * SQL: whether a try was made on a contact that its point still has (S14, 無人接聽). An answer at the old number says
 * nothing of a new one that nobody has tried.
 */
export function stillThere(probe: string, point: string): string {
  const now = PROBE_CHANNELS.map((channel) => `when '${channel}' then ${point}."${REACHED_BY[channel]}"`);
  return `${probe}.contact = case ${probe}.channel ${now.join(' ')} end`;
}

/**
 * The last day, up to `asOf`, on which somebody answered at each of the points, by a contact that it still has; a point
 * where nobody ever did is left out.
 */
export async function lastAnswered(orm: Orm, ids: readonly string[], asOf: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { pointId, answered, on } = servicePointProbes;
  const rows = await orm
    .select({ pointId, on: max(on) })
    .from(servicePointProbes)
    .innerJoin(servicePoints, eq(servicePoints.id, pointId))
    .where(
      and(
        inArray(pointId, [...ids]),
        eq(answered, true),
        lte(on, asOf),
        sql.raw(stillThere('service_point_probes', 'service_points')),
      ),
    )
    .groupBy(pointId);
  return new Map(rows.flatMap((row) => (row.on === null ? [] : [[row.pointId, row.on] as const])));
}
