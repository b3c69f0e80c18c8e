import { chargeName } from '@perennial/domain/claims/charge-name';
import { givesSomething, outcomeOf, type ClaimStatus } from '@perennial/domain/claims/claim';
import { checkReview } from '@perennial/domain/claims/review';
import { checkReplacement } from '@perennial/domain/claims/serials';
import type { ClaimSteps } from '@perennial/domain/claims/sentences';
import type { Remedy } from '@perennial/domain/policies/decision';
import { step } from '@perennial/domain/policies/sentences/steps';
import { DomainError } from '@perennial/domain/shared/errors';
import { inEvery } from '@perennial/domain/shared/language';
import type { Money } from '@perennial/domain/shared/money';
import { checkTwice, sameSerial } from '@perennial/domain/shared/serial';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq } from 'drizzle-orm';
import { claimedPurchase, type ClaimedPurchase } from '../sales/index.ts';
import { notBeforeRecord } from './acting-day.ts';
import { guardAgain } from './charge-guard.ts';
import type { OwnedRef } from './decide-service.ts';
import { earlierLines, givenBack, mostFor, refundFor } from './given-back.ts';
import { closing } from './clock-reading.ts';
import { issueReceipt } from './receipt-service.ts';
import { isClaim, linesOf, lockClaim, notFound, subject, type ClaimRow, type Ref, type Writing } from './rows.ts';
import { serialsOf } from './serials.ts';
import { closeCutBack, closeTasksOf, lockServed } from './served.ts';
import { claimLines, claims } from './table.ts';
import { noteTakenBack } from './taken-back.ts';

/** `CLAIM_WRONG_STATUS`: names what the claim is and when this can be done. */
export function mustBe(claim: ClaimRow, allowed: readonly ClaimStatus[]): void {
  if (allowed.includes(claim.status)) return;
  throw new DomainError(
    'CLAIM_WRONG_STATUS',
    `Claim ${claim.number} is ${claim.status.toLowerCase()}; this can be done only while it is ${allowed.join(' or ').toLowerCase()}.`,
    { path: ['id'], params: { number: claim.number, status: claim.status, allowed } },
  );
}

/** Changes the claim, moves its version on and issues the receipt of what it says now. */
export async function saveClaim(
  ctx: Writing,
  before: ClaimRow,
  change: Partial<typeof claims.$inferInsert>,
): Promise<void> {
  const after = { ...change, version: before.version + 1, updatedAt: ctx.now };
  await ctx.tx.update(claims).set(after).where(isClaim(before));
  const receiptHash = await issueReceipt(ctx, before);
  ctx.audit({ subject: subject(before), before, after: { ...after, receiptHash } });
}

export interface Settling {
  /** What was paid back. */
  refundPaid?: Money | undefined;
  /** Serial numbers of what was handed over instead. */
  lines?: readonly { id: OwnedRef; serialReplacement: string }[] | undefined;
}

/**
 * What was decided was done. Never less than was decided: `REFUND_TOO_SMALL`; nor more than is left of what was paid for
 * the goods: `REFUND_TOO_LARGE`; in the claim's money: `CURRENCY_MISMATCH`; not while the customer has not agreed to a
 * charge: `CONSENT_MISSING`; nor with one that must not be made by what is promised by now (S2): see {@link guardAgain};
 * a failed part that had a serial number is replaced by one with another: `SERIAL_MISSING`, `SERIAL_SAME`,
 * `SERIAL_GIVEN`, `SERIAL_TWICE`. Others: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `CLAIM_NOT_ALLOWED`,
 * `CLAIM_LOOKING_BACK`.
 */
