import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFor } from '../format/format.ts';
import { shares } from './shares.ts';

const shown = (parts: readonly number[], whole: number) => shares(parts, whole).map(formatFor('en', 'UTC').percent);

test('C1 as many lines are the same percentage of a file, wherever they stand', () => {
  expect(shown([1, 1, 4], 6)).toEqual(['16.7%', '16.7%', '66.7%']);
  expect(shown([2, 2, 2], 6)).toEqual(['33.3%', '33.3%', '33.3%']);
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), fc.nat(20), (parts, more) => {
      const whole = parts.reduce((a, b) => a + b, more);
      const each = shown(parts, whole);
      parts.forEach((part, i) => expect(each[i]).toBe(each[parts.indexOf(part)]));
    }),
  );
});

test('of nothing there is no share', () => {
  expect(shares([1, 1], 4)).toEqual([0.25, 0.25]);
  expect(shares([0, 0], 0)).toEqual([0, 0]);
});
