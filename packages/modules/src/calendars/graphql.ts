import { calendarDay, calendarEntity } from '@perennial/domain/calendars/entities';
import { HOLIDAY_PACKS } from '@perennial/domain/calendars/packs/all';
import { sayWorkingStep } from '@perennial/domain/calendars/words';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { applyPack, createCalendar, deleteCalendar, setDays, updateCalendar } from './service.ts';
import { tryCalendar } from './try-service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
const { name, timeZone, week, shiftDay, years } = calendarEntity.fields;
const { date, kind, name: dayName, shifts, like } = calendarDay.fields;
const version = z.int32().min(1);
const payload = { calendar: 'Calendar' } as const;

/** The id of a set-up row; `gid` has checked that it is one. */
const idOf = (ref: { id?: string | undefined }): string => ref.id ?? '';

export const mutations = [
  mutation({
    name: 'calendarCreate',
    description: 'Enters working hours: shifts by weekday ("1" = Monday), minutes since midnight, and holiday packs.',
    roles: KEEPERS,
    input: z.object({
      name,
      timeZone,
      week,
      shiftDay: shiftDay.optional(),
      years: years.optional(),
      packs: z.array(z.string().max(60)).max(60).optional(),
    }),
    payload,
    handle: async (ctx, input) => ({ calendar: { id: await createCalendar(ctx, input) } }),
  }),
  mutation({
    name: 'calendarUpdate',
    description: 'Changes what is given. A year taken out of `years` becomes unknown and loses its days.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Calendar'),
      version,
      name: name.optional(),
      timeZone: timeZone.optional(),
      week: week.optional(),
      shiftDay: shiftDay.optional(),
      years: years.optional(),
    }),
    payload,
    handle: async (ctx, { id, version: seen, ...change }) => {
      await updateCalendar(ctx, idOf(id), seen, change);
      return { calendar: id };
    },
  }),
  mutation({
    name: 'calendarDaysSet',
    description: 'Replaces the holidays and made-up days of a year, which is known from then on; none means none.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Calendar'),
      version,
      year: z.int32(),
      days: z
        .array(
          named(
            'CalendarDayInput',
            z.object({ date, kind, name: dayName, shifts: shifts.optional(), like: like.optional() }),
          ),
        )
        .max(366),
    }),
    payload,
    handle: async (ctx, { id, version: seen, year, days }) => {
      await setDays(ctx, idOf(id), seen, year, days);
      return { calendar: id };
    },
  }),
  mutation({
    name: 'calendarApplyPack',
    description: 'Enters the public holidays of a region and year in place of what was known of that year.',
    roles: KEEPERS,
    input: z.object({ id: gid('Calendar'), version, pack: z.string().max(60) }),
    payload,
    handle: async (ctx, { id, version: seen, pack }) => {
      await applyPack(ctx, idOf(id), seen, pack);
      return { calendar: id };
    },
  }),
  mutation({
    name: 'calendarDelete',
    description: 'Removes a calendar that no version and no service point uses.',
    roles: KEEPERS,
    input: z.object({ id: gid('Calendar'), version }),
    payload: { deleted: z.boolean() },
    handle: async (ctx, { id, version: seen }) => {
      await deleteCalendar(ctx, idOf(id), seen);
      return { deleted: true };
    },
  }),
];

/** Read by the domain, which says how a moment is written. */
const moment = z.string().max(40);

export const queries = [
  query({
    name: 'calendarTry',
    description:
      'When so many working minutes after a moment are over, with what was counted on the way as steps and sentences.',
    roles: null,
    args: z.object({
      id: gid('Calendar'),
      start: moment,
      minutes: z.int32(),
      pauses: z
        .array(named('PauseInput', z.object({ from: moment, to: moment.nullable() })))
        .max(100)
        .optional(),
      language: named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans'])).optional(),
    }),
    returns: named(
      'CalendarTrial',
      z.object({ due: z.string(), timeZone: z.string(), steps: z.unknown(), sentences: z.array(z.string()) }),
    ),
    handle: async (ctx, { id, language, ...trial }) => {
      const tried = await tryCalendar(ctx, { id: idOf(id), ...trial });
      const tag = LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';
      return { ...tried, sentences: tried.steps.map((step) => sayWorkingStep(step, tag, tried.timeZone)) };
    },
  }),
  query({
    name: 'calendarPacks',
    description: 'The public holidays that come with the product, by region and year, to be entered into a calendar.',
    roles: null,
    args: z.object({}),
    returns: z.array(
      named(
        'CalendarPack',
        z.object({ id: z.string(), year: z.int32(), label: z.unknown(), source: z.string(), days: z.unknown() }),
      ),
    ),
    handle: async () => HOLIDAY_PACKS.map(({ id, year, label, source, days }) => ({ id, year, label, source, days })),
  }),
];
