import { defineModule } from '@perennial/kernel/registry/module';
import { DAY_TURNED } from '@perennial/kernel/write/day-watch';
import { z } from 'zod';
import { mutations, queries } from './graphql.ts';
import { judgeEverybody, judgeIfDayChanged, judgeNewDay } from './health-service.ts';
import { customerExtension, models } from './models.ts';
import { forgetBatch } from './queue-service.ts';
import { seed } from './seed.ts';

export { queueDay } from './queue-day.ts';
export { retentionAttention, type RetentionAttention } from './attention.ts';

/** Settings of the business that decide what is known today. */
const MATTERS = new Set(['asOf', 'timezone', 'currency']);
const business = z.object({ changed: z.array(z.string()) });
const batch = z.object({ batchId: z.uuid() });

const judgeAgain: NonNullable<Parameters<typeof defineModule>[0]['on']>[string] = async (ctx) => {
  await judgeEverybody(ctx);
};

/** Health with its reasons, early warnings and retention plans (C52, C55, C56). */
export const retentionModule = defineModule({
  name: 'retention',
  models,
  extend: [customerExtension],
  queries,
  mutations,
  on: {
    'sales.imported': judgeAgain,
    'sales.undone': judgeAgain,
    'business.changed': async (ctx, payload) => {
      const { changed } = business.parse(payload);
      if (changed.some((name) => MATTERS.has(name))) await judgeEverybody(ctx);
    },
    'health.wanted': judgeAgain,
    [DAY_TURNED]: judgeNewDay,
  },
  // a business that goes by the clock has come to another day while the program was down
  start: judgeIfDayChanged,
  inTransaction: {
    'sales.undoing': async (tx, payload) => forgetBatch(tx, batch.parse(payload).batchId),
  },
  seed,
});
