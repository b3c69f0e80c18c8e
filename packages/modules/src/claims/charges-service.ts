import type { ChargeKind } from '@perennial/domain/policies/kinds/charge-kinds';
import { sameCharge, type AgreedCharge } from '@perennial/domain/claims/agreed-charge';
import {
  checkCharges,
  type ChargeCheck,
  type ChargeContext,
  type ChargeLine,
  type ChargeSteps,
} from '@perennial/domain/claims/charges';
import { chargeableFees, feeOf, kindestFees, type DisclosedFee } from '@perennial/domain/claims/fee-schedule';
import { deliveryPromisedFree } from '@perennial/domain/claims/free-delivery';
import { includedIn } from '@perennial/domain/claims/included';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { checkConsentDay } from '@perennial/domain/policies/consent';
import type { FeeRow } from '@perennial/domain/policies/kinds/fees';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { phrasesIn } from '@perennial/domain/policies/worded';
import type { Step } from '@perennial/domain/policies/decision';
import { step } from '@perennial/domain/policies/sentences/steps';
import { decideBy, type HeldPromise } from '@perennial/domain/claims/decide-claim';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq, ne } from 'drizzle-orm';
import { promisesKnown, promisesOf } from '../policies/index.ts';
import { claimedPurchase } from '../sales/index.ts';
import { chargesOf, isClaim, linesOf, lockClaim, notFound, type ClaimRow, type Ref, type Writing } from './rows.ts';
import { lockPurchase, mustBe, saveClaim } from './settle-service.ts';
import { claimCharges, claims } from './table.ts';

export interface StatedCharge {
  code: string;
  description?: string | undefined;
  /** What whoever enters it calls it; the schedule knows better, see `checkCharges`. */
  kind?: ChargeKind | undefined;
  amount: number;
  currency: string;
}

/** What was disclosed to the customer before acceptance, and what the guard needs besides. */
export interface Disclosed {
  schedule: DisclosedFee[];
  context: Omit<ChargeContext, 'consents'>;
}

/** What the promises of a purchase say of charges for the goods of a claim. */
interface Told {
  /** null: none of them speaks of charges. */
  currency: string | null;
  partShare: number;
  addOnsUpToDiscount: boolean;
  schedule: DisclosedFee[];
  /** How the names of the fees are said in other languages. */
  phrases: Phrases;
}

/**
 * What may be charged for the goods that are claimed (C7): what the purchase's promises disclosed before it was made
 * (S2, see `promisesKnown`), and of that no more than its promises say by now, those included that were given to it
 * since. Where goods have schedules of their own, see {@link kindestFees}.
 */
export async function disclosedFees(orm: Orm, claim: ClaimRow, timezone: string): Promise<Disclosed> {
  const ref = { customerId: claim.customerId, invoiceId: claim.invoiceId };
  const purchase = await claimedPurchase(orm, ref, timezone);
  if (!purchase) throw notFound('Invoice', 'invoiceId');
  const promises = await promisesOf(orm, ref);
  const lines = await linesOf(orm, claim);
  const codes = new Set(lines.map(({ code }) => code));
  const told = (by: readonly HeldPromise[]) => chargesTold(by, [...codes], purchase.at, claim.claimedOn);
  const promised = told(promises);
  const known = told(await promisesKnown(orm, { ...ref, at: purchase.at }));
  // amounts of two currencies cannot be held against each other: then what was disclosed stands as it is; promises that
  // name no charges have no currency, and leave none
  const comparable = promised.currency === null || known.currency === promised.currency;
  const schedule = comparable ? chargeableFees(known.schedule, promised.schedule) : kindestFees(known.schedule);
  const currency = known.currency ?? promised.currency ?? promises[0]?.snapshot.currency ?? claim.currency;
  const context = {
    currency,
    // nor what was paid against what is charged: then the customer is asked rather than not. Nor does a part stop being
    // dear because an import added to the purchase afterwards
    purchaseValue: purchase.currency === currency ? Math.min(purchase.total, purchase.sold) : 0,
    discountGiven: purchase.currency === currency ? purchase.discount : 0,
    partShare: Math.min(known.partShare, promised.partShare),
    addOnsUpToDiscount: known.addOnsUpToDiscount || promised.addOnsUpToDiscount,
    phrases: { ...promised.phrases, ...known.phrases },
    late: kindestFees(promised.schedule).filter(({ code }) => !known.schedule.some((fee) => fee.code === code)),
    elsewhere: (await chargesElsewhere(orm, claim)).filter((charge) => charge.currency === currency),
    included: includedIn(lines),
    freeDelivery: deliveryPromisedFree(promises, [...codes], purchase.at),
  };
  return { schedule, context };
}

