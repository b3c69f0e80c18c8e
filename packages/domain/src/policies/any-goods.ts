import { openBetween } from './ambiguity.ts';
import { moreSpecific } from './applicability.ts';
import { casesOf, forAnyCustomer, holdsCustomer, holdsWorth, subtract, type Cases } from './cases.ts';
import type { Cut, InVersion } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { bindings, lessAmong } from './less.ts';
import type { FrozenFacts } from './snapshot.ts';

/*
 * A purchase may get goods that it does not hold today: a later import may add any. What was frozen of its customer
 * stays, so that only terms for others, and for a worth that it can never have, are none of its business (S1).
 */

/** What is promised less, and the terms that say so; null: none does. */
export interface Loss {
  cut: Cut;
  was: InVersion | null;
  is: InVersion | null;
}

type Versions = readonly VersionTerms[];
type Owner = Pick<FrozenFacts, 'region' | 'segment' | 'tenureMonths' | 'value'>;

const mayBeOf =
  ({ region, segment, tenureMonths, value }: Owner) =>
  (cases: Cases): boolean =>
    holdsCustomer(cases, { region, segment, tenureMonths, history: null }) && holdsWorth(cases, value !== null);

/** What a purchase is promised less, by `after` than by `before`, of any goods that it may ever hold. Empty: nothing. */
export function lessForAnyGoods(
  owner: Owner,
  before: Versions,
  after: Versions,
  kinds: readonly TermKind[] = termKinds,
): Loss[] {
  const mayBe = mayBeOf(owner);
  const [was, is] = [speaking(before, mayBe), speaking(after, mayBe)];
  return lessAmong(bindings(was), bindings(is), kinds).flatMap((cut): Loss[] => {
    const cases = cut.cases.filter(mayBe);
    if (cases.length === 0) return [];
    const hits = { ...cut, cases: cases.map(forAnyCustomer) };
    return [{ cut: hits, was: found(was, cut, cut.termId), is: found(is, cut, cut.byTermId) }];
  });
}

/** Goods of a purchase, of which two of its terms would speak alike, the first of them in `version`. */
export function tieForAnyGoods(
  owner: Owner,
  version: VersionTerms,
  others: Versions,
): { first: InVersion; second: InVersion; cases: Cases } | null {
  const mayBe = mayBeOf(owner);
  const all = inVersions(speaking([version, ...others], mayBe));
  const terms = all.map(({ term }) => term);
  for (const first of all.filter((each) => each.version.id === version.id)) {
    for (const second of all) {
      if (second.term === first.term) continue;
      const open = openBetween(first.term, second.term, terms).find(mayBe);
      if (open) return { first, second, cases: forAnyCustomer(open) };
    }
  }
  return null;
}

const speaking = (versions: Versions, mayBe: (cases: Cases) => boolean): VersionTerms[] =>
  versions.map((version) => ({
    ...version,
    terms: version.terms.filter((term) => mayBe(casesOf(term.appliesTo))),
  }));

const inVersions = (versions: Versions): InVersion[] =>
  versions.flatMap((version) => version.terms.map((term) => ({ version, term })));

/** The term that a cut names: several policies may call theirs the same, and the most specific one decides. */
function found(versions: Versions, { kind, cases }: Cut, termId: string | null): InVersion | null {
  const called = inVersions(versions).filter(
    ({ term }) =>
      term.kind === kind &&
      term.id === termId &&
      cases.every((each) => subtract(each, casesOf(term.appliesTo)).length === 0),
  );
  const decides = ({ term }: InVersion) => !called.some((other) => moreSpecific(other.term.appliesTo, term.appliesTo));
  return called.find(decides) ?? null;
}
