import type { Language } from '@perennial/domain/shared/language';
import type { Database } from '../db/database.ts';
import type { WatchedTable } from '../db/revisions.ts';
import type { SafeHtml } from './html.ts';

/** What a public page may use. Nobody is signed in: it may show only what is meant for everybody who has the address. */
export interface PageContext {
  readonly db: Database;
  /** The business's as-of date. */
  readonly asOf: string;
  readonly now: Date;
  readonly currency: string;
  readonly timezone: string;
  /** Asked for in the address (`?lang=`), else what the browser wants. */
  readonly language: Language;
  /** Where this server is reached, without a slash at the end. */
  readonly origin: string;
  /** What several pages need is made once for each state that {@link PublicPage.madeOf} is in. */
  readonly once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
}

export interface ShownPage {
  /** 410: there was such a page, and it is gone for good. */
  readonly status: 200 | 404 | 410;
  readonly title: string;
  /** One or two sentences for search engines. */
  readonly description?: string;
  /** Contents of the page's body. */
  readonly body: SafeHtml;
  readonly language: Language;
  /** Whether search engines may list it and shared caches may keep it; as a rule neither. */
  readonly listed?: boolean;
}

/** HTML at `GET /<path>` and `GET /<path>/<rest>` for everybody, without sign-in and without any script. */
export interface PublicPage {
  /** One segment: lower-case letters, digits and dashes. */
  readonly path: string;
  /**
   * The tables that its pages are made of, besides the business's own row: a page is made once and told to everybody
   * until one of them changes, at once and whatever process changed it. The query (but for the language) is then not for
   * the page to read. Left out: made for each request.
   */
  readonly madeOf?: readonly WatchedTable[];
  /** What stands behind `/<path>/` on pages that search engines may list; left out: on none. */
  readonly addresses?: (ctx: PageContext) => Promise<readonly string[]>;
  /** @param rest the address behind `/<path>/`, decoded; empty at the path itself. `null` answers 404. */
  readonly handle: (ctx: PageContext, rest: string, query: URLSearchParams) => Promise<ShownPage | null>;
}
