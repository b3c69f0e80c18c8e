import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import type { PolicyFile, Version } from '../version.ts';
import type { Draft, Entry, Sent } from './draft.ts';
import { draftOf, NO_SETTINGS, NO_WORDS, returnsTerm } from './draftOf.ts';
import { bothKept, draftTerms, faultsOf, following, isClashing, restored, settled, strandedOf } from './useDraft.ts';

describe('C45 a draft of a regional variant', () => {
  const policy = {
    regions: ['Germany'],
    base: { id: 'Policy_1' },
    description: '',
    words: {},
  } as unknown as PolicyFile;
  const sending = (terms: readonly Term[]): Sent => ({
    seen: 1,
    terms,
    words: NO_WORDS,
    settings: NO_SETTINGS,
  });
  const stored = (version: number, terms: readonly Term[]) =>
    ({ version, terms, intro: '', phrases: {}, calendarId: null, pointIds: [] }) as unknown as Version;
  const returns = (days: number, regions?: string[]) => returnsTerm('returns', days, regions);
  const kept = (draft: Draft) => draft.entries.map(({ term }) => [term.params.days, term.appliesTo.regions]);

  it('what the server filled in of what was sent is no edit of somebody else', () => {
    const sent = sending([returns(14)]);
    const after = following(draftOf([], sent.terms), stored(2, [returns(14, ['Germany'])]), policy, sent);
    expect(after.clashes).toEqual([]);
    expect(kept(after)).toEqual([[14, ['Germany']]]);
    // saved once more without a region, nothing is left that the server would not keep
    const again = following(draftOf([returns(14, ['Germany'])], sent.terms), stored(3, after.base), policy, sent);
    expect(kept(again)).toEqual([[14, ['Germany']]]);
  });

  it('nor is what it tidied: blanks around a word, and a word that stands there twice', () => {
    const everywhere = { ...policy, base: null, regions: [] } as PolicyFile;
    const sent = sending([returns(14, ['X ', 'X'])]);
    const after = following(draftOf([], sent.terms), stored(2, [returns(14, ['X'])]), everywhere, sent);
    expect([after.clashes, kept(after)]).toEqual([[], [[14, ['X']]]]);
    // a draft that was kept with its blanks, and was saved by somebody else who did not touch the term
    const before = draftOf(draftTerms([returns(14, [' X'])]), [returns(15, ['X'])]);
    const other = following(before, stored(2, [returns(14, ['X'])]), everywhere, undefined);
    expect([other.clashes, kept(other)]).toEqual([[], [[15, ['X']]]]);
  });

  it('what was written on while it was saved stays, and so does what somebody else really changed', () => {
    const sent = sending([returns(14)]);
    const on = following(draftOf([], [returns(15)]), stored(2, [returns(14, ['Germany'])]), policy, sent);
    expect([on.clashes, kept(on)]).toEqual([[], [[15, []]]]);
    const other = following(draftOf([], [returns(15)]), stored(2, [returns(20, ['Germany'])]), policy, undefined);
    expect(other.clashes).toHaveLength(1);
  });

  it('the order in which a database keeps the fields of a row is no edit either', () => {
    const items = (row: object): Term => ({ id: 'x', kind: 'x', params: { rows: [row] }, appliesTo: EVERYTHING });
    const sent = sending([items({ code: 'A', label: 'Post' })]);
    const came = [items({ label: 'Post', code: 'A' })];
    const after = following(draftOf([], sent.terms), stored(2, came), { ...policy, base: null, regions: [] }, sent);
    expect(after.clashes).toEqual([]);
  });
});

