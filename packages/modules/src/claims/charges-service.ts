import { sameCharge, type AgreedCharge } from '@perennial/domain/claims/agreed-charge';
import type { ChargeCheck, ChargeSteps } from '@perennial/domain/claims/charges';
import { checkConsentDay } from '@perennial/domain/policies/consent';
import { step } from '@perennial/domain/policies/sentences/steps';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq } from 'drizzle-orm';
import { notBeforeRecord } from './acting-day.ts';
import { guardAgain, guarded, lineOf, refuseHidden, type Disclosed, type StatedCharge } from './charge-guard.ts';
import { isClaim, lockClaim, notFound, type Ref, type Writing } from './rows.ts';
import { lockPurchase, mustBe, saveClaim } from './settle-service.ts';
import { claimCharges, claims } from './table.ts';

/** What the guard says of charges, and by which fees, without writing anything. */
export async function tryCharges(
  orm: Orm,
  ref: Ref,
  stated: readonly StatedCharge[],
  timezone: string,
): Promise<Disclosed & { checks: ChargeCheck[] }> {
  const [claim] = await orm.select().from(claims).where(isClaim(ref));
  if (!claim) throw notFound('Claim');
  const { schedule, context, checks } = await guarded(orm, claim, stated, timezone);
  return { schedule, context, checks };
}

/**
 * Replaces a claim's charges. Each passes the no-hidden-fee guard (S2) against what was disclosed before acceptance; a
 * hidden fee is refused and nothing is stored (`HIDDEN_FEE`, naming the line), nor is a part that the promise includes
 * (`CHARGE_INCLUDED`) or lets more off than was (`CHARGE_PART_REDUCED`). What the customer has to be asked about waits
 * for {@link consentToCharge}; consent that was given stays with charges of the same code, kind and words, as far as they
 * come to no more together than what was agreed to.
 * Others: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `CURRENCY_MISMATCH`, `BAD_CHARGE_AMOUNT`.
 */
export async function setCharges(
  ctx: Writing,
  ref: Ref,
  version: number,
  stated: readonly StatedCharge[],
): Promise<void> {
  // of two claims that are charged at once the second counts what the first is charged
  await lockPurchase(ctx, ref);
  const claim = await lockClaim(ctx.tx, ref);
  sameVersion(claim, version);
  mustBe(claim, ['OPEN', 'DECIDED']);
  const { checks, agreed } = await guarded(ctx.tx, claim, stated, ctx.timezone);
  refuseHidden(checks);
  await ctx.tx
    .delete(claimCharges)
    .where(and(eq(claimCharges.customerId, claim.customerId), eq(claimCharges.claimId, claim.id)));
  if (stated.length > 0) {
    await ctx.tx.insert(claimCharges).values(
      stated.map((each, index) => {
        const check = checks[index]!;
        const given = check.agreed ? consentFor({ ...lineOf(each), kind: check.kind }, agreed) : undefined;
        return {
          customerId: claim.customerId,
          id: newId(),
          claimId: claim.id,
          position: index + 1,
          code: each.code,
          description: each.description ?? '',
          kind: check.kind,
          amount: each.amount,
          currency: each.currency,
          verdict: check.verdict,
          consentBy: given?.consentBy ?? null,
          consentOn: given?.consentOn ?? null,
          trace: check.trace,
        };
      }),
    );
  }
  await saveClaim(ctx, claim, {});
  ctx.audit({
    subject: `Claim_${claim.customerId}_${claim.id}`,
    after: { charges: stated.map((each, index) => ({ ...each, kind: checks[index]!.kind })) },
  });
}

/** Who agreed to a charge: to that very amount, else to what it is a part of. */
function consentFor<Known extends Required<AgreedCharge>>(each: AgreedCharge, agreed: Known[]): Known | undefined {
  const same = agreed.filter((charge) => sameCharge(charge, each));
  return (
    same.find(({ amount }) => amount === each.amount) ?? same.find(({ amount }) => amount > each.amount) ?? same[0]
  );
}

/**
 * The customer said yes to a charge. No yes makes chargeable what must not be charged by what is promised by now (S2):
 * while the claim has such a charge it is refused, see {@link guardAgain}. Others: `NOT_FOUND`, `VERSION_CONFLICT`,
 * `CLAIM_WRONG_STATUS`, `CONSENT_NOT_NEEDED`, `BAD_DATE`, `CONSENT_TOO_EARLY` (before the claim), `CONSENT_IN_FUTURE`,
 * `CLAIM_LOOKING_BACK`.
 */
export async function consentToCharge(
  ctx: Writing,
  ref: Ref,
  version: number,
  consent: { by: string; on: string },
): Promise<Ref> {
  const isCharge = and(eq(claimCharges.customerId, ref.customerId), eq(claimCharges.id, ref.id));
  const [seen] = await ctx.tx.select().from(claimCharges).where(isCharge);
  if (!seen) throw notFound('ClaimCharge');
  const claim = await lockClaim(ctx.tx, { customerId: seen.customerId, id: seen.claimId });
  const [charge] = await ctx.tx.select().from(claimCharges).where(isCharge).for('update');
  if (!charge) throw notFound('ClaimCharge');
  sameVersion(charge, version);
  mustBe(claim, ['OPEN', 'DECIDED']);
  if (charge.verdict !== 'NEEDS_CONSENT') {
    throw new DomainError('CONSENT_NOT_NEEDED', `The charge ${charge.code} needs no consent any more.`, {
      path: ['id'],
      params: { code: charge.code },
    });
  }
  await notBeforeRecord(ctx, claim);
  checkConsentDay(consent.on, { from: claim.claimedOn, today: ctx.asOf }, ['on']);
  await guardAgain(ctx.tx, claim, ctx.timezone);
  const agreed = step<ChargeSteps, 'CHARGE_AGREED'>('CHARGE_AGREED', { label: charge.code });
  const change = {
    verdict: 'ACCEPT' as const,
    consentBy: consent.by,
    consentOn: consent.on,
    trace: [...charge.trace, agreed],
    version: charge.version + 1,
  };
  await ctx.tx.update(claimCharges).set(change).where(isCharge);
  ctx.audit({ subject: `ClaimCharge_${charge.customerId}_${charge.id}`, before: charge, after: change });
  await saveClaim(ctx, claim, {});
  return { customerId: claim.customerId, id: claim.id };
}
