import { readFileSync } from 'node:fs';
import { addDays } from '@perennial/domain/shared/period';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { openDashboard } from './dashboard.ts';
import type { Dashboard } from './dashboard.ts';
import { handsOn } from './hands.ts';
import type { Hands } from './hands.ts';
import { journeyFile } from './journey-file.ts';
import type { JourneyFile } from './journey-file.ts';
import { OWNER, startApp } from './start-app.ts';
import type { RunningApp } from './start-app.ts';

const PARTNER = '港口包裝行';
const WAITS_MS = 20_000;

let app: RunningApp;
let browser: Browser;
let dashboard: Dashboard;
let page: Page;
let hands: Hands;
let file: JourneyFile;
let customersBefore: number;
/** Numbers of the sample's customers who agree to be shared. */
let consenting: readonly string[];
let importPath: string;
let agreementPath: string;
let key: string;
let broken = false;

beforeAll(async () => {
  file = journeyFile();
  [app, browser] = await Promise.all([startApp({ copyOf: inject('sampleDataDir') }), openBrowser()]);
  dashboard = await openDashboard(browser, app, { language: 'en' }, null);
  page = dashboard.page;
  hands = handsOn(dashboard);
  page.setDefaultTimeout(WAITS_MS);
});
afterAll(async () => {
  file?.remove();
  await browser?.close();
  await app?.stop();
});

// what comes later needs what came before
beforeEach(({ skip }) => skip(broken, 'an earlier part of the journey failed'));
afterEach(({ task }) => void (broken ||= task.result?.state === 'fail'));

async function readsWell(): Promise<void> {
  await dashboard.settled();
  expect.soft(await axeFindings(page), page.url()).toEqual([]);
}

const day = (iso: string): string => new Intl.DateTimeFormat('zh-Hant', { dateStyle: 'long' }).format(new Date(iso));

