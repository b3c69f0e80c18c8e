import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../sentences/sentence.ts';
import { training } from './training.ts';
import { derivedWorsenings } from './worsenings.ts';

const purchase = { at: '2026-03-02', boughtOn: '2026-03-02', code: '22423', value: 1000 };
const term = {
  sessions: 2,
  minutesEach: 45,
  topics: ['Baking', 'Cleaning'],
  withinDays: 30,
  countedFrom: 'PURCHASE',
};
const judge = (claim: object, on: string, over: object = {}) =>
  training.judge({ ...term, ...over }, { ...claim }, purchase, on, judgeContext());

describe('training (C17)', () => {
  it.each([
    [{}, '2026-04-01', 'ALLOWED', 'TRAINING_IN_TIME'],
    [{}, '2026-04-02', 'REFUSED', 'TRAINING_LATE'],
    [{ sessionsTaken: 1 }, '2026-03-03', 'ALLOWED', 'TRAINING_IN_TIME'],
    [{ sessionsTaken: 2 }, '2026-03-03', 'REFUSED', 'TRAINING_USED_UP'],
    [{ sessionsTaken: 9 }, '2026-03-03', 'REFUSED', 'TRAINING_USED_UP'],
    [{ topic: ['baking '] }, '2026-03-03', 'ALLOWED', 'TRAINING_IN_TIME'],
    [{ topic: ['Frying'] }, '2026-03-03', 'REFUSED', 'TRAINING_TOPIC'],
  ])('%j on %s: %s', (claim, on, outcome, code) => {
    const verdict = judge(claim, on);
    expect(verdict).toMatchObject({ outcome, countedFrom: '2026-03-02', deadline: '2026-04-01' });
    expect(verdict.remedy).toBe(outcome === 'ALLOWED' ? 'SERVICE' : null);
    expect(verdict.steps.at(-1)?.code).toBe(code);
  });

  it('counts what is left, never below none', () => {
    expect(judge({ sessionsTaken: 1 }, '2026-03-03').result).toEqual({
      sessionsLeft: 1,
      minutesEach: 45,
      topics: ['Baking', 'Cleaning'],
    });
    expect(judge({ sessionsTaken: 9 }, '2026-03-03').result).toMatchObject({ sessionsLeft: 0 });
  });

  it('is on any topic where none is named', () => {
    expect(judge({ topic: ['Frying'] }, '2026-03-03', { topics: [] }).outcome).toBe('ALLOWED');
  });

  it('never runs out by a delivery nobody can show', () => {
    expect(judge({}, '2036-01-01', { countedFrom: 'DELIVERY' })).toMatchObject({ outcome: 'ALLOWED', deadline: null });
  });

  it('promises and judges in sentences', () => {
    expect(sentenceOf(training.promise(term, 'GBP'), 'en')).toBe(
      '2 training sessions of 45 minutes, on Baking and Cleaning, to be taken within 30 days of purchase.',
    );
    expect(sentenceOf(training.promise({ ...term, topics: [] }, 'TWD'), 'zh-Hant')).toBe(
      '自購買次日起 30 天內可使用 2 堂教育訓練，每堂 45 分鐘，主題不限。',
    );
    expect(judge({ sessionsTaken: 1 }, '2026-03-03').steps.map((each) => sentenceOf(each, 'en'))).toEqual([
      'The time is counted from the day of purchase, 2 Mar 2026.',
      '1 session is left.',
      'It was asked for on 3 Mar 2026, in time: the last day is 1 Apr 2026.',
    ]);
    expect(sentenceOf(judge({ topic: ['Frying'] }, '2026-03-03').steps.at(-1)!, 'en')).toBe(
      '“Frying” is not among the promised topics: Baking and Cleaning.',
    );
  });
});

describe('a list that means everything when it is empty (S11)', () => {
  const worse = (before: readonly string[], after: readonly string[]) => {
    const [was, is] = [
      { ...term, topics: before },
      { ...term, topics: after },
    ];
    return training.worse(was, is, derivedWorsenings(training.params, was, is)).map(({ field }) => field);
  };

  it.each([
    [[], ['a'], ['topics']],
    [['a'], [], []],
    [['a'], ['a', 'b'], []],
    [['a', 'b'], ['a'], ['topics']],
    [['a'], ['b'], ['topics']],
    [['a', 'b'], ['b', 'a'], []],
    [[], [], []],
  ])('from %j to %j is worse in %j', (before, after, fields) => {
    expect(worse(before, after)).toEqual(fields);
  });

  it('leaves what is said of the other fields as it is', () => {
    const is = { ...term, topics: [], sessions: 1 };
    expect(training.worse(term, is, derivedWorsenings(training.params, term, is)).map(({ field }) => field)).toEqual([
      'sessions',
    ]);
  });
});
