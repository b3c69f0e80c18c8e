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

describe('C8 calendars on the dashboard', () => {
  test('a year that nobody entered is said to be unknown, with what to do; it is never a year without holidays', async () => {
    await dashboard.open('/calendars');
    await page.locator('main a[href^="/calendars/"]').first().click();
    await page.getByRole('heading', { level: 2, name: 'Holidays and make-up working days' }).waitFor();
    const panel = page.getByRole('region', { name: 'Holidays and make-up working days' });
    await panel.getByRole('combobox', { name: 'Year' }).click();
    await page.getByRole('option', { name: '2013' }).click();
    const unknown = panel.getByRole('alert');
    await unknown.getByText('The holidays of 2013 are not known: time in that year cannot be counted.').waitFor();
    expect(await unknown.textContent()).toContain('Enter a list of holidays, add the days one by one');
    await on.readsWell();
    await unknown.getByRole('button', { name: 'There are none in 2013' }).click();
    await panel.getByText('No holidays in 2013.').waitFor();
  });

  test('the trail says that a year became known, and as what; forgotten, it is named as a year', async () => {
    const calendar = page.url();
    await page.evaluate(async () => {
      const write = async (mutation: string, input: object) => {
        const named = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
        const query = `mutation ($input: ${named}!) { ${mutation}(input: $input) { calendar { id version } } }`;
        const headers = { 'content-type': 'application/json', accept: 'application/json' };
        const body = JSON.stringify({ query, variables: { input } });
        const answer = await (await fetch('/graphql', { method: 'POST', headers, body })).json();
        return answer.data[mutation].calendar as { id: string; version: number };
      };
      const week = { 1: [{ from: 540, to: 1020 }] };
      const { id, version } = await write('calendarCreate', { name: 'Nights', timeZone: 'UTC', week, years: [] });
      await write('calendarDaysSet', { id, version, year: 2011, days: [] });
      await write('calendarUpdate', { id, version: version + 1, years: [] });
    });
    await dashboard.open('/audit');
    const [forgot, known] = [page.locator('tbody tr').nth(0), page.locator('tbody tr').nth(1)];
    await known.getByText('Days · 2011').waitFor();
    await known.getByText('Not known → None').waitFor();
    await forgot.getByText('Years entered').waitFor();
    await forgot.getByText('2011 → –').waitFor();
    await on.readsWell();
    await page.goto(calendar);
    await dashboard.settled();
  });

  test('a calendar without hours is refused in words at the form, and so are hours that overlap, by their day', async () => {
    const week = page.getByRole('region', { name: 'Hours of the week' });
    const save = week.getByRole('button', { name: 'Save the hours' });
    await week.getByRole('button', { name: 'Add hours on Sunday' }).click();
    await week.getByLabel('Sunday, opens (1)').fill('09:00');
    await week.getByLabel('Sunday, closes (1)').fill('12:00');
    await week.getByRole('button', { name: 'Add hours on Sunday' }).click();
    await week.getByLabel('Sunday, opens (2)').fill('11:00');
    await week.getByLabel('Sunday, closes (2)').fill('13:00');
    await save.click();
    // what will be refused is not asked about first
    await week
      .getByRole('alert')
      .getByText(/^Sunday: /)
      .waitFor();
    await on.readsWell();
    // published policies count by this calendar: hours that are added to it stay
    await week.getByLabel('Sunday, opens (2)').fill('12:00');
    await save.click();
    const sure = page.getByRole('dialog', { name: 'Are these hours right?' });
    await sure.getByText('Sunday: 09:00–12:00, 12:00–13:00 (4 hours)').waitFor();
    await on.readsWell();
    await sure.getByRole('button', { name: 'Cancel' }).click();
    await sure.waitFor({ state: 'hidden' });
    const remove = week.getByRole('button', { name: /^Remove the hours/ });
    for (let left = await remove.count(); left > 0; left -= 1) await remove.first().click();
    await save.click();
    await week.getByRole('alert').getByText('A calendar without working hours can never be over.').waitFor();
    await on.readsWell();
    expect(dashboard.complaints).toEqual([]);
  });
});
