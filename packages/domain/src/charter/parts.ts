import type { Language } from '../shared/language.ts';
import type { Term } from '../policies/terms.ts';
import { APART, byStage, ofKind } from './charter.ts';
import { charterWords } from './words.ts';

type Part = ReturnType<typeof byStage>[number]['stage'] | (typeof APART)[number];

/** The terms under the headings of the charter, in its order; headings under which nothing stands are left out. */
export const parts = (terms: readonly Term[]): { part: Part; terms: readonly Term[] }[] =>
  [
    ...byStage(terms).map(({ stage, terms: kept }) => ({ part: stage, terms: kept })),
    ...APART.map((kind) => ({ part: kind, terms: ofKind(terms, kind) })),
  ].filter((group) => group.terms.length > 0);

export function partTitle(part: Part, language: Language): string {
  const { stages, ...words } = charterWords[language];
  return part in stages ? stages[part as keyof typeof stages] : words[part as (typeof APART)[number]];
}
