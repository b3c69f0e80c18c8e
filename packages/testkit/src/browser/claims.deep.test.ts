import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dashboard } from './dashboard.ts';
import { openOnSample, type OnSample } from './on-sample.ts';

let on: OnSample;
let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  on = await openOnSample();
  ({ dashboard, page } = on);
});
afterAll(() => on?.close());

describe('a claim on the dashboard', () => {
  test('C6, C10, C11: what follows from the promise is shown while it is filled in, and is what is decided', async () => {
    await dashboard.open('/claims');
    await page.locator('main a[href^="/claims/"]').first().click();
    await page.locator('main a[href^="/invoices/"]').first().click();
    await page.locator('main a[href^="/new-claim/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /^New claim/ }).waitFor();
    const lines = page.locator('main input[type=checkbox]');
    await lines.nth(1).check();
    const follows = page.getByRole('region', { name: 'What follows from the promise' });
    await follows.getByText('no questions asked').waitFor();
    // more pieces than were bought: refused at once, at the field, and nothing to try again
    const pieces = page.getByLabel(/^Pieces/);
    await pieces.fill('99999');
    await follows.getByRole('alert').getByText('Claim at most').waitFor();
    expect(await follows.getByText('no questions asked').count()).toBe(0);
    expect(await follows.getByRole('button').count()).toBe(0);
    expect(await pieces.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('button', { name: 'Enter the claim' }).isDisabled()).toBe(true);
    await pieces.fill('1');
    await follows.getByText('no questions asked').waitFor();
    // without a moment there is nothing to judge it by, and no answer stays as if there were
    const when = page.getByLabel('Asked on');
    const asked = await when.inputValue();
    await when.fill('');
    await follows.getByText('Say when it was asked for').waitFor();
    expect(await follows.getByText('no questions asked').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Enter the claim' }).isDisabled()).toBe(true);
    await when.fill(asked);
    await follows.getByText('no questions asked').waitFor();
    await page.getByLabel('Kind').selectOption('REPAIR');
    await follows.getByText('as wished').waitFor();
    await on.readsWell();
    const sentences = await follows.locator('ol li').allTextContents();
    await page.getByLabel('Language of the receipt').selectOption('zh_Hant');
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('heading', { level: 1, name: /^Claim/ }).waitFor();
    const decision = page.getByRole('region', { name: 'Decision' });
    expect(await decision.locator('ol li').allTextContents()).toEqual(sentences);
    await on.readsWell();
  });

  test('C19: a hidden fee is shown as one and cannot be saved; a disclosed one waits for the customer', async () => {
    await page.getByRole('button', { name: 'Change the charges' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add a charge' }).click();
    const code = dialog.getByRole('combobox', { name: 'Code' });
    await code.fill('OPENING');
    await dialog.getByLabel(/^Amount/).fill('5');
    await dialog.getByText('was not disclosed before acceptance').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save the charges' }).isDisabled()).toBe(true);
    await on.readsWell();
    // what was disclosed is offered by its name, with how much it can be
    await code.fill('outside the war');
    const offered = page.getByRole('listbox').getByRole('option');
    expect(await offered.allTextContents()).toEqual([
      expect.stringMatching(/^Repair outside.*REPAIR · at most £25\.00/),
    ]);
    await on.readsWell();
    await offered.click();
    expect(await code.inputValue()).toBe('REPAIR');
    await dialog.getByText('the customer is asked first').waitFor();
    await dialog.getByRole('button', { name: 'Save the charges' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'The customer agreed' }).click();
    await page.getByLabel('Who agreed, and how').fill('Mrs Li, by phone');
    await page.getByRole('dialog').getByRole('button', { name: 'The customer agreed' }).click();
    await page.getByText('Mrs Li, by phone agreed on').waitFor();
    await on.readsWell();
  });

  test('the receipt is public, in the customer’s language, unaltered, and needs no script', async () => {
    const path = await page.getByRole('link', { name: 'Print the receipt' }).getAttribute('href');
    const stranger = await on.browser.newContext({ javaScriptEnabled: false });
    const receipt = await stranger.newPage();
    await receipt.goto(`${on.app.url}${path}`);
    expect(await receipt.getAttribute('html', 'lang')).toBe('zh-Hant');
    const text = await receipt.textContent('main');
    expect(text).toContain('驗證碼相同');
    expect(text).toContain('已事先公開');
    expect(await receipt.locator('script').count()).toBe(0);
    // what was printed before says that it was replaced, by the same
    const replaced = page.getByRole('list', { name: 'Replaced receipts' }).getByRole('link').first();
    await receipt.goto(`${on.app.url}${await replaced.getAttribute('href')}`);
    const note = receipt.locator('main .note').first();
    expect(await note.textContent()).toMatch(/此憑單已於 .*被取代/);
    await note.getByRole('link').click();
    expect(new URL(receipt.url()).pathname).toBe(path);
    await stranger.close();
    expect(dashboard.complaints).toEqual([]);
  });
});
