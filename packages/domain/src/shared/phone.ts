import { DomainError } from './errors.ts';

const FEWEST_DIGITS = 3;

/**
 * Refuses what nobody can ring (`BAD_PHONE`): a number has three digits at least; the letters of an extension may stand
 * beside them. None at all is none.
 *
 * @param before what is stored: it can be saved along.
 */
export function checkPhone(phone: string | null | undefined, before: string | null = null): void {
  if (!phone || phone === before || phone.replace(/\D/g, '').length >= FEWEST_DIGITS) return;
  throw new DomainError(
    'BAD_PHONE',
    `"${phone}" is not a phone number; write its digits, such as +44 20 7946 0000 ext. 12.`,
    { path: ['phone'], params: { phone } },
  );
}
