import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { OUTCOMES, storedStep, type Decision } from './decision.ts';

export const RETURN_STATUSES = ['OPEN', 'CLOSED'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/**
 * One returned quantity and its decision (無條件退貨, C10). A returned line that was matched to several purchases
 * is several returns, one per purchase, and one more for the quantity without a purchase.
 */
export const returned = entity('Return', {
  plural: 'returns',
  owner: 'customer',
  fields: {
    returnLineId: f.ref('InvoiceLine', { filter: true, write: 'never' }),
    /** The purchase it was matched to; null = none on record. */
    saleLineId: f.ref('InvoiceLine', { filter: true, nullable: true, write: 'never' }),
    /** The invoice of the return itself (credit note). */
    invoiceId: f.ref('Invoice', { filter: true, write: 'never' }),
    code: f.text({ max: 60, share: 'grantable', filter: true, sort: true, write: 'never' }),
    quantity: f.int({ min: 1, share: 'grantable', write: 'never' }),
    at: f.instant({ share: 'grantable', filter: true, sort: true, write: 'never' }),
    outcome: f.enum('ReturnOutcome', OUTCOMES, { share: 'grantable', filter: true, write: 'never' }),
    status: f.enum('ReturnStatus', RETURN_STATUSES, { share: 'grantable', filter: true }),
    /** When a person closed it; null when it was never open or still is. */
    closedAt: f.instant({ share: 'grantable', nullable: true, write: 'never' }),
    policyVersionId: f.ref('PolicyVersion', { filter: true, nullable: true, write: 'never' }),
    policyId: f.ref('Policy', { filter: true, nullable: true, write: 'never' }),
    termId: f.text({ max: 60, share: 'grantable', filter: true, nullable: true, write: 'never' }),
    countedFrom: f.date({ share: 'grantable', nullable: true, write: 'never' }),
    deadline: f.date({ share: 'grantable', filter: true, nullable: true, write: 'never' }),
    trace: f.json(z.array(storedStep), { write: 'never' }),
  },
});

export type Return = Infer<typeof returned>;

/**
 * Whether a person still has something to do about a return read from a credit note. The note proves that the goods
 * came back and the money was given, so a decided return is CLOSED whatever the decision; without a purchase nothing
 * could be decided, so it stays OPEN until somebody names the purchase or closes it.
 */
export const statusOfCredited = (decision: Pick<Decision, 'outcome'>): ReturnStatus =>
  decision.outcome === 'NO_PURCHASE' ? 'OPEN' : 'CLOSED';

/** Why returns are closed that nobody decided, as it is kept. Errors: `REASON_MISSING`. */
export function closingReason(reason: string): string {
  const said = reason.trim();
  if (said.length < 3) {
    throw new DomainError(
      'REASON_MISSING',
      'Say in the field "reason" why nothing is left to do about these returns.',
      {
        path: ['reason'],
      },
    );
  }
  return said;
}
