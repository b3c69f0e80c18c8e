import { describe, expect, it } from 'vitest';
import {
  introChange,
  mergeWords,
  phrasesOf,
  sameWords,
  settledWords,
  withWording,
  wordsOf,
  type DraftWords,
} from './words.ts';

const said = (intro: string, hant?: string, hans?: string): DraftWords => {
  const wording = { ...(hant && { 'zh-Hant': hant }), ...(hans && { 'zh-Hans': hans }) };
  return { intro, phrases: hant || hans ? { Hook: wording } : {} };
};

describe('two people word one draft', () => {
  it('takes over what only one of them wrote', () => {
    const { words, rivals } = mergeWords(said('a'), said('b', '掛鉤'), said('a', undefined, '挂钩'));
    expect(words).toEqual(said('b', '掛鉤', '挂钩'));
    expect(rivals).toEqual([]);
  });

  it('keeps mine and shows theirs where both wrote the same words differently', () => {
    const { words, rivals } = mergeWords(said('a', '鉤'), said('b', '掛鉤'), said('c', '鉤子'));
    expect(words).toEqual(said('b', '掛鉤'));
    expect(rivals).toEqual([
      { text: null, language: null, theirs: 'c' },
      { text: 'Hook', language: 'zh-Hant', theirs: '鉤子' },
    ]);
  });

  it('C5 theirs is taken where somebody chose it, in the introduction and in every language', () => {
    const { words, rivals } = mergeWords(said('a', '鉤'), said('b', '掛鉤'), said('c', '鉤子'));
    const [intro, hook] = rivals;
    const kept = settledWords(words, rivals, intro!, 'mine');
    expect(kept).toEqual({ words, rivals: [hook] });
    const taken = settledWords(words, rivals, intro!, 'theirs');
    expect(taken).toEqual({ words: said('c', '掛鉤'), rivals: [hook] });
    expect(settledWords(taken.words, taken.rivals, hook!, 'theirs')).toEqual({ words: said('c', '鉤子'), rivals: [] });
  });

  it('C5 what is not decided yet is still asked when something else is saved meanwhile', () => {
    const theirs = said('c', '鉤子');
    const { words, rivals } = mergeWords(said('a', '鉤'), said('b', '掛鉤'), theirs);
    const later = mergeWords(theirs, words, said('c', '鉤子', '挂钩'), rivals);
    expect(later).toEqual({ words: said('b', '掛鉤', '挂钩'), rivals });
    // written to be the same as mine, there is nothing left to choose
    expect(mergeWords(theirs, words, said('b', '鉤子'), rivals).rivals).toEqual([rivals[1]]);
  });

  it('what one of them emptied is gone', () => {
    expect(mergeWords(said('a', '鉤'), said('a'), said('a', '鉤')).words).toEqual(said('a'));
  });
});

describe('the words of a draft', () => {
  it('are unchanged while only blanks differ', () => {
    const typed = { intro: 'a', phrases: withWording({}, 'Hook', 'zh-Hant', ' ') };
    expect(sameWords(typed, said('a'))).toBe(true);
    expect(sameWords({ ...typed, phrases: withWording({}, 'Hook', 'zh-Hant', '鉤') }, said('a'))).toBe(false);
  });

  it('begin with the description of the policy where the version is from before', () => {
    const policy = { name: 'P', description: 'Thirty days', words: { en: { name: '', description: '30 days' } } };
    const from = (intro: string | null) => wordsOf({ intro, phrases: {} }, policy as never);
    expect(from(null)).toEqual({ intro: 'Thirty days', phrases: { 'Thirty days': { en: '30 days' } } });
    expect(from('')).toEqual({ intro: '', phrases: {} });
    expect(phrasesOf('unreadable')).toEqual({});
  });
});

describe('C5 an introduction that changed', () => {
  const words = (intro: string, hant?: string): DraftWords => ({
    intro,
    phrases: hant ? { [intro]: { 'zh-Hant': hant } } : {},
  });

  it('is told in the reader’s language, else in the one in which it changed', () => {
    expect(introChange(words('30 days', '三十天'), words('14 days', '十四天'), 'zh-Hant')).toEqual({
      was: '三十天',
      now: '十四天',
    });
    expect(introChange(words('30 days', '三十天'), words('30 days', '十四天'), 'en')).toEqual({
      was: '三十天',
      now: '十四天',
    });
    expect(introChange(words('30 days', '三十天'), words('30 days', '三十天'), 'en')).toBeUndefined();
  });
});
