import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/period.ts';
import { onDay, type Facts } from '../facts.ts';
import { risingReturns } from './rising-returns.ts';

const asOf = dayNumber('2011-12-10');
// Before: 2 % of £500 came back.
const history = (sold: number, returned: number): Facts => ({
  currency: 'GBP',
  purchases: [onDay('2011-01-10', 30_000, 1_000), onDay('2011-03-10', 20_000), onDay('2011-11-01', sold, returned)],
});

describe('rising returns', () => {
  test.each([
    [10_000, 200, 2, 0],
    [10_000, 700, 7, 0], // 5 percentage points more: not yet
    [10_000, 1_700, 17, 10],
    [10_000, 2_700, 27, 20],
    [10_000, 30_000, 100, 20],
    [0, 500, 100, 20],
    [0, 0, 0, 0],
  ])('sold %i, returned %i: %i %%, %i points', (sold, returned, now, points) => {
    expect(risingReturns.judge(history(sold, returned), asOf)).toMatchObject({
      points,
      code: 'RISING_RETURNS',
      params: { now, before: 2, returned: { amount: returned, currency: 'GBP' } },
    });
  });

  test('where something was bought in another currency, the share is told of the own one alone', () => {
    const { currency, purchases } = history(0, 500);
    const abroad = { ...onDay('2011-12-01', 0), elsewhere: true };
    expect(risingReturns.judge({ currency, purchases: [...purchases, abroad] }, asOf)).toMatchObject({
      code: 'RETURNS_ELSEWHERE',
      params: { now: 100, returned: { amount: 500, currency: 'GBP' } },
    });
  });

  test('without a past there is nothing to rise from', () => {
    expect(risingReturns.judge({ currency: 'GBP', purchases: [onDay('2011-11-01', 100, 100)] }, asOf)).toBeNull();
  });

  test('returning more never takes points away', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), fc.nat(50_000), (sold, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const points = (returned: number) => risingReturns.judge(history(sold, returned), asOf)!.points;
        expect(points(less)).toBeLessThanOrEqual(points(more));
      }),
    );
  });
});
