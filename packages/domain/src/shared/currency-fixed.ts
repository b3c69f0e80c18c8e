import { DomainError } from './errors.ts';

/** Sums were told to customers, or taken from them, since the currency was chosen. None of them is re-read in another one. */
export function currencyFixed(currency: string): DomainError {
  return new DomainError(
    'CURRENCY_FIXED',
    `The field "currency" stays ${currency}: a policy was published, a quote sent or something sold since it was chosen, and ` +
      'their sums would silently become others. Where all of that came from imports, undo those first; otherwise set up a ' +
      'deployment of its own for another currency.',
    { path: ['currency'], params: { currency } },
  );
}
