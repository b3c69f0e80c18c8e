import { defineModule } from '@perennial/kernel/registry/module';
import type { JobContext } from '@perennial/kernel/write/context';
import { z } from 'zod';
import { mutations, queries } from './graphql.ts';
import { authenticatePartner } from './keys.ts';
import { customerExtension, models } from './models.ts';
import { sharingPort } from './receipts.ts';
import { seed } from './seed.ts';
import { moveAgreedDays } from './service.ts';
import { refreshSharing } from './sharing.ts';

const changed = z.object({ customerIds: z.array(z.uuid()) });
const settings = z.object({ changed: z.array(z.string()) });

/** After work on very many customers the whole index is renewed, set-based, once the work is committed. */
async function refreshEverybody(ctx: JobContext): Promise<void> {
  await ctx.db.transaction((tx) => refreshSharing(tx, 'everybody'));
}

/** Partners, data sharing agreements, API keys and receipts (C59, C60, S10). */
export const partnersModule = defineModule({
  name: 'partners',
  models,
  extend: [customerExtension],
  queries,
  mutations,
  inTransaction: {
    // a withdrawn consent, a new region or segment: what partners see changes at the very commit
    'customers.changed': async (tx, payload) => {
      const { customerIds } = changed.parse(payload);
      if (customerIds.length > 0) await refreshSharing(tx, { customerIds });
    },
  },
  on: {
    'sales.imported': refreshEverybody,
    'sales.undone': refreshEverybody,
    // stage and health of everybody were judged anew: a filter must not find who they were before
    'health.computed': refreshEverybody,
    'business.changed': async (ctx, payload) => {
      if (settings.parse(payload).changed.includes('timezone')) await moveAgreedDays(ctx);
    },
  },
  sharing: sharingPort,
  authenticatePartner,
  seed,
});
