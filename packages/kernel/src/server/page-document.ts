import { LANGUAGE_NAMES, LANGUAGES, type InEvery, type Language } from '@perennial/domain/shared/language';
import { html, SafeHtml, type HtmlValue } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { ShownPage } from './page.ts';

const CHOOSE: InEvery<string> = { en: 'Language', 'zh-Hant': '語言', 'zh-Hans': '语言' };

// markup that never holds a value, written once
const STYLE = SafeHtml.join([`<style>${PAGE_STYLE}</style>`], []);
const BEGIN = SafeHtml.join(['<!doctype html>\n'], []);

export interface DocumentPlace {
  /** The page's address without the query, e.g. `https://crm.example.com/charter/returns`. */
  address: string;
  business: string;
}

/** A whole page: its languages linked to one another, for people and for search engines. */
export function pageDocument(page: Omit<ShownPage, 'status'>, { address, business }: DocumentPlace): string {
  const { language, title } = page;
  const inLanguage = (each: Language): string => `${address}?lang=${each}`;
  const head: HtmlValue = page.listed
    ? [
        html`<link rel="canonical" href="${inLanguage(language)}" />`,
        ...LANGUAGES.map((each) => html`<link rel="alternate" hreflang="${each}" href="${inLanguage(each)}" />`),
        html`<link rel="alternate" hreflang="x-default" href="${address}" />`,
      ]
    : html`<meta name="robots" content="noindex" />`;
  return html`${BEGIN}
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href="/leaf.svg" />
        <title>${title}${business && ` · ${business}`}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`} ${head} ${STYLE}
      </head>
      <body>
        <header>
          <strong>${business}</strong>
          <nav aria-label="${CHOOSE[language]}">
            ${LANGUAGES.map((each) =>
              each === language
                ? html`<span lang="${each}" aria-current="true">${LANGUAGE_NAMES[each]}</span> `
                : html`<a lang="${each}" hreflang="${each}" href="?lang=${each}">${LANGUAGE_NAMES[each]}</a> `,
            )}
          </nav>
        </header>
        <main>${page.body}</main>
      </body>
    </html> `.toString();
}
