import { beginningOf, dayOfMoment } from '@perennial/domain/shared/business-clock';
import { dateFormat, sayDay } from '@perennial/domain/shared/dates';
import { minorDigits } from '@perennial/domain/shared/money';
import type { Language } from '../i18n/languages.ts';

/** An amount as the API gives it: integer minor units. */
export interface Amount {
  amount: number;
  currency: string;
}

export interface Format {
  /**
   * Minor units of a currency, e.g. 123456 GBP → £1,234.56. `whole` leaves the fraction out (charts, tiles), `compact`
   * is as short as the language says it (axes): £1.5M, £150萬.
   */
  money(amount: number, currency: string, style?: 'exact' | 'whole' | 'compact'): string;
  /** A unit price in 1/10,000 of the major unit, with as many digits as it needs. */
  unitPrice(price: number, currency: string): string;
  number(value: number): string;
  /** A share between 0 and 1. */
  percent(share: number): string;
  /** An ISO date (a day, in no zone). */
  date(day: string, style?: 'short' | 'long'): string;
  /** The month of an ISO date; `alone` leaves out the year. */
  month(day: string, style?: 'alone'): string;
  /** The day of an instant, in the business's zone. */
  day(instant: string): string;
  /** An instant, in the business's zone. */
  time(instant: string): string;
  /** When something was sold: of a sale whose time nobody kept, which begins with its day, the day alone. */
  sold(instant: string): string;
  /** A signed whole number: +3, −2. */
  change(value: number): string;
  /** Several things in one line, with the mark the language puts between them. */
  list(items: readonly string[]): string;
  /** What stands between two sentences: Chinese leaves no blank behind a full stop. */
  gap: string;
  /** Sentences one after the other; what says nothing is left out. */
  sentences(said: readonly (string | false | null | undefined)[]): string;
  /** A name and what belongs to it: "Role: what it may do", 「角色：可以做什麼」. */
  pair(name: string, text: string): string;
  /** "in 3 days", "yesterday": days from a to b. */
  daysFrom(from: string, to: string): string;
}

const DAY = 86_400_000;

/** How many minor units make one major unit of a currency (JPY 1, GBP 100, KWD 1000). */
export const minorUnits = (currency: string): number => 10 ** minorDigits(currency);

/** Days between two ISO dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Everything that turns a value into words of a language, for a business's zone. */
export function formatFor(language: Language, timezone: string): Format {
  const chinese = language !== 'en';
  const gap = chinese ? '' : ' ';
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const currencyFormat = (currency: string, fraction: number | undefined, most?: number): Intl.NumberFormat => {
    const key = `${currency} ${fraction} ${most}`;
    let found = currencies.get(key);
    if (!found) {
      found = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...(fraction === undefined ? {} : { minimumFractionDigits: fraction, maximumFractionDigits: most ?? fraction }),
      });
      currencies.set(key, found);
    }
    return found;
  };
  const compactFormat = (currency: string) =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      maximumFractionDigits: 1,
    });
  return {
    money: (amount, currency, style = 'exact') =>
      (style === 'compact'
        ? compactFormat(currency)
        : currencyFormat(currency, style === 'whole' ? 0 : undefined)
      ).format(amount / minorUnits(currency)),
    unitPrice: (price, currency) =>
      currencyFormat(currency, Math.log10(minorUnits(currency)), 4).format(price / 10_000),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (iso, style = 'short') => sayDay(iso, language, style === 'long' ? 'weekday' : 'day'),
    month: (iso, style) => sayDay(`${iso.slice(0, 7)}-01`, language, style ? 'monthAlone' : 'month'),
    day: (instant) => dateFormat(language, 'day', timezone).format(new Date(instant)),
    time: (instant) => dateFormat(language, 'moment', timezone).format(new Date(instant)),
    sold: (instant) => {
      const at = new Date(instant);
      const kept = beginningOf(dayOfMoment(at, timezone), timezone).getTime() !== at.getTime();
      return dateFormat(language, kept ? 'moment' : 'day', timezone).format(at);
    },
    change: (value) => change.format(value),
    list: (items) => items.join(chinese ? '、' : ', '),
    gap,
    sentences: (said) => said.filter(Boolean).join(gap),
    pair: (name, text) => `${name}${chinese ? '：' : ': '}${text}`,
    daysFrom(from, to) {
      const days = daysBetween(from, to);
      if (Math.abs(days) < 60) return relative.format(days, 'day');
      if (Math.abs(days) < 730) return relative.format(Math.round(days / 30.4), 'month');
      return relative.format(Math.round(days / 365.25), 'year');
    },
  };
}
