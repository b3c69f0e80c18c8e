import type { Step } from '../decision.ts';
import { termKinds } from '../kinds/all.ts';
import type { TermKind } from '../kinds/kind.ts';
import type { Phrases } from '../phrases.ts';
import { setAside } from '../set-aside.ts';
import { worded } from '../worded.ts';
import type { Term } from '../terms.ts';
import { kindOf } from '../terms.ts';
import { en } from './en.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import { sayIn, type Dictionary, type Say } from './language.ts';
import type { CommonSteps } from './steps.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

export const common: InEvery<Dictionary<CommonSteps>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

type AnySentence = (params: Readonly<Record<string, unknown>>, say: Say) => string;

/**
 * The sentence of one step. A code that no dictionary knows (written by a kind whose package is gone) is shown as it
 * is, so that an old decision can still be read.
 */
export function sentenceOf(stepTaken: Step, language: Language, kinds: readonly TermKind[] = termKinds): string {
  const books = [common, ...kinds.map((kind) => kind.sentences)] as unknown as InEvery<Record<string, AnySentence>>[];
  for (const book of books) {
    if (!Object.hasOwn(book[language], stepTaken.code)) continue;
    return book[language][stepTaken.code]!(stepTaken.params, sayIn(language, stepTaken.words));
  }
  return stepTaken.code;
}

/** A decision's trace as sentences. */
export const sentencesOf = (trace: readonly Step[], language: Language, kinds?: readonly TermKind[]): string[] =>
  trace.map((each) => sentenceOf(each, language, kinds));

/**
 * To whom a term is a promise, and what it promises, as two sentences.
 *
 * @param phrases of the version that it stands in.
 */
export function termSentences(
  term: Term,
  currency: string,
  language: Language,
  phrases?: Phrases,
  kinds: readonly TermKind[] = termKinds,
): string[] {
  return termSentencesAmong(term, [], currency, language, phrases, kinds);
}

/**
 * The same for a list that is read as a whole: a term says where a more specific one of its kind in `among` decides
 * instead, so that nobody takes the general one for theirs.
 */
export function termSentencesAmong(
  term: Term,
  among: readonly Term[],
  currency: string,
  language: Language,
  phrases?: Phrases,
  kinds: readonly TermKind[] = termKinds,
): string[] {
  const but = setAside(term, among);
  const scope: Step = {
    code: 'TERM_SCOPE',
    params: { appliesTo: term.appliesTo, currency, ...(but.length > 0 && { but }) },
  };
  const promise = worded(kindOf(term.kind, kinds).promise(term.params, currency), phrases);
  return sentencesOf([scope, promise], language, kinds);
}
