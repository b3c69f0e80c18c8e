import { z } from 'zod';
import { OUTCOMES, REMEDIES, storedStep, type Outcome } from '../policies/decision.ts';
import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';
import { LANGUAGES } from '../shared/language.ts';
import { CHARGE_KINDS } from '../policies/kinds/charge-kinds.ts';
import { VERDICTS } from './charges.ts';

/**
 * What a customer asks for. RETURN: give back, no reason asked (退貨); REPAIR and REPLACEMENT: it is not as promised
 * (包修、包換); MAINTENANCE: the upkeep that was promised (保養); SERVICE: anything else that was promised, named with
 * the claim (training, delivery, installation …, and kinds of term that packages bring).
 */
export const CLAIM_KINDS = ['RETURN', 'REPAIR', 'REPLACEMENT', 'MAINTENANCE', 'SERVICE'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** OPEN: a person looks at it; DECIDED: it is said what is done; SETTLED: it was done; WITHDRAWN: the customer let go. */
export const CLAIM_STATUSES = ['OPEN', 'DECIDED', 'SETTLED', 'WITHDRAWN'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Of a whole claim: PARTLY where some of its lines are allowed and others are not. */
export const CLAIM_OUTCOMES = [...OUTCOMES, 'PARTLY'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** The languages as names of an enum (GraphQL allows no hyphen). */
export const CLAIM_LANGUAGES = LANGUAGES.map((each) => each.replace('-', '_')) as ['en', 'zh_Hant', 'zh_Hans'];

const steps = z.array(storedStep);

/** A claim on one purchase, decided from what was promised at the sale (S1). */
export const claim = entity('Claim', {
  plural: 'claims',
  owner: 'customer',
  fields: {
    /** Number of the invoice and a count of its claims. */
    number: f.text({ max: 80, filter: true, sort: true, write: 'never' }),
    kind: f.enum('ClaimKind', CLAIM_KINDS, { filter: true, write: 'create' }),
    invoiceId: f.ref('Invoice', { filter: true, write: 'create' }),
    claimedOn: f.date({ filter: true, sort: true, write: 'create' }),
    /** When the customer asked: from here the promised times run (C8). null: entered when only days were kept. */
    claimedAt: f.instant({ filter: true, nullable: true, write: 'create' }),
    /** When the customer was first answered. */
    respondedAt: f.instant({ filter: true, nullable: true, write: 'never' }),
    /** When nothing was left to do: settled, decided against, withdrawn, or answered where no promise speaks of it. */
    closedAt: f.instant({ filter: true, nullable: true, write: 'never' }),
    status: f.enum('ClaimStatus', CLAIM_STATUSES, { filter: true, write: 'never' }),
    outcome: f.enum('ClaimOutcome', CLAIM_OUTCOMES, { filter: true, write: 'never' }),
    /** Of the receipt: the customer's. */
    language: f.enum('ClaimLanguage', CLAIM_LANGUAGES, { write: 'create' }),
    note: f.longText({ write: 'create' }),
    /** Why it was withdrawn, or why a person decided a reviewed claim as they did. */
    reason: f.text({ max: 1000, nullable: true, write: 'never' }),
    decidedBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
    settledOn: f.date({ nullable: true, filter: true, write: 'never' }),
    refund: f.money({ write: 'never', filter: true, sort: true }),
    /** What was really paid back, when it was settled. */
    refundPaid: f.money({ nullable: true, write: 'never' }),
    currency: f.text({ max: 3, write: 'never' }),
    /** SHA-256 of the newest receipt; its public page is `/receipt/<hash>`. */
    receiptHash: f.text({ max: 64, filter: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type Claim = Infer<typeof claim>;

/** What was decided about some pieces of one purchased line, and by which promise. */
export const claimLine = entity('ClaimLine', {
  plural: 'claimLines',
  owner: 'customer',
  fields: {
    claimId: f.ref('Claim', { filter: true, write: 'never' }),
    saleLineId: f.ref('InvoiceLine', { filter: true, write: 'create' }),
    code: f.text({ max: 60, filter: true, sort: true, write: 'never' }),
    quantity: f.int({ min: 1, write: 'create' }),
    outcome: f.enum('ReturnOutcome', OUTCOMES, { filter: true, write: 'never' }),
    remedy: f.enum('Remedy', REMEDIES, { filter: true, nullable: true, write: 'never' }),
    /** A person has to look at it. */
    review: f.bool({ filter: true, write: 'never' }),
    /** The kind of term that decided. */
    termKind: f.text({ max: 60, filter: true, nullable: true, write: 'never' }),
    termId: f.text({ max: 60, filter: true, nullable: true, write: 'never' }),
    policyId: f.ref('Policy', { filter: true, nullable: true, write: 'never' }),
    policyVersionId: f.ref('PolicyVersion', { filter: true, nullable: true, write: 'never' }),
    /** Of the promise that decided; null where none speaks of it. */
    snapshotHash: f.text({ max: 64, nullable: true, write: 'never' }),
    countedFrom: f.date({ nullable: true, write: 'never' }),
    deadline: f.date({ filter: true, nullable: true, write: 'never' }),
    /** What the customer gets back, minor units; null where nothing is given back. */
    refund: f.money({ nullable: true, write: 'never' }),
    currency: f.text({ max: 3, write: 'never' }),
    serialFailed: f.text({ max: 120, filter: true, nullable: true }),
    serialReplacement: f.text({ max: 120, filter: true, nullable: true }),
    details: f.json(z.record(z.string(), z.unknown()), { write: 'create' }),
    /** Figures of the decision, such as due moments and schedules; see each kind of term. */
    result: f.json(z.record(z.string(), z.unknown()), { write: 'never' }),
    trace: f.json(steps, { write: 'never' }),
    /** What is included in the price (多訂幾個扣子, C20), as steps. */
    extras: f.json(steps, { write: 'never' }),
  },
});

export type ClaimLine = Infer<typeof claimLine>;

/** A span in which the clocks of a claim stand still: we wait for the customer (C8). */
export const claimPause = entity('ClaimPause', {
  plural: 'claimPauses',
  owner: 'customer',
  fields: {
    claimId: f.ref('Claim', { filter: true, write: 'never' }),
    pausedAt: f.instant({ filter: true, sort: true, write: 'create' }),
    /** null: we still wait. */
    resumedAt: f.instant({ filter: true, nullable: true, write: 'never' }),
    /** What we wait for. */
    reason: f.text({ max: 1000, write: 'create' }),
  },
});

export type ClaimPause = Infer<typeof claimPause>;

/** What was told to the customer on a claim, each time it was told; the page at `/receipt/<hash>` shows it (C6). */
export const claimReceipt = entity('ClaimReceipt', {
  plural: 'claimReceipts',
  owner: 'customer',
  fields: {
    claimId: f.ref('Claim', { filter: true, write: 'never' }),
    hash: f.text({ max: 64, filter: true, write: 'never' }),
    createdAt: f.instant({ filter: true, sort: true, write: 'never' }),
  },
});

/** An amount that the customer is asked for; see `checkCharges` (S2). */
export const claimCharge = entity('ClaimCharge', {
  plural: 'claimCharges',
  owner: 'customer',
  fields: {
    claimId: f.ref('Claim', { filter: true, write: 'never' }),
    position: f.int({ min: 1, sort: true, write: 'never' }),
    code: f.text({ max: 60, filter: true, write: 'create' }),
    description: f.text({ max: 300, min: 0, write: 'create' }),
    /** What the guard holds it to be; see `chargeKind`. */
    kind: f.enum('ChargeKind', CHARGE_KINDS, { filter: true, write: 'create' }),
    amount: f.money({ min: 0, write: 'create' }),
    currency: f.text({ max: 3, write: 'create' }),
    verdict: f.enum('ChargeVerdict', VERDICTS, { filter: true, write: 'never' }),
    consentBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
    consentOn: f.date({ nullable: true, write: 'never' }),
    trace: f.json(steps, { write: 'never' }),
    version: f.int({ write: 'never' }),
  },
});

export type ClaimCharge = Infer<typeof claimCharge>;

/** What a whole claim comes to. */
export function outcomeOf(lines: readonly { outcome: Outcome }[]): ClaimOutcome {
  const [first] = lines;
  if (!first) return 'NOT_COVERED';
  if (lines.every((line) => line.outcome === first.outcome)) return first.outcome;
  return lines.some((line) => line.outcome === 'ALLOWED') ? 'PARTLY' : 'REFUSED';
}

/** Whether a decision leaves something to be done for the customer. */
export const givesSomething = (outcome: ClaimOutcome): boolean => outcome === 'ALLOWED' || outcome === 'PARTLY';

/**
 * Whether the decision is all that the customer waits for (C8): a promise says no, of every line. Where none speaks of a
 * line nobody has answered yet, and where a person looks at one neither.
 */
export const isAnswered = (lines: readonly { outcome: Outcome; review: boolean; termId: string | null }[]): boolean =>
  !givesSomething(outcomeOf(lines)) && lines.every(({ review, termId }) => !review && termId !== null);
