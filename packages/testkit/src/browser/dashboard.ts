import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { OWNER, type RunningApp } from './start-app.ts';

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export const THEMES = ['light', 'dark'] as const;
/** A phone, a tablet held upright, a laptop. CSS pixels. */
export const WIDTHS = [360, 820, 1440] as const;

export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme?: (typeof THEMES)[number];
  readonly width?: (typeof WIDTHS)[number];
}

const SETTLES_WITHIN_MS = 30_000;

/** The dashboard in a browser of its own, with whatever it complained about. */
export interface Dashboard {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, the console and the server's answers so far. */
  readonly complaints: readonly string[];
  /** Opens a page of the dashboard and waits until what it shows has come. */
  open(path: string): Promise<void>;
  /** Waits until nothing is loading any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the dashboard as the person who signed in with `email` (the owner as a rule), or as nobody. */
export async function openDashboard(
  browser: Browser,
  app: Pick<RunningApp, 'url'>,
  look: Look,
  who: { email: string; password: string } | null = OWNER,
): Promise<Dashboard> {
  const width = look.width ?? 1440;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    baseURL: app.url,
    locale: look.language,
    // not where the business is: its days and times are shown and taken on its own clocks
    timezoneId: 'Asia/Taipei',
    colorScheme: look.theme ?? 'light',
    // nothing moves while it is looked at
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([locale, theme]) => {
      // only to begin with: what the person chooses on the page stays
      localStorage.setItem('RaStoreperennial.locale', localStorage.getItem('RaStoreperennial.locale') ?? `"${locale}"`);
      localStorage.setItem('RaStoreperennial.theme', localStorage.getItem('RaStoreperennial.theme') ?? `"${theme}"`);
    },
    [look.language, look.theme ?? 'light'] as const,
  );
  if (who) await signIn(context, app.url, who);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${new URL(response.url()).pathname}`);
  });
  const settled = whenSettled(page);
  return {
    context,
    page,
    complaints,
    settled,
    open: async (path) => {
      await page.goto(path);
      await settled();
    },
    close: () => context.close(),
  };
}

/**
 * Waits until every question to the server is answered and nothing stands in for what is still to come, three looks in
 * a row: what has come may ask for more. (The browser's own "network idle" waits forever for bodies nobody reads.)
 */
function whenSettled(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('response', (response) => open.delete(response.request()));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    const until = Date.now() + SETTLES_WITHIN_MS;
    for (let quiet = 0; quiet < 3; ) {
      const still = open.size === 0 && (await page.locator('.MuiSkeleton-root, [role=progressbar]').count()) === 0;
      const shown = still && (await page.locator('h1').count()) > 0;
      quiet = shown ? quiet + 1 : 0;
      if (Date.now() > until) {
        const waiting = [...open].map((request) => new URL(request.url()).pathname);
        throw new Error(`${page.url()} does not settle: waiting for ${waiting.join(', ') || 'what it shows'}`);
      }
      await page.waitForTimeout(50);
    }
  };
}

async function signIn(context: BrowserContext, url: string, who: { email: string; password: string }): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/email', { data: who, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${who.email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** CSS pixels by which the page is wider than the window: 0 unless somebody has to scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
