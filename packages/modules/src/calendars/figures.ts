import type { Orm } from '@perennial/kernel/db/database';
import { asc } from 'drizzle-orm';
import { calendars } from './table.ts';

/** Ids of all calendars, the oldest first. */
export async function calendarIds(orm: Orm): Promise<string[]> {
  const rows = await orm.select({ id: calendars.id }).from(calendars).orderBy(asc(calendars.id));
  return rows.map(({ id }) => id);
}
