import { CHARGE_KINDS } from '@perennial/domain/policies/kinds/charge-kinds';
import { checkCharges, type ChargeContext, type ChargeLine } from '@perennial/domain/claims/charges';
import type { DisclosedFee } from '@perennial/domain/claims/fee-schedule';
import fc from 'fast-check';

/* Fees, lines and what the guard knows besides, to vary; and random ones whose codes meet each other often. */

/** A fee that was disclosed up to an amount of pence, and needs no consent unless `more` says so. */
export const fee = (code: string, amount: number, more: Partial<DisclosedFee> = {}): DisclosedFee => ({
  code,
  label: code,
  mode: 'CAP',
  amount,
  consent: false,
  kinds: ['FEE'],
  ...more,
});

/** A purchase of £100.00 with £5.00 off. */
export const context = (more: Partial<ChargeContext> = {}): ChargeContext => ({
  currency: 'GBP',
  purchaseValue: 10_000,
  discountGiven: 500,
  partShare: 30,
  addOnsUpToDiscount: true,
  consents: [],
  ...more,
});

/** A line that is charged, in pence. */
export const line = (code: string, amount: number, more: Partial<ChargeLine> = {}): ChargeLine => ({
  code,
  amount,
  currency: 'GBP',
  ...more,
});

/** The customer agreed to so much of a code. */
export const agreedTo = (code: string, amount: number) => ({ consents: [{ code, amount }] });

/** What the guard says of lines, in their order; and the codes of its reasons. */
export const verdicts = (schedule: DisclosedFee[], lines: ChargeLine[], more: Partial<ChargeContext> = {}) =>
  checkCharges(schedule, lines, context(more)).map(({ verdict }) => verdict);
export const codes = (schedule: DisclosedFee[], lines: ChargeLine[], more: Partial<ChargeContext> = {}) =>
  checkCharges(schedule, lines, context(more)).flatMap(({ trace }) => trace.map(({ code }) => code));

const anyCode = fc.constantFrom('A', 'B', 'C', 'D');
const anyAmount = fc.integer({ min: 0, max: 2000 });
export const anySchedule = fc.uniqueArray(
  fc.record({
    code: anyCode,
    label: fc.constant('x'),
    mode: fc.constantFrom('AMOUNT' as const, 'CAP' as const),
    amount: anyAmount,
    consent: fc.boolean(),
    kinds: fc.constantFrom(...CHARGE_KINDS).map((kind) => [kind]),
  }),
  { selector: (each) => each.code },
);
export const anyLines = fc.array(
  fc.record({
    code: anyCode,
    amount: anyAmount,
    currency: fc.constant('GBP'),
    kind: fc.constantFrom(undefined, ...CHARGE_KINDS),
  }),
  { maxLength: 8 },
);
export const anyContext = fc.record({
  currency: fc.constant('GBP'),
  purchaseValue: anyAmount,
  discountGiven: anyAmount,
  partShare: fc.integer({ min: 0, max: 100 }),
  addOnsUpToDiscount: fc.boolean(),
  consents: fc.array(fc.record({ code: anyCode, kind: fc.constantFrom(...CHARGE_KINDS), amount: anyAmount })),
});
