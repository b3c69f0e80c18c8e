/** The languages every sentence of the product exists in; the codes are BCP 47 and go straight into `Intl`. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each is called by those who read it. */
export const LANGUAGE_NAMES: InEvery<string> = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' };

/** One sentence (or tree of sentences) per language. A language that is missing does not compile. */
export type InEvery<T> = Readonly<Record<Language, T>>;

/** What is said in each of them. */
export const inEvery = <T>(say: (language: Language) => T): InEvery<T> => ({
  en: say('en'),
  'zh-Hant': say('zh-Hant'),
  'zh-Hans': say('zh-Hans'),
});

/** A name and what stands for it, as `name: text`. */
export const PAIR: InEvery<(name: string, text: string) => string> = {
  en: (name, text) => `${name}: ${text}`,
  'zh-Hant': (name, text) => `${name}：${text}`,
  'zh-Hans': (name, text) => `${name}：${text}`,
};

/** What each is called, by the language of who reads of it. */
export const LANGUAGES_CALLED: InEvery<InEvery<string>> = {
  en: { en: 'English', 'zh-Hant': 'Traditional Chinese', 'zh-Hans': 'Simplified Chinese' },
  'zh-Hant': { en: '英文', 'zh-Hant': '繁體中文', 'zh-Hans': '簡體中文' },
  'zh-Hans': { en: '英语', 'zh-Hant': '繁体中文', 'zh-Hans': '简体中文' },
};
