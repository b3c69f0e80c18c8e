import type { InEvery, Language } from './language.ts';

/**
 * How each language writes dates: the one rule for sentences, lists and charts. English puts the day before the month,
 * in a word: "10 Dec 2011" reads the same in every country.
 */
export const DATE_LOCALE: InEvery<string> = { en: 'en-GB', 'zh-Hant': 'zh-Hant-TW', 'zh-Hans': 'zh-Hans-CN' };

const STYLES = {
  /** "10 Dec 2011": what a date looks like wherever nothing else is asked for. */
  day: { dateStyle: 'medium' },
  /** With the day of the week. */
  weekday: { dateStyle: 'full' },
  /** With the day of the week as short as beside opening hours ("Mon–Fri"). */
  shortWeekday: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  /** A day and a time of day. */
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  month: { year: 'numeric', month: 'short' },
  /** A month beside its year's other months. */
  monthAlone: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof STYLES;

const known = new Map<string, Intl.DateTimeFormat>();

/** `timeZone`: where an instant is looked at from; a day without a time is one in UTC. */
export function dateFormat(language: Language, style: DateStyle, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${language} ${style} ${timeZone}`;
  let format = known.get(key);
  if (!format)
    known.set(key, (format = new Intl.DateTimeFormat(DATE_LOCALE[language], { ...STYLES[style], timeZone })));
  return format;
}

/** A day, `YYYY-MM-DD`, in words. */
export function sayDay(iso: string, language: Language, style: DateStyle = 'day'): string {
  return dateFormat(language, style).format(Date.parse(`${iso}T00:00:00Z`));
}