/** What the partner's program gets for a question, with the key that was made on the page. */
async function askAsPartner(query: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${app.url}/partner/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('from a file of sales to a partner who reads what was agreed, in zh-Hant', () => {
  test('the owner signs in and switches to 繁體中文, and it stays', async () => {
    await page.goto('/');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(OWNER.email);
    await page.locator('input[type=password]').fill(OWNER.password);
    await hands.button('Sign in').click();
    await hands.heading('Today').waitFor();
    await hands.button('Language').click();
    await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
    await hands.heading('今日').waitFor();
    await page.reload();
    await hands.heading('今日').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hant');
    await hands.shown('基準日：2011年12月10日');
    await readsWell();
    await hands.go('客戶');
    customersBefore = await hands.total();
    const british = await page.getByRole('row').filter({ hasText: 'United Kingdom' }).getByRole('link').allInnerTexts();
    consenting = british.slice(0, 2).map((name) => name.replace('客戶 ', ''));
    expect(consenting).toHaveLength(2);
  });

  test('S1 a file whose dates can be read in both ways asks in which, and shows the day as it is read then', async () => {
    const line = '9800000,22139,RETROSPOT TEA SET,1,12/10/2011 08:00,4.25,980000,United Kingdom';
    const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
    await hands.go('匯入');
    const buffer = Buffer.from(`${header}\n${line}`);
    await page.locator('input[type=file]').setInputFiles({ name: 'ambiguous.csv', mimeType: 'text/csv', buffer });
    await hands.heading('ambiguous.csv').waitFor();
    const order = page.getByRole('combobox', { name: '日期寫法', exact: true });
    await order.waitFor();
    expect(await order.locator('option:checked').innerText()).toBe('請選擇：日期有兩種讀法');
    expect(await hands.button('試跑').isDisabled()).toBe(true);
    await readsWell();
    const preview = page.getByRole('group', { name: '依此讀取的前幾行' });
    await order.selectOption({ label: '日在前（31/12）' });
    await hands.shown('2011年10月12日', preview);
    await order.selectOption({ label: '月在前（12/31）' });
    await hands.shown('2011年12月10日', preview);
    expect(await hands.button('試跑').isEnabled()).toBe(true);
    await hands.button('捨棄檔案').click();
    await hands.heading('匯入').waitFor();
  });

  test('a file is chosen, its columns guessed and one put right, and its first lines shown', async () => {
    await hands.go('匯入');
    await page.locator('input[type=file]').setInputFiles(file.path);
    await hands.heading(file.name).waitFor();
    importPath = new URL(page.url()).pathname;
    const column = (name: string) => page.getByRole('combobox', { name, exact: true });
    const chosen = (name: string) => column(name).locator('option:checked').innerText();
    await column('發票號碼').waitFor();
    expect(await chosen('發票號碼')).toBe('InvoiceNo');
    expect(await chosen('單價')).toBe('UnitPrice');
    expect(await chosen('客戶編號')).toBe('CustomerID');
    expect(await chosen('國家')).toBe('檔案中沒有');
    await column('國家').selectOption({ label: 'Where' });
    const preview = page.getByRole('group', { name: '依此讀取的前幾行' });
    await preview.getByRole('columnheader', { name: '國家' }).waitFor();
    await hands.shown('United Kingdom', preview);
    await hands.shown('銷售', preview);
    // what cannot work is said at its field; form and lines stay
    await column('客戶編號').selectOption({ label: 'InvoiceNo' });
    await hands.shown('「InvoiceNo」也選給了「發票號碼」。');
    await column('檔案的幣別').fill('XXQ');
    await column('檔案的幣別').press('Tab');
    await hands.shown('沒有這種幣別。');
    await hands.shown('United Kingdom', preview);
    await readsWell();
    await column('客戶編號').selectOption({ label: 'CustomerID' });
    await column('檔案的幣別').fill('英鎊');
    await column('檔案的幣別').press('Tab');
    await page.getByText('這是依上一次可用的欄位設定讀取的內容。').waitFor({ state: 'hidden' });
  });

  test('a dry run tells what each line becomes and imports nothing', async () => {
    await hands.button('試跑').click();
    await hands.heading(file.name).waitFor();
    await hands.button(`匯入 ${file.lines - file.bad.length} 行`).waitFor();
    await hands.shown('目前還沒有匯入任何資料。');
    expect(await hands.parts('每一行會變成什麼')).toMatchObject(file.parts);
    await readsWell();
  });

  test('the report adds up to the file, and the lines set aside can be taken along', async () => {
    await hands.button(`匯入 ${file.lines - file.bad.length} 行`).click();
    const report = hands.panel('每一行的結果');
    await report.waitFor();
    const parts = await hands.parts('每一行的結果');
    expect(parts).toMatchObject({ ...file.parts, 擱置: file.bad.length, 整個檔案: file.lines });
    expect(Object.keys(file.parts).reduce((sum, part) => sum + (parts[part] ?? 0), 0)).toBe(file.lines);
    await hands.shown('各部分加總等於整個檔案。', report);
    await readsWell();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下載擱置的行' }).click(),
    ]);
    const saved = readFileSync(await download.path(), 'utf8');
    expect(saved.trimEnd().split('\n')).toHaveLength(1 + file.bad.length);
    for (const reason of ['UNREADABLE', 'NO_CUSTOMER', 'NEGATIVE_PRICE', 'NON_RETURN_NEGATIVE']) {
      expect(saved).toContain(reason);
    }
  });

  test('the list of customers has them', async () => {
    await hands.go('客戶');
    expect(await hands.total()).toBe(customersBefore + file.customers.length);
    await hands.search(file.customers[1]);
    await page.getByRole('link', { name: `客戶 ${file.customers[1]}` }).waitFor();
    await hands.search(file.customers[0]);
    const row = page.getByRole('row').filter({ hasText: file.customers[0] });
    await row.getByRole('link', { name: `客戶 ${file.customers[0]}` }).waitFor();
    expect(await row.innerText()).toContain('United Kingdom');
    await row.getByRole('link').click();
    await hands.heading(`客戶 ${file.customers[0]}`).waitFor();
    await readsWell();
  });

  test('a real return is decided by the promise of its purchase, in sentences', async () => {
    await hands.button('退貨').click();
    const { code, quantity, bought, returned } = file.story;
    const entry = page.getByRole('listitem').filter({ hasText: new RegExp(`退回 ${quantity} × .*${code}`) });
    await hands.shown('可退', entry);
    await entry.getByText('為什麼？').click();
    expect(await entry.getByRole('listitem').allInnerTexts()).toEqual([
      `${code} 於 ${day(bought)} 購買。`,
      '當天生效的是「禮品服務承諾」第 1 版（自 2010年12月1日 起生效）。',
      expect.stringContaining('United Kingdom'),
      '自購買次日起 30 天內可無條件退貨，已拆封亦可。',
      expect.stringContaining(day(bought)),
      `於 ${day(returned)} 退回，在期限內；最後一天為 ${day(addDays(bought, 30))}。`,
    ]);
  });

  test('a claim can be tried on a purchase: in time it is allowed, after the last day it is not', async () => {
    const { invoice, bought } = file.story;
    const last = addDays(bought, 30);
    await hands.button('購買').click();
    await page.getByRole('link', { name: `發票 ${invoice}` }).click();
    await hands.heading(`發票 ${invoice}`).waitFor();
    await hands.shown('附帶的承諾');
    await page.getByRole('link', { name: '我們欠什麼承諾？' }).first().click();
    await hands.heading('試算').waitFor();
    await page.getByLabel('提出日').fill(last);
    await hands.shown(`最後一天：${day(last)}`);
    await hands.shown('可退');
    await page.getByLabel('提出日').fill(addDays(last, 3));
    await hands.shown('不可退');
    await hands.shown(`於 ${day(addDays(last, 3))} 退回，已超過最後一天 ${day(last)} 達 3 天。`);
    await readsWell();
  });

  test('a policy gets a new version: drafted from the one in force, previewed while written, published from a day', async () => {
    await hands.go('服務政策');
    await page.getByRole('link', { name: '禮品服務承諾' }).click();
    await hands.heading('禮品服務承諾').waitFor();
    await hands.button('以此版本建立新草稿').click();
    await page.getByRole('heading', { name: '第 2 版草稿' }).waitFor();
    await page
      .getByRole('button', { name: /^無條件退貨/ })
      .first()
      .click();
    await page.getByRole('spinbutton', { name: '退貨期限' }).first().fill('60');
    await hands.shown(
      '自購買次日起 60 天內可無條件退貨，已拆封亦可。',
      page.getByRole('region', { name: '草稿代表什麼' }),
    );
    await hands.shown('尚未儲存');
    await readsWell();
    await hands.button('儲存草稿').click();
    await hands.shown('草稿已儲存。');
    await hands.button('公布…').click();
    await hands.dialog().getByLabel('生效日').fill('2012-01-01');
    await hands.shown(/^第 1 版的最後一天是 2011年12月31日。/, hands.dialog());
    await readsWell();
    await hands.button('自 2012年1月1日 起公布', hands.dialog()).click();
    await hands.shown('第 2 版已公布。');
    await hands.shown('第 2 版 · 尚未生效');
    await hands.shown('2010年12月1日 至 2011年12月31日（含當日）');
  });

  test('a warning says why in words; a plan comes of it, gets a step and a resource, and starts', async () => {
    await hands.go('流失預警');
    const warning = page
      .getByRole('listitem')
      .filter({ has: hands.button('擬定計劃') })
      .first();
    await hands.shown(/平常約每 \d+ 天買一次。|平常這段時間會消費|比平常的/, warning);
    await hands.shown('建議：', warning);
    await readsWell();
    await hands.button('擬定計劃', warning).click();
    await hands.heading(/^留住客戶 \d+$/).waitFor();
    await hands.shown('擬定中');
    await hands.button('新增步驟').click();
    await hands.dialog().getByLabel('做什麼').fill('親自送上一盒手工餅乾。');
    await hands.choose('類型', '關懷', hands.dialog());
    // an amount is taken as it was typed or refused at its field, and never another one
    const cost = hands.dialog().getByLabel(/\(GBP\)/);
    await cost.fill('4.005');
    await hands.button('儲存', hands.dialog()).click();
    await hands.shown(/小數最多 2 位/, hands.dialog());
    await cost.fill('4.01');
    await cost.blur();
    expect(await cost.inputValue()).toBe('4.01');
    await hands
      .dialog()
      .getByText(/小數最多 2 位/)
      .waitFor({ state: 'hidden' });
    await cost.fill('0');
    await hands.confirm('儲存');
    await hands.shown('親自送上一盒手工餅乾。');
    await hands.button('新增資源').click();
    await hands.choose('類型', '物資', hands.dialog());
    await hands.dialog().getByLabel('具體內容').fill('手工餅乾一盒');
    await hands.confirm('儲存');
    await hands.shown('手工餅乾一盒');
    await readsWell();
    await hands.button('開始計劃').click();
    await hands.shown('計劃已開始。');
    await hands.shown('進行中');
  });

  test('an agreement with a partner: purpose, fields in the matrix, in force', async () => {
    await hands.go('合作夥伴');
    await hands.button('新增夥伴').click();
    await hands.dialog().getByLabel('名稱').fill(PARTNER);
    await hands.button('新增夥伴', hands.dialog()).click();
    await hands.heading(PARTNER).waitFor();
    await hands.button('新增協議').click();
    await hands.choose('用途', '服務', hands.dialog());
    await hands.dialog().getByLabel('地區').fill('United Kingdom');
    await readsWell();
    await hands.button('存成草稿', hands.dialog()).click();
    await hands.heading('服務協議').waitFor();
    agreementPath = new URL(page.url()).pathname;
    await hands.shown('目前沒有分享任何資料。');
    const fields = page.getByRole('group', { name: '客戶', exact: true });
    for (const field of [/^編號/, /^地區/, /^淨營收/]) await fields.getByRole('checkbox', { name: field }).check();
    await hands.shown('新增 3 個，移除 0 個');
    await hands.button('授權這 3 個欄位').click();
    await hands.shown('已授權。協議生效後夥伴即可看到。');
    await hands.button('開始生效').click();
    await hands.confirm('開始生效');
    await hands.shown('生效中');
  });

  test.each(['one', 'another'])('%s customer agrees to be shared with the partner', async (which) => {
    const number = consenting[which === 'one' ? 0 : 1] ?? '';
    await hands.go('客戶');
    await hands.search(number);
    await page.getByRole('link', { name: `客戶 ${number}` }).click();
    await hands.heading(`客戶 ${number}`).waitFor();
    await hands.button('登錄同意').click();
    await hands.choose('合作夥伴', PARTNER, hands.dialog());
    await hands.dialog().getByLabel('同意方式').fill('十二月三日簽署的表單');
    await hands.confirm('儲存');
    await hands.shown(`服務 · ${PARTNER}`);
    await hands.shown(`${PARTNER}，用於服務`);
  });

  test('with a key shown once the partner reads the granted fields of those who agreed, and nothing more', async () => {
    await page.goto(agreementPath);
    await hands.button('新增金鑰').click();
    await hands.dialog().getByLabel('用途說明').fill('每晚同步');
    await hands.button('製作金鑰', hands.dialog()).click();
    await hands.shown('它只顯示這一次', hands.dialog());
    key = (await hands.dialog().locator('code').innerText()).trim();
    await readsWell();
    await hands.confirm('我已妥善保存');
    expect(await page.content()).not.toContain(key);

    const read = await askAsPartner(
      'query Nightly { customers(orderBy: VALUE_DESC) { totalCount nodes { number region value { amount currency } } } }',
    );
    expect(read).toEqual({
      status: 200,
      body: {
        data: {
          customers: {
            // fewer than the agreed smallest count: not told
            totalCount: null,
            nodes: consenting.map((number) => ({
              number,
              region: 'United Kingdom',
              value: { amount: expect.any(Number), currency: 'GBP' },
            })),
          },
        },
      },
    });
    const schema = await askAsPartner('{ __type(name: "Customer") { fields { name } } }');
    expect(schema.body).toEqual({
      data: {
        __type: { fields: ['id', 'number', 'region', 'currency', 'value'].map((name) => ({ name })) },
      },
    });
    const more = await askAsPartner('{ customers { nodes { name } } }');
    expect(more.body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  test('the read left a receipt; the revoked key reads nothing', async () => {
    await page.reload();
    const receipt = hands.panel('讀取收據').getByRole('row').filter({ hasText: 'Nightly' });
    await receipt.waitFor();
    const cells = await receipt.getByRole('cell').allInnerTexts();
    expect(cells.at(-1)).toBe('2');
    expect(cells.join()).toContain('淨營收');
    await readsWell();
    await hands.button('撤銷').click();
    await hands.confirm('撤銷');
    await hands.shown('已撤銷');
    const refused = await askAsPartner('query Nightly { customers { nodes { number } } }');
    expect(refused).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'KEY_REVOKED' } }] } });
    expect(refused.body).not.toHaveProperty('data');
  });

  test('the import is undone as one, and the counts are what they were', async () => {
    await page.goto(importPath);
    await hands.button('復原這次匯入').click();
    await hands.button('復原匯入', hands.dialog()).click();
    await hands.shown('這次匯入已復原，一切回到原本的狀態。');
    await hands.go('客戶');
    await hands.search(file.customers[0]);
    await hands.shown('沒有符合篩選條件的資料。');
    await hands.button('清除').click();
    await hands.shown(`共 ${customersBefore} 筆`);
  });

  test('on all the way nothing complained', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