export async function settleClaim(ctx: Writing, ref: Ref, version: number, settling: Settling): Promise<void> {
  await lockServed(ctx, ref);
  const purchase = await lockPurchase(ctx, ref);
  const claim = await lockClaim(ctx.tx, ref);
  sameVersion(claim, version);
  mustBe(claim, ['DECIDED']);
  await notBeforeRecord(ctx, claim);
  if (!givesSomething(claim.outcome)) {
    throw new DomainError(
      'CLAIM_NOT_ALLOWED',
      `Claim ${claim.number} was not allowed, so there is nothing to settle.`,
      {
        path: ['id'],
        params: { number: claim.number, outcome: claim.outcome },
      },
    );
  }
  const pending = await guardAgain(ctx.tx, claim, ctx.timezone);
  if (pending) {
    throw new DomainError(
      'CONSENT_MISSING',
      `The customer has not agreed to the charge ${pending.code} yet; record the consent or take the charge out.`,
      { path: ['id'], params: { code: pending.code, names: namesOf(pending) } },
    );
  }
  checkRefund(claim, settling.refundPaid);
  await checkMost(ctx, claim, purchase, settling.refundPaid?.amount ?? 0);
  await keepSerials(ctx, claim, settling.lines ?? []);
  await closeTasksOf(ctx, claim);
  await saveClaim(ctx, claim, {
    ...(await closing(ctx, claim)),
    status: 'SETTLED',
    settledOn: ctx.asOf,
    refundPaid: settling.refundPaid?.amount ?? null,
  });
  await closeCutBack(ctx, claim, () => noteTakenBack(ctx, claim));
}

/** What a charge is called, in every language: whoever is refused reads it in their own. */
const namesOf = (charge: Parameters<typeof chargeName>[0]) => inEvery((language) => chargeName(charge, language));

function checkRefund(claim: ClaimRow, paid: Money | undefined): void {
  if (paid && paid.currency !== claim.currency) {
    throw new DomainError(
      'CURRENCY_MISMATCH',
      `refundPaid is in ${paid.currency}, but the purchase was in ${claim.currency}; state it in ${claim.currency}.`,
      { path: ['refundPaid', 'currency'], params: { left: paid.currency, right: claim.currency } },
    );
  }
  const amount = paid?.amount ?? 0;
  if (amount >= claim.refund) return;
  throw new DomainError(
    'REFUND_TOO_SMALL',
    `refundPaid is ${amount}, but ${claim.refund} ${claim.currency} (minor units) were decided; pay back at least that.`,
    { path: ['refundPaid'], params: { paid: amount, refund: claim.refund, currency: claim.currency } },
  );
}

/** `REFUND_TOO_LARGE`: nobody gets back more than was paid for the goods, all claims on them counted. */
async function checkMost(ctx: Writing, claim: ClaimRow, purchase: ClaimedPurchase, amount: number): Promise<void> {
  const most = await mostFor(ctx.tx, claim, purchase, ctx.timezone);
  if (amount <= most) return;
  throw new DomainError(
    'REFUND_TOO_LARGE',
    `refundPaid is ${amount}, but of what was paid for these goods only ${most} ${claim.currency} (minor units) can still be given back; pay back at most that.`,
    { path: ['refundPaid'], params: { paid: amount, most, currency: claim.currency } },
  );
}

/** The claim's purchase, held before the claim is, as whoever opens one holds it. */
export async function lockPurchase(ctx: Writing, ref: Ref): Promise<ClaimedPurchase> {
  const [seen] = await ctx.tx.select({ invoiceId: claims.invoiceId }).from(claims).where(isClaim(ref));
  if (!seen) throw notFound('Claim');
  const purchase = await claimedPurchase(ctx.tx, { ...ref, invoiceId: seen.invoiceId }, ctx.timezone, true);
  if (!purchase) throw notFound('Invoice', 'invoiceId');
  return purchase;
}

