import type { Language } from '../shared/language.ts';
import { compareTerms, lapsed, successions, type Cut, type Succession } from './compare.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import { termSentences } from './sentences/sentence.ts';
import { canonical } from './snapshot.ts';
import type { Term } from './terms.ts';

const CHANGES = ['ADDED', 'REMOVED', 'CHANGED', 'SAME'] as const;

/** What became of a promise from one version to the next (C1). */
export interface TermChange {
  change: (typeof CHANGES)[number];
  kind: string;
  /** What those concerned were promised, by one term or several; empty where it is new. */
  before: readonly Term[];
  /** What they are promised now; empty where nothing is any more. */
  after: readonly Term[];
  /** Terms that stay word for word, some of which may be among these: for fewer than before, or for more. */
  staying: ReadonlySet<Term>;
  /** In what some of them are promised less; each cut is told once. */
  cuts: readonly Cut[];
}

/** Terms that are told together; what they are told beside is told elsewhere too. */
interface Group {
  before: readonly Term[];
  after: readonly Term[];
}

/**
 * Two wordings side by side. What a term decides tells which one follows it, not what it is called: a term under another
 * name is the same, one that goes gives way to whatever decides its purchases now, and one that comes is no news to those
 * who had something better. Sorted by kind and name, whatever the order of the lists.
 */
export function changes(
  before: readonly Term[],
  after: readonly Term[],
  kinds: readonly TermKind[] = termKinds,
): TermChange[] {
  const cuts = compareTerms(before, after, kinds);
  const names = [...new Set([...before, ...after].map((term) => term.kind))].sort();
  return names.flatMap((kind) => {
    const ofKind = (terms: readonly Term[]) => terms.filter((term) => term.kind === kind).sort(byName);
    return ofOneKind(
      ofKind(before),
      ofKind(after),
      cuts.filter((cut) => cut.kind === kind),
    );
  });
}

function ofOneKind(was: readonly Term[], is: readonly Term[], cuts: readonly Cut[]): TermChange[] {
  const follows = successions(was, is);
  const pairs = paired(was, is, follows);
  const stay = new Set(pairs.filter(isSame).flatMap(termsOf));
  const settled = new Set(pairs.flatMap(termsOf));
  const rest = { before: was.filter((term) => !settled.has(term)), after: is.filter((term) => !settled.has(term)) };
  // purchases of which nothing was said before, or is said any more
  const alone = new Set([...lapsed(was, is), ...lapsed(is, was)]);
  const isLess = ({ was: old, is: young }: Succession) =>
    cuts.some((cut) => cut.termId === old.id && cut.byTermId === young.id);

  const told = (own: Group): TermChange => {
    const ownTerms = termsOf(own);
    const { kind } = ownTerms[0]!;
    const mine = follows.filter((each) => ownTerms.includes(each.was) || ownTerms.includes(each.is));
    const isPair = settled.has(ownTerms[0]!);
    const nobodyNotices = isPair ? isSame(own) : mine.every(samePromise) && !ownTerms.some((term) => alone.has(term));
    if (nobodyNotices) return { change: 'SAME', kind, ...own, staying: stay, cuts: [] };
    const takenFrom = mine.filter((each) => settled.has(each.was) && isLess(each));
    // what takes over from what goes on, and is told anyhow, tells itself in what it is less
    const takenBy = mine.filter(
      (each) => settled.has(each.is) && (!isPair || stay.has(each.is) || (!isLess(each) && !samePromise(each))),
    );
    const all = {
      before: withoutRepeats([...own.before, ...takenFrom.map((each) => each.was)]),
      after: withoutRepeats([...own.after, ...takenBy.map((each) => each.is)]),
    };
    return { change: changeOf(all), kind, ...all, staying: stay, cuts: cutsOf(own, all, cuts) };
  };
  return [...pairs, ...together(rest, follows)].map(told).sort(byFirst);
}

