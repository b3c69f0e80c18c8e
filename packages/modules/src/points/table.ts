import type { ProbeChannel, ServicePoint } from '@perennial/domain/points/point';
import { createdAt, referenceKey, referenceRow, updatedAt, version } from '@perennial/kernel/db/columns';
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const servicePoints = pgTable(
  'service_points',
  {
    ...referenceKey(),
    name: text('name').notNull(),
    address: text('address'),
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    region: text('region'),
    calendarId: uuid('calendar_id'),
    note: text('note'),
    words: jsonb('words').$type<ServicePoint['words']>().notNull().default({}),
    active: boolean('active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [referenceRow(t.calendarId, 'calendars'), uniqueIndex('service_points_name_key').on(t.name)],
);

/** Never changed and never removed: what was tried was tried. */
export const servicePointProbes = pgTable(
  'service_point_probes',
  {
    ...referenceKey(),
    pointId: uuid('point_id').notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
    channel: text('channel').$type<ProbeChannel>().notNull(),
    /** What was tried: the number, the address… as the point had it on that day; an answer speaks for nothing else. */
    contact: text('contact'),
    answered: boolean('answered').notNull(),
    note: text('note'),
    by: text('by_name').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    referenceRow(t.pointId, 'service_points'),
    index('service_point_probes_answered_idx').on(t.pointId, t.answered, t.on),
    index('service_point_probes_newest_idx').on(t.on, t.id),
  ],
);
