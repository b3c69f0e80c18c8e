import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { changes } from '@perennial/domain/policies/changes';
import { describe, expect, it } from 'vitest';
import { draftOf, NO_SETTINGS, NO_WORDS, returnsTerm } from './draftOf.ts';
import { typedIn } from './typed.ts';

describe('C1 what was typed in a draft that a colleague overtook', () => {
  it('is what differs from what was stored when it was typed', () => {
    const { before, after, intro, unread } = typedIn(
      {
        ...draftOf([returnsTerm('a', 30), returnsTerm('b', 10)], [returnsTerm('a', 45), returnsTerm('b', 10)]),
        words: { ...NO_WORDS, intro: 'Read this' },
        settings: { ...NO_SETTINGS, pointIds: ['ServicePoint_1'] },
      },
      [],
      'en',
    );
    expect(changes(before.terms, after.terms).map(({ change }) => change)).toContain('CHANGED');
    expect(before.terms.map(({ params }) => params.days)).toEqual([30, 10]);
    expect(after.terms.map(({ params }) => params.days)).toEqual([45, 10]);
    expect(after.pointIds).toEqual(['ServicePoint_1']);
    expect(intro).toEqual({ was: '', now: 'Read this' });
    expect(unread).toEqual([]);
  });

  it('a term with a field to be mended is named, and neither said in a broken sentence nor told as gone', () => {
    const { before, after, unread } = typedIn(draftOf([returnsTerm('a', 30)], [returnsTerm('a', null)]), [], 'en');
    expect([before.terms, after.terms, unread]).toEqual([[], [], ['returns']]);
  });

  it('a variant’s terms that name no region are not told as others than those stored', () => {
    const stored = { ...returnsTerm('a', 30), appliesTo: { ...EVERYTHING, regions: ['France'] } };
    const { before, after } = typedIn(draftOf([stored], [returnsTerm('a', 30)]), ['France'], 'en');
    expect(changes(before.terms, after.terms).map(({ change }) => change)).toEqual(['SAME']);
  });
});
