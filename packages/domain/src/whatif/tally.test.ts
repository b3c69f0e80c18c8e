import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JUDGEMENTS } from './judge.ts';
import { effectOn, shareOut, Tally, type ReplayedClaim } from './tally.ts';

const claim = (change: Partial<ReplayedClaim> = {}): ReplayedClaim => ({
  customerId: 'c',
  invoiceId: 'i',
  quantity: 1,
  value: 100,
  before: 'ALLOWED',
  after: 'ALLOWED',
  assumed: { before: false, after: false },
  ...change,
});
const period = { from: '2010-12-10', to: '2011-12-10' };
const anyClaim = fc.record({
  customerId: fc.constantFrom('a', 'b'),
  invoiceId: fc.constantFrom('i', 'j'),
  quantity: fc.integer({ min: 1, max: 50 }),
  value: fc.integer({ min: 0, max: 10_000 }),
  before: fc.constantFrom(...JUDGEMENTS),
  after: fc.constantFrom(...JUDGEMENTS),
  assumed: fc.constant({ before: false, after: false }),
});

describe('what-if: every return invoice is accounted for', () => {
  it('judged, judged in part, or not at all and why', () => {
    const tally = new Tally('GBP');
    tally.invoice([claim(), claim({ after: 'REFUSED' })]);
    tally.invoice([claim({ after: 'NOT_COVERED' })]);
    tally.invoice([claim(), claim({ before: 'NO_PURCHASE', after: 'NO_PURCHASE' })]);
    tally.invoice([claim({ before: 'NO_PURCHASE', after: 'NO_PURCHASE' })]);
    tally.invoice([claim({ after: 'UNDECIDABLE' }), claim({ before: 'NO_PURCHASE', after: 'NO_PURCHASE' })]);
    tally.invoice([]);
    tally.setAside('NO_CUSTOMER', 500);
    expect(tally.result(period).invoices).toEqual({
      all: 7,
      judged: 2,
      partly: 1,
      notJudged: [
        { reason: 'NO_CUSTOMER', invoices: 1, value: 500 },
        { reason: 'ONLY_FEES', invoices: 1, value: 0 },
        { reason: 'NO_PURCHASE', invoices: 1, value: 0 },
        { reason: 'UNDECIDABLE', invoices: 1, value: 0 },
      ],
    });
  });

  it('parts sum to the whole, whatever came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyClaim, { maxLength: 5 }), { maxLength: 20 }), (invoices) => {
        const tally = new Tally('GBP');
        for (const claims of invoices) tally.invoice(claims);
        const { outcomes, moves, invoices: found, cost } = tally.result(period);
        const all = invoices.flat();
        const total = (side: 'before' | 'after', of: 'claims' | 'quantity' | 'value') =>
          outcomes.reduce((sum, each) => sum + each[side][of], 0);
        for (const side of ['before', 'after'] as const) {
          expect(total(side, 'claims')).toBe(all.length);
          expect(total(side, 'quantity')).toBe(all.reduce((sum, each) => sum + each.quantity, 0));
          expect(total(side, 'value')).toBe(all.reduce((sum, each) => sum + each.value, 0));
          expect(cost[side].low).toBeLessThanOrEqual(cost[side].high);
        }
        expect(found.judged + found.partly + found.notJudged.reduce((sum, each) => sum + each.invoices, 0)).toBe(
          invoices.length,
        );
        expect(found.all).toBe(invoices.length);
        expect(moves.reduce((sum, each) => sum + each.claims, 0)).toBe(
          all.filter(({ before, after }) => before !== after).length,
        );
      }),
    );
  });
});

describe('what-if: what rests on a day that nobody wrote down', () => {
  it('S11 is counted apart on each side, and so is what is gained by it', () => {
    const tally = new Tally('GBP');
    const after = { before: false, after: true };
    tally.invoice([
      claim(),
      claim({ value: 20, assumed: after }),
      claim({ value: 3, before: 'REFUSED', assumed: after }),
      claim({ value: 4000, after: 'REFUSED', assumed: { before: true, after: false } }),
    ]);
    const repair = { kind: 'REPAIR', quantity: 2, value: 7, before: 'REFUSED', after: 'ALLOWED' } as const;
    tally.claim({ ...repair, assumed: after });
    tally.claim({ ...repair, assumed: { before: false, after: false } });
    const { assumed, claims } = tally.result(period);
    expect(assumed).toEqual({
      before: { claims: 1, quantity: 1, value: 4000 },
      after: { claims: 2, quantity: 2, value: 23 },
      gained: { claims: 1, quantity: 1, value: 3 },
    });
    expect(claims).toMatchObject([{ assumed: { before: { claims: 0 }, after: { claims: 1, quantity: 2, value: 7 } } }]);
  });
});

describe('what-if: winners, losers and cost', () => {
  it('a customer wins by what is allowed now and was not, and loses by the opposite', () => {
    expect(
      effectOn(
        'c',
        [
          claim({ before: 'REFUSED', quantity: 3, value: 30 }),
          claim({ before: 'NOT_COVERED', value: 4 }),
          claim({ after: 'REFUSED', quantity: 12, value: 200 }),
          claim({ before: 'REFUSED', after: 'NOT_COVERED', value: 1000 }),
        ],
        [
          { less: true, more: false },
          { less: false, more: false },
        ],
      ),
    ).toEqual({
      customerId: 'c',
      won: 2,
      wonQuantity: 4,
      wonValue: 34,
      lost: 1,
      lostQuantity: 12,
      lostValue: 200,
      purchasesLess: 1,
      purchasesMore: 0,
    });
    expect(effectOn('c', [claim()], [{ less: false, more: false }])).toBeNull();
  });

  it('C21 what changes is told in claims, pieces and worth, like every other figure', () => {
    const lost = [claim({ after: 'REFUSED', quantity: 12, value: 200 }), claim({ after: 'REFUSED', quantity: 5 })];
    const won = [claim({ customerId: 'd', before: 'REFUSED', quantity: 7, value: 30 })];
    const tally = new Tally('GBP');
    tally.invoice([...lost, ...won]);
    tally.effect(effectOn('c', lost, [])!);
    tally.effect(effectOn('d', won, [])!);
    const { moves, losers, winners } = tally.result(period);
    expect(losers).toEqual({ customers: 1, claims: 2, quantity: 17, value: 300 });
    expect(winners).toEqual({ customers: 1, claims: 1, quantity: 7, value: 30 });
    expect(moves).toMatchObject([
      { before: 'ALLOWED', claims: 2, quantity: 17, value: 300 },
      { after: 'ALLOWED', claims: 1, quantity: 7, value: 30 },
    ]);
  });

  it('costs what is allowed for certain, and at most what cannot be judged on top', () => {
    const tally = new Tally('GBP');
    tally.invoice([
      claim({ value: 10 }),
      claim({ value: 200, after: 'REFUSED' }),
      claim({ value: 3000, before: 'NO_PURCHASE', after: 'NO_PURCHASE' }),
    ]);
    tally.setAside('NO_CUSTOMER', 40_000);
    expect(tally.result(period).cost).toEqual({
      before: { low: 210, high: 43_210 },
      after: { low: 10, high: 43_010 },
    });
  });

  it('the value of a line is shared out over its parts to the last penny', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([33, 33, 34]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
        (total, quantities) => {
          const shares = shareOut(total, quantities);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
