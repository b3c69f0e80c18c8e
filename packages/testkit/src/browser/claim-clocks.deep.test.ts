import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openDashboard } from './dashboard.ts';
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

const promised = () => page.getByRole('region', { name: 'Promised times' });
const clock = (name: string) => promised().getByRole('region', { name });

describe('C8 the clocks of a claim on the dashboard', () => {
  test('a claim is entered with its moment and its priority, and both decide what is due', async () => {
    await dashboard.open('/claims');
    await page.locator('main a[href^="/claims/"]').first().click();
    await page.locator('main a[href^="/invoices/"]').first().click();
    await page.locator('main a[href^="/new-claim/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /^New claim/ }).waitFor();
    // the sample's day, with a time of day
    expect(await page.getByLabel('Asked on').inputValue()).toMatch(/^2011-12-10T\d\d:\d\d$/);
    await page.getByLabel('Kind').selectOption('REPAIR');
    await page.getByLabel('Priority').selectOption('URGENT');
    await page.getByLabel('Service asked for').fill('gilding');
    await page.locator('main input[type=checkbox]').nth(1).check();
    await on.readsWell();
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('heading', { level: 1, name: /^Claim/ }).waitFor();
    // asked now: at whatever time of day this runs, nothing is due yet
    await clock('First answer').getByText('Due by').waitFor();
    expect(await clock('First answer').textContent()).toContain('Promised within 1 hour of working time.');
    expect(await clock('Solution').textContent()).toContain('Promised within 8 hours of working time.');
    await promised().getByText('Times of Europe/London.').waitFor();
    await on.readsWell();
  });

  test('we wait for the customer, go on, and record the first answer; a moment before the claim is refused in words', async () => {
    await promised().getByRole('button', { name: 'Wait for the customer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What we wait for').fill('Which of the two?');
    const usual = await dialog.getByLabel('From').inputValue();
    // at one in the morning the clocks of London were put on two
    await dialog.getByLabel('From').fill('2011-03-27T01:30');
    await dialog.getByText(/clocks skip 01:30: .*02:30 is taken instead/).waitFor();
    await dialog.getByLabel('From').fill('2011-12-09T09:00');
    await on.readsWell();
    expect(await dialog.getByText('clocks skip').count()).toBe(0);
    await dialog.getByLabel('What we wait for').focus();
    await dialog.getByRole('button', { name: 'Wait for the customer' }).click();
    await dialog.getByText('That is before the claim was made').waitFor();
    // its own field says it, where whoever typed is taken to, and nothing else does
    await page.locator('input:focus').waitFor();
    expect(await dialog.getByLabel('From').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByText('Some fields need another look').count()).toBe(0);
    await dialog.getByLabel('From').fill(usual);
    await dialog.getByRole('button', { name: 'Wait for the customer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await promised().getByText('Waiting for the customer since').waitFor();
    await promised().getByText('Which of the two?').waitFor();
    await on.readsWell();
    await promised().getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await promised().getByText('Waited for the customer from').waitFor();
    await promised().getByRole('button', { name: 'Record the first answer' }).click();
    await dialog.getByRole('button', { name: 'Record the first answer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await clock('First answer').getByText('Kept', { exact: true }).waitFor();
    expect(await promised().getByRole('button', { name: 'Record the first answer' }).count()).toBe(0);
    await on.readsWell();
  });

  test('reads well in Chinese and on a phone', async () => {
    const path = new URL(page.url()).pathname;
    const phone = await openDashboard(on.browser, on.app, { language: 'zh-Hant', width: 360 });
    await phone.open(path);
    await phone.page.getByRole('region', { name: '承諾的時限' }).getByText('已兌現').waitFor();
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect.soft(await axeFindings(phone.page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});

describe('C48 what is not served', () => {
  test('is chosen from what was declared, refused, and the partner who is recommended is a click away', async () => {
    await dashboard.open('/claims');
    await page.locator('main a[href^="/claims/"]').first().click();
    await page.locator('main a[href^="/invoices/"]').first().click();
    await page.locator('main a[href^="/new-claim/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /^New claim/ }).waitFor();
    await page.getByLabel('Kind').selectOption('SERVICE');
    await page.getByLabel('Service asked for').click();
    await page.getByRole('option', { name: 'Engraving' }).click();
    // the second line is being repaired: another
    await page.locator('main input[type=checkbox]').nth(3).check();
    const follows = page.getByRole('region', { name: 'What follows from the promise' });
    await follows.getByText('“Engraving” is declared as not served').waitFor();
    await follows.getByText('Complementor').waitFor();
    await on.readsWell();
    await page.getByRole('button', { name: 'Enter the claim' }).click();
    await page.getByRole('heading', { level: 1, name: /^Claim/ }).waitFor();
    await page.getByRole('link', { name: 'Harbour Gift Wrap (sample partner)' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Gift Wrap (sample partner)' }).waitFor();
  });

  test('no script complained', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
