import { defineModule } from '@perennial/kernel/registry/module';
import type { JobContext } from '@perennial/kernel/write/context';
import { z } from 'zod';
import { effectsDownload } from './download.ts';
import { mutations, queries } from './graphql.ts';
import { models } from './models.ts';
import { forgetBatch, giveUpRuns, runWhatIf } from './run-service.ts';

const request = z.object({ runId: z.uuid() });
const batch = z.object({ batchId: z.uuid() });

/** Runs beside the delivery of events, which must not wait for it; how it ends is on the run's row. */
async function requested(ctx: JobContext, payload: unknown): Promise<void> {
  void runWhatIf(ctx, request.parse(payload).runId).catch((error: unknown) =>
    console.error('a replay failed:', error instanceof Error ? error.message : error),
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
  start: giveUpRuns,
});
