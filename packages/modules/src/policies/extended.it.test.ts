import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, soldLine } from '@perennial/testkit/importing/import-lines';
import { agreeing } from '@perennial/testkit/policies/weighing';
import { desk, type Desk } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';
import { keepPromises } from './index.ts';

/** A purchase to which a later import adds goods carries its promises for them too. Today is 10 December 2011. */
let shop: Desk;

beforeAll(async () => {
  shop = await desk();
  await shop.product('K1');
  await shop.product('K2', { category: 'Kettles', extras: ['A cloth'] });
  const params = { months: 36, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' };
  await shop.publish('For kettles', [
    { id: 'kettles', kind: 'warranty', params, appliesTo: { categories: ['Kettles'] } },
  ]);
  await shop.publish('Another promise', [
    { id: 'any', kind: 'returns', params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' } },
  ]);
});

/** Lines `invoice,code,pieces` at £100 of 1 December 2011, as one import. */
const bring = (...lines: string[]): Promise<string> =>
  importLines(
    shop.server,
    lines.map((line) => soldLine(...(line.split(',') as [string, string]))),
  );

const undo = async (batchId: string) => {
  const ctx = await jobContext(shop.server.env);
  await ctx.write('importUndo', (write) => undoImport(write, batchId));
  await shop.server.settle();
};

type Held = { customer_id: string; invoice_id: string; facts: FrozenFacts; hash: string };

/** The promises of an invoice, one per policy. */
const held = (number: string) =>
  rowsOf<Held>(
    shop.server.db.orm,
    sql`select e.customer_id, e.invoice_id, e.facts, e.hash from entitlements e
      join invoices i on i.customer_id = e.customer_id and i.id = e.invoice_id
      where i.number = ${number} order by e.id`,
  );

/** Both promises hold the same. */
const twice = <T>(facts: T): T[] => [facts, facts];

const KETTLE = { goods: { K2: { category: 'Kettles', complexity: 'LOW' } }, extras: { K2: ['A cloth'] } };

/** Until which day the only line of a product can be refunded. */
async function refundable(code: string): Promise<string | null> {
  const [line] = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'InvoiceLine_' || customer_id || '_' || id as id from invoice_lines where code = ${code}`,
  );
  const { policyTry } = await shop.manager.data<{ policyTry: { deadline: string | null } }>(
    'query ($id: ID!) { policyTry(lineId: $id, kind: "returns", at: "2011-12-05") { deadline } }',
    { id: line!.id },
  );
  return policyTry.deadline;
}

describe('S1, C13 a purchase that a later import adds to', () => {
  it('S1, C13 is promised the added goods as they are now, and all it is worth; what was frozen stays', async () => {
    await bring('1001,K1,2');
    await shop.server.settle();
    const before = await held('1001');
    expect(before.map(({ facts }) => facts)).toMatchObject(twice({ value: 20_000, goods: {}, extras: {} }));
    await shop.server.db.orm.execute(sql`update products set category = 'Kettles' where code = 'K1'`);
    const batchId = await bring('1001,K2,1');
    await shop.server.settle();
    const after = await held('1001');
    expect(after.map(({ facts }) => facts)).toEqual(
      before.map(({ facts }) => ({ ...facts, ...KETTLE, value: 30_000, extendedBy: [batchId] })),
    );
    await keepPromises(await jobContext(shop.server.env));
    expect(await held('1001')).toEqual(after);
    // and it is claimed by: the hashes hold, K2 has its 36 months, K1 is as plain as when it was sold
    const { customer_id: customer, invoice_id: invoice } = after[0]!;
    const lines = await rowsOf<{ id: string; code: string }>(
      shop.server.db.orm,
      sql`select id, code from invoice_lines where invoice_id = ${invoice}::uuid order by code`,
    );
    await shop.on('2013-11-01', async () => {
      const repair = {
        customerId: `Customer_${customer}`,
        invoiceId: `Invoice_${customer}_${invoice}`,
        kind: 'REPAIR',
        lines: lines.map(({ id }) => ({ lineId: `InvoiceLine_${customer}_${id}`, quantity: 1 })),
      };
      const { claim } = await shop.done<{ claim: { claimLines: { nodes: { code: string; outcome: string }[] } } }>(
        'claimOpen',
        repair,
        'claim { claimLines { nodes { code outcome } } }',
      );
      const outcomes = Object.fromEntries(claim.claimLines.nodes.map(({ code, outcome }) => [code, outcome]));
      expect(outcomes['K2']).toBe('ALLOWED');
      expect(outcomes['K1']).not.toBe('ALLOWED');
    });
  });

  it('S1 an undo takes exactly that back', async () => {
    await bring('1002,K1,2');
    await shop.server.settle();
    const before = await held('1002');
    const second = await bring('1002,K2,1', '1002,K3,1');
    await shop.server.settle();
    const between = await held('1002');
    const third = await bring('1002,K4,1');
    await shop.server.settle();
    expect((await held('1002')).map(({ facts }) => facts.value)).toEqual([50_000, 50_000]);
    await undo(third);
    expect(await held('1002')).toEqual(between);
    await undo(second);
    expect(await held('1002')).toEqual(before);
  });

  it('S1, C13 also where it was promised only after the addition', async () => {
    await bring('1003,K1,2');
    const batchId = await bring('1003,K2,1');
    await shop.server.settle();
    const all = await held('1003');
    expect(all.map(({ facts }) => facts)).toMatchObject(
      twice({ value: 30_000, goods: KETTLE.goods, extendedBy: [batchId] }),
    );
    await undo(batchId);
    const left = await held('1003');
    expect(left.map(({ facts }) => [facts.value, facts.goods['K2'], facts.extendedBy])).toEqual(
      twice([20_000, undefined, undefined]),
    );
  });

  it('S1 what was sold before is promised no less because the purchase became dearer; an undo of either is exact', async () => {
    const within = (days: number, id: string, appliesTo: object) => ({
      id,
      kind: 'returns',
      params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
      appliesTo: { productCodes: ['W1', 'W2', 'W3'], ...appliesTo },
    });
    await shop.publish('By worth', [
      within(300, 'small', { maxValue: 100_000 }),
      within(40, 'large', { minValue: 100_000, maxValue: 900_000 }),
      within(400, 'huge', { minValue: 900_000 }),
    ]);
    await bring('1004,W1,3');
    await shop.server.settle();
    const [before, kept] = [await held('1004'), await refundable('W1')];
    const large = await bring('1004,W2,20');
    await shop.server.settle();
    expect(await refundable('W1')).toBe(kept);
    expect((await held('1004')).map(({ facts }) => [facts.value, facts.worths])).toEqual(
      before.map(() => [230_000, { W1: 30_000 }]),
    );
    // worth so much more that nothing is promised less: all of it counts
    const huge = await bring('1004,W3,80');
    await shop.server.settle();
    expect((await held('1004')).map(({ facts }) => [facts.value, facts.worths])).toEqual(
      before.map(() => [1_030_000, undefined]),
    );
    // without the last import the other one alone would bring W1 less: it stays judged by what it was worth
    await undo(huge);
    expect(await refundable('W1')).toBe(kept);
    expect((await held('1004')).map(({ facts }) => [facts.value, facts.worths])).toEqual(
      before.map(() => [230_000, { W1: 30_000 }]),
    );
    await undo(large);
    expect((await held('1004')).map(({ facts }) => facts)).toEqual(before.map(({ facts }) => facts));
  });

  it('S1 nor do shorter hours take anything from it that begin with a larger worth', async () => {
    const hours = async (name: string, days: number[]) => {
      const week = Object.fromEntries(days.map((day) => [day, [{ from: 540, to: 1020 }]]));
      const given = { name, timeZone: 'Europe/London', week, years: [2011, 2012] };
      const made = await shop.done<{ calendar: { id: string } }>(
        'calendarCreate',
        given,
        'calendar { id }',
        shop.manager,
      );
      return made.calendar.id;
    };
    const rows = [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 240, resolution: 960 }];
    const answers = (id: string, appliesTo: object) => [
      {
        id,
        kind: 'response-target',
        params: { rows, clock: 'WORKING' },
        appliesTo: { productCodes: ['H1'], ...appliesTo },
      },
    ];
    const mondays = await hours('Mondays', [1]);
    await shop.publish('Large', answers('large', { minValue: 100_000 }), { calendarId: mondays });
    await shop.publish('All', answers('all', {}), { calendarId: await hours('Week', [1, 2, 3, 4, 5]) });
    await bring('1005,H1,3');
    await shop.server.settle();
    await bring('1005,H2,20');
    await shop.server.settle();
    const facts = (await held('1005')).map((each) => each.facts);
    expect(facts.map(({ value, worths }) => [value, worths])).toEqual(facts.map(() => [230_000, { H1: 30_000 }]));
  });

  it('S1 goods that came later are promised no less than by one import of both', async () => {
    const within = (days: number, code: string, size: string, appliesTo: object) => ({
      id: `${code}-${size}`.toLowerCase(),
      kind: 'returns',
      params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
      appliesTo: { productCodes: [code], ...appliesTo },
    });
    await shop.publish('By worth of each', [
      within(300, 'V1', 'small', { maxValue: 100_000 }),
      within(40, 'V1', 'large', { minValue: 100_000 }),
      within(50, 'V2', 'small', { maxValue: 100_000 }),
      within(200, 'V2', 'large', { minValue: 100_000 }),
    ]);
    await bring('1006,V1,3');
    await shop.server.settle();
    const [before, kept] = [await held('1006'), await refundable('V1')];
    const large = await bring('1006,V2,20');
    await shop.server.settle();
    expect([await refundable('V1'), await refundable('V2')]).toEqual([kept, '2012-06-18']);
    await undo(large);
    expect((await held('1006')).map(({ facts }) => facts)).toEqual(before.map(({ facts }) => facts));
  });

  it('S1 moved without consent, it is promised no less for goods that come later than it was before the move', async () => {
    const within = (id: string, days: number, category: string | null) => ({
      id,
      kind: 'returns',
      params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
      appliesTo: { productCodes: [], categories: category === null ? [] : [category] },
    });
    await shop.product('P1', { category: 'Plates' });
    await shop.product('J1', { category: 'Jugs' });
    const terms = (jugs: number, cups: number) => [within('jugs', jugs, 'Jugs'), within('cups', cups, 'Cups')];
    const first = await shop.publish('Jugs and cups', terms(300, 300));
    const { next, approve, publish } = shop.policies;
    const draft = await next(first, '2011-12-11', terms(40, 300));
    await approve(draft.id, { effectiveFrom: '2011-12-11' });
    expect((await publish(draft)).userErrors).toEqual([]);
    await bring('1007,P1,1');
    await shop.server.settle();
    const [of] = await rowsOf<{ id: string }>(
      shop.server.db.orm,
      sql`select 'Entitlement_' || e.customer_id || '_' || e.id as id from entitlements e
        join invoices i on i.customer_id = e.customer_id and i.id = e.invoice_id
        where i.number = '1007' and e.policy_version_id = ${first.slice('PolicyVersion_'.length)}::uuid`,
    );
    const move = (more: object = {}) =>
      shop.change('entitlementMove', { ...of, policyVersionId: draft.id, ...more }, 'entitlement { id }', shop.manager);
    expect(await weighed(of!.id, draft.id)).toEqual({
      worse: true,
      worseTerms: ['jugs'],
      changes: [],
      later: [{ kind: 'returns', goods: [expect.stringContaining('category Jugs')] }],
    });
    expect((await move()).userErrors).toMatchObject([{ code: 'PROMISE_DOWNGRADE', params: { terms: ['jugs'] } }]);
    await bring('1007,J1,1');
    await shop.server.settle();
    expect(await refundable('J1')).toBe('2012-09-26');
    // the customer may agree to it, for what is there and for what comes
    const letter = { by: 'The buyer', on: '2011-12-10', note: 'Letter' };
    const consent = await agreeing(shop.manager, { id: of!.id, to: draft.id }, letter);
    expect((await move({ consent })).userErrors).toEqual([]);
    expect(await refundable('J1')).toBe('2012-01-10');
  });
});

const weighed = async (id: string, to: string) =>
  (
    await shop.manager.data<{ entitlementMoveWeigh: unknown }>(
      `query ($id: ID!, $to: ID!) {
        entitlementMoveWeigh(id: $id, policyVersionId: $to) { worse worseTerms changes { kind } later { kind goods } } }`,
      { id, to },
    )
  ).entitlementMoveWeigh;
