import { unreachableOf, type ListedPoint } from '@perennial/domain/points/reachability';
import type { Orm } from '@perennial/kernel/db/database';
import { asc, eq, inArray } from 'drizzle-orm';
import { lastAnswered } from './last-answered.ts';
import { servicePoints } from './table.ts';

export type PointRow = typeof servicePoints.$inferSelect;

/** The service points with these ids, by name; an id without a point is left out. */
export async function pointsOf(orm: Orm, ids: readonly string[]): Promise<PointRow[]> {
  if (ids.length === 0) return [];
  return orm
    .select()
    .from(servicePoints)
    .where(inArray(servicePoints.id, [...ids]))
    .orderBy(asc(servicePoints.name));
}

/** The service points whose hours are those of a calendar, by name. */
export async function pointsByCalendar(orm: Orm, calendarId: string): Promise<PointRow[]> {
  return orm
    .select()
    .from(servicePoints)
    .where(eq(servicePoints.calendarId, calendarId))
    .orderBy(asc(servicePoints.name));
}

/** Ids of the points in service, the oldest first. */
export async function activePointIds(orm: Orm): Promise<string[]> {
  const rows = await orm
    .select({ id: servicePoints.id })
    .from(servicePoints)
    .where(eq(servicePoints.active, true))
    .orderBy(asc(servicePoints.id));
  return rows.map(({ id }) => id);
}

/**
 * Those of the listed points that nobody answered at within `days` days before `asOf`, or that are out of service: while
 * there is one, a version that lists it cannot be published (S14). By name.
 */
export async function unreachable(
  orm: Orm,
  ids: readonly string[],
  asOf: string,
  days: number,
): Promise<(Pick<ListedPoint, 'id' | 'name' | 'lastAnsweredOn'> & Pick<PointRow, 'words'>)[]> {
  const answered = await lastAnswered(orm, ids, asOf);
  const points = (await pointsOf(orm, ids)).map(({ id, name, words, active }) => {
    return { id, name, words, active, lastAnsweredOn: answered.get(id) ?? null };
  });
  return unreachableOf(points, asOf, days).map(({ id, name, words, lastAnsweredOn }) => ({
    id,
    name,
    words,
    lastAnsweredOn,
  }));
}
