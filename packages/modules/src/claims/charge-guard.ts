import {
  checkCharges,
  VERDICTS,
  type ChargeCheck,
  type ChargeContext,
  type ChargeLine,
  type ChargeSteps,
  type LateFee,
} from '@perennial/domain/claims/charges';
import {
  chargeableForGoods,
  feeOf,
  feesOfAll,
  kindestFees,
  withDisclosed,
  type DisclosedFee,
} from '@perennial/domain/claims/fee-schedule';
import { deliveryPromisedFree } from '@perennial/domain/claims/free-delivery';
import { includedIn } from '@perennial/domain/claims/included';
import { extrasTold } from '@perennial/domain/claims/named-extras';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import type { ChargeKind } from '@perennial/domain/policies/kinds/charge-kinds';
import type { FeeRow } from '@perennial/domain/policies/kinds/fees';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { phrasesIn } from '@perennial/domain/policies/worded';
import type { Step } from '@perennial/domain/policies/decision';
import { decideBy, type HeldPromise } from '@perennial/domain/claims/decide-claim';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import { promisesAt, promisesKnown, promisesOf } from '../policies/index.ts';
import { claimedPurchase } from '../sales/index.ts';
import { chargesOf, linesOf, notFound, type ChargeRow, type ClaimRow } from './rows.ts';
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
  /** By the code of the goods. */
  goods: Map<string, DisclosedFee[]>;
  /** How the names of the fees are said in other languages. */
  phrases: Phrases;
}

/**
 * What may be charged for the goods that are claimed (C7): what the purchase's promises disclosed before it was made
 * (S2, see `promisesKnown`), and of that no more than they said when the claim was made, nor than they say by now, those
 * included that were given to it since. What the customer consented to after the claim was opened is none of it. Where
 * goods have schedules of their own, see {@link chargeableForGoods}.
 */
export async function disclosedFees(orm: Orm, claim: ClaimRow, timezone: string): Promise<Disclosed> {
  const ref = { customerId: claim.customerId, invoiceId: claim.invoiceId };
  const purchase = await claimedPurchase(orm, ref, timezone);
  if (!purchase) throw notFound('Invoice', 'invoiceId');
  const promises = await promisesOf(orm, ref);
  const atClaim = await promisesAt(orm, ref, claim.createdAt);
  const lines = await linesOf(orm, claim);
  const codes = [...new Set(lines.map(({ code }) => code))];
  const told = (by: readonly HeldPromise[]) => feesTold(by, codes, purchase.at, claim.claimedOn);
  const now = told(promises);
  const then = told(atClaim);
  const known = told(await promisesKnown(orm, { ...ref, at: purchase.at }, claim.createdAt));
  // amounts of two currencies cannot be held against each other: then what was disclosed stands as it is; promises that
  // name no charges have no currency, and leave none
  const comparable = [then, now].filter((each) => each.currency === null || each.currency === known.currency);
  const chargeable = chargeableForGoods(known.goods, ...comparable.map(({ goods }) => goods));
  const schedule = withDisclosed(chargeable, known.goods);
  const late = lateFees(known, then, now);
  const currency = known.currency ?? then.currency ?? now.currency ?? promises[0]?.snapshot.currency ?? claim.currency;
  const context = {
    currency,
    // nor what was paid against what is charged: then the customer is asked rather than not. Nor does a part stop being
    // dear because an import added to the purchase afterwards
    purchaseValue: purchase.currency === currency ? Math.min(purchase.total, purchase.sold) : null,
    discountGiven: purchase.currency === currency ? purchase.discount : null,
    partShare: Math.min(known.partShare, then.partShare, now.partShare),
    addOnsUpToDiscount: known.addOnsUpToDiscount || then.addOnsUpToDiscount || now.addOnsUpToDiscount,
    phrases: { ...phrasesIn(lines.flatMap(({ extras }) => extras)), ...now.phrases, ...then.phrases, ...known.phrases },
    late,
    dropped: droppedFees(known, [...chargeable, ...late]),
    elsewhere: (await chargesElsewhere(orm, claim)).filter((charge) => charge.currency === currency),
    included: includedIn(lines),
    extras: [
      ...lines.flatMap(({ extras }) => extrasTold(extras)),
      // with whatever of the purchase they came: a charge does not say for which of its goods it is
      ...promises.flatMap(({ facts }) => Object.values(facts.extras ?? {}).flat()),
    ],
    freeDelivery: [promises, atClaim].some((held) => deliveryPromisedFree(held, codes, purchase.at)),
  };
  return { schedule, context };
}

