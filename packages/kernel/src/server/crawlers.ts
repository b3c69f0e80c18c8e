import { LANGUAGES } from '@perennial/domain/shared/language';
import { clientAddress } from './client-address.ts';
import { requireMethod, type Doors, type Route } from './doors.ts';
import { html, SafeHtml } from './html.ts';
import type { PageMoment } from './kept-pages.ts';
import type { PublicPage } from './page.ts';
import { addressOf, contextOf } from './page-routes.ts';
import { sendError } from './respond.ts';
import { API_HEADERS } from './security-headers.ts';

export interface ListedPage {
  page: PublicPage;
  momentOf: () => Promise<PageMoment>;
}

// markup that never holds a value, written once
const BEGIN = SafeHtml.join(['<?xml version="1.0" encoding="UTF-8"?>\n'], []);

/** `GET /robots.txt`: pages that may be listed, and where their addresses stand; the rest is for staff and partners. */
export function robotsRoute(doors: Doors, listed: readonly PublicPage[]): Route {
  const allowed = listed.filter(({ addresses }) => addresses).map(({ path }) => `Allow: /${path}`);
  return textRoute(doors, 'text/plain; charset=utf-8', async () =>
    ['User-agent: *', ...allowed, 'Disallow: /', `Sitemap: ${doors.baseUrl()}/sitemap.xml`, ''].join('\n'),
  );
}

/** `GET /sitemap.xml`: the address of every page that may be listed, in each language, linked to one another. */
export function sitemapRoute(doors: Doors, pages: readonly ListedPage[]): Route {
  return textRoute(doors, 'application/xml; charset=utf-8', async () => {
    const found = await Promise.all(
      pages.map(async ({ page, momentOf }) => {
        const moment = await momentOf();
        const rests = (await page.addresses?.(contextOf(doors, moment, 'en'))) ?? [];
        return rests.map((rest) => addressOf(doors, page, rest));
      }),
    );
    const links = (address: string) =>
      LANGUAGES.map((each) => html`<xhtml:link rel="alternate" hreflang="${each}" href="${address}?lang=${each}" />`);
    const entries = found
      .flat()
      .flatMap((address) =>
        LANGUAGES.map((each) => html`<url><loc>${address}?lang=${each}</loc>${links(address)}</url> `),
      );
    return html`${BEGIN}<urlset
        xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:xhtml="http://www.w3.org/1999/xhtml"
      >
        ${entries}
      </urlset> `.toString();
  });
}

function textRoute(doors: Doors, type: string, write: () => Promise<string>): Route {
  return async (request, response) => {
    try {
      requireMethod(request, response, 'GET');
      await doors.throttle.stranger(clientAddress(request, doors.proxies));
      const body = Buffer.from(await write());
      response.writeHead(200, {
        ...API_HEADERS,
        'cache-control': 'public, max-age=3600',
        'content-type': type,
        'content-length': body.length,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch (error) {
      sendError(request, response, error, doors.log);
    }
  };
}
