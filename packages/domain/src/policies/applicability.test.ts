import { describe, expect, it } from 'vitest';
import { applies, EVERYTHING, moreSpecific, readApplicability, type Applicability } from './applicability.ts';
import type { Facts } from './facts.ts';

const to = (more: Partial<Applicability>): Applicability => ({ ...EVERYTHING, ...more });

describe('reading where a term applies (C12)', () => {
  it('says nothing where nothing is said, whether left out or empty', () => {
    expect(readApplicability({}, [])).toEqual(EVERYTHING);
    expect(readApplicability(undefined, [])).toEqual(EVERYTHING);
    const empty = Object.fromEntries(Object.keys(EVERYTHING).map((name) => [name, null]));
    expect(readApplicability(empty, [])).toEqual(EVERYTHING);
  });

  it('takes what is said, one value as a list of one, each value once', () => {
    const said = to({
      regions: ['France', 'Spain'],
      segments: ['KEY'],
      categories: ['Cake'],
      complexity: ['LOW', 'HIGH'],
      minValue: 0,
      maxValue: 1,
      minTenure: 0,
      maxTenure: 1,
    });
    expect(readApplicability({ ...said, segments: 'KEY', regions: ['France', 'Spain', 'France'] }, [])).toEqual(said);
    expect(readApplicability({ productCodes: ['A'] }, []).productCodes).toEqual(['A']);
    expect(readApplicability({ minValue: 5 }, [])).toEqual(to({ minValue: 5 }));
    expect(readApplicability({ maxTenure: 5 }, [])).toEqual(to({ maxTenure: 5 }));
    expect(readApplicability({ minValue: 5, maxValue: 6, minTenure: 7, maxTenure: 8 }, [])).toMatchObject({
      maxTenure: 8,
    });
  });

  it('as many and as long as it may be, and not one more', () => {
    const items = (count: number) => Array.from({ length: count }, (_, at) => `R${at}`);
    expect(readApplicability({ regions: items(500) }, []).regions).toHaveLength(500);
    expect(readApplicability({ regions: ['x'.repeat(120)] }, []).regions).toHaveLength(1);
    for (const regions of [items(501), ['x'.repeat(121)], [' '], [''], [5], ['fine', ''], [{ length: 3 }]]) {
      expect(() => readApplicability({ regions }, ['terms', '0'])).toThrow(
        expect.objectContaining({
          code: 'TERM_OUT_OF_RANGE',
          path: ['terms', '0', 'regions'],
          params: { field: 'regions' },
          message: 'regions takes at most 500 texts of 1 to 120 characters.',
        }),
      );
    }
  });

  it.each<[string, unknown, object]>([
    [
      'a complexity there is not',
      { complexity: ['LOW', 'ODD'] },
      { code: 'TERM_OUT_OF_RANGE', path: ['at', 'complexity'], message: 'complexity takes only LOW, MEDIUM, HIGH.' },
    ],
    ...['x', 7, ['France']].map((value): [string, unknown, object] => [
      `what is no set of conditions, ${JSON.stringify(value)}`,
      value,
      { code: 'TERM_OUT_OF_RANGE', path: ['at'] },
    ]),
    [
      'a condition there is not',
      { mood: 'x' },
      { code: 'UNKNOWN_TERM_FIELD', path: ['at', 'mood'], params: { field: 'mood', known: Object.keys(EVERYTHING) } },
    ],
    ...['minValue', 'maxValue', 'minTenure', 'maxTenure'].flatMap((field) =>
      [-1, 0.5, '3', true].map((value): [string, object, object] => [
        `${field} ${JSON.stringify(value)}`,
        { [field]: value },
        {
          code: 'TERM_OUT_OF_RANGE',
          path: ['at', field],
          params: { field, value, min: 0 },
          message: `${field} is ${JSON.stringify(value)}; it takes a whole number of ${field.endsWith('Value') ? 'minor units' : 'months'}, 0 or more.`,
        },
      ]),
    ),
    [
      'an empty range of values',
      { minValue: 5, maxValue: 5 },
      { code: 'EMPTY_VALUE_RANGE', path: ['at', 'maxValue'], params: { minValue: 5, maxValue: 5 } },
    ],
    [
      'a range of months that ends before it begins',
      { minTenure: 5, maxTenure: 4 },
      { code: 'EMPTY_TENURE_RANGE', path: ['at', 'maxTenure'], params: { minTenure: 5, maxTenure: 4 } },
    ],
    [
      'codes beside categories',
      { productCodes: ['A'], categories: ['B'] },
      { code: 'PRODUCT_SCOPE_TWICE', path: ['at', 'categories'] },
    ],
  ])('%s is refused by name', (_what, given, error) => {
    expect(() => readApplicability(given, ['at'])).toThrow(expect.objectContaining(error));
  });
});

