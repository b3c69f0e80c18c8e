import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf, isRecord } from '@perennial/domain/policies/kinds/form';
import type { Term } from '@perennial/domain/policies/terms';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PolicyFile, Version } from '../version.ts';
import { unfilledProblems, type Condition } from './conditions.ts';
import { asKept, mergeTerms, same, settle, type Clash } from './merge.ts';
import { problemsOf, type Problems } from './problems.ts';
import { mergeWords, sameWords, wordsOf, type DraftWords, type Rival } from './words.ts';

/** A term as it is written, with the conditions that somebody worked on. */
export interface Written {
  term: Term;
  begun: readonly Condition[];
}

/** A term with an identity of its own: its short name can be edited while it is worked on. */
export interface Entry extends Written {
  key: number;
}

/** By which hours a version counts and which service points it lists. */
export interface Settings {
  calendarId: string | null;
  pointIds: readonly string[];
}

/** What was sent to be saved. */
export interface Sent {
  terms: readonly Term[];
  words: DraftWords;
}

export interface Draft {
  /** The stored version (`PolicyVersion.version`) this began from. */
  seen: number;
  base: readonly Term[];
  entries: readonly Entry[];
  clashes: readonly Clash[];
  /** What was chosen of these and is not saved yet. */
  settings: Partial<Settings>;
  baseWords: DraftWords;
  words: DraftWords;
  rivals: readonly Rival[];
}

/** What was not saved yet, by version: looking at another version and coming back loses nothing. */
const unsaved = new Map<string, Draft>();

let lastKey = 0;
const entry = (term: Term): Entry => ({ key: (lastKey += 1), term, begun: [] });

/** The regions of a variant, for which its terms are where they name none (C45); none of any other policy. */
const ownRegions = (policy: PolicyFile): readonly string[] => (policy.base ? policy.regions : []);

/**
 * The terms of a stored draft, for writing: what they lack begins with its default, what cannot be read stays and is
 * marked at its field. (`termsOf`, for reading, gives none where one is unreadable.)
 */
export function draftTerms(stored: unknown): Term[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isRecord).map((each) => {
    const kind = termKinds.find(({ kind: name }) => name === each.kind);
    return {
      id: String(each.id),
      kind: String(each.kind),
      params: { ...(kind ? defaultsOf(kind.params) : {}), ...(isRecord(each.params) ? each.params : {}) },
      appliesTo: { ...EVERYTHING, ...(isRecord(each.appliesTo) ? each.appliesTo : {}) },
    };
  });
}

/** A short name that no term of the draft bears yet. */
export function freshId(kind: string, terms: readonly Term[]): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? kind : `${kind}-${n}`;
    if (!terms.some((term) => term.id === id)) return id;
  }
}

