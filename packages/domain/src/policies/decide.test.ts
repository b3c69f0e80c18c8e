import { someApplicability } from '@perennial/testkit/policies/random-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmbiguity } from './ambiguity.ts';
import { EVERYTHING, moreSpecific, type Applicability } from './applicability.ts';
import { UNKNOWN } from './cases.ts';
import { decide, type VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Term } from './terms.ts';

const returnsTerm = (id: string, days: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});

const version = (terms: Term[], more: Partial<VersionTerms> = {}): VersionTerms => ({
  id: 'v1',
  policyId: 'p1',
  policy: 'Promise',
  number: 1,
  period: { from: '2010-12-01', to: null },
  terms,
  currency: 'GBP',
  ...more,
});

const facts = (more: Partial<NonNullable<Facts['purchase']>> = {}, customer = {}): Facts => ({
  timeZone: 'Europe/London',
  customer: { region: 'France', segment: 'KEY', tenureMonths: 6, ...customer },
  purchase: { at: '2011-03-01', code: '22423', category: 'Cake', complexity: 'LOW', value: 10_000, ...more },
  claim: { kind: 'returns' },
});

describe('which term decides (C12)', () => {
  it('in another currency none that asks for a worth, however large or small the total', () => {
    const terms = [
      returnsTerm('all', 30),
      returnsTerm('dear', 60, { minValue: 500 }),
      returnsTerm('small', 9, { maxValue: 500 }),
    ];
    const chosen = (value: number | null) => decide(facts({ value }), [version(terms)], '2011-03-02').termId;
    expect([499, 500, null].map(chosen)).toEqual(['small', 'dear', 'all']);
    const asking = [version(terms.slice(1))];
    expect(decide(facts({ value: null }), asking, '2011-03-02')).toMatchObject({
      outcome: 'NOT_COVERED',
      termId: null,
    });
  });

  it('the most specific one', () => {
    const terms = [
      returnsTerm('all', 30),
      returnsTerm('france', 45, { regions: ['France'] }),
      returnsTerm('france-key', 60, { regions: ['France'], segments: ['KEY'] }),
    ];
    expect(decide(facts(), [version(terms)], '2011-03-02')).toMatchObject({
      termId: 'france-key',
      deadline: '2011-04-30',
    });
    expect(decide(facts({}, { segment: 'STANDARD' }), [version(terms)], '2011-03-02').termId).toBe('france');
    expect(decide(facts({}, { region: 'Spain' }), [version(terms)], '2011-03-02').termId).toBe('all');
    expect(decide(facts({}, { region: null }), [version(terms)], '2011-03-02').termId).toBe('all');
  });

  it('a code over a category over a complexity', () => {
    const terms = [
      returnsTerm('simple', 1, { complexity: ['LOW'] }),
      returnsTerm('cake', 2, { categories: ['Cake'] }),
      returnsTerm('code', 3, { productCodes: ['22423'] }),
    ];
    expect(decide(facts(), [version(terms)], '2011-03-02').termId).toBe('code');
    expect(decide(facts({ code: 'X' }), [version(terms)], '2011-03-02').termId).toBe('cake');
    expect(decide(facts({ code: 'X', category: null }), [version(terms)], '2011-03-02').termId).toBe('simple');
  });

  it('the value of the purchase: from is inside, below is outside', () => {
    const terms = [returnsTerm('small', 1, { maxValue: 10_000 }), returnsTerm('big', 2, { minValue: 10_000 })];
    expect(decide(facts({ value: 9_999 }), [version(terms)], '2011-03-02').termId).toBe('small');
    expect(decide(facts({ value: 10_000 }), [version(terms)], '2011-03-02').termId).toBe('big');
  });

  it('how long the customer has been one: from is inside, below is outside, what is not known fits neither', () => {
    const terms = [
      returnsTerm('new', 1, { maxTenure: 12 }),
      returnsTerm('loyal', 2, { minTenure: 12 }),
      returnsTerm('all', 3),
    ];
    const chosen = (tenureMonths?: number | null) =>
      decide(facts({}, { tenureMonths }), [version(terms)], '2011-03-02').termId;
    expect([0, 11, 12, 240, null, undefined].map(chosen)).toEqual(['new', 'new', 'loyal', 'loyal', 'all', 'all']);
  });

  it('a term that asks for any known tenure is narrower than one that asks for none', () => {
    const terms = [returnsTerm('known', 1, { minTenure: 0 }), returnsTerm('all', 3)];
    expect(findAmbiguity(placed(terms))).toBeNull();
    expect(decide(facts({}, { tenureMonths: 0 }), [version(terms)], '2011-03-02').termId).toBe('known');
    expect(decide(facts({}, { tenureMonths: null }), [version(terms)], '2011-03-02').termId).toBe('all');
  });

  it.each([
    ['of a customer of at least so long', { minTenure: 6 }],
    ['of a customer of less than so long', { maxTenure: 12 }],
    ['bought for at least so much', { minValue: 5_000 }],
    ['bought for less than so much', { maxValue: 50_000 }],
    ['of these segments', { segments: ['KEY', 'STANDARD'] }],
    ['of this complexity', { complexity: ['LOW' as const] }],
  ])('the one for what is %s over the one for everything', (_what, appliesTo) => {
    const terms = [returnsTerm('all', 30), returnsTerm('some', 60, appliesTo)];
    expect(decide(facts(), [version(terms)], '2011-03-02').termId).toBe('some');
    expect(findAmbiguity(placed(terms))).toBeNull();
  });

  it('a tie is an error that names both terms', () => {
    const terms = [returnsTerm('b', 30, { segments: ['KEY'] }), returnsTerm('a', 45, { regions: ['France'] })];
    expect(() => decide(facts(), [version(terms)], '2011-03-02')).toThrow(
      expect.objectContaining({
        code: 'AMBIGUOUS_TERMS',
        params: expect.objectContaining({ first: 'a', second: 'b' }),
      }),
    );
  });

  it('a kind nobody knows is an error', () => {
    expect(() => decide({ ...facts(), claim: { kind: 'magic' } }, [], '2011-03-02')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TERM_KIND', path: ['claim', 'kind'] }),
    );
  });
});

