import { expect, it } from 'vitest';
import { sayIn } from '../policies/sentences/language.ts';
import { minorDigits } from './money.ts';
import { say } from './say.ts';

// https://www.six-group.com/en/products-services/financial-information/data-standards.html, list one
it.each([
  ['EUR', 2],
  ['HUF', 2],
  ['IDR', 2],
  ['PKR', 2],
  ['JPY', 0],
  ['PYG', 0],
  ['UGX', 0],
  ['KWD', 3],
  ['IQD', 3],
  ['LYD', 3],
])('%s has %i digits behind the point', (currency, digits) => expect(minorDigits(currency)).toBe(digits));

it('sentences divide by what is stored, also where the fraction is never shown', () => {
  const forint = { amount: 123_456, currency: 'HUF' };
  expect(say('%{paid:money}', { paid: forint }, 'en')).toMatch(/1,235$/);
  expect(sayIn('en').money(forint.amount, forint.currency)).toMatch(/1,235$/);
});
