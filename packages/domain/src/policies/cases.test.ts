import { describe, expect, it } from 'vitest';
import { checkUnambiguous, findAmbiguities, findAmbiguity, type PlacedTerm } from './ambiguity.ts';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { casesOf, describe as inWords, holds, meet, subtract, tidy, UNKNOWN, without, type Cases } from './cases.ts';
import type { Facts } from './facts.ts';

const everything = casesOf(EVERYTHING);
const some = (to: Partial<Applicability>): Cases => casesOf({ ...EVERYTHING, ...to });
const facts = (
  more: Partial<NonNullable<Facts['purchase']>> = {},
  customer: Partial<Facts['customer']> = {},
): Facts => ({
  timeZone: 'UTC',
  customer: { region: 'France', segment: 'KEY', tenureMonths: 6, ...customer },
  purchase: { at: '2011-03-01', code: 'A', category: 'Cake', complexity: 'LOW', value: 100, ...more },
  claim: { kind: 'returns' },
});

describe('sets of purchases', () => {
  it('a term that asks nothing speaks of all of them, a term of those it names', () => {
    expect(everything).toMatchObject({
      regions: { except: true, items: [] },
      value: { low: UNKNOWN, high: null },
      tenure: { low: UNKNOWN, high: null },
    });
    expect(some({ segments: ['KEY'], minValue: 5, maxValue: 9, maxTenure: 12 })).toMatchObject({
      segments: { except: false, items: ['KEY'] },
      value: { low: 5, high: 9 },
      tenure: { low: 0, high: 12 },
    });
    expect(some({ minTenure: 3 }).tenure).toEqual({ low: 3, high: null });
    expect(some({ maxValue: 9 }).value).toEqual({ low: 0, high: 9 });
    expect(some({ minValue: 0 }).value).toEqual({ low: 0, high: null });
  });

  it('terms stored before tenure was asked for ask nothing of it', () => {
    const { minTenure: _min, maxTenure: _max, ...old } = EVERYTHING;
    expect(casesOf(old as Applicability)).toEqual(everything);
  });

  it.each<[string, Partial<Applicability>, Facts, boolean]>([
    ['a region it names', { regions: ['France'] }, facts(), true],
    ['another region', { regions: ['Spain'] }, facts(), false],
    ['an unknown region', { regions: ['France'] }, facts({}, { region: null }), false],
    ['another segment', { segments: ['STANDARD'] }, facts(), false],
    ['another code', { productCodes: ['B'] }, facts(), false],
    ['another category', { categories: ['Toys'] }, facts(), false],
    ['an unknown category', { categories: ['Cake'] }, facts({ category: undefined }), false],
    ['another complexity', { complexity: ['HIGH'] }, facts(), false],
    ['the first value', { minValue: 100 }, facts(), true],
    ['the value below the first', { minValue: 101 }, facts(), false],
    ['the value after the last', { maxValue: 100 }, facts(), false],
    ['an unknown value, from 0 on', { minValue: 0 }, facts({ value: null }), false],
    ['an unknown value, below a bound', { maxValue: 100 }, facts({ value: null }), false],
    ['an unknown value, of which nothing is asked', {}, facts({ value: null }), true],
    ['a total below 0, from 0 on', { minValue: 0 }, facts({ value: -1 }), true],
    ['a total below 0, below a bound', { maxValue: 100 }, facts({ value: -500 }), true],
    ['a total below 0, from more than 0 on', { minValue: 1 }, facts({ value: -1 }), false],
    ['a total below 0, of which nothing is asked', {}, facts({ value: -500 }), true],
    ['the first month', { minTenure: 6 }, facts(), true],
    ['the month after the last', { maxTenure: 6 }, facts(), false],
    ['an unknown tenure', { minTenure: 0 }, facts({}, { tenureMonths: undefined }), false],
    ['no purchase', {}, { ...facts(), purchase: null }, false],
  ])('%s', (_what, to, asked, inside) => {
    expect(holds(some(to), asked)).toBe(inside);
  });

  it('what is not named, and what is not known, is in the rest', () => {
    const [rest] = subtract(everything, some({ regions: ['France'] }));
    expect(rest?.regions).toEqual({ except: true, items: ['France'] });
    expect(
      [facts(), facts({}, { region: 'Spain' }), facts({}, { region: null })].map((each) => holds(rest!, each)),
    ).toEqual([false, true, true]);
  });

  it('C12 what is left of all worths without the known ones is what is not known', () => {
    const [rest, ...others] = subtract(everything, some({ minValue: 0 }));
    expect(others).toEqual([]);
    expect(rest).toEqual({ ...everything, value: { low: UNKNOWN, high: 0 } });
    expect([null, -1, 0, 100].map((value) => holds(rest!, facts({ value })))).toEqual([true, false, false, false]);
    const [below, above] = subtract(everything, some({ minValue: 5, maxValue: 9 }));
    expect([below!.value, above!.value]).toEqual([
      { low: UNKNOWN, high: 5 },
      { low: 9, high: null },
    ]);
    expect(meet(rest!, some({ maxValue: 9 }))).toBeNull();
  });

  it('meet where both are, or nowhere', () => {
    expect(meet(some({ regions: ['A', 'B'] }), some({ regions: ['B', 'C'] }))?.regions.items).toEqual(['B']);
    expect(meet(some({ regions: ['A'] }), some({ regions: ['C'] }))).toBeNull();
    expect(meet(some({ minValue: 5 }), some({ maxValue: 6 }))?.value).toEqual({ low: 5, high: 6 });
    expect(meet(some({ minValue: 5 }), some({ maxValue: 5 }))).toBeNull();
    expect(meet(some({ minTenure: 12 }), some({ maxTenure: 12 }))).toBeNull();
  });

  it('parts of what is left share nothing, and what does not meet is left whole', () => {
    const cut = some({ regions: ['A'], minValue: 10, maxValue: 20, minTenure: 1 });
    const parts = subtract(everything, cut);
    expect(parts).toHaveLength(4);
    parts.forEach((one, at) => parts.slice(at + 1).forEach((other) => expect(meet(one, other)).toBeNull()));
    expect(parts.map((part) => meet(part, cut))).toEqual(parts.map(() => null));
    expect(subtract(some({ regions: ['B'] }), cut)).toEqual([some({ regions: ['B'] })]);
    expect(subtract(cut, everything)).toEqual([]);
    expect(without([everything], [some({ maxValue: 5 }), some({ minValue: 5 })])).toEqual(
      without([everything], [some({ minValue: 0 })]),
    );
  });

  it('terms that cross each other in more ways than anybody could read are refused, naming where and the way out', () => {
    const half = (letter: string, bit: number) =>
      Array.from({ length: 64 }, (_, n) => n)
        .filter((n) => (n >> bit) % 2 === 0)
        .map((n) => `${letter}${n}`);
    const crossing = Array.from({ length: 6 }, (_, n) =>
      some({
        regions: half('R', n),
        segments: half('S', n),
        productCodes: half('P', n),
        categories: half('C', n),
        minValue: 10 * n,
        maxValue: 10 * n + 35,
        minTenure: 10 * n,
        maxTenure: 10 * n + 35,
      }),
    );
    const one = crossing[0]!;
    expect(without([everything], crossing.slice(0, 2)).length).toBeLessThan(200);
    expect(() => without([everything], crossing)).toThrow(
      expect.objectContaining({ code: 'TERMS_TOO_TANGLED', path: ['terms'] }),
    );
    expect(without([one], [one])).toEqual([]);
  });

  it('lists are put in order for who compares them', () => {
    expect(tidy(some({ regions: ['B', 'A'], complexity: ['MEDIUM', 'HIGH'] }))).toMatchObject({
      regions: { except: false, items: ['A', 'B'] },
      complexity: { except: false, items: ['HIGH', 'MEDIUM'] },
    });
  });

  it('errors name them in short', () => {
    expect(inWords(everything)).toBe('any purchase');
    expect(inWords(some({ regions: ['A', 'B', 'C', 'D'], minValue: 1, maxValue: 2, minTenure: 0, maxTenure: 4 }))).toBe(
      'regions A, B, C; values from 1; values below 2; tenure from 0 months; tenure below 4 months',
    );
    expect(inWords(subtract(everything, some({ regions: ['A'] }))[0]!)).toBe('any purchase');
    const rest = (to: Partial<Applicability>) => inWords(subtract(everything, some(to))[0]!);
    expect(rest({ minValue: 0 })).toBe('values not known');
    expect(rest({ minValue: 7 })).toBe('values below 7 or not known');
    expect(rest({ minTenure: 0 })).toBe('tenure not known');
    expect(rest({ minTenure: 7 })).toBe('tenure below 7 months or not known');
    expect(inWords(some({ maxValue: 0 }))).toBe('values from 0; values below 0');
  });
});

