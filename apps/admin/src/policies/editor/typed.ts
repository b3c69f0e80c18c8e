import type { WithBesides } from '@perennial/domain/policies/besides';
import type { Term } from '@perennial/domain/policies/terms';
import type { Language } from '@perennial/domain/shared/language';
import type { Draft } from './draft.ts';
import { asKept } from './merge.ts';
import { problemsOf } from './problems.ts';
import { introChange } from './words.ts';

/** What was typed in a draft, as a difference from what was stored in it as far as the writer knew. */
export interface Typed {
  before: WithBesides;
  after: WithBesides;
  intro: { was: string; now: string } | undefined;
  /** The kinds of terms that cannot be said as they stand: some of their fields are to be mended first. */
  unread: readonly string[];
}

/** @param regions those of a variant (C45), for which its terms are where they name none; none of any other policy. */
export function typedIn(draft: Draft, regions: readonly string[], language: Language): Typed {
  const written = asKept(
    draft.entries.map(({ term }) => term),
    regions,
  );
  const cannotBeSaid = (terms: readonly Term[]) => terms.filter((term) => problemsOf(term, terms).size > 0);
  const unread = cannotBeSaid(written);
  // a term is told as it was only beside what it is now: by itself it would read as if it were gone
  const apart = new Set([...unread, ...cannotBeSaid(draft.base)].map(({ id }) => id));
  const said = (terms: readonly Term[]) => terms.filter(({ id }) => !apart.has(id));
  return {
    before: { terms: said(draft.base), phrases: draft.baseWords.phrases, ...draft.baseSettings },
    after: { terms: said(written), phrases: draft.words.phrases, ...draft.settings },
    intro: introChange(draft.baseWords, draft.words, language),
    unread: [...new Set(written.filter(({ id }) => apart.has(id)).map(({ kind }) => kind))],
  };
}
