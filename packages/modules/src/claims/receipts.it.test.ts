import type { ReceiptBody } from '@perennial/domain/claims/receipt';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { CLAIM, claimsDesk, term, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { moves } from '@perennial/testkit/claims/moves';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../policies/index.ts';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;
const { moved, next } = moves(desk);

const page = async (hash: string, query = '') => {
  const answer = await fetch(`${desk.server.url}/receipt/${hash}${query}`);
  return { status: answer.status, text: await answer.text() };
};

describe('the decision receipt', () => {
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
    // as somebody types it from paper
    expect((await page(made.receiptHash.toUpperCase())).status).toBe(200);
    expect((await page('../x')).status).toBe(404);
  });

  it('of a mistyped check number says what to look at', async () => {
    const right = '0'.repeat(64);
    const unknown = await page(right, '?lang=en');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('Its length is right');
    const short = await page(`${right.slice(2)}O`, '?lang=en');
    expect(short.status).toBe(404);
    expect(short.text).toContain('64 characters; this one has 63.');
    expect(short.text).toMatch(/this one holds: o\b/);
    expect((await page(`${right}<b>`, '?lang=zh-Hant')).text).toContain('這個有 67 個');
    expect((await page(`${right}<b>`)).text).not.toContain('<b>');
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
    const { text } = await page(made.receiptHash);
    expect(text).toMatch(/This receipt was replaced on \d+ \w+ \d{4}: the claim has moved on since\./);
    expect(text).toContain(`<a href="/receipt/${settled.claim!.receiptHash}?lang=en">`);
    // in force or not, it can be checked
    expect(text).toContain('This receipt is unaltered');
    expect((await page(settled.claim!.receiptHash)).text).not.toMatch(/was replaced|does not hold/);

    const forge = sql`update claim_receipts set body = jsonb_set(body, '{refund,amount}', '999900')`;
    await expect(desk.server.db.orm.execute(forge)).rejects.toThrow();
    await desk.server.db.orm.execute(sql`alter table claim_receipts disable trigger user`);
    await desk.server.db.orm.execute(forge);
    await desk.server.db.orm.execute(sql`alter table claim_receipts enable trigger user`);
    expect((await page(made.receiptHash)).text).toContain('This receipt was altered');
  });

  it('says what was really refunded where that is more than was decided', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 2, 300]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02', { lines: [{ lineId: of.lines[0], quantity: 1 }] });
    const paid = async (amount: number) => {
      const refundPaid = { amount, currency: 'GBP' };
      const settled = await change<Claimed>('claimSettle', { id: made.id, version: 1, refundPaid }, CLAIM);
      return (await page(settled.claim!.receiptHash)).text;
    };
    const text = await paid(200);
    expect(text).toMatch(/Refund in total.*£1\.50.*Refunded.*£2\.00/s);
  });

  it('of a claim that was withdrawn says that it does not hold any more', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    const reason = 'Mr Buyer was on the telephone.';
    const withdrawn = await change<Claimed>('claimWithdraw', { id: made.id, version: 1, reason }, CLAIM);
    for (const [query, said] of [
      ['?lang=en', /The claim was withdrawn, and this receipt replaced on .*: what it says does not hold any more\./],
      ['?lang=zh-Hant', /此案件已撤回，此憑單於 .*被取代：其內容不再有效。/],
      ['?lang=zh-Hans', /此案件已撤回，此凭单于 .*被取代：其内容不再有效。/],
    ] as const) {
      const old = await page(made.receiptHash, query);
      expect(old.text).toMatch(said);
      expect(old.text).not.toContain('Mr Buyer');
    }
    const now = await page(withdrawn.claim!.receiptHash);
    expect(now.text).toContain('Withdrawn');
    expect(now.text).not.toMatch(/replaced|does not hold/);
    const { claim } = await desk.owner.data<{ claim: { receipts: { nodes: { hash: string }[] } } }>(
      `query ($id: ID!) { claim(id: $id) { receipts(first: 10) { nodes { hash } } } }`,
      { id: made.id },
    );
    expect(claim.receipts.nodes.map(({ hash }) => hash)).toEqual([made.receiptHash, withdrawn.claim!.receiptHash]);
  });
});

