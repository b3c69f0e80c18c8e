import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from '../policies/applicability.ts';
import { LANGUAGES } from '../shared/language.ts';
import { chargesTotal, replacementOf, toldToAnybody } from './receipt.ts';
import { claimSentencesOf } from './sentences.ts';

const chosen = (appliesTo: Partial<Applicability>, passedOver = 0) => ({
  code: 'TERM_CHOSEN',
  params: { termId: 't', appliesTo: { ...EVERYTHING, ...appliesTo }, currency: 'GBP', passedOver },
});
const told = (appliesTo: Partial<Applicability>, passedOver = 0) =>
  LANGUAGES.map((language) => claimSentencesOf(toldToAnybody([chosen(appliesTo, passedOver)]), language)[0]);

describe('a trace as whoever holds the receipt reads it', () => {
  it.each([
    ['segment', { segments: ['KEY'] }],
    ['region', { regions: ['Scotland'] }],
    ['time as a customer', { minTenure: 24 }],
    ['time as a customer', { maxTenure: 6 }],
    ['all of it', { segments: ['KEY', 'VIP'], regions: ['Scotland'], minTenure: 24, maxTenure: 36 }],
  ])('names no %s', (_, appliesTo) => {
    expect(told(appliesTo)).toEqual([
      'The promise for customers like you applies.',
      '適用針對像您這樣的客戶的承諾。',
      '适用针对像您这样的客户的承诺。',
    ]);
  });

  it('says what a promise asks of the product and the purchase', () => {
    expect(told({ segments: ['KEY'], productCodes: ['A1'], minValue: 10_000 }, 2)[0]).toBe(
      'The promise for customers like you, product A1, purchases of £100.00 or more applies: it is more specific than 2 others.',
    );
    const plain = [chosen({ productCodes: ['A1'] }), { code: 'PURCHASED', params: { code: 'A1', on: '2011-01-01' } }];
    expect(toldToAnybody(plain)).toEqual(plain);
  });

  it('leaves out how often somebody brings things back, and says the same when it is told again', () => {
    const trace = [
      { code: 'ABUSE_SCORE', params: {} },
      { code: 'RETURNS_REVIEW', params: {} },
      chosen({ regions: ['X'] }),
    ];
    const once = toldToAnybody(trace);
    expect(once.map(({ code }) => code)).toEqual(['TERM_CHOSEN']);
    expect(toldToAnybody(once)).toEqual(once);
  });
});

describe('which receipt holds', () => {
  const issued = [
    { hash: 'a', at: 1 },
    { hash: 'b', at: 2 },
    { hash: 'c', at: 3 },
  ];

  it('is the one that the claim names; the others were replaced by it when the next one was issued', () => {
    expect(issued.map(({ hash }) => replacementOf(hash, issued, 'c'))).toEqual([
      { by: 'c', on: 2 },
      { by: 'c', on: 3 },
      null,
    ]);
  });

  it('may be an earlier one again: since when is then not known', () => {
    expect(replacementOf('c', issued, 'a')).toEqual({ by: 'a', on: null });
    expect(replacementOf('unknown', issued, 'a')).toEqual({ by: 'a', on: null });
  });
});

describe('what the charges come to', () => {
  const charge = (amount: number, verdict: 'ACCEPT' | 'NEEDS_CONSENT' | 'BLOCK', currency = 'GBP') => ({
    amount: { amount, currency },
    verdict,
  });

  it('is all that may be charged, and how much of it waits for consent', () =>
    expect(chargesTotal([charge(2000, 'ACCEPT'), charge(500, 'NEEDS_CONSENT'), charge(9999, 'BLOCK')])).toEqual([
      { total: { amount: 2500, currency: 'GBP' }, asked: { amount: 500, currency: 'GBP' } },
    ]));

  it('adds up no two currencies', () =>
    expect(chargesTotal([charge(1, 'ACCEPT'), charge(2, 'ACCEPT', 'EUR')]).map(({ total }) => total)).toEqual([
      { amount: 1, currency: 'GBP' },
      { amount: 2, currency: 'EUR' },
    ]));
});
