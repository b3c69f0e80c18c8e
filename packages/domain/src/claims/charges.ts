import type { Step } from '../policies/decision.ts';
import { isPerhapsWork, type ChargeKind } from '../policies/kinds/charge-kinds.ts';
import type { Phrases } from '../policies/phrases.ts';
import { worded } from '../policies/worded.ts';
import { step } from '../policies/sentences/steps.ts';
import { DomainError } from '../shared/errors.ts';
import { agreement, type AgreedCharge } from './agreed-charge.ts';
import { chargeKind, kindsOf, nameOf, type DisclosedFee } from './fee-schedule.ts';
import { extraNamed } from './named-extras.ts';
import { perhapsIncluded, type Included, type Inclusion } from './included.ts';

/** BLOCK: must not be charged; NEEDS_CONSENT: only after the customer said yes; ACCEPT: as disclosed. */
export const VERDICTS = ['ACCEPT', 'NEEDS_CONSENT', 'BLOCK'] as const;
export type ChargeVerdict = (typeof VERDICTS)[number];

export interface ChargeLine {
  code: string;
  /** Minor units, 0 or more. */
  amount: number;
  currency: string;
  description?: string;
  /** What the caller calls it. It can add a question to those of the schedule and takes none away. */
  kind?: ChargeKind | undefined;
}

export interface ChargeContext {
  /** Currency of the schedule and of the amounts below. */
  currency: string;
  /** Worth of the whole thing, minor units; null where it was paid in another currency and cannot be held against it. */
  purchaseValue: number | null;
  /** What the customer was let off at the sale, minor units; null as above. */
  discountGiven: number | null;
  /** A part dearer than so many per cent of the whole is asked about. */
  partShare: number;
  /** Whether add-ons that together cost more than the discount are asked about. */
  addOnsUpToDiscount: boolean;
  /** What the customer has agreed to; it covers charges of its code, kind and words up to its sum, nothing beyond. */
  consents: readonly AgreedCharge[];
  /** Fees that the promise names, but too late for this claim: not disclosed. */
  late?: readonly LateFee[];
  /** Fees that were disclosed, but that what was promised since does not name. */
  dropped?: readonly DisclosedFee[];
  /** How the names of the fees are said in other languages. */
  phrases?: Phrases;
  /**
   * What is charged on the other claims of the purchase. It is not asked about again, but parts and add-ons are no cheaper
   * for being charged in two places.
   */
  elsewhere?: readonly ChargedElsewhere[];
  /** What the promise includes that decides the claim; it is not charged a second time. */
  included?: Included;
  /** Whether the purchase was promised delivery free of charge, whatever decides the claim. */
  freeDelivery?: boolean;
  /** What comes with the goods at no charge (C20). */
  extras?: readonly string[];
}

/** A fee that was published only after the purchase, or that was promised `sinceClaim`: only after the claim was made. */
export type LateFee = Pick<DisclosedFee, 'code' | 'kinds'> & { sinceClaim?: boolean };

/** A charge of another claim, in the schedule's currency. */
export type ChargedElsewhere = Pick<ChargeLine, 'code' | 'amount' | 'kind'>;

export interface ChargeCheck {
  code: string;
  /** What it is charged as, see {@link chargeKind}. */
  kind: ChargeKind;
  verdict: ChargeVerdict;
  /** Whether it lies within what the customer agreed to, be it asked about or not. */
  agreed: boolean;
  trace: readonly Step[];
}

/** What was charged in one sum, minor units; `elsewhere`: some of it on other claims of the purchase. */
interface Sum {
  amount: number;
  elsewhere?: true;
}

/** What was disclosed, where what was promised since the purchase is less; minor units. */
type Lowered = { disclosed?: number };

/** What is let off a part (C18), and what it may come to so; minor units. */
type Reduced = { off?: { percent: number; most: number } };

export type ChargeSteps = {
  CHARGE_DISCLOSED: { label: string; mode: 'AMOUNT' | 'CAP'; cap: number; currency: string } & Lowered & Reduced;
  CHARGE_UNDISCLOSED: { code: string };
  CHARGE_NAMED_NO_MORE: { label: string };
  CHARGE_PUBLISHED_LATER: { code: string };
  CHARGE_PROMISED_LATER: { code: string };
  CHARGE_DIAGNOSIS_HIDDEN: { code: string };
  CHARGE_ABOVE_CAP: { label: string; amount: number; cap: number; currency: string } & Lowered;
  CHARGE_CONSENT_PROMISED: { label: string };
  CHARGE_ADD_ONS_EAT_DISCOUNT: { addOns: number; discount: number; currency: string; elsewhere?: true };
  CHARGE_ADD_ONS_UNCOMPARED: Record<string, never>;
  CHARGE_PART_DEAR: { amount: number; percent: number; whole: number; currency: string; elsewhere?: true };
  CHARGE_PART_UNCOMPARED: { percent: number };
  CHARGE_INCLUDED: { label: string };
  CHARGE_PART_REDUCED: { label: string; amount: number; percent: number; cap: number; currency: string };
  CHARGE_PART_PERHAPS_REDUCED: { percent: number; cap: number; currency: string };
  CHARGE_PERHAPS_INCLUDED: { included: readonly Inclusion[] };
  CHARGE_DELIVERY_FREE: Record<string, never>;
  CHARGE_NAMES_EXTRA: { extra: string };
  CHARGE_AGREED: { label: string };
};