/** What the promises name by now and did not name in time: when the claim was made, or so that it could be known of. */
function lateFees(known: Told, then: Told, now: Told): LateFee[] {
  const [before, claimed] = [known, then].map(({ goods }) => new Set(feesOfAll(goods).map(({ code }) => code)));
  return kindestFees(feesOfAll(now.goods)).flatMap(({ code, kinds }) => {
    const sinceClaim = !claimed!.has(code);
    return sinceClaim || !before!.has(code) ? { code, kinds, sinceClaim } : [];
  });
}

/** What was disclosed before the purchase and may be charged no more, whatever it is called. */
const droppedFees = (known: Told, others: readonly { code: string }[]): DisclosedFee[] =>
  kindestFees(feesOfAll(known.goods)).filter(({ code }) => others.every((each) => each.code !== code));

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

function feesTold(promises: readonly HeldPromise[], codes: readonly string[], at: string, on: string): Told {
  const told: Told = { currency: null, partShare: 100, addOnsUpToDiscount: false, goods: new Map(), phrases: {} };
  for (const code of codes) {
    const fees: DisclosedFee[] = [];
    told.goods.set(code, fees);
    for (const answer of decideBy(promises, { code, at }, { kind: 'fees' }, { on }, null)) {
      if (answer.outcome !== 'ALLOWED') continue;
      const each = answer.result as unknown as Omit<Told, 'goods' | 'phrases'> & { schedule: FeeRow[] };
      told.currency = each.currency;
      told.partShare = Math.min(told.partShare, each.partShare);
      told.addOnsUpToDiscount ||= each.addOnsUpToDiscount;
      told.phrases = { ...phrasesIn(answer.trace), ...told.phrases };
      fees.push(...each.schedule.map(feeOf));
    }
  }
  return told;
}

export const lineOf = (stated: StatedCharge): ChargeLine => ({
  code: stated.code,
  amount: stated.amount,
  currency: stated.currency,
  kind: stated.kind,
  description: stated.description ?? '',
});

/** What the guard says of charges of a claim, and by which fees; consent that was given to those it has is counted. */
export async function guarded(
  orm: Orm,
  claim: ClaimRow,
  stated: readonly StatedCharge[],
  timezone: string,
): Promise<Disclosed & { checks: ChargeCheck[]; agreed: ChargeRow[] }> {
  const disclosed = await disclosedFees(orm, claim, timezone);
  const agreed = (await chargesOf(orm, claim)).filter((charge) => charge.consentOn !== null);
  const checks = checkCharges(disclosed.schedule, stated.map(lineOf), { ...disclosed.context, consents: agreed });
  return { ...disclosed, checks, agreed };
}

/**
 * Asks the guard again of what a claim is charged: since it was, its purchase may have been moved to promises that name
 * less, and what a person decided may include a part. Errors: those of {@link refuseHidden}, `CURRENCY_MISMATCH`.
 *
 * @returns the first charge that the customer has to be asked about and was not.
 */
export async function guardAgain(orm: Orm, claim: ClaimRow, timezone: string): Promise<ChargeRow | undefined> {
  const charges = await chargesOf(orm, claim);
  if (charges.length === 0) return undefined;
  const checks = checkedAgain(await disclosedFees(orm, claim, timezone), charges);
  refuseHidden(checks);
  return charges.find(
    ({ verdict }, index) => verdict === 'NEEDS_CONSENT' || checks[index]!.verdict === 'NEEDS_CONSENT',
  );
}

/**
 * What a claim is charged, as the customer is told of it: where less may be charged by what is promised by now than when
 * the charge was made, it is told so. In another money it cannot be held against that, and stays as it was.
 */
export async function chargesTold(orm: Orm, claim: ClaimRow, timezone: string): Promise<ChargeRow[]> {
  const charges = await chargesOf(orm, claim);
  if (charges.length === 0) return [];
  const disclosed = await disclosedFees(orm, claim, timezone);
  const same = charges.filter(({ currency }) => currency === disclosed.context.currency);
  const checks = new Map(checkedAgain(disclosed, same).map((check, index) => [same[index]!.id, check]));
  return charges.map((charge) => {
    const check = checks.get(charge.id);
    const less = check && VERDICTS.indexOf(check.verdict) > VERDICTS.indexOf(charge.verdict);
    return less ? { ...charge, verdict: check.verdict, trace: [...check.trace] } : charge;
  });
}

function checkedAgain({ schedule, context }: Disclosed, charges: readonly ChargeRow[]): ChargeCheck[] {
  const consents = charges.filter(({ consentOn }) => consentOn !== null);
  // of what other claims are charged whoever came after was asked, see `elsewhere`
  return checkCharges(schedule, charges.map(lineOf), { ...context, consents, elsewhere: [] });
}

/** `HIDDEN_FEE`, `CHARGE_INCLUDED`, `CHARGE_PART_REDUCED`: the first charge that must not be made, naming its line. */
export function refuseHidden(checks: readonly ChargeCheck[]): void {
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
