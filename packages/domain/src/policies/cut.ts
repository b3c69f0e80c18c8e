import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';

/** VOID: what was asked for is no longer what would be published (the draft was edited, its first day moved). */
export const CUT_STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'VOID'] as const;
export type CutStatus = (typeof CUT_STATUSES)[number];

/**
 * The wish to promise less, and what a second person said to it (service-cut guard S11): who is affected, what their
 * purchases are worth, and why. It speaks of exactly one wording and one day.
 */
export const policyCut = entity('PolicyCut', {
  plural: 'policyCuts',
  owner: 'reference',
  fields: {
    policyVersionId: f.ref('PolicyVersion', { filter: true, write: 'never' }),
    /** The version is to end without one after it, rather than to be published. */
    retiring: f.bool({ write: 'never' }),
    termsHash: f.text({ max: 64, write: 'never' }),
    effectiveFrom: f.date({ write: 'never' }),
    reason: f.text({ max: 1000 }),
    cuts: f.json(z.array(z.unknown()), { write: 'never' }),
    /** Customers with purchases of the last 12 months that would be promised less. */
    affected: f.int({ min: 0, write: 'never' }),
    /** What they bought in those 12 months in the business's currency, less what came back. */
    valueAtRisk: f.money({ write: 'never' }),
    currency: f.text({ max: 3, write: 'never' }),
    status: f.enum('PolicyCutStatus', CUT_STATUSES, { filter: true, write: 'never' }),
    proposedBy: f.text({ max: 200, pii: 'indirect', write: 'never' }),
    proposedAt: f.instant({ sort: true, write: 'never' }),
    decidedBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
    decidedAt: f.instant({ nullable: true, write: 'never' }),
    note: f.text({ max: 1000, nullable: true }),
  },
});

export type PolicyCut = Infer<typeof policyCut>;

/** What a cut costs customers: how many there are, and what they bought for in the last 12 months, minor units. */
export interface Stake {
  affected: number;
  valueAtRisk: number;
}

/**
 * Whether so many more are hit by now that it is not what was approved: more than a quarter above it, in customers or in
 * worth. What is bought between a yes and its day makes every number grow a little.
 */
export const outgrown = (approved: Stake, now: Stake): boolean =>
  now.affected * 4 > approved.affected * 5 || now.valueAtRisk * 4 > approved.valueAtRisk * 5;

/**
 * Refuses a second decision on the same wish (`CUT_DECIDED`), one on a wish of which the draft says something else by now
 * (`CUT_VOID`), and one by the person who has it (`SAME_APPROVER`): the
 * second pair of eyes is the whole point.
 */
export function checkDecision(cut: { status: CutStatus; proposerId: string }, approverId: string): void {
  if (cut.status === 'VOID') {
    throw new DomainError(
      'CUT_VOID',
      'The draft was changed, or this was asked for once more, since you read it; nothing was decided. Read what is ' +
        'asked for now; where nothing is, have it asked for again.',
      { path: ['id'] },
    );
  }
  if (cut.status !== 'PENDING') {
    throw new DomainError(
      'CUT_DECIDED',
      `This was ${cut.status.toLowerCase()} already; reload the page to see what holds now.`,
      { path: ['id'], params: { status: cut.status } },
    );
  }
  if (cut.proposerId !== approverId) return;
  throw new DomainError(
    'SAME_APPROVER',
    'You asked for this yourself; have another owner or policy manager decide on it (add one under Staff).',
    { path: ['id'] },
  );
}
