import { z } from 'zod';
import { LANGUAGES, type Language } from '../shared/language.ts';

const MAX_PHRASES = 2_000;

/**
 * What a person typed (the name of a charge, a line of a checklist) → how it is said in a language. A language that is
 * left out reads the text as it was typed. Words only: codes and conditions never look here, and a
 * decision only for whether a name somebody says in another language is one of those that were typed.
 */
export const phrases = z
  .record(z.string().max(10_000), z.partialRecord(z.enum(LANGUAGES), z.string().max(10_000)))
  .refine((given) => Object.keys(given).length <= MAX_PHRASES, {
    message: `phrases takes at most ${MAX_PHRASES} texts`,
  });

export type Phrases = Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;

/** A typed text in a language: its wording, else the text itself. */
export function wordingOf(text: string, language: Language, given: Phrases | undefined): string {
  if (given === undefined || !Object.hasOwn(given, text)) return text;
  return given[text]?.[language] || text;
}

/** Without blanks around wordings and without texts that say nothing; in the order of the texts. */
export function tidyPhrases(given: Phrases): Phrases {
  return Object.fromEntries(
    Object.entries(given)
      .map(([text, wording]) => {
        const said = Object.entries(wording).map(([language, each]) => [language, each.trim()] as const);
        return [text, Object.fromEntries(said.filter(([, each]) => each !== ''))] as const;
      })
      .filter(([, wording]) => Object.keys(wording).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A text as it was typed, and as it is worded in any language. */
export const inAnyWording = (text: string, given: Phrases): string[] => [
  text,
  ...(Object.hasOwn(given, text) ? Object.values(given[text] ?? {}) : []),
];

/** The phrases of these texts only. */
export const phrasesFor = (texts: readonly string[], given: Phrases): Phrases =>
  Object.fromEntries([...new Set(texts)].flatMap((text) => (Object.hasOwn(given, text) ? [[text, given[text]!]] : [])));

/**
 * What a sentence is filled in with, in a language: names among the values as `values.phrases`, where they bring any along,
 * words them.
 */
export function valuesIn(values: object, language: Language): Record<string, unknown> {
  const { phrases: given, ...rest } = values as Readonly<Record<string, unknown>>;
  const worded = phrases.safeParse(given).data;
  if (worded === undefined) return { ...values };
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      typeof value === 'string' ? wordingOf(value, language, worded) : value,
    ]),
  );
}
