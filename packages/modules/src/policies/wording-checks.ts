import { introOf } from '@perennial/domain/policies/policy';
import { canonical } from '@perennial/domain/policies/snapshot';
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
 * A version that introduces other terms with the very words of the one it follows (`INTRO_KEPT`): they may tell of what
 * is not promised any more. No hindrance, for they may just as well hold for both.
 */
export function keptIntro(policy: PolicyRow, draft: VersionRow, siblings: readonly VersionRow[]): DomainError | null {
  const [former] = siblings
    .filter((each) => each.id !== draft.id && each.status !== 'DRAFT' && each.effectiveFrom < draft.effectiveFrom)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  if (!former || !draft.intro || canonical(former.terms) === canonical(draft.terms)) return null;
  if ((former.intro ?? introOf(policy).intro) !== draft.intro) return null;
  return new DomainError(
    'INTRO_KEPT',
    `The introduction is that of version ${former.number}, whose terms were others; read it once more and change it in ` +
      '"intro" where it no longer holds.',
    { path: ['intro'], params: { number: former.number } },
  );
}
