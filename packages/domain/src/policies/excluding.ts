import { moreSpecific, type Applicability } from './applicability.ts';
import { exclusions } from './kinds/exclusions.ts';
import { nameMeant } from './kinds/saying.ts';
import { canonical } from './snapshot.ts';
import type { Term } from './terms.ts';

/** A term that is put into a draft; with the `id` of one of its terms it takes that one's place. */
export type DraftedTerm = Omit<Term, 'id'> & { id?: string };

/**
 * Declares matters as not served for some purchases (專注優勢領域, C48), besides everything that is declared for them
 * already: the most specific term alone speaks, so one that named only what is new would take back all the others. A term
 * of the draft for the very same purchases is written on.
 *
 * @param draft the terms of the draft it is for.
 * @param others terms of other policies that are in force.
 */
export function excluding(
  matters: readonly string[],
  appliesTo: Applicability,
  draft: readonly Term[],
  others: readonly Term[] = [],
): DraftedTerm {
  const { kind } = exclusions;
  const same = (term: Term) => canonical(term.appliesTo) === canonical(appliesTo);
  const declared = [...draft, ...others].filter(
    (term) => term.kind === kind && (same(term) || moreSpecific(appliesTo, term.appliesTo)),
  );
  const held = declared
    .filter((term) => !declared.some((each) => moreSpecific(each.appliesTo, term.appliesTo)))
    .map((term) => exclusions.readParams(term.params, []) as { matters: readonly string[]; referTo: string });
  const listed: string[] = [];
  for (const matter of [...held.flatMap((each) => each.matters), ...matters]) {
    if (nameMeant(listed, matter) === undefined) listed.push(matter);
  }
  const written = draft.find((term) => term.kind === kind && same(term));
  const referTo = held.find((each) => each.referTo)?.referTo ?? '';
  return { ...(written ? { id: written.id } : {}), kind, params: { matters: listed, referTo }, appliesTo };
}
