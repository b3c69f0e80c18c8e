import type { Warning } from '@perennial/domain/retention/warning';
import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeEverybody } from './health-service.ts';
import { queueDay } from './queue-day.ts';
import { forgetBatch } from './queue-service.ts';
import { updateSettings } from './settings-service.ts';
import { healthScores, warnings } from './table.ts';
import { assignWarning, dismissWarning } from './warning-service.ts';

const TODAY = '2011-12-10';
let shop: Shop;
let ann: string;
let bob: string;

beforeAll(async () => {
  shop = await openShop();
  ann = await shop.staff('ann', 'AGENT');
  bob = await shop.staff('bob', 'AGENT');
  await shop.staff('olga', 'OWNER');
});

/** Three purchases a month apart, then silence: health 20 from late summer on; so many pounds (or hundreds of yen) each time. */
async function goneCustomer(number: string, pounds: number, currency = 'GBP'): Promise<string> {
  const id = await shop.customer(number, { currency });
  for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
    await shop.invoice(id, `${day}T10:00:00Z`, [['SALE', pounds * 100]], currency);
  }
  return id;
}

const warningsOf = (customerId: string) =>
  shop.db.orm.select().from(warnings).where(eq(warnings.customerId, customerId)).orderBy(desc(warnings.id));
const open = () =>
  shop.db.orm.select().from(warnings).where(eq(warnings.status, 'OPEN')).orderBy(desc(warnings.valueAtRisk));
const judge = (asOf = TODAY) => judgeEverybody(shop.job(asOf));

