import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, soldLine } from '@perennial/testkit/importing/import-lines';
import { dialectOfThisRun } from '@perennial/testkit/databases/open-test-database';
import { desk, type Desk } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';
import { keepPromises } from './index.ts';

/** A purchase that was moved to another version, and that a later import adds to. Today is 10 December 2011. */
let shop: Desk;

beforeAll(async () => {
  shop = await desk();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, entitlements, promise_snapshots, promise_moves, invoice_lines, invoices, policy_versions, policies cascade`,
  );
});

/** Lines `invoice,code,pieces` at £100 of 1 December 2011, as one import, and all that follows from it. */
async function bring(...lines: string[]): Promise<string> {
  const batchId = await justBrought(...lines);
  await shop.server.settle();
  return batchId;
}

/** The same, before its promises are given. */
const justBrought = (...lines: string[]): Promise<string> =>
  importLines(
    shop.server,
    lines.map((line) => soldLine(...(line.split(',') as [string, string]))),
  );

const within = (id: string, days: number, appliesTo: object = {}) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const small = (code: string, days: number) =>
  within(`${code}-small`.toLowerCase(), days, { productCodes: [code], maxValue: 100_000 });
const large = (code: string, days: number) =>
  within(`${code}-large`.toLowerCase(), days, { productCodes: [code], minValue: 100_000 });

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

/** What the purchase holds of a policy, by the id of the version. */
async function entitlement(versionId: string): Promise<string> {
  const [held] = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'Entitlement_' || customer_id || '_' || id as id from entitlements
      where policy_version_id = ${versionId.slice('PolicyVersion_'.length)}::uuid`,
  );
  return held!.id;
}

/** A next version from tomorrow on; `approved`: past the service-cut guard. */
async function next(versionId: string, terms: unknown[], approved = false): Promise<string> {
  const draft = await shop.policies.next(versionId, '2011-12-11', terms);
  if (approved) await shop.policies.approve(draft.id, { effectiveFrom: '2011-12-11' });
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  return draft.id;
}

const move = async (from: string, policyVersionId: string, consent?: object) =>
  (
    await shop.change(
      'entitlementMove',
      { id: await entitlement(from), policyVersionId, ...(consent && { consent }) },
      'entitlement { id }',
      shop.manager,
    )
  ).userErrors;

