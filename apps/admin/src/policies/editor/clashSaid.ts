import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { keysSaid, rowSaid } from '@perennial/domain/policies/sentences/values';
import type { Term } from '@perennial/domain/policies/terms';
import { PAIR, type Language } from '@perennial/domain/shared/language';
import type { Clash } from './merge.ts';
import { partsOf, rowAt, tableAt } from './parts.ts';

/** In which words a clash is said. */
export interface Telling {
  language: Language;
  currency: string;
  phrases: Phrases;
  /** Several sentences as one text. */
  joined: (sentences: readonly string[]) => string;
  /** What a side says that has removed it. */
  gone: string;
}

/**
 * What two people wrote differently, side by side: a row of a table under its own name, a term as the charter says it.
 *
 * @param mine the term as it is written by now.
 */
export function clashSaid(
  clash: Clash,
  mine: Term | undefined,
  { language, currency, phrases, joined, gone }: Telling,
): { title: string; mine: string; theirs: string } {
  const kind = (mine ?? clash.theirs)?.kind ?? '';
  const label = termKinds.find((each) => each.kind === kind)?.label[language] ?? clash.id;
  const table = clash.row && tableAt(kind, clash.row.path);
  if (!clash.row || !table) {
    const said = (term: Term | undefined) => (term ? joined(sentencesOf(term, { language, currency, phrases })) : gone);
    return { title: label, mine: said(mine), theirs: said(clash.theirs) };
  }
  const { path, key } = clash.row;
  const said = (term: Term | undefined) => {
    const row = term && rowAt(table, partsOf(term)[path], key);
    return row ? rowSaid(table, row, currency, language, phrases) : gone;
  };
  const title = PAIR[language](label, keysSaid(table, [key], currency, language));
  return { title, mine: said(mine), theirs: said(clash.theirs) };
}

function sentencesOf(
  term: Term,
  { currency, language, phrases }: Pick<Telling, 'currency' | 'language' | 'phrases'>,
): readonly string[] {
  try {
    return termSentences(term, currency, language, phrases);
  } catch {
    // still to be mended
    return [JSON.stringify(term.params)];
  }
}
