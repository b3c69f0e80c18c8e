import { calendarDay, calendarEntity } from '@perennial/domain/calendars/entities';
import { belongsTo, hasMany, model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { mutations, queries } from './graphql.ts';
import { seed } from './seed.ts';
import { calendarDays, calendars } from './table.ts';

export { calendarData, calendarsById } from './rows.ts';
export { calendarIds } from './figures.ts';

/** Working hours and holidays by which promised times are counted (C8). */
export const calendarsModule = defineModule({
  name: 'calendars',
  models: [
    model(calendarEntity, calendars, {
      root: true,
      search: ['name'],
      defaultOrder: 'NAME_ASC',
      relations: { days: hasMany('CalendarDay', { key: 'calendarId' }) },
    }),
    model(calendarDay, calendarDays, {
      root: true,
      search: ['name'],
      defaultOrder: 'DATE_ASC',
      relations: { calendar: belongsTo('Calendar', { key: 'calendarId' }) },
    }),
  ],
  queries,
  mutations,
  seed,
});
