import type { Loss } from './any-goods.ts';
import { EVERYTHING } from './applicability.ts';
import { casesOf } from './cases.ts';
import { judging, type InVersion } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { lessBetween, losesBy } from './less.ts';

type Versions = readonly VersionTerms[];

/**
 * What goods of a purchase would lose by `after` once an import makes it worth more (S1): where that would take something
 * from them they stay judged by the worth they have (see `extendedBy`), and so are kept from what `before` would have given
 * them by the larger one. No case of one worth alone shows that. Empty: nothing, or what it is worth is not known.
 *
 * @param least what the purchase is worth once every import that may be undone is (`leastWorth`): what is then brought
 *   again makes it worth more from there.
 */
export function lessWhenDearer(facts: Facts, before: Versions, after: Versions, least: number | null): Loss[] {
  const { purchase } = facts;
  const now = purchase?.value ?? null;
  if (!purchase || now === null) return [];
  const lines = linesIn([...before, ...after]);
  const lowest = Math.min(now, least ?? now);
  return [lowest, ...lines.filter((line) => line > lowest && line <= now)].flatMap((worth) =>
    lines
      .filter((line) => line > worth)
      .flatMap((dearer) => lessFrom({ ...facts, purchase: { ...purchase, value: worth } }, dearer, before, after)),
  );
}

/** The same for one worth, and one that it comes to. */
function lessFrom(facts: Facts, value: number, before: Versions, after: Versions): Loss[] {
  const purchase = facts.purchase!;
  const dearer = { ...facts, purchase: { ...purchase, value } };
  if (!losesBy(after, facts, dearer) || losesBy(before, facts, dearer)) return [];
  const cases = [{ ...casesOf({ ...EVERYTHING, productCodes: [purchase.code] }), value: { low: value, high: null } }];
  return lessBetween({ versions: before, facts: dearer }, { versions: after, facts }).map((cut) => ({
    cut: { ...cut, cases },
    was: deciding(dearer, before, cut.kind, cut.termId),
    is: deciding(facts, after, cut.kind, cut.byTermId),
  }));
}

/** The worths at which some term begins or ends to speak. */
const linesIn = (versions: Versions): number[] =>
  [...new Set(versions.flatMap(({ terms }) => terms.flatMap(({ appliesTo: to }) => [to.minValue, to.maxValue])))]
    .filter((line) => line !== null)
    .sort((a, b) => a - b);

function deciding(facts: Facts, versions: Versions, kind: string, termId: string | null): InVersion | null {
  const [term] = judging(facts, versions).filter((each) => each.kind === kind && each.id === termId);
  const version = term && versions.find(({ terms }) => terms.includes(term));
  return version ? { version, term } : null;
}
