import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { EVERYTHING } from './applicability.ts';
import { besideChanges, noneBeside, type WithBesides } from './besides.ts';

const version: WithBesides = {
  terms: [{ id: 'extras', kind: 'extras', params: { items: ['Hook'] }, appliesTo: EVERYTHING }],
  phrases: { Hook: { 'zh-Hant': '掛鉤', 'zh-Hans': '挂钩' } },
  pointIds: ['counter', 'telephone'],
  calendarId: 'shop',
};
const told = (change: Partial<WithBesides>, languages = LANGUAGES as readonly (typeof LANGUAGES)[number][]) =>
  besideChanges(version, { ...version, ...change }, languages);

describe('C1 what a version changed besides its terms', () => {
  it('is nothing where it stays, in whatever order its points are listed', () => {
    expect(noneBeside(told({ pointIds: ['telephone', 'counter'], phrases: { ...version.phrases } }))).toBe(true);
  });

  it('C9 names the service points that come and those that go', () => {
    const found = told({ pointIds: ['telephone', 'workshop'] });
    expect(found).toMatchObject({ pointsAdded: ['workshop'], pointsGone: ['counter'] });
    expect(noneBeside(found)).toBe(false);
    expect(noneBeside(told({ pointIds: ['telephone'] }))).toBe(false);
  });

  it('C8 names other working hours', () => {
    expect(told({ calendarId: null }).hours).toEqual({ before: 'shop', after: null });
    expect(noneBeside(told({ calendarId: null }))).toBe(false);
  });

  it('names what is said otherwise, in which language, and only in those that are asked for', () => {
    const phrases = { Hook: { 'zh-Hant': '掛鉤', 'zh-Hans': '钩子' } };
    const reworded = { language: 'zh-Hans', text: 'Hook', before: '挂钩', after: '钩子' };
    expect(told({ phrases }).wordings).toEqual([reworded]);
    expect(noneBeside(told({ phrases }))).toBe(false);
    expect(noneBeside(told({ phrases }, ['zh-Hant']))).toBe(true);
  });
});
