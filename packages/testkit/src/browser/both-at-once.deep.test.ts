import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDashboard, type Dashboard } from './dashboard.ts';
import { openOnSample, type OnSample } from './on-sample.ts';

let on: OnSample;
let anna: Dashboard;
let ben: Dashboard;

beforeAll(async () => {
  on = await openOnSample();
  anna = on.dashboard;
  ben = await openDashboard(on.browser, on.app, { language: 'en' });
  ben.page.setDefaultTimeout(20_000);
});
afterAll(() => on?.close());

/** Both open the first entry of a list. */
async function bothOpen(list: string): Promise<void> {
  await anna.open(list);
  const href = await anna.page.locator(`main a[href^="${list}/"]`).first().getAttribute('href');
  await Promise.all([anna.open(href!), ben.open(href!)]);
}

describe('C8 two people change the hours of one calendar at once', () => {
  const weekOf = (page: Page) => page.getByRole('region', { name: 'Hours of the week' });
  const save = async (page: Page) => {
    await weekOf(page).getByRole('button', { name: 'Save the hours' }).click();
    // published policies may count by it: longer hours are asked about
    const sure = page.getByRole('dialog', { name: 'Are these hours right?' });
    const refused = weekOf(page).getByText('Somebody else changed this meanwhile');
    const saved = page.getByText('The hours are saved', { exact: false });
    await sure.or(refused).or(saved).first().waitFor();
    if (await sure.isVisible()) await sure.getByRole('button', { name: 'Save these hours' }).click();
  };

  test('hours of different days are put together, and what was typed outlives a lost network', async () => {
    await bothOpen('/calendars');
    await weekOf(anna.page).getByLabel('Tuesday, opens (1)').fill('06:30');
    await weekOf(ben.page).getByRole('button', { name: 'Add hours on Saturday' }).click();
    await save(ben.page);
    await ben.page.getByText('saved', { exact: false }).first().waitFor();
    await save(anna.page);
    await weekOf(anna.page).getByText('so nothing was saved yet').waitFor();
    await weekOf(anna.page).getByLabel('Saturday, opens (1)').waitFor();
    await anna.context.setOffline(true);
    await anna.context.setOffline(false);
    await anna.settled();
    expect(await weekOf(anna.page).getByLabel('Tuesday, opens (1)').inputValue()).toBe('06:30');
    await on.readsWell();
    await save(anna.page);
    await anna.page.reload();
    await anna.settled();
    expect(await weekOf(anna.page).getByLabel('Tuesday, opens (1)').inputValue()).toBe('06:30');
    await weekOf(anna.page).getByLabel('Saturday, opens (1)').waitFor();
  });

  test('of the same day both are shown, and one is chosen', async () => {
    await bothOpen('/calendars');
    await weekOf(anna.page).getByLabel('Tuesday, opens (1)').fill('06:00');
    await weekOf(ben.page).getByLabel('Tuesday, opens (1)').fill('06:15');
    await save(ben.page);
    await ben.settled();
    await save(anna.page);
    const tuesday = weekOf(anna.page).getByRole('group', { name: 'Tuesday' }).filter({ hasText: 'Theirs' });
    await tuesday.getByText('06:15', { exact: false }).waitFor();
    await on.readsWell();
    expect(await weekOf(anna.page).getByRole('button', { name: 'Save the hours' }).isDisabled()).toBe(true);
    await tuesday.getByRole('button', { name: 'Keep yours' }).click();
    await save(anna.page);
    await anna.page.reload();
    await anna.settled();
    expect(await weekOf(anna.page).getByLabel('Tuesday, opens (1)').inputValue()).toBe('06:00');
  });
});

