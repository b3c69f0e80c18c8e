import { servicePoint, servicePointProbe } from '@perennial/domain/points/point';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { mutations } from './graphql.ts';
import { stillThere } from './last-answered.ts';
import { seed } from './seed.ts';
import { servicePointProbes, servicePoints } from './table.ts';

export { lastAnswered } from './last-answered.ts';
export { activePointIds, pointsByCalendar, pointsOf, unreachable, type PointRow } from './reachability.ts';

/** Where customers are served, and whether anybody answers there (C9, S14). */
export const pointsModule = defineModule({
  name: 'points',
  models: [
    model(servicePoint, servicePoints, {
      root: true,
      search: ['name', 'address', 'region'],
      defaultOrder: 'NAME_ASC',
      computed: {
        /** Last day on which somebody answered there, by a contact that the point still has. */
        lastAnsweredOn: sqlField(
          f.date({ nullable: true }),
          (s) =>
            `(select max(p.on_day) from service_point_probes p where p.point_id = ${s}.id and p.answered and ${stillThere('p', s)})`,
        ),
      },
      relations: {
        calendar: belongsTo('Calendar', { key: 'calendarId' }),
        probes: hasMany('ServicePointProbe', { key: 'pointId' }),
      },
    }),
    model(servicePointProbe, servicePointProbes, {
      root: true,
      defaultOrder: 'ON_DESC',
      relations: { point: belongsTo('ServicePoint', { key: 'pointId' }) },
    }),
  ],
  mutations,
  // what was tried was tried: a published version leans on it
  frozen: [
    {
      table: 'service_point_probes',
      when: 'true',
      columns: ['point_id', 'on_day', 'channel', 'contact', 'answered', 'note', 'by_name', 'created_at'],
    },
  ],
  seed,
});
