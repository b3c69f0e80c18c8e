import { expect, test } from 'vitest';
import { isEmptied } from './isEmptied.ts';

test('a date is emptied when nothing of it is left, not while it is half typed', () => {
  expect(isEmptied({ value: '', validity: { badInput: false } })).toBe(true);
  expect(isEmptied({ value: '', validity: { badInput: true } })).toBe(false);
  expect(isEmptied({ value: '2011-12-10', validity: { badInput: false } })).toBe(false);
});
