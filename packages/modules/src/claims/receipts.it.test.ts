import { CLAIM, claimsDesk, term, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

describe('the decision receipt', () => {
  const page = async (hash: string, query = '') => {
    const answer = await fetch(`${desk.server.url}/receipt/${hash}${query}`);
    return { status: answer.status, text: await answer.text() };
  };

  it('is shown to whoever holds it, in the customer’s language, and says that it is unaltered', async () => {
    await promise(term('returns'), term('extras'));
    const of = await bought('2011-03-01', [['A<b>1', 3, 100]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02', { language: 'zh_Hant' });
    const shown = await page(made.receiptHash);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('lang="zh-Hant"');
    expect(shown.text).toContain('天內可無條件退貨');
    expect(shown.text).toContain('two spare buttons');
    expect(shown.text).toContain('驗證碼相同');
    expect(shown.text).toContain('A&lt;b&gt;1');
    expect(shown.text).not.toMatch(/<script|<b>1/);
    expect(shown.text).not.toContain(of.customer.replace('Customer_', ''));
    expect((await page(made.receiptHash, '?lang=en')).text).toContain('no questions asked');
    expect((await page('0'.repeat(64))).status).toBe(404);
    expect((await page('../x')).status).toBe(404);
  });

  it('stays valid when the claim moves on, says so, and shows when it was altered', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    const settled = await change<Claimed>(
      'claimSettle',
      { id: made.id, version: 1, refundPaid: { amount: 100, currency: 'GBP' } },
      CLAIM,
    );
    expect((await page(made.receiptHash)).text).toContain('there is a newer receipt');
    expect((await page(settled.claim!.receiptHash)).text).not.toContain('there is a newer receipt');

    const forge = sql`update claim_receipts set body = jsonb_set(body, '{refund,amount}', '999900')`;
    await expect(desk.server.db.orm.execute(forge)).rejects.toThrow();
    await desk.server.db.orm.execute(sql`alter table claim_receipts disable trigger user`);
    await desk.server.db.orm.execute(forge);
    await desk.server.db.orm.execute(sql`alter table claim_receipts enable trigger user`);
    expect((await page(made.receiptHash)).text).toContain('This receipt was altered');
  });
});
