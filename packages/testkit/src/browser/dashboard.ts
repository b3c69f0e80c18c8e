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

/**
 * Paths of every page that the menu leads to, of the first row's own page behind each list, and of one page of each
 * further kind that those lead to (an agreement behind its partner, a claim tried on an invoice); a draft being written and
 * its trial; a quote in its second round; and what everybody reads without signing in.
 */
export async function everyPage(dashboard: Dashboard): Promise<string[]> {
  await dashboard.open('/');
  const inMenu = await links(dashboard.page, 'nav a[href]');
  const found = new Set(inMenu);
  const kinds = new Set(inMenu.map(kindOf));
  const rowPages: string[] = [];
  for (const path of inMenu) {
    await dashboard.open(path);
    const rows = await links(dashboard.page, 'main a[href]');
    const detail = rows.find((row) => path !== '/' && row.startsWith(`${path}/`));
    if (detail) rowPages.push(detail);
  }
  for (const path of rowPages) {
    found.add(path);
    await dashboard.open(path);
    for (const link of await links(dashboard.page, 'main a[href]')) {
      if (!kinds.has(kindOf(link))) found.add(link);
      kinds.add(kindOf(link));
    }
  }
  for (const path of await draftPages(dashboard)) found.add(path);
  found.add(await quotePage(dashboard));
  return [...found, '/charter', '/charter/giftware-service-promise'];
}

const DRAFT = 'Promise being written';

/** The editor of a draft that a pack filled, and its trial on the past: the sample has published versions only. */
async function draftPages({ page }: Dashboard): Promise<string[]> {
  const ask = (query: string) =>
    page.evaluate(async (body) => {
      const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const { data } = (await answer.json()) as {
        data: { policies?: { nodes: { id: string; versions: { nodes: { id: string }[] } }[] } };
      };
      return data.policies?.nodes[0];
    }, JSON.stringify({ query }));
  const find = `{ policies(filter: { name: { eq: "${DRAFT}" } }) { nodes { id versions { nodes { id } } } } }`;
  if (!(await ask(find))) {
    await ask(`mutation { policyCreateFromPack(input: { pack: "clinic", name: "${DRAFT}" }) { policy { id } } }`);
  }
  const policy = await ask(find);
  const version = policy?.versions.nodes[0];
  if (!policy || !version) throw new Error('no draft could be begun');
  return [`/policies/${encodeURIComponent(policy.id)}/show`, `/what-if/${encodeURIComponent(version.id)}`];
}

/** A quote that was sent and is being changed: the sample has offered nothing yet. */
async function quotePage({ page }: Dashboard): Promise<string> {
  type Row = { id: string; version: number };
  type Answer = Record<string, { nodes: Row[] } & Record<string, Row>>;
  const ask = (query: string) =>
    page.evaluate(async (body) => {
      const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await answer.json()) as { data: Answer }).data;
    }, JSON.stringify({ query }));
  const known = (await ask('{ quotes(first: 1) { nodes { id } } }'))['quotes']?.nodes[0];
  if (known) return `/quotes/${encodeURIComponent(known.id)}/show`;
  const { customers, products } = await ask(
    '{ customers(first: 1) { nodes { id } } products(first: 1) { nodes { id } } }',
  );
  const { quoteCreate } = await ask(
    `mutation { quoteCreate(input: { customerId: "${customers!.nodes[0]!.id}", title: "A change of light" }) { quote { id } quoteRevision { id version } } }`,
  );
  const { quote, quoteRevision: draft } = quoteCreate!;
  await ask(
    `mutation { quoteRevisionSave(input: { id: "${draft!.id}", version: ${draft!.version}, lines: [{ productId: "${products!.nodes[0]!.id}", quantity: 2, unitPrice: 20000 }] }) { quoteRevision { id } } }`,
  );
  await ask(
    `mutation { quoteRevisionSend(input: { id: "${draft!.id}", version: ${draft!.version + 1} }) { quote { id } } }`,
  );
  await ask(`mutation { quoteRevise(input: { id: "${quote!.id}" }) { quote { id } } }`);
  return `/quotes/${encodeURIComponent(quote!.id)}/show`;
}

/** The first part of a path. */
const kindOf = (path: string): string => path.split('/')[1] ?? '';

async function links(page: Page, selector: string): Promise<string[]> {
  // what is downloaded is no page, and what opens beside the dashboard is none of its own
  const hrefs = await page
    .locator(`${selector}:not([download]):not([target=_blank])`)
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
  return [...new Set(hrefs)];
}

/** CSS pixels by which the page is wider than the window: 0 unless somebody has to scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
