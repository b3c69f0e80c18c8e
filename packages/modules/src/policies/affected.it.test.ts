import { EVERYTHING as NOTHING_ASKED } from '@perennial/domain/policies/applicability';
import { casesOf, holds, UNKNOWN, type Cases, type Range, type Side } from '@perennial/domain/policies/cases';
import type { Facts } from '@perennial/domain/policies/facts';
import { withGoods } from '@perennial/domain/policies/goods';
import { factsFrom, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { monthsBetween } from '@perennial/domain/shared/period';
import { newId } from '@perennial/kernel/db/ids';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { openShop, type Shop } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { affectedBy, type AffectedCases } from './affected.ts';
import { createPolicy } from './policy-service.ts';

/**
 * The guard asks the database which purchases are in the cases of a cut, by what was frozen of them; the domain's `holds`
 * knows the answer. The customers are none of what they were at the sale any more.
 */
let shop: Shop;
let policyId: string;
/** Facts of each good on it. */
const bought: { customerId: string; facts: Facts[]; total: number }[] = [];

const AS_OF = '2011-12-10';
const REGIONS = ['France', 'Spain', 'Peru'];
const SEGMENTS = ['KEY', 'STANDARD'];
const GOODS = [
  { code: 'CLOCK', category: 'clocks', complexity: 'HIGH', extras: [] },
  { code: 'LAMP', category: 'lamps', complexity: 'LOW', extras: [] },
  { code: 'BAG', category: null, complexity: 'LOW', extras: [] },
  { code: 'RELIC', category: null, complexity: null, extras: [] },
] as const;
/** Days around the ends of months, where tenure is counted differently by careless code. */
const DAYS = [
  { since: '2010-12-31', on: '2011-02-28' },
  { since: '2011-01-31', on: '2011-02-28' },
  { since: '2011-01-01', on: '2011-06-01' },
  { since: '2011-01-02', on: '2011-06-01' },
];
/** A total below 0 is an invoice on which more was let off than sold. */
const TOTALS = [99, 100, 5_000, -300, 0];
const FRAME = { currency: 'GBP', timezone: 'Europe/London' };

beforeAll(async () => {
  shop = await openShop();
  const made = await shop.write(AS_OF, (ctx) => createPolicy(ctx, { name: 'Promise' }));
  ({ policyId } = made);
  const { orm } = shop.db;
  let n = 0;
  for (const region of REGIONS) {
    for (const segment of SEGMENTS) {
      for (const good of GOODS) {
        const { since, on } = DAYS[(n + Math.floor(n / GOODS.length)) % DAYS.length]!;
        const total = TOTALS[n % TOTALS.length]!;
        const currency = n % 3 === 2 ? 'EUR' : 'GBP';
        n += 1;
        const customerId = await shop.customer(`C${n}`, { region: 'Chile', segment: 'LOST', since: '2011-12-01' });
        const value = currency === 'GBP' ? total : null;
        // every second purchase got another good by an import, which is judged by a worth of its own
        const goods = n % 2 === 0 ? [good, GOODS[(n + 1) % GOODS.length]!] : [good];
        const frozen: FrozenFacts = withGoods(
          {
            region: n % 7 === 0 ? null : region,
            segment,
            tenureMonths: n % 5 === 0 ? null : monthsBetween(since, on),
            value,
            goods: {},
            ...(value !== null && n % 2 === 0 ? { worths: { [goods[1]!.code]: n % 4 === 0 ? 100 : 0 } } : {}),
          },
          goods,
        );
        const invoiceId = newId();
        await orm.execute(sql`
          insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
          values (${customerId}, ${invoiceId}, ${`N${n}`}, ${`${on}T12:00:00Z`}::timestamptz, 'SALE', ${region}, ${currency}, ${total}, ${goods.length})`);
        for (const [ordinal, { code }] of goods.entries()) {
          await orm.execute(sql`
            insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
            values (${customerId}, ${newId()}, ${invoiceId}, ${code}, ${ordinal + 1}, 'A thing', 1, 100, ${ordinal === 0 ? total : 0}, ${currency}, 'SALE')`);
        }
        await orm.execute(sql`
          insert into entitlements (customer_id, id, invoice_id, policy_id, policy_version_id, granted_on, facts)
          values (${customerId}, ${newId()}, ${invoiceId}, ${policyId}, ${made.versionId}, ${on}, ${JSON.stringify(frozen)}::text::jsonb)`);
        bought.push({
          customerId,
          facts: goods.map(({ code }) =>
            factsFrom(frozen, FRAME.timezone, { at: on, code, deliveredOn: null }, { kind: 'returns' }),
          ),
          total: value ?? 0,
        });
      }
    }
  }
});

const EVERYTHING = casesOf(NOTHING_ASKED);
const side = (items: readonly string[]): fc.Arbitrary<Side> =>
  fc.record({ except: fc.boolean(), items: fc.subarray([...items, 'elsewhere']) });
const range = (low: number, around: readonly number[]): fc.Arbitrary<Range> =>
  fc.record({ low: fc.constantFrom(low, ...around), high: fc.constantFrom(null, ...around) });
const narrow: fc.Arbitrary<Cases> = fc.record({
  regions: side(REGIONS),
  segments: side(SEGMENTS),
  productCodes: side(GOODS.map(({ code }) => code)),
  categories: side(['clocks', 'lamps']),
  complexity: side(['LOW', 'HIGH']),
  value: range(UNKNOWN, [0, 1, 99, 100, 101, 5_000]),
  tenure: range(UNKNOWN, [0, 1, 2, 4, 5, 6]),
});
/** Most sets that ask for everything at once hold nobody: one or two conditions at a time tell more. */
const cases = fc.oneof(
  narrow,
  fc
    .tuple(narrow, fc.subarray(Object.keys(EVERYTHING) as (keyof Cases)[], { minLength: 1, maxLength: 2 }))
    .map(([each, asked]): Cases => ({ ...EVERYTHING, ...Object.fromEntries(asked.map((name) => [name, each[name]])) })),
);

describe('S11 who is affected', () => {
  it('is exactly who the cases of a cut hold by what was frozen, asked of all purchases in one statement', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 1, maxLength: 3 }), async (parts) => {
        const hit = bought.filter(({ facts }) => facts.some((good) => parts.some((each) => holds(each, good))));
        const found = await affectedBy(shop.db.orm, [{ carrying: { policyId }, cases: parts }], {
          asOf: AS_OF,
          ...FRAME,
        });
        expect(found.customers).toBe(hit.length);
        expect(found.valueAtRisk).toBe(hit.reduce((sum, { total }) => sum + Math.max(0, total), 0));
        const foremost = found.foremost.map(({ customerId }) => customerId);
        expect(foremost).toHaveLength(Math.min(20, hit.length));
        expect(hit.map(({ customerId }) => customerId)).toEqual(expect.arrayContaining(foremost));
      }),
      { numRuns: 60 },
    );
  });

  it('C12 sold in another currency: where no worth is asked for, and nothing at risk that would be in another money', async () => {
    const abroad = bought.filter(({ facts }) => facts[0]!.purchase!.value === null);
    const hit = (value: Range) =>
      affectedBy(shop.db.orm, [{ carrying: {}, cases: [{ ...EVERYTHING, value }] }], { asOf: AS_OF, ...FRAME });
    expect(abroad.length).toBeGreaterThan(0);
    expect(await hit({ low: UNKNOWN, high: 0 })).toMatchObject({ customers: abroad.length, valueAtRisk: 0 });
    expect(await hit({ low: 0, high: null })).toMatchObject({ customers: bought.length - abroad.length });
    expect(await hit({ low: UNKNOWN, high: null })).toMatchObject({ customers: bought.length });
  });

  it('whoever carries a promise of the kind or of the policy, by whichever version; longer ago than 12 months nobody is', async () => {
    const asked = (asOf: string, carrying: AffectedCases['carrying']) =>
      affectedBy(shop.db.orm, [{ carrying, cases: [EVERYTHING] }], { asOf, ...FRAME });
    const nobody = { customers: 0, valueAtRisk: 0, foremost: [] };
    const everybody = { customers: bought.length };
    expect(await asked(AS_OF, { policyId })).toMatchObject(everybody);
    expect(await asked(AS_OF, { policyId: newId() })).toMatchObject(nobody);
    expect(await asked(AS_OF, {})).toMatchObject(everybody);
    expect(await asked(AS_OF, { kind: 'returns' })).toMatchObject(nobody);
    await shop.db.orm.execute(
      sql`update policy_versions set terms = ${JSON.stringify([returnsWithin(30)])}::text::jsonb where policy_id = ${policyId}`,
    );
    expect(await asked(AS_OF, { kind: 'returns' })).toMatchObject(everybody);
    expect(await asked(AS_OF, { kind: 'warranty' })).toMatchObject(nobody);
    expect(await asked('2012-06-01', { policyId })).toMatchObject({
      customers: bought.filter(({ facts }) => facts[0]!.purchase!.at >= '2011-06-01').length,
    });
    expect(await asked('2013-01-01', { policyId })).toMatchObject(nobody);
    expect(await affectedBy(shop.db.orm, [], { asOf: AS_OF, ...FRAME })).toMatchObject(nobody);
  });
});
