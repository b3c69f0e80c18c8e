import { care, toll } from '@perennial/testkit/policies/random-terms';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { followsFor } from './follows.ts';
import type { Term } from './terms.ts';

const kinds = [care, toll];
const careTerm = (id: string, days: number, to: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'care',
  params: { days, opened: true },
  appliesTo: { ...EVERYTHING, ...to },
});
const tollTerm = (fee: number): Term => ({ id: 'toll', kind: 'toll', params: { fee }, appliesTo: EVERYTHING });
const version = (...terms: Term[]): VersionTerms[] => [
  { id: 'v', policyId: 'p', policy: 'P', number: 1, period: { from: '2010-12-01', to: null }, terms, currency: 'GBP' },
];
const facts: Facts = {
  timeZone: 'UTC',
  customer: { region: 'United Kingdom', segment: 'KEY' },
  purchase: { at: '2011-03-01', code: 'A', value: 100 },
  claim: { kind: 'care' },
};
const follows = (before: VersionTerms[], after: VersionTerms[]) =>
  followsFor(facts, before, after, [], kinds).map(({ kind, was, is, verdict }) => ({
    kind,
    was: was.map(({ id }) => id),
    is: is.map(({ id }) => id),
    verdict,
  }));

describe('S1 what follows for one purchase', () => {
  const uk = careTerm('uk', 30, { regions: ['United Kingdom'] });

  it('where its own term goes, the general one follows, and not nothing', () => {
    const general = careTerm('general', 14);
    expect(follows(version(uk, general), version(general))).toEqual([
      { kind: 'care', was: ['uk'], is: ['general'], verdict: 'WORSE' },
    ]);
    expect(follows(version(general), version(uk, general))).toEqual([
      { kind: 'care', was: ['general'], is: ['uk'], verdict: 'BETTER' },
    ]);
  });

  it('nothing follows only where nothing fits', () => {
    const elsewhere = careTerm('peru', 90, { regions: ['Peru'] });
    expect(follows(version(uk), version(elsewhere))).toEqual([{ kind: 'care', was: ['uk'], is: [], verdict: 'WORSE' }]);
  });

  it('what is for others, or stays under another name, is no change', () => {
    const peru = (days: number) => careTerm('peru', days, { regions: ['Peru'] });
    expect(follows(version(uk, peru(90)), version(careTerm('renamed', 30), peru(10)))).toEqual([]);
  });

  it('a burden that comes is worse, one that goes better, a dearer one worse', () => {
    expect(follows(version(), version(tollTerm(5)))).toMatchObject([{ kind: 'toll', verdict: 'WORSE' }]);
    expect(follows(version(tollTerm(5)), version())).toMatchObject([{ kind: 'toll', verdict: 'BETTER' }]);
    expect(follows(version(tollTerm(5)), version(tollTerm(6)))).toMatchObject([{ kind: 'toll', verdict: 'WORSE' }]);
  });

  it('shorter hours make a promise worse whose words stay', () => {
    const cut = { kind: 'care', termId: 'uk', cases: [], withdrawn: false, byTermId: 'uk', worsenings: [] };
    expect(followsFor(facts, version(uk), version(uk), [cut], kinds)).toMatchObject([
      { kind: 'care', verdict: 'WORSE' },
    ]);
  });
});
