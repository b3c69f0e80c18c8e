import type { CalendarData } from '../calendars/calendar.ts';
import { applies } from './applicability.ts';
import { holds } from './cases.ts';
import { compareTerms, type Cut } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { hoursCuts } from './hours.ts';
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
export function lessAmong(before: readonly Binding[], after: readonly Binding[]): Cut[] {
  const terms = (list: readonly Binding[]) => list.map(({ term }) => term);
  return [...compareTerms(terms(before), terms(after)), ...hoursCuts(before, after), ...wordingCuts(before, after)];
}

type Versions = readonly VersionTerms[];

/** Of the cuts by shorter hours those that hit this purchase; what its terms say themselves see `noWorseFor`. */
export const hoursCutsFor = (facts: Facts, before: Versions, after: Versions): Cut[] =>
  hitting(facts, hoursCuts(fitting(facts, before), fitting(facts, after)));

/** Of the cuts by other wordings those that hit this purchase. */
export const wordingCutsFor = (facts: Facts, before: Versions, after: Versions): Cut[] =>
  hitting(facts, wordingCuts(fitting(facts, before), fitting(facts, after)));

const fitting = (facts: Facts, versions: Versions): Binding[] =>
  bindings(versions).filter(({ term }) => applies(term.appliesTo, facts));

const hitting = (facts: Facts, cuts: readonly Cut[]): Cut[] =>
  cuts.filter((cut) => cut.cases.some((each) => holds(each, facts)));
