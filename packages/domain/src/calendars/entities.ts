import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';
import { DAY_KINDS, SHIFT_DAYS, shifts, week } from './calendar.ts';

/** Working hours and holidays by which promised times are counted (維修響應的規定時間, C8), as stored; see `CalendarData`. */
export const calendarEntity = entity('Calendar', {
  plural: 'calendars',
  owner: 'reference',
  fields: {
    name: f.text({ max: 120, filter: true, sort: true }),
    timeZone: f.text({ max: 60, filter: true }),
    week: f.json(week, {}),
    shiftDay: f.enum('ShiftDay', SHIFT_DAYS, {}),
    /** Years whose holidays are entered; in any other year time is unknown. */
    years: f.json(z.array(z.int()).max(300), {}),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

/** A public holiday, or a day worked in exchange for one (調休). */
export const calendarDay = entity('CalendarDay', {
  plural: 'calendarDays',
  owner: 'reference',
  fields: {
    calendarId: f.ref('Calendar', { filter: true, write: 'create' }),
    date: f.date({ filter: true, sort: true }),
    kind: f.enum('CalendarDayKind', DAY_KINDS, { filter: true }),
    name: f.text({ max: 120 }),
    shifts: f.json(shifts, { nullable: true }),
    like: f.int({ min: 1, max: 7, nullable: true }),
  },
});

export type Calendar = Infer<typeof calendarEntity>;
export type CalendarDay = Infer<typeof calendarDay>;
