import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendedBy, frozenGoods, withGoods, withoutImport, type Brought, type Less } from './goods.ts';
import { worthOfGoods, type FrozenFacts } from './snapshot.ts';

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
  const by = (batchId: string, value: number | null) => ({ batches: [batchId], before: ['LAMP'], goods: [], value });
  const sold: Brought = { batchId: null, codes: ['LAMP'], amount: 900 };
  const brought = (batchId: string, amount: number, codes: string[] = []): Brought => ({ batchId, codes, amount });
  const within = (from: number, to: number) => (is: FrozenFacts, code: string) => {
    const worth = worthOfGoods(is, code) ?? 0;
    return worth >= from && worth < to;
  };
  const large = within(1_000, 5_000);
  /** Between the two a lesser term speaks than below and above. */
  const less: Less = (code, was, is) => !large(was, code) && large(is, code);

  it('S1 the goods join what was frozen, the worth is that of the whole; in another currency it stays', () => {
    const before = withGoods(facts, [lamp]);
    const cord = { ...lamp, code: 'CORD' };
    expect(extendedBy(before, { ...by('b', 1_200), batches: ['b', 'a'], goods: [cord] })).toEqual({
      ...withGoods(before, [cord]),
      value: 1_200,
      extendedBy: ['a', 'b'],
    });
    expect(extendedBy(before, by('a', null)).value).toBe(900);
    expect(extendedBy({ ...before, value: null }, by('a', 1_200)).value).toBeNull();
  });

  it('S1 goods that its worth would bring less stay at theirs, until more of it brings no less', () => {
    const kept = extendedBy(facts, by('a', 1_200), less);
    expect(kept).toEqual({ ...facts, value: 1_200, extendedBy: ['a'], worths: { LAMP: 900 } });
    const abroad = extendedBy(kept, by('b', null), less);
    expect(abroad).toEqual({ ...kept, extendedBy: ['a', 'b'] });
    const imports = [sold, brought('a', 300), brought('c', 4_800)];
    expect(withoutImport(kept, 'a', imports.slice(0, 2), less)).toEqual(facts);
    const all = extendedBy(kept, by('c', 6_000), less);
    expect(all).toEqual({ ...facts, value: 6_000, extendedBy: ['a', 'c'] });
    expect(withoutImport(all, 'a', imports, less)).toEqual({ ...facts, value: 5_700, extendedBy: ['c'] });
    // what brought no less only together with the other one is weighed again, and taken back with it
    expect(withoutImport(all, 'c', imports, less)).toEqual(kept);
  });

  it('S1 an undo leaves no goods with less than taking off its amount does', () => {
    // a promise that came later: what it gives by the worth at the sale is less than what it gives now
    const now = { ...facts, value: 2_200, extendedBy: ['a', 'b'] };
    const lessNow: Less = (code, was, is) =>
      less(code, was, is) || ((worthOfGoods(was, code) ?? 0) >= 1_000 && (worthOfGoods(is, code) ?? 0) < 1_000);
    const imports = [sold, brought('a', 300, ['CORD']), brought('b', 1_000)];
    expect(withoutImport(now, 'b', imports, lessNow)).toEqual({ ...facts, value: 1_200, extendedBy: ['a'] });
  });

  it('S1 each of the goods is weighed for itself, and those that came with the import are judged by all that it is worth', () => {
    // LAMP is promised less from 1 000 on, PLAIN and CORD are promised more
    const weigh: Less = (code, was, is) => {
      const [old, young] = [was, is].map((each) => (worthOfGoods(each, code) ?? 0) >= 1_000) as [boolean, boolean];
      return code === 'LAMP' ? !old && young : old && !young;
    };
    const worths = (is: FrozenFacts) => ['LAMP', 'PLAIN', 'CORD'].map((code) => worthOfGoods(is, code));
    const both = withGoods(facts, [lamp, plain]);
    const before = ['LAMP', 'PLAIN'];
    const kept = extendedBy(both, { ...by('a', 1_200), before, goods: [{ ...lamp, code: 'CORD' }] }, weigh);
    expect(worths(kept)).toEqual([900, 1_200, 1_200]);
    const then = extendedBy(kept, { ...by('b', 1_500), before: [...before, 'CORD'] }, weigh);
    expect(worths(then)).toEqual([900, 1_500, 1_500]);
    const imports = [{ ...sold, codes: before }, brought('a', 300, ['CORD']), brought('b', 300)];
    expect(withoutImport(then, 'b', imports, weigh)).toEqual(kept);
    expect(worths(withoutImport(then, 'a', imports, weigh))).toEqual([900, 1_200, 1_200]);
    expect(withoutImport(then, 'a', imports, weigh).goods).toEqual(both.goods);
  });

  it('S1 what was frozen before goods had worths of their own says which imports its worth leaves out', () => {
    const old = { ...facts, extendedBy: ['a'], uncounted: ['a'], worths: { CORD: 1_200 } };
    const imports = [sold, brought('a', 300, ['CORD']), brought('b', 300)];
    const next = extendedBy(old, { ...by('b', 1_500), before: ['LAMP', 'CORD'] }, less);
    expect(next).toEqual({ ...facts, value: 1_500, extendedBy: ['a', 'b'], worths: { LAMP: 900 } });
    expect(withoutImport(old, 'a', imports.slice(0, 2), less)).toEqual(facts);
  });

  it('S1 goods that another import brought too stay', () => {
    const once = extendedBy(withGoods(facts, [lamp]), { ...by('a', 1_000), goods: [{ ...lamp, code: 'A' }] });
    const twice = extendedBy(once, by('b', 1_100));
    const imports = [sold, brought('a', 100, ['A']), brought('b', 100, ['A'])];
    expect(withoutImport(twice, 'b', imports)).toEqual(once);
    expect(Object.keys(withoutImport(twice, 'a', imports).goods)).toEqual(['LAMP', 'A']);
  });

  it('S1 what imports added is taken back exactly, in whatever order, and no goods are promised less by any of it', () => {
    const amount = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(amount, amount, fc.boolean(), fc.boolean(), (first, second, lastFirst, weighed) => {
        const before = withGoods(facts, [lamp]);
        const [a, b] = [
          { ...lamp, code: 'A' },
          { ...lamp, code: 'B' },
        ];
        const weigh = weighed ? less : undefined;
        const once = extendedBy(before, { ...by('a', 900 + first), goods: [a] }, weigh);
        const whole = { ...by('b', 900 + first + second), before: ['LAMP', 'A'], goods: [b] };
        const twice = extendedBy(once, whole, weigh);
        const [takeA, takeB] = [brought('a', first, ['A']), brought('b', second, ['B'])];
        const [one, other] = lastFirst ? [takeB, takeA] : [takeA, takeB];
        const left = withoutImport(twice, one.batchId!, [sold, takeA, takeB], weigh);
        expect(withoutImport(left, other.batchId!, [sold, other], weigh)).toEqual(before);
        expect(withoutImport(twice, 'b', [sold, takeA, takeB], weigh)).toEqual(once);
        // nothing is less than it was promised at the sale, nor than when it came
        for (const each of [once, twice, left]) expect(weighed && less('LAMP', before, each)).toBe(false);
        expect(weighed && less('A', once, twice)).toBe(false);
      }),
    );
    const abroad = { ...facts, value: null, extendedBy: ['a'] };
    expect(withoutImport(abroad, 'a', [{ ...sold, amount: 0 }, brought('a', 0)]).value).toBe(null);
  });
});
