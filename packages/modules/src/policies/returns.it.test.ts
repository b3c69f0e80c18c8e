import { openPolicyDesk, returnsTerm, type PolicyDesk } from '@perennial/testkit/policies/policy-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { returnsSummary } from './index.ts';
import { closeReturn, closeReturns, reopenReturns } from './return-closing-service.ts';
import { publishVersion } from './publish-service.ts';

let desk: PolicyDesk;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

describe('every purchase carries the promise of its day (C13)', () => {
  test('by the clocks of the business, also minutes before midnight', async () => {
    const { policyId, versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const second = await desk.next(versionId, '2011-06-15');
    await desk.write((ctx) => publishVersion(ctx, second, 2));
    const customerId = await desk.shop.customer('c');
    // London is an hour ahead of UTC in June
    const before = await desk.sold(customerId, '2011-06-14T22:59:00Z', 1);
    const after = await desk.sold(customerId, '2011-06-14T23:00:00Z', 1);
    const early = await desk.sold(customerId, '2010-11-30T23:59:00Z', 1);
    expect(await desk.keep()).toMatchObject({ granted: 2, decided: 0 });
    const held = await desk.read(
      sql`select invoice_id, policy_id, policy_version_id, granted_on::text as day from entitlements order by granted_on`,
    );
    expect(held).toEqual([
      { invoice_id: before.invoiceId, policy_id: policyId, policy_version_id: versionId, day: '2011-06-14' },
      { invoice_id: after.invoiceId, policy_id: policyId, policy_version_id: second, day: '2011-06-15' },
    ]);
    expect(held.map((row) => row['invoice_id'])).not.toContain(early.invoiceId);
  });

  test('again and in small chunks changes nothing', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    for (const number of ['a', 'b', 'c', 'd', 'e']) {
      const customerId = await desk.shop.customer(number);
      await desk.sold(customerId, '2011-01-10T10:00:00Z', 3);
      await desk.sold(customerId, '2011-01-20T10:00:00Z', -1);
    }
    await desk.matchAll();
    expect(await desk.keep(2)).toEqual({ customers: 5, granted: 5, decided: 5, removed: 0 });
    const before = await desk.read(sql`select * from returns order by customer_id, id`);
    expect(await desk.keep(2)).toEqual({ customers: 5, granted: 0, decided: 0, removed: 0 });
    expect(await desk.keep()).toEqual({ customers: 5, granted: 0, decided: 0, removed: 0 });
    expect(await desk.read(sql`select * from returns order by customer_id, id`)).toEqual(before);
  });

  test('a promise already given is never exchanged or taken back', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    await desk.sold(await desk.shop.customer('c'), '2011-03-01T10:00:00Z', 1);
    await desk.keep();
    const second = await desk.next(versionId, '2011-03-01');
    await expect(desk.write((ctx) => publishVersion(ctx, second, 2))).rejects.toMatchObject({
      code: 'ALREADY_PROMISED',
      params: { number: 1, last: '2011-03-01', earliest: '2011-03-02' },
    });
    await desk.write((ctx) => publishVersion(ctx, second, 2, '2011-03-02'));
    expect(await desk.keep()).toMatchObject({ granted: 0 });
    expect(await desk.read(sql`select policy_version_id from entitlements`)).toEqual([
      { policy_version_id: versionId },
    ]);
  });
});

