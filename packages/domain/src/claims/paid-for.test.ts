import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paidFor, type SoldLine } from './paid-for.ts';

const goods = (amount: number, addedBy: string | null = null): SoldLine => ({ what: 'GOODS', amount, addedBy });
const off = (amount: number, addedBy: string | null = null): SoldLine => ({ what: 'DISCOUNT', amount, addedBy });
const paid = (...lines: SoldLine[]) => paidFor(lines).map((each) => each.paid);
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('S2 a discount is shared among the lines it was sold with', () => {
  it('goods that are added later take no part of it, nor those before of what is let off on them', () => {
    expect(paid(goods(100), goods(300), off(100))).toEqual([75, 225]);
    expect(paid(goods(100), off(50), goods(100, 'a'))).toEqual([50, 100]);
    expect(paid(goods(100), off(50), goods(100, 'a'), off(10, 'a'), goods(100, 'b'))).toEqual([50, 90, 100]);
    // of the sale's carriage: it is not on goods that were not there
    expect(paid(off(50), goods(100, 'a'))).toEqual([100]);
  });

  it('what is let off later, on no goods of its own, is on all that the purchase held by then', () => {
    expect(paid(goods(100), goods(100, 'a'), off(20, 'b'))).toEqual([90, 90]);
    expect(paid(goods(100), off(20, 'b'), goods(100, 'c'))).toEqual([80, 100]);
    expect(paid(goods(100), off(50), goods(100, 'a'), off(30, 'b'))).toEqual([40, 80]);
  });

  it('a discount in two lines is one', () => {
    expect(paid(goods(100), off(1), goods(100), goods(100), off(99))).toEqual([66, 67, 67]);
    expect(paid()).toEqual([]);
  });

  const amount = fc.integer({ min: 0, max: 10 ** 9 });
  /** What one sale or import brought: its goods, and what was let off on them. */
  const brought = fc.record({
    costs: fc.array(amount, { minLength: 1, maxLength: 6 }),
    discounts: fc.array(amount, { maxLength: 3 }),
  });

  it('whatever comes later, what was paid before stays, and what each brought sums to what was paid for it', () => {
    fc.assert(
      fc.property(fc.array(brought, { minLength: 1, maxLength: 5 }), (all) => {
        const lines: SoldLine[] = [];
        const before: number[] = [];
        all.forEach(({ costs, discounts }, index) => {
          const addedBy = index === 0 ? null : `import ${index}`;
          lines.push(...costs.map((each) => goods(each, addedBy)), ...discounts.map((each) => off(each, addedBy)));
          const now = paid(...lines);
          expect(now.slice(0, before.length)).toEqual(before);
          const own = now.slice(before.length);
          expect(sum(own)).toBe(Math.max(0, sum(costs) - sum(discounts)));
          own.forEach((each, place) => {
            expect(each).toBeGreaterThanOrEqual(0);
            expect(each).toBeLessThanOrEqual(costs[place]!);
          });
          before.push(...own);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
