import { EVERYTHING, moreSpecific, type Applicability } from './applicability.ts';
import { canonical } from './snapshot.ts';
import type { Term } from './terms.ts';

/**
 * Where a term does not decide because a more specific one of its kind does, among those it stands beside. One that lies
 * within another is not named again, nor is what both ask for: it goes without saying.
 */
export function setAside(term: Term, among: readonly Term[]): Applicability[] {
  const narrower = among
    .filter((each) => each.kind === term.kind && moreSpecific(each.appliesTo, term.appliesTo))
    .map((each) => each.appliesTo);
  const widest = narrower.filter((each) => !narrower.some((other) => moreSpecific(each, other)));
  return distinct(widest.map((each) => beyond(each, term.appliesTo)));
}

/** What `narrow` asks for that `wide` does not. */
function beyond(narrow: Applicability, wide: Applicability): Applicability {
  const own = Object.entries(narrow).filter(
    ([name, value]) => canonical(value) !== canonical(wide[name as keyof Applicability] ?? null),
  );
  return { ...EVERYTHING, ...Object.fromEntries(own) };
}

const distinct = (list: readonly Applicability[]): Applicability[] => [
  ...new Map(list.map((each) => [canonical(each), each])).values(),
];
