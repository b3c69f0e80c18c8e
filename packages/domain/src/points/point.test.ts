import { describe, expect, it } from 'vitest';
import { pointNames } from './names.ts';
import { pointIn, pointNameIn } from './point.ts';

describe('C5 a service point in the reader’s language', () => {
  const point = {
    name: 'Counter',
    address: 'Ground floor',
    note: null,
    words: { 'zh-Hant': { name: '櫃台', note: '週一休息' } },
  };

  it('is called and found in its own words where none were given', () => {
    expect(pointIn(point, 'zh-Hant')).toEqual({ name: '櫃台', address: 'Ground floor', note: null });
    expect(pointIn(point, 'en')).toEqual({ name: 'Counter', address: 'Ground floor', note: null });
    expect(pointIn({ ...point, words: 'unreadable' }, 'en').name).toBe('Counter');
    const { name, words } = point;
    expect(pointNameIn({ name, words }, 'zh-Hant')).toBe('櫃台');
    expect(pointNameIn({ name }, 'zh-Hant')).toBe('Counter');
  });
});

it('names of points in a sentence are said in the reader’s language', () => {
  const points = [{ name: 'Counter', words: { 'zh-Hant': { name: '門市櫃台' } } }, { name: 'Desk' }];
  expect(pointNames(points)).toEqual({
    names: 'Counter, Desk',
    phrases: { 'Counter, Desk': { en: 'Counter, Desk', 'zh-Hant': '門市櫃台、Desk', 'zh-Hans': 'Counter、Desk' } },
  });
});