/** The draft that is being written, beside what the server holds of it; follows the server and merges (see `merge.ts`). */
export function useDraft(version: Version, policy: PolicyFile) {
  const begin = (): Draft => {
    const known = unsaved.get(version.id);
    if (known) return known;
    const base = draftTerms(version.terms);
    const words = wordsOf(version, policy);
    const written = { entries: base.map(entry), words, settings: {} };
    return { seen: version.version, base, baseWords: words, ...written, clashes: [], rivals: [] };
  };
  const [draft, setDraft] = useState(begin);
  const sent = useRef<Sent>(undefined);
  const terms = useMemo(() => draft.entries.map(({ term }) => term), [draft.entries]);
  const regions = ownRegions(policy);
  const dirty =
    !same(asKept(terms, regions), draft.base) ||
    !sameWords(draft.words, draft.baseWords) ||
    Object.keys(draft.settings).length > 0;
  const problems = useMemo(
    () => new Map<number, Problems>(draft.entries.map((each) => [each.key, faultsOf(each, terms)])),
    [draft.entries, terms],
  );

  useEffect(() => {
    if (dirty || draft.clashes.length > 0) unsaved.set(version.id, draft);
    else unsaved.delete(version.id);
  }, [dirty, draft, version.id]);

  useEffect(() => {
    setDraft((now) => (now.seen === version.version ? now : following(now, version, policy, sent.current)));
  }, [version, policy]);

  const put = (entries: readonly Entry[]) => setDraft((now) => ({ ...now, entries }));
  return {
    ...draft,
    terms,
    dirty,
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
      setDraft((now) => ({ ...now, entries: now.entries.toSpliced(at, 0, removed) })),
    settle: (clash: Clash, chosen: Term | undefined) =>
      setDraft((now) => ({
        ...now,
        entries: keyed(
          settle(
            now.entries.map(({ term }) => term),
            clash,
            chosen,
          ),
          now.entries,
        ),
        clashes: now.clashes.filter((each) => each.id !== clash.id),
      })),
    /** Chosen, and saved together with the terms. */
    choose: (settings: Partial<Settings>) =>
      setDraft((now) => ({ ...now, settings: unsavedOf({ ...now.settings, ...settings }, version) })),
    say: (words: DraftWords) => setDraft((now) => ({ ...now, words })),
    /** Says what is on its way, so that it is known again when the server shows it. */
    sending: (what: Sent) => void (sent.current = what),
    forget: () => void unsaved.delete(version.id),
  };
}

export type DraftHandle = ReturnType<typeof useDraft>;

/** Keeps the identities of terms that were there before. */
const keyed = (terms: readonly Term[], before: readonly Entry[]): Entry[] =>
  terms.map((term) => {
    const known = before.find((each) => each.term.id === term.id);
    return known ? { ...known, term } : entry(term);
  });

/** What the rules refuse in a term, and the conditions in it that are still empty. */
export const faultsOf = ({ term, begun }: Written, all: readonly Term[]): Problems =>
  new Map([...unfilledProblems({ to: term.appliesTo, begun }), ...problemsOf(term, all)]);

/** The draft when the server shows another state of it: what was sent from here is known again, the rest is merged. */
export function following(now: Draft, version: Version, policy: PolicyFile, sent: Sent | undefined): Draft {
  const regions = ownRegions(policy);
  const theirs = draftTerms(version.terms);
  const baseWords = wordsOf(version, policy);
  const said =
    sent && sameWords(baseWords, sent.words)
      ? { words: now.words, rivals: [] }
      : mergeWords(now.baseWords, now.words, baseWords);
  const mine = now.entries.map(({ term }) => term);
  const kept = asKept(mine, regions);
  const settings = unsavedOf(now.settings, version);
  const next = { ...now, ...said, seen: version.version, base: theirs, baseWords, settings };
  // nothing of the terms changed, or what came is what was sent from here
  if (same(theirs, now.base) || same(theirs, kept) || (sent && same(theirs, asKept(sent.terms, regions)))) {
    const stored = (term: Term) => theirs.find((each) => same([each], asKept([term], regions))) ?? term;
    return { ...next, entries: now.entries.map((each) => ({ ...each, term: stored(each.term) })) };
  }
  const { terms, clashes } = mergeTerms(now.base, kept, theirs);
  return { ...next, entries: keyed(terms, now.entries), clashes };
}

/** Of what was chosen, what the stored version does not say yet. */
export function unsavedOf(
  chosen: Partial<Settings>,
  stored: Pick<Version, 'calendarId' | 'pointIds'>,
): Partial<Settings> {
  const { calendarId, pointIds } = chosen;
  return {
    ...(calendarId !== undefined && calendarId !== stored.calendarId ? { calendarId } : {}),
    ...(pointIds && !same([...pointIds].sort(), pointsOf(stored.pointIds).sort()) ? { pointIds } : {}),
  };
}

/** Stored ids of service points as the schema writes them. */
export const pointsOf = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.map((id) => `ServicePoint_${String(id).replace(/^ServicePoint_/, '')}`) : [];
