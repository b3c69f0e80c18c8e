import type { Applicability } from '../policies/applicability.ts';
import type { Step } from '../policies/decision.ts';
import type { Language } from '../shared/language.ts';
import type { Money } from '../shared/money.ts';
import type { ChargeKind } from '../policies/kinds/charge-kinds.ts';
import type { ChargeVerdict } from './charges.ts';
import type { Claim, ClaimLine } from './claim.ts';
import type { ClockReading } from './clock.ts';

/**
 * A decision as it is told to the customer: plain JSON whose SHA-256 (of `canonical`) is printed on it, so that anybody
 * can see later that it is what was decided. Of the person it holds nothing but the number of the invoice.
 */
export interface ReceiptBody {
  format: 1;
  language: Language;
  claim: Pick<Claim, 'number' | 'kind' | 'claimedOn' | 'status' | 'outcome' | 'settledOn' | 'reason'>;
  invoice: { number: string; on: string };
  /** The times promised for the claim (C8), as they stood at the receipt's issue; left out where none was promised. */
  times?: ReceiptTimes;
  lines: readonly ReceiptLine[];
  charges: readonly ReceiptCharge[];
  refund: Money;
  /** What was really refunded, where that is more than was decided; left out otherwise. */
  paid?: Money;
  /** Of all promises that the purchase carried when its lines were decided, and of those its charges were held against. */
  snapshots: readonly string[];
}

export interface ReceiptTimes {
  /** IANA: the zone whose clocks it is told by. */
  timeZone: string;
  claimedAt: string;
  /** null: nobody waited for the customer. */
  pausedSince: string | null;
  /**
   * The spans that do not count because somebody waited for the customer, so that "kept" can be checked; left out where
   * there is none. Why it was waited is written for colleagues.
   */
  waited?: readonly { from: string; to: string }[];
  promised: readonly ReceiptTime[];
}

/** DUE: by `dueAt`; PAUSED: no moment yet, we wait for the customer; the others as `ClockState` has them. */
export interface ReceiptTime extends Pick<ClockReading, 'target' | 'minutes' | 'clock' | 'dueAt' | 'doneAt'> {
  state: 'DUE' | 'PAUSED' | 'KEPT' | 'MISSED' | 'ENDED' | 'UNKNOWN';
}

/** A clock as a receipt tells it: what it says does not change with the time at which it is asked. */
export function receiptTime({ target, minutes, clock, dueAt, doneAt, state }: ClockReading): ReceiptTime {
  const stands = state === 'RUNNING' || state === 'PAUSED' || state === 'OVERDUE';
  return { target, minutes, clock, dueAt, doneAt, state: stands ? (dueAt === null ? 'PAUSED' : 'DUE') : state };
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
  /** The service that was asked for by a name, as a sentence; left out where none was, and on receipts of before. */
  asked?: Step;
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

/**
 * What the charges come to, and how much of it waits for the customer's consent; by currency, which no claim has several
 * of as a rule. What must not be charged is in neither.
 */
export function chargesTotal(charges: readonly Pick<ReceiptCharge, 'amount' | 'verdict'>[]): {
  total: Money;
  asked: Money;
}[] {
  const sums = new Map<string, { total: number; asked: number }>();
  for (const { amount, verdict } of charges) {
    const sum = sums.get(amount.currency) ?? { total: 0, asked: 0 };
    if (verdict !== 'BLOCK') sum.total += amount.amount;
    if (verdict === 'NEEDS_CONSENT') sum.asked += amount.amount;
    sums.set(amount.currency, sum);
  }
  return [...sums].map(([currency, { total, asked }]) => ({
    total: { amount: total, currency },
    asked: { amount: asked, currency },
  }));
}

const ABOUT_THE_PERSON = /^ABUSE_|^RETURNS_REVIEW$/;

/**
 * A trace as it may be told to whoever gets hold of the receipt. How often somebody brings things back is left out; and
 * where a promise was chosen for what the customer is (a segment, a region, how long they have been one), it is for
 * "customers like you": what the business calls its customers is between colleagues.
 */
export function toldToAnybody(trace: readonly Step[]): Step[] {
  return trace.filter(({ code }) => !ABOUT_THE_PERSON.test(code)).map(withoutThePerson);
}

function withoutThePerson(step: Step): Step {
  if (step.code !== 'TERM_CHOSEN') return step;
  const { appliesTo } = step.params as { appliesTo: Applicability };
  const { segments, regions, minTenure, maxTenure } = appliesTo;
  if (segments.length + regions.length === 0 && minTenure === null && maxTenure === null) return step;
  const open = { ...appliesTo, segments: [], regions: [], minTenure: null, maxTenure: null };
  return { ...step, params: { ...step.params, appliesTo: open, likeYou: true } };
}

/**
 * Which receipt of a claim holds in place of `hash`, and since when; null while it holds itself. No moment where the claim
 * went back to what an earlier receipt says.
 * @param issued all receipts of the claim, in the order in which they were issued
 */
export function replacementOf<At>(
  hash: string,
  issued: readonly { hash: string; at: At }[],
  holds: string,
): { by: string; on: At | null } | null {
  if (hash === holds) return null;
  const place = issued.findIndex((each) => each.hash === hash);
  return { by: holds, on: (place < 0 ? undefined : issued[place + 1])?.at ?? null };
}
