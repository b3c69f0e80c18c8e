import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import type { PolicyFile, Version } from '../version.ts';
import { following, unsavedOf, type Draft } from './useDraft.ts';

const stored = { calendarId: 'Calendar_1', pointIds: ['a', 'b'] };

describe('hours and points of a draft', () => {
  it('what was chosen waits to be saved, until the server says the same', () => {
    expect(unsavedOf({ calendarId: 'Calendar_2' }, stored)).toEqual({ calendarId: 'Calendar_2' });
    expect(unsavedOf({ calendarId: null, pointIds: ['ServicePoint_a'] }, stored)).toEqual({
      calendarId: null,
      pointIds: ['ServicePoint_a'],
    });
    expect(unsavedOf({ calendarId: 'Calendar_1', pointIds: ['ServicePoint_b', 'ServicePoint_a'] }, stored)).toEqual({});
    expect(unsavedOf({}, stored)).toEqual({});
  });
});

describe('C45 a draft of a regional variant', () => {
  const policy = {
    regions: ['Germany'],
    base: { id: 'Policy_1' },
    description: '',
    words: {},
  } as unknown as PolicyFile;
  const words = { intro: '', phrases: {} };
  const stored = (version: number, terms: readonly Term[]) =>
    ({ version, terms, intro: '', phrases: {}, calendarId: null, pointIds: [] }) as unknown as Version;
  const returns = (days: number, regions: string[] = []): Term => ({
    id: 'returns',
    kind: 'returns',
    params: { days, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
    appliesTo: { ...EVERYTHING, regions },
  });
  const writing = (base: readonly Term[], mine: readonly Term[]): Draft => ({
    seen: 1,
    base,
    entries: mine.map((term, key) => ({ key, term, begun: [] })),
    clashes: [],
    settings: {},
    baseWords: words,
    words,
    rivals: [],
  });
  const kept = (draft: Draft) => draft.entries.map(({ term }) => [term.params.days, term.appliesTo.regions]);

  it('what the server filled in of what was sent is no edit of somebody else', () => {
    const sent = { terms: [returns(14)], words };
    const after = following(writing([], sent.terms), stored(2, [returns(14, ['Germany'])]), policy, sent);
    expect(after.clashes).toEqual([]);
    expect(kept(after)).toEqual([[14, ['Germany']]]);
    // saved once more without a region, nothing is left that the server would not keep
    const again = following(writing([returns(14, ['Germany'])], sent.terms), stored(3, after.base), policy, sent);
    expect(kept(again)).toEqual([[14, ['Germany']]]);
  });

  it('what was written on while it was saved stays, and so does what somebody else really changed', () => {
    const sent = { terms: [returns(14)], words };
    const on = following(writing([], [returns(15)]), stored(2, [returns(14, ['Germany'])]), policy, sent);
    expect([on.clashes, kept(on)]).toEqual([[], [[15, []]]]);
    const other = following(writing([], [returns(15)]), stored(2, [returns(20, ['Germany'])]), policy, undefined);
    expect(other.clashes).toHaveLength(1);
  });

  it('the order in which a database keeps the fields of a row is no edit either', () => {
    const items = (row: object): Term => ({ id: 'x', kind: 'x', params: { rows: [row] }, appliesTo: EVERYTHING });
    const sent = { terms: [items({ code: 'A', label: 'Post' })], words };
    const came = [items({ label: 'Post', code: 'A' })];
    const after = following(writing([], sent.terms), stored(2, came), { ...policy, base: null, regions: [] }, sent);
    expect(after.clashes).toEqual([]);
  });
});
