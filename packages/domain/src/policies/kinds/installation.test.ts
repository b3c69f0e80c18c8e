import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf, sentencesOf } from '../sentences/sentence.ts';
import { installation } from './installation.ts';

const purchase = { at: '2026-03-02', boughtOn: '2026-03-02', code: '22423', value: 1000 };
const term = {
  withinDays: 3,
  countedFrom: 'DELIVERY',
  freeOfCharge: true,
  checklist: ['level it', 'try it'],
  conduct: ['shoe covers', 'clean up'],
};
const judge = (on: string, of: object = {}, over: object = {}) =>
  installation.judge({ ...term, ...over }, {}, { ...purchase, ...of }, on, judgeContext());

describe('installation with its conduct checklist (C15)', () => {
  it('is due so many days after delivery, with its steps and the conduct', () => {
    expect(judge('2026-03-05', { deliveredOn: '2026-03-05' })).toMatchObject({
      outcome: 'REFUSED',
      countedFrom: '2026-03-05',
      result: {
        dueOn: '2026-03-08',
        checklist: ['level it', 'try it'],
        conduct: ['shoe covers', 'clean up'],
        freeOfCharge: true,
      },
    });
  });

  it.each([
    ['2026-03-08', 'REFUSED'],
    ['2026-03-09', 'ALLOWED'],
  ])('on %s the broken promise can be claimed: %s', (on, outcome) => {
    expect(judge(on, { deliveredOn: '2026-03-05' }).outcome).toBe(outcome);
  });

  it('where nobody wrote the delivery down it counts from the purchase, and says so', () => {
    const verdict = judge('2026-03-06');
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', countedFrom: '2026-03-02', result: { dueOn: '2026-03-05' } });
    expect(sentencesOf(verdict.steps, 'en')).toEqual([
      'The time is counted from delivery, and no day of delivery is on record: it is counted from the day of purchase, 2 Mar 2026, in the customer’s favour.',
      'It is promised by 5 Mar 2026.',
      'On 6 Mar 2026 the promise was broken by 1 day: its last day was 5 Mar 2026.',
    ]);
    expect(judge('2026-03-05', {}, { countedFrom: 'PURCHASE' }).steps[0]?.code).toBe('COUNTED_FROM_PURCHASE');
  });

  it('promises in sentences', () => {
    expect(sentenceOf(installation.promise(term, 'GBP'), 'en')).toBe(
      'It is installed within 3 days of delivery, free of charge. What is done: level it and try it. Whoever comes keeps to this: shoe covers and clean up.',
    );
    const bare = { ...term, withinDays: 0, freeOfCharge: false, checklist: [], conduct: [] };
    expect(sentenceOf(installation.promise(bare, 'GBP'), 'en')).toBe(
      'It is installed on the day of delivery, at the disclosed charge.',
    );
    expect(sentenceOf(installation.promise(bare, 'TWD'), 'zh-Hant')).toBe('送達當天完成安裝，費用依收費標準。');
    expect(sentenceOf(installation.promise({ ...term, countedFrom: 'PURCHASE' }, 'CNY'), 'zh-Hans')).toBe(
      '购买次日起 3 天内完成安装，免费。安装内容：level it和try it。上门人员遵守：shoe covers和clean up。',
    );
  });
});
