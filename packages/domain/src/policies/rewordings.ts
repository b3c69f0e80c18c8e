import { LANGUAGES, type Language } from '../shared/language.ts';
import { wordingOf, type Phrases } from './phrases.ts';

/** A text as it was typed before and as it is typed now. */
export interface Kept {
  was: string;
  is: string;
}

/** A text that stays, and reads otherwise to who reads a language. */
export interface Rewording {
  language: Language;
  /** As it was typed before. */
  text: string;
  before: string;
  after: string;
}

/** Every two that are the same text: blanks around are nothing that a person sees. */
export function sameTexts(before: readonly string[], after: readonly string[]): Kept[] {
  const found = new Map<string, string[]>();
  for (const is of after) found.set(is.trim(), [...(found.get(is.trim()) ?? []), is]);
  return before.flatMap((was) => (found.get(was.trim()) ?? []).map((is) => ({ was, is })));
}

/** Which of the texts read otherwise now, and in which of the languages. */
export const rewordings = (
  texts: readonly Kept[],
  before: Phrases,
  after: Phrases,
  languages: readonly Language[] = LANGUAGES,
): Rewording[] =>
  texts.flatMap(({ was, is }) =>
    languages.flatMap((language): Rewording[] => {
      const [old, young] = [wordingOf(was, language, before), wordingOf(is, language, after)];
      return old.trim() === young.trim() ? [] : [{ language, text: was, before: old, after: young }];
    }),
  );
