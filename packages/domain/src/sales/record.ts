import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';

/** A sale is written down when it has happened: refuses a later day with `SALE_IN_THE_FUTURE`; `BAD_DATE`. */
export function maySellOn(soldOn: string, asOf: string): void {
  dayNumber(soldOn);
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

/** Refuses a line without a price: `PRICE_MISSING`. */
export function pricedAt(given: number | null, code: string, path: string[]): number {
  if (given !== null && given >= 0) return given;
  throw new DomainError('PRICE_MISSING', `The field "unitPrice" is missing: ${code} has no price; say what it costs.`, {
    path: [...path, 'unitPrice'],
    params: { code },
  });
}
