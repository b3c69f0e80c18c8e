import type { Translate } from '../i18n/useWords.ts';

/** The customer's name, else "Customer 17850": names are never invented. */
export function customerName(customer: { number: string; name?: string | null }, t: Translate): string {
  return customer.name || t('customers.unnamed', { number: customer.number });
}
