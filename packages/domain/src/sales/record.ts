import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';

/** An earlier day is a slip of the pen, and would count in every figure since. */
const EARLIEST_SALE = '1970-01-01';

/**
 * A sale is written down when it has happened: refuses a later day with `SALE_IN_THE_FUTURE`, one before 1970 with
 * `SALE_TOO_EARLY`; `BAD_DATE`.
 */
export function maySellOn(soldOn: string, asOf: string): void {
  dayNumber(soldOn);
  if (soldOn < EARLIEST_SALE) {
    throw new DomainError(
      'SALE_TOO_EARLY',
      `The field "soldOn" is ${soldOn}; choose ${EARLIEST_SALE} or a later day.`,
      { path: ['soldOn'], params: { soldOn, earliest: EARLIEST_SALE } },
    );
  }
  if (soldOn <= asOf) return;
  throw new DomainError('SALE_IN_THE_FUTURE', `The field "soldOn" is ${soldOn}; choose ${asOf} or an earlier day.`, {
    path: ['soldOn'],
    params: { soldOn, asOf },
  });
}

/** Refuses an amount in another currency with `CURRENCY_MISMATCH`: nothing is converted behind anybody's back. */
export function sameCurrency(given: string, wanted: string, path: string[]): void {
  if (given === wanted) return;
  throw new DomainError(
    'CURRENCY_MISMATCH',
    `The field "${path.join('.')}" is in ${given}, but this needs ${wanted}; give the price in ${wanted}.`,
    { path, params: { left: given, right: wanted } },
  );
}

/** Refuses a line without a price: `PRICE_MISSING`, and one below nothing: `PRICE_NEGATIVE`. */
export function pricedAt(given: number | null, code: string, path: string[]): number {
  if (given !== null && given < 0) {
    throw new DomainError('PRICE_NEGATIVE', `The field "unitPrice" of ${code} must not be negative; give 0 or more.`, {
      path: [...path, 'unitPrice'],
      params: { code, unitPrice: given },
    });
  }
  if (given !== null) return given;
  throw new DomainError('PRICE_MISSING', `The field "unitPrice" is missing: ${code} has no price; say what it costs.`, {
    path: [...path, 'unitPrice'],
    params: { code },
  });
}

/**
 * Minor units that a line, or a purchase, comes to at most: far more than anybody sells at once, and so much less than
 * numbers hold exactly (2^53) that the purchases of a customer can be added up, hundreds of them.
 */
export const AMOUNT_LIMIT = 10_000_000_000_000;

/** Refuses what comes to more than {@link AMOUNT_LIMIT}: `AMOUNT_TOO_LARGE`, naming the field. @returns the amount. */
export function countable(amount: number, path: string[]): number {
  if (Math.abs(amount) <= AMOUNT_LIMIT) return amount;
  throw new DomainError(
    'AMOUNT_TOO_LARGE',
    `The field "${path.join('.')}" makes this come to more than ${AMOUNT_LIMIT} minor units; lower the quantity or the price, or sell it in several parts.`,
    { path, params: { max: AMOUNT_LIMIT } },
  );
}
