import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundOf, refundShare } from './shares.ts';

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