describe('C7 two people change one service point at once', () => {
  const form = (page: Page) => page.getByRole('dialog');
  const edit = (page: Page) => page.getByRole('button', { name: 'Change', exact: true }).first().click();
  const save = (page: Page) => form(page).getByRole('button', { name: 'Save' }).click();

  test('what only one of them changed is put together; of the same field both are shown, and it can be saved', async () => {
    await bothOpen('/servicePoints');
    await edit(anna.page);
    await edit(ben.page);
    const note = (page: Page) => form(page).getByLabel('Note for customers', { exact: true });
    await note(anna.page).fill('A long note of Anna');
    await form(ben.page).getByLabel('Phone', { exact: true }).fill('+44 20 7946 0999');
    await note(ben.page).fill('A note of Ben');
    await save(ben.page);
    await form(ben.page).waitFor({ state: 'hidden' });
    await save(anna.page);
    const both = form(anna.page).getByRole('group', { name: 'Note for customers', exact: true });
    await both.getByText('A note of Ben').waitFor();
    await both.getByText('A long note of Anna').waitFor();
    expect(await form(anna.page).getByLabel('Phone', { exact: true }).inputValue()).toBe('+44 20 7946 0999');
    await on.readsWell();
    await save(anna.page);
    await form(anna.page).getByText('Choose which of the two stays').waitFor();
    await both.getByRole('button', { name: 'Keep yours' }).click();
    await save(anna.page);
    await form(anna.page).waitFor({ state: 'hidden' });
    await anna.page.getByText('A long note of Anna').first().waitFor();
    await anna.page.getByText('+44 20 7946 0999').first().waitFor();
    expect(anna.complaints).toEqual([]);
  });
});

describe('C1 a colleague throws away the draft in which somebody writes', () => {
  const aside = (page: Page) => page.getByRole('button', { name: 'Throw the draft away' }).click();

  test('what was written can be read before it is taken along, and a comment not sent is not lost in silence', async () => {
    await bothOpen('/policies');
    await anna.page.getByRole('button', { name: 'New draft from this version' }).first().click();
    await anna.page.getByLabel('What the charter says first').fill('We look after what we sell.');
    const { pathname, search, hash } = new URL(anna.page.url());
    await ben.open(pathname + search + hash);
    await ben.page.getByLabel('Comment', { exact: true }).fill('Too early');
    await aside(ben.page);
    const sure = ben.page.getByRole('dialog');
    await sure.getByText('The comment that you typed on it and did not send is gone, too.').waitFor();
    await sure.getByRole('button', { name: 'Throw the draft away' }).click();
    await sure.waitFor({ state: 'hidden' });
    await anna.page.getByRole('button', { name: 'Save the draft' }).click();
    const left = anna.page.getByRole('alert').filter({ hasText: 'was thrown away while you were writing' });
    await left.getByText('What you wrote', { exact: true }).click();
    await left.getByText('We look after what we sell.').waitFor();
    await on.readsWell();
    await left.getByRole('button', { name: 'Throw away what I wrote' }).click();
    await left.waitFor({ state: 'hidden' });
  });
});

