import { paretoOf } from '@perennial/domain/insights/pareto';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { sayAttention } from '@perennial/domain/insights/attention';
import type { ReadContext } from '@perennial/kernel/write/context';
import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeEverybody } from '../retention/health-service.ts';
import { seed } from '../retention/seed.ts';
import { readHome } from './service.ts';

const TODAY = '2011-12-10';
let shop: Shop;
const ids: string[] = [];

const home = (asOf = TODAY, of = shop, latestDay = asOf) =>
  readHome({
    ...of.job(asOf, latestDay),
    actor: { kind: 'system' },
    askAsPartner: async () => '',
  } as unknown as ReadContext);

beforeAll(async () => {
  shop = await openShop();
  await shop.staff('olga', 'OWNER');
  for (let n = 0; n < 4; n++) ids.push(await shop.customer(`C-${n}`));
  const [best, second, third] = ids;
  await shop.invoice(best!, '2011-01-10T10:00:00Z', [
    ['SALE', 60_000],
    ['FEE', 7_777],
  ]);
  await shop.invoice(best!, '2011-02-10T10:00:00Z', [['RETURN', 10_000]]);
  await shop.invoice(second!, '2011-12-01T00:00:00Z', [['SALE', 30_000]]);
  await shop.invoice(third!, '2011-11-30T23:59:59.999Z', [['SALE', 20_000]]);
  await shop.invoice(third!, '2011-12-11T00:00:00Z', [['SALE', 999_999]]); // tomorrow
});

