import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../shared/period.ts';
import { onDay } from './facts.ts';
import { assign, nextStep, valueAtRisk, WorstFirst, type LastWarning } from './queue.ts';
import { DEFAULT_SETTINGS, queueCapacity } from './settings.ts';
import { dismissal, severityOf } from './warning.ts';

const settings = { warnBelow: 60, margin: 10 };
const last = (status: LastWarning['status'], score = 50, recovered = false): LastWarning => ({
  status,
  score,
  recovered,
});

describe('value at risk', () => {
  test('net revenue of 365 days times the health that is gone, rounded half to even', () => {
    const facts = {
      currency: 'GBP',
      purchases: [
        onDay('2010-12-10', 99_999),
        onDay('2010-12-11', 1_000),
        onDay('2011-06-01', 250, 205),
        onDay('2011-12-11', 7_777),
      ],
    };
    // 10 December 2010 is the 366th day back and 11 December 2011 has not come: 1045 × 30 % = 313.5.
    expect(valueAtRisk(facts, dayNumber('2011-12-10'), 70)).toBe(314);
    expect(valueAtRisk(facts, dayNumber('2011-12-10'), -1)).toBe(0);
  });

  test('a customer who returned more than they bought puts nothing at risk', () => {
    expect(
      valueAtRisk({ currency: 'GBP', purchases: [onDay('2011-12-01', 100, 500)] }, dayNumber('2011-12-10'), 0),
    ).toBe(0);
  });
});

describe('two thresholds keep warnings from flapping', () => {
  test.each([
    [59, null, 'RAISE'],
    [60, null, 'NONE'],
    [-1, null, 'NONE'],
    [-1, last('OPEN'), 'NONE'],
    [30, last('OPEN'), 'REFRESH'],
    [69, last('OPEN'), 'REFRESH'],
    [70, last('OPEN'), 'RECOVER'],
    [41, last('DISMISSED'), 'NONE'],
    [40, last('DISMISSED'), 'RAISE'],
    [70, last('DISMISSED'), 'RECOVER'],
    [59, last('DISMISSED', 50, true), 'RAISE'],
    [90, last('DISMISSED', 50, true), 'NONE'],
    [10, last('PLANNED'), 'NONE'],
    [90, last('PLANNED'), 'NONE'],
    [45, last('CLOSED'), 'NONE'],
    [40, last('CLOSED'), 'RAISE'],
  ] as const)('health %i after %o: %s', (score, before, step) => {
    expect(nextStep(score, before, settings)).toBe(step);
  });
});

describe('the queue', () => {
  test('is as long as the staff can work through before the newest falls due', () => {
    expect(queueCapacity(DEFAULT_SETTINGS, 4)).toBe(5 * 3 * 4);
    expect(queueCapacity(DEFAULT_SETTINGS, 0)).toBe(15);
  });

  test('keeps the worst by value at risk, in an order that does not depend on who came first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 200 }), fc.nat(20), (values, size) => {
        const all = values.map((v) => ({ customerId: String(v), valueAtRisk: v % 50 }));
        const worst = new WorstFirst(size);
        for (const each of all) worst.offer(each);
        const expected = all
          .filter((c) => c.valueAtRisk > 0)
          .sort((a, b) => b.valueAtRisk - a.valueAtRisk || (a.customerId < b.customerId ? -1 : 1))
          .slice(0, size);
        expect(worst.take()).toEqual(expected);
      }),
    );
  });

  test('work goes to whoever has least of it', () => {
    expect(
      assign(
        4,
        new Map([
          ['ann', 2],
          ['bob', 0],
        ]),
      ),
    ).toEqual(['bob', 'bob', 'ann', 'bob']);
    expect(assign(2, new Map())).toEqual([null, null]);
  });

  test('severity follows the threshold', () => {
    expect([23, 24, 47, 48].map((score) => severityOf(score, 60))).toEqual(['HIGH', 'MEDIUM', 'MEDIUM', 'LOW']);
  });

  test('a warning is dismissed once, with a reason', () => {
    expect(dismissal('OPEN', '  seasonal shop ')).toBe('seasonal shop');
    expect(() => dismissal('OPEN', ' x ')).toThrow(
      expect.objectContaining({ code: 'REASON_MISSING', path: ['reason'] }),
    );
    expect(() => dismissal('PLANNED', 'seasonal shop')).toThrow(expect.objectContaining({ code: 'WARNING_NOT_OPEN' }));
  });
});
