import { openBetween } from './ambiguity.ts';
import { moreSpecific } from './applicability.ts';
import {
  casesOf,
  forAnyCustomer,
  holdsCustomer,
  holdsGoods,
  holdsOtherCodes,
  reachesWorth,
  subtract,
  type Cases,
} from './cases.ts';
import type { Cut, InVersion } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { bindings, lessAmong } from './less.ts';
import { factsFrom, type FrozenFacts } from './snapshot.ts';

/*
 * A purchase may get goods that it does not hold today, and be worth more: a later import may add any. What was frozen of
 * its customer and of the goods it holds stays, so that terms for others, for a worth that it can never have, and for
 * goods that those are not are none of its business (S1).
 */

/** What is promised less, and the terms that say so; null: none does. */
export interface Loss {
  cut: Cut;
  was: InVersion | null;
  is: InVersion | null;
}

type Versions = readonly VersionTerms[];

/** Whether a purchase may come to be among some cases, by what it holds now or may yet get. */
export type MayBe = (cases: Cases) => boolean;

/**
 * @param codes of the goods that it holds: what they are was frozen with them, so that of these only the worth may differ.
 * @param sold what of it was sold in the first place, `amount` in minor units. Imports add and never take away; but an
 *   undo takes away what an import added, which may come again as something else. Left out: that is not known.
 */
export function mayHold(
  frozen: FrozenFacts,
  codes: readonly string[],
  sold: { codes: readonly string[]; amount: number } = { codes: [], amount: 0 },
): MayBe {
  const { region, segment, tenureMonths } = frozen;
  const customer = { region, segment, tenureMonths };
  const least = leastWorth(frozen, sold);
  const fixed = frozen.extendedBy === undefined ? codes : sold.codes;
  const held = fixed.map((code) => factsFrom(frozen, 'UTC', { at: '', code }, { kind: '' }).purchase!);
  return (cases) =>
    holdsCustomer(cases, customer) &&
    reachesWorth(cases, least) &&
    (held.some((goods) => holdsGoods(cases, goods)) || holdsOtherCodes(cases, fixed));
}

/**
 * What a purchase will be worth at least, minor units; null: it is not known. An undo takes away what imports added.
 *
 * @param sold as for {@link mayHold}.
 */
export const leastWorth = (
  { value, extendedBy }: FrozenFacts,
  sold: { amount: number } = { amount: 0 },
): number | null => (value === null || extendedBy === undefined ? value : sold.amount);

/** What a purchase is promised less, by `after` than by `before`, in any case in which it may be. Empty: nothing. */
export function lessForAnyGoods(
  mayBe: MayBe,
  before: Versions,
  after: Versions,
  kinds: readonly TermKind[] = termKinds,
): Loss[] {
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
  mayBe: MayBe,
  version: VersionTerms,
  others: Versions,
): { first: InVersion; second: InVersion; cases: Cases } | null {
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

const speaking = (versions: Versions, mayBe: MayBe): VersionTerms[] =>
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