describe('S1 a receipt names the promises that the claim was decided by', () => {
  const bodyOf = async (hash: string) => {
    const [row] = await rowsOf<{ body: ReceiptBody }>(
      desk.server.db.orm,
      sql`select body from claim_receipts where hash = ${hash}`,
    );
    return row!.body;
  };
  const rows = [{ code: 'VISIT', label: 'Visit', mode: 'CAP', amount: 2000, consent: false }];

  it('S1 issued again after the purchase was moved to another version, it names those of its lines', async () => {
    const version = await promise(term('warranty'));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const claim = await opened(of, 'REPAIR', '2011-05-01');
    const before = await bodyOf(claim.receiptHash);
    await moved(of, await next(version, term('warranty', { months: 24 })));
    const settled = await change<Claimed>('claimSettle', { id: claim.id, version: claim.version }, CLAIM);
    const after = await bodyOf(settled.claim!.receiptHash);
    expect(after.claim.status).toBe('SETTLED');
    expect(after.snapshots).toEqual([after.lines[0]!.snapshotHash]);
    expect(after.snapshots).toEqual(before.snapshots);
    const shown = await page(settled.claim!.receiptHash);
    expect(shown.text).toContain(after.lines[0]!.snapshotHash);
  });

  it('S1 nor one that the purchase was given since', async () => {
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    const claim = await opened(of, 'RETURN', '2011-03-02');
    await promise(term('warranty'));
    await keep();
    const withdrawn = await change<Claimed>('claimWithdraw', { id: claim.id, version: 1, reason: 'Keeps it.' }, CLAIM);
    expect((await bodyOf(withdrawn.claim?.receiptHash ?? claim.receiptHash)).snapshots).toEqual([]);
  });

  it('S2 what is charged is held against what is promised by then, and that is named too', async () => {
    const version = await promise(term('warranty'), term('fees', { rows }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const claim = await opened(of, 'REPAIR', '2011-05-01');
    await moved(of, await next(version, term('warranty', { months: 24 }), term('fees', { rows })));
    const charges = [{ code: 'VISIT', amount: 2000, currency: 'GBP' }];
    const charged = await change<Claimed>('claimChargesSet', { id: claim.id, version: 1, charges }, CLAIM);
    const { snapshots, lines } = await bodyOf(charged.claim!.receiptHash);
    expect(snapshots).toHaveLength(2);
    expect(snapshots[0]).toBe(lines[0]!.snapshotHash);
  });
});

describe('S1, C20 what a product brings along is frozen at the sale', () => {
  const sold = async () => {
    await promise(term('returns'));
    const { orm } = desk.server.db;
    const productId = newId();
    await orm.execute(sql`
      insert into products (id, code, name, complexity, currency, extras, version, created_at, updated_at)
      values (${productId}, 'COAT', 'A coat', 'LOW', 'GBP', '{"two spare horn buttons"}', 1, now(), now())`);
    const of = await bought('2011-03-01', [
      ['COAT', 2, 100],
      ['A1', 1, 100],
    ]);
    await orm.execute(sql`update invoice_lines set product_id = ${productId} where code = 'COAT'`);
    await keep();
    return { of, productId };
  };
  const included = async () =>
    (
      await rowsOf<{ included: string[] }>(
        desk.server.db.orm,
        sql`select body->'lines'->0->'included' as included from claim_receipts order by created_at, id`,
      )
    ).map((each) => each.included);
  const withdrawn = (id: string) => change<Claimed>('claimWithdraw', { id, version: 1, reason: 'x' }, CLAIM);
  const update = (productId: string, version: number, extras: string[]) =>
    change('productUpdate', { id: `Product_${productId}`, version, extras }, 'product { id }');

  it('S1 the next receipt of the same purchase tells the same, whatever the product brings along since', async () => {
    const { of, productId } = await sold();
    const first = await opened(of, 'RETURN', '2011-03-02');
    expect((await update(productId, 1, [])).userErrors).toEqual([]);
    expect((await withdrawn(first.id)).userErrors).toEqual([]);
    expect((await update(productId, 2, ['a scarf'])).userErrors).toEqual([]);
    await opened(of, 'RETURN', '2011-03-03');
    const buttons = ['two spare horn buttons'];
    expect(await included()).toEqual([buttons, buttons, buttons]);
    const [held] = await rowsOf<{ extras: object }>(
      desk.server.db.orm,
      sql`select facts->'extras' as extras from entitlements`,
    );
    // of what brings nothing along nothing is kept
    expect(held!.extras).toEqual({ COAT: buttons });
  });

  it('S1 extras that were altered in the database are found out', async () => {
    const { of } = await sold();
    const { orm } = desk.server.db;
    await orm.execute(sql`alter table entitlements disable trigger user`);
    await orm.execute(sql`update entitlements set facts = jsonb_set(facts, '{extras,COAT}', '[]')`);
    await orm.execute(sql`alter table entitlements enable trigger user`);
    const answer = await change<Claimed>(
      'claimOpen',
      {
        customerId: of.customer,
        invoiceId: of.invoice,
        kind: 'RETURN',
        lines: [{ lineId: of.lines[0], quantity: 1, details: {} }],
      },
      CLAIM,
    );
    expect(answer.userErrors.map(({ code }) => code)).toEqual(['SNAPSHOT_ALTERED']);
  });

  it('a promise frozen before extras were is still whole, and the product speaks for itself', async () => {
    const { of, productId } = await sold();
    const { orm } = desk.server.db;
    const [row] = await rowsOf<Record<string, string> & { facts: Record<string, unknown> }>(
      orm,
      sql`select e.customer_id as "customerId", e.invoice_id as "invoiceId", e.policy_id as "policyId",
        e.granted_on::text as "grantedOn", s.hash as "snapshotHash", e.facts - 'extras' as facts
        from entitlements e join promise_snapshots s on s.id = e.snapshot_id`,
    );
    await orm.execute(sql`alter table entitlements disable trigger user`);
    await orm.execute(
      sql`update entitlements set facts = ${JSON.stringify(row!.facts)}::text::jsonb, hash = ${hashOf(row)}`,
    );
    await orm.execute(sql`alter table entitlements enable trigger user`);
    await update(productId, 1, ['a scarf']);
    await opened(of, 'RETURN', '2011-03-02');
    expect(await included()).toEqual([['a scarf']]);
  });
});

describe('the public receipt tells nothing of what the business calls its customers', () => {
  // the customers of the desk: key customers in France since January 2011
  const own = { appliesTo: { segments: ['KEY'], regions: ['France'], minTenure: 1, productCodes: ['A1'] } };
  const LANGUAGES = [
    ['en', 'The promise for customers like you, product A1 applies', /key customers?|France|month/i],
    ['zh-Hant', '適用針對像您這樣的客戶，商品 A1 的承諾', /關鍵|France|個月/],
    ['zh-Hans', '适用针对像您这样的客户，商品 A1 的承诺', /关键|France|个月/],
  ] as const;
  const told = async (hash: string) => {
    for (const [language, said, kept] of LANGUAGES) {
      const { text } = await page(hash, `?lang=${language}`);
      expect(text).toContain(said);
      expect(text).not.toMatch(kept);
      expect(text).toContain('class="good"');
    }
  };
  const claimed = async () => {
    await promise(term('returns'), term('returns', { days: 40 }, { id: 'own', ...own }));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    return opened(of, 'RETURN', '2011-03-02');
  };

  it('a promise for some customers is for customers like you; of the product it stays', async () => {
    const made = await claimed();
    await told(made.receiptHash);
    const [{ body }] = (await rowsOf(desk.server.db.orm, sql`select body::text from claim_receipts`)) as [
      { body: string },
    ];
    expect(body).not.toMatch(/KEY|France/);
    // colleagues read why
    expect(JSON.stringify(made.claimLines.nodes[0]!.trace)).toContain('KEY');
  });

  it('nor does a receipt that was issued before, and it can still be checked', async () => {
    const made = await claimed();
    const [row] = await rowsOf<{ body: ReceiptBody }>(desk.server.db.orm, sql`select body from claim_receipts`);
    const trace = made.claimLines.nodes[0]!.trace;
    const body = { ...row!.body, lines: row!.body.lines.map((line) => ({ ...line, trace })) };
    const hash = hashOf(body);
    await desk.server.db.orm.execute(
      sql`insert into claim_receipts (customer_id, id, claim_id, hash, body, created_at)
        select customer_id, ${newId()}, claim_id, ${hash}, ${JSON.stringify(body)}::jsonb, created_at - interval '1 day' from claim_receipts`,
    );
    await told(hash);
    expect((await page(hash)).text).toContain('This receipt is unaltered');
  });
});
