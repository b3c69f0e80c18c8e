import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf, isRecord } from '@perennial/domain/policies/kinds/form';
import type { Term } from '@perennial/domain/policies/terms';
import { tidyTerms } from '@perennial/domain/policies/tidy-terms';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PolicyFile, Version } from '../version.ts';
import { unfilledProblems } from './conditions.ts';
import type { Draft, Entry, Sent, Written } from './draft.ts';
import { asKept, isSameClash, mergeTerms, settle, type Clash, type Side } from './merge.ts';
import { problemsOf, type Problems } from './problems.ts';
import { mergeSettings, sameSettings, settingsOf, type Settings } from './settings.ts';
import { same } from './threeWay.ts';
import { keepUnsaved, unsavedIn } from './unsaved.ts';
import {
  mergeWords,
  sameWords,
  settledWords,
  strandedIn,
  textsOf,
  wordsOf,
  type DraftWords,
  type Rival,
} from './words.ts';

/** Whether something waits for a choice between what two people wrote: until then nothing is saved. */
export const isClashing = ({ clashes, rivals, rivalCalendar }: Draft): boolean =>
  clashes.length > 0 || rivals.length > 0 || rivalCalendar !== undefined;

/** Wordings written here whose text is neither in the draft nor in a term that still waits for a choice. */
export const strandedOf = ({ words, baseWords, entries, clashes }: Draft) => {
  const waiting = clashes.flatMap(({ theirs }) => theirs ?? []);
  return strandedIn(words, baseWords, textsOf(words, [...entries.map(({ term }) => term), ...waiting]));
};

let lastKey = 0;
const entry = (term: Term): Entry => ({ key: (lastKey += 1), term, begun: [] });

/** The regions of a variant, for which its terms are where they name none (C45); none of any other policy. */
const ownRegions = (policy: PolicyFile): readonly string[] => (policy.base ? policy.regions : []);

/**
 * The terms of a stored draft, for writing: what they lack begins with its default, what cannot be read stays and is
 * marked at its field. (`termsOf`, for reading, gives none where one is unreadable.) Blanks that were kept around words and
 * codes once are nobody's edit, neither there nor gone.
 */
export function draftTerms(stored: unknown): Term[] {
  if (!Array.isArray(stored)) return [];
  const terms = stored.filter(isRecord).map((each): Term => {
    const kind = termKinds.find(({ kind: name }) => name === each.kind);
    return {
      id: String(each.id),
      kind: String(each.kind),
      params: { ...(kind ? defaultsOf(kind.params) : {}), ...(isRecord(each.params) ? each.params : {}) },
      appliesTo: { ...EVERYTHING, ...(isRecord(each.appliesTo) ? each.appliesTo : {}) },
    };
  });
  return tidyTerms(terms);
}

/** A short name that no term of the draft bears yet: the wished one, or else that with a number. */
export function freshId(wished: string, terms: readonly Term[]): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wished : `${wished}-${n}`;
    if (!terms.some((term) => term.id === id)) return id;
  }
}

/** The draft that is being written, beside what the server holds of it; follows the server and merges (see `merge.ts`). */
export function useDraft(version: Version, policy: PolicyFile) {
  const begin = (): Draft => {
    const known = unsavedIn(version.id);
    if (known) return known;
    const base = draftTerms(version.terms);
    const words = wordsOf(version, policy);
    const settings = settingsOf(version);
    const stored = { seen: version.version, base, baseWords: words, baseSettings: settings };
    const written = { entries: base.map(entry), words, settings };
    return { ...stored, ...written, clashes: [], rivals: [], rivalCalendar: undefined };
  };
  const [draft, setDraft] = useState(begin);
  const sent = useRef<Sent>(undefined);
  const terms = useMemo(() => draft.entries.map(({ term }) => term), [draft.entries]);
  const regions = ownRegions(policy);
  const dirty =
    !same(asKept(terms, regions), draft.base) ||
    !sameWords(draft.words, draft.baseWords) ||
    !sameSettings(draft.settings, draft.baseSettings);
  const clashing = isClashing(draft);
  const problems = useMemo(
    () => new Map<number, Problems>(draft.entries.map((each) => [each.key, faultsOf(each, terms)])),
    [draft.entries, terms],
  );

  useEffect(() => {
    keepUnsaved(policy.id, { id: version.id, number: version.number }, dirty || clashing ? draft : undefined);
  }, [dirty, clashing, draft, policy.id, version.id, version.number]);

  useEffect(() => {
    setDraft((now) => (now.seen === version.version ? now : following(now, version, policy, sent.current)));
  }, [version, policy]);

  const put = (entries: readonly Entry[]) => setDraft((now) => ({ ...now, entries }));
  return {
    ...draft,
    terms,
    dirty,
    /** Something waits for a choice between what two people wrote. */
    clashing,
    /** Wordings written here whose text stands in the draft no more. */
    stranded: strandedOf(draft),
    problems,
    /** How many fields are to be mended. */
    faults: [...problems.values()].reduce((sum, each) => sum + each.size, 0),
    add(kindName: string): number {
      const kind = termKinds.find((each) => each.kind === kindName);
      const params = kind ? defaultsOf(kind.params) : {};
      const appliesTo = { ...EVERYTHING, regions };
      const added = entry({ id: freshId(kindName, terms), kind: kindName, params, appliesTo });
      put([...draft.entries, added]);
      return added.key;
    },
    duplicate(key: number): number | undefined {
      const at = draft.entries.findIndex((each) => each.key === key);
      const original = draft.entries[at];
      if (!original) return undefined;
      const term = { ...original.term, id: freshId(original.term.kind, terms) };
      const copy = { ...entry(term), begun: original.begun };
      put(draft.entries.toSpliced(at + 1, 0, copy));
      return copy.key;
    },
    change: (key: number, { term, begun }: Written) =>
      setDraft((now) => ({
        ...now,
        entries: now.entries.map((each) => (each.key === key ? { key, term, begun } : each)),
      })),
    remove: (key: number) => put(draft.entries.filter((each) => each.key !== key)),
    /** Puts a removed term back where it stood: `at` terms were before it. */
    restore: (removed: Entry, at: number) =>
      setDraft((now) => ({ ...now, entries: restored(now.entries, removed, at) })),
    settle: (clash: Clash, whose: Side) => setDraft((now) => settled(now, clash, whose)),
    keepBoth: (clash: Clash) => setDraft((now) => bothKept(now, clash)),
    settleWords: (rival: Rival, whose: Side) =>
      setDraft((now) => ({ ...now, ...settledWords(now.words, now.rivals, rival, whose) })),
    settleCalendar: (whose: Side) =>
      setDraft((now) => {
        const { rivalCalendar, ...rest } = now;
        const settings = whose === 'theirs' && rivalCalendar ? { calendarId: rivalCalendar.theirs } : {};
        return { ...rest, settings: { ...now.settings, ...settings }, rivalCalendar: undefined };
      }),
    /** Chosen, and saved together with the terms. */
    choose: (settings: Partial<Settings>) =>
      setDraft((now) => ({ ...now, settings: { ...now.settings, ...settings } })),
    say: (words: DraftWords) => setDraft((now) => ({ ...now, words })),
    /** Says what is on its way, so that it is known again when the server shows it. */
    sending: () => void (sent.current = { ...draft, terms }),
    forget: () => keepUnsaved(policy.id, version, undefined),
  };
}

