import { CHARGE_KINDS, type ChargeKind } from '@perennial/domain/policies/kinds/charge-kinds';
import { chargeKind } from '@perennial/domain/claims/fee-schedule';
import { minorDigits } from '@perennial/domain/shared/money';
import { minorUnits } from '../format/format.ts';
import type { ClaimChargesCheckQuery } from '../gql/graphql.ts';
import { unitsOf } from '../format/units.ts';
import type { Claim } from './claim.ts';

export type Disclosed = NonNullable<ClaimChargesCheckQuery['claimChargesCheck']>;
export type Fee = Disclosed['schedule'][number];

/** A charge as it is being entered. */
export interface Entered {
  key: number;
  code: string;
  description: string;
  /** Left out: as the schedule has it. */
  kind?: ChargeKind | undefined;
  /** As typed, in the major unit. */
  amount: string;
}

export const enteredOf = (claim: Claim): Entered[] =>
  claim.charges.nodes.map(({ code, description, kind, amount }, key) => ({
    key,
    code,
    description,
    kind,
    amount: (amount.amount / minorUnits(amount.currency)).toFixed(minorDigits(amount.currency)),
  }));

export const anotherRow = (rows: readonly Entered[]): Entered => ({
  key: 1 + Math.max(-1, ...rows.map(({ key }) => key)),
  code: '',
  description: '',
  amount: '',
});

/** The amount in minor units, 0 until something is typed; undefined: it is none, or finer than the currency has it. */
export const amountIn = ({ amount }: Pick<Entered, 'amount'>, currency: string): number | undefined =>
  amount.trim() === '' ? 0 : unitsOf(amount, minorUnits(currency));

/** Whether something is to be charged of which nobody could say what it is for: it would not be saved, and must not be lost. */
export const lacksCode = ({ code, amount, description }: Entered): boolean =>
  code.trim() === '' && (amount.trim() !== '' || description.trim() !== '');

/** Whether enough of it was typed for the guard to say something. */
export const isStated = (row: Entered, currency: string): boolean =>
  row.code.trim() !== '' && amountIn(row, currency) !== undefined;

/** The charges that the server is asked about, in their order; `currency` is that of the schedule. */
export const statedOf = (rows: readonly Entered[], currency: string) =>
  rows
    .filter((row) => isStated(row, currency))
    .map((row) => ({
      code: row.code.trim(),
      description: row.description,
      ...(row.kind && { kind: row.kind }),
      amount: amountIn(row, currency) ?? 0,
      currency,
    }));

export const feeWithCode = (schedule: readonly Fee[], code: string): Fee | undefined =>
  schedule.find((fee) => fee.code === code.trim());

/** The kinds that a charge can be called: those that say no less than the schedule does, which the guard goes by anyway. */
export const kindsToName = (fee: Fee | undefined): ChargeKind[] =>
  CHARGE_KINDS.filter((kind) => chargeKind(kind, fee) === kind);
