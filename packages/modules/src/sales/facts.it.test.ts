import { HEAD_PERCENT, paretoOf } from '@perennial/domain/insights/pareto';
import { addDays, dayNumber } from '@perennial/domain/shared/period';
import { rowsOf } from '@perennial/kernel/db/database';
import { dayIn, ensureBusiness } from '@perennial/kernel/write/business';
import { openShop, type Shop, type ShopLine } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { customerIdsAfter, segmentByValue, setTotals } from '../customers/index.ts';
import { purchaseHistories } from './facts.ts';
import { revenueFigures, type RevenueFigures } from './figures.ts';
import { revenueOf } from './intake-service.ts';

const ZONE = 'Europe/London';
const MAIN = 'GBP';
/** The last two customers are reckoned in yen. */
const currencyOf = (customer: number) => (customer < 10 ? MAIN : 'JPY');

interface Sale {
  customer: number;
  at: Date;
  currency: string;
  lines: ShopLine[];
}

/** Sales of a made-up year, in several currencies, many within the hours in which London's day is not UTC's. */
const anySales = fc.array(
  fc.record({
    customer: fc.nat(11),
    at: fc
      .tuple(fc.nat(420), fc.constantFrom(0, 22.5, 23, 23.5, 23.999, 12), fc.nat(59_999))
      .map(
        ([day, hour, ms]) => new Date(Date.parse('2010-11-01T00:00:00Z') + day * 86_400_000 + hour * 3_600_000 + ms),
      ),
    currency: fc.constantFrom(MAIN, MAIN, MAIN, 'JPY', 'EUR'),
    lines: fc.array(
      fc.tuple(
        fc.constantFrom('SALE' as const, 'SALE' as const, 'RETURN' as const, 'FEE' as const),
        fc.integer({ min: 1, max: 9_000 }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 80, maxLength: 80 },
);

let shop: Shop;
let customers: string[];
let sales: Sale[];

beforeAll(async () => {
  shop = await openShop();
  customers = [];
  for (let n = 0; n < 12; n++) customers.push(await shop.customer(`F-${n}`, { currency: currencyOf(n) }));
  sales = fc.sample(anySales, { numRuns: 1, seed: 20_111_210 })[0]!;
  for (const { customer, at, lines, currency } of sales)
    await shop.invoice(customers[customer]!, at.toISOString(), lines, currency);
});

/** The same sums by the plainest means. */
function plainly(asOf: string) {
  const seen = sales
    .map((sale) => ({ ...sale, day: dayIn(ZONE, sale.at) }))
    .filter((sale) => sale.day <= asOf)
    .flatMap((sale) => sale.lines.map(([kind, amount]) => ({ ...sale, kind, amount })));
  const sum = (kind: ShopLine[0], keep: (line: (typeof seen)[number]) => boolean) =>
    seen.filter((line) => line.kind === kind && keep(line)).reduce((all, line) => all + line.amount, 0);
  return { seen: seen.filter((line) => line.kind !== 'FEE'), sum };
}

describe.each(['2011-12-31', '2011-07-01', '2011-03-26', '2010-10-31'])('as of %s', (asOf) => {
  test('histories are the lines in the customer’s currency summed by the day of the shop, whatever the chunks', async () => {
    const { seen, sum } = plainly(asOf);
    const expected = customers.flatMap((customerId, customer) => {
      const days = [...new Set(seen.filter((line) => line.customer === customer).map((line) => line.day))].sort();
      const currency = currencyOf(customer);
      const entry = (day: string) => {
        const own = (l: Sale & { day: string }) => l.customer === customer && l.day === day && l.currency === currency;
        const other = (l: Sale & { day: string }) =>
          l.customer === customer && l.day === day && l.currency !== currency;
        return [dayNumber(day), sum('SALE', own), sum('RETURN', own), sum('SALE', other) > 0] as const;
      };
      return days.length > 0 ? [{ customerId, currency, days: days.map(entry) }] : [];
    });
    for (const chunk of [3, 100]) {
      const found = [];
      for (let after: string | null = null; ; ) {
        const ids: string[] = await customerIdsAfter(shop.db.orm, after, chunk);
        if (ids.length === 0) break;
        after = ids.at(-1)!;
        found.push(...(await purchaseHistories(shop.db.orm, { from: ids[0]!, to: after }, asOf, ZONE)));
      }
      expect(found.sort((a, b) => (a.customerId < b.customerId ? -1 : 1))).toEqual(expected);
    }
  });

  test('the curve and the months of the database are those of the plain rule, in the currency of the business alone', async () => {
    const { seen, sum } = plainly(asOf);
    const ours = (l: Sale) => l.currency === MAIN;
    const since = `${addDays(asOf, -200).slice(0, 7)}-01`;
    const [row] = await rowsOf<{ json: string }>(
      shop.db.orm,
      sql`select ${revenueFigures(asOf, { currency: MAIN, timezone: ZONE }, since, HEAD_PERCENT)}::text as json`,
    );
    const { months, points, ...figures } = JSON.parse(row!.json) as RevenueFigures;
    const of = (n: number) => (l: Sale) => ours(l) && l.customer === n;
    const net = customers.map((_, n) => (currencyOf(n) === MAIN ? sum('SALE', of(n)) - sum('RETURN', of(n)) : 0));
    const { points: curve, ...rest } = paretoOf(net);
    expect(figures).toEqual({
      ...rest,
      elsewhere: new Set(seen.filter((l) => !ours(l) || currencyOf(l.customer) !== MAIN).map((l) => l.customer)).size,
      invoicesElsewhere: new Set(seen.filter((l) => !ours(l) && l.day >= since).map((l) => l.at.getTime())).size,
      later: sales.some(({ at }) => dayIn(ZONE, at) > asOf),
    });
    expect(points).toEqual(curve.slice(1).map((point) => [point.customers, point.revenue]));
    for (const { month, sold, returned } of months) {
      expect([month, sold]).toEqual([month, sum('SALE', (l) => ours(l) && l.day.startsWith(month))]);
      expect([month, returned]).toEqual([month, sum('RETURN', (l) => ours(l) && l.day.startsWith(month))]);
    }
    expect(months[0]?.month).toBe(since.slice(0, 7));
    expect(months.at(-1)?.month).toBe(asOf.slice(0, 7));
  });
});

test('what a customer is worth is in their currency alone; orders and the last purchase count in any', async () => {
  const everybody = sql`select customer_id from customers`;
  const rows = await rowsOf<{ customer_id: string; value: number; orders: number; last_purchase_at: string | null }>(
    shop.db.orm,
    sql`select customer_id, value::float8 as value, orders, last_purchase_at::text from (${revenueOf(everybody)}) r`,
  );
  const { seen, sum } = plainly('9999-12-31');
  for (const [n, customerId] of customers.entries()) {
    const own = (l: Sale) => l.customer === n && l.currency === currencyOf(n);
    const purchases = seen.filter((l) => l.customer === n && l.kind === 'SALE').map((l) => l.at.getTime());
    const { value, orders, last_purchase_at: last } = rows.find((row) => row.customer_id === customerId)!;
    expect([n, value, orders]).toEqual([n, sum('SALE', own) - sum('RETURN', own), new Set(purchases).size]);
    expect(last && Date.parse(last)).toBe(purchases.length > 0 ? Math.max(...purchases) : null);
  }
});

test('16,000 yen are no 160 pounds: they make nobody a key customer, and no pound is added to them', async () => {
  await ensureBusiness(
    shop.db.orm,
    { name: 'Shop', asOf: null, currency: MAIN, timezone: ZONE, locale: 'en' },
    shop.now,
  );
  const [abroad, mixed] = [await shop.customer('77002', { currency: 'JPY' }), await shop.customer('12980')];
  await shop.invoice(abroad, '2011-03-01T10:00:00Z', [['SALE', 9_000_000]], 'JPY');
  await shop.invoice(mixed, '2011-03-01T10:00:00Z', [['SALE', 739_121]]);
  await shop.invoice(mixed, '2011-04-01T10:00:00Z', [['SALE', 3_100]], 'EUR');
  await setTotals(shop.db.orm, revenueOf(sql`select customer_id from customers`), shop.now);
  await segmentByValue(shop.db.orm, shop.now);
  const rows = await rowsOf(
    shop.db.orm,
    sql`select value::float8 as value, currency, orders, segment from customers
      where number in ('77002', '12980') order by number`,
  );
  expect(rows).toEqual([
    { value: 739_121, currency: 'GBP', orders: 2, segment: 'KEY' },
    { value: 9_000_000, currency: 'JPY', orders: 1, segment: 'STANDARD' },
  ]);
});
