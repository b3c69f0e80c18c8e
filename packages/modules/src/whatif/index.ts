import { defineModule } from '@perennial/kernel/registry/module';
import type { JobContext } from '@perennial/kernel/write/context';
import { z } from 'zod';
import { effectsDownload } from './download.ts';
import { mutations, queries } from './graphql.ts';
import { models } from './models.ts';
import { takeUpAgain, workOff } from './queue-service.ts';
import { forgetBatch } from './run-service.ts';

const batch = z.object({ batchId: z.uuid() });

/** Runs beside the delivery of events, which must not wait for it; how a replay ends is on its row. */
async function requested(ctx: JobContext): Promise<void> {
  void workOff(ctx).catch((error: unknown) =>
    console.error('replays that wait were not begun:', error instanceof Error ? error.message : error),
  );
}

/** What a draft would have meant for real past returns and purchases, seen before it is published. */
export const whatIfModule = defineModule({
  name: 'whatif',
  models,
  queries,
  mutations,
  downloads: [effectsDownload],
  on: { 'whatif.requested': requested },
  inTransaction: {
    'sales.undoing': async (tx, payload) => forgetBatch(tx, batch.parse(payload).batchId),
  },
  start: takeUpAgain,
});
