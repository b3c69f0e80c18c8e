import { describe, expect, it } from 'vitest';
import type { Remedy } from '../policies/decision.ts';
import { CLAIM_KINDS, type ClaimKind } from './claim.ts';
import { piecesGone, piecesNotFor, type ClaimedPieces } from './pieces.ts';

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
      for (const remedy of ['SERVICE', null] as const) {
        const served = { kind, remedy, refund: null } as const;
        expect(held(served, { ...served, status: 'OPEN' }, { ...served, status: 'SETTLED' })).toBe(0);
      }
    }
  });

  it('C11 what gives a piece back, replaces or repairs it holds it, by whichever kind of claim it came', () => {
    for (const kind of CLAIM_KINDS) {
      for (const remedy of ['REFUND', 'REPLACE', 'REPAIR'] as const) {
        expect(held({ kind, remedy, refund: null }), `${kind} ${remedy}`).toBe(2);
        expect(held({ kind, remedy, refund: null, status: 'OPEN' })).toBe(2);
        expect(held({ kind, remedy, refund: null, status: 'SETTLED' })).toBe(remedy === 'REFUND' ? 2 : 0);
        expect(held({ kind, remedy, refund: null, status: 'WITHDRAWN' })).toBe(0);
      }
    }
  });

  it('C17 C18 only what takes the thing itself away keeps it from being served', () => {
    const left = (kind: ClaimKind, remedy: Remedy | null, by: Partial<ClaimedPieces>, credited = 0) =>
      piecesNotFor({ kind, remedy }, piecesGone([claim(by)], [{ quantity: credited, on: '2011-01-01' }]));
    const repair = { kind: 'REPAIR', remedy: 'REPAIR', refund: null } as const;
    const replace = { kind: 'SERVICE', remedy: 'REPLACE', refund: null } as const;
    const served = [
      ['MAINTENANCE', 'SERVICE'],
      ['SERVICE', 'SERVICE'],
      ['SERVICE', null],
    ] as const;
    for (const [kind, remedy] of served) {
      expect(left(kind, remedy, repair)).toBe(0);
      expect([left(kind, remedy, replace), left(kind, remedy, {})]).toEqual([2, 2]);
      expect(left(kind, remedy, repair, 1)).toBe(1);
    }
    for (const kind of CLAIM_KINDS) {
      for (const remedy of ['REFUND', 'REPLACE', 'REPAIR'] as const) expect(left(kind, remedy, repair)).toBe(2);
    }
    // what a person has yet to decide, and what is refused anyway
    for (const kind of ['RETURN', 'REPAIR', 'REPLACEMENT'] as const) expect(left(kind, null, repair)).toBe(2);
    expect(left('MAINTENANCE', 'SERVICE', { kind: 'REPLACEMENT', remedy: null, status: 'OPEN' })).toBe(2);
    expect(left('MAINTENANCE', 'SERVICE', { kind: 'REPLACEMENT', remedy: 'REPAIR' })).toBe(0);
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