describe('S1 a move without consent takes nothing from what comes later', () => {
  it('S1 what is promised for some goods decides nothing over the worth by which others are judged', async () => {
    const terms = (a: number, more: number) => [small('A1', a), large('A1', more), small('B1', 10), large('B1', 100)];
    const first = await shop.publish('By worth', terms(20, 30));
    await bring('2001,A1,1', '2001,B1,1');
    const second = await next(first, terms(60, 40));
    expect(await move(first, second)).toEqual([]);
    await bring('2001,C1,20');
    // as by one import of all of it; and A1 keeps what it would lose by that
    expect(await refundable('B1')).toBe('2012-03-10');
    expect(await refundable('A1')).toBe('2012-01-30');
  });

  it('S1 nor over goods that come: they are judged by what the purchase is worth then, moved or not', async () => {
    const terms = (a: number) => [small('A1', 300), large('A1', a), small('N1', 50), large('N1', 20)];
    for (const moved of [false, true]) {
      const number = moved ? '2002' : '2003';
      const first = await shop.publish(`By worth ${number}`, terms(40));
      await bring(`${number},A1,1`);
      if (moved) expect(await move(first, await next(first, terms(300)))).toEqual([]);
      await bring(`${number},N1,20`);
      expect(await refundable('N1')).toBe('2011-12-21');
      await shop.server.db.orm.execute(
        sql`truncate entitlements, promise_snapshots, promise_moves, invoice_lines, invoices, policy_versions, policies cascade`,
      );
    }
  });

  it('S1 nor does what one promise gives for small worths keep goods from what another gives for large ones', async () => {
    const cover = (months: number, appliesTo: object) => ({
      id: `cover-${months}`,
      kind: 'warranty',
      params: { months, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
      appliesTo,
    });
    const covers = [cover(12, { maxValue: 100_000 }), cover(24, { minValue: 100_000 })];
    const terms = (some: number) => [
      within('small', some, { maxValue: 100_000 }),
      within('large', 30, { minValue: 100_000 }),
      ...covers,
    ];
    const first = await shop.publish('Two kinds', terms(30));
    await bring('2001,Y1,1');
    const second = await next(first, terms(40));
    expect(await move(first, second)).toMatchObject([
      { code: 'PROMISE_DOWNGRADE', params: { terms: ['cover-24'] }, message: expect.stringContaining('later import') },
    ]);
    // neither is the reason for that given by a policy for days past
    const draft = await shop.policies.draft(
      'Only returns',
      '2011-01-01',
      [within('uk-small', 40, { regions: ['United Kingdom'], maxValue: 100_000 })],
      { effectiveTo: '2011-12-11' },
    );
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    await shop.server.settle();
    await bring('2001,N1,20');
    expect(await refundable('Y1')).toBe('2011-12-31');
  });

  it('S1 nor where the import that made it worth more is undone and brought again', async () => {
    const cover = (months: number, appliesTo: object) => ({
      id: `cover-${months}`,
      kind: 'warranty',
      params: { months, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
      appliesTo,
    });
    const covers = [cover(12, {}), cover(24, { minValue: 40_000 })];
    const more = [...covers, within('small', 30, { maxValue: 40_000 })];
    const first = await shop.publish('By worth', covers);
    await bring('2001,X1,3');
    const again = ['2001,Y1,2'];
    const added = await bring(...again);
    const second = await next(first, more);
    // nothing that it holds, or is worth, loses by it; but X1 alone, dearer once more, would be kept from the longer cover
    expect(await move(first, second)).toMatchObject([
      { code: 'PROMISE_DOWNGRADE', params: { terms: ['cover-24'] }, message: expect.stringContaining('later import') },
    ]);
    const draft = await shop.policies.draft('Only returns', '2011-01-01', more.slice(2), { effectiveTo: '2011-12-11' });
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    await shop.server.settle();
    const ctx = await jobContext(shop.server.env);
    await ctx.write('importUndo', (write) => undoImport(write, added));
    await shop.server.settle();
    await bring(...again);
    const held = await rowsOf(
      shop.server.db.orm,
      sql`select (facts ->> 'value')::int as value, facts -> 'worths' as worths from entitlements`,
    );
    expect(held).toEqual([{ value: 50_000, worths: null }]);
  });

  it('S1 nor does a policy that is published afterwards for days past', async () => {
    await shop.product('P1', { category: 'Plates' });
    await shop.product('J1', { category: 'Jugs' });
    const jugs = (days: number) => [within('jugs', days, { categories: ['Jugs'] })];
    const first = await shop.publish('Jugs', jugs(30));
    await bring('2001,P1,1');
    const second = await next(first, jugs(300));
    expect(await move(first, second)).toEqual([]);
    // no less than what was promised on those days, and so past the guard
    const draft = await shop.policies.draft('One jug', '2011-01-01', [within('j1', 30, { productCodes: ['J1'] })], {
      effectiveTo: '2011-12-11',
    });
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    await shop.server.settle();
    await bring('2001,J1,1');
    expect(await refundable('J1')).toBe('2012-09-26');
  });
});

describe('S1 what is on a purchase a moment before it is told to its promises', () => {
  const kettles = [within('any', 30), within('kettles', 300, { categories: ['Kettles'] })];

  it('S1 counts when the purchase is moved', async () => {
    await shop.product('Q2', { category: 'Kettles' });
    const first = await shop.publish('Moved', kettles);
    await bring('2001,P1,1');
    const second = await next(first, [...kettles, within('q2', 60, { productCodes: ['Q2'] })], true);
    await shop.server.settle();
    await justBrought('2001,Q2,1');
    expect(await move(first, second)).toMatchObject([{ code: 'PROMISE_DOWNGRADE' }]);
    await shop.server.settle();
    expect(await refundable('Q2')).toBe('2012-09-26');
  });

  it('S1 and when it is claimed', async () => {
    const soon = [within('any', 5), kettles[1]!];
    await shop.publish('Claimed', soon);
    await bring('2001,P1,1');
    await justBrought('2001,Q2,1');
    const [line] = await rowsOf<{ id: string; invoice: string; customer: string }>(
      shop.server.db.orm,
      sql`select 'InvoiceLine_' || customer_id || '_' || id as id, 'Customer_' || customer_id as customer,
        'Invoice_' || customer_id || '_' || invoice_id as invoice from invoice_lines where code = 'Q2'`,
    );
    const { customer: customerId, invoice: invoiceId } = line!;
    const { claim } = await shop.done<{ claim: { outcome: string } }>(
      'claimOpen',
      { customerId, invoiceId, kind: 'RETURN', lines: [{ lineId: line!.id, quantity: 1 }] },
      'claim { outcome }',
    );
    expect(claim.outcome).toBe('ALLOWED');
  });

  it('S1 may be taken back and come again as something else: only what was sold in the first place stays what it is', async () => {
    const id = await shop.product('R2', { category: 'Kettles' });
    const mugs = [within('any', 30), within('mugs', 300, { categories: ['Mugs'] })];
    const first = await shop.publish('Again', mugs);
    await bring('2001,P1,1');
    const batch = await bring('2001,R2,1');
    const second = await next(first, [...mugs, within('r2', 60, { productCodes: ['R2'] })], true);
    expect(await move(first, second)).toMatchObject([{ code: 'PROMISE_DOWNGRADE', params: { terms: ['mugs'] } }]);
    const ctx = await jobContext(shop.server.env);
    await ctx.write('importUndo', (write) => undoImport(write, batch));
    await shop.server.db.orm.execute(sql`update products set category = 'Mugs' where code = 'R2'`);
    await shop.server.settle();
    await bring('2001,R2,1');
    expect(await refundable('R2')).toBe('2012-09-26');
    expect(id).toBeTruthy();
  });
});

describe.runIf(dialectOfThisRun() === 'postgres')('S1 a move beside what an import adds', () => {
  it('S1 leaves every promise whole, whichever comes first', async () => {
    const first = await shop.publish('Beside', [within('any', 30)]);
    const numbers = Array.from({ length: 300 }, (_, index) => String(5_000 + index));
    await bring(...numbers.map((number) => `${number},X1,1`));
    const second = await next(first, [within('any', 300)]);
    await shop.server.settle();
    await justBrought(...numbers.map((number) => `${number},X2,1`));
    const held = await rowsOf<{ id: string }>(
      shop.server.db.orm,
      sql`select 'Entitlement_' || customer_id || '_' || id as id from entitlements order by id limit 40`,
    );
    const telling = jobContext(shop.server.env).then((ctx) => keepPromises(ctx, 1));
    for (const each of held) {
      const { userErrors } = await shop.change(
        'entitlementMove',
        { ...each, policyVersionId: second },
        'entitlement { id }',
        shop.manager,
      );
      expect(userErrors).toEqual([]);
    }
    await telling;
    await shop.server.settle();
    const kept = await Promise.all(
      held.map(({ id }) => shop.manager.ask('query ($id: ID!) { promiseKept(id: $id) { number facts } }', { id })),
    );
    expect(JSON.stringify(kept)).not.toContain('SNAPSHOT_ALTERED');
    for (const { data } of kept) expect(data).toMatchObject({ promiseKept: { number: 2, facts: { value: 20_000 } } });
  });
});

describe('S1 what can never be is no reason to ask', () => {
  it('S1 a smaller worth than that of the purchase', async () => {
    await shop.product('K2');
    const terms = (some: number, more: number) => [
      within('small', some, { maxValue: 10_000 }),
      within('large', more, { minValue: 10_000 }),
    ];
    const first = await shop.publish('By worth', terms(30, 60));
    await bring('2001,K2,5');
    const second = await next(first, terms(14, 90), true);
    expect(await move(first, second)).toEqual([]);
    expect(await refundable('K2')).toBe('2012-02-29');
  });

  it('S1 also where an import added to it: no undo takes away what was sold in the first place', async () => {
    const terms = (some: number, more: number) => [
      within('small', some, { maxValue: 10_000 }),
      within('large', more, { minValue: 10_000 }),
    ];
    const first = await shop.publish('By worth', terms(30, 60));
    await bring('2001,K5,5');
    await bring('2001,K9,1');
    const second = await next(first, terms(14, 90), true);
    expect(await move(first, second)).toEqual([]);
    expect(await refundable('K5')).toBe('2012-02-29');
  });

  it('S1 nor does it leave open which term decides', async () => {
    await shop.product('K3');
    const first = await shop.publish('All', [within('any', 30)]);
    await shop.publish('Small', [within('small', 40, { maxValue: 10_000 })], { effectiveTo: '2011-12-11' });
    await bring('2001,K3,5');
    const second = await next(first, [within('any', 30), within('uk', 60, { regions: ['United Kingdom'] })]);
    expect(await move(first, second)).toEqual([]);
    expect(await refundable('K3')).toBe('2012-01-30');
  });

  it('S1 goods that it holds in a category in which they are not', async () => {
    await shop.product('K4', { category: 'Kettles' });
    await shop.product('M1', { category: 'Mugs' });
    const base = [within('any', 30), within('mugs', 90, { categories: ['Mugs'] })];
    const first = await shop.publish('Kinds', base);
    await bring('2001,K4,1');
    const second = await next(first, [...base, within('k4', 60, { productCodes: ['K4'] })], true);
    expect(await move(first, second)).toEqual([]);
    expect(await refundable('K4')).toBe('2012-01-30');
  });
});
