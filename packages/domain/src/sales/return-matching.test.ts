import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchReturns, type MatchableLine } from './return-matching.ts';

const sale = (id: string, at: number, quantity: number): MatchableLine => ({ id, kind: 'SALE', at, quantity });
const back = (id: string, at: number, quantity: number): MatchableLine => ({ id, kind: 'RETURN', at, quantity });

describe('matching returns to purchases', () => {
  it('takes the newest purchase first and goes back in time for the rest', () => {
    const { matches, unmatched } = matchReturns([sale('old', 1, 10), sale('new', 2, 4), back('r', 3, -6)]);
    expect(matches).toEqual([
      { returnLineId: 'r', saleLineId: 'new', quantity: 4 },
      { returnLineId: 'r', saleLineId: 'old', quantity: 2 },
    ]);
    expect(unmatched.size).toBe(0);
  });

  it('gives no piece out twice', () => {
    const { matches } = matchReturns([sale('a', 1, 3), sale('b', 2, 3), back('r1', 3, -3), back('r2', 4, -2)]);
    expect(matches.map((m) => [m.returnLineId, m.saleLineId, m.quantity])).toEqual([
      ['r1', 'b', 3],
      ['r2', 'a', 2],
    ]);
  });

  it('a later purchase never explains an earlier return', () => {
    const { matches, unmatched } = matchReturns([back('r', 1, -5), sale('later', 2, 5)]);
    expect(matches).toEqual([]);
    expect(unmatched).toEqual(new Map([['r', 5]]));
  });

  it('a purchase of the same moment counts as before', () => {
    expect(matchReturns([back('r', 1, -5), sale('z', 1, 5)]).matches).toHaveLength(1);
  });

  it('keeps what exceeds all purchases as unmatched', () => {
    expect(matchReturns([sale('a', 1, 2), back('r', 2, -5)]).unmatched.get('r')).toBe(3);
  });

  const history = fc
    .array(
      fc.record({
        kind: fc.constantFrom<'SALE' | 'RETURN'>('SALE', 'RETURN'),
        at: fc.integer({ min: 0, max: 20 }),
        quantity: fc.integer({ min: 0, max: 30 }),
      }),
      { maxLength: 40 },
    )
    .map((lines) =>
      lines.map((line, i) => ({
        ...line,
        id: String(i).padStart(3, '0'),
        quantity: line.kind === 'SALE' ? line.quantity : -line.quantity,
      })),
    );

  it('conserves pieces, respects time and is independent of the order given', () => {
    fc.assert(
      fc.property(history, fc.integer(), (lines, seed) => {
        const { matches, unmatched } = matchReturns(lines);
        const byId = new Map(lines.map((l) => [l.id, l]));
        for (const line of lines) {
          const own = matches.filter((m) => (line.kind === 'SALE' ? m.saleLineId : m.returnLineId) === line.id);
          const sum = own.reduce((total, m) => total + m.quantity, 0);
          if (line.kind === 'SALE') expect(sum).toBeLessThanOrEqual(line.quantity);
          else expect(sum + (unmatched.get(line.id) ?? 0)).toBe(Math.abs(line.quantity));
        }
        for (const m of matches) {
          expect(m.quantity).toBeGreaterThan(0);
          expect(byId.get(m.saleLineId)!.at).toBeLessThanOrEqual(byId.get(m.returnLineId)!.at);
        }
        const shuffled = [...lines].sort(
          (a, b) => ((Number(a.id) * 31 + seed) % 17) - ((Number(b.id) * 31 + seed) % 17),
        );
        expect(matchReturns(shuffled)).toEqual({ matches, unmatched });
      }),
    );
  });

  it('leaves no newer piece unreturned when it takes an older one', () => {
    fc.assert(
      fc.property(history, (lines) => {
        const byId = new Map(lines.map((l) => [l.id, l]));
        const left = new Map(lines.filter((l) => l.kind === 'SALE').map((l) => [l.id, l.quantity]));
        for (const m of matchReturns(lines).matches) {
          const taken = byId.get(m.saleLineId)!;
          const until = byId.get(m.returnLineId)!.at;
          const newer = lines.filter(
            (l) => l.kind === 'SALE' && l.at <= until && (l.at > taken.at || (l.at === taken.at && l.id > taken.id)),
          );
          expect(newer.every((l) => left.get(l.id) === 0)).toBe(true);
          left.set(taken.id, left.get(taken.id)! - m.quantity);
        }
      }),
    );
  });

  it('finds a purchase for every piece that has one', () => {
    fc.assert(
      fc.property(history, (lines) => {
        const ordered = [...lines].sort((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === 'SALE' ? -1 : 1));
        let stock = 0;
        let missing = 0;
        for (const l of ordered) {
          if (l.kind === 'SALE') stock += l.quantity;
          else {
            const pieces = Math.abs(l.quantity);
            missing += Math.max(0, pieces - stock);
            stock = Math.max(0, stock - pieces);
          }
        }
        const found = [...matchReturns(lines).unmatched.values()].reduce((a, b) => a + b, 0);
        expect(found).toBe(missing);
      }),
    );
  });
});
