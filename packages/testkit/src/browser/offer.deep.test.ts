import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { openDashboard, overflowOf } from './dashboard.ts';
import type { Dashboard } from './dashboard.ts';
import { handsOn } from './hands.ts';
import { startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';

let app: RunningApp;
let browser: Browser;
let desk: Dashboard;
let phone: Dashboard;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ copyOf: inject('sampleDataDir') }), openBrowser()]);
  desk = await openDashboard(browser, app, { language: 'en' });
  phone = await openDashboard(browser, app, { language: 'zh-Hant', width: 360 });
  for (const { page } of [desk, phone]) page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function readsWell({ page, settled }: Dashboard): Promise<void> {
  await settled();
  expect.soft(await axeFindings(page), page.url()).toEqual([]);
  expect.soft(await overflowOf(page), `${page.url()} is wider than the window`).toBe(0);
}

describe('from an offer to the proof that it was done', () => {
  test('C3, C7: a quote is written, sent with what it promises and may cost, changed in another round, and accepted', async () => {
    const { page } = desk;
    await desk.open('/customers');
    await page.locator('main a[href^="/customers/"]').first().click();
    await page.getByRole('button', { name: 'New quote' }).click();
    await page.getByLabel('What it is about').fill('Hearts for the hall');
    await page.getByRole('button', { name: 'Begin the quote' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hearts for the hall' }).waitFor();
    await page.getByLabel('The solution offered').fill('A dozen hearts along the hall.');
    const product = page.getByRole('combobox', { name: 'Add a product' });
    await product.fill('HEART');
    await page.getByRole('option').first().click();
    // no pieces: said at the field, and nowhere else
    await page.getByLabel('Quantity').fill('0');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Enter a whole number of pieces, 1 or more.').waitFor();
    expect(await page.getByLabel('Quantity').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Quantity').fill('12');
    await readsWell(desk);
    await page.getByRole('button', { name: 'Mark as sent …' }).click();
    await page.getByRole('button', { name: 'Mark as sent', exact: true }).click();
    const first = page.getByRole('region', { name: 'Revision 1' });
    await first.getByText('On offer').waitFor();
    const before = await first.getByText(/^£/).last().innerText();
    // what they are promised and may be charged is said before they accept (C7)
    const promised = page.getByRole('region', { name: 'What they will be promised' });
    await promised.getByText('no questions asked').waitFor();
    await promised.getByText(/Only this can be charged/).waitFor();

    await page.getByRole('button', { name: 'New revision' }).click();
    await page.getByLabel(/^Discount/).fill('1');
    await page.getByRole('button', { name: 'Mark as sent …' }).click();
    await page.getByRole('button', { name: 'Mark as sent', exact: true }).click();
    const second = page.getByRole('region', { name: 'Revision 2' });
    await second.getByText('On offer').waitFor();
    await first.getByText('Replaced').waitFor();
    expect(await second.getByText(/^£/).last().innerText()).not.toBe(before);
    expect(await first.getByText(/^£/).last().innerText()).toBe(before);
    await readsWell(desk);

    await page.getByRole('button', { name: 'The customer accepts …' }).click();
    await page.getByRole('button', { name: 'Record the purchase' }).click();
    await page.getByRole('link', { name: /^Became invoice Q-/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Invoice Q-/ }).waitFor();
    await page.getByRole('link', { name: /Hearts for the hall/ }).waitFor();
    await readsWell(desk);
    expect(desk.complaints).toEqual([]);
  });

  test('C4, C14: what was promised is due, is ticked off on the phone and proven', async () => {
    const { page } = phone;
    const hands = handsOn(phone);
    await phone.open('/fulfilment');
    const card = page.getByRole('listitem').filter({ hasText: '附贈' });
    await card.getByRole('button', { name: /的詳情$/ }).click();
    await readsWell(phone);
    expect(await hands.button('完成…', card).isDisabled()).toBe(true);
    // an appointment is at the time that was typed, on the business's clocks, wherever the phone is
    await hands.button('約定時間', card).click();
    await hands.dialog().getByLabel('日期與時間').fill('2011-12-12T14:30');
    await hands.confirm('約定時間');
    await card.getByText(/2011年12月12日.*(下午2:30|14:30)/).waitFor();
    for (const box of await card.getByRole('checkbox').all()) {
      await box.check();
      await phone.settled();
    }
    await readsWell(phone);
    // a thumb finds it
    expect(
      (await card.getByRole('checkbox').first().locator('xpath=ancestor::label').boundingBox())!.height,
    ).toBeGreaterThanOrEqual(44);
    await hands.button('完成…', card).click();
    // a refusal about what no field of its own shows is told above the buttons, and mended without beginning anew
    await hands.button('記為完成', hands.dialog()).click();
    await hands.dialog().getByRole('alert').filter({ hasText: '請說明做了什麼' }).waitFor();
    expect(await phone.page.getByText('已用紅色標示').count()).toBe(0);
    await hands.dialog().getByLabel('簽收人').fill('管理員');

    // a colleague is faster: how it stands is told, and what was typed stays until it is closed
    const done = desk.page.getByRole('listitem').filter({ hasText: 'Extras' });
    await desk.page.reload();
    await done.getByRole('button', { name: /^Details of/ }).click();
    await done.getByRole('button', { name: 'Done …' }).click();
    await desk.page.getByRole('dialog').getByLabel('What was done').fill('Handed over');
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Record it as done' }).click();
    await done.getByRole('button', { name: 'Take the completion back' }).waitFor();
    await hands.button('記為完成', hands.dialog()).click();
    const meanwhile = hands.dialog().getByRole('alert').filter({ hasText: '同事已同時處理完這項任務' });
    await meanwhile.getByText('Handed over').waitFor();
    expect(await hands.dialog().getByLabel('簽收人').inputValue()).toBe('管理員');
    await readsWell(phone);
    await hands.button('取消', hands.dialog()).click();
    await card.waitFor({ state: 'detached' });
    await done.getByRole('button', { name: 'Take the completion back' }).click();
    await desk.page.getByText('The task is open again.').waitFor();

    await phone.open('/fulfilment');
    // a thumb opens it wherever it lands on its head
    await card.getByText(/到期/).click({ force: true });
    await hands.button('完成…', card).click();
    await hands.dialog().getByLabel('簽收人').fill('管理員');
    await hands.confirm('記為完成');
    await card.waitFor({ state: 'detached' });
    await readsWell(phone);
    expect(phone.complaints).toEqual([]);
  });
});
