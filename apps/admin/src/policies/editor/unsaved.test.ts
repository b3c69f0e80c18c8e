import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyFile, Version } from '../version.ts';
import { draftOf, returnsTerm } from './draftOf.ts';
import {
  carryOver,
  forgetUnsaved,
  keepUnsaved,
  keepUnsent,
  leftBehindIn,
  NOTHING,
  unsavedIn,
  unsentOn,
} from './unsaved.ts';
import { following } from './useDraft.ts';

const returns = (days: number) => returnsTerm('returns', days);
const [second, third] = [
  { id: 'v2', number: 2 },
  { id: 'v3', number: 3 },
];
const policy = (...versions: { id: string; status: Version['status'] }[]) => ({
  id: 'p',
  versions: { nodes: versions },
});

describe('C1 what somebody wrote in a draft that a colleague published or threw away meanwhile', () => {
  afterEach(() => [second, third].forEach(({ id }) => forgetUnsaved(id)));

  it('is told as left behind, with what became of the draft; in a draft that is one it only waits', () => {
    keepUnsaved('p', second, draftOf([returns(30)], [returns(45)]));
    expect(leftBehindIn(policy({ id: 'v2', status: 'DRAFT' }))).toBeUndefined();
    expect(leftBehindIn(policy({ id: 'v2', status: 'PUBLISHED' }))).toEqual({
      versionId: 'v2',
      number: 2,
      how: 'PUBLISHED',
      comment: '',
    });
    expect(leftBehindIn(policy({ id: 'v1', status: 'PUBLISHED' }))).toMatchObject({ how: 'DISCARDED' });
    expect(leftBehindIn({ ...policy(), id: 'another' })).toBeUndefined();
  });

  it('goes on in another draft, merged with what that says', () => {
    keepUnsaved('p', second, draftOf([returns(30)], [returns(45)]));
    expect(carryOver('v2', third)).toBe(true);
    expect(unsavedIn('v2')).toBeUndefined();
    const stored = (days: number) =>
      ({
        version: 1,
        terms: [returns(days)],
        intro: '',
        phrases: {},
        calendarId: null,
        pointIds: [],
      }) as unknown as Version;
    const file = { regions: [], base: null, description: '', words: {} } as unknown as PolicyFile;
    const merged = (days: number) => following(unsavedIn('v3')!, stored(days), file, undefined);
    expect(merged(30)).toMatchObject({ clashes: [], entries: [{ term: { params: { days: 45 } } }] });
    // both changed it: nobody's is taken without being asked
    expect(merged(60).clashes).toMatchObject([{ theirs: { params: { days: 60 } } }]);
  });

  it('takes no place of what waits to be saved there', () => {
    keepUnsaved('p', second, draftOf([returns(30)], [returns(45)]));
    keepUnsaved('p', third, draftOf([returns(30)], [returns(10)]));
    expect(carryOver('v2', third)).toBe(false);
    expect(unsavedIn('v2')?.entries).toMatchObject([{ term: { params: { days: 45 } } }]);
    expect(unsavedIn('v3')?.entries).toMatchObject([{ term: { params: { days: 10 } } }]);
  });

  it('a comment that was typed about it is told, and goes along behind what is typed there', () => {
    keepUnsent('p', second, { about: 'returns', text: 'Too short' });
    expect(leftBehindIn(policy({ id: 'v2', status: 'PUBLISHED' }))).toMatchObject({ comment: 'Too short' });
    keepUnsaved('p', second, draftOf([returns(30)], [returns(45)]));
    keepUnsent('p', third, { about: '', text: 'Wait' });
    expect(carryOver('v2', third)).toBe(true);
    expect(unsentOn('v3')).toEqual({ about: 'returns', text: 'Wait\nToo short' });
    expect(unsavedIn('v3')?.entries).toHaveLength(1);
    expect(unsentOn('v2')).toEqual(NOTHING);
  });

  it('a comment is kept by version while it is typed, and without a text there is none', () => {
    keepUnsent('p', second, { about: '', text: 'First' });
    expect([unsentOn('v2').text, unsentOn('v3')]).toEqual(['First', NOTHING]);
    keepUnsent('p', second, { about: 'returns', text: ' ' });
    expect(unsentOn('v2')).toEqual(NOTHING);
    expect(leftBehindIn(policy())).toBeUndefined();
  });
});
