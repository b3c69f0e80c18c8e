import { DomainError } from './errors.ts';

/** Sums were told to customers in the currency: promised, quoted or paid. None of them is re-read in another one. */
export function currencyFixed(currency: string): DomainError {
  return new DomainError(
    'CURRENCY_FIXED',
    `The field "currency" stays ${currency}: policies were published, quotes sent or goods sold in it, and their sums would ` +
      'silently become others. Leave it as it is; for another currency, set up a deployment of its own.',
    { path: ['currency'], params: { currency } },
  );
}
