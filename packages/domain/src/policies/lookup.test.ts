import { someFacts, someTerms } from '@perennial/testkit/policies/random-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applies, EVERYTHING, moreSpecific } from './applicability.ts';
import { fitting, lookupOf, narrower } from './lookup.ts';

describe('looking terms up (C12)', () => {
  it('finds those that speak of a purchase, as many as there are, and no others', () => {
    let found = 0;
    fc.assert(
      // more than 64, so that every word of bits is used
      fc.property(
        fc.array(someTerms(30), { minLength: 5, maxLength: 6 }),
        fc.array(someFacts(), { maxLength: 20 }),
        (lists, asked) => {
          const terms = lists.flat();
          const lookup = lookupOf(terms, 'care');
          for (const facts of asked) {
            const fit = fitting(lookup, facts).map((place) => lookup.terms[place]);
            expect(fit).toEqual(terms.filter((term) => term.kind === 'care' && applies(term.appliesTo, facts)));
            found += fit.length;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('compares two of them as their conditions do, the first time and every other', () => {
    fc.assert(
      fc.property(someTerms(8), (terms) => {
        const lookup = lookupOf(terms, 'care');
        for (const _time of [1, 2]) {
          lookup.terms.forEach((a, i) =>
            lookup.terms.forEach((b, j) => expect(narrower(lookup, i, j)).toBe(moreSpecific(a.appliesTo, b.appliesTo))),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is made once for a list, and anew for another', () => {
    const terms = [{ id: 'a', kind: 'care', params: {}, appliesTo: EVERYTHING }];
    expect(lookupOf(terms, 'care')).toBe(lookupOf(terms, 'care'));
    expect(lookupOf([...terms], 'care')).not.toBe(lookupOf(terms, 'care'));
    expect(lookupOf(terms, 'toll').terms).toEqual([]);
  });

  it('without a purchase nothing fits', () => {
    const terms = [{ id: 'a', kind: 'care', params: {}, appliesTo: EVERYTHING }];
    const facts = {
      timeZone: 'UTC',
      customer: { region: null, segment: null },
      purchase: null,
      claim: { kind: 'care' },
    };
    expect(fitting(lookupOf(terms, 'care'), facts)).toEqual([]);
  });
});