const termsOf = ({ before, after }: Group): Term[] => [...before, ...after];

const changeOf = ({ before, after }: Group): TermChange['change'] =>
  before.length === 0 ? 'ADDED' : after.length === 0 ? 'REMOVED' : 'CHANGED';

/** The cuts between what is told here, one side of which is told nowhere else. */
function cutsOf(own: Group, all: Group, cuts: readonly Cut[]): Cut[] {
  const has = (terms: readonly Term[], id: string | null) => terms.some((term) => term.id === id);
  return cuts.filter(({ termId, byTermId }) => {
    if (termId === null) return has(own.after, byTermId);
    if (byTermId === null) return has(own.before, termId);
    const mine = has(own.before, termId) || has(own.after, byTermId);
    return mine && has(all.before, termId) && has(all.after, byTermId);
  });
}

const isSame = ({ before: [old], after: [young] }: Group): boolean => sameText(old!, young!);
const sameText = (old: Term, young: Term): boolean => text(old) === text(young);
const text = ({ params, appliesTo }: Term): string => canonical({ params, appliesTo });
const samePromise = ({ was, is }: Succession): boolean => canonical(was.params) === canonical(is.params);

/** Which term became which, one to one: the likest first. */
function paired(was: readonly Term[], is: readonly Term[], follows: readonly Succession[]): Group[] {
  const likeness: readonly ((old: Term, young: Term) => boolean)[] = [
    (old, young) => old.id === young.id && sameText(old, young),
    sameText,
    (old, young) => old.id === young.id && follows.some((each) => each.was === old && each.is === young),
    (old, young) => canonical(old.appliesTo) === canonical(young.appliesTo),
  ];
  const pairs: Group[] = [];
  const young = [...is];
  let left = was;
  for (const alike of likeness) {
    left = left.filter((old) => {
      const at = young.findIndex((each) => alike(old, each));
      if (at >= 0) pairs.push({ before: [old], after: young.splice(at, 1) });
      return at < 0;
    });
  }
  return pairs;
}

/** Terms that go with those that come in their place; what neither follows nor is followed stands by itself. */
function together({ before, after }: Group, follows: readonly Succession[]): Group[] {
  const groups: Group[] = [];
  const left = new Set([...before, ...after]);
  for (const first of [...before, ...after]) {
    if (!left.delete(first)) continue;
    const found = [first];
    for (const term of found) {
      const next = follows.flatMap((each) => (each.was === term ? [each.is] : each.is === term ? [each.was] : []));
      found.push(...next.filter((each) => left.delete(each)));
    }
    const among = (terms: readonly Term[]) => terms.filter((term) => found.includes(term));
    groups.push({ before: among(before), after: among(after) });
  }
  return groups;
}

const withoutRepeats = (terms: readonly Term[]): Term[] => [...new Set(terms)];

const key = (term: Term): string => `${term.id}\u0000${canonical(term)}`;
const byName = (a: Term, b: Term): number => (key(a) < key(b) ? -1 : 1);
const byFirst = (a: TermChange, b: TermChange): number =>
  byName((a.before[0] ?? a.after[0])!, (b.before[0] ?? b.after[0])!);

/** How the texts of two versions are said in other languages. */
interface PhrasesOf {
  before?: Phrases | undefined;
  after?: Phrases | undefined;
}

/**
 * A change as prose: what was promised to whom, and what is promised now, term by term; empty where there was or is
 * nothing.
 *
 * @param phrases of the two versions.
 */
export function changeSentences(
  { before, after }: TermChange,
  currency: string,
  language: Language,
  phrases: PhrasesOf = {},
  kinds: readonly TermKind[] = termKinds,
): { before: string[][]; after: string[][] } {
  const said = (terms: readonly Term[], words: Phrases | undefined) =>
    terms.map((term) => termSentences(term, currency, language, words, kinds));
  return { before: said(before, phrases.before), after: said(after, phrases.after) };
}