describe('which version decides: the one in force on the day of the purchase', () => {
  const old = version([returnsTerm('r', 10)], { id: 'old', period: { from: '2010-12-01', to: '2011-03-01' } });
  const young = version([returnsTerm('r', 20)], { id: 'young', number: 2, period: { from: '2011-03-01', to: null } });

  it.each([
    ['2011-02-28', 'old'],
    ['2011-03-01', 'young'],
  ])('bought on %s: %s, also when claimed later', (at, id) => {
    expect(decide(facts({ at }), [young, old], '2011-03-02').versionId).toBe(id);
  });

  it('a purchase before every promise is not covered', () => {
    expect(decide(facts({ at: '2010-11-30' }), [old, young], '2010-12-02')).toMatchObject({
      outcome: 'NOT_COVERED',
      versionId: null,
    });
  });

  it('the day is the one on the clocks of the business', () => {
    const at = '2011-02-28T23:30:00Z';
    expect(decide(facts({ at }), [young, old], '2011-03-02').versionId).toBe('old');
    expect(decide({ ...facts({ at }), timeZone: 'Europe/Paris' }, [young, old], '2011-03-02').versionId).toBe('young');
    expect(decide({ ...facts({ at }), timeZone: 'America/New_York' }, [young, old], '2011-03-02').versionId).toBe(
      'old',
    );
  });

  it('a claim minutes after midnight of the last day is too late there, and in time further west', () => {
    const late = '2011-03-11T00:10:00Z';
    const bought = facts({ at: '2011-02-28T12:00:00Z' });
    const ten = [version([returnsTerm('r', 10)])];
    expect(decide(bought, ten, late).outcome).toBe('REFUSED');
    expect(decide({ ...bought, timeZone: 'America/New_York' }, ten, late).outcome).toBe('ALLOWED');
  });

  it('the hour a clock change takes away costs no day', () => {
    const bought = facts({ at: '2011-03-26T23:59:00Z' });
    const one = [version([returnsTerm('r', 1)])];
    expect(decide(bought, one, '2011-03-27T22:59:00Z').outcome).toBe('ALLOWED');
    expect(decide(bought, one, '2011-03-27T23:01:00Z').outcome).toBe('REFUSED');
  });

  it('an unknown time zone and an unreadable moment are named', () => {
    const at = '2011-03-01T00:00:00Z';
    expect(() => decide({ ...facts({ at }), timeZone: 'Mars/Olympus' }, [], at)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TIME_ZONE' }),
    );
    expect(() => decide(facts({ at: 'the day before' }), [], at)).toThrow(
      expect.objectContaining({ code: 'BAD_DATE' }),
    );
  });
});

