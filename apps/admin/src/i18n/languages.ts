import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@perennial/domain/shared/language';

export type { Language };

/** The languages of the dashboard, named in themselves. The codes are BCP 47 and go straight into `lang` and Intl. */
export const languages: readonly { locale: Language; name: string }[] = LANGUAGES.map((locale) => ({
  locale,
  name: LANGUAGE_NAMES[locale],
}));

/** The language to begin with: the one remembered, else the first the browser asks for that we have, else English. */
export function firstLanguage(remembered: string | undefined, wanted: readonly string[]): Language {
  const known = languages.find((each) => each.locale === remembered);
  if (known) return known.locale;
  for (const tag of wanted) {
    if (/^zh-(hant|tw|hk|mo)/i.test(tag)) return 'zh-Hant';
    if (/^zh/i.test(tag)) return 'zh-Hans';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'en';
}
