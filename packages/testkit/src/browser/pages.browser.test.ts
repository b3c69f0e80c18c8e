import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { LANGUAGES, openDashboard, overflowOf } from './dashboard.ts';
import type { Dashboard } from './dashboard.ts';
import { visitor } from './every-page.ts';
import { startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';

let app: RunningApp;
let browser: Browser;
const everyPage = visitor();
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ copyOf: inject('sampleDataDir') }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(LANGUAGES)('every page in %s', (language) => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard(browser, app, { language });
  });
  afterAll(() => dashboard?.close());

  test('opens without a complaint, reads well to assistive technology and fits the window', async () => {
    let pages = 0;
    for await (const path of everyPage(dashboard)) {
      pages++;
      expect.soft(await dashboard.page.getAttribute('html', 'lang'), path).toBe(language);
      expect.soft(await dashboard.page.locator('h1').count(), `${path}: one heading of the first level`).toBe(1);
      expect.soft(await axeFindings(dashboard.page), path).toEqual([]);
      expect.soft(await overflowOf(dashboard.page), `${path} is wider than the window`).toBe(0);
    }
    expect(pages).toBeGreaterThan(35);
    expect(dashboard.complaints).toEqual([]);
  });
});

test('whoever is not signed in gets the sign-in page, in their language, and nothing else', async () => {
  const dashboard = await openDashboard(browser, app, { language: 'zh-Hant' }, null);
  await dashboard.open('/customers');
  expect(await dashboard.page.locator('input[type=password]').count()).toBe(1);
  expect(await axeFindings(dashboard.page)).toEqual([]);
  await dashboard.close();
});

test('whoever opens the dashboard while the database answers nobody reads so, and gets the page when it does', async () => {
  const dashboard = await openDashboard(browser, app, { language: 'zh-Hant', theme: 'dark' });
  let answer = () => {};
  const answered = new Promise<void>((done) => (answer = done));
  await dashboard.page.route('**/api/auth/get-session', async (route) => {
    await answered;
    await route.continue();
  });
  await dashboard.page.goto('/customers');
  await dashboard.page.getByText('資料庫正忙').waitFor();
  expect(await dashboard.page.locator('#starting p:visible').count()).toBe(2);
  answer();
  await dashboard.settled();
  expect(await dashboard.page.locator('#starting').isVisible()).toBe(false);
  expect(dashboard.complaints).toEqual([]);
  await dashboard.close();
});

test('C5 the public charter reads well on a phone in every language, to whoever is not signed in', async () => {
  for (const language of LANGUAGES) {
    const visitor = await openDashboard(browser, app, { language, width: 360 }, null);
    await visitor.open('/charter');
    const [first] = await visitor.page.locator('main a[href^="/charter/"]').all();
    const promise = (await first?.getAttribute('href')) ?? 'no charter is listed';
    for (const path of ['/charter', promise]) {
      await visitor.open(path);
      expect.soft(await visitor.page.getAttribute('html', 'lang'), path).toBe(language);
      expect.soft(await visitor.page.locator('h1').count(), path).toBe(1);
      expect.soft(await axeFindings(visitor.page), path).toEqual([]);
      expect.soft(await overflowOf(visitor.page), `${path} is wider than a phone`).toBe(0);
    }
    expect(await visitor.page.locator('script').count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }
});
