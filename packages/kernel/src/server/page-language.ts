import { LANGUAGES, type Language } from '@perennial/domain/shared/language';

/**
 * The language of a public page: the one asked for in the address, else the first that the browser wants and there is
 * (RFC 9110 `Accept-Language`), else English. Taiwan, Hong Kong and Macau read traditional characters.
 */
export function pageLanguage(asked: string | null, accept: string | undefined): Language {
  const named = LANGUAGES.find((language) => language.toLowerCase() === asked?.toLowerCase());
  if (named) return named;
  const wanted = (accept ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.map((each) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return 'en';
}

function languageOf(tag: string): Language | null {
  const [base, ...parts] = tag.split('-');
  if (base === 'en') return 'en';
  if (base !== 'zh') return null;
  if (parts.includes('hant')) return 'zh-Hant';
  if (parts.includes('hans')) return 'zh-Hans';
  return parts.some((part) => ['tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
