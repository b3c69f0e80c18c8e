import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { changes } from '@perennial/domain/policies/changes';
import type { Term } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { typedIn } from './typed.ts';

const words = { intro: '', phrases: {} };
const settings = { calendarId: null, pointIds: [] };
const returns = (id: string, days: number | null): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
  appliesTo: EVERYTHING,
});
const draft = (base: readonly Term[], mine: readonly Term[], more: Partial<Draft> = {}): Draft => ({
  seen: 2,
  base,
  entries: mine.map((term, key) => ({ key, term, begun: [] })),
  clashes: [],
  baseSettings: settings,
  settings,
  rivalCalendar: undefined,
  baseWords: words,
  words,
  rivals: [],
  ...more,
});

describe('C1 what was typed in a draft that a colleague overtook', () => {
  it('is what differs from what was stored when it was typed', () => {
    const { before, after, intro, unread } = typedIn(
      draft([returns('a', 30), returns('b', 10)], [returns('a', 45), returns('b', 10)], {
        words: { ...words, intro: 'Read this' },
        settings: { ...settings, pointIds: ['ServicePoint_1'] },
      }),
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
    const { before, after, unread } = typedIn(draft([returns('a', 30)], [returns('a', null)]), [], 'en');
    expect([before.terms, after.terms, unread]).toEqual([[], [], ['returns']]);
  });

  it('a variant’s terms that name no region are not told as others than those stored', () => {
    const stored = { ...returns('a', 30), appliesTo: { ...EVERYTHING, regions: ['France'] } };
    const { before, after } = typedIn(draft([stored], [returns('a', 30)]), ['France'], 'en');
    expect(changes(before.terms, after.terms).map(({ change }) => change)).toEqual(['SAME']);
  });
});
