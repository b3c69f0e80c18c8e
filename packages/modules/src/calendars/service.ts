import type { CalendarData, SpecialDay } from '@perennial/domain/calendars/calendar';
import { checkCalendar } from '@perennial/domain/calendars/check';
import type { CalendarDay } from '@perennial/domain/calendars/entities';
import { holidayPack } from '@perennial/domain/calendars/packs/all';
import { DomainError } from '@perennial/domain/shared/errors';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq, gte, lte, ne, sql } from 'drizzle-orm';
import { dataOf, daysOf, lockCalendar, type CalendarRow } from './rows.ts';
import { calendarDays, calendars } from './table.ts';

export type Writing = Pick<WriteContext | SystemWriteContext, 'tx' | 'now' | 'asOf' | 'audit' | 'hook'>;

export interface CalendarInput extends Pick<CalendarData, 'name' | 'timeZone' | 'week'> {
  shiftDay?: CalendarData['shiftDay'] | undefined;
  years?: readonly number[] | undefined;
  /** Holiday packs to begin with, by id. */
  packs?: readonly string[] | undefined;
}

/**
 * Enters a calendar.
 * @throws DomainError CALENDAR_NAME_TAKEN, CALENDAR_PACK_UNKNOWN, those of `checkCalendar`
 */
export async function createCalendar(ctx: Writing, { packs = [], ...input }: CalendarInput): Promise<string> {
  const chosen = packs.map((id, at) => holidayPack(id, ['packs', String(at)]));
  const row = {
    ...input,
    shiftDay: input.shiftDay ?? ('START' as const),
    years: inOrder([...(input.years ?? []), ...chosen.map(({ year }) => year)]),
  };
  const days: Record<string, SpecialDay> = Object.assign({}, ...chosen.map((pack) => pack.days));
  checkCalendar(dataOf(row, days));
  await refuseTakenName(ctx.tx, row.name);
  const id = newId();
  await ctx.tx.insert(calendars).values({ id, ...row, createdAt: ctx.now, updatedAt: ctx.now });
  await insertDays(ctx.tx, id, days);
  ctx.audit({ subject: `Calendar_${id}`, after: { ...row, packs } });
  return id;
}

export type CalendarChange = {
  [K in 'name' | 'timeZone' | 'week' | 'shiftDay' | 'years']?: CalendarData[K] | undefined;
};

/**
 * Changes what is given. A year taken out of `years` becomes unknown, and its days go with it; a year put in without days
 * states that it has none. What was promised by the calendar before stays as it was (S1).
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, CALENDAR_NAME_TAKEN, those of `checkCalendar` and of whoever
 * promises by it (`CALENDAR_PROMISED`, `CALENDAR_YEAR_THIN`)
 */
export async function updateCalendar(ctx: Writing, id: string, seen: number, change: CalendarChange): Promise<void> {
  const before = await lockCalendar(ctx.tx, id);
  sameVersion(before, seen);
  if (change.name !== undefined && change.name !== before.name) await refuseTakenName(ctx.tx, change.name, id);
  const after = { ...before, ...given(change), ...(change.years ? { years: inOrder(change.years) } : {}) };
  const days = await daysOf(ctx.tx, id);
  const kept = Object.entries(days).filter(([date]) => after.years.includes(yearOf(date)));
  checkCalendar(dataOf(after, Object.fromEntries(kept)));
  for (const year of before.years) if (!after.years.includes(year)) await removeDays(ctx.tx, id, year);
  await save(ctx, before, after);
  await tell(ctx, id, dataOf(before, days), dataOf(after, Object.fromEntries(kept)));
  ctx.audit({ subject: `Calendar_${id}`, before, after: change });
}

export type DayInput = Pick<CalendarDay, 'date' | 'kind' | 'name'> & {
  [K in 'shifts' | 'like']?: CalendarDay[K] | undefined;
};

/**
 * Replaces all special days of a year; with it the year is known. No days say that there are none.
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, CALENDAR_DAY_OTHER_YEAR, CALENDAR_DAY_TWICE, those of `checkCalendar`
 */
export async function setDays(
  ctx: Writing,
  id: string,
  seen: number,
  year: number,
  list: readonly DayInput[],
): Promise<void> {
  const days: Record<string, SpecialDay> = {};
  for (const [i, { date, kind, name, shifts, like }] of list.entries()) {
    const path = ['days', String(i), 'date'];
    if (yearOf(date) !== year) {
      throw new DomainError('CALENDAR_DAY_OTHER_YEAR', `${date} is not a day of ${year}; set it with its own year.`, {
        path,
        params: { date, year: String(year) },
      });
    }
    if (date in days) {
      throw new DomainError('CALENDAR_DAY_TWICE', `${date} is given twice; keep one of the two.`, {
        path,
        params: { date },
      });
    }
    days[date] = { kind, name, ...(shifts ? { shifts } : {}), ...(typeof like === 'number' ? { like } : {}) };
  }
  await replaceYear(ctx, id, seen, year, days);
}