const say = <Code extends keyof ChargeSteps & string>(code: Code, params: ChargeSteps[Code]): Step =>
  step<ChargeSteps, Code>(code, params);

/**
 * The no-hidden-fee guard (誠信: 開機費、潛規則; C19, S2), line by line. A line is valid if and only if its code was
 * disclosed before acceptance and its amount does not go beyond what was disclosed; anything else is BLOCK. Of valid
 * lines these need the customer's consent: those that were disclosed so, add-ons that together come to more than the
 * discount given, and a part dearer than a share of the whole. What is a part or an add-on the schedule says; a caller
 * who names a line otherwise can only add to it. Lines of one code count together, so that a fee cannot be charged
 * beyond its cap in portions, nor beyond what the customer agreed to, and a dear part stays one in two lines, or on two
 * claims. A part that the promise includes is BLOCK, and so is one that is charged without the reduction that was promised
 * on parts; of a plain fee nobody can tell whether it is for the work or the way that are included, or for a delivery that
 * was promised free of charge, so the customer is asked; and so they are where a charge is called by an extra that comes
 * with the goods.
 *
 * Refusals: `CURRENCY_MISMATCH`, `BAD_CHARGE_AMOUNT`, both naming the line's field.
 *
 * @returns one check per line, in order.
 */
export function checkCharges(
  schedule: readonly DisclosedFee[],
  lines: readonly ChargeLine[],
  context: ChargeContext,
): ChargeCheck[] {
  lines.forEach((line, index) => checkLine(line, index, context.currency));
  const known = lines.map((line) => {
    const fee = schedule.find((each) => each.code === line.code);
    const told = fee ?? [...(context.dropped ?? []), ...(context.late ?? [])].find(({ code }) => code === line.code);
    return { line, fee, kinds: kindsOf(line, told), kind: chargeKind(line.kind, told) };
  });
  const elsewhere = (context.elsewhere ?? []).map((line) => {
    const fee = schedule.find((each) => each.code === line.code);
    return { line, kinds: kindsOf(line, fee) };
  });
  const all = [...known, ...elsewhere];
  const sumOf = (counts: (each: (typeof all)[number]) => boolean): Sum => ({
    amount: all.reduce((sum, each) => sum + (counts(each) ? each.line.amount : 0), 0),
    ...(elsewhere.some((each) => counts(each) && each.line.amount > 0) && { elsewhere: true }),
  });
  const addOns = sumOf(({ kinds }) => kinds.includes('ADD_ON'));
  const partsOf = (code: string) => sumOf(({ line, kinds }) => kinds.includes('PART') && line.code === code);
  const charged = new Map<string, number>();
  const covers = agreement(context.consents);
  const told = (check: ChargeCheck): ChargeCheck => ({
    ...check,
    trace: check.trace.map((each) => worded(each, context.phrases)),
  });
  const checked = known.map(({ line, fee, kinds, kind }): ChargeCheck => {
    const { code } = line;
    const block = (...trace: Step[]): ChargeCheck => ({ code, kind, verdict: 'BLOCK', agreed: false, trace });
    const dropped = context.dropped?.find((each) => each.code === code);
    if (!fee && dropped) return block(say('CHARGE_NAMED_NO_MORE', { label: nameOf(dropped) }));
    if (!fee) {
      return block(say('CHARGE_UNDISCLOSED', { code }), ...tooLate(line, context), ...hiddenDiagnosis(code, kinds));
    }
    const { mode, amount: cap } = fee;
    const lowered = fee.disclosed === undefined ? {} : { disclosed: fee.disclosed };
    const label = nameOf(fee);
    if (kinds.includes('PART') && context.included?.parts === 'ALL') return block(say('CHARGE_INCLUDED', { label }));
    const { currency } = context;
    const amount = (charged.get(code) ?? 0) + line.amount;
    if (amount > cap) return block(say('CHARGE_ABOVE_CAP', { label, amount, cap, currency, ...lowered }));
    const off = kinds.includes('PART') ? context.included?.partsOff : undefined;
    const percent = off?.everywhere ?? 0;
    const reduced = lessPercent(cap, percent);
    if (amount > reduced) return block(say('CHARGE_PART_REDUCED', { label, amount, percent, cap: reduced, currency }));
    charged.set(code, amount);
    const asks = [
      ...perhapsReduced(amount, cap, off?.somewhere ?? 0, currency),
      ...calledAsExtra(line, label, context),
      ...questions(fee, kinds, { addOns, parts: partsOf(code) }, context),
    ];
    const agreed = covers({ ...line, kind });
    return {
      code,
      kind,
      verdict: asks.length > 0 && !agreed ? 'NEEDS_CONSENT' : 'ACCEPT',
      agreed,
      trace: [
        say('CHARGE_DISCLOSED', {
          label,
          mode,
          cap,
          currency,
          ...lowered,
          ...(percent > 0 && { off: { percent, most: reduced } }),
        }),
        ...asks,
        ...(asks.length > 0 && agreed ? [say('CHARGE_AGREED', { label })] : []),
      ],
    };
  });
  return checked.map(told);
}

