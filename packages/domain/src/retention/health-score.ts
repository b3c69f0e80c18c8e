import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** Shape in which reasons are stored; see `Reason`. */
export const reasonSchema = z.object({
  signal: z.string(),
  code: z.string(),
  points: z.int().min(0).max(100),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.object({ amount: z.int(), currency: z.string() })])),
});

/**
 * Health of a customer as of a day (健康度, C55). One row a week is kept: within a week the row moves along with the
 * as-of date, so the history stays short and a second run changes nothing.
 */
export const healthScore = entity('HealthScore', {
  plural: 'healthScores',
  owner: 'customer',
  fields: {
    asOf: f.date({ filter: true, sort: true, write: 'never' }),
    /** Monday of the week the row stands for. */
    week: f.date({ write: 'never' }),
    /** 0–100; -1 while there is too little history to say. */
    score: f.int({ min: -1, max: 100, filter: true, sort: true, write: 'never' }),
    /** The score seven days before `asOf` by the same rules; -1 unknown. */
    previous: f.int({ min: -1, max: 100, write: 'never' }),
    reasons: f.json(z.array(reasonSchema), { write: 'never' }),
  },
});

export type HealthScore = Infer<typeof healthScore>;
