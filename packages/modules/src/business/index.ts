import { defineModule } from '@perennial/kernel/registry/module';
import { businessMutations, businessQueries } from './graphql.ts';

/** The one business of this deployment: its name, its as-of date, where and in what money it trades. */
export const businessModule = defineModule({
  name: 'business',
  queries: businessQueries,
  mutations: businessMutations,
});
