import { describe, expect, it } from 'vitest';
import { piecesGone, type ClaimedPieces } from './pieces.ts';

const claim = (more: Partial<ClaimedPieces>): ClaimedPieces => ({
  kind: 'RETURN',
  status: 'DECIDED',
  outcome: 'ALLOWED',
  remedy: 'REFUND',
  quantity: 2,
  on: '2011-03-10',
  refund: 200,
  ...more,
});
const held = (...claims: Partial<ClaimedPieces>[]) => piecesGone(claims.map(claim), []).claimed;

describe('pieces that cannot be claimed again', () => {
  it('are those of open, decided and refunded claims, not of refused or withdrawn ones', () => {
    expect(held({}, { status: 'SETTLED' }, { status: 'OPEN', outcome: 'REFUSED', refund: null })).toBe(6);
    expect(held({ status: 'WITHDRAWN' }, { outcome: 'REFUSED', remedy: null }, { outcome: 'NOT_COVERED' })).toBe(0);
  });

  it('a repaired or replaced piece can be claimed again once that was done', () => {
    const repair = { kind: 'REPAIR', remedy: 'REPAIR', refund: null } as const;
    expect(held(repair)).toBe(2);
    expect(held({ ...repair, status: 'SETTLED' })).toBe(0);
    expect(held({ kind: 'REPAIR', remedy: 'REFUND', status: 'SETTLED' })).toBe(2);
  });

  it('service and upkeep hold nothing: the goods can fail or be given back meanwhile', () => {
    for (const kind of ['SERVICE', 'MAINTENANCE'] as const) {
      const served = { kind, remedy: null, refund: null } as const;
      expect(held(served, { ...served, status: 'OPEN' }, { ...served, remedy: 'REPAIR' })).toBe(0);
      // unless the money is given back: nobody is paid twice for one piece
      expect(held({ kind, remedy: 'REFUND', refund: 200 })).toBe(2);
    }
  });

  it('a credit note of the day of a claim or after is about the same pieces', () => {
    const on = (day: string, quantity: number) => piecesGone([claim({})], [{ on: day, quantity }]);
    expect(on('2011-03-09', 1)).toMatchObject({ claimed: 2, credited: 1 });
    expect(on('2011-03-10', 1)).toMatchObject({ claimed: 2, credited: 0 });
    expect(on('2011-04-01', 3)).toMatchObject({ claimed: 2, credited: 1, refundedPieces: 2, refunded: 200 });
  });

  it('one credit note explains no more claims than it has pieces', () => {
    const gone = piecesGone([claim({}), claim({ on: '2011-03-12' })], [{ on: '2011-03-20', quantity: 3 }]);
    expect(gone).toMatchObject({ claimed: 4, credited: 0 });
  });
});
