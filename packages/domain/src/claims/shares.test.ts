import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discounted, refundOf, refundShare } from './shares.ts';

describe('shares of a discount on a purchase', () => {
  it('2 × 500.00 less 200.00 cost 800.00', () => {
    expect(discounted([100_000], 20_000)).toEqual([80_000]);
    expect(discounted([50_000, 50_000], 20_000)).toEqual([40_000, 40_000]);
  });

  it('what cannot be divided goes to the lines that were cut off most, of equals to the first', () => {
    expect(discounted([100, 100, 100], 100)).toEqual([66, 67, 67]);
    expect(discounted([100, 200], 100)).toEqual([67, 133]);
    expect(discounted([0, 5, 0], 3)).toEqual([0, 2, 0]);
    expect(discounted([100, 50], 200)).toEqual([0, 0]);
    expect(discounted([100, 50], 0)).toEqual([100, 50]);
    expect(discounted([], 10)).toEqual([]);
  });

  it('sum to the discount exactly, each within a penny of its part, and no line is worth less than nothing', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 11 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10 ** 12 }), (goods, discount) => {
        const total = goods.reduce((sum, amount) => sum + amount, 0);
        const after = discounted(goods, discount);
        expect(after.reduce((sum, amount) => sum + amount, 0)).toBe(Math.max(0, total - discount));
        after.forEach((amount, index) => {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(goods[index]!);
          const off = BigInt(goods[index]! - amount) * BigInt(total);
          const part = BigInt(Math.min(discount, total)) * BigInt(goods[index]!);
          expect(off > part ? off - part : part - off).toBeLessThanOrEqual(BigInt(total));
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('shares of a partial refund', () => {
  it('three of a line of 1.00 come back one by one: 33 + 34 + 33 pence', () => {
    expect([0, 1, 2].map((before) => refundShare(100, 3, before, 1))).toEqual([33, 34, 33]);
  });

  it('halves go to the even neighbour', () => {
    expect(refundShare(5, 2, 0, 1)).toBe(2);
    expect(refundShare(5, 2, 1, 1)).toBe(3);
    expect(refundShare(15, 2, 0, 1)).toBe(8);
  });

  it('more than was bought, and no piece at all, are refused by name', () => {
    expect(() => refundShare(100, 3, 1, 3)).toThrow(
      expect.objectContaining({ code: 'MORE_THAN_BOUGHT', params: { bought: 3, gone: 1, wanted: 3, left: 2 } }),
    );
    for (const bad of [0, -1, 1.5]) {
      expect(() => refundShare(100, 3, 0, bad)).toThrow(expect.objectContaining({ code: 'BAD_QUANTITY' }));
    }
  });

  it('C11 no more is told to have come back than was bought, also where a piece was counted twice', () => {
    expect(() => refundShare(100, 2, 4, 1)).toThrow(
      expect.objectContaining({
        code: 'MORE_THAN_BOUGHT',
        message: expect.stringContaining('of 2 bought 2 came back'),
        params: { bought: 2, gone: 2, wanted: 1, left: 0 },
      }),
    );
  });

  /** A line and its pieces in portions. */
  const portions = fc
    .tuple(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
    )
    .map(([amount, parts]) => ({ amount, parts, quantity: parts.reduce((sum, part) => sum + part, 0) }));

  it('sum to the line exactly, in whatever portions it comes back, and none is negative', () => {
    fc.assert(
      fc.property(portions, ({ amount, parts, quantity }) => {
        let back = 0;
        const shares = parts.map((part) => {
          const share = refundShare(amount, quantity, back, part);
          back += part;
          return share;
        });
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('still sum exactly where claims are withdrawn in between', () => {
    fc.assert(
      fc.property(portions, fc.infiniteStream(fc.boolean()), ({ amount, parts, quantity }, withdrawn) => {
        const before = { credited: 0, claimed: 0, refunded: 0 };
        const claim = (part: number) => {
          const refund = refundOf(amount, quantity, before, part);
          before.claimed += part;
          before.refunded += refund;
          return refund;
        };
        for (const part of parts) {
          const refund = claim(part);
          if (withdrawn.next().value) {
            before.claimed -= part;
            before.refunded -= refund;
          }
        }
        if (before.claimed < quantity) claim(quantity - before.claimed);
        expect(before.refunded).toBe(amount);
      }),
      { numRuns: 1_000 },
    );
  });
});