describe('C7 two people write the charges of one draft at once', () => {
  const charges = (page: Page) => page.getByRole('group', { name: 'Charges', exact: true });
  const amount = (page: Page, row: number) => charges(page).getByLabel(`Amount, row ${row}`, { exact: true });
  const codes = (page: Page) =>
    charges(page)
      .getByLabel(/^Code, row/)
      .evaluateAll((inputs) => inputs.map((each) => (each as HTMLInputElement).value));
  const add = async (page: Page, code: string) => {
    const row = (await codes(page)).length + 1;
    await charges(page).getByRole('button', { name: 'Add a row' }).click();
    await charges(page).getByLabel(`Code, row ${row}`, { exact: true }).fill(code);
    await charges(page).getByLabel(`What for, row ${row}`, { exact: true }).fill(`Charge of ${code}`);
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Save the draft' }).click();

  test('rows that each of them added stand together; of a row that both changed the two are shown, and one is chosen', async () => {
    await anna.open('/policies');
    await anna.page.getByRole('button', { name: 'Start from a pack' }).click();
    await anna.page.getByRole('dialog').getByRole('radio', { name: 'Retailer' }).check();
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Start the draft' }).click();
    await anna.page.getByRole('button', { name: 'Save the draft' }).waitFor();
    await ben.open(new URL(anna.page.url()).pathname);
    for (const { page } of [anna, ben])
      await page
        .getByRole('button', { name: /^Charges/ })
        .first()
        .click();
    const before = await codes(anna.page);
    await amount(anna.page, 1).fill('7.00');
    await add(anna.page, 'ANNA');
    await amount(ben.page, 1).fill('8.00');
    await add(ben.page, 'BEN');
    await save(ben.page);
    await ben.page.getByText('Draft saved.').first().waitFor();
    await save(anna.page);
    const both = anna.page.getByRole('group', { name: `Charges: ${before[0]}` });
    await both.getByText('£7.00').waitFor();
    await both.getByText('£8.00').waitFor();
    expect(await codes(anna.page)).toEqual([...before, 'ANNA', 'BEN']);
    await on.readsWell();
    await both.getByRole('button', { name: 'Take theirs' }).click();
    await both.waitFor({ state: 'hidden' });
    expect(await amount(anna.page, 1).inputValue()).toBe('8');
    await save(anna.page);
    await anna.page.getByText('Draft saved.').first().waitFor();
    await anna.page.reload();
    await anna.page
      .getByRole('button', { name: /^Charges/ })
      .first()
      .click();
    expect(await codes(anna.page)).toEqual([...before, 'ANNA', 'BEN']);
    expect(await amount(anna.page, 1).inputValue()).toBe('8');
    expect(anna.complaints).toEqual([]);
  });
});

describe('S11 two people set one floor at once', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Set a floor' });
  const choose = async (page: Page, label: string, option: string) => {
    await dialog(page).getByLabel(label).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const fill = async (page: Page, days: string, reason: string) => {
    await page.getByRole('button', { name: 'Set a floor' }).click();
    await choose(page, 'Kind of term', 'No-questions returns');
    await choose(page, 'What', 'Return window');
    await dialog(page).getByLabel('Never worse than').fill(days);
    await dialog(page).getByLabel('Why').fill(reason);
  };
  const set = (page: Page) => dialog(page).getByRole('button', { name: 'Set it' }).click();

  test('who comes second sees the floor that stands before they replace it', async () => {
    await Promise.all([anna.open('/policies'), ben.open('/policies')]);
    await fill(anna.page, '20', 'Anna’s reason');
    await fill(ben.page, '28', 'Ben’s reason');
    await set(ben.page);
    await dialog(ben.page).waitFor({ state: 'hidden' });
    await set(anna.page);
    await dialog(anna.page)
      .getByText(/A floor of 28 days stands .*Ben’s reason/)
      .waitFor();
    await on.readsWell();
    await set(anna.page);
    await dialog(anna.page).waitFor({ state: 'hidden' });
    await anna.page.getByText('Return window: 20 days or better for the customer').waitFor();
  });
});

describe('two people change the settings at once', () => {
  const panel = (page: Page) => page.getByRole('region', { name: 'Business', exact: true });
  const name = (page: Page) => panel(page).getByLabel('Name', { exact: false }).first();
  const save = (page: Page) => panel(page).getByRole('button', { name: 'Save' });

  test('a form that was saved is as it is stored, and can be changed again; what the other typed stays', async () => {
    await Promise.all([anna.open('/settings'), ben.open('/settings')]);
    await name(anna.page).fill('Anna’s shop');
    for (const called of ['Ben’s shop ', 'Ben’s other shop']) {
      await name(ben.page).fill(called);
      await save(ben.page).click();
      await ben.page.getByText('Saved', { exact: true }).first().waitFor();
      await ben.settled();
      expect(await save(ben.page).isDisabled()).toBe(true);
    }
    await save(anna.page).click();
    const both = panel(anna.page).getByRole('group');
    await both.getByText('Ben’s other shop').waitFor();
    expect(await name(anna.page).inputValue()).toBe('Anna’s shop');
    await both.getByRole('button', { name: 'Take theirs' }).click();
    expect(await name(anna.page).inputValue()).toBe('Ben’s other shop');
    expect(await save(anna.page).isDisabled()).toBe(true);
  });
});
