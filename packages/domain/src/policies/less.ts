import type { CalendarData } from '../calendars/calendar.ts';
import { applies, EVERYTHING } from './applicability.ts';
import { holds } from './cases.ts';
import { compareTerms, judging, type Cut } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { hoursCuts } from './hours.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import type { Term } from './terms.ts';
import { wordingCuts } from './wording-cuts.ts';

/** A term with what it promises by besides its own values: the hours it counts by, and how its texts are worded. */
export interface Binding {
  term: Term;
  calendar: CalendarData | null;
  phrases: Phrases;
}

/** The terms of versions, each bound to what its version says. */
export const bindings = (versions: readonly VersionTerms[]): Binding[] =>
  versions.flatMap(({ terms, calendar = null, phrases = {} }) => terms.map((term) => ({ term, calendar, phrases })));

/**
 * Every way in which less can be promised (S11): by the terms themselves, by the same words under shorter hours, and by
 * other words for the same text. Whoever weighs a change asks here, so that all of them weigh alike.
 */
export function lessAmong(
  before: readonly Binding[],
  after: readonly Binding[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const terms = (list: readonly Binding[]) => list.map(({ term }) => term);
  return [
    ...compareTerms(terms(before), terms(after), kinds),
    ...hoursCuts(before, after, kinds),
    ...wordingCuts(before, after, kinds),
  ];
}

type Versions = readonly VersionTerms[];

/** Of the cuts by shorter hours those that hit this purchase; what its terms say themselves see `noWorseFor`. */
export const hoursCutsFor = (facts: Facts, before: Versions, after: Versions): Cut[] =>
  hitting(facts, hoursCuts(fitting(facts, before), fitting(facts, after)));

/** Of the cuts by other wordings those that hit this purchase. */
export const wordingCutsFor = (facts: Facts, before: Versions, after: Versions): Cut[] =>
  hitting(facts, wordingCuts(fitting(facts, before), fitting(facts, after)));

/**
 * Whether the same promises come to less for a purchase of which other facts hold: its worth may have risen past the line
 * where a lesser term, or one that counts by shorter hours, begins.
 */
export function losesBy(versions: Versions, before: Facts, after: Facts): boolean {
  const [was, is] = [judging(before, versions), judging(after, versions)];
  // most purchases are judged by what judged them before
  if (was.length === is.length && was.every((each, index) => each === is[index])) return false;
  return lessBetween({ versions, facts: before }, { versions, facts: after }).length > 0;
}

/** Promises, and what is true of a purchase that holds them. */
interface Holding {
  versions: Versions;
  facts: Facts;
}

/** In what one purchase is promised less than another, whatever tells them apart; `cases` of the cuts say nothing. */
export const lessBetween = (before: Holding, after: Holding): Cut[] =>
  lessAmong(judges(before).map(unconditional), judges(after).map(unconditional));

function judges({ versions, facts }: Holding): Binding[] {
  const chosen = new Set(judging(facts, versions));
  return bindings(versions).filter(({ term }) => chosen.has(term));
}

/** Its conditions are met; two terms that speak of other worths would otherwise never be held against each other. */
const unconditional = (bound: Binding): Binding => ({ ...bound, term: { ...bound.term, appliesTo: EVERYTHING } });

const fitting = (facts: Facts, versions: Versions): Binding[] =>
  bindings(versions).filter(({ term }) => applies(term.appliesTo, facts));

const hitting = (facts: Facts, cuts: readonly Cut[]): Cut[] =>
  cuts.filter((cut) => cut.cases.some((each) => holds(each, facts)));
