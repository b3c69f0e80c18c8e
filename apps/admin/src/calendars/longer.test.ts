import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLonger, isSound, minutesIn, toBeSure } from './longer.ts';

const day = { from: 540, to: 1020 };
const slip = { from: 540, to: 1980 };

test('C8 hours that can no longer be shortened are asked about where they get longer', () => {
  expect(toBeSure({ '1': [day] }, { '1': [day], '6': [day] }, true)).toEqual([{ key: '6', shifts: [day] }]);
  expect(toBeSure({ '1': [day] }, { '1': [{ from: 600, to: 900 }] }, true)).toEqual([]);
  // nobody was promised anything by them
  expect(toBeSure({ '1': [day] }, { '1': [day], '6': [day] }, false)).toEqual([]);
});

test('C8 an end before its beginning is asked about, once, whether or not anything was promised', () => {
  expect(toBeSure({ '1': [day] }, { '1': [slip] }, false)).toEqual([{ key: '1', shifts: [slip] }]);
  expect(toBeSure({ '1': [slip] }, { '1': [slip] }, false)).toEqual([]);
  expect(minutesIn([slip])).toBe(24 * 60);
});

test('C8 longer is any minute more, however the spans lie', () => {
  const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 10 })).map(([from, long]) => ({ from, to: from + long }));
  const minutes = (shifts: readonly { from: number; to: number }[]) =>
    new Set(shifts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), fc.array(span, { maxLength: 4 }), (before, after) => {
      expect(isLonger(before, after)).toBe([...minutes(after)].some((minute) => !minutes(before).has(minute)));
    }),
  );
});

test('hours that will be refused are not asked about first', () => {
  expect(isSound('C', { 1: [{ from: 540, to: 1020 }] })).toBe(true);
  const twice = [
    { from: 540, to: 1020 },
    { from: 600, to: 720 },
  ];
  expect(isSound('C', { 1: twice })).toBe(false);
  expect(isSound('C', {})).toBe(false);
});
