import type { DAY_KINDS, Shift, SHIFT_DAYS } from '@perennial/domain/calendars/calendar';
import { createdAt, referenceKey, referenceRow, updatedAt, version } from '@perennial/kernel/db/columns';
import { date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const calendars = pgTable(
  'calendars',
  {
    ...referenceKey(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    week: jsonb('week').$type<Readonly<Record<string, readonly Shift[]>>>().notNull(),
    shiftDay: text('shift_day').$type<(typeof SHIFT_DAYS)[number]>().notNull(),
    years: jsonb('years').$type<readonly number[]>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('calendars_name_key').on(t.name)],
);

export const calendarDays = pgTable(
  'calendar_days',
  {
    ...referenceKey(),
    calendarId: uuid('calendar_id').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    kind: text('kind').$type<(typeof DAY_KINDS)[number]>().notNull(),
    name: text('name').notNull(),
    shifts: jsonb('shifts').$type<readonly Shift[]>(),
    like: integer('like_weekday'),
  },
  (t) => [referenceRow(t.calendarId, 'calendars'), uniqueIndex('calendar_days_date_key').on(t.calendarId, t.date)],
);
