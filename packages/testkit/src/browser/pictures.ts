import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './chromium.ts';
import { openDashboard } from './dashboard.ts';
import type { Dashboard } from './dashboard.ts';
import { startApp } from './start-app.ts';

/** The pictures of the README, of the program as a newcomer finds it. Run with `npm run pictures`. */
const FOLDER = resolve(import.meta.dirname, '../../../../docs/images');
const WIDTH = 1440;
const MOST_BYTES = 400_000;

const scenes: Record<string, (dashboard: Dashboard) => Promise<void>> = {
  today: (dashboard) => dashboard.open('/'),
  customer: async ({ open, page, settled }) => {
    await open('/plans');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: /^Customer \d+$/ }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await settled();
  },
  policy: async ({ open, page, settled }) => {
    await open('/policies');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: 'New draft from this version' }).click();
    await page
      .getByRole('button', { name: /^No-questions returns/ })
      .first()
      .click();
    await page.getByRole('spinbutton', { name: 'Return window' }).first().fill('60');
    await page.getByRole('heading', { name: 'Draft of version 2' }).waitFor();
    await settled();
  },
};

/** As tall as the page, so that what is fixed to the window is too. Most screens: 1,200 pixels. */
async function fit(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: WIDTH, height: Math.min(height, 1200) });
}

const app = await startApp();
const browser = await openBrowser();
try {
  const dashboard = await openDashboard(browser, app, { language: 'en', width: WIDTH });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, open] of Object.entries(scenes)) {
    await open(dashboard);
    await fit(dashboard.page);
    await dashboard.settled();
    const path = resolve(FOLDER, `${name}.png`);
    await dashboard.page.screenshot({ path });
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`${name}.png is ${size} bytes; ${MOST_BYTES} are the most`);
    process.stdout.write(`docs/images/${name}.png  ${size} bytes\n`);
  }
} finally {
  await browser.close();
  await app.stop();
}
