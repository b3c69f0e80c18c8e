import { LANGUAGES } from '../shared/language.ts';
import { successions, type Cut } from './compare.ts';
import type { Worsening } from './kinds/kind.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import { typedTexts } from './typed-texts.ts';
import type { Term } from './terms.ts';

/** A term, and how its texts are said in other languages. */
export interface Worded {
  term: Term;
  phrases: Phrases;
}

/**
 * A third way to promise less without touching a term (S11): the same text, said otherwise to those who read another
 * language. Nobody but a reader can tell whether the new words promise as much, so each wording that was given and is
 * another one now, or none, counts as less. A wording where there was none takes nothing from anybody.
 */
export function wordingCuts(
  before: readonly Worded[],
  after: readonly Worded[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const was = new Map(before.map(({ term, phrases }) => [term, phrases]));
  const is = new Map(after.map(({ term, phrases }) => [term, phrases]));
  // most changes leave the wordings alone
  const others = [...new Set(is.values())];
  if (![...new Set(was.values())].some((old) => others.some((young) => reworded(Object.keys(old), old, young).length)))
    return [];
  return successions([...was.keys()], [...is.keys()]).flatMap(({ was: old, is: young, cases }): Cut[] => {
    const kept = typedTexts([old], kinds).filter((text) => typedTexts([young], kinds).includes(text));
    const worsenings = reworded(kept, was.get(old)!, is.get(young)!);
    if (worsenings.length === 0) return [];
    return [{ kind: old.kind, termId: old.id, cases, withdrawn: false, byTermId: young.id, worsenings }];
  });
}

function reworded(texts: readonly string[], before: Phrases, after: Phrases): Worsening[] {
  if (before === after) return [];
  return texts.flatMap((text) =>
    LANGUAGES.flatMap((language): Worsening[] => {
      const old = sayingOf(text, before)?.[language];
      const young = sayingOf(text, after)?.[language] ?? text;
      return old === undefined || old === young ? [] : [{ field: 'wording', before: old, after: young }];
    }),
  );
}

const sayingOf = (text: string, phrases: Phrases) => (Object.hasOwn(phrases, text) ? phrases[text] : undefined);
