import { applies, moreSpecific } from './applicability.ts';
import { casesOf, holds, meet, tidy, without, type Cases } from './cases.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind, Worsening } from './kinds/kind.ts';
import { derivedWorsenings } from './kinds/worsenings.ts';
import { canonical } from './snapshot.ts';
import { kindOf, type Term } from './terms.ts';

/** Purchases to which a later wording promises less than an earlier one (S11). */
export interface Cut {
  kind: string;
  /** The earlier term that decided them; null where nothing was said of them and a burden was put on them. */
  termId: string | null;
  /** Which purchases, in parts that share nothing. */
  cases: readonly Cases[];
  /** No later term speaks of them at all. */
  withdrawn: boolean;
  /** The later term that decides them now; null where they were withdrawn. */
  byTermId: string | null;
  /** In what it promises less; empty where it was withdrawn or newly burdened. */
  worsenings: readonly Worsening[];
}

/** In what `after` promises less than `before`, both values of one kind. Empty: no worse in anything. */
export const worsenings = (
  kind: TermKind,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly Worsening[] => kind.worse(before, after, derivedWorsenings(kind.params, before, after));

interface Deciding {
  term: Term;
  /** The purchases it really decides: those it speaks of and no more specific term does. */
  cases: readonly Cases[];
}

const deciding = (terms: readonly Term[]): Deciding[] =>
  terms.map((term) => ({
    term,
    cases: without(
      [casesOf(term.appliesTo)],
      terms
        .filter((each) => each.kind === term.kind && moreSpecific(each.appliesTo, term.appliesTo))
        .map((each) => casesOf(each.appliesTo)),
    ),
  }));

const shared = (a: readonly Cases[], b: readonly Cases[]): Cases[] =>
  a.flatMap((one) => b.flatMap((other) => meet(one, other) ?? []));

const scopes = (terms: readonly Term[]): Cases[] => terms.map((term) => casesOf(term.appliesTo));

/**
 * Where the terms of `after` promise less than those of `before` (service-cut guard S11, 絕不能為了省成本而砍服務). Exact:
 * a purchase is in the cases of a cut if and only if the term that decides it afterwards is worse in something, or no
 * term speaks of it any more. For burdens (see `TermKind.burden`) it is the other way round: a purchase that had none
 * and gets one is worse off. Short names of terms do not matter, nor does the order of either list.
 *
 * @returns sorted by kind and names of the terms; empty: nobody gets less.
 */
export function compareTerms(
  before: readonly Term[],
  after: readonly Term[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const names = [...new Set([...before, ...after].map((term) => term.kind))];
  return sortCuts(
    names.flatMap((name) => {
      const ofKind = (terms: readonly Term[]) => inOrder(terms.filter((term) => term.kind === name));
      return compareKind(kindOf(name, kinds), ofKind(before), ofKind(after));
    }),
  );
}

function compareKind(kind: TermKind, before: readonly Term[], after: readonly Term[]): Cut[] {
  const cuts: Cut[] = [];
  const add = (cut: Omit<Cut, 'kind' | 'withdrawn'>) => {
    if (cut.cases.length > 0) cuts.push({ kind: kind.kind, ...cut, withdrawn: cut.byTermId === null });
  };
  const now = deciding(after);
  for (const was of deciding(before)) {
    for (const is of now) {
      const less = worsenings(kind, was.term.params, is.term.params);
      if (less.length === 0) continue;
      add({ termId: was.term.id, byTermId: is.term.id, cases: shared(was.cases, is.cases), worsenings: less });
    }
    if (!kind.burden) {
      add({ termId: was.term.id, byTermId: null, cases: without(was.cases, scopes(after)), worsenings: [] });
    }
  }
  if (kind.burden) {
    for (const is of now) {
      add({ termId: null, byTermId: is.term.id, cases: without(is.cases, scopes(before)), worsenings: [] });
    }
  }
  return cuts;
}

/** Purchases that one term decided before and another of its kind decides now. */
export interface Succession {
  was: Term;
  is: Term;
  cases: readonly Cases[];
}

/** Which term follows which, and for which purchases: names may change, what they decide tells. */
export function successions(before: readonly Term[], after: readonly Term[]): Succession[] {
  const now = deciding(inOrder(after));
  return deciding(inOrder(before)).flatMap((was) =>
    now
      .filter((is) => is.term.kind === was.term.kind)
      .map((is) => ({ was: was.term, is: is.term, cases: shared(was.cases, is.cases) }))
      .filter(({ cases }) => cases.length > 0),
  );
}

/** Terms of which some purchase is left to no term of their kind; the other way round, those that speak first of some. */
export const lapsed = (terms: readonly Term[], by: readonly Term[]): Term[] =>
  deciding(terms)
    .filter(({ term, cases }) => without(cases, scopes(by.filter((each) => each.kind === term.kind))).length > 0)
    .map(({ term }) => term);

/**
 * The same question for one purchase: whatever the customer may claim, is it promised less by `after` than by `before`?
 * Periods are not looked at: the caller passes what binds and what shall bind. Where two terms tie (drafts only), being
 * worse than either counts.
 *
 * @param facts which `claim` they hold does not matter.
 * @returns the cuts that hit this purchase; `cases` holds the part in which it is.
 */
export function noWorseFor(
  facts: Facts,
  before: VersionTerms | readonly VersionTerms[],
  after: VersionTerms | readonly VersionTerms[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const [was, is] = [judging(facts, before), judging(facts, after)];
  // most purchases lose nothing, and a replay asks this of thousands
  if (!losesAnything(was, is, kinds)) return [];
  return compareTerms(was, is, kinds).flatMap((cut) => {
    const cases = cut.cases.filter((each) => holds(each, facts));
    return cases.length > 0 ? [{ ...cut, cases }] : [];
  });
}

function losesAnything(was: readonly Term[], is: readonly Term[], kinds: readonly TermKind[]): boolean {
  const less = (old: Term, young: Term) => worsenings(kindOf(old.kind, kinds), old.params, young.params).length > 0;
  const lost = was.some((old) => {
    const now = is.filter((term) => term.kind === old.kind);
    return now.length === 0 ? !kindOf(old.kind, kinds).burden : now.some((young) => less(old, young));
  });
  return lost || is.some((young) => kindOf(young.kind, kinds).burden && !was.some((old) => old.kind === young.kind));
}

/** The term of each kind that would judge a claim on this purchase; several of one kind only where they tie. */
export function judging(facts: Facts, versions: VersionTerms | readonly VersionTerms[]): Term[] {
  return judgingAmong(
    facts,
    ([] as VersionTerms[]).concat(versions).flatMap((version) => version.terms),
  );
}

/** As {@link judging}, of terms whose versions do not matter. */
export function judgingAmong(facts: Facts, terms: readonly Term[]): Term[] {
  const fitting = terms.filter((term) => applies(term.appliesTo, facts));
  return fitting.filter(
    (term) => !fitting.some((each) => each.kind === term.kind && moreSpecific(each.appliesTo, term.appliesTo)),
  );
}

/** A term, and the version it stands in. */
export interface InVersion {
  version: VersionTerms;
  term: Term;
}

/**
 * Two terms of one kind that would both judge a claim on this purchase because neither is more specific, the one of them
 * in `version`; null: what holds together is clear. Periods are not looked at, as for {@link noWorseFor}.
 */
export function tieWith(
  facts: Facts,
  version: VersionTerms,
  others: readonly VersionTerms[],
): { first: InVersion; second: InVersion } | null {
  const judges = new Set(judging(facts, [version, ...others]));
  const all = [version, ...others].flatMap((each) =>
    each.terms.filter((term) => judges.has(term)).map((term): InVersion => ({ version: each, term })),
  );
  for (const first of all.filter((each) => each.version === version)) {
    const second = all.find((each) => each.term !== first.term && each.term.kind === first.term.kind);
    if (second) return { first, second };
  }
  return null;
}

/** So that the parts into which cases fall do not depend on who wrote which term first. */
const inOrder = (terms: readonly Term[]): Term[] =>
  terms
    .map((term) => ({ term, key: `${term.id}\u0000${canonical(term)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ term }) => term);

function sortCuts(cuts: Cut[]): Cut[] {
  const key = (cut: Cut) => [cut.kind, cut.termId ?? '', cut.byTermId ?? ''].join('\u0000');
  return cuts
    .map((cut) => ({ ...cut, cases: cut.cases.map(tidy).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1)) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
