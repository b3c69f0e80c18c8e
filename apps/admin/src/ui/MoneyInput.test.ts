import { expect, it } from 'vitest';
import { minorOf } from './MoneyInput.tsx';

it('an amount is taken whether the field hands over a number or a text, and is never rounded', () => {
  expect([4.01, '4.01', 0, '', null, undefined, Number.NaN, 1.1].map((typed) => minorOf(typed, 100))).toEqual([
    401,
    401,
    0,
    null,
    null,
    null,
    null,
    110,
  ]);
  expect(Number.isInteger(minorOf(4.005, 100))).toBe(false);
  expect(minorOf(-5, 100)).toBe(-500);
});
