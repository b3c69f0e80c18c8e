import { HEAD_PERCENT, paretoOf } from '@perennial/domain/insights/pareto';
import { addDays, dayNumber } from '@perennial/domain/shared/period';
import { rowsOf } from '@perennial/kernel/db/database';
import { dayIn } from '@perennial/kernel/write/business';
import { openShop, type Shop, type ShopLine } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { customerIdsAfter } from '../customers/index.ts';
import { purchaseHistories } from './facts.ts';
import { revenueFigures, type RevenueFigures } from './figures.ts';

const ZONE = 'Europe/London';

interface Sale {
  customer: number;
  at: Date;
  lines: ShopLine[];
}

/** Sales of a made-up year, many of them within the hours in which London's day is not UTC's. */
const anySales = fc.array(
  fc.record({
    customer: fc.nat(11),
    at: fc
      .tuple(fc.nat(420), fc.constantFrom(0, 22.5, 23, 23.5, 23.999, 12), fc.nat(59_999))
      .map(
        ([day, hour, ms]) => new Date(Date.parse('2010-11-01T00:00:00Z') + day * 86_400_000 + hour * 3_600_000 + ms),
      ),
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
  for (let n = 0; n < 12; n++) customers.push(await shop.customer(`F-${n}`));
  sales = fc.sample(anySales, { numRuns: 1, seed: 20_111_210 })[0]!;
  for (const sale of sales) await shop.invoice(customers[sale.customer]!, sale.at.toISOString(), sale.lines);
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
  test('histories are the lines summed by the day of the shop, whatever the chunks', async () => {
    const { seen, sum } = plainly(asOf);
    const expected = customers.flatMap((customerId, customer) => {
      const days = [...new Set(seen.filter((line) => line.customer === customer).map((line) => line.day))].sort();
      const entry = (day: string) =>
        [
          dayNumber(day),
          sum('SALE', (l) => l.customer === customer && l.day === day),
          sum('RETURN', (l) => l.customer === customer && l.day === day),
        ] as const;
      return days.length > 0 ? [{ customerId, days: days.map(entry) }] : [];
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

  test('the curve and the months of the database are those of the plain rule', async () => {
    const { sum } = plainly(asOf);
    const since = `${addDays(asOf, -200).slice(0, 7)}-01`;
    const [row] = await rowsOf<{ json: string }>(
      shop.db.orm,
      sql`select ${revenueFigures(asOf, ZONE, since, HEAD_PERCENT)}::text as json`,
    );
    const { months, points, ...figures } = JSON.parse(row!.json) as RevenueFigures;
    const net = customers.map((_, n) => sum('SALE', (l) => l.customer === n) - sum('RETURN', (l) => l.customer === n));
    const { points: curve, ...rest } = paretoOf(net);
    expect(figures).toEqual({ ...rest, later: sales.some(({ at }) => dayIn(ZONE, at) > asOf) });
    expect(points).toEqual(curve.slice(1).map((point) => [point.customers, point.revenue]));
    for (const { month, sold, returned } of months) {
      expect([month, sold]).toEqual([month, sum('SALE', (l) => l.day.startsWith(month))]);
      expect([month, returned]).toEqual([month, sum('RETURN', (l) => l.day.startsWith(month))]);
    }
    expect(months[0]?.month).toBe(since.slice(0, 7));
    expect(months.at(-1)?.month).toBe(asOf.slice(0, 7));
  });
});
