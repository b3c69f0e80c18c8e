import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { InEvery, Language } from '@perennial/domain/shared/language';
import { eq } from 'drizzle-orm';
import { businessFrame } from '../write/business.ts';
import { business } from '../write/table.ts';
import { acceptedEncoding } from './accepted-encoding.ts';
import { clientAddress } from './client-address.ts';
import { requireMethod, type Doors, type Route } from './doors.ts';
import { html } from './html.ts';
import { pageDocument } from './page-document.ts';
import { pageLanguage } from './page-language.ts';
import { PAGE_POLICY } from './page-style.ts';
import type { PublicPage, ShownPage } from './page.ts';
import { publicError, statusOf } from './public-errors.ts';
import { FILE_HEADERS } from './security-headers.ts';

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
export function publicPageRoute(doors: Doors, page: PublicPage): Route {
  return async (request, response, url) => {
    const language = pageLanguage(url.searchParams.get('lang'), request.headers['accept-language']);
    let name = '';
    const address = `${doors.baseUrl()}${url.pathname}`;
    try {
      requireMethod(request, response, 'GET');
      await doors.throttle.stranger(clientAddress(request, doors.proxies));
      const { db } = doors;
      const now = doors.now();
      const frame = await businessFrame(db.orm, now);
      name = (await db.orm.select({ name: business.name }).from(business).where(eq(business.id, 1)))[0]?.name ?? '';
      const rest = restOf(url.pathname, page.path);
      const shown =
        rest === null
          ? null
          : await page.handle({ ...frame, db, now, language, origin: doors.baseUrl() }, rest, url.searchParams);
      await send(request, response, shown ?? notice(404, language, ABSENT), { address, business: name });
    } catch (error) {
      const shown = publicError(error, doors.log);
      const status = statusOf(shown.code);
      const retryAfter = shown.params?.['retryAfter'];
      if (typeof retryAfter === 'number') response.setHeader('retry-after', String(retryAfter));
      const sentence = status === 404 ? ABSENT : status === 429 ? BUSY : WRONG;
      await send(request, response, notice(status, language, sentence), { address, business: name });
    }
  };
}

type Notice = Omit<ShownPage, 'status'> & { status: number };

function notice(status: number, language: Language, sentence: InEvery<string>): Notice {
  const title = sentence[language];
  return { status, language, title, body: html`<h1>${title}</h1>` };
}

/** What stands behind `/<path>/`; null where it cannot be read. */
function restOf(pathname: string, path: string): string | null {
  try {
    return decodeURIComponent(pathname.slice(path.length + 2)).replace(/\/$/, '');
  } catch {
    return null;
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: Notice,
  place: { address: string; business: string },
): Promise<void> {
  if (response.headersSent) return;
  const text = pageDocument(page as ShownPage, place);
  const etag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
  const found = page.status === 200;
  const headers: Record<string, string | number> = {
    ...FILE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-language': page.language,
    'content-security-policy': PAGE_POLICY,
    // asked for anew each time, answered with 304 while nothing changed: nobody is ever shown a promise of yesterday
    'cache-control': !found ? 'no-store' : page.listed ? 'public, no-cache' : 'private, no-cache',
    vary: 'Accept-Encoding, Accept-Language',
    ...(found ? { etag } : {}),
    ...(page.listed ? {} : { 'x-robots-tag': 'noindex' }),
    ...(request.complete ? {} : { connection: 'close' }),
  };
  if (found && sameTag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const bytes = await encode(Buffer.from(text), encoding);
  headers['content-length'] = bytes.length;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  response.writeHead(page.status, headers);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Proxies that compress mark a tag as weak; it still names the same page. */
const sameTag = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

function encode(plain: Buffer, encoding: 'br' | 'gzip' | 'identity'): Promise<Buffer> | Buffer {
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? promisify(gzip)(plain) : plain;
}
