import { describe, expect, it } from 'vitest';
import { termKind, type TermKind } from './kinds/kind.ts';
import { typedTexts, unwordedIn } from './typed-texts.ts';

const label = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' };
const written: TermKind = termKind({
  kind: 'written',
  stage: 'AFTER_SALE',
  label,
  params: {
    title: { type: 'text', label, max: 100, default: '' },
    lines: { type: 'words', label, max: 10, default: [] },
    place: { type: 'choices', label, options: [{ value: 'HOME', label }], min: 0, default: [] },
    table: {
      type: 'rows',
      label,
      key: ['code'],
      cells: {
        code: { type: 'text', label, max: 10, default: '' },
        note: { type: 'text', label, max: 100, default: '' },
      },
      min: 0,
      max: 10,
      default: [],
    },
  },
  claim: {},
  promise: () => ({ code: 'WRITTEN', params: {} }),
  judge: () => ({ outcome: 'ALLOWED', countedFrom: null, deadline: null, steps: [] }),
  sentences: { en: { WRITTEN: () => '' }, 'zh-Hant': { WRITTEN: () => '' }, 'zh-Hans': { WRITTEN: () => '' } },
});

const texts = (params: Record<string, unknown>) => typedTexts([{ kind: 'written', params }], [written]);

describe('C5 what a person typed', () => {
  it('is every text, every line and every cell, but the cells a row is known by, each once', () => {
    expect(
      texts({ title: 'Ours', lines: ['One', 'Ours'], place: ['HOME'], table: [{ code: 'A', note: 'Fine' }] }),
    ).toEqual(['Ours', 'One', 'Fine']);
  });

  it('is nothing where nothing was typed', () => {
    expect(texts({ title: '  ', lines: [], place: [], table: [{ code: 'A', note: '' }] })).toEqual([]);
  });

  it('stored before a field was, or stored otherwise, is no text', () => {
    expect(texts({})).toEqual([]);
    expect(texts({ title: 7, lines: 'One', place: 'HOME', table: 'x' })).toEqual([]);
    expect(texts({ lines: [1, 'One', null], table: [null, 'x', { code: 'A' }] })).toEqual(['One']);
  });

  it('a text worded in another language only is not worded in this one', () => {
    expect(unwordedIn('zh-Hant', ['Hook'], { Hook: { 'zh-Hans': '挂钩' } })).toEqual(['Hook']);
    expect(unwordedIn('zh-Hans', ['Hook'], { Hook: { 'zh-Hans': '挂钩' } })).toEqual([]);
    expect(unwordedIn('zh-Hant', ['Hook'], {})).toEqual(['Hook']);
  });
});
