import { staffMember } from '@perennial/domain/staff/staff';
import { staffMembers } from '@perennial/kernel/auth/table';
import { model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { staffMutations, staffQueries } from './graphql.ts';

/** The people who work with the dashboard. Everybody sees who there is; owners decide who that is. */
export const staffModule = defineModule({
  name: 'staff',
  models: [model(staffMember, staffMembers, { root: true, search: ['name', 'email'], defaultOrder: 'NAME_ASC' })],
  queries: staffQueries,
  mutations: staffMutations,
});
