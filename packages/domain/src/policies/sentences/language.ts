import { DATE_LOCALE, sayDay } from '../../shared/dates.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import { minorDigits } from '../../shared/money.ts';
import { wordingOf, type Phrases } from '../phrases.ts';

/**
 * Writes days, numbers, money and lists the way readers of a language expect them. The sentences of decisions
 * are functions, not templates: they leave parts out, list and count.
 */
export interface Say {
  /** `2010-12-01` → "1 Dec 2010" / "2010年12月1日". */
  day(iso: string): string;
  number(value: number): string;
  /** English has a singular: `count(1, 'day', 'days')`. */
  count(value: number, one: string, many: string): string;
  /** Minor units of `currency`. */
  money(minor: number, currency: string): string;
  list(items: readonly string[]): string;
  /** What a person typed, as it is worded in the language; see `Phrases`. */
  typed(text: string): string;
}

const speakers = new Map<Language, Say>();

/** @param phrases how typed texts are worded; left out: they stay as they were typed. */
export function sayIn(language: Language, phrases?: Phrases): Say {
  const plain = speakerOf(language);
  return phrases === undefined ? plain : { ...plain, typed: (text) => wordingOf(text, language, phrases) };
}

function speakerOf(language: Language): Say {
  const known = speakers.get(language);
  if (known) return known;
  const locale = DATE_LOCALE[language];
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const say: Say = {
    day: (iso) => sayDay(iso, language),
    number: (value) => numbers.format(value),
    count: (value, one, many) => `${numbers.format(value)} ${value === 1 ? one : many}`,
    money: (minor, currency) => {
      const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return money.format(minor / 10 ** minorDigits(currency));
    },
    list: (items) => lists.format(items),
    typed: (text) => text,
  };
  speakers.set(language, say);
  return say;
}

/** Steps by code → the values each one carries. A dictionary must have a sentence for every code. */
export type Dictionary<Steps> = { readonly [Code in keyof Steps]: (params: Steps[Code], say: Say) => string };
export type Dictionaries<Steps> = InEvery<Dictionary<Steps>>;
