import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/period.ts';
import { onDay, type Facts } from '../facts.ts';
import { overdue } from './overdue.ts';

const bought = (...dates: string[]): Facts => ({ currency: 'GBP', purchases: dates.map((d) => onDay(d, 1000)) });

describe('overdue against the own rhythm', () => {
  // Purchases on 1, 11 and 21 March: a rhythm of 10 days.
  const everyTenDays = bought('2011-03-01', '2011-03-11', '2011-03-21');

  test.each([
    ['2011-04-05', 15, 0], // 1.5 times: not yet
    ['2011-04-10', 20, 6], // 2 times: 0.5 × 12.5 = 6.25
    ['2011-04-30', 40, 31], // 4 times: 2.5 × 12.5 = 31.25
    ['2011-05-15', 55, 50], // 5.5 times
    ['2012-03-21', 366, 50],
  ])('on %s, %i days later, %i points', (day, days, points) => {
    expect(overdue.judge(everyTenDays, dayNumber(day))).toEqual({
      points,
      code: 'OVERDUE',
      params: { days, rhythm: 10, last: '2011-03-21' },
    });
  });

  test('a rhythm shorter than a week counts as a week', () => {
    const daily = bought('2011-03-01', '2011-03-02', '2011-03-03');
    expect(overdue.judge(daily, dayNumber('2011-03-13'))?.points).toBe(0);
    expect(overdue.judge(daily, dayNumber('2011-03-17'))?.points).toBe(6); // 14 days = 2 × 7
  });

  test('two purchases are no rhythm, and a day with nothing but a return is no purchase', () => {
    expect(overdue.judge(bought('2011-03-01', '2011-03-11'), dayNumber('2011-12-01'))).toBeNull();
    const facts = {
      currency: 'GBP',
      purchases: [...bought('2011-03-01', '2011-03-11').purchases, onDay('2011-03-20', 0, 500)],
    };
    expect(overdue.judge(facts, dayNumber('2011-12-01'))).toBeNull();
  });

  test('a purchase in another currency is one of the rhythm', () => {
    const { currency, purchases } = everyTenDays;
    const inAny = { currency, purchases: purchases.map((each) => ({ ...each, sold: 0, elsewhere: true })) };
    const on = dayNumber('2011-04-30');
    expect(overdue.judge(inAny, on)).toEqual(overdue.judge(everyTenDays, on));
  });

  test('a later last purchase never costs more points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 20 }),
        fc.nat(200),
        fc.nat(600),
        (gaps, later, wait) => {
          const days = gaps.reduce((all, gap) => [...all, all.at(-1)! + gap], [15_000]);
          const moved = [...days.slice(0, -1), days.at(-1)! + later];
          const asOf = moved.at(-1)! + wait;
          const points = (on: number[]) =>
            overdue.judge({ currency: 'GBP', purchases: on.map((day) => ({ day, sold: 1, returned: 0 })) }, asOf)!
              .points;
          expect(points(moved)).toBeLessThanOrEqual(points(days));
        },
      ),
    );
  });
});
