import type { Step } from '../policies/decision.ts';
import type { Language } from '../shared/language.ts';
import type { Money } from '../shared/money.ts';
import type { ChargeKind, ChargeVerdict } from './charges.ts';
import type { Claim, ClaimLine } from './claim.ts';

/**
 * A decision as it is told to the customer: plain JSON whose SHA-256 (of `canonical`) is printed on it, so that anybody
 * can see later that it is what was decided. Of the person it holds nothing but the number of the invoice.
 */
export interface ReceiptBody {
  format: 1;
  language: Language;
  claim: Pick<Claim, 'number' | 'kind' | 'claimedOn' | 'status' | 'outcome' | 'settledOn' | 'reason'>;
  invoice: { number: string; on: string };
  lines: readonly ReceiptLine[];
  charges: readonly ReceiptCharge[];
  refund: Money;
  /** Of all promises that the purchase carries. */
  snapshots: readonly string[];
}

export interface ReceiptLine extends Pick<
  ClaimLine,
  | 'code'
  | 'quantity'
  | 'outcome'
  | 'remedy'
  | 'review'
  | 'termKind'
  | 'termId'
  | 'snapshotHash'
  | 'countedFrom'
  | 'deadline'
  | 'serialFailed'
  | 'serialReplacement'
> {
  description: string;
  refund: Money | null;
  trace: readonly Step[];
  extras: readonly Step[];
  /** What comes with the product at no extra price (C20). */
  included: readonly string[];
}

export interface ReceiptCharge {
  code: string;
  description: string;
  kind: ChargeKind;
  amount: Money;
  verdict: ChargeVerdict;
  consentOn: string | null;
  trace: readonly Step[];
}
