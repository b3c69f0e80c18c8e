import type { TriedTerms, WhatIfStatus } from '@perennial/domain/whatif/run';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { customerKey, instant, money, ownedByCustomer, referenceKey, referenceRow } from '@perennial/kernel/db/columns';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const whatIfRuns = pgTable(
  'what_if_runs',
  {
    ...referenceKey(),
    policyId: uuid('policy_id').notNull(),
    // no foreign key: a draft may be thrown away after it was tried
    policyVersionId: uuid('policy_version_id'),
    termsHash: text('terms_hash').notNull(),
    terms: jsonb('terms').$type<TriedTerms>().notNull(),
    status: text('status').$type<WhatIfStatus>().notNull(),
    total: integer('total').notNull().default(0),
    done: integer('done').notNull().default(0),
    result: jsonb('result').$type<WhatIfResult>(),
    failure: text('failure'),
    /** How often it was begun: a process that died left it unfinished. */
    attempts: integer('attempts').notNull().default(0),
    startedBy: text('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [referenceRow(t.policyId, 'policies'), index('what_if_runs_newest_idx').on(t.startedAt, t.id)],
);

export const whatIfEffects = pgTable(
  'what_if_effects',
  {
    ...customerKey(),
    runId: uuid('run_id').notNull(),
    won: integer('won').notNull(),
    wonValue: money('won_value').notNull(),
    lost: integer('lost').notNull(),
    lostValue: money('lost_value').notNull(),
    purchasesLess: integer('purchases_less').notNull(),
    purchasesMore: integer('purchases_more').notNull(),
    currency: text('currency').notNull(),
  },
  (t) => [
    ...ownedByCustomer(t),
    referenceRow(t.runId, 'what_if_runs'),
    uniqueIndex('what_if_effects_run_key').on(t.runId, t.customerId),
  ],
);
