import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from './shares.ts';

const tenths = (all: readonly number[]) => all.map((share) => Math.round(share * 1000));

test('percentages of a report add up to the whole', () => {
  expect(tenths(shares([1, 1, 1], 3))).toEqual([334, 333, 333]);
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }), (parts) => {
      const whole = parts.reduce((a, b) => a + b, 0);
      fc.pre(whole > 0);
      const shown = tenths(shares(parts, whole));
      expect(shown.reduce((a, b) => a + b, 0)).toBe(1000);
      // and none is further from the truth than rounding takes it
      shown.forEach((share, i) => expect(Math.abs(share - (parts[i]! / whole) * 1000)).toBeLessThan(1));
    }),
  );
});

test('what does not add up is not made to', () => {
  expect(shares([1, 1], 4)).toEqual([0.25, 0.25]);
  expect(shares([0, 0], 0)).toEqual([0, 0]);
});
