import { successions, type Cut } from './compare.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind, Worsening } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import { rewordings, sameTexts, type Kept, type Rewording } from './rewordings.ts';
import { typedTexts, unwordedIn } from './typed-texts.ts';
import type { Term } from './terms.ts';

/** A term, and how its texts are said in other languages. */
interface Worded {
  term: Term;
  phrases: Phrases;
}

/**
 * A third way to promise less without touching a term (S11): the same text, said otherwise to those who read another
 * language. Nobody but a reader can tell whether the new words promise as much, so whatever could be read in a language,
 * by a wording or as it was typed, and reads otherwise now, counts as less. A wording for who could read nothing so far
 * takes nothing from anybody.
 */
export function wordingCuts(
  before: readonly Worded[],
  after: readonly Worded[],
  kinds: readonly TermKind[] = termKinds,
): Cut[] {
  const was = new Map(before.map(({ term, phrases }) => [term, phrases]));
  const is = new Map(after.map(({ term, phrases }) => [term, phrases]));
  if (!anyReworded([...new Set(was.values())], [...new Set(is.values())])) return [];
  return successions([...was.keys()], [...is.keys()]).flatMap(({ was: old, is: young, cases }): Cut[] => {
    const kept = sameTexts(typedTexts([old], kinds), typedTexts([young], kinds));
    const worsenings = reworded(kept, was.get(old)!, is.get(young)!);
    if (worsenings.length === 0) return [];
    return [{ kind: old.kind, termId: old.id, cases, withdrawn: false, byTermId: young.id, worsenings }];
  });
}

/** Most changes leave the wordings alone, and which term follows which need not be asked. */
const anyReworded = (before: readonly Phrases[], after: readonly Phrases[]): boolean =>
  before.some((old) =>
    after.some((young) => {
      const texts = [...new Set([...Object.keys(old), ...Object.keys(young)])];
      return reworded(sameTexts(texts, texts), old, young).length > 0;
    }),
  );

function reworded(texts: readonly Kept[], before: Phrases, after: Phrases): Worsening[] {
  const read = ({ language, text }: Rewording) => unwordedIn(language, [text], before).length === 0;
  const compared = before === after ? texts.filter(({ was, is }) => was !== is) : texts;
  return rewordings(compared, before, after)
    .filter(read)
    .map(({ language, before: was, after: is }) => ({ field: 'wording', language, before: was, after: is }));
}
