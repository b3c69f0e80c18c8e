import { rowsOf } from '@perennial/kernel/db/database';
import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeEverybody, judgeIfDayChanged } from './health-service.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const customerRow = async (id: string) =>
  (
    await rowsOf<{ health: number; health_change: number; stage: string }>(
      shop.db.orm,
      sql`select health, health_change, stage from customers where customer_id = ${id}::uuid`,
    )
  )[0];

const history = (id: string) =>
  rowsOf<{
    as_of: string;
    score: number;
    previous: number;
    reasons: { signal: string; code: string; points: number; params: object }[];
  }>(
    shop.db.orm,
    sql`select as_of::text as as_of, score, previous, reasons from health_scores where customer_id = ${id}::uuid order by week`,
  );

describe('health of everybody, from what is in the database', () => {
  test('hand-computed customers of every sort in one run, in chunks', async () => {
    const [prospect, once, steady, gone, returns] = await Promise.all(
      ['p', 'once', 'steady', 'gone', 'returns'].map((n) => shop.customer(n)),
    );
    await shop.invoice(once!, '2011-11-20T10:00:00Z', [['SALE', 5_000]]);
    for (let month = 1; month <= 12; month++) {
      await shop.invoice(steady!, `2011-${String(month).padStart(2, '0')}-05T10:00:00Z`, [
        ['SALE', 10_000],
        ['FEE', 99_999],
      ]);
    }
    // Gaps of 31 and 28 days, then silence: 277 days is 9.4 times the rhythm (50 points), nothing in 90 days (30 points).
    await shop.invoice(gone!, '2011-01-08T10:00:00Z', [['SALE', 20_000]]);
    await shop.invoice(gone!, '2011-02-08T10:00:00Z', [['SALE', 20_000]]);
    await shop.invoice(gone!, '2011-03-08T10:00:00Z', [['SALE', 20_000]]);
    // Every 60 days, last 5 days ago; £100 of the last £200 came back, nothing before: 50 % − 5 % is beyond 20 points.
    for (const day of ['2011-02-08', '2011-04-09', '2011-06-08', '2011-08-07', '2011-10-06', '2011-12-05']) {
      await shop.invoice(returns!, `${day}T10:00:00Z`, [['SALE', 10_000]]);
    }
    await shop.invoice(returns!, '2011-12-06T10:00:00Z', [['RETURN', 10_000]]);

    const run = await judgeEverybody(shop.job('2011-12-10'), { chunk: 2 });
    expect(run).toMatchObject({ status: 'COMPLETE', customers: 5, unknown: 2, asOf: '2011-12-10' });

    expect(await customerRow(prospect!)).toEqual({ health: -1, health_change: 0, stage: 'PROSPECT' });
    expect(await customerRow(once!)).toEqual({ health: -1, health_change: 0, stage: 'NEW' });
    expect(await customerRow(steady!)).toEqual({ health: 100, health_change: 0, stage: 'ACTIVE' });
    expect(await customerRow(gone!)).toEqual({ health: 20, health_change: 0, stage: 'LOST' });
    // A week earlier, on 3 December, nothing had come back and 58 days is within the rhythm; but £100 in 90 days
    // against a usual 40000 × 90 / 209 = £172.25 was 42 % less: 0.119 / 0.7 × 30 = 5 points.
    expect(await customerRow(returns!)).toEqual({ health: 80, health_change: -15, stage: 'ACTIVE' });

    const [unknown] = await history(once!);
    expect(unknown).toMatchObject({
      score: -1,
      reasons: [{ signal: 'history', code: 'TOO_LITTLE_HISTORY', points: 0 }],
    });
    for (const id of [prospect!, once!, steady!, gone!, returns!]) {
      for (const { score, reasons } of await history(id)) {
        expect(100 - reasons.reduce((sum, each) => sum + each.points, 0)).toBe(score === -1 ? 100 : score);
      }
    }
    expect(shop.events).toContain('health.computed');
  });

  test('amounts are in the currency of the customer, and purchases in any keep the rhythm', async () => {
    const [pounds, yen, moved] = [
      await shop.customer('12980'),
      await shop.customer('77002', { currency: 'JPY' }),
      await shop.customer('moved'),
    ];
    // £400 in the 209 days before the window, £29.16 within it and 31 euros; the last purchase is that of the euros
    for (const day of ['2011-02-16', '2011-04-09', '2011-06-08', '2011-08-07']) {
      await shop.invoice(pounds, `${day}T10:00:00Z`, [['SALE', 10_000]]);
      await shop.invoice(yen, `${day}T10:00:00Z`, [['SALE', 16_000]], 'JPY');
      await shop.invoice(moved, `${day}T10:00:00Z`, [['SALE', 10_000]]);
    }
    await shop.invoice(pounds, '2011-10-06T10:00:00Z', [['SALE', 2_916]]);
    await shop.invoice(pounds, '2011-12-05T10:00:00Z', [['SALE', 3_100]], 'EUR');
    for (const day of ['2011-10-06', '2011-12-05']) await shop.invoice(moved, `${day}T10:00:00Z`, [['SALE', 1]], 'EUR');
    await judgeEverybody(shop.job('2011-12-10'));

    // nobody who bought five days ago is overdue, and whoever bought did not buy nothing
    const reasons = async (id: string) => (await history(id))[0]!.reasons.map((each) => [each.code, each.params]);
    expect(await reasons(pounds)).toEqual([
      ['SPEND_ELSEWHERE', expect.objectContaining({ spent: { amount: 2_916, currency: 'GBP' } })],
    ]);
    expect(await reasons(moved)).toEqual([
      ['SPEND_ELSEWHERE', expect.objectContaining({ spent: { amount: 0, currency: 'GBP' } })],
    ]);
    const usual = (await history(yen))[0]!.reasons.find((each) => each.code === 'NOTHING_BOUGHT')?.params;
    expect(usual).toMatchObject({ usual: { currency: 'JPY' }, spent: { amount: 0, currency: 'JPY' } });
  });

  test('a second run changes nothing', async () => {
    const all = () =>
      rowsOf(
        shop.db.orm,
        sql`select h.*, c.version, c.updated_at from health_scores h join customers c using (customer_id) order by 1, 2`,
      );
    const before = await all();
    await judgeEverybody(shop.job('2011-12-10'));
    expect(await all()).toEqual(before);
  });

  test('within a week the row moves along; a new week is a new row', async () => {
    const id = await shop.customer('weekly');
    for (const day of ['2011-01-10', '2011-02-10', '2011-03-10'])
      await shop.invoice(id, `${day}T10:00:00Z`, [['SALE', 1_000]]);
    for (const day of ['2011-03-14', '2011-03-16', '2011-03-21']) await judgeEverybody(shop.job(day));
    expect((await history(id)).map((row) => row.as_of)).toEqual(['2011-03-16', '2011-03-21']);
  });

  test('looking back shows the health of that day and leaves the history as it was', async () => {
    const id = await shop.customer('back');
    for (const day of ['2011-01-10', '2011-02-10', '2011-03-10'])
      await shop.invoice(id, `${day}T10:00:00Z`, [['SALE', 1_000]]);
    for (const day of ['2011-03-14', '2011-09-01']) await judgeEverybody(shop.job(day));
    const [kept, now] = [await history(id), await customerRow(id)];
    // the same week as one that was judged, and one that never was
    for (const day of ['2011-03-15', '2011-04-01']) {
      await judgeEverybody(shop.job(day, '2011-09-01'));
      expect(await history(id)).toEqual(kept);
      expect(await customerRow(id)).toMatchObject({ health: 100 });
    }
    await judgeEverybody(shop.job('2011-09-01'));
    expect(await history(id)).toEqual(kept);
    expect(await customerRow(id)).toEqual(now);
  });

  test('what happens after the as-of date does not count, by the clock of the shop', async () => {
    const id = await shop.customer('late');
    // London summer time: 23:30 UTC on 30 June is already 1 July in the shop.
    for (const at of ['2011-05-01T10:00:00Z', '2011-06-01T10:00:00Z', '2011-06-30T23:30:00Z']) {
      await shop.invoice(id, at, [['SALE', 1_000]]);
    }
    await judgeEverybody(shop.job('2011-06-30'));
    expect((await customerRow(id))?.health).toBe(-1);
    await judgeEverybody(shop.job('2011-07-01'));
    expect((await customerRow(id))?.health).toBe(100);
  });

  test('a run that was cut off is marked, and the next one starts over', async () => {
    const failing = { ...shop.job('2011-12-10'), timezone: 'Mars/Olympus' };
    await expect(judgeEverybody(failing)).rejects.toThrow();
    await judgeEverybody(shop.job('2011-12-10'));
    const runs = await rowsOf<{ status: string }>(
      shop.db.orm,
      sql`select status from health_runs order by id desc limit 2`,
    );
    expect(runs.map((run) => run.status)).toEqual(['COMPLETE', 'ABANDONED']);
  });

  test('another day than the last judgement asks for a new one, the same day does not', async () => {
    await judgeEverybody(shop.job('2011-12-10'));
    const asked = async (asOf: string) => {
      const before = shop.events.length;
      await judgeIfDayChanged(shop.job(asOf));
      return shop.events.slice(before);
    };
    expect(await asked('2011-12-10')).toEqual([]);
    expect(await asked('2011-12-11')).toEqual(['health.wanted']);
  });
});
