import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, extrasSold, factsFrom, versionOf, type FrozenFacts, type PromiseSnapshot } from './snapshot.ts';

describe('S1 canonical text: what a hash is taken of', () => {
  it('equal contents have equal text, in whatever order their keys were written, at every depth', () => {
    expect(canonical({ b: 1, a: { d: [{ z: 1, y: null }], c: 'x' } })).toBe(
      '{"a":{"c":"x","d":[{"y":null,"z":1}]},"b":1}',
    );
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, each]) => [key, reversed(each)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('other contents have another text: the order of a list is contents, and so is nothing', () => {
    const texts = [[1, 2], [2, 1], [], {}, null, '', { a: null }, { a: 1 }, { b: 1 }].map(canonical);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('S1 what was frozen is what decides', () => {
  const snapshot: PromiseSnapshot = {
    format: 1,
    policyId: 'p',
    policy: 'Service promise',
    versionId: 'v',
    number: 3,
    period: { from: '2011-01-01', to: '2012-01-01' },
    currency: 'GBP',
    timeZone: 'Europe/London',
    terms: [],
    calendar: null,
  };

  it('a snapshot is read as a version that is held, so that its period is not asked for again', () => {
    expect(versionOf(snapshot)).toEqual({
      id: 'v',
      policyId: 'p',
      policy: 'Service promise',
      number: 3,
      period: snapshot.period,
      terms: [],
      currency: 'GBP',
      calendar: null,
      held: true,
    });
  });

  it('S1, C20 what goods bring along is that of the sale; only where it was not frozen, that of today', () => {
    const frozen = (extras?: FrozenFacts['extras']) => ({
      facts: { region: null, segment: null, tenureMonths: null, value: 1, goods: {}, ...(extras ? { extras } : {}) },
    });
    const sale = frozen({ COAT: ['two buttons'] });
    expect(extrasSold([sale], 'COAT', ['a scarf'])).toEqual(['two buttons']);
    expect(extrasSold([sale], 'HAT', ['a feather'])).toEqual([]);
    expect(extrasSold([frozen({})], 'COAT', ['a scarf'])).toEqual([]);
    expect(extrasSold([sale], 'toString', [])).toEqual([]);
    expect(extrasSold([frozen(), sale], 'COAT', ['a scarf'])).toEqual(['two buttons']);
    expect(extrasSold([frozen()], 'COAT', ['a scarf'])).toEqual(['a scarf']);
    expect(extrasSold([], 'COAT', ['a scarf'])).toEqual(['a scarf']);
  });

  it('facts are those of the sale; goods that nothing was noted of are plain', () => {
    const frozen: FrozenFacts = {
      region: 'France',
      segment: 'KEY',
      tenureMonths: 4,
      value: 900,
      goods: { LAMP: { category: 'Light', complexity: 'HIGH' }, ODD: { category: null, complexity: null } },
    };
    const purchase = (code: string) =>
      factsFrom(frozen, 'Europe/London', { at: '2011-03-01', code, deliveredOn: null }, { kind: 'returns' });
    expect(purchase('LAMP')).toEqual({
      timeZone: 'Europe/London',
      customer: { region: 'France', segment: 'KEY', tenureMonths: 4, history: null },
      purchase: {
        at: '2011-03-01',
        code: 'LAMP',
        deliveredOn: null,
        category: 'Light',
        complexity: 'HIGH',
        value: 900,
      },
      claim: { kind: 'returns' },
    });
    expect(purchase('ODD').purchase).toMatchObject({ category: null, complexity: null });
    expect(purchase('MUG').purchase).toMatchObject({ category: null, complexity: 'LOW' });
    // whatever a product is called
    for (const code of ['toString', 'constructor', '__proto__']) {
      expect(purchase(code).purchase).toMatchObject({ category: null, complexity: 'LOW', value: 900 });
    }
  });
});