describe('returns are decided by what their purchase was promised (C10)', () => {
  test('in time, on the last day, late, abroad, and without a purchase', async () => {
    const { policyId, versionId } = await desk.published('Promise', '2010-12-01', [
      returnsTerm(45),
      returnsTerm(30, { regions: ['United Kingdom'] }),
    ]);
    const home = await desk.shop.customer('home', { region: 'United Kingdom' });
    const abroad = await desk.shop.customer('abroad', { region: 'France' });
    for (const [customerId, day] of [
      [home, '2011-01-31'],
      [home, '2011-02-01'],
      [abroad, '2011-02-01'],
    ] as const) {
      await desk.sold(customerId, '2011-01-01T10:00:00Z', 2, { code: `X${day}` });
      await desk.sold(customerId, `${day}T10:00:00Z`, -2, { code: `X${day}` });
    }
    await desk.sold(abroad, '2011-05-05T10:00:00Z', -7, { code: 'NEVER' });
    await desk.matchAll();
    expect(await desk.keep()).toMatchObject({ decided: 4 });
    expect(await desk.decided(home)).toMatchObject([
      {
        outcome: 'ALLOWED',
        term_id: 'returns-30',
        deadline: '2011-01-31',
        counted_from: '2011-01-01',
        status: 'CLOSED',
      },
      { outcome: 'REFUSED', term_id: 'returns-30', deadline: '2011-01-31', status: 'CLOSED' },
    ]);
    expect(await desk.decided(abroad)).toMatchObject([
      { outcome: 'ALLOWED', term_id: 'returns-45', deadline: '2011-02-15', quantity: 2 },
      { outcome: 'NO_PURCHASE', term_id: null, deadline: null, quantity: 7, status: 'OPEN' },
    ]);
    const counts = await returnsSummary(desk.shop.db);
    expect(counts.reduce((sum, each) => sum + each.returns, 0)).toBe(4);
    expect(counts.find((each) => each.outcome === 'REFUSED')).toEqual({
      outcome: 'REFUSED',
      policyId,
      policy: 'Promise',
      versionId,
      versionNumber: 1,
      termId: 'returns-30',
      returns: 1,
      open: 0,
      quantity: 2,
    });
  });

  test('one returned line of several purchases is one return each, and one for what nobody bought', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await desk.shop.customer('c');
    const old = await desk.sold(customerId, '2010-12-05T10:00:00Z', 3);
    const young = await desk.sold(customerId, '2011-02-01T10:00:00Z', 4);
    await desk.sold(customerId, '2011-02-10T10:00:00Z', -9);
    await desk.matchAll();
    await desk.keep();
    expect(await desk.decided(customerId)).toMatchObject([
      { quantity: 4, outcome: 'ALLOWED', sale_line_id: young.lineId },
      { quantity: 3, outcome: 'REFUSED', sale_line_id: old.lineId },
      { quantity: 2, outcome: 'NO_PURCHASE', sale_line_id: null },
    ]);
  });

  test('a sale that comes in later changes the decision about its pieces and no other', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-02-01T10:00:00Z', 2);
    await desk.sold(customerId, '2011-02-10T10:00:00Z', -5);
    await desk.matchAll();
    await desk.keep();
    const [, first] = await desk.decided(customerId);
    await desk.sold(customerId, '2011-01-20T10:00:00Z', 3);
    await desk.matchAll();
    expect(await desk.keep()).toMatchObject({ granted: 1, removed: 1, decided: 1 });
    const after = await desk.decided(customerId);
    expect(after.map((row) => [row['quantity'], row['outcome']])).toEqual([
      [3, 'ALLOWED'],
      [2, 'ALLOWED'],
    ]);
    expect(after[1]).toEqual(first);
  });

  test('a promise published later for days past decides what no term spoke of, in the same row', async () => {
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-02-01T10:00:00Z', 1);
    await desk.sold(customerId, '2011-02-10T10:00:00Z', -1);
    await desk.matchAll();
    await desk.keep();
    const [before] = await desk.decided(customerId);
    expect(before).toMatchObject({ outcome: 'NOT_COVERED', status: 'CLOSED', term_id: null });
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    expect(await desk.keep()).toMatchObject({ granted: 1, decided: 1, removed: 0 });
    expect(await desk.decided(customerId)).toMatchObject([
      { outcome: 'ALLOWED', term_id: 'returns-30', id: before!['id'] },
    ]);
  });

  test('the size of the purchase counts as a whole', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(10), returnsTerm(90, { minValue: 50_000 })]);
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-02-01T10:00:00Z', 1, { total: 50_000 });
    await desk.sold(customerId, '2011-04-01T10:00:00Z', -1);
    await desk.matchAll();
    await desk.keep();
    expect(await desk.decided(customerId)).toMatchObject([{ outcome: 'ALLOWED', term_id: 'returns-90' }]);
  });

  test('an open return can be closed once', async () => {
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-04-01T10:00:00Z', -1);
    await desk.keep();
    const [row] = await desk.decided(customerId);
    await desk.write((ctx) => closeReturn(ctx, customerId, String(row!['id'])));
    await expect(desk.write((ctx) => closeReturn(ctx, customerId, String(row!['id'])))).rejects.toMatchObject({
      code: 'RETURN_CLOSED',
    });
    await desk.keep();
    expect(await desk.decided(customerId)).toMatchObject([{ status: 'CLOSED' }]);
  });

  test('several are closed for one reason, and opened again: all or none, and only what a person closed', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-02-01T10:00:00Z', 1);
    await desk.sold(customerId, '2011-02-10T10:00:00Z', -1);
    await desk.sold(customerId, '2011-04-01T10:00:00Z', -2);
    const other = await desk.shop.customer('d');
    await desk.sold(other, '2011-04-01T10:00:00Z', -1);
    await desk.matchAll();
    await desk.keep();
    const all = async () => [...(await desk.decided(customerId)), ...(await desk.decided(other))];
    const status = async () => (await all()).map((row) => row['status']);
    const before = await status();
    expect(before.toSorted()).toEqual(['CLOSED', 'OPEN', 'OPEN']);
    const refs = [
      ...(await desk.decided(customerId)).map((row) => ({ customerId, id: String(row['id']) })),
      ...(await desk.decided(other)).map((row) => ({ customerId: other, id: String(row['id']) })),
    ];
    const close = (reason: string, of = refs) => desk.write((ctx) => closeReturns(ctx, of, reason));
    await expect(close(' ')).rejects.toMatchObject({ code: 'REASON_MISSING', path: ['reason'] });
    const ghost = { customerId, id: '018f0000-0000-7000-8000-000000000000' };
    await expect(close('Before our time', [...refs, ghost])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await status()).toEqual(before);
    expect(await close('Before our time')).toHaveLength(2);
    expect(await status()).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
    expect(await close('Before our time')).toEqual([]);
    // what was decided never waited, so it does not wait now
    expect(await desk.write((ctx) => reopenReturns(ctx, refs))).toHaveLength(2);
    expect(await status()).toEqual(before);
  });
});
