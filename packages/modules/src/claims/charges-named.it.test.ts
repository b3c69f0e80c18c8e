import { CLAIM, claimsDesk, term, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { receiptText } from '@perennial/testkit/claims/receipt-text';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

describe('S2, C20 what comes along at no charge', () => {
  it('is not paid under the code of something else: the customer is asked, and the receipt names what was disclosed', async () => {
    const postage = { code: 'POST', label: 'Postage', mode: 'CAP', amount: 4000, consent: false };
    await promise(term('warranty'), term('fees', { rows: [postage] }), term('extras', { items: ['A spare hook'] }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const { id } = await opened(of, 'REPAIR', '2011-05-01');
    const charges = [
      { code: 'POST', description: 'a spare hook', amount: 1000, currency: 'GBP' },
      { code: 'POST', description: 'By courier', amount: 1000, currency: 'GBP' },
    ];
    const { claim } = await change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    expect(claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }, { verdict: 'ACCEPT' }]);
    const receipt = await receiptText(desk, claim!.receiptHash);
    expect(receipt).toContain('Postage: a spare hook');
    expect(receipt).toContain('“A spare hook” comes with the purchase at no charge');
    expect(receipt).toContain('Postage: By courier');
  });
});

describe('S2, C20 what came along with other goods of the purchase', () => {
  it('is asked about as well: a charge does not say for which of them it is', async () => {
    const postage = { code: 'POST', label: 'Postage', mode: 'CAP', amount: 4000, consent: false };
    await promise(term('warranty'), term('fees', { rows: [postage] }));
    const coat = { code: 'B1', name: 'Coat', extras: ['A spare hook'] };
    const made = await change('productCreate', coat, 'product { id }');
    const product = (made['product'] as { id: string }).id.replace('Product_', '');
    const of = await bought('2011-03-01', [
      ['A1', 1, 10_000],
      ['B1', 1, 10_000],
    ]);
    await desk.server.db.orm.execute(sql`update invoice_lines set product_id = ${product} where code = 'B1'`);
    await keep();
    const { id } = await opened(of, 'REPAIR', '2011-05-01');
    const charges = [{ code: 'POST', description: 'a spare hook', amount: 1000, currency: 'GBP' }];
    const { claim } = await change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    expect(claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }]);
  });
});

describe('C7 a charge that nobody described', () => {
  it('is called on the receipt what it was disclosed as, in the customer’s language, whatever becomes of the promise', async () => {
    const row = { code: 'C2', label: 'Looking at it', mode: 'CAP', amount: 2000, consent: false };
    await promise(term('warranty'), term('fees', { rows: [row] }));
    const say = async (words: object) => {
      const { orm } = desk.server.db;
      await orm.execute(sql`alter table policy_versions disable trigger user`);
      await orm.execute(sql`update policy_versions set phrases = ${JSON.stringify(words)}::text::jsonb`);
      await orm.execute(sql`alter table policy_versions enable trigger user`);
    };
    await say({ 'Looking at it': { 'zh-Hant': '檢測' } });
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    await say({});
    const { id } = await opened(of, 'REPAIR', '2011-05-01', { language: 'zh_Hant' });
    const charges = [{ code: 'C2', amount: 2000, currency: 'GBP' }];
    const { claim: charged } = await change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
    const named = async (query: string) => {
      const page = await (await fetch(`${desk.server.url}/receipt/${charged!.receiptHash}${query}`)).text();
      return /<th scope="row">(.*?)<\/th>/s.exec(page)![1]!.trim();
    };
    expect([await named(''), await named('?lang=en')]).toEqual(['檢測', 'Looking at it']);
  });
});
