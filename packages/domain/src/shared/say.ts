import { sayDay } from './dates.ts';
import type { Language } from './language.ts';
import { minorDigits } from './money.ts';

/** A value that a sentence shows. Money travels in minor units beside its currency. */
export type SentenceValue = number | string | { amount: number; currency: string };

const PLACEHOLDER = /%\{(\w+)(?::(\w+))?\}/g;

/** Names and formats of the placeholders in a sentence, sorted: what a parity test compares between languages. */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(PLACEHOLDER)].map((m) => `${m[1]}${m[2] ? `:${m[2]}` : ''}`).sort();
}

/**
 * Fills a sentence's placeholders in the reader's language: `%{n}` number or text, `%{n:days}` "61 days",
 * `%{n:percent}` whole per cent, `%{d:date}` ISO date, `%{m:money}` an amount. An unknown placeholder stays visible,
 * so that a reader or a test notices it.
 */
export function say(sentence: string, values: Readonly<Record<string, SentenceValue>>, language: Language): string {
  return sentence.replace(PLACEHOLDER, (whole, name: string, format: string | undefined) => {
    const value = values[name];
    return value === undefined ? whole : shown(value, format, language);
  });
}

function shown(value: SentenceValue, format: string | undefined, language: Language): string {
  if (typeof value === 'object') return moneyText(value, language);
  if (typeof value === 'string') {
    return format === 'date' ? sayDay(value, language) : value;
  }
  if (format === 'days')
    return new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(value);
  if (format === 'percent') return new Intl.NumberFormat(language, { style: 'percent' }).format(value / 100);
  return new Intl.NumberFormat(language).format(value);
}

function moneyText({ amount, currency }: { amount: number; currency: string }, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(amount / 10 ** minorDigits(currency));
}
