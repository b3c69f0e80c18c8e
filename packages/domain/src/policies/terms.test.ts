import { describe, expect, it } from 'vitest';
import { defaultsOf } from './kinds/form.ts';
import { termKinds } from './kinds/all.ts';
import { readTerms } from './terms.ts';

const good = { id: 'returns-30', kind: 'returns', params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' } };
const refusal = (terms: unknown) => {
  try {
    readTerms(terms);
  } catch (error) {
    return error as { code: string; path: string[]; message: string };
  }
  throw new Error('was accepted');
};

describe('reading terms', () => {
  it('a term without conditions applies to everything', () => {
    expect(readTerms([good])[0]?.appliesTo).toEqual({
      regions: [],
      segments: [],
      productCodes: [],
      categories: [],
      complexity: [],
      minValue: null,
      maxValue: null,
      minTenure: null,
      maxTenure: null,
    });
  });

  it("every kind's own defaults are valid", () => {
    for (const kind of termKinds) {
      expect(() => readTerms([{ id: 'a', kind: kind.kind, params: defaultsOf(kind.params) }])).not.toThrow();
    }
  });

  it.each([
    ['no list', {}, 'TERM_OUT_OF_RANGE', ['terms']],
    ['a text', 'abc', 'TERM_OUT_OF_RANGE', ['terms']],
    ['an unknown kind', [{ ...good, kind: 'magic' }], 'UNKNOWN_TERM_KIND', ['terms', '0', 'kind']],
    ['no id', [{ ...good, id: '' }], 'BAD_TERM_ID', ['terms', '0', 'id']],
    ['an id twice', [good, good], 'DUPLICATE_TERM_ID', ['terms', '1', 'id']],
    [
      'an unknown condition',
      [{ ...good, appliesTo: { mood: ['x'] } }],
      'UNKNOWN_TERM_FIELD',
      ['terms', '0', 'appliesTo', 'mood'],
    ],
    [
      'a complexity that does not exist',
      [{ ...good, appliesTo: { complexity: ['ODD'] } }],
      'TERM_OUT_OF_RANGE',
      ['terms', '0', 'appliesTo', 'complexity'],
    ],
    [
      'a negative value',
      [{ ...good, appliesTo: { minValue: -1 } }],
      'TERM_OUT_OF_RANGE',
      ['terms', '0', 'appliesTo', 'minValue'],
    ],
    [
      'an empty range of values',
      [{ ...good, appliesTo: { minValue: 5, maxValue: 5 } }],
      'EMPTY_VALUE_RANGE',
      ['terms', '0', 'appliesTo', 'maxValue'],
    ],
    [
      'half a month',
      [{ ...good, appliesTo: { minTenure: 0.5 } }],
      'TERM_OUT_OF_RANGE',
      ['terms', '0', 'appliesTo', 'minTenure'],
    ],
    [
      'an empty range of months',
      [{ ...good, appliesTo: { minTenure: 12, maxTenure: 12 } }],
      'EMPTY_TENURE_RANGE',
      ['terms', '0', 'appliesTo', 'maxTenure'],
    ],
    [
      'codes and categories',
      [{ ...good, appliesTo: { productCodes: ['A'], categories: ['B'] } }],
      'PRODUCT_SCOPE_TWICE',
      ['terms', '0', 'appliesTo', 'categories'],
    ],
  ])('%s is refused by name', (_what, terms, code, path) => {
    const error = refusal(terms);
    expect(error).toMatchObject({ code, path });
    expect(error.message.length).toBeGreaterThan(20);
  });

  it('an unknown kind names those that exist', () => {
    expect(refusal([{ ...good, kind: 'magic' }]).message).toContain(termKinds.map((kind) => kind.kind).join(', '));
  });

  it('a refusal says what it was about, and what would be right', () => {
    const params = (terms: unknown) => (refusal(terms) as unknown as { params: object }).params;
    const many = Array.from({ length: 201 }, (_, at) => ({ ...good, id: `t-${at}` }));
    expect(readTerms(many.slice(1))).toHaveLength(200);
    expect(refusal(many)).toMatchObject({ code: 'TOO_MANY_TERMS', path: ['terms'] });
    expect(params(many)).toEqual({ max: 200 });
    expect(params([{ ...good, id: 'A b' }])).toEqual({ value: 'A b' });
    expect(params([good, good])).toEqual({ id: 'returns-30' });
    expect(params([{ ...good, kind: 'magic' }])).toEqual({ kind: 'magic', known: termKinds.map(({ kind }) => kind) });
    expect(refusal([{ ...good, params: { ...good.params, mood: 1 } }]).path).toEqual(['terms', '0', 'params', 'mood']);
    expect(refusal(['returns-30'])).toMatchObject({ code: 'BAD_TERM_ID', path: ['terms', '0', 'id'] });
    expect(refusal([{ ...good, id: 7 }])).toMatchObject({ code: 'BAD_TERM_ID' });
  });
});
