import { introducedBy } from '@perennial/domain/policies/packs/introduction';
import { introOf } from '@perennial/domain/policies/policy';
import { canonical } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import { unwordedIn } from '@perennial/domain/policies/typed-texts';
import { DomainError } from '@perennial/domain/shared/errors';
import { LANGUAGES, LANGUAGE_NAMES } from '@perennial/domain/shared/language';
import { textsOf, type PolicyRow, type VersionRow } from './rows.ts';

/**
 * Texts of a version that some readers of its charter could not read, one hint (`TEXTS_UNWORDED`) a language. No
 * hindrance: they are shown as they were typed.
 */
export const unwordedTexts = (version: VersionRow): DomainError[] =>
  LANGUAGES.flatMap((language) => {
    const texts = unwordedIn(language, textsOf(version), version.phrases);
    if (texts.length === 0) return [];
    const name = LANGUAGE_NAMES[language];
    return new DomainError(
      'TEXTS_UNWORDED',
      `Texts without a wording in ${name}: ${texts.length}. The charter shows them as they were typed; word them in "phrases".`,
      { path: ['phrases'], params: { language: name, count: texts.length } },
    );
  });

/**
 * A version that introduces other terms with the very words of the one it follows (`INTRO_KEPT`), or with those of a
 * pack whose terms are others (`INTRO_OF_PACK`): they may tell of what is not promised. No hindrance, for they may just as
 * well hold for both.
 *
 * @param currency of the business, in which a pack's amounts would be.
 */
export function keptIntro(
  policy: PolicyRow,
  draft: VersionRow,
  siblings: readonly VersionRow[],
  currency: string,
): DomainError | null {
  const [former] = siblings
    .filter((each) => each.id !== draft.id && each.status !== 'DRAFT' && each.effectiveFrom < draft.effectiveFrom)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  if (!draft.intro) return null;
  if (!former || (former.intro ?? introOf(policy).intro) !== draft.intro) return packIntro(draft, currency);
  if (canonical(former.terms) === canonical(draft.terms)) return null;
  return new DomainError(
    'INTRO_KEPT',
    `The introduction is that of version ${former.number}, whose terms were others; read it once more and change it in ` +
      '"intro" where it no longer holds.',
    { path: ['intro'], params: { number: former.number } },
  );
}

/** Words that a pack brought along were written for its terms. */
function packIntro({ intro, terms }: VersionRow, currency: string): DomainError | null {
  const written = introducedBy(intro ?? '', currency);
  if (written.length === 0 || written.some((each) => saysTheSame(each, terms))) return null;
  return new DomainError(
    'INTRO_OF_PACK',
    'The introduction is that of the pack, whose terms were others; read it once more and change it in "intro" where it ' +
      'no longer holds.',
    { path: ['intro'] },
  );
}

/** By what they promise to whom, whatever the terms are called and in whatever order they stand. */
const saysTheSame = (a: readonly Term[], b: readonly Term[]): boolean =>
  canonical(sayings(a)) === canonical(sayings(b));
const sayings = (terms: readonly Term[]) =>
  terms.map(({ kind, params, appliesTo }) => canonical([kind, params, appliesTo])).toSorted();
