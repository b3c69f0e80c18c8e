import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendedBy, frozenGoods, withGoods, withoutImport } from './goods.ts';
import type { FrozenFacts } from './snapshot.ts';

const lamp = { code: 'LAMP', category: 'Lamps', complexity: 'LOW', extras: ['A bulb'] } as const;
const plain = { code: 'PLAIN', category: null, complexity: 'LOW', extras: [] } as const;
const facts: FrozenFacts = { region: null, segment: null, tenureMonths: 1, value: 900, goods: {}, extras: {} };

describe('S1, C20 goods as they are frozen with a promise', () => {
  it('S1, C20 plain goods are left out; of two lines of one product all that they bring along is kept', () => {
    expect(frozenGoods([lamp, { ...lamp, extras: ['A bulb', 'A cord'] }, plain])).toEqual({
      goods: { LAMP: { category: 'Lamps', complexity: 'LOW' } },
      extras: { LAMP: ['A bulb', 'A cord'] },
    });
    // a product of which nothing is known is not plain
    expect(frozenGoods([{ ...plain, complexity: null }]).goods).toEqual({
      PLAIN: { category: null, complexity: null },
    });
  });

  it('S1 what is said of goods takes the place of what was said of them, and touches no others', () => {
    const both = withGoods(facts, [lamp, { ...lamp, code: 'CORD' }]);
    expect(withGoods(both, [{ ...plain, code: 'LAMP' }])).toEqual({
      ...facts,
      goods: { CORD: { category: 'Lamps', complexity: 'LOW' } },
      extras: { CORD: ['A bulb'] },
    });
    expect(withGoods(both, [])).toEqual(both);
  });

  it('C20 where no extras were frozen, none are: what the products say today goes on counting', () => {
    const { extras: _, ...before } = facts;
    expect(withGoods(before, [lamp])).toEqual({ ...before, goods: { LAMP: { category: 'Lamps', complexity: 'LOW' } } });
  });
});

describe('S1, C13 a purchase that a later import adds to', () => {
  it('S1 the goods join what was frozen, the worth is that of the whole; in another currency it stays', () => {
    const before = withGoods(facts, [lamp]);
    const cord = { ...lamp, code: 'CORD' };
    expect(extendedBy(before, { batches: ['b', 'a'], goods: [cord], value: 1_200 })).toEqual({
      ...withGoods(before, [cord]),
      value: 1_200,
      extendedBy: ['a', 'b'],
    });
    expect(extendedBy(before, { batches: ['a'], goods: [], value: null }).value).toBe(900);
  });

  it('S1 where its worth would bring less, it stays, and the import is marked until all of it may count', () => {
    const less = (is: FrozenFacts) => (is.value ?? 0) >= 1_000 && (is.value ?? 0) < 5_000;
    const kept = extendedBy(facts, { batches: ['a'], goods: [], value: 1_200 }, less);
    expect(kept).toEqual({ ...facts, extendedBy: ['a'], uncounted: ['a'] });
    const abroad = extendedBy(kept, { batches: ['b'], goods: [], value: null }, less);
    expect([abroad.value, abroad.uncounted]).toEqual([900, ['a']]);
    expect(withoutImport(kept, { batchId: 'a', codes: [], amount: 300 })).toEqual(facts);
    const all = extendedBy(kept, { batches: ['c'], goods: [], value: 6_000 }, less);
    expect(all).toEqual({ ...facts, value: 6_000, extendedBy: ['a', 'c'] });
    expect(withoutImport(all, { batchId: 'a', codes: [], amount: 300 }).value).toBe(5_700);
  });

  it('S1 what imports added is taken back exactly, in whatever order', () => {
    const amount = fc.integer({ min: -500, max: 5_000 });
    fc.assert(
      fc.property(amount, amount, fc.boolean(), (first, second, lastFirst) => {
        const before = withGoods(facts, [lamp]);
        const [a, b] = [
          { ...lamp, code: 'A' },
          { ...lamp, code: 'B' },
        ];
        const once = extendedBy(before, { batches: ['a'], goods: [a], value: 900 + first });
        const twice = extendedBy(once, { batches: ['b'], goods: [b], value: 900 + first + second });
        const takeA = { batchId: 'a', codes: ['A'], amount: first };
        const takeB = { batchId: 'b', codes: ['B'], amount: second };
        const [one, other] = lastFirst ? [takeB, takeA] : [takeA, takeB];
        expect(withoutImport(withoutImport(twice, one), other)).toEqual(before);
        expect(withoutImport(twice, takeB)).toEqual(once);
      }),
    );
    expect(
      withoutImport({ ...facts, value: null, extendedBy: ['a'] }, { batchId: 'a', codes: [], amount: 5 }).value,
    ).toBe(null);
  });
});
