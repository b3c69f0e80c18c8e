import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber } from '../shared/period.ts';
import { addWorkingDays, mondayOf } from './working-days.ts';

test.each([
  ['2011-12-09', 1, [], '2011-12-12'], // Friday to Monday
  ['2011-12-10', 3, [], '2011-12-14'], // Saturday to Wednesday
  ['2011-12-07', 0, [], '2011-12-07'],
  ['2011-12-10', 0, [], '2011-12-12'],
  ['2011-12-23', 1, ['2011-12-26', '2011-12-27'], '2011-12-28'],
])('%s + %i working days, closed on %o: %s', (from, count, closed, expected) => {
  expect(addWorkingDays(from, count, closed)).toBe(expected);
});

test('always lands on a day that is worked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), fc.nat(60), (offset, count) => {
      const day = dayNumber(addWorkingDays(addDays('1970-01-01', offset), count));
      expect(day - mondayOf(day)).toBeLessThan(5);
    }),
  );
});

test('a calendar without a working day is refused, not looped over', () => {
  const closed = Array.from({ length: 800 }, (_, i) => addDays('2011-01-01', i));
  expect(() => addWorkingDays('2011-01-01', 1, closed)).toThrow(expect.objectContaining({ code: 'NO_WORKING_DAYS' }));
});
