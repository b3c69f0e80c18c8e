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

// prettier-ignore
const NO_MINOR_UNIT = new Set([
  'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF',
]);
const THOUSANDTHS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/**
 * Digits behind the decimal point of a currency's minor unit, as ISO 4217 has them. `Intl` knows better how many are usual
 * (none for HUF), which changes with its version; what is stored must not.
 */
export function minorDigits(currency: string): number {
  if (NO_MINOR_UNIT.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
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