describe('of which purchases a term speaks (C12)', () => {
  const facts: Facts = {
    timeZone: 'UTC',
    customer: { region: null, segment: null },
    purchase: { at: '2011-03-01', code: 'A', value: 100 },
    claim: { kind: 'returns' },
  };

  it('what is not known fits only where nothing is asked', () => {
    expect(applies(EVERYTHING, facts)).toBe(true);
    for (const asked of [
      { regions: ['x'] },
      { segments: ['x'] },
      { categories: ['x'] },
      { complexity: ['LOW' as const] },
    ]) {
      expect(applies(to(asked), facts)).toBe(false);
    }
    for (const asked of [{ minTenure: 0 }, { maxTenure: 9 }]) expect(applies(to(asked), facts)).toBe(false);
  });

  it('a purchase in another currency has no worth that could be asked for', () => {
    const abroad = { ...facts, purchase: { ...facts.purchase!, value: null } };
    expect(applies(EVERYTHING, abroad)).toBe(true);
    for (const asked of [{ minValue: 0 }, { maxValue: 101 }, { minValue: 50, maxValue: 150 }]) {
      expect([applies(to(asked), facts), applies(to(asked), abroad)]).toEqual([true, false]);
    }
  });

  it.each([
    [{ minValue: 0 }, true],
    [{ minValue: 1 }, false],
    [{ maxValue: 1 }, true],
    [{ maxValue: 0 }, false],
    [{}, true],
  ])('a total below 0 is worth nothing, not less; %o: %s', (asked, fits) => {
    expect(applies(to(asked), { ...facts, purchase: { ...facts.purchase!, value: -5 } })).toBe(fits);
  });

  it('no purchase, nothing to speak of', () => {
    expect(applies(EVERYTHING, { ...facts, purchase: null })).toBe(false);
  });

  it.each([
    [{ minValue: 100 }, true],
    [{ minValue: 101 }, false],
    [{ maxValue: 101 }, true],
    [{ maxValue: 100 }, false],
  ])('%o: %s', (asked, fits) => {
    expect(applies(to(asked), facts)).toBe(fits);
  });
});

describe('which of two terms is more specific (C12)', () => {
  it.each<[string, Partial<Applicability>, Partial<Applicability>]>([
    ['one region of two', { regions: ['A'] }, { regions: ['A', 'B'] }],
    ['a code than a category', { productCodes: ['A'] }, { categories: ['X', 'Y'] }],
    ['a category than a complexity', { categories: ['X'] }, { complexity: ['LOW'] }],
    ['one code of two', { productCodes: ['A'] }, { productCodes: ['A', 'B'] }],
    ['one category of two', { categories: ['X'] }, { categories: ['X', 'Y'] }],
    ['a complexity beside the category', { categories: ['X'], complexity: ['LOW'] }, { categories: ['X'] }],
    ['a higher first value', { minValue: 5 }, { minValue: 4 }],
    ['a lower last value', { maxValue: 4 }, { maxValue: 5 }],
    ['a first value than none', { minValue: 1 }, {}],
    ['any known value than none asked', { minValue: 0 }, {}],
    ['a last value than none', { maxValue: 5 }, {}],
    ['a range of values within a range', { minValue: 2, maxValue: 3 }, { minValue: 2, maxValue: 4 }],
    ['a longer tenure', { minTenure: 5 }, { minTenure: 4 }],
    ['a shorter tenure', { maxTenure: 4 }, { maxTenure: 5 }],
    ['a range within a range', { minTenure: 2, maxTenure: 3 }, { minTenure: 2, maxTenure: 4 }],
    ['any known tenure than none asked', { minTenure: 0 }, {}],
  ])('%s', (_what, a, b) => {
    expect([moreSpecific(to(a), to(b)), moreSpecific(to(b), to(a))]).toEqual([true, false]);
  });

  it.each<[string, Partial<Applicability>, Partial<Applicability>]>([
    ['the same', { regions: ['A'] }, { regions: ['A'] }],
    ['regions that overlap', { regions: ['A', 'B'] }, { regions: ['B', 'C'] }],
    ['a region and a segment', { regions: ['A'] }, { segments: ['KEY'] }],
    ['other codes', { productCodes: ['A'] }, { productCodes: ['B'] }],
    ['other categories', { categories: ['X'] }, { categories: ['Y'] }],
    ['a complexity and another', { complexity: ['LOW'] }, { complexity: ['HIGH'] }],
    ['values that overlap', { minValue: 1, maxValue: 5 }, { minValue: 2, maxValue: 6 }],
    ['a first and a last value', { minValue: 1 }, { maxValue: 5 }],
    ['from nothing on, in two ways', { minValue: 0, maxValue: 5 }, { maxValue: 5 }],
    ['tenures that overlap', { minTenure: 1, maxTenure: 5 }, { minTenure: 2, maxTenure: 6 }],
    ['a first and a last month', { minTenure: 1 }, { maxTenure: 5 }],
    ['from the first month on, in two ways', { minTenure: 0, maxTenure: 5 }, { maxTenure: 5 }],
  ])('%s: neither', (_what, a, b) => {
    expect([moreSpecific(to(a), to(b)), moreSpecific(to(b), to(a))]).toEqual([false, false]);
  });
});