describe('two people write one draft', () => {
  const policy = { regions: [], base: null, description: '', words: {} } as unknown as PolicyFile;
  const term = returnsTerm('returns', 30, ['United Kingdom']);
  const stored = (version: number, of: Partial<Version> = {}) =>
    ({ version, terms: [term], intro: '', phrases: {}, ...NO_SETTINGS, ...of }) as unknown as Version;
  const seen = draftOf([term]);
  const emptied = { ...term, appliesTo: EVERYTHING };
  const counter = { pointIds: ['ServicePoint_counter'] };

  it('C9 the service point that one ticked stands beside that of the other', () => {
    const mine = { ...seen, settings: { calendarId: null, pointIds: ['ServicePoint_phone'] } };
    const after = following(mine, stored(2, counter), policy, { ...mine, terms: [term] });
    expect(after.settings.pointIds).toEqual(['ServicePoint_counter', 'ServicePoint_phone']);
    expect(after.baseSettings).toEqual({ ...NO_SETTINGS, ...counter });
  });

  it('what was ticked off again while it was saved stays off', () => {
    const mine = { ...seen, settings: NO_SETTINGS };
    const sent = { seen: 1, terms: [term], words: NO_WORDS, settings: { ...NO_SETTINGS, ...counter } };
    expect(following(mine, stored(2, counter), policy, sent).settings.pointIds).toEqual([]);
  });

  it('C8 what somebody else chose is not taken for what was once sent from here', () => {
    const sent = { seen: 1, terms: [term], words: NO_WORDS, settings: { ...NO_SETTINGS, calendarId: 'Calendar_1' } };
    const saved = following(
      { ...seen, settings: sent.settings },
      stored(2, { calendarId: 'Calendar_1' }),
      policy,
      sent,
    );
    const theirs = following(saved, stored(3), policy, sent);
    expect(theirs.settings.calendarId).toBeNull();
    expect(following(theirs, stored(4, { calendarId: 'Calendar_1' }), policy, sent).settings.calendarId).toBe(
      'Calendar_1',
    );
  });

  it('C12 a condition that is emptied here and changed there is still to be filled in until theirs are taken', () => {
    const mine: Draft = { ...seen, entries: [{ key: 1, term: emptied, begun: ['regions'] }] };
    const theirs = { ...term, appliesTo: { ...EVERYTHING, minValue: 100 } };
    const after = following(mine, stored(2, { terms: [theirs] }), policy, undefined);
    const [clash] = after.clashes;
    const faults = (draft: Draft) => draft.entries.flatMap((each) => [...faultsOf(each, [each.term]).keys()]);
    expect(faults(after)).toEqual(['appliesTo.regions']);
    expect(faults(settled(after, clash!, 'mine'))).toEqual(['appliesTo.regions']);
    const taken = settled(after, clash!, 'theirs');
    expect([taken.entries.map((each) => each.term), taken.clashes, faults(taken)]).toEqual([[theirs], [], []]);
  });

  it('C5 an introduction that both wrote waits for a choice as a term does', () => {
    const mine = { ...seen, words: { intro: 'Mine', phrases: {} } };
    const after = following(mine, stored(2, { intro: 'Theirs' }), policy, undefined);
    expect([after.words.intro, isClashing(after)]).toEqual(['Mine', true]);
    const again = following(after, stored(3, { intro: 'Theirs', ...counter }), policy, undefined);
    expect([again.words.intro, isClashing(again), isClashing(mine)]).toEqual(['Mine', true, false]);
  });

  it('C5 a wording whose text somebody else changed meanwhile is named, and never out of sight', () => {
    const wording = { 'zh-Hant': '有問必答' } as const;
    const before = { ...seen, baseWords: { intro: 'We answer', phrases: {} } };
    const mine: Draft = { ...before, words: { intro: 'We answer', phrases: { 'We answer': wording } } };
    expect(strandedOf(mine)).toEqual([]);
    const after = following(mine, stored(2, { intro: 'We listen' }), policy, undefined);
    expect(after.words.intro).toBe('We listen');
    expect(strandedOf(after)).toEqual([{ text: 'We answer', language: 'zh-Hant', wording: '有問必答' }]);
    // let go, or stored so, it is nobody's concern any more
    expect(strandedOf({ ...after, words: { ...after.words, phrases: {} } })).toEqual([]);
    expect(strandedOf({ ...after, baseWords: after.words })).toEqual([]);
  });

  it('C5 nor is one of a charge that somebody else calls otherwise', () => {
    const fees = (label: string): Term => ({
      id: 'fees',
      kind: 'fees',
      params: { rows: [{ code: 'POST', label }] },
      appliesTo: EVERYTHING,
    });
    const phrases = { Post: { 'zh-Hans': '邮费' } } as const;
    const mine: Draft = {
      ...seen,
      base: [fees('Post')],
      entries: [{ key: 1, term: fees('Post'), begun: [] }],
      words: { intro: '', phrases },
    };
    expect(strandedOf(mine)).toEqual([]);
    const after = following(mine, stored(2, { terms: [fees('Postage')] }), policy, undefined);
    expect(strandedOf(after)).toEqual([{ text: 'Post', language: 'zh-Hans', wording: '邮费' }]);
  });

  it('mine is kept as it is written by now, not as it was when the two met', () => {
    const days = (n: number): Term => ({ ...term, params: { ...term.params, days: n } });
    const mine: Draft = { ...seen, entries: [{ key: 1, term: days(10), begun: [] }] };
    const met = following(mine, stored(2, { terms: [days(20)] }), policy, undefined);
    const on = { ...met, entries: [{ key: 1, term: days(11), begun: [] }] };
    expect(settled(on, met.clashes[0]!, 'mine').entries.map((each) => each.term)).toEqual([days(11)]);
  });
});

