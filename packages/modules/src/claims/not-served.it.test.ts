import { claimsDesk, term, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, keep, opened, promise } = desk;

const exclusions = term('exclusions', { matters: ['engraving', 'safes'], referTo: 'Grace’s Engravers' });
const asking = (of: { lines: string[] }, details: object) => ({
  lines: [{ lineId: of.lines[0], quantity: 1, details }],
});

const receipt = async ({ receiptHash }: NonNullable<Claimed['claim']>, language: string) =>
  (await (await fetch(`${desk.server.url}/receipt/${receiptHash}?lang=${language}`)).text()).replace(
    /<[^>]+>|\s+/g,
    ' ',
  );

describe('C48 what is declared as not served', () => {
  it('is refused with the one who is recommended, to whoever asks and on the receipt', async () => {
    await promise(exclusions, term('warranty'));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const engraving = { exclusions: { matter: ['Engraving'] } };
    const { claimPreview } = await desk.owner.data<{
      claimPreview: { outcome: string; lines: { termKind: string; result: object; sentences: string[] }[] };
    }>(
      `query ($customer: ID!, $invoice: ID!, $line: ID!, $details: JSON!) { claimPreview(customerId: $customer, invoiceId: $invoice, kind: SERVICE,
        lines: [{ lineId: $line, quantity: 1, details: $details }]) { outcome lines { termKind result sentences } } }`,
      { customer: of.customer, invoice: of.invoice, line: of.lines[0], details: engraving },
    );
    expect(claimPreview).toMatchObject({
      outcome: 'REFUSED',
      lines: [{ termKind: 'exclusions', result: { referTo: 'Grace’s Engravers' } }],
    });
    expect(claimPreview.lines[0]!.sentences.at(-1)).toBe(
      '“Engraving” is declared as not served; we recommend Grace’s Engravers for it.',
    );
    const claim = await opened(of, 'SERVICE', '2011-03-05', asking(of, engraving));
    expect(claim).toMatchObject({ outcome: 'REFUSED', status: 'DECIDED' });
    expect(await receipt(claim, 'zh-Hant')).toContain('推薦洽詢Grace’s Engravers');
  });

  it('C5 is told on the receipt in the words that were frozen with the promise, whatever becomes of them', async () => {
    await promise(exclusions, term('extras', { items: ['a hook'] }));
    const phrases = {
      engraving: { 'zh-Hant': '刻字' },
      'Grace’s Engravers': { 'zh-Hant': '葛蕾絲刻印' },
      'a hook': { 'zh-Hant': '掛鉤' },
    };
    const say = async (words: object) => {
      const { orm } = desk.server.db;
      await orm.execute(sql`alter table policy_versions disable trigger user`);
      await orm.execute(sql`update policy_versions set phrases = ${JSON.stringify(words)}::text::jsonb`);
      await orm.execute(sql`alter table policy_versions enable trigger user`);
    };
    await say(phrases);
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    await say({});
    const claim = await opened(of, 'SERVICE', '2011-03-05', asking(of, { exclusions: { matter: ['engraving'] } }));
    const told = await receipt(claim, 'zh-Hant');
    expect(told).toContain('「刻字」已事先聲明不提供；推薦洽詢葛蕾絲刻印');
    expect(told).toContain('掛鉤');
    expect(told).not.toMatch(/engraving|Grace|hook/);
    expect(await receipt(claim, 'en')).toContain('“engraving” is declared as not served');
    const seen = JSON.stringify(claim.claimLines.nodes[0]!.trace);
    expect(seen).toContain('葛蕾絲刻印');
  });

  it('what a promise speaks of is never turned away by it, and what nobody declared is only not covered', async () => {
    await promise(exclusions, term('warranty'));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const repair = await opened(of, 'REPAIR', '2011-03-05', asking(of, { exclusions: { matter: ['engraving'] } }));
    expect(repair).toMatchObject({ outcome: 'ALLOWED' });
    const polish = await opened(of, 'SERVICE', '2011-03-05', asking(of, { exclusions: { matter: ['polishing'] } }));
    expect(polish).toMatchObject({ outcome: 'NOT_COVERED' });
  });
});

describe('C6 a receipt says what was asked', () => {
  it('for a service that no promise speaks of, which it does not call promised', async () => {
    await promise(exclusions, term('warranty'));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const asked = (matter: string) =>
      opened(of, 'SERVICE', '2011-03-05', asking(of, { exclusions: { matter: [matter] } }));
    const silvering = await asked(' Re-silvering ');
    expect(silvering).toMatchObject({ outcome: 'NOT_COVERED' });
    for (const [language, name, heading] of [
      ['en', '“Re-silvering”', 'Another service, claimed on'],
      ['zh-Hant', '「Re-silvering」', '其他服務，提出日'],
      ['zh-Hans', '“Re-silvering”', '其他服务，提出日'],
    ] as const) {
      const told = await receipt(silvering, language);
      expect(told).toContain(name);
      expect(told).toContain(heading);
      expect(told).not.toMatch(/Promised service|承諾的服務|承诺的服务/);
    }
    const repair = await receipt(await opened(of, 'REPAIR', '2011-03-05'), 'en');
    expect(repair).not.toContain('asked for');
  });
});

describe('C20 what comes with the goods', () => {
  it('answers a service that is asked for by its name, and is no gap that could be declared as not served', async () => {
    await promise(exclusions, term('extras', { items: ['Gift wrapping on request'] }));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const asked = (matter: string) =>
      opened(of, 'SERVICE', '2011-03-05', asking(of, { exclusions: { matter: [matter] } }));
    const wrapped = await asked('gift wrapping on request');
    expect(wrapped).toMatchObject({
      outcome: 'ALLOWED',
      claimLines: { nodes: [{ termKind: 'extras', termId: 'extras' }] },
    });
    expect(await receipt(wrapped, 'en')).toContain('This belongs to it at no charge: gift wrapping on request.');
    expect(await asked('polishing')).toMatchObject({ outcome: 'NOT_COVERED' });
    const { policyGaps } = await desk.owner.data<{ policyGaps: { kind: string; asked: string[] }[] }>(
      '{ policyGaps { kind asked } }',
    );
    expect(policyGaps).toEqual([{ kind: 'exclusions', asked: ['polishing'] }]);
  });

  it('stands on the receipt: the policy’s extras and the product’s own', async () => {
    await promise(term('extras', { items: ['two spare buttons'] }), term('warranty'));
    const made = await desk.change(
      'productCreate',
      { code: 'COAT', name: 'Coat', extras: ['a cloth bag'] },
      'product { id }',
    );
    const product = (made['product'] as { id: string }).id.replace('Product_', '');
    const of = await bought('2011-03-01', [['COAT', 1, 900]]);
    await desk.server.db.orm.execute(sql`update invoice_lines set product_id = ${product}`);
    await keep();
    const text = await receipt(await opened(of, 'REPAIR', '2011-03-05'), 'en');
    const included = text.slice(text.indexOf('Included in the price'), text.indexOf('Charges'));
    expect(included).toContain('two spare buttons');
    expect(included).toContain('a cloth bag');
  });
});
