import type { Page } from 'playwright-core';
import type { Dashboard } from './dashboard.ts';

/**
 * Every page, each of them open while its path is yielded: those that the menu leads to, the first row's own page behind
 * each list, and one page of each further kind that those lead to (an agreement behind its partner, a claim tried on an
 * invoice); a draft being written and its trial; a quote in its second round, and the list of quotes that was empty
 * before; and what everybody reads without signing in. Finding them costs opening them, so the first who visits them finds them: see {@link visitor}.
 */
export async function* everyPage(dashboard: Dashboard): AsyncGenerator<string> {
  const { open, page } = dashboard;
  await open('/');
  const inMenu = await links(page, 'nav a[href]');
  const kinds = new Set(inMenu.map(kindOf));
  const rowPages: string[] = [];
  for (const path of inMenu) {
    await open(path);
    const row = (await links(page, 'main a[href]')).find((each) => path !== '/' && each.startsWith(`${path}/`));
    if (row) rowPages.push(row);
    yield path;
  }
  const further: string[] = [];
  for (const path of rowPages) {
    await open(path);
    for (const link of await links(page, 'main a[href]')) {
      if (!kinds.has(kindOf(link))) further.push(link);
      kinds.add(kindOf(link));
    }
    yield path;
  }
  const begun = [...(await draftPages(dashboard)), await quotePage(dashboard), '/quotes'];
  for (const path of [...further, ...begun, '/charter', '/charter/giftware-service-promise']) {
    await open(path);
    yield path;
  }
}

/** Visits every page with one dashboard after the other; what the first of them found is not looked for again. */
export function visitor(): (dashboard: Dashboard) => AsyncGenerator<string> {
  let known: readonly string[] | undefined;
  return async function* visit(dashboard) {
    if (known) {
      for (const path of known) {
        await dashboard.open(path);
        yield path;
      }
      return;
    }
    const found: string[] = [];
    for await (const path of everyPage(dashboard)) {
      found.push(path);
      yield path;
    }
    known = [...new Set(found)];
  };
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
