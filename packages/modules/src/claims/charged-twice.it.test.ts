import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { CLAIM, claimsDesk, refusal, term, type Claim, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

const FEES = [
  { code: 'MOTOR', label: 'Motor', kind: 'PART', mode: 'CAP', amount: 9000, consent: false },
  { code: 'WAX', label: 'Wax', kind: 'ADD_ON', mode: 'CAP', amount: 900, consent: false },
  { code: 'VISIT', label: 'Visit', mode: 'CAP', amount: 9000, consent: false },
];
const set = ({ id }: Claim, version: number, ...charges: [code: string, amount: number][]) =>
  change<Claimed>(
    'claimChargesSet',
    { id, version, charges: charges.map(([code, amount]) => ({ code, amount, currency: 'GBP' })) },
    CLAIM,
  );
const verdictsOf = ({ claim }: Claimed) => claim!.charges.nodes.map(({ verdict }) => verdict);

describe('S2 nothing is charged twice, nor kept small by being charged in two places', () => {
  it('parts and add-ons count on all claims of the purchase that nobody let go of', async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 2, 10_000]], { discount: 500 });
    const other = await bought('2011-03-01', [['A1', 1, 10_000]], { customer: of.customer });
    await keep();
    const two = [await opened(of, 'REPAIR', '2011-05-01'), await opened(of, 'REPAIR', '2011-05-01')] as const;
    const charged = [
      ['MOTOR', 2000],
      ['WAX', 300],
    ] satisfies [string, number][];
    expect(verdictsOf(await set(two[0], 1, ...charged))).toEqual(['ACCEPT', 'ACCEPT']);
    expect(verdictsOf(await set(await opened(other, 'REPAIR', '2011-05-01'), 1, ['MOTOR', 2000]))).toEqual(['ACCEPT']);
    expect(verdictsOf(await set(two[1], 1, ...charged))).toEqual(['NEEDS_CONSENT', 'NEEDS_CONSENT']);
    const unsettled = await change('claimSettle', { id: two[1].id, version: 2 }, 'claim { id }');
    expect(unsettled).toEqual(refusal('CONSENT_MISSING', 'id'));
    // by its words, in whatever language it is read
    expect(unsettled.userErrors[0]!.params).toMatchObject({
      code: 'MOTOR',
      names: { en: 'Motor', 'zh-Hant': 'Motor' },
    });
    await change('claimWithdraw', { id: two[0].id, version: 2, reason: 'It works again.' }, 'claim { id }');
    expect(verdictsOf(await set(two[1], 2, ...charged))).toEqual(['ACCEPT', 'ACCEPT']);
  });

  it('of two claims that are charged at once one is asked about', async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 2, 10_000]]);
    await keep();
    const two = [await opened(of, 'REPAIR', '2011-05-01'), await opened(of, 'REPAIR', '2011-05-01')];
    const both = await Promise.all(two.map((claim) => set(claim, 1, ['MOTOR', 2000])));
    expect(both.flatMap(verdictsOf).sort()).toEqual(['ACCEPT', 'NEEDS_CONSENT']);
  });

  it('a dear part stays one, and add-ons beyond the discount stay beyond it, whatever an import adds afterwards', async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const repair = await opened(of, 'REPAIR', '2011-05-01');
    const asked = ['NEEDS_CONSENT', 'NEEDS_CONSENT'];
    expect(verdictsOf(await set(repair, 1, ['MOTOR', 4000], ['WAX', 300]))).toEqual(asked);
    const [customer, invoice] = [of.customer.split('_')[1], of.invoice.split('_')[2]];
    const add = (code: string, kind: string, amount: number) =>
      desk.server.db.orm.execute(sql`
        insert into invoice_lines (customer_id, id, invoice_id, batch_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
        values (${customer}, ${newId()}, ${invoice}, ${newId()}, ${code}, 1, 'Later', 1, 10000, ${amount}, 'GBP', ${kind})`);
    await add('B1', 'SALE', 100_000);
    await add('D', 'FEE', -1_000);
    await desk.server.db.orm.execute(sql`update invoices set total = 109000 where id = ${invoice}::uuid`);
    expect(verdictsOf(await set(repair, 2, ['MOTOR', 4000], ['WAX', 300]))).toEqual(asked);
  });

  it('C18 upkeep that includes parts and labour: no part is charged, and of a fee the customer is asked', async () => {
    const fees = term('fees', { rows: FEES });
    await promise(term('maintenance', { partsIncluded: true, labourIncluded: true }), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const visit = await opened(of, 'MAINTENANCE', '2011-04-10');
    expect(await set(visit, 1, ['VISIT', 100], ['MOTOR', 100])).toEqual(
      refusal('CHARGE_INCLUDED', 'charges', '1', 'code'),
    );
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claim_charges`)).toEqual([]);
    expect(verdictsOf(await set(visit, 1, ['VISIT', 100]))).toEqual(['NEEDS_CONSENT']);
  });

  it('C18 nor where the same visit is also claimed under the warranty, which decides it', async () => {
    const fees = term('fees', { rows: FEES });
    await promise(term('maintenance', { partsIncluded: true, labourIncluded: true }), term('warranty'), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const details = { maintenance: {}, warranty: { cause: 'DEFECT' } };
    const visit = await opened(of, 'MAINTENANCE', '2011-04-10', {
      lines: [{ lineId: of.lines[0], quantity: 1, details }],
    });
    expect(visit.claimLines.nodes).toMatchObject([{ outcome: 'ALLOWED', termKind: 'warranty' }]);
    expect(await set(visit, 1, ['MOTOR', 100])).toEqual(refusal('CHARGE_INCLUDED', 'charges', '0', 'code'));
    expect(verdictsOf(await set(visit, 1, ['VISIT', 100]))).toEqual(['NEEDS_CONSENT']);
  });

  it('C18 a fee is asked about whatever the agent calls it: a kind adds a question and takes none away', async () => {
    const fees = term('fees', { rows: FEES });
    await promise(term('maintenance', { partsIncluded: false, labourIncluded: true }), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const visit = await opened(of, 'MAINTENANCE', '2011-04-10');
    const kinds = [undefined, 'FEE', 'DIAGNOSIS', 'PART', 'ADD_ON'];
    let { version } = visit;
    for (const kind of kinds) {
      const charges = [{ code: 'VISIT', amount: 100, currency: 'GBP', kind }];
      const charged = await change<Claimed>('claimChargesSet', { id: visit.id, version, charges }, CLAIM);
      expect([kind, verdictsOf(charged)]).toEqual([kind, ['NEEDS_CONSENT']]);
      version = charged.claim!.version;
      expect(await change('claimSettle', { id: visit.id, version }, 'claim { id }')).toEqual(
        refusal('CONSENT_MISSING', 'id'),
      );
    }
  });

  it('C18 upkeep that lets something off on parts: no part is charged above that', async () => {
    const fees = term('fees', { rows: FEES });
    const off = { partsIncluded: false, labourIncluded: false, partsDiscount: 20 };
    await promise(term('maintenance', off), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const visit = await opened(of, 'MAINTENANCE', '2011-04-10');
    expect(await set(visit, 1, ['MOTOR', 7201])).toEqual(refusal('CHARGE_PART_REDUCED', 'charges', '0', 'amount'));
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claim_charges`)).toEqual([]);
    const charged = await set(visit, 1, ['VISIT', 9000], ['MOTOR', 7200]);
    expect(verdictsOf(charged)).toEqual(['ACCEPT', 'ACCEPT']);
    // where it may be chosen and where it is paid, what is left of it is told
    const { claimChargesCheck } = await desk.owner.data<{
      claimChargesCheck: { schedule: { code: string; amount: number }[] };
    }>('query ($id: ID!) { claimChargesCheck(id: $id, charges: []) { schedule { code amount } } }', { id: visit.id });
    expect(claimChargesCheck.schedule.find(({ code }) => code === 'MOTOR')).toMatchObject({ amount: 7200 });
    const receipt = await (await fetch(`${desk.server.url}/receipt/${charged.claim!.receiptHash}`)).text();
    expect(receipt).toContain('20% off by the promise that decides this claim, which makes at most £72.00.');
  });

  it('C18 upkeep that includes neither is charged as disclosed', async () => {
    const fees = term('fees', { rows: FEES });
    await promise(term('maintenance', { partsIncluded: false, labourIncluded: false }), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const visit = await opened(of, 'MAINTENANCE', '2011-04-10');
    expect(verdictsOf(await set(visit, 1, ['VISIT', 100], ['MOTOR', 100]))).toEqual(['ACCEPT', 'ACCEPT']);
  });

  it('C14 a fee is asked about where delivery was promised free of charge, whatever the claim is about', async () => {
    const fees = term('fees', { rows: FEES });
    const way = { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] };
    await promise(term('warranty'), term('delivery', way), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    const repair = await opened(of, 'REPAIR', '2011-05-01');
    const charged = await set(repair, 1, ['VISIT', 100], ['MOTOR', 100]);
    // a part is not the way
    expect(verdictsOf(charged)).toEqual(['NEEDS_CONSENT', 'ACCEPT']);
    const receipt = await (await fetch(`${desk.server.url}/receipt/${charged.claim!.receiptHash}`)).text();
    expect(receipt).toContain('This purchase was promised delivery free of charge');
  });

  it('C14 and not where delivery is charged as disclosed', async () => {
    const fees = term('fees', { rows: FEES });
    const way = { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: false, checklist: [] };
    await promise(term('warranty'), term('delivery', way), fees);
    const of = await bought('2011-03-01', [['A1', 1, 100_000]]);
    await keep();
    expect(verdictsOf(await set(await opened(of, 'REPAIR', '2011-05-01'), 1, ['VISIT', 100]))).toEqual(['ACCEPT']);
  });
});
