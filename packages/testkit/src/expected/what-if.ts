import { entry, gid, many, money, one, owned, type Entry } from './entry.ts';

/** Drafts that were tried on the past, and what they would have meant for whom. */
export const whatIf: readonly Entry[] = [
  entry('WhatIfRun', 601, {
    policyId: gid('Policy', 91),
    policyVersionId: gid('PolicyVersion', 102),
    termsHash: 'abad',
    status: 'DONE',
    total: 5,
    done: 4,
    result: { currency: 'GBP' },
    failure: null,
    startedBy: 'pat@example.test',
    startedAt: '2011-11-05T00:00:00+00:00',
    finishedAt: '2011-11-05T00:00:01+00:00',
    policy: one('Policy', 91),
    effects: many('WhatIfEffect', [1, 611]),
  }),
  entry('WhatIfRun', 602, {
    policyVersionId: null,
    status: 'FAILED',
    result: null,
    failure: 'INTERRUPTED',
    finishedAt: null,
    effects: many('WhatIfEffect', [1, 612]),
  }),
  owned('WhatIfEffect', 611, {
    runId: gid('WhatIfRun', 601),
    won: 2,
    wonValue: money(1_234),
    lost: 3,
    lostValue: money(5_678),
    purchasesLess: 4,
    purchasesMore: 6,
    currency: 'GBP',
    run: one('WhatIfRun', 601),
  }),
  owned('WhatIfEffect', 612, { wonValue: money(70, 'EUR'), lostValue: money(0, 'EUR'), currency: 'EUR' }),
];
