import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JUDGEMENTS } from './judge.ts';
import { uncredited, type ClaimedBack, type Credited } from './uncredited.ts';

const claim = (change: Partial<ClaimedBack> = {}): ClaimedBack => ({
  saleLineId: 'line',
  kind: 'RETURN',
  on: '2011-03-10',
  bought: 4,
  quantity: 2,
  value: 500,
  before: 'REFUSED',
  after: 'ALLOWED',
  assumed: { before: false, after: true },
  ...change,
});
const credit = (change: Partial<Credited> = {}): Credited => ({
  saleLineId: 'line',
  on: '2011-03-12',
  quantity: 2,
  ...change,
});

describe('what-if: a claimed return counts where no credit note shows it', () => {
  it('refused and never credited: all of it; credited on its day or after: none of it', () => {
    expect(uncredited([claim()], [])).toEqual([claim()]);
    expect(uncredited([claim()], [credit()])).toEqual([]);
    expect(uncredited([claim()], [credit({ on: '2011-03-10' })])).toEqual([]);
  });

  it('a credit note of before the claim, or of another line, is for other goods', () => {
    expect(uncredited([claim()], [credit({ on: '2011-03-09' })])).toEqual([claim()]);
    expect(uncredited([claim()], [credit({ saleLineId: 'other' }), credit({ saleLineId: null })])).toEqual([claim()]);
  });

  it('part of it credited: the other pieces, with their share of the value', () => {
    expect(uncredited([claim({ value: 501 })], [credit({ quantity: 1 })])).toEqual([
      claim({ quantity: 1, value: 250 }),
    ]);
  });

  it('a credit note is for what was allowed, though it was claimed later', () => {
    const allowed = claim({ before: 'ALLOWED', on: '2011-03-11' });
    expect(uncredited([claim(), allowed], [credit()])).toEqual([claim()]);
  });

  it('what was claimed again after a refusal is given back once', () => {
    expect(uncredited([claim({ bought: 2, on: '2011-03-20' }), claim({ bought: 2 })], [])).toEqual([
      claim({ bought: 2 }),
    ]);
  });

  it('never more pieces than were bought and not credited, and never worth more than was claimed', () => {
    const day = fc.constantFrom('2011-03-09', '2011-03-10', '2011-03-11');
    const some = fc.integer({ min: 1, max: 4 });
    const claims = fc.array(
      fc.record({ on: day, quantity: some, value: fc.nat(999), before: fc.constantFrom(...JUDGEMENTS) }),
      { maxLength: 5 },
    );
    const credits = fc.array(fc.record({ on: day, quantity: some }), { maxLength: 3 });
    fc.assert(
      fc.property(claims, credits, (claimed, credited) => {
        const all = claimed.map((each) => claim(each));
        const left = uncredited(
          all,
          credited.map((each) => credit(each)),
        );
        const sum = (list: readonly { quantity: number }[]) => list.reduce((total, each) => total + each.quantity, 0);
        expect(sum(left)).toBeLessThanOrEqual(Math.max(0, 4 - sum(credited)));
        for (const each of left) expect(each.quantity).toBeGreaterThan(0);
        const worth = (list: readonly { value: number }[]) => list.reduce((total, each) => total + each.value, 0);
        expect(worth(left)).toBeLessThanOrEqual(worth(all));
      }),
    );
  });
});