export type DraftHandle = ReturnType<typeof useDraft>;

/** Keeps the identities of terms that were there before. */
const keyed = (terms: readonly Term[], before: readonly Entry[]): Entry[] =>
  terms.map((term) => {
    const known = before.find((each) => each.term.id === term.id);
    return known ? { ...known, term } : entry(term);
  });

/** The entries with a removed one back in its place; under another name where its own was given to a new term since. */
export function restored(entries: readonly Entry[], removed: Entry, at: number): Entry[] {
  const id = freshId(
    removed.term.id,
    entries.map(({ term }) => term),
  );
  return entries.toSpliced(at, 0, { ...removed, term: { ...removed.term, id } });
}

/** The draft with one clash settled: mine as it is written by now, or theirs. */
export function settled(now: Draft, clash: Clash, whose: Side): Draft {
  const clashes = now.clashes.filter((each) => !isSameClash(each, clash));
  if (whose === 'mine') return { ...now, clashes };
  const terms = now.entries.map(({ term }) => term);
  const entries = keyed(settle(terms, clash, clash.theirs), now.entries);
  // what was begun here went with what was written here; with a row went nothing but that
  return {
    ...now,
    clashes,
    entries: entries.map((each) => (each.term.id === clash.id && !clash.row ? { ...each, begun: [] } : each)),
  };
}

/** The draft with both terms that two people added under one name, theirs under another. */
export function bothKept(now: Draft, clash: Clash): Draft {
  const clashes = now.clashes.filter((each) => !isSameClash(each, clash));
  if (!clash.theirs) return { ...now, clashes };
  const terms = now.entries.map(({ term }) => term);
  const theirs = { ...clash.theirs, id: freshId(clash.theirs.kind, terms) };
  return { ...now, clashes, entries: [...now.entries, entry(theirs)] };
}

/** What the rules refuse in a term, and the conditions in it that are still empty. */
export const faultsOf = ({ term, begun }: Written, all: readonly Term[]): Problems =>
  new Map([...unfilledProblems({ to: term.appliesTo, begun }), ...problemsOf(term, all)]);

/** The draft when the server shows another state of it: what was sent from here is known again, the rest is merged. */
export function following(now: Draft, version: Version, policy: PolicyFile, lastSent: Sent | undefined): Draft {
  const regions = ownRegions(policy);
  // once it was followed by something else, it says nothing any more about what comes
  const sent = lastSent?.seen === now.seen ? lastSent : undefined;
  const theirs = draftTerms(version.terms);
  const baseWords = wordsOf(version, policy);
  const said =
    sent && sameWords(baseWords, sent.words)
      ? { words: now.words, rivals: [] }
      : mergeWords(now.baseWords, now.words, baseWords, now.rivals);
  const baseSettings = settingsOf(version);
  const chosen =
    sent && sameSettings(baseSettings, sent.settings)
      ? { settings: now.settings, rivalCalendar: undefined }
      : mergeSettings(now.baseSettings, now.settings, baseSettings, now.rivalCalendar);
  const mine = now.entries.map(({ term }) => term);
  const kept = asKept(mine, regions);
  const next = { ...now, ...said, ...chosen, seen: version.version, base: theirs, baseWords, baseSettings };
  // nothing of the terms changed, or what came is what was sent from here
  if (same(theirs, now.base) || same(theirs, kept) || (sent && same(theirs, asKept(sent.terms, regions)))) {
    const stored = (term: Term) => theirs.find((each) => same([each], asKept([term], regions))) ?? term;
    const clashes = same(theirs, now.base) ? now.clashes : [];
    return { ...next, clashes, entries: now.entries.map((each) => ({ ...each, term: stored(each.term) })) };
  }
  const { terms, clashes } = mergeTerms(now.base, kept, theirs, now.clashes);
  return { ...next, entries: keyed(terms, now.entries), clashes };
}
