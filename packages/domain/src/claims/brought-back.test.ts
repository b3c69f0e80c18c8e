import { describe, expect, it } from 'vitest';
import { broughtBack, type ClaimedOfLine, type CreditLine, type CreditedOfLine } from './brought-back.ts';

const NONE = { bought: 6, returned: 0, boughtValue: 6000, returnedValue: 0, recent: 0, withoutPurchase: 0 };
const back = (change: Partial<ClaimedOfLine> = {}): ClaimedOfLine => ({
  saleLineId: 'l1',
  currency: 'GBP',
  kind: 'RETURN',
  status: 'SETTLED',
  outcome: 'ALLOWED',
  remedy: null,
  quantity: 3,
  on: '2011-12-01',
  refund: 900,
  ...change,
});
const note = (quantity: number, on: string, saleLineId = 'l1', line: Partial<CreditLine> = {}): CreditedOfLine => ({
  saleLineId,
  quantity,
  on,
  creditLine: { id: `${saleLineId} ${on}`, pieces: quantity, worth: quantity * 300, currency: 'GBP', ...line },
});
/** Of returns alone: without what the credit notes say themselves. */
const seen = (claims: ClaimedOfLine[], credits: CreditedOfLine[] = []) => {
  const { returned, returnedValue, recent } = broughtBack(NONE, claims, credits, {
    until: '2011-12-10',
    currency: 'GBP',
  });
  return [returned, returnedValue, recent];
};

describe('C10 what a customer brought back', () => {
  it('C10 is what was claimed and allowed, beside what credit notes say', () => {
    expect(seen([back(), back({ saleLineId: 'l2', status: 'DECIDED' })])).toEqual([2, 1800, 2]);
    const more = { ...NONE, returned: 2, returnedValue: 50, recent: 1, withoutPurchase: 1 };
    expect(broughtBack(more, [back()], [], { until: '2011-12-10', currency: 'GBP' })).toEqual({
      ...more,
      returned: 3,
      returnedValue: 950,
      recent: 2,
    });
  });

  it('C10 is nothing that was withdrawn, refused, repaired or exchanged, nor what somebody has still to look at', () => {
    for (const change of [
      { status: 'WITHDRAWN' },
      { status: 'OPEN' },
      { outcome: 'REFUSED' },
      { kind: 'REPAIR', remedy: 'REPAIR' },
      { remedy: 'REPLACE' },
      // faulty goods, for which a repair was asked
      { kind: 'REPAIR', remedy: 'REFUND' },
    ] as const) {
      expect(seen([back(change)]), JSON.stringify(change)).toEqual([0, 0, 0]);
    }
  });

  it('C10 counts no piece twice whose credit note is on record', () => {
    expect(seen([back()], [note(3, '2011-12-05')])).toEqual([0, 0, 0]);
    expect(seen([back()], [note(2, '2011-12-05')])).toEqual([0, 300, 0]);
    // of another line, of before the claim, and of after the day of which this is told
    expect(seen([back()], [note(3, '2011-12-05', 'l2')])).toEqual([1, 900, 1]);
    expect(seen([back()], [note(3, '2011-11-30')])).toEqual([1, 900, 1]);
    expect(seen([back()], [note(3, '2011-12-11')])).toEqual([1, 900, 1]);
  });

  it('C10 money back for faulty goods scores the same before its credit note and after', () => {
    const faulty = (change: Partial<ClaimedOfLine> = {}) =>
      back({ kind: 'REPLACEMENT', remedy: 'REFUND', on: '2011-11-01', ...change });
    // what the record of sales says with the credit notes of 3, 300 each
    const seenWith = (claims: ClaimedOfLine[], ...credits: CreditedOfLine[]) => {
      const history = { ...NONE, returned: 4, returnedValue: 2000, recent: 3 };
      const { returned, returnedValue, recent } = broughtBack(history, claims, credits, {
        until: '2011-12-10',
        currency: 'GBP',
      });
      return [returned - 4, returnedValue - 2000, recent - 3];
    };
    expect(seenWith([faulty()])).toEqual([0, 0, 0]);
    expect(seenWith([faulty()], note(3, '2011-12-05'))).toEqual([-1, -900, -1]);
    expect(seenWith([faulty({ on: '2011-08-01' })], note(3, '2011-08-05'))).toEqual([-1, -900, 0]);
    // of one line of the note: pieces of several purchases, of which some are faulty
    const same = { id: 'c1', pieces: 3, worth: 901 };
    const two = [note(1, '2011-12-05', 'l1', same), note(2, '2011-12-05', 'l2', same)];
    expect(seenWith([faulty({ quantity: 1 })], ...two)).toEqual([0, -300, 0]);
    expect(seenWith([faulty({ quantity: 1 }), faulty({ saleLineId: 'l2', quantity: 2 })], ...two)).toEqual([
      -1, -901, -1,
    ]);
    // a note of before the claim, of more than a year ago, of another money, of what was refused or given back at will
    expect(seenWith([faulty()], note(3, '2011-10-31'))).toEqual([0, 0, 0]);
    expect(seenWith([faulty({ on: '2010-12-01' })], note(3, '2010-12-10'))).toEqual([0, 0, 0]);
    expect(seenWith([faulty()], note(3, '2011-12-05', 'l1', { currency: 'EUR' }))).toEqual([-1, 0, -1]);
    expect(seenWith([faulty({ outcome: 'REFUSED' })], note(3, '2011-12-05'))).toEqual([0, 0, 0]);
    expect(seenWith([back()], note(3, '2011-12-05'))).toEqual([0, 0, 0]);
    // a return of the same line is still one
    expect(seenWith([back(), faulty({ quantity: 1 })], note(1, '2011-12-05'))).toEqual([0, 600, 0]);
  });

  it('C10 is of the twelve months, the day itself among them, and of the money it is weighed in', () => {
    expect(seen([back({ on: '2010-12-10' })])).toEqual([0, 0, 0]);
    expect(seen([back({ on: '2010-12-11' })])).toEqual([1, 900, 0]);
    expect(seen([back({ on: '2011-09-11' })])).toEqual([1, 900, 0]);
    expect(seen([back({ on: '2011-09-12' })])).toEqual([1, 900, 1]);
    expect(seen([back({ on: '2011-12-10' })])).toEqual([1, 900, 1]);
    expect(seen([back({ on: '2011-12-11' })])).toEqual([0, 0, 0]);
    expect(seen([back({ currency: 'EUR' })])).toEqual([1, 0, 1]);
  });
});