describe('a tie is refused at publish (C12)', () => {
  const term = (id: string, to: Partial<Applicability>, kind = 'returns', policy = 'Promise'): PlacedTerm => ({
    id,
    kind,
    appliesTo: { ...EVERYTHING, ...to },
    policy,
    number: 2,
  });
  const key = term('key', { segments: ['KEY'] });
  const france = term('france', { regions: ['France'] }, 'returns', 'Other');

  it('naming both terms, their versions, the cases they share and the way out', () => {
    expect(() => checkUnambiguous([key, france])).toThrow(
      expect.objectContaining({
        code: 'AMBIGUOUS_TERMS',
        path: ['terms'],
        message:
          'The terms "france" (Other, version 2) and "key" (Promise, version 2) both speak of regions France; segments KEY, ' +
          'and neither is more specific. Narrow one of them, or add a term for exactly the cases they share.',
        params: {
          kind: 'returns',
          first: 'france',
          firstPolicy: 'Other',
          second: 'key',
          secondPolicy: 'Promise',
          cases: 'regions France; segments KEY',
          shared: some({ regions: ['France'], segments: ['KEY'] }),
        },
      }),
    );
  });

  it('the first pair is the same, in whatever order they stand', () => {
    const all = [key, france, term('high', { complexity: ['HIGH'] })];
    expect(findAmbiguity([...all].reverse())).toEqual(findAmbiguity(all));
  });

  it('C12 all pairs are found at once, each once, as many as are asked for', () => {
    const high = term('high', { complexity: ['HIGH'] });
    const pairs = (most: number) =>
      findAmbiguities([key, france, high, term('both', { segments: ['KEY'], regions: ['France'] })], most).map(
        ({ first, second }) => `${first.id} ${second.id}`,
      );
    expect(pairs(9).sort()).toEqual(['both high', 'france high', 'high key']);
    expect(pairs(2)).toHaveLength(2);
    expect(findAmbiguities([key], 9)).toEqual([]);
  });

  it('what differs, or never meets, passes', () => {
    expect(() => checkUnambiguous([])).not.toThrow();
    expect(() => checkUnambiguous([key, term('spain', { segments: ['STANDARD'] })])).not.toThrow();
    expect(() => checkUnambiguous([key, term('warranty', { regions: ['France'] }, 'warranty')])).not.toThrow();
    expect(() => checkUnambiguous([term('short', { maxTenure: 12 }), term('long', { minTenure: 12 })])).not.toThrow();
  });

  it('where every known worth is settled, what is in another currency is still open', () => {
    const both = { segments: ['KEY'], regions: ['France'] };
    const low = term('low', { ...both, maxValue: 500 });
    const high = term('high', { ...both, minValue: 500 });
    expect(findAmbiguity([key, france, low, high])?.cases).toMatchObject({
      ...some(both),
      value: { low: UNKNOWN, high: 0 },
    });
    expect(findAmbiguity([key, france, low, high, term('both', both)])).toBeNull();
  });

  it('the same conditions twice tie', () => {
    expect(findAmbiguity([term('a', {}), term('b', {})])).toMatchObject({ first: { id: 'a' }, second: { id: 'b' } });
  });
});
