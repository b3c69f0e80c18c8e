import { readApplicability } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { inBase, withinRegions } from '@perennial/domain/policies/variant';
import { covers } from '@perennial/domain/shared/period';
import { termsOf } from '../termsOf.ts';
import type { Version } from '../version.ts';

/** The version of a base (newest first) to which its variants are compared: in force on the day, else the newest. */
export const compared = (versions: readonly Version[], day: string): Version | undefined =>
  versions.find(
    (each) => each.status !== 'DRAFT' && covers({ from: each.effectiveFrom, to: each.effectiveTo ?? null }, day),
  ) ?? versions[0];

/**
 * Instead of which term of the base one of a variant would hold, as it is `written` beside the variant's others; null: of
 * none that could be named, or it cannot be read yet for whom it is.
 */
export function promisedInBase(
  base: Version,
  variant: readonly Term[],
  written: Term,
  regions: readonly string[],
): Term | null {
  const [here] = withinRegions(readable(written), regions);
  return here ? inBase(termsOf(base.terms), withinRegions(variant, regions), here) : null;
}

function readable(written: Term): Term[] {
  try {
    return [{ ...written, appliesTo: readApplicability(written.appliesTo, ['appliesTo']) }];
  } catch {
    return [];
  }
}