describe('C1 two people each add a term', () => {
  const term = (kind: string, days: number): Term => ({ id: kind, kind, params: { days }, appliesTo: EVERYTHING });
  const policy = { regions: [], base: null, description: '', words: {} } as unknown as PolicyFile;
  const stored = (version: number, terms: readonly Term[]) =>
    ({ version, terms, ...NO_WORDS, ...NO_SETTINGS }) as unknown as Version;
  const mine = draftOf([], [term('warranty', 1)]);

  it('under one name: both can be kept, whatever is saved besides', () => {
    const met = following(mine, stored(2, [term('warranty', 2)]), policy, undefined);
    const on = following(met, stored(3, [term('warranty', 2), term('returns', 3)]), policy, undefined);
    for (const draft of [met, on]) {
      expect(draft.clashes).toMatchObject([{ id: 'warranty', added: true }]);
      const both = bothKept(draft, draft.clashes[0]!);
      const of = both.entries.filter(({ term: { kind } }) => kind === 'warranty').map((each) => each.term);
      expect(of.map(({ id, params }) => [id, params.days])).toEqual([
        ['warranty', 1],
        ['warranty-2', 2],
      ]);
      expect(both.clashes).toEqual([]);
    }
  });

  it('that was there before, one of them stays', () => {
    const changed = { ...mine, base: [term('warranty', 3)] };
    const met = following(changed, stored(2, [term('warranty', 2)]), policy, undefined);
    expect(met.clashes[0]?.added).toBeUndefined();
  });
});

describe('C1 a removed term comes back', () => {
  const entry = (key: number, id: string): Entry => ({
    key,
    term: { id, kind: 'returns', params: {}, appliesTo: EVERYTHING },
    begun: [],
  });
  const names = (entries: readonly Entry[]) => entries.map(({ key, term }) => [key, term.id]);

  it('where it stood, and as it was called', () => {
    expect(names(restored([entry(1, 'a'), entry(3, 'c')], entry(2, 'b'), 1))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  it('under a name that is free where a new term bears its own: two of one name could not be saved', () => {
    const back = restored([entry(1, 'returns-2'), entry(3, 'returns')], entry(2, 'returns'), 0);
    expect(names(back)).toEqual([
      [2, 'returns-3'],
      [1, 'returns-2'],
      [3, 'returns'],
    ]);
  });
});