async function keepSerials(ctx: Writing, claim: ClaimRow, given: NonNullable<Settling['lines']>): Promise<void> {
  const lines = await linesOf(ctx.tx, claim);
  const stranger = given.findIndex(
    ({ id }) => id.customerId !== claim.customerId || !lines.some((l) => l.id === id.id),
  );
  if (stranger >= 0) throw notFound('ClaimLine', `lines.${stranger}.id`);
  checkTwice(
    given.map(({ id, serialReplacement }, index) => ({
      code: lines.find((line) => line.id === id.id)!.code,
      serial: serialReplacement.trim() || null,
      path: ['lines', String(index), 'serialReplacement'],
    })),
  );
  const earlier = serialsOf(await earlierLines(ctx.tx, claim));
  for (const line of lines) {
    const at = given.findIndex(({ id }) => id.id === line.id);
    const serial = given[at]?.serialReplacement.trim() ?? '';
    const path = at >= 0 ? ['lines', String(at), 'serialReplacement'] : ['lines'];
    if (line.outcome === 'ALLOWED' && line.remedy === 'REPLACE' && line.serialFailed !== null && serial === '') {
      throw new DomainError(
        'SERIAL_MISSING',
        `${line.code} with serial ${line.serialFailed} is replaced; enter the serial number of the replacement.`,
        { path, params: { code: line.code, serial: line.serialFailed } },
      );
    }
    if (serial === '') continue;
    if (line.serialFailed !== null && sameSerial(serial, line.serialFailed)) {
      throw new DomainError(
        'SERIAL_SAME',
        `${serial} is the serial number of the failed part; enter that of the replacement.`,
        {
          path,
          params: { serial },
        },
      );
    }
    checkReplacement(line.code, serial, earlier, path);
    await ctx.tx
      .update(claimLines)
      .set({ serialReplacement: serial })
      .where(and(eq(claimLines.customerId, line.customerId), eq(claimLines.id, line.id)));
  }
}

/** The customer let go of it: its pieces can be claimed again. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`. */
export async function withdrawClaim(ctx: Writing, ref: Ref, version: number, reason: string): Promise<void> {
  const claim = await lockClaim(ctx.tx, ref);
  sameVersion(claim, version);
  mustBe(claim, ['OPEN', 'DECIDED']);
  await saveClaim(ctx, claim, { ...(await closing(ctx, claim)), status: 'WITHDRAWN', reason });
}

export interface Reviewing {
  outcome: 'ALLOWED' | 'REFUSED';
  /** Else what the promise names; never less than that. */
  remedy?: Remedy | undefined;
  reason: string;
}

/**
 * A person decides what the terms left to one (C10: never a silent refusal), with a written reason that the customer
 * reads. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `REVIEW_GIVES_LESS`,
 * `CLAIM_LOOKING_BACK`.
 */
export async function reviewClaim(
  ctx: Writing & { actor: { email: string } },
  ref: Ref,
  version: number,
  reviewing: Reviewing,
): Promise<void> {
  const { outcome, reason } = reviewing;
  const purchase = await lockPurchase(ctx, ref);
  const claim = await lockClaim(ctx.tx, ref);
  sameVersion(claim, version);
  mustBe(claim, ['OPEN']);
  await notBeforeRecord(ctx, claim);
  const given = await givenBack(ctx.tx, claim, purchase, ctx.timezone);
  const lines = await linesOf(ctx.tx, claim);
  if (outcome === 'ALLOWED') checkReview(claim.kind, lines, reviewing.remedy);
  const looked = step<ClaimSteps, 'CLAIM_REVIEWED'>('CLAIM_REVIEWED', { outcome, reason, on: ctx.asOf });
  const after = lines.map((line) => {
    if (!line.review) return line;
    const remedy = outcome === 'ALLOWED' ? (reviewing.remedy ?? line.remedy) : null;
    const decision = { outcome, remedy, review: false };
    const { refund, steps } = refundFor(claim.kind, decision, given(line.saleLineId), line.quantity);
    return { ...line, ...decision, refund, trace: [...line.trace, looked, ...steps] };
  });
  for (const { customerId, id, outcome: decided, remedy, review, refund, trace } of after) {
    await ctx.tx
      .update(claimLines)
      .set({ outcome: decided, remedy, review, refund, trace })
      .where(and(eq(claimLines.customerId, customerId), eq(claimLines.id, id)));
  }
  const decided = outcomeOf(after);
  await saveClaim(ctx, claim, {
    ...(givesSomething(decided) ? {} : await closing(ctx, claim)),
    status: 'DECIDED',
    outcome: decided,
    refund: after.reduce((sum, { refund }) => sum + (refund ?? 0), 0),
    reason,
    decidedBy: ctx.actor.email,
  });
}
