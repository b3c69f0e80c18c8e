import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTerms, settle } from './merge.ts';

const term = (id: string, days: number): Term => ({ id, kind: 'returns', params: { days }, appliesTo: EVERYTHING });
const said = (terms: readonly Term[]) => terms.map((each) => `${each.id} ${String(each.params.days)}`).sort();

describe('two people write one draft', () => {
  const base = [term('a', 1), term('b', 1), term('c', 1)];

  it('takes over what only one of them changed, added or removed', () => {
    const mine = [term('a', 2), term('b', 1), term('c', 1), term('mine', 5)];
    const theirs = [term('a', 1), term('b', 3), term('theirs', 6)];
    const { terms, clashes } = mergeTerms(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(said(terms)).toEqual(['a 2', 'b 3', 'mine 5', 'theirs 6']);
  });

  it('asks where both changed the same term, and keeps both wordings until somebody has chosen', () => {
    const { terms, clashes } = mergeTerms(base, [term('a', 2), base[1]!, base[2]!], [term('a', 3), base[1]!, base[2]!]);
    expect(clashes).toEqual([{ id: 'a', mine: term('a', 2), theirs: term('a', 3) }]);
    expect(said(terms)).toEqual(['a 2', 'b 1', 'c 1']);
    expect(said(settle(terms, clashes[0]!, clashes[0]!.theirs))).toEqual(['a 3', 'b 1', 'c 1']);
  });

  it('a removal against a change is a clash as well', () => {
    const { terms, clashes } = mergeTerms(base, [base[1]!, base[2]!], [term('a', 9), base[1]!, base[2]!]);
    expect(clashes).toEqual([{ id: 'a', mine: undefined, theirs: term('a', 9) }]);
    expect(said(settle(terms, clashes[0]!, term('a', 9)))).toEqual(['a 9', 'b 1', 'c 1']);
    expect(said(settle(terms, clashes[0]!, undefined))).toEqual(['b 1', 'c 1']);
  });

  it('what is not decided yet is still asked when another term is saved meanwhile', () => {
    const [mine, theirs] = [
      [term('a', 2), base[1]!, base[2]!],
      [term('a', 3), base[1]!, base[2]!],
    ];
    const { terms, clashes } = mergeTerms(base, mine, theirs);
    const later = [term('a', 3), term('b', 7), base[2]!];
    const again = mergeTerms(theirs, terms, later, clashes);
    expect(again.clashes).toEqual([{ id: 'a', mine: term('a', 2), theirs: term('a', 3) }]);
    expect(said(again.terms)).toEqual(['a 2', 'b 7', 'c 1']);
    // written once more to be the same as mine, there is nothing left to choose
    expect(mergeTerms(theirs, terms, [term('a', 2)], clashes).clashes).toEqual([]);
  });

  it('nothing that anybody wrote gets lost: it is in the result or among the clashes', () => {
    const drafts = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.integer({ max: 3 }) }),
      {
        selector: (each) => each.id,
      },
    );
    const terms = drafts.map((list) => list.map(({ id, days }) => term(id, days)));
    fc.assert(
      fc.property(terms, terms, terms, (was, mine, theirs) => {
        const merged = mergeTerms(was, mine, theirs);
        const kept = said([...merged.terms, ...merged.clashes.flatMap((c) => [c.mine, c.theirs]).filter((t) => !!t)]);
        const old = said(was);
        for (const side of [mine, theirs]) for (const each of said(side)) expect([...kept, ...old]).toContain(each);
        // one side without changes: the other side's draft
        expect(said(mergeTerms(was, was, theirs).terms)).toEqual(said(theirs));
        expect(said(mergeTerms(was, mine, was).terms)).toEqual(said(mine));
      }),
    );
  });
});