/** What a fee may come to where parts are let something off (C18); minor units. */
export const mostFor = (fee: DisclosedFee, included: Included | undefined): number =>
  fee.kinds.includes('PART') ? lessPercent(fee.amount, included?.partsOff.everywhere ?? 0) : fee.amount;

/** Rounded down to whole minor units: what is left over is the customer's. */
const lessPercent = (amount: number, percent: number): number =>
  Number((BigInt(amount) * BigInt(100 - percent)) / 100n);

/** A charge does not say which line it is for, and parts may be reduced for that one alone. */
function perhapsReduced(amount: number, full: number, percent: number, currency: string): Step[] {
  const cap = lessPercent(full, percent);
  return amount > cap ? [say('CHARGE_PART_PERHAPS_REDUCED', { percent, cap, currency })] : [];
}

function tooLate({ code }: ChargeLine, { late = [] }: ChargeContext): Step[] {
  const fee = late.find((each) => each.code === code);
  if (!fee) return [];
  return [fee.sinceClaim ? say('CHARGE_PROMISED_LATER', { code }) : say('CHARGE_PUBLISHED_LATER', { code })];
}

const hiddenDiagnosis = (code: string, kinds: readonly ChargeKind[]): Step[] =>
  kinds.includes('DIAGNOSIS') ? [say('CHARGE_DIAGNOSIS_HIDDEN', { code })] : [];

/** Nobody can tell what a sum under a disclosed code is really for: what comes along for nothing is asked about by its name. */
function calledAsExtra(
  { description = '' }: ChargeLine,
  label: string,
  { extras = [], phrases }: ChargeContext,
): Step[] {
  const extra = extraNamed([label, description], extras, phrases);
  return extra === undefined ? [] : [say('CHARGE_NAMES_EXTRA', { extra })];
}

/**
 * Why the customer is asked first; empty where nobody has to ask.
 *
 * @param sums of all add-ons, and of the parts of this code, on all claims of the purchase.
 */
function questions(
  fee: DisclosedFee,
  kinds: readonly ChargeKind[],
  { addOns, parts }: { addOns: Sum; parts: Sum },
  context: ChargeContext,
): Step[] {
  const { currency, discountGiven: discount, purchaseValue: whole, partShare: percent } = context;
  const included = perhapsIncluded(kinds, fee.kinds, context.included);
  const { amount, ...alsoElsewhere } = addOns;
  return [
    ...(included.length > 0 ? [say('CHARGE_PERHAPS_INCLUDED', { included })] : []),
    // what the fee is for nobody can tell; of carriage that the claim itself includes it was asked already
    ...(context.freeDelivery && !included.includes('CARRIAGE') && fee.kinds.some(isPerhapsWork)
      ? [say('CHARGE_DELIVERY_FREE', {})]
      : []),
    ...(fee.consent ? [say('CHARGE_CONSENT_PROMISED', { label: nameOf(fee) })] : []),
    ...(kinds.includes('ADD_ON') && context.addOnsUpToDiscount && addOns.amount > (discount ?? 0)
      ? [
          discount === null
            ? say('CHARGE_ADD_ONS_UNCOMPARED', {})
            : say('CHARGE_ADD_ONS_EAT_DISCOUNT', { addOns: amount, discount, currency, ...alsoElsewhere }),
        ]
      : []),
    ...(kinds.includes('PART') && BigInt(parts.amount) * 100n > BigInt(whole ?? 0) * BigInt(percent)
      ? [
          whole === null
            ? say('CHARGE_PART_UNCOMPARED', { percent })
            : say('CHARGE_PART_DEAR', { percent, whole, currency, ...parts }),
        ]
      : []),
  ];
}

function checkLine(line: ChargeLine, index: number, currency: string): void {
  if (line.currency !== currency) {
    throw new DomainError(
      'CURRENCY_MISMATCH',
      `currency is ${line.currency}, but the fees were disclosed in ${currency}; state the charge in ${currency}.`,
      { path: ['charges', String(index), 'currency'], params: { left: line.currency, right: currency } },
    );
  }
  if (!Number.isSafeInteger(line.amount) || line.amount < 0) {
    throw new DomainError('BAD_CHARGE_AMOUNT', `amount is ${line.amount}; it takes whole minor units, 0 or more.`, {
      path: ['charges', String(index), 'amount'],
      params: { amount: line.amount },
    });
  }
}