describe('home, by hand', () => {
  test('the curve counts goods less returns up to the as-of date, and its cut leads to those customers', async () => {
    const { curve, currency, asOf } = await home();
    expect({ currency, asOf }).toEqual({ currency: 'GBP', asOf: TODAY });
    expect(curve).toMatchObject({ customers: 3, revenue: 100_000, headPercent: 80, head: 2, headValue: 30_000 });
    expect(curve.points).toEqual(paretoOf([50_000, 30_000, 20_000, 0]).points);
    // what third bought tomorrow counts in the customer's revenue, and not here: the list would be another one
    expect([curve.target, curve.everybody]).toEqual([null, null]);
    const tomorrow = await home('2011-12-11');
    expect(tomorrow.curve.target).toEqual({ resource: 'customers', id: null, filter: { value: { gte: 1_019_999 } } });
  });

  test('thirteen months without gaps, by the calendar of the shop, each with its invoices', async () => {
    const { months } = await home();
    expect(months.map((each) => each.month)).toEqual([
      '2010-12',
      ...Array.from({ length: 12 }, (_, i) => `2011-${String(i + 1).padStart(2, '0')}`),
    ]);
    const of = (month: string) => months.find((each) => each.month === month)!;
    expect(of('2011-01')).toMatchObject({ revenue: 60_000, returns: 0 });
    expect(of('2011-02')).toMatchObject({ revenue: 0, returns: 10_000 });
    expect(of('2011-11')).toMatchObject({ revenue: 20_000 });
    expect(of('2011-12')).toMatchObject({ revenue: 30_000 });
    // July is summer time in London
    expect(of('2011-07').revenueTarget.filter).toEqual({
      kind: { eq: 'SALE' },
      at: { gte: '2011-06-30T23:00:00.000Z', lte: '2011-07-31T22:59:59.999Z' },
    });
  });

  test('moving the as-of date back hides what came later', async () => {
    const { curve, months } = await home('2011-01-31');
    expect(curve).toMatchObject({ customers: 1, revenue: 60_000, head: 1 });
    expect(months.at(-1)).toMatchObject({ month: '2011-01', revenue: 60_000 });
  });

  test('what is sold in other currencies is in no sum, the lists leave it out as well, and the page can say so', async () => {
    const mixed = await openShop();
    const [pounds, both, yen] = [
      await mixed.customer('P'),
      await mixed.customer('B'),
      await mixed.customer('Y', { currency: 'JPY' }),
    ];
    await mixed.invoice(pounds, '2011-11-10T10:00:00Z', [['SALE', 16_042]]);
    await mixed.invoice(both, '2011-11-10T10:00:00Z', [['SALE', 15_885]]);
    expect(await home(TODAY, mixed)).toMatchObject({
      curve: { elsewhere: 0, target: { filter: { value: { gte: 15_885 } } } },
      invoicesElsewhere: 0,
    });
    await mixed.invoice(both, '2011-11-11T10:00:00Z', [['SALE', 3_100]], 'EUR');
    await mixed.invoice(yen, '2011-11-11T10:00:00Z', [['SALE', 16_000]], 'JPY');
    const { curve, months, invoicesElsewhere } = await home(TODAY, mixed);
    expect(curve).toMatchObject({ customers: 2, revenue: 31_927, head: 2, headValue: 15_885, elsewhere: 2 });
    expect(curve.target?.filter).toEqual({ currency: { eq: 'GBP' }, value: { gte: 15_885 } });
    const november = months.find((each) => each.month === '2011-11')!;
    expect(november).toMatchObject({ revenue: 31_927, revenueTarget: { filter: { currency: { eq: 'GBP' } } } });
    expect(invoicesElsewhere).toBe(2);
  });

  test('an empty business has figures of nothing, not errors', async () => {
    const { curve, attention, health, counts } = await home(TODAY, await openShop());
    expect(curve).toMatchObject({ customers: 0, revenue: 0, head: 0, points: [{ customers: 0, revenue: 0 }] });
    expect(attention).toEqual([]);
    expect([...health, ...counts].map((each) => ('count' in each ? each.count : each.customers))).toEqual(
      Array(11).fill(0),
    );
  });

  test('health and stages sum to all customers and say which list they mean', async () => {
    await shop.db.orm.execute(
      sql`update customers set health = 39, stage = 'COOLING' where customer_id = ${ids[0]}::uuid`,
    );
    await shop.db.orm.execute(
      sql`update customers set health = 100, stage = 'ACTIVE' where customer_id = ${ids[1]}::uuid`,
    );
    const { health, counts } = await home();
    expect(Object.fromEntries(health.map((each) => [each.bucket, each.customers]))).toEqual({
      POOR: 1,
      COOLING: 0,
      FAIR: 0,
      GOOD: 1,
      UNKNOWN: 2,
    });
    expect(health[0]?.target.filter).toEqual({ health: { gte: 0, lte: 39 } });
    expect(counts.find((each) => each.name === 'CUSTOMERS')?.count).toBe(4);
    expect(counts.find((each) => each.name === 'COOLING')).toMatchObject({
      count: 1,
      target: { resource: 'customers', filter: { stage: { eq: 'COOLING' } } },
    });
  });

  test('what needs attention: the overdue step of a running plan first, then warnings, in words', async () => {
    const busy = await openShop();
    await busy.staff('olga', 'OWNER');
    for (const number of ['A-1', 'A-2']) {
      const id = await busy.customer(number);
      for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
        await busy.invoice(id, `${day}T10:00:00Z`, [['SALE', number === 'A-1' ? 200_000 : 100_000]]);
      }
    }
    await seed(busy.job(TODAY));
    // two days later the card is due and the other customer's warning is not yet
    const { attention, counts } = await home('2011-12-12', busy);
    expect(attention.map((each) => [each.kind, each.code, each.params['number']])).toEqual([
      ['ACTION_DUE', 'ACTION_TODAY', 'A-1'],
      // its last purchase is nine months ago: the list of customers says lost, and so does Today
      ['WARNING', 'LOST_OPEN', 'A-2'],
    ]);
    expect(attention[0]?.target.id).toMatch(/^RetentionPlan_/);
    for (const item of attention) {
      for (const language of LANGUAGES) expect(sayAttention(item, language)).not.toMatch(/%\{|[A-Z]_[A-Z]/);
    }
    expect(counts.find((each) => each.name === 'ACTIVE_PLANS')?.count).toBe(1);
    await busy.db.orm.execute(sql`update customers set stage = 'COOLING' where number = 'A-2'`);
    expect((await home('2011-12-12', busy)).attention.map((each) => each.code)).toContain('WARNING_OPEN');
    const late = await home('2011-12-31', busy);
    expect(late.attention.length).toBeLessThanOrEqual(5);
    expect(new Set(late.attention.map((each) => each.code))).toEqual(new Set(['WARNING_OVERDUE', 'ACTION_OVERDUE']));

    // whoever was at the end of the year and looks back finds the same to do, and as late as it is
    await judgeEverybody(busy.job('2011-12-31'));
    expect((await home('2011-12-05', busy, '2011-12-31')).attention).toEqual(
      (await home('2011-12-31', busy)).attention,
    );
    expect((await home('2011-12-05', busy, '2011-12-31')).standsOn).toBe('2011-12-31');
  });
});