describe('the warning queue', () => {
  const gone: string[] = [];

  test('is sized to the staff and takes the worst by value at risk', async () => {
    await shop.write(TODAY, (ctx) => updateSettings(ctx, 1, { perAgentPerDay: 1, dueInWorkingDays: 2 }));
    for (let n = 1; n <= 6; n++) gone.push(await goneCustomer(`G-${n}`, n * 10));
    // 60,000 yen at risk are no rank among pounds
    await goneCustomer('Y-1', 900, 'JPY');
    // two agents, one a day, two days: room for four
    expect((await judge()).raised).toBe(4);
    const raised = await open();
    // 3 × £60 a year, 80 % of it gone
    expect(raised.map((w) => w.valueAtRisk)).toEqual([14_400, 12_000, 9_600, 7_200]);
    expect(raised[0]).toMatchObject({
      customerId: gone[5],
      raisedOn: TODAY,
      dueOn: '2011-12-13', // 10 December 2011 is a Saturday: two working days on is Tuesday
      severity: 'HIGH',
      score: 20,
      status: 'OPEN',
    } satisfies Partial<Warning> & { customerId: unknown });
    expect(raised.map((w) => w.ownerId)).toEqual([ann, bob, ann, bob]);
  });

  test('a second run raises nothing and changes nothing', async () => {
    const before = await open();
    expect((await judge()).raised).toBe(0);
    expect(await open()).toEqual(before);
  });

  test('a bigger case waits its turn: open warnings keep their place', async () => {
    gone.push(await goneCustomer('G-7', 900));
    await judge();
    expect((await open()).map((w) => w.customerId)).not.toContain(gone[6]);
  });

  test('dismissing makes room for the next, and the dismissed stays away until it gets clearly worse', async () => {
    const [mine] = await warningsOf(gone[5]!);
    await shop.write(TODAY, (ctx) =>
      dismissWarning(ctx, { id: mine!, version: mine!.version, reason: 'Closed for the winter' }),
    );
    expect((await judge()).raised).toBe(1);
    expect((await open())[0]?.customerId).toBe(gone[6]);
    expect((await warningsOf(gone[5]!)).map((w) => [w.status, w.dismissedReason])).toEqual([
      ['DISMISSED', 'Closed for the winter'],
    ]);
  });

  test('a decision made on an older state is refused, and so is one made twice', async () => {
    const [mine] = await warningsOf(gone[4]!);
    const dismiss = (version: number) =>
      shop.write(TODAY, (ctx) => dismissWarning(ctx, { id: mine!, version, reason: 'Seasonal business' }));
    await expect(dismiss(99)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await dismiss(mine!.version);
    await expect(dismiss(mine!.version + 1)).rejects.toMatchObject({ code: 'WARNING_NOT_OPEN' });
  });

  test('a warning goes to active staff only', async () => {
    const [mine] = await warningsOf(gone[3]!);
    const give = (ownerId: string) =>
      shop.write(TODAY, (ctx) =>
        assignWarning(ctx, { id: mine!, version: mine!.version, ownerId, dueOn: '2011-12-20' }),
      );
    await expect(give('018f0000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
    // nor to somebody who only reads
    const eve = await shop.staff('eve', 'AUDITOR');
    await expect(give(eve)).rejects.toMatchObject({
      code: 'STAFF_ROLE',
      path: ['ownerId'],
      params: { name: 'eve', role: 'AUDITOR' },
    });
    await give(ann);
    expect((await warningsOf(gone[3]!))[0]).toMatchObject({ ownerId: ann, dueOn: '2011-12-20' });
    expect(shop.audits).toContainEqual({ operation: 'test', subject: `Warning_${mine!.customerId}_${mine!.id}` });
  });

  test('a customer who comes back closes the warning; falling again raises a new one', async () => {
    const back = gone[6]!;
    for (const day of ['2011-12-12', '2011-12-13', '2011-12-14']) {
      await shop.invoice(back, `${day}T10:00:00Z`, [['SALE', 200_000]]);
    }
    const run = await judge('2011-12-15');
    expect(run.recovered).toBeGreaterThanOrEqual(1);
    expect((await warningsOf(back))[0]).toMatchObject({ status: 'CLOSED', recoveredOn: '2011-12-15' });
    await judge('2013-02-01');
    // a year later nothing of the revenue is left to lose, so nobody is sent after it
    expect(await warningsOf(back)).toHaveLength(1);
    await shop.write(TODAY, (ctx) => updateSettings(ctx, 2, { perAgentPerDay: 10 }));
    await judge('2012-11-30');
    expect((await warningsOf(back)).map((w) => w.status)).toEqual(['OPEN', 'CLOSED']);
  });

  test('a past that ended before the business was first looked at gets its queue from the day it is looked at', async () => {
    const fresh = await openShop();
    const [id, today] = [await fresh.customer('old'), '2026-11-30'];
    for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
      await fresh.invoice(id, `${day}T10:00:00Z`, [['SALE', 10_000]]);
    }
    // on the clock, where the business was before its past was imported
    expect(await judgeEverybody(fresh.job('2011-02-10', today))).toMatchObject({ raised: 0 });
    expect(await judgeEverybody(fresh.job(TODAY, today))).toMatchObject({ raised: 1 });
    const [score] = await fresh.db.orm.select().from(healthScores).where(eq(healthScores.asOf, TODAY));
    expect(score).toMatchObject({ customerId: id });
    // from then on it is found as that day left it
    expect(await judgeEverybody(fresh.job('2011-02-10', today))).toMatchObject({ raised: 0, recovered: 0 });
    expect(await fresh.db.orm.select().from(warnings)).toMatchObject([{ status: 'OPEN', raisedOn: TODAY }]);
    // what that queue asks for is late by its own day, not by the clock's: nothing of it stood there then
    expect(await queueDay(fresh.db.orm, { asOf: TODAY, latestDay: today })).toBe(TODAY);
    expect(await queueDay(fresh.db.orm, { asOf: '2011-02-10', latestDay: today })).toBe(TODAY);
    // once the business has been at the clock's day with it, that day counts
    await judgeEverybody(fresh.job(today));
    expect(await queueDay(fresh.db.orm, { asOf: TODAY, latestDay: today })).toBe(today);
    expect(await queueDay(fresh.db.orm, { asOf: today, latestDay: today })).toBe(today);
  });

  test('looking back at an earlier day raises, closes and moves nothing', async () => {
    const [assigned] = await open();
    await shop.write(TODAY, (ctx) =>
      assignWarning(ctx, { id: assigned!, version: assigned!.version, ownerId: bob, dueOn: '2012-12-24' }),
    );
    const all = () => shop.db.orm.select().from(warnings).orderBy(warnings.customerId, warnings.id);
    const [before, latest] = [await all(), '2012-11-30'];
    expect(before.map((w) => w.status)).toEqual(expect.arrayContaining(['OPEN', 'DISMISSED', 'CLOSED']));
    // in February everybody was well; in October 2011 more of them could have been warned about
    for (const day of ['2011-02-09', '2011-10-01']) {
      expect(await judgeEverybody(shop.job(day, latest))).toMatchObject({ raised: 0, recovered: 0 });
      expect(await all()).toEqual(before);
    }
    expect(await judge(latest)).toMatchObject({ raised: 0, recovered: 0 });
    expect(await all()).toEqual(before);
  });

  test('without any agent the owner has a queue of one', async () => {
    const lonely = await openShop();
    const id = await lonely.customer('L-1');
    for (const day of ['2011-01-08', '2011-02-08', '2011-03-08'])
      await lonely.invoice(id, `${day}T10:00:00Z`, [['SALE', 100]]);
    await judgeEverybody(lonely.job(TODAY));
    const [raised] = await lonely.db.orm.select().from(warnings);
    expect(raised).toMatchObject({ customerId: id, ownerId: null });
  });

  test('undoing an import takes along what was made by itself, and nothing that somebody decided', async () => {
    const batchId = '018f0000-0000-7000-8000-000000000001';
    const other = await openShop();
    const make = async (number: string) => {
      const id = await other.customer(number, { batch_id: batchId });
      for (const day of ['2011-01-08', '2011-02-08', '2011-03-08'])
        await other.invoice(id, `${day}T10:00:00Z`, [['SALE', 100]]);
      return id;
    };
    await make('U-1');
    const decided = await make('U-2');
    const elsewhere = await other.customer('U-3');
    await judgeEverybody(other.job(TODAY));
    const [mine] = await other.db.orm.select().from(warnings).where(eq(warnings.customerId, decided));
    await other.write(TODAY, (ctx) => dismissWarning(ctx, { id: mine!, version: 1, reason: 'Known to be away' }));
    await other.write(TODAY, (ctx) => forgetBatch(ctx.tx, batchId));
    expect((await other.db.orm.select().from(warnings)).map((w) => w.customerId)).toEqual([decided]);
    expect((await other.db.orm.select().from(healthScores)).map((h) => h.customerId)).toEqual([elsewhere]);
  });
});
