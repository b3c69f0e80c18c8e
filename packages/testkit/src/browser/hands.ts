import type { Locator, Page } from 'playwright-core';
import type { Dashboard } from './dashboard.ts';

/** What a person reading zh-Hant does on the dashboard, and what they look for, by the words they see. */
export interface Hands {
  heading(name: string | RegExp): Locator;
  button(name: string, within?: Locator): Locator;
  dialog(): Locator;
  /** A titled part of the page. */
  panel(title: string): Locator;
  /** Waits until it is there to be read. */
  shown(text: string | RegExp, within?: Locator): Promise<void>;
  /** Opens a page by the menu. */
  go(page: string): Promise<void>;
  /** Chooses from a list that opens. */
  choose(label: string, option: string, within: Locator): Promise<void>;
  /** Presses a button of the open dialog and waits until it has closed. */
  confirm(action: string): Promise<void>;
  /** Types into the search field of a list. */
  search(text: string): Promise<void>;
  /** The number in "共 300 筆". */
  total(): Promise<number>;
  /** The table of what became of each line, as numbers by their words. */
  parts(title: string): Promise<Record<string, number>>;
}

export function handsOn({ page, settled }: Pick<Dashboard, 'page' | 'settled'>): Hands {
  const scope = (within?: Locator): Page | Locator => within ?? page;
  const hands: Hands = {
    heading: (name) => page.getByRole('heading', { level: 1, name, exact: true }),
    button: (name, within) => scope(within).getByRole('button', { name, exact: true }),
    dialog: () => page.getByRole('dialog'),
    panel: (title) => page.locator('section').filter({ has: page.getByRole('heading', { name: title }) }),
    shown: (text, within) => scope(within).getByText(text).first().waitFor(),
    go: async (name) => {
      await page.getByRole('navigation', { name: '頁面' }).getByRole('link', { name, exact: true }).click();
      await hands.heading(name).waitFor();
      await settled();
    },
    choose: async (label, option, within) => {
      await within.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    confirm: async (action) => {
      await hands.button(action, hands.dialog()).click();
      await hands.dialog().waitFor({ state: 'hidden' });
    },
    search: (text) => page.getByRole('searchbox', { name: '搜尋' }).fill(text),
    total: async () => Number((await page.getByText(/^共 [\d,]+ 筆$/).innerText()).replaceAll(/\D/g, '')),
    parts: async (title) => {
      const rows = hands.panel(title).getByRole('row');
      await rows.nth(1).waitFor();
      const parts: Record<string, number> = {};
      for (const row of (await rows.all()).slice(1)) {
        const [name, lines] = await row.locator('th, td').allInnerTexts();
        parts[name ?? ''] = Number(lines?.replaceAll(/\D/g, ''));
      }
      return parts;
    },
  };
  return hands;
}
