import type { CalendarDaysQuery, CalendarPageQuery } from '../gql/graphql.ts';

/** What the page of one calendar shows. */
export type CalendarFile = NonNullable<CalendarPageQuery['calendar']>;
export type Day = CalendarDaysQuery['calendarDays']['nodes'][number];
