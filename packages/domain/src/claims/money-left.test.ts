import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyLeft, mostPaidBack, type GivingClaim } from './money-left.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const claim = (
  status: GivingClaim['status'],
  refundPaid: number | null,
  ...lines: [string, number | null][]
): GivingClaim => ({
  status,
  refundPaid,
  lines: lines.map(([saleLineId, refund]) => ({ saleLineId, refund })),
});
const leftOf = (paid: Record<string, number>, ...claims: GivingClaim[]) =>
  Object.fromEntries(moneyLeft(new Map(Object.entries(paid)), claims));

describe('money that can still be given back of a line', () => {
  it('is what was paid, less what claims were decided or paid, but for those withdrawn', () => {
    expect(leftOf({ a: 100 })).toEqual({ a: 100 });
    expect(leftOf({ a: 100 }, claim('DECIDED', null, ['a', 30]), claim('WITHDRAWN', null, ['a', 70]))).toEqual({
      a: 70,
    });
    expect(leftOf({ a: 100 }, claim('OPEN', null, ['a', null]))).toEqual({ a: 100 });
    expect(leftOf({ a: 100 }, claim('SETTLED', 50, ['a', 30]))).toEqual({ a: 50 });
    // money for goods that were repaired
    expect(leftOf({ a: 100 }, claim('SETTLED', 20, ['a', null]))).toEqual({ a: 80 });
  });

  it('what was given beyond the refunds of several lines lies on them in order, never on what others are owed', () => {
    const both = claim('SETTLED', 90, ['a', 30], ['b', 30]);
    expect(leftOf({ a: 100, b: 100 }, both)).toEqual({ a: 40, b: 70 });
    expect(leftOf({ a: 100, b: 100 }, both, claim('DECIDED', null, ['a', 60]))).toEqual({ a: 0, b: 50 });
    expect(leftOf({ a: 10, b: 10 }, both)).toEqual({ a: -50, b: -20 });
  });

  it('the most for a claim leaves the others what is theirs', () => {
    const paid = new Map([
      ['a', 100],
      ['b', 40],
    ]);
    const decided = claim('DECIDED', null, ['a', 60]);
    expect(mostPaidBack(paid, [], claim('DECIDED', null, ['a', 30], ['a', 1]))).toBe(100);
    expect(mostPaidBack(paid, [decided], claim('DECIDED', null, ['a', 30], ['b', null]))).toBe(80);
    expect(mostPaidBack(paid, [claim('SETTLED', 300, ['a', 60])], claim('DECIDED', null, ['a', 0], ['b', 0]))).toBe(40);
  });

  it('a gift for several lines does not fall on the line whose money a decided claim is still owed', () => {
    const paid = new Map([
      ['b', 1],
      ['c', 2],
    ]);
    const gift = claim('SETTLED', 1, ['b', null], ['c', null]);
    expect(mostPaidBack(paid, [gift], claim('DECIDED', null, ['b', 1]))).toBe(1);
    expect(mostPaidBack(paid, [gift, claim('DECIDED', null, ['b', 1])], claim('DECIDED', null, ['c', 1]))).toBe(1);
  });

  /** What staff may do with claims on three lines: at random, within what is allowed. */
  const deed = fc.oneof(
    fc.record({
      what: fc.constant('open' as const),
      lines: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      wanted: fc.array(fc.option(fc.integer({ min: 0, max: 120 })), { minLength: 3, maxLength: 3 }),
    }),
    fc.record({
      what: fc.constant('settle' as const),
      which: fc.nat(9),
      more: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ what: fc.constant('withdraw' as const), which: fc.nat(9) }),
  );

  it('whatever is opened, settled and withdrawn: nobody gets more than was paid, and what was decided can be paid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
        fc.array(deed, { maxLength: 25 }),
        (prices, deeds) => {
          const paid = new Map(['a', 'b', 'c'].map((id, index) => [id, prices[index]!]));
          const all: GivingClaim[] = [];
          const settled: GivingClaim[] = [];
          const inOrder = () => [...settled, ...all.filter((each) => !settled.includes(each))];
          for (const each of deeds) {
            if (each.what === 'open') {
              const left = moneyLeft(paid, inOrder());
              const lines = each.lines.map((id, index): [string, number | null] => {
                const wanted = each.wanted[index] ?? null;
                return [id, wanted === null ? null : Math.min(wanted, Math.max(0, left.get(id)!))];
              });
              all.push(claim('DECIDED', null, ...lines));
            } else {
              const decided = all.filter(({ status }) => status === 'DECIDED');
              const one = decided[each.which % Math.max(1, decided.length)];
              if (!one) continue;
              if (each.what === 'withdraw') one.status = 'WITHDRAWN';
              else {
                const refund = sum(one.lines.map((line) => line.refund ?? 0));
                const most = mostPaidBack(
                  paid,
                  inOrder().filter((other) => other !== one),
                  one,
                );
                expect(most).toBeGreaterThanOrEqual(refund);
                one.status = 'SETTLED';
                one.refundPaid = refund + Math.floor((most - refund) * each.more);
                settled.push(one);
              }
            }
            // of any lines, what claims on them alone were given is no more than was paid for them
            for (const some of [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']]) {
              const within = settled.filter(({ lines }) => lines.every(({ saleLineId }) => some.includes(saleLineId)));
              const given = sum(within.map(({ refundPaid }) => refundPaid!));
              expect(given).toBeLessThanOrEqual(sum(some.map((id) => paid.get(id)!)));
            }
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
