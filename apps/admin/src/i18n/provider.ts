import type { I18nProvider } from 'react-admin';
import { languages, type Language } from './languages.ts';

/** A tree of sentences; leaves hold `%{name}` placeholders and, for languages with plurals, `one |||| many`. */
export interface Dictionary {
  [key: string]: string | Dictionary;
}

/** Finds the sentence at a dotted path, or undefined. */
export function lookUp(words: Dictionary, key: string): string | undefined {
  let at: string | Dictionary | undefined = words;
  for (const step of key.split('.')) {
    if (typeof at !== 'object') return undefined;
    at = at[step];
  }
  return typeof at === 'string' ? at : undefined;
}

/** Picks the plural form by `smart_count` and fills the placeholders. Unknown placeholders stay visible, so a test or a reader notices. */
export function fill(sentence: string, values: Record<string, unknown>, language: Language): string {
  const forms = sentence.split('||||').map((form) => form.trim());
  const count = values.smart_count;
  const plural = typeof count === 'number' && new Intl.PluralRules(language).select(count) !== 'one';
  const form = (plural ? forms[1] : undefined) ?? forms[0] ?? '';
  return form.replace(/%\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined || value === null) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value);
  });
}

/**
 * react-admin's i18n contract over our own dictionaries. One language is loaded at a time; the others stay on the
 * server until somebody asks for them.
 */
export function i18nProviderFor(
  first: Language,
  firstWords: Dictionary,
  load: (l: Language) => Promise<Dictionary>,
): I18nProvider {
  let language = first;
  let words = firstWords;
  return {
    translate(key: string, options: Record<string, unknown> = {}) {
      const found = lookUp(words, key) ?? (typeof options._ === 'string' ? options._ : key);
      return fill(found, options, language);
    },
    async changeLocale(locale: string) {
      const next = languages.find((each) => each.locale === locale)?.locale ?? 'en';
      words = await load(next);
      language = next;
      document.documentElement.lang = next;
    },
    getLocale: () => language,
    getLocales: () => languages.map((each) => ({ ...each })),
  };
}
