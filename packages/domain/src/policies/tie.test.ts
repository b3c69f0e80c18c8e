import { describe, expect, it } from 'vitest';
import { tieWith } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { defaultsOf } from './kinds/form.ts';
import { packaging } from './kinds/packaging.ts';
import { readTerms } from './terms.ts';

const FACTS: Facts = {
  timeZone: 'UTC',
  customer: { region: 'France', segment: 'KEY', tenureMonths: 1, history: null },
  purchase: { at: '2026-01-01', code: 'A', category: null, complexity: 'LOW', value: 1_000 },
  claim: { kind: 'returns' },
};

const term = (id: string, appliesTo: object = {}) => ({
  id,
  kind: 'returns',
  params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});

const version = (id: string, ...terms: object[]): VersionTerms => ({
  id,
  policyId: id,
  policy: id,
  number: 1,
  period: { from: '2026-01-01', to: null },
  terms: readTerms(terms),
  currency: 'GBP',
});

const names = (found: ReturnType<typeof tieWith>) =>
  found && [found.first, found.second].map(({ version: { policy }, term: { id } }) => `${policy} ${id}`);

describe('C12 two promises of one purchase', () => {
  const region = term('france', { regions: ['France'] });
  const segment = term('key', { segments: ['KEY'] });

  it('tie where neither term is more specific', () => {
    expect(names(tieWith(FACTS, version('new', region), [version('old', segment)]))).toEqual(['new france', 'old key']);
    expect(names(tieWith(FACTS, version('new', region, segment), []))).toEqual(['new france', 'new key']);
  });

  it('do not where a narrower term settles it, whosever it is', () => {
    const both = term('both', { regions: ['France'], segments: ['KEY'] });
    expect(tieWith(FACTS, version('new', region, both), [version('old', segment)])).toBeNull();
    expect(tieWith(FACTS, version('new', region), [version('old', segment, both)])).toBeNull();
    expect(tieWith(FACTS, version('new', region), [version('old', term('all'))])).toBeNull();
  });

  it('do not where one of them does not speak of this purchase', () => {
    const spain = term('spain', { regions: ['Spain'] });
    expect(tieWith(FACTS, version('new', spain), [version('old', segment)])).toBeNull();
    const params = defaultsOf(packaging.params);
    const other = { ...region, kind: 'packaging', params: { ...params, checklist: ['Bubble wrap'] } };
    expect(tieWith(FACTS, version('new', other), [version('old', segment)])).toBeNull();
  });

  it('what tied before without the new version is no fault of its', () => {
    expect(tieWith(FACTS, version('new'), [version('old', segment), version('older', region)])).toBeNull();
  });
});
