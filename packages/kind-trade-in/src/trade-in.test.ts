import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { compareTerms } from '@perennial/domain/policies/compare';
import { decide } from '@perennial/domain/policies/decide';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { readTerms } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import { tradeIn } from './trade-in.ts';

const kinds = [tradeIn];
const term = (offers: { months: number; percent: number }[], workingOnly = true) =>
  readTerms([{ id: 'trade-in', kind: 'trade-in', params: { offers, workingOnly }, appliesTo: EVERYTHING }], kinds);
const usual = [
  { months: 24, percent: 20 },
  { months: 12, percent: 40 },
];

const decided = (on: string, details = {}) =>
  decide(
    {
      timeZone: 'Europe/London',
      customer: { region: 'France', segment: 'KEY' },
      purchase: { at: '2010-12-01', code: '22423', value: 1000 },
      claim: { kind: 'trade-in', details },
    },
    [
      {
        id: 'v',
        policyId: 'p',
        policy: 'Promise',
        number: 1,
        period: { from: '2010-12-01', to: null },
        terms: term(usual),
        currency: 'GBP',
      },
    ],
    on,
    kinds,
  );

describe('trade-in', () => {
  it.each([
    ['2011-12-01', 'ALLOWED', { percent: 40 }],
    ['2011-12-02', 'ALLOWED', { percent: 20 }],
    ['2012-12-01', 'ALLOWED', { percent: 20 }],
    ['2012-12-02', 'REFUSED', {}],
  ])('brought on %s: %s', (on, outcome, result) => {
    expect(decided(on)).toMatchObject({ outcome, result, deadline: '2012-12-01', termId: 'trade-in' });
  });

  it('what is broken is not taken where that was said', () => {
    expect(decided('2011-01-01', { works: false }).outcome).toBe('REFUSED');
  });

  it('less at some age is worse; another row for the same is not (S11)', () => {
    const worse = (offers: typeof usual, workingOnly = true) =>
      compareTerms(term(usual), term(offers, workingOnly), kinds).flatMap(({ worsenings }) => worsenings);
    expect(worse([{ months: 24, percent: 40 }])).toEqual([]);
    expect(worse(usual, false)).toEqual([]);
    expect(worse([{ months: 12, percent: 40 }])).toEqual([
      { field: 'offers', row: '24', cell: 'percent', before: 20, after: 0 },
    ]);
    expect(worse([{ months: 24, percent: 30 }])).toEqual([
      { field: 'offers', row: '12', cell: 'percent', before: 40, after: 30 },
    ]);
    expect(compareTerms(term(usual, false), term(usual), kinds)[0]?.worsenings).toMatchObject([
      { field: 'workingOnly' },
    ]);
  });

  it('is told in every language', () => {
    const { trace } = decided('2011-12-02');
    expect(sentencesOf(trace, 'en', kinds).slice(-2)).toEqual([
      'Against a new one we take it back for 40% of its price up to 12 months and 20% of its price up to 24 months, as long as it works.',
      'It is at most 24 months old: 20% of its price is given for it.',
    ]);
    expect(sentencesOf(trace, 'zh-Hant', kinds).at(-1)).toBe('使用未逾 24 個月：折抵售價的 20%。');
    expect(sentencesOf(trace, 'zh-Hans', kinds).at(-1)).toBe('使用未超过 24 个月：折抵售价的 20%。');
  });
});
