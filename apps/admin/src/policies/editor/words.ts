import { phrases as readPhrases, tidyPhrases, wordingOf, type Phrases } from '@perennial/domain/policies/phrases';
import { introOf, policyWords } from '@perennial/domain/policies/policy';
import type { PhrasesOfBoth } from '@perennial/domain/policies/sentences/worse';
import type { Term } from '@perennial/domain/policies/terms';
import { typedTexts } from '@perennial/domain/policies/typed-texts';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import type { PolicyFile, Version } from '../version.ts';
import type { Side } from './merge.ts';

/** What a draft says besides its terms. */
export interface DraftWords {
  intro: string;
  phrases: Phrases;
}

/** What somebody else saved for the same words meanwhile; `text` null: the intro. */
export interface Rival {
  text: string | null;
  language: Language | null;
  theirs: string;
}

/** Phrases as the API gives them (a JSON field); unreadable ones come as none. */
export const phrasesOf = (stored: unknown): Phrases => readPhrases.safeParse(stored ?? {}).data ?? {};

/** The words of a version; one from before versions had an intro is introduced by the policy's description. */
export function wordsOf({ intro, phrases }: Pick<Version, 'intro' | 'phrases'>, policy: PolicyFile): DraftWords {
  const own = phrasesOf(phrases);
  if (intro !== null) return { intro, phrases: own };
  const described = introOf({ ...policy, words: policyWords.safeParse(policy.words ?? {}).data ?? {} });
  return { intro: described.intro, phrases: { ...described.phrases, ...own } };
}

const wordingIn = (given: Phrases, text: string, language: Language): string =>
  (Object.hasOwn(given, text) ? given[text]?.[language] : undefined) ?? '';

/** The phrases with one wording changed; as it is typed, so with its blanks. */
export const withWording = (given: Phrases, text: string, language: Language, wording: string): Phrases => ({
  ...given,
  [text]: { ...(Object.hasOwn(given, text) ? given[text] : {}), [language]: wording },
});

/** How what people typed is worded in a version, and in those it may take the place of: of two, in the newer one. */
export const phrasesAround = (version: Version, versions: readonly Version[]): PhrasesOfBoth => {
  const after = phrasesOf(version.phrases);
  const older = versions.toSorted((a, b) => a.number - b.number).map((each) => phrasesOf(each.phrases));
  return { before: Object.assign({}, after, ...older) as Phrases, after };
};

/**
 * How the introduction differs from that of an earlier version, in the reader's language, or in another one where only
 * that differs; undefined: in none.
 */
export function introChange(
  before: DraftWords,
  after: DraftWords,
  language: Language,
): { was: string; now: string } | undefined {
  return [language, ...LANGUAGES]
    .map((each) => ({
      was: wordingOf(before.intro, each, before.phrases),
      now: wordingOf(after.intro, each, after.phrases),
    }))
    .find(({ was, now }) => was !== now);
}

export const sameWords = (a: DraftWords, b: DraftWords): boolean =>
  a.intro === b.intro && JSON.stringify(tidyPhrases(a.phrases)) === JSON.stringify(tidyPhrases(b.phrases));

/** A wording of a text that stands nowhere in the draft any more. */
export interface Stranded {
  text: string;
  language: Language;
  wording: string;
}

/**
 * Wordings that were written here, are not stored as they are, and belong to none of the draft's `texts`: somebody changed
 * or removed the text meanwhile. Whoever wrote them has to see them, for the form asks for the texts of the draft alone.
 */
export function strandedIn(mine: DraftWords, base: DraftWords, texts: readonly string[]): Stranded[] {
  return Object.entries(tidyPhrases(mine.phrases))
    .filter(([text]) => !texts.includes(text))
    .flatMap(([text, wordings]) =>
      LANGUAGES.map((language) => ({ text, language, wording: wordings[language] ?? '' })).filter(
        ({ language, wording }) => wording !== '' && wording !== wordingIn(base.phrases, text, language),
      ),
    );
}

/** The texts of a draft that are said in other languages too: its introduction, and what was typed into its terms. */
export const textsOf = ({ intro }: DraftWords, terms: readonly Term[]): string[] => [
  ...new Set([...(intro.trim() ? [intro] : []), ...typedTexts(terms)]),
];

type Place = Omit<Rival, 'theirs'>;

const isAt = (rival: Rival, { text, language }: Place): boolean => rival.text === text && rival.language === language;

/** How a draft words what a rival words too. */
export const wordedAt = ({ intro, phrases }: DraftWords, { text, language }: Place): string =>
  text === null || language === null ? intro : wordingIn(phrases, text, language);

/** The words with one rival settled: mine as they are written by now, or theirs. */
export function settledWords(
  words: DraftWords,
  rivals: readonly Rival[],
  rival: Rival,
  whose: Side,
): { words: DraftWords; rivals: Rival[] } {
  const { text, language, theirs } = rival;
  const left = rivals.filter((each) => !isAt(each, rival));
  if (whose === 'mine') return { words, rivals: left };
  if (text === null || language === null) return { words: { ...words, intro: theirs }, rivals: left };
  const phrases = tidyPhrases(withWording(words.phrases, text, language, theirs));
  return { words: { ...words, phrases }, rivals: left };
}

/**
 * Puts the words of two people together: what only one of them changed is taken over; where both did, mine stay and theirs
 * are among the rivals, until somebody chooses; those `undecided` from before are asked again whatever else was saved.
 */
export function mergeWords(
  base: DraftWords,
  mine: DraftWords,
  theirs: DraftWords,
  undecided: readonly Rival[] = [],
): { words: DraftWords; rivals: Rival[] } {
  const rivals: Rival[] = [];
  const pick = (place: Place, was: string, my: string, their: string): string => {
    if (my === their) return my;
    if (!undecided.some((each) => isAt(each, place))) {
      if (their === was) return my;
      if (my === was) return their;
    }
    rivals.push({ ...place, theirs: their });
    return my;
  };
  const intro = pick({ text: null, language: null }, base.intro, mine.intro, theirs.intro);
  let phrases: Phrases = {};
  for (const text of new Set([...Object.keys(mine.phrases), ...Object.keys(theirs.phrases)])) {
    const languages = Object.keys({ ...mine.phrases[text], ...theirs.phrases[text] }) as Language[];
    for (const language of languages) {
      const [was, my, their] = [base, mine, theirs].map((each) => wordingIn(each.phrases, text, language));
      phrases = withWording(phrases, text, language, pick({ text, language }, was!, my!, their!));
    }
  }
  return { words: { intro, phrases: tidyPhrases(phrases) }, rivals };
}
