import { care, someRevision, toll } from '@perennial/testkit/policies/random-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, moreSpecific, type Applicability } from './applicability.ts';
import { casesOf, meet } from './cases.ts';
import { changes, changeSentences, type TermChange } from './changes.ts';
import { compareTerms } from './compare.ts';
import type { Term } from './terms.ts';

const kinds = [care, toll];

const careTerm = (id: string, days: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'care',
  params: { days, opened: true },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const tollTerm = (id: string, fee: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'toll',
  params: { fee },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const KETTLE = { productCodes: ['K1'] };
const BOTH = { productCodes: ['K1', 'K2'] };

const names = (terms: readonly Term[]) => terms.map(({ id }) => id).join(' ');
/** What is told: how it changed, the names of the terms before and after, and how many cuts. */
const told = (all: readonly TermChange[]) =>
  all
    .filter(({ change }) => change !== 'SAME')
    .map(({ change, before, after, cuts }) => [change, names(before), names(after), cuts.length]);
const between = (before: readonly Term[], after: readonly Term[]) => told(changes(before, after, kinds));

/** As a published version has them: of two terms of a kind that speak of the same purchase one is more specific. */
const untied = (terms: readonly Term[]): Term[] =>
  terms.reduce<Term[]>((chosen, term) => {
    const ties = (other: Term) =>
      other.kind === term.kind &&
      meet(casesOf(term.appliesTo), casesOf(other.appliesTo)) !== null &&
      !moreSpecific(term.appliesTo, other.appliesTo) &&
      !moreSpecific(other.appliesTo, term.appliesTo);
    return chosen.some(ties) ? chosen : [...chosen, term];
  }, []);

describe('C1 what changed from version to version', () => {
  const before = [
    careTerm('same', 30, { regions: ['A'] }),
    careTerm('less', 30, { regions: ['B'] }),
    careTerm('gone', 30, { regions: ['C'] }),
  ];
  const after = [
    careTerm('new', 5, { regions: ['D'] }),
    careTerm('less', 14, { regions: ['B'] }),
    careTerm('same', 30, { regions: ['A'] }),
  ];

  it('added, removed, changed, the same; and which of them promise less', () => {
    expect(
      changes(before, after, kinds).map((each) => [
        each.change,
        names(each.before),
        names(each.after),
        each.cuts.length,
      ]),
    ).toEqual([
      ['REMOVED', 'gone', '', 1],
      ['CHANGED', 'less', 'less', 1],
      ['ADDED', '', 'new', 0],
      ['SAME', 'same', 'same', 0],
    ]);
  });

  it('a term under another name is the same, also where two swap their names', () => {
    expect(between([careTerm('a', 60)], [careTerm('b', 60)])).toEqual([]);
    const [kettles, jugs] = [careTerm('a', 60, KETTLE), careTerm('b', 30, { productCodes: ['J1'] })];
    expect(
      between(
        [kettles, jugs],
        [
          { ...kettles, id: 'b' },
          { ...jugs, id: 'a' },
        ],
      ),
    ).toEqual([]);
  });

  it('a term under another name that promises otherwise, or to more, is changed', () => {
    expect(between([careTerm('a', 60)], [careTerm('b', 90)])).toEqual([['CHANGED', 'a', 'b', 0]]);
    expect(between([careTerm('a', 60, KETTLE)], [careTerm('b', 60, BOTH)])).toEqual([['CHANGED', 'a', 'b', 0]]);
  });

  it('an exception that goes gives way to the rule, for better or worse', () => {
    const all = careTerm('all', 60);
    expect(between([all, careTerm('k', 20, KETTLE)], [all])).toEqual([['CHANGED', 'k', 'all', 0]]);
    expect(between([all, careTerm('k', 90, KETTLE)], [all])).toEqual([['CHANGED', 'k', 'all', 1]]);
    expect(between([all, careTerm('k', 20, KETTLE)], [careTerm('all', 70)])).toEqual([
      ['CHANGED', 'all', 'all', 0],
      ['CHANGED', 'k', 'all', 0],
    ]);
    expect(between([all, careTerm('k', 60, KETTLE)], [all])).toEqual([]);
  });

  it('a smaller charge that goes gives way to the usual one; a charge that goes for all is gone', () => {
    const usual = tollTerm('all', 5);
    expect(between([usual, tollTerm('k', 2, KETTLE)], [usual])).toEqual([['CHANGED', 'k', 'all', 1]]);
    expect(between([usual], [])).toEqual([['REMOVED', 'all', '', 0]]);
    expect(between([], [usual])).toEqual([['ADDED', '', 'all', 1]]);
  });

  it('a new exception is no news to those who had better, and news to those who had less', () => {
    const all = careTerm('all', 60);
    expect(between([all], [all, careTerm('k', 20, KETTLE)])).toEqual([['CHANGED', 'all', 'k', 1]]);
    expect(between([all], [all, careTerm('k', 90, KETTLE)])).toEqual([['ADDED', '', 'k', 0]]);
    expect(between([all], [all, careTerm('k', 60, KETTLE)])).toEqual([]);
    // the rule itself became better: what some lose is told with what they have now
    expect(between([all], [careTerm('all', 61), careTerm('k', 20, KETTLE)])).toEqual([
      ['CHANGED', 'all', 'all', 0],
      ['CHANGED', 'all', 'k', 1],
    ]);
  });

  it('an exception for fewer, or for more, tells what the others have now, and had', () => {
    const all = careTerm('all', 60);
    const [one, two] = [careTerm('k', 20, KETTLE), careTerm('k', 20, BOTH)];
    expect(between([all, two], [all, one])).toEqual([['CHANGED', 'k', 'k all', 0]]);
    expect(between([all, one], [all, two])).toEqual([['CHANGED', 'k all', 'k', 1]]);
  });

  it('one term for two, or two for one, are told together; with the same promise there is nothing to tell', () => {
    const two = [careTerm('a', 20, KETTLE), careTerm('b', 20, { productCodes: ['K2'] })];
    expect(between([careTerm('k', 20, BOTH)], two)).toEqual([]);
    expect(between(two, [careTerm('k', 30, BOTH)])).toEqual([['CHANGED', 'a b', 'k', 0]]);
    expect(between([careTerm('k', 30, BOTH)], two.slice(0, 1))).toEqual([['CHANGED', 'k', 'a', 2]]);
  });

  it('a term that becomes another kind is one gone and one new', () => {
    expect(between([careTerm('a', 1)], [tollTerm('a', 1)])).toEqual([
      ['REMOVED', 'a', '', 1],
      ['ADDED', '', 'a', 1],
    ]);
  });

  it('every cut is told once', () => {
    let cut = 0;
    fc.assert(
      fc.property(someRevision(8), (revision) => {
        const [was, is] = [untied(revision.before), untied(revision.after)];
        const key = (each: object) => JSON.stringify(each);
        const toldCuts = changes(was, is, kinds).flatMap(({ cuts }) => cuts.map(key));
        expect(toldCuts.sort()).toEqual(compareTerms(was, is, kinds).map(key).sort());
        cut += toldCuts.length;
      }),
      { numRuns: 1000 },
    );
    expect(cut).toBeGreaterThan(100);
  });

  it('the order of terms changes nothing', () => {
    fc.assert(
      fc.property(someRevision(), ({ before: was, after: is }) => {
        expect(changes([...was].reverse(), [...is].reverse(), kinds)).toEqual(changes(was, is, kinds));
      }),
      { numRuns: 400 },
    );
  });

  it('every term is told of or stays as it is', () => {
    fc.assert(
      fc.property(someRevision(), ({ before: was, after: is }) => {
        const all = changes(was, is, kinds);
        expect(new Set(all.flatMap((each) => each.before))).toEqual(new Set(was));
        expect(new Set(all.flatMap((each) => each.after))).toEqual(new Set(is));
      }),
      { numRuns: 400 },
    );
  });

  it('is told sentence by sentence in three languages', () => {
    const changed = changes(before, after, kinds).find(({ change }) => change === 'CHANGED')!;
    const removed = changes(before, after, kinds).find(({ change }) => change === 'REMOVED')!;
    expect(changeSentences(changed, 'GBP', 'en', {}, kinds)).toEqual({
      before: [['For region B.', 'CARE']],
      after: [['For region B.', 'CARE']],
    });
    expect(changeSentences(removed, 'GBP', 'zh-Hant', {}, kinds)).toEqual({
      before: [['針對地區 C。', 'CARE']],
      after: [],
    });
  });
});
