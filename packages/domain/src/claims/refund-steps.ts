import type { Step } from '../policies/decision.ts';
import { step } from '../policies/sentences/steps.ts';
import type { ClaimSteps } from './sentences.ts';
import { runningTotal } from './shares.ts';

/** What a refund was counted from, minor units. */
export interface RefundCount {
  /** Pieces bought, what they cost on the invoice, and what was paid after their share of a discount. */
  bought: number;
  goods: number;
  paid: number;
  /** Pieces that came back before. */
  gone: number;
  /** What was paid for the pieces that come back now, as far as it can still be given back. */
  refund: number;
  /** What they would be given back if nothing beyond their due had been given for the others. */
  due: number;
  currency: string;
}

/**
 * Why less is given back than the goods cost on the invoice: they bear their share of a discount, or more was given
 * back already than was due. Nothing where it is the price.
 */
export function refundSteps({ bought, goods, paid, gone, refund, due, currency }: RefundCount, pieces: number): Step[] {
  const price = runningTotal(goods, bought, gone + pieces) - runningTotal(goods, bought, gone);
  const steps: Step[] = [];
  if (paid < goods && due < price) {
    const params = {
      goods: price,
      discount: price - due,
      refund: due,
      currency,
      ...(refund < due && { notAll: true as const }),
    };
    steps.push(step<ClaimSteps, 'CLAIM_REFUND_DISCOUNTED'>('CLAIM_REFUND_DISCOUNTED', params));
  }
  if (refund < due) {
    steps.push(step<ClaimSteps, 'CLAIM_REFUND_LEFT'>('CLAIM_REFUND_LEFT', { refund, currency }));
  }
  return steps;
}
