import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/period.ts';
import { onDay, type Facts } from '../facts.ts';
import { fallingSpend } from './falling-spend.ts';

// As of 10 December the recent 90 days begin on 12 September; 16 March to 11 September are 180 days before it.
const asOf = dayNumber('2011-12-10');
const history = (recent: number): Facts => ({
  currency: 'GBP',
  purchases: [
    onDay('2011-03-16', 30_000),
    onDay('2011-09-11', 10_000),
    ...(recent ? [onDay('2011-09-12', recent)] : []),
  ],
});

describe('falling spend', () => {
  // £400 in 180 days is £200 in 90.
  test.each([
    [20_000, 0, 0],
    [14_000, 30, 0],
    [10_000, 50, 9], // (0.5 − 0.3) / 0.7 × 30 = 8.57
    [2_000, 90, 26], // 25.71
    [50_000, 0, 0],
  ])('%i in 90 days where 20000 is usual: %i %% less, %i points', (recent, fall, points) => {
    expect(fallingSpend.judge(history(recent), asOf)).toMatchObject({
      points,
      code: 'FALLING_SPEND',
      params: {
        fall,
        window: 90,
        usual: { amount: 20_000, currency: 'GBP' },
        spent: { amount: recent, currency: 'GBP' },
      },
    });
  });

  test('nothing bought at all is 30 points and says so', () => {
    expect(fallingSpend.judge(history(0), asOf)).toMatchObject({ points: 30, code: 'NOTHING_BOUGHT' });
  });

  test('what was bought in another currency is in no amount, is told as left out, and is no yardstick', () => {
    const elsewhere = (date: string) => ({ ...onDay(date, 0), elsewhere: true });
    const facts = history(0);
    const abroad = { ...facts, purchases: [...facts.purchases, elsewhere('2011-12-01')] };
    expect(fallingSpend.judge(abroad, asOf)).toMatchObject({
      points: 30,
      code: 'SPEND_ELSEWHERE',
      params: { spent: { amount: 0, currency: 'GBP' }, usual: { amount: 20_000, currency: 'GBP' } },
    });
    // earlier purchases in another currency neither lengthen the time the average is over nor count among the two
    const before = { ...facts, purchases: [elsewhere('2010-03-16'), ...facts.purchases] };
    expect(fallingSpend.judge(before, asOf)).toEqual(fallingSpend.judge(facts, asOf));
    const one = { ...facts, purchases: [elsewhere('2010-03-16'), onDay('2011-03-16', 30_000)] };
    expect(fallingSpend.judge(one, asOf)).toBeNull();
  });

  test('a past shorter than the window, or a single earlier purchase, is no yardstick', () => {
    const young = {
      currency: 'GBP',
      purchases: [onDay('2011-06-15', 100), onDay('2011-07-01', 100), onDay('2011-12-01', 100)],
    };
    expect(fallingSpend.judge(young, asOf)).toBeNull();
    expect(
      fallingSpend.judge({ currency: 'GBP', purchases: [onDay('2011-01-05', 100), onDay('2011-12-01', 1)] }, asOf),
    ).toBeNull();
  });

  test('spending more never costs points', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const points = (recent: number) => fallingSpend.judge(history(recent), asOf)!.points;
        expect(points(more)).toBeLessThanOrEqual(points(less));
      }),
    );
  });
});
