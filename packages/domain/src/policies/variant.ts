import { DomainError } from '../shared/errors.ts';
import { moreSpecific } from './applicability.ts';
import { casesOf, meet, without } from './cases.ts';
import { canonical } from './snapshot.ts';
import type { Term } from './terms.ts';

/** A policy that says what is different in some regions (差異性, C45). */
export interface Variant {
  name: string;
  regions: readonly string[];
}

/**
 * The terms of a variant as they are meant: one that names no region speaks of the variant's own. So an admin writes a
 * difference without repeating where it holds, and the most specific term wins over that of the base.
 */
export const withinRegions = (terms: readonly Term[], regions: readonly string[]): Term[] =>
  terms.map((term) =>
    term.appliesTo.regions.length > 0 ? term : { ...term, appliesTo: { ...term.appliesTo, regions: [...regions] } },
  );

/**
 * The terms as they can ever apply: a policy for some regions is promised to customers there only. For comparing what is
 * promised; empty `regions` = everywhere.
 */
export const intersectRegions = (terms: readonly Term[], regions: readonly string[]): Term[] =>
  regions.length === 0
    ? [...terms]
    : withinRegions(terms, regions).flatMap((term) => {
        const within = term.appliesTo.regions.filter((region) => regions.includes(region));
        return within.length === 0 ? [] : [{ ...term, appliesTo: { ...term.appliesTo, regions: within } }];
      });

/**
 * Refuses a term that reaches beyond its policy (`VARIANT_OUT_OF_REGION`), naming the term and the regions: it would promise
 * what nobody gets. A policy without regions is for everywhere, a term that names none for wherever its policy is.
 */
export function checkRegions(policy: Variant, terms: readonly Term[]): void {
  if (policy.regions.length === 0) return;
  for (const [index, term] of terms.entries()) {
    const beyond = term.appliesTo.regions.filter((region) => !policy.regions.includes(region));
    if (beyond.length === 0) continue;
    throw new DomainError(
      'VARIANT_OUT_OF_REGION',
      `The term "${term.id}" speaks of ${beyond.join(', ')}, but "${policy.name}" is for ${policy.regions.join(', ')} only; ` +
        'narrow the term, or say it in a policy that is for there too.',
      {
        path: ['terms', String(index), 'appliesTo', 'regions'],
        params: { termId: term.id, beyond, regions: policy.regions, policy: policy.name },
      },
    );
  }
}

/**
 * Refuses a variant without regions (`VARIANT_WITHOUT_REGION`), one of a variant (`VARIANT_OF_VARIANT`), one outside the
 * regions of its base (`VARIANT_OUT_OF_REGION`), and a region that another variant of the base has
 * (`VARIANT_REGION_TAKEN`): two variants for one region would leave open which holds.
 */
export function checkNewVariant(
  base: Variant & { baseId: string | null },
  siblings: readonly Variant[],
  regions: readonly string[],
): void {
  if (base.baseId !== null) {
    throw new DomainError(
      'VARIANT_OF_VARIANT',
      `"${base.name}" is a variant itself; make the new variant from its base.`,
      { path: ['baseId'], params: { policy: base.name } },
    );
  }
  if (regions.length === 0) {
    throw new DomainError('VARIANT_WITHOUT_REGION', 'Name at least one region in "regions": a variant holds there.', {
      path: ['regions'],
    });
  }
  const beyond = regions.filter((region) => base.regions.length > 0 && !base.regions.includes(region));
  if (beyond.length > 0) {
    throw new DomainError(
      'VARIANT_OUT_OF_REGION',
      `"${base.name}" is for ${base.regions.join(', ')} only and cannot have a variant for ${beyond.join(', ')}.`,
      { path: ['regions'], params: { beyond, regions: base.regions, policy: base.name } },
    );
  }
  const taken = siblings.find((each) => each.regions.some((region) => regions.includes(region)));
  if (!taken) return;
  const region = taken.regions.find((each) => regions.includes(each));
  throw new DomainError(
    'VARIANT_REGION_TAKEN',
    `"${taken.name}" is the variant for ${region} already; change it, or leave that region out.`,
    { path: ['regions'], params: { region, policy: taken.name } },
  );
}

/** How a variant differs from its base in one term; everything else is the base's. */
export interface Difference {
  /** REPLACED: in the variant's regions it holds instead of what the base promises there, see {@link inBase}. */
  difference: 'ADDED' | 'REPLACED';
  kind: string;
  termId: string;
  base: Term | null;
  variant: Term;
}

/**
 * The base's term instead of which a term of its variant holds: the most specific one that speaks of every purchase which
 * that term decides there, whatever it is called. Where none speaks of them all, the one of the same name that speaks of
 * some; null: none that could be named.
 */
export function inBase(base: readonly Term[], variant: readonly Term[], term: Term): Term | null {
  const here = casesOf(term.appliesTo);
  const ofKind = ({ kind }: Term) => kind === term.kind;
  const before = [...base, ...variant].filter((each) => ofKind(each) && moreSpecific(each.appliesTo, term.appliesTo));
  const own = without(
    [here],
    before.map((each) => casesOf(each.appliesTo)),
  );
  const decided = own.length > 0 ? own : [here];
  const meeting = base.filter((each) => ofKind(each) && meet(casesOf(each.appliesTo), here) !== null);
  const covering = meeting.filter((each) => without(decided, [casesOf(each.appliesTo)]).length === 0);
  return (
    covering.find((each) =>
      covering.every((other) => other === each || moreSpecific(each.appliesTo, other.appliesTo)),
    ) ??
    meeting.find(({ id }) => id === term.id) ??
    null
  );
}

/** What a variant changes of its base, sorted by kind and name. A term that says the same as its base's is no difference. */
export function differences(base: readonly Term[], variant: readonly Term[]): Difference[] {
  const key = (term: Term) => `${term.kind} ${term.id}`;
  return [...variant]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .flatMap((term): Difference[] => {
      const was = inBase(base, variant, term);
      if (was && canonical(was.params) === canonical(term.params) && sameBesidesRegions(was, term)) return [];
      return [{ difference: was ? 'REPLACED' : 'ADDED', kind: term.kind, termId: term.id, base: was, variant: term }];
    });
}

const sameBesidesRegions = (a: Term, b: Term): boolean =>
  canonical({ ...a.appliesTo, regions: [] }) === canonical({ ...b.appliesTo, regions: [] });