describe('trying out', () => {
  it('a version is judged as if it had been in force, and the trace says so', () => {
    const later = version([returnsTerm('r', 30)], { period: { from: '2012-01-01', to: null }, supposed: true });
    const decision = decide(facts(), [later], '2011-03-02');
    expect(decision.outcome).toBe('ALLOWED');
    expect(decision.trace.map((s) => s.code)).toContain('VERSION_SUPPOSED');
    expect(decision.trace.map((s) => s.code)).not.toContain('VERSION_IN_FORCE');
  });
});

describe('nothing is guessed', () => {
  it('without a purchase there is nothing to judge', () => {
    expect(decide({ ...facts(), purchase: null }, [version([returnsTerm('r', 30)])], '2011-03-02')).toMatchObject({
      outcome: 'NO_PURCHASE',
      termId: null,
      trace: [{ code: 'NO_PURCHASE' }],
    });
  });
  it('what was brought back before it was bought is another thing', () => {
    expect(decide(facts(), [version([returnsTerm('r', 30)])], '2011-02-28').outcome).toBe('NO_PURCHASE');
  });
  it('no term of that kind: not covered, and it says so', () => {
    const decision = decide(
      { ...facts(), claim: { kind: 'warranty' } },
      [version([returnsTerm('r', 30)])],
      '2011-03-02',
    );
    expect(decision.outcome).toBe('NOT_COVERED');
    expect(decision.trace.map((s) => s.code)).toEqual(['PURCHASED', 'NO_TERM']);
  });
});

const placed = (terms: Term[]) => terms.map((t) => ({ ...t, policy: 'P', number: 1 }));

describe('whatever the conditions and days', () => {
  it('more specific is a strict partial order', () => {
    fc.assert(
      fc.property(someApplicability, someApplicability, someApplicability, (a, b, c) => {
        expect(moreSpecific(a, a)).toBe(false);
        if (moreSpecific(a, b)) expect(moreSpecific(b, a)).toBe(false);
        if (moreSpecific(a, b) && moreSpecific(b, c)) expect(moreSpecific(a, c)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('within the window it is allowed, after it refused, for every length and day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3650 }), fc.integer({ min: 0, max: 4000 }), (days, after) => {
        const on = new Date(Date.UTC(2011, 2, 1 + after)).toISOString().slice(0, 10);
        const { outcome } = decide(facts(), [version([returnsTerm('r', days)])], on);
        expect(outcome).toBe(after <= days ? 'ALLOWED' : 'REFUSED');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('terms that meet without order', () => {
  const key = returnsTerm('key', 1, { segments: ['KEY'] });
  const france = returnsTerm('france', 2, { regions: ['France'] });
  it('are refused, naming the cases they share', () => {
    expect(findAmbiguity(placed([key, france]))).toMatchObject({ first: { id: 'france' }, second: { id: 'key' } });
  });
  it('are settled by a term for exactly those cases', () => {
    const both = returnsTerm('both', 3, { segments: ['KEY'], regions: ['France'] });
    expect(findAmbiguity(placed([key, france, both]))).toBeNull();
  });
  it('are not settled by a term for a part of them', () => {
    const part = returnsTerm('part', 3, { segments: ['KEY'], regions: ['France'], maxValue: 500 });
    expect(findAmbiguity(placed([key, france, part]))?.cases.value).toEqual({ low: UNKNOWN, high: 0 });
    const known = [key, france].map((each) => ({ ...each, appliesTo: { ...each.appliesTo, minValue: 0 } }));
    expect(findAmbiguity(placed([...known, part]))?.cases.value).toEqual({ low: 500, high: null });
    const rest = returnsTerm('rest', 3, { segments: ['KEY'], regions: ['France'], minValue: 500 });
    expect(findAmbiguity(placed([key, france, rest]))?.cases.value).toEqual({ low: UNKNOWN, high: 500 });
  });
  it('are settled by several terms that together cover them', () => {
    const low = returnsTerm('low', 3, { segments: ['KEY'], regions: ['France'], maxValue: 500 });
    const high = returnsTerm('high', 3, { segments: ['KEY'], regions: ['France'], minValue: 500 });
    const abroad = returnsTerm('abroad', 3, { segments: ['KEY'], regions: ['France'] });
    expect(findAmbiguity(placed([key, france, low, high, abroad]))).toBeNull();
  });
  it('of different kinds never meet', () => {
    expect(findAmbiguity(placed([key, { ...france, kind: 'warranty' }]))).toBeNull();
  });
});