/** What is charged on the other claims of the same purchase that nobody let go of. */
const chargesElsewhere = (orm: Orm, claim: ClaimRow) =>
  orm
    .select({
      code: claimCharges.code,
      kind: claimCharges.kind,
      amount: claimCharges.amount,
      currency: claimCharges.currency,
    })
    .from(claimCharges)
    .innerJoin(claims, and(eq(claims.customerId, claimCharges.customerId), eq(claims.id, claimCharges.claimId)))
    .where(
      and(
        eq(claims.customerId, claim.customerId),
        eq(claims.invoiceId, claim.invoiceId),
        ne(claims.id, claim.id),
        ne(claims.status, 'WITHDRAWN'),
      ),
    );

function chargesTold(promises: readonly HeldPromise[], codes: readonly string[], at: string, on: string): Told {
  const told: Told = { currency: null, partShare: 100, addOnsUpToDiscount: false, schedule: [], phrases: {} };
  for (const code of codes) {
    for (const answer of decideBy(promises, { code, at }, { kind: 'fees' }, { on }, null)) {
      if (answer.outcome !== 'ALLOWED') continue;
      const each = answer.result as unknown as Omit<Told, 'schedule' | 'phrases'> & { schedule: FeeRow[] };
      told.currency = each.currency;
      told.partShare = Math.min(told.partShare, each.partShare);
      told.addOnsUpToDiscount ||= each.addOnsUpToDiscount;
      told.phrases = { ...phrasesIn(answer.trace), ...told.phrases };
      told.schedule.push(...each.schedule.map(feeOf));
    }
  }
  return told;
}

const lineOf = (stated: StatedCharge): ChargeLine => ({
  code: stated.code,
  amount: stated.amount,
  currency: stated.currency,
  kind: stated.kind,
  description: stated.description ?? '',
});

/** What the guard says of charges, and by which fees, without writing anything. */
export async function tryCharges(
  orm: Orm,
  ref: Ref,
  stated: readonly StatedCharge[],
  timezone: string,
): Promise<Disclosed & { checks: ChargeCheck[] }> {
  const [claim] = await orm.select().from(claims).where(isClaim(ref));
  if (!claim) throw notFound('Claim');
  const disclosed = await disclosedFees(orm, claim, timezone);
  const consents = (await chargesOf(orm, claim)).filter((charge) => charge.consentOn !== null);
  const checks = checkCharges(disclosed.schedule, stated.map(lineOf), { ...disclosed.context, consents });
  return { ...disclosed, checks };
}

/**
 * Replaces a claim's charges. Each passes the no-hidden-fee guard (S2) against what was disclosed before acceptance; a
 * hidden fee is refused and nothing is stored (`HIDDEN_FEE`, naming the line), nor is a part that the promise includes
 * (`CHARGE_INCLUDED`) or lets more off than was (`CHARGE_PART_REDUCED`). What the customer has to be asked about waits for {@link consentToCharge}; consent that was given stays with charges of the same code, kind and words, as far as they
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
  const { schedule, context } = await disclosedFees(ctx.tx, claim, ctx.timezone);
  const agreed = (await chargesOf(ctx.tx, claim)).filter((charge) => charge.consentOn !== null);
  const checks = checkCharges(schedule, stated.map(lineOf), { ...context, consents: agreed });
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

function refuseHidden(checks: readonly ChargeCheck[]): void {
  const index = checks.findIndex(({ verdict }) => verdict === 'BLOCK');
  const blocked = checks[index];
  if (!blocked) return;
  const [{ code: why, params }] = blocked.trace as readonly [Step];
  const field = TOO_MUCH.has(why) ? 'amount' : 'code';
  const code = OWN_CODE.has(why) ? why : 'HIDDEN_FEE';
  throw new DomainError(code, claimSentencesOf(blocked.trace, 'en').join(' '), {
    path: ['charges', String(index), field],
    params: { code: blocked.code, line: index + 1, why, percent: params['percent'] },
  });
}

const TOO_MUCH: ReadonlySet<string> = new Set<keyof ChargeSteps>(['CHARGE_ABOVE_CAP', 'CHARGE_PART_REDUCED']);
/** What was disclosed, and is refused for another reason. */
const OWN_CODE: ReadonlySet<string> = new Set<keyof ChargeSteps>(['CHARGE_INCLUDED', 'CHARGE_PART_REDUCED']);

/**
 * The customer said yes to a charge. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `CONSENT_NOT_NEEDED`,
 * `BAD_DATE`, `CONSENT_TOO_EARLY` (before the claim), `CONSENT_IN_FUTURE`.
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
  checkConsentDay(consent.on, { from: claim.claimedOn, today: ctx.asOf }, ['on']);
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
