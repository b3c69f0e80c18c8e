import type { InEvery, Language } from '@perennial/domain/shared/language';
import { clientAddress } from './client-address.ts';
import { requireMethod, type Doors, type Route } from './doors.ts';
import { html } from './html.ts';
import type { PageMoment } from './kept-pages.ts';
import { madePage, sendPage, type MadePage } from './made-page.ts';
import { pageLanguage } from './page-language.ts';
import type { PageContext, PublicPage } from './page.ts';
import { publicError, statusOf } from './public-errors.ts';

const ABSENT: InEvery<string> = {
  en: 'There is no such page. The address may have been mistyped, or the page was taken away.',
  'zh-Hant': '沒有這個網頁。網址可能輸入有誤，或網頁已被移除。',
  'zh-Hans': '没有这个网页。网址可能输入有误，或网页已被移除。',
};
const BUSY: InEvery<string> = {
  en: 'Too many requests came from your network. Please wait a minute, then try again.',
  'zh-Hant': '您的網路送出了太多請求，請稍候一分鐘再試。',
  'zh-Hans': '您的网络发出了太多请求，请稍候一分钟再试。',
};
const WRONG: InEvery<string> = {
  en: 'This page cannot be shown at the moment. Please try again later.',
  'zh-Hant': '目前無法顯示此網頁，請稍後再試。',
  'zh-Hans': '目前无法显示此网页，请稍后再试。',
};

/** `GET /<path>` and below it: the area's page in the language asked for; whatever goes wrong is told as a page too. */
export function publicPageRoute(doors: Doors, page: PublicPage, momentOf: () => Promise<PageMoment>): Route {
  return async (request, response, url) => {
    const language = pageLanguage(url.searchParams.get('lang'), request.headers['accept-language']);
    let name = '';
    try {
      requireMethod(request, response, 'GET');
      await doors.throttle.stranger(clientAddress(request, doors.proxies));
      const moment = await momentOf();
      name = moment.business;
      const rest = restOf(url.pathname, page.path);
      const ctx = contextOf(doors, moment, language);
      const absent = () => ctx.once(`absent ${language}`, async () => notice(404, language, ABSENT, name));
      if (rest === null) return await sendPage(request, response, await absent());
      const query = page.madeOf ? new URLSearchParams() : url.searchParams;
      const make = async (): Promise<MadePage> => {
        const shown = await page.handle(ctx, rest, query);
        return shown ? madePage(shown, { address: addressOf(doors, page, rest), business: name }) : await absent();
      };
      await sendPage(request, response, await moment.page(`${language} ${rest}`, make));
    } catch (error) {
      const shown = publicError(error, doors.log);
      const status = statusOf(shown.code);
      const retryAfter = shown.params?.['retryAfter'];
      if (typeof retryAfter === 'number') response.setHeader('retry-after', String(retryAfter));
      const sentence = status === 404 ? ABSENT : status === 429 ? BUSY : WRONG;
      await sendPage(request, response, notice(status, language, sentence, name));
    }
  };
}

function notice(status: number, language: Language, sentence: InEvery<string>, business: string): MadePage {
  const title = sentence[language];
  return madePage({ status, language, title, body: html`<h1>${title}</h1>` }, { address: '', business });
}

export function contextOf(doors: Doors, moment: PageMoment, language: Language): PageContext {
  const { asOf, currency, timezone, once } = moment;
  return { asOf, currency, timezone, once, language, db: doors.db, now: doors.now(), origin: doors.baseUrl() };
}

/** One address for each page, however it was written in the request. */
export const addressOf = (doors: Pick<Doors, 'baseUrl'>, page: PublicPage, rest: string): string =>
  [doors.baseUrl(), page.path, ...(rest === '' ? [] : rest.split('/').map(encodeURIComponent))].join('/');

/** What stands behind `/<path>/`; null where it cannot be read. */
function restOf(pathname: string, path: string): string | null {
  try {
    return decodeURIComponent(pathname.slice(path.length + 2)).replace(/\/$/, '');
  } catch {
    return null;
  }
}
