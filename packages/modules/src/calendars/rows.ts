import type { CalendarData, SpecialDay } from '@perennial/domain/calendars/calendar';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { asc, eq, inArray } from 'drizzle-orm';
import { calendarDays, calendars } from './table.ts';

export type CalendarRow = typeof calendars.$inferSelect;
type DayRow = typeof calendarDays.$inferSelect;

/** A calendar as promises are counted by, or null where there is none with this id. */
export async function calendarData(orm: Orm, id: string): Promise<CalendarData | null> {
  const [row] = await orm.select().from(calendars).where(eq(calendars.id, id));
  return row ? dataOf(row, await daysOf(orm, id)) : null;
}

/** As {@link calendarData}, of several calendars, by id. */
export async function calendarsById(orm: Orm, ids: readonly string[]): Promise<Map<string, CalendarData>> {
  if (ids.length === 0) return new Map();
  const rows = await orm.select().from(calendars).where(inArray(calendars.id, ids));
  const days = await orm.select().from(calendarDays).where(inArray(calendarDays.calendarId, ids));
  const of = (id: string) =>
    Object.fromEntries(days.flatMap((day) => (day.calendarId === id ? [[day.date, specialDay(day)]] : [])));
  return new Map(rows.map((row) => [row.id, dataOf(row, of(row.id))]));
}

export async function daysOf(orm: Orm, calendarId: string): Promise<Record<string, SpecialDay>> {
  const rows = await orm
    .select()
    .from(calendarDays)
    .where(eq(calendarDays.calendarId, calendarId))
    .orderBy(asc(calendarDays.date));
  return Object.fromEntries(rows.map((row) => [row.date, specialDay(row)]));
}

/** Without what is not said: a snapshot freezes this text, and its hash with it. */
function specialDay({ kind, name, shifts, like }: DayRow): SpecialDay {
  return { kind, name, ...(shifts === null ? {} : { shifts }), ...(like === null ? {} : { like }) };
}

export function dataOf(
  { name, timeZone, week, shiftDay, years }: Pick<CalendarRow, 'name' | 'timeZone' | 'week' | 'shiftDay' | 'years'>,
  days: Readonly<Record<string, SpecialDay>>,
): CalendarData {
  return { name, timeZone, week, shiftDay, days, years };
}

/** Locked to the end of the transaction; whoever changes a calendar or its days takes this lock first. */
export async function lockCalendar(tx: Orm, id: string): Promise<CalendarRow> {
  const [row] = await tx.select().from(calendars).where(eq(calendars.id, id)).for('update');
  if (!row) throw notFound();
  return row;
}

export function notFound(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such calendar; pass an id that the API gave you in "id".', {
    path: ['id'],
    params: { type: 'Calendar' },
  });
}
