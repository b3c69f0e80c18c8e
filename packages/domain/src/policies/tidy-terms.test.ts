import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './applicability.ts';
import type { Term } from './terms.ts';
import { tidyTerms } from './tidy-terms.ts';

const row = { code: ' KM ', label: ' Kilometres ', kind: 'FEE', mode: 'AMOUNT', amount: 500, consent: false };
const fees = (rows: unknown, appliesTo: object = {}): Term => ({
  id: 'fees',
  kind: 'fees',
  params: { rows, partShare: 30, addOnsUpToDiscount: true },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});

describe('terms as a draft keeps them', () => {
  it('C7 the code of a charge has no blanks around it; what it is called stays as it was typed', () => {
    expect(tidyTerms([fees([row])])).toEqual([fees([{ ...row, code: 'KM' }])]);
  });

  it('C12 nor have the words of the conditions, each of which stands there once', () => {
    const said = {
      regions: ['X ', ' X', 'Y'],
      segments: [' KEY'],
      productCodes: ['A\t'],
      categories: ['Cake ', 'Cake'],
    };
    const kept = { regions: ['X', 'Y'], segments: ['KEY'], productCodes: ['A'], categories: ['Cake'] };
    expect(tidyTerms([fees([], said)])).toEqual([fees([], kept)]);
  });

  it('leaves alone what is tidy, what it does not know and what cannot be read', () => {
    const odd = { ...fees([7, { label: 'x' }]), kind: 'of a package', appliesTo: { regions: 'X ' } } as unknown as Term;
    const wrong = fees('rows', { regions: [5] });
    for (const term of [odd, wrong, fees([{ ...row, code: 'KM' }]), fees([7])])
      expect(tidyTerms([term])).toEqual([term]);
  });

  it('words in lists are texts, and stay as they were typed', () => {
    const term: Term = { id: 'x', kind: 'exclusions', params: { matters: [' Misuse '] }, appliesTo: EVERYTHING };
    expect(tidyTerms([term])).toEqual([term]);
  });
});
