import type { Language } from '@perennial/domain/shared/language';
import type { Format } from '../format/format.ts';

/** What is a sum of minor units wherever a refusal names a currency besides. */
const SUMS = ['paid', 'refund', 'most'] as const;

/** The sums of a refusal as money is written; nothing where it names no currency. */
export function moneyInWords(params: object, format: Pick<Format, 'money'>): Record<string, string> {
  const given = params as Readonly<Record<string, unknown>>;
  const { currency } = given;
  if (typeof currency !== 'string') return {};
  return Object.fromEntries(
    SUMS.flatMap((name) => {
      const sum = given[name];
      return typeof sum === 'number' ? [[name, format.money(sum, currency)]] : [];
    }),
  );
}

/** `name` in the reader's language, of what a refusal names in each. */
export function nameIn(params: object, language: Language): { name?: string } {
  const { names } = params as { names?: Partial<Record<Language, unknown>> };
  const name = names?.[language];
  return typeof name === 'string' ? { name } : {};
}
