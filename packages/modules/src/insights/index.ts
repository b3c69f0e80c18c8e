import { defineModule } from '@perennial/kernel/registry/module';
import { queries } from './graphql.ts';

/** What the business looks like today; stores nothing of its own. */
export const insightsModule = defineModule({ name: 'insights', queries });
