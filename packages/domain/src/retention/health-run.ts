import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** One round of judging everybody's health: shows how far it is and what came of it. */
export const healthRun = entity('HealthRun', {
  plural: 'healthRuns',
  owner: 'reference',
  fields: {
    asOf: f.date({ filter: true, sort: true, write: 'never' }),
    status: f.enum('HealthRunStatus', ['RUNNING', 'COMPLETE', 'ABANDONED'], { filter: true, write: 'never' }),
    startedAt: f.instant({ sort: true, write: 'never' }),
    finishedAt: f.instant({ nullable: true, write: 'never' }),
    /** Customers looked at so far. */
    customers: f.int({ min: 0, write: 'never' }),
    /** Of those, with too little history to say. */
    unknown: f.int({ min: 0, write: 'never' }),
    /** Warnings; a round in which either is more than 0 moved the queue. */
    raised: f.int({ min: 0, filter: true, write: 'never' }),
    recovered: f.int({ min: 0, filter: true, write: 'never' }),
  },
});

export type HealthRun = Infer<typeof healthRun>;
