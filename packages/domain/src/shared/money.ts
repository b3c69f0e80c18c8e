import { DomainError } from './errors.ts';

/** An amount of money: `amount` in integer minor units (pence, cents) of `currency` (ISO 4217). */
export interface Money {
  amount: number;
  currency: string;
}

/** How many units of a `unitPrice` make one major unit: the real data has prices of a tenth of a penny. */
export const UNIT_PRICE_SCALE = 10_000;

/**
 * Divides two integers and rounds to the nearest integer, halves to the even neighbour (banker's rounding).
 * Works on bigint so that no intermediate product is inexact. `denominator` must be positive.
 */
export function roundHalfEven(numerator: bigint | number, denominator: bigint | number): number {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d <= 0n) throw new RangeError('denominator must be positive');
  const floor = n >= 0n ? n / d : -((-n + d - 1n) / d);
  const twice = (n - floor * d) * 2n;
  const up = twice > d || (twice === d && floor % 2n !== 0n);
  return Number(up ? floor + 1n : floor);
}

/** Digits behind the decimal point of a currency's minor unit; two unless ISO 4217 says otherwise. */
export function minorDigits(currency: string): number {
  if (['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'XOF'].includes(currency)) return 0;
  if (['BHD', 'KWD', 'OMR', 'TND', 'JOD', 'IQD'].includes(currency)) return 3;
  return 2;
}

/**
 * Amount of a line in minor units: `quantity × unitPrice` (1/10,000 of the major unit), rounded half-even.
 * `rounded` says whether anything was rounded away, so that reports can count such lines.
 */
export function lineAmount(
  quantity: number,
  unitPrice: number,
  currency: string,
): { amount: number; rounded: boolean } {
  const product = BigInt(quantity) * BigInt(unitPrice);
  const divisor = BigInt(UNIT_PRICE_SCALE / 10 ** minorDigits(currency));
  return { amount: roundHalfEven(product, divisor), rounded: product % divisor !== 0n };
}

/** Adds amounts of one currency; a mix is refused with `CURRENCY_MISMATCH`. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new DomainError(
      'CURRENCY_MISMATCH',
      `Amounts in ${a.currency} and ${b.currency} cannot be added; convert one first.`,
      {
        params: { left: a.currency, right: b.currency },
      },
    );
  }
  return { amount: a.amount + b.amount, currency: a.currency };
}
