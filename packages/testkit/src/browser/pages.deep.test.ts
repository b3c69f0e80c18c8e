import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { LANGUAGES, openDashboard, overflowOf, THEMES, WIDTHS } from './dashboard.ts';
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

// widest first: the first look finds the pages, and on a phone the menu is put away
const looks = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => WIDTHS.toReversed().map((width) => ({ language, theme, width }))),
);

test.each(looks)('every page in $language, $theme, $width pixels wide', async (look) => {
  const dashboard = await openDashboard(browser, app, look);
  let pages = 0;
  for await (const path of everyPage(dashboard)) {
    pages++;
    expect.soft(await axeFindings(dashboard.page), path).toEqual([]);
    expect.soft(await overflowOf(dashboard.page), `${path} is wider than the window`).toBe(0);
  }
  expect(pages).toBeGreaterThan(35);
  expect(dashboard.complaints).toEqual([]);
  await dashboard.close();
});
