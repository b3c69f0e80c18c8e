import { z } from 'zod';
import type { Term } from '../policies/terms.ts';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** WAITING: asked for, and done when those asked for before it have ended. */
export const WHAT_IF_STATUSES = ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED'] as const;
/** The words that are tried, kept as they were when it was asked for. */
export type TriedTerms = readonly Term[];

export type WhatIfStatus = (typeof WHAT_IF_STATUSES)[number];

/**
 * Real past returns and purchases, judged once more as if other words had been in force: what a draft would have meant,
 * seen before it is published.
 */
export const whatIfRun = entity('WhatIfRun', {
  plural: 'whatIfRuns',
  owner: 'reference',
  fields: {
    policyId: f.ref('Policy', { filter: true, write: 'never' }),
    /** Null: words that were not saved. */
    policyVersionId: f.ref('PolicyVersion', { filter: true, nullable: true, write: 'never' }),
    /** SHA-256 of the words: tells whether the draft is still what was replayed. */
    termsHash: f.text({ max: 64, filter: true, write: 'never' }),
    status: f.enum('WhatIfStatus', WHAT_IF_STATUSES, { filter: true, write: 'never' }),
    /** Customers to go through, and how many are done. */
    total: f.int({ min: 0, write: 'never' }),
    done: f.int({ min: 0, write: 'never' }),
    /** See `WhatIfResult`; null until it is DONE. */
    result: f.json(z.record(z.string(), z.unknown()), { nullable: true, write: 'never' }),
    /** Why it FAILED, as a stable code. */
    failure: f.text({ max: 60, nullable: true, write: 'never' }),
    startedBy: f.text({ max: 200, pii: 'indirect', write: 'never' }),
    startedAt: f.instant({ sort: true, write: 'never' }),
    finishedAt: f.instant({ nullable: true, write: 'never' }),
  },
});

/** What a replay would have meant for one customer; only customers for whom something changes have one. */
export const whatIfEffect = entity('WhatIfEffect', {
  plural: 'whatIfEffects',
  owner: 'customer',
  fields: {
    runId: f.ref('WhatIfRun', { filter: true, write: 'never' }),
    /** Claims that would be allowed and were not, and the value of their goods. */
    won: f.int({ min: 0, filter: true, write: 'never' }),
    wonValue: f.money({ sort: true, write: 'never' }),
    /** Claims that would no longer be allowed, and the value of their goods. */
    lost: f.int({ min: 0, filter: true, write: 'never' }),
    lostValue: f.money({ sort: true, write: 'never' }),
    /** Purchases of the last twelve months that would be promised less or more in something. */
    purchasesLess: f.int({ min: 0, filter: true, write: 'never' }),
    purchasesMore: f.int({ min: 0, filter: true, write: 'never' }),
    currency: f.text({ max: 3, write: 'never' }),
  },
});

export type WhatIfRun = Infer<typeof whatIfRun>;
export type WhatIfEffect = Infer<typeof whatIfEffect>;
