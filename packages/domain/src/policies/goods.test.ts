import { describe, expect, it } from 'vitest';
import { frozenGoods, withGoods } from './goods.ts';
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