/**
 * Enters the public holidays of a region and year in place of what the calendar knew of that year.
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, CALENDAR_PACK_UNKNOWN, those of `checkCalendar`
 */
export async function applyPack(ctx: Writing, id: string, seen: number, packId: string): Promise<void> {
  const pack = holidayPack(packId);
  await replaceYear(ctx, id, seen, pack.year, pack.days, packId);
}

async function replaceYear(
  ctx: Writing,
  id: string,
  seen: number,
  year: number,
  days: Readonly<Record<string, SpecialDay>>,
  pack?: string,
): Promise<void> {
  const before = await lockCalendar(ctx.tx, id);
  sameVersion(before, seen);
  const known = await daysOf(ctx.tx, id);
  const others = Object.entries(known).filter(([date]) => yearOf(date) !== year);
  const after = { ...before, years: inOrder([...before.years, year]) };
  checkCalendar(dataOf(after, { ...Object.fromEntries(others), ...days }));
  await removeDays(ctx.tx, id, year);
  await insertDays(ctx.tx, id, days);
  await save(ctx, before, after);
  await tell(ctx, id, dataOf(before, known), dataOf(after, { ...Object.fromEntries(others), ...days }));
  const of = (all: Readonly<Record<string, SpecialDay>>) =>
    Object.fromEntries(Object.entries(all).filter(([date]) => yearOf(date) === year));
  // that nobody knew a year is not that it had no holidays
  const was = before.years.includes(year) ? of(known) : null;
  ctx.audit({ subject: `Calendar_${id}`, before: { year, days: was }, after: { year, days, pack } });
}

/** Removes a calendar that nothing refers to. @throws DomainError NOT_FOUND, VERSION_CONFLICT, CALENDAR_IN_USE */
export async function deleteCalendar(ctx: Writing, id: string, seen: number): Promise<void> {
  const before = await lockCalendar(ctx.tx, id);
  sameVersion(before, seen);
  const count = await usesOf(ctx.tx, id);
  if (count > 0) {
    throw new DomainError(
      'CALENDAR_IN_USE',
      `"${before.name}" is still used in ${count} places; choose another calendar there first.`,
      { path: ['id'], params: { calendar: before.name, count } },
    );
  }
  await ctx.tx.delete(calendarDays).where(eq(calendarDays.calendarId, id));
  await ctx.tx.delete(calendars).where(eq(calendars.id, id));
  ctx.audit({ subject: `Calendar_${id}`, before });
}

/** How many rows of other areas refer to a calendar; which tables may, the database knows by its foreign keys. */
async function usesOf(tx: Orm, id: string): Promise<number> {
  const places = await rowsOf<{ place: string; field: string }>(
    tx,
    sql`
    select c.conrelid::regclass::text as place, a.attname as field
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'calendars'::regclass and c.conrelid <> 'calendar_days'::regclass`,
  );
  let count = 0;
  for (const { place, field } of places) {
    const [row] = await rowsOf<{ uses: number }>(
      tx,
      sql`select count(*)::int as uses from ${sql.raw(place)} where ${sql.identifier(field)} = ${id}::uuid`,
    );
    count += row?.uses ?? 0;
  }
  return count;
}

/** Areas that promise by these hours may refuse the change, in this very transaction. */
async function tell(ctx: Writing, calendarId: string, before: CalendarData, after: CalendarData): Promise<void> {
  await ctx.hook('calendars.changed', { calendarId, asOf: ctx.asOf, before, after });
}

async function save(ctx: Writing, before: CalendarRow, after: CalendarRow): Promise<void> {
  const { name, timeZone, week, shiftDay, years } = after;
  await ctx.tx
    .update(calendars)
    .set({ name, timeZone, week, shiftDay, years, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(calendars.id, before.id));
}

async function insertDays(tx: Orm, calendarId: string, days: Readonly<Record<string, SpecialDay>>): Promise<void> {
  const rows = Object.entries(days).map(([date, { kind, name, shifts, like }]) => ({
    id: newId(),
    calendarId,
    date,
    kind,
    name,
    shifts: shifts ?? null,
    like: like ?? null,
  }));
  if (rows.length > 0) await tx.insert(calendarDays).values(rows);
}

async function removeDays(tx: Orm, calendarId: string, year: number): Promise<void> {
  const ofYear = and(gte(calendarDays.date, `${year}-01-01`), lte(calendarDays.date, `${year}-12-31`));
  await tx.delete(calendarDays).where(and(eq(calendarDays.calendarId, calendarId), ofYear));
}

async function refuseTakenName(tx: Orm, name: string, besides?: string): Promise<void> {
  const other = besides === undefined ? undefined : ne(calendars.id, besides);
  const [taken] = await tx
    .select({ id: calendars.id })
    .from(calendars)
    .where(and(eq(calendars.name, name), other));
  if (!taken) return;
  throw new DomainError('CALENDAR_NAME_TAKEN', `There is a calendar called "${name}" already; choose another name.`, {
    path: ['name'],
    params: { name },
  });
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const inOrder = (years: readonly number[]): number[] => [...new Set(years)].sort((a, b) => a - b);

/** Without what was left out. */
function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}
