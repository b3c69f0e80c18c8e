import { describe, expect, it } from 'vitest';
import type { Applicability } from './applicability.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { readTerms } from './terms.ts';
import { lessWhenDearer } from './when-dearer.ts';

const SMALL = { maxValue: 1_000 };
const LARGE = { minValue: 1_000 };
const returns = (id: string, days: number, appliesTo: Partial<Applicability>) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const warranty = (id: string, months: number, appliesTo: Partial<Applicability>) => ({
  id,
  kind: 'warranty',
  params: { months, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const version = (...terms: object[]): VersionTerms => ({
  id: 'v',
  policyId: 'p',
  policy: 'Promise',
  number: 1,
  period: { from: '2026-01-01', to: null },
  terms: readTerms(terms),
  currency: 'GBP',
});
const facts = (value: number | null): Facts => ({
  timeZone: 'UTC',
  customer: { region: 'France', segment: 'KEY' },
  purchase: { at: '2026-02-01', code: 'K1', value },
  claim: { kind: 'returns' },
});

const two = [warranty('ws', 12, SMALL), warranty('wl', 24, LARGE)];
const held = [version(returns('rs', 30, SMALL), returns('rl', 30, LARGE), ...two)];
const better = [version(returns('rs', 40, SMALL), returns('rl', 30, LARGE), ...two)];

describe('S1 goods whose purchase becomes worth more', () => {
  it('S1 lose where one promise keeps them from the worth by which another would give more', () => {
    const losses = lessWhenDearer(facts(500), held, better, 500);
    expect(losses).toMatchObject([
      {
        cut: {
          kind: 'warranty',
          termId: 'wl',
          byTermId: 'ws',
          cases: [{ productCodes: { items: ['K1'] }, value: { low: 1_000, high: null } }],
        },
        was: { term: { id: 'wl' } },
        is: { term: { id: 'ws' } },
      },
    ]);
  });

  it('S1 lose nothing where they would follow, where they would not have followed before, or are beyond it', () => {
    const all = [version(returns('rs', 40, SMALL), returns('rl', 40, LARGE), ...two)];
    expect(lessWhenDearer(facts(500), held, all, 500)).toEqual([]);
    expect(lessWhenDearer(facts(500), better, better, 500)).toEqual([]);
    expect(lessWhenDearer(facts(1_000), held, better, 1_000)).toEqual([]);
    expect(lessWhenDearer(facts(null), held, better, null)).toEqual([]);
    // what they keep is no less than what they would have come to
    const kind = [version(returns('rs', 40, SMALL), returns('rl', 30, LARGE), warranty('ws', 24, SMALL), two[1]!)];
    expect(lessWhenDearer(facts(500), held, kind, 500)).toEqual([]);
  });

  it('S1 lose nothing by a worth that they are beyond, or where nothing is bought', () => {
    const mid = { minValue: 500, maxValue: 1_000 };
    const was = [
      version(returns('rm', 30, mid), returns('rl', 30, LARGE), warranty('wm', 24, mid), warranty('wl', 12, LARGE)),
    ];
    const is = [
      version(returns('rm', 30, mid), returns('rl', 40, LARGE), warranty('wm', 24, mid), warranty('wl', 12, LARGE)),
    ];
    expect(lessWhenDearer(facts(2_000), was, is, 2_000)).toEqual([]);
    expect(lessWhenDearer({ ...facts(500), purchase: null }, held, better, 500)).toEqual([]);
  });

  it('S1 lose where an import that made it worth more is undone and brought again', () => {
    const covers = [warranty('w', 12, {}), warranty('wl', 24, LARGE)];
    const was = [version(...covers)];
    const is = [version(returns('rs', 30, SMALL), ...covers)];
    const loss = { was: { term: { id: 'wl' } }, is: { term: { id: 'w' } } };
    expect(lessWhenDearer(facts(1_500), was, is, 500)).toMatchObject([loss]);
    expect(lessWhenDearer(facts(1_500), was, is, 1_000)).toEqual([]);
    expect(lessWhenDearer(facts(1_500), was, is, 1_500)).toEqual([]);
  });

  it('S1 lose from every worth that undoing one of several imports leaves, and from none above what it is worth', () => {
    const mid = { minValue: 300, maxValue: 600 };
    const dear = { minValue: 600 };
    const was = [version(returns('r', 30, {}), returns('rl', 90, dear))];
    const is = [version(returns('r', 30, {}), returns('rm', 60, mid), returns('rl', 45, dear))];
    const loss = { was: { term: { id: 'rl' } }, is: { term: { id: 'rm' } } };
    expect(lessWhenDearer(facts(700), was, is, 200)).toMatchObject([loss]);
    expect(lessWhenDearer(facts(300), was, is, 200)).toMatchObject([loss]);
    expect(lessWhenDearer(facts(299), was, is, 200)).toEqual([]);
    expect(lessWhenDearer(facts(700), was, is, 600)).toEqual([]);
  });

  it('S1 terms of two policies may be called alike', () => {
    const covers = { ...version(warranty('s', 12, SMALL), warranty('l', 24, LARGE)), id: 'w', policyId: 'w' };
    const alike = (days: number) => [version(returns('s', days, SMALL), returns('l', 30, LARGE)), covers];
    expect(lessWhenDearer(facts(500), alike(30), alike(40), 500)).toMatchObject([
      { was: { term: { kind: 'warranty', id: 'l' } }, is: { term: { kind: 'warranty', id: 's' } } },
    ]);
  });
});
