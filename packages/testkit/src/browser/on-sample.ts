import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { openDashboard, type Dashboard } from './dashboard.ts';
import { startApp, type RunningApp } from './start-app.ts';

/** The owner's dashboard in English, over a copy of the sample of its own. */
export interface OnSample {
  readonly app: RunningApp;
  readonly browser: Browser;
  readonly dashboard: Dashboard;
  readonly page: Page;
  /** Waits until the page stands still; axe is to find nothing on it. */
  readsWell(): Promise<void>;
  close(): Promise<void>;
}

export async function openOnSample(): Promise<OnSample> {
  const [app, browser] = await Promise.all([startApp({ copyOf: inject('sampleDataDir') }), openBrowser()]);
  const dashboard = await openDashboard(browser, app, { language: 'en' });
  const { page } = dashboard;
  page.setDefaultTimeout(20_000);
  return {
    app,
    browser,
    dashboard,
    page,
    readsWell: async () => {
      await dashboard.settled();
      expect.soft(await axeFindings(page), page.url()).toEqual([]);
    },
    close: async () => {
      await browser.close();
      await app.stop();
    },
  };
}
