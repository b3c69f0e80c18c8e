import type { CalendarData } from '@perennial/domain/calendars/calendar';
import type { GoodsFacts } from '@perennial/domain/catalog/goods';
import { currencyFixed } from '@perennial/domain/shared/currency-fixed';
import { timezoneFixed } from '@perennial/domain/shared/timezone-fixed';
import { defineModule } from '@perennial/kernel/registry/module';
import type { JobContext } from '@perennial/kernel/write/context';
import { z } from 'zod';
import type { PointRow } from '../points/index.ts';
import { mutations } from './graphql.ts';
import { guardMutations, guardQueries } from './guard-graphql.ts';
import { queries } from './read-graphql.ts';
import { extensions, models } from './models.ts';
import { anyPublished } from './published-service.ts';
import { refuseShorterHours } from './hours-service.ts';
import { refuseLessServed, refuseShorterOpening } from './points-service.ts';
import { forgetBatch, grantTo, hasUnfrozen, keepPromises } from './promise-service.ts';
import { promiseMutations, promiseQueries } from './promise-graphql.ts';
import { returnMutations } from './return-graphql.ts';
import { lockPublishing } from './rows.ts';
import { seed } from './seed.ts';

export {
  type OpenReturns,
  type WaitingCut,
  openReturns,
  promisesHeld,
  uncoveredReturns,
  waitingCuts,
} from './figures.ts';
export { asGranted } from './foresight.ts';
export { offeredVersions } from './offer-service.ts';
export { forgetBatch, grantTo, keepPromises } from './promise-service.ts';
export { calendarsFrozen, hashOf, promisesOf, snapshotsById, type Promised } from './snapshot-service.ts';
export { promisesKnown } from './disclosure-service.ts';
export { promisesAt } from './wordings-service.ts';
export { addTermToDraft } from './gap-draft.ts';
export { anyPublished, publishedPolicies, type PublicPolicy, type PublicVersion } from './published-service.ts';
export { pointsListed } from './listed-points.ts';
export { silentPoints, type SilentPoint } from './silent-points.ts';
export { returnsSummary } from './summary-service.ts';
export { supposedVersion, type Supposed } from './supposed-service.ts';

const hoursChange = z.object({
  calendarId: z.uuid(),
  asOf: z.string(),
  before: z.custom<CalendarData>(),
  after: z.custom<CalendarData>(),
});
const pointChange = z.object({ asOf: z.string(), before: z.custom<PointRow>(), after: z.custom<PointRow>() });
const batch = z.object({ batchId: z.uuid() });
const leaving = z.object({ currency: z.string() });
const moving = z.object({ timezone: z.string() });
const recorded = z.object({
  customerId: z.uuid(),
  invoiceId: z.uuid(),
  goods: z.custom<readonly GoodsFacts[]>().optional(),
  asOf: z.string(),
  timezone: z.string(),
  currency: z.string(),
  now: z.date(),
});

/** Freezes what a former version of the program promised without freezing it. */
async function freezeOld(ctx: JobContext): Promise<void> {
  if (await hasUnfrozen(ctx.db.orm)) await keepPromises(ctx);
}

async function keep(ctx: JobContext): Promise<void> {
  await keepPromises(ctx);
}

/** What the business promises, to whom and since when (C1–C13), and what follows from it for real purchases and returns. */
export const policiesModule = defineModule({
  name: 'policies',
  models,
  extend: extensions,
  queries: [...queries, ...guardQueries, ...promiseQueries],
  mutations: [...mutations, ...returnMutations, ...guardMutations, ...promiseMutations],
  on: {
    'sales.imported': keep,
    'sales.undone': keep,
    'policies.published': keep,
  },
  inTransaction: {
    // before an import's sales are removed: what was made from them by itself goes first
    'sales.undoing': async (tx, payload) => forgetBatch(tx, batch.parse(payload).batchId),
    // a purchase made here carries its promises from the very commit on
    'sales.recorded': async (tx, payload) => {
      const { customerId, invoiceId, goods, ...frame } = recorded.parse(payload);
      await grantTo(tx, customerId, frame, goods && { invoiceId, goods });
    },
    // what was published speaks of sums in the business's currency (C1)
    'business.currency': async (tx, payload) => {
      await lockPublishing(tx);
      if (await anyPublished(tx)) throw currencyFixed(leaving.parse(payload).currency);
    },
    // … and of days, which begin and end by its clocks (S1)
    'business.timezone': async (tx, payload) => {
      await lockPublishing(tx);
      if (await anyPublished(tx)) throw timezoneFixed(moving.parse(payload).timezone);
    },
    // shorter hours under a promise that is in force would cut it without a word (S11)
    'calendars.changed': async (tx, payload) => {
      const change = hoursChange.parse(payload);
      await lockPublishing(tx);
      await refuseShorterHours(tx, change);
      await refuseShorterOpening(tx, change);
    },
    // nor is a point that is promised closed by one person
    'points.changed': async (tx, payload) => {
      await lockPublishing(tx);
      await refuseLessServed(tx, pointChange.parse(payload));
    },
  },
  // what was promised stands: its words and its first day never change, and it is never deleted
  frozen: [
    {
      table: 'promise_snapshots',
      when: 'true',
      columns: ['hash', 'policy_id', 'policy_version_id', 'body'],
    },
    {
      table: 'policy_versions',
      when: `old.status <> 'DRAFT'`,
      columns: [
        'policy_id',
        'number',
        'effective_from',
        'intro',
        'terms',
        'phrases',
        'calendar_id',
        'point_ids',
        'published_at',
        'published_by',
        'disclosed_at',
      ],
    },
  ],
  start: freezeOld,
  seed,
});
