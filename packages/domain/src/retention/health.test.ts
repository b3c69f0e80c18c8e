import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../shared/period.ts';
import { onDay, type Facts, type PurchaseDay } from './facts.ts';
import { healthChange, healthOf, UNKNOWN_HEALTH } from './health.ts';
import type { Signal } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { stageOf } from './stage.ts';

const asOf = dayNumber('2011-12-10');
const of = (...purchases: PurchaseDay[]): Facts => ({ currency: 'GBP', purchases });

const anyFacts = fc
  .uniqueArray(
    fc.record({ day: fc.integer({ min: asOf - 500, max: asOf + 30 }), sold: fc.nat(50_000), returned: fc.nat(20_000) }),
    {
      selector: (each) => each.day,
      maxLength: 40,
    },
  )
  .map((days) => of(...days.sort((a, b) => a.day - b.day)));

describe('health', () => {
  test('a hand-computed customer: 100 − 50 − 30', () => {
    // 1 January to 10 March in two gaps: a rhythm of 34 days. 275 days silent is more than 5.5 times that; nothing recent.
    const facts = of(onDay('2011-01-01', 10_000), onDay('2011-02-01', 10_000), onDay('2011-03-10', 10_000));
    const health = healthOf(facts, asOf);
    expect(health.score).toBe(20);
    expect(health.reasons.map((r) => [r.signal, r.code, r.points])).toEqual([
      ['overdue', 'OVERDUE', 50],
      ['falling-spend', 'NOTHING_BOUGHT', 30],
    ]);
    expect(stageOf(facts, asOf, health.score)).toBe('LOST');
  });

  test('a steady customer is at 100 without reasons', () => {
    const monthly = Array.from({ length: 12 }, (_, i) => ({ day: asOf - 335 + i * 30, sold: 5_000, returned: 0 }));
    expect(healthOf(of(...monthly), asOf)).toEqual({ score: 100, reasons: [] });
  });

  test('too little history is said, not made up', () => {
    expect(healthOf(of(), asOf)).toEqual({
      score: UNKNOWN_HEALTH,
      reasons: [{ signal: 'history', code: 'NO_PURCHASE', points: 0, params: { purchases: 0 } }],
    });
    expect(healthOf(of(onDay('2011-12-01', 100)), asOf).reasons[0]).toMatchObject({
      code: 'TOO_LITTLE_HISTORY',
      points: 0,
    });
  });

  test('the reasons add up to the score exactly, whatever the history', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, reasons } = healthOf(facts, asOf);
        const off = reasons.reduce((sum, each) => sum + each.points, 0);
        expect(score === UNKNOWN_HEALTH ? off : score + off).toBe(score === UNKNOWN_HEALTH ? 0 : 100);
      }),
    );
  });

  test('they add up even when signals take more than 100 together', () => {
    const heavy = (name: string, points: number): Signal => ({
      ...SIGNALS[0]!,
      name,
      mostPoints: 90,
      judge: () => ({ points, code: 'X', params: {} }),
    });
    const { score, reasons } = healthOf(of(), asOf, [heavy('a', 40), heavy('b', 70), heavy('c', 5)]);
    expect(score).toBe(0);
    expect(reasons.map((r) => [r.signal, r.points])).toEqual([
      ['b', 70],
      ['a', 30],
    ]);
  });

  test('nothing after the as-of date counts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const past = { ...facts, purchases: facts.purchases.filter((each) => each.day <= asOf) };
        expect(healthOf(facts, asOf)).toEqual(healthOf(past, asOf));
        expect(stageOf(facts, asOf, 100)).toBe(stageOf(past, asOf, 100));
      }),
    );
  });

  test('every signal stays within its own most points', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const past = { ...facts, purchases: facts.purchases.filter((each) => each.day <= asOf) };
        for (const signal of SIGNALS) {
          const points = signal.judge(past, asOf)?.points ?? 0;
          expect(Number.isInteger(points) && points >= 0 && points <= signal.mostPoints).toBe(true);
        }
      }),
    );
  });

  test('a change needs two known scores', () => {
    expect(healthChange(70, 90)).toBe(-20);
    expect(healthChange(70, UNKNOWN_HEALTH)).toBe(0);
    expect(healthChange(UNKNOWN_HEALTH, 70)).toBe(0);
  });
});

describe('stage of life', () => {
  test.each([
    ['no purchase', of(), -1, 'PROSPECT'],
    ['first purchase last month', of(onDay('2011-11-10', 1)), -1, 'NEW'],
    ['bought nine months ago, once', of(onDay('2011-03-15', 1)), -1, 'LOST'],
    ['bought eight months ago, once', of(onDay('2011-04-15', 1)), -1, 'ACTIVE'],
    ['low health', of(onDay('2011-08-01', 1), onDay('2011-10-15', 1)), 59, 'COOLING'],
    ['good health', of(onDay('2011-08-01', 1), onDay('2011-10-15', 1)), 60, 'ACTIVE'],
  ] as const)('%s', (_, facts, score, stage) => {
    expect(stageOf(facts, asOf, score)).toBe(stage);
  });
});
