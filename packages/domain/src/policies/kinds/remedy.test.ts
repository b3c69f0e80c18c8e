import { arbitraryParams, judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/period.ts';
import { sentenceOf, sentencesOf } from '../sentences/sentence.ts';
import { remedy } from './remedy.ts';

const purchase = { at: '2026-01-31', boughtOn: '2026-01-31', code: '22423', value: 1000 };
const term = {
  refundDays: 7,
  replaceDays: 15,
  repairMonths: 1,
  maxRepairs: 2,
  conditions: ['DEFECT', 'WRONG_ITEM'],
  countedFrom: 'PURCHASE',
};
const judge = (claim: object, on: string, over: object = {}, of: object = {}) =>
  remedy.judge({ ...term, ...over }, { ...claim }, { ...purchase, ...of }, on, judgeContext());

describe('remedy: 三包, refund, replacement, repair (C11)', () => {
  it.each([
    ['2026-01-31', 'REFUND', '2026-02-07'],
    ['2026-02-07', 'REFUND', '2026-02-07'],
    ['2026-02-08', 'REPLACE', '2026-02-15'],
    ['2026-02-15', 'REPLACE', '2026-02-15'],
    ['2026-02-16', 'REPAIR', '2026-02-28'],
    ['2026-02-28', 'REPAIR', '2026-02-28'],
  ])('without a wish, on %s the best is %s, until %s', (on, what, deadline) => {
    expect(judge({}, on)).toMatchObject({ outcome: 'ALLOWED', remedy: what, deadline, countedFrom: '2026-01-31' });
  });

  it('after the last window nothing is open, and the deadline shown is the last of them', () => {
    const verdict = judge({}, '2026-03-01');
    expect(verdict).toMatchObject({ outcome: 'REFUSED', remedy: null, deadline: '2026-02-28', result: { open: [] } });
    expect(verdict.steps.at(-1)).toEqual({ code: 'REMEDY_NONE', params: { on: '2026-03-01' } });
    expect(judge({}, '2026-03-01', { replaceDays: 28 })).toMatchObject({ deadline: '2026-02-28' });
    expect(judge({}, '2026-04-01', { replaceDays: 29 })).toMatchObject({ deadline: '2026-03-01' });
  });

  it.each([
    ['REPAIR', '2026-02-01', 'REPAIR', 'REMEDY_WISHED'],
    ['REPLACE', '2026-02-01', 'REPLACE', 'REMEDY_WISHED'],
    ['REFUND', '2026-02-01', 'REFUND', 'REMEDY_WISHED'],
    ['REFUND', '2026-02-08', 'REPLACE', 'REMEDY_INSTEAD'],
    ['REFUND', '2026-02-20', 'REPAIR', 'REMEDY_INSTEAD'],
    ['REPLACE', '2026-02-16', 'REPAIR', 'REMEDY_INSTEAD'],
    ['ANY', '2026-02-01', 'REFUND', 'REMEDY_BEST'],
  ])('who wishes for %s on %s gets %s', (wish, on, what, code) => {
    const verdict = judge({ wish }, on);
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', remedy: what });
    expect(verdict.steps.at(-1)?.code).toBe(code);
  });

  it('a wish for less than is open is met, a wish for what was never offered gets the best that is', () => {
    expect(judge({ wish: 'REPAIR' }, '2026-02-01', { repairMonths: 0 })).toMatchObject({ remedy: 'REFUND' });
    expect(judge({ wish: 'REPLACE' }, '2026-02-01', { replaceDays: 0 })).toMatchObject({ remedy: 'REFUND' });
    expect(judge({ wish: 'REFUND' }, '2026-02-01', { refundDays: 0 }).steps.map((each) => each.code)).toEqual([
      'COUNTED_FROM_PURCHASE',
      'REMEDY_NOT_OFFERED',
      'REMEDY_OPEN',
      'REMEDY_OPEN',
      'REMEDY_INSTEAD',
    ]);
  });

  it('replaces what was repaired in vain, for as long as it would be repaired', () => {
    expect(judge({ wish: 'REPLACE', repairsDone: 1 }, '2026-02-28')).toMatchObject({ remedy: 'REPAIR' });
    const enough = judge({ wish: 'REPLACE', repairsDone: 2 }, '2026-02-28');
    expect(enough).toMatchObject({
      remedy: 'REPLACE',
      deadline: '2026-02-28',
      result: { open: ['REPLACE', 'REPAIR'] },
    });
    expect(enough.steps.map((each) => each.code)).toContain('REMEDY_REPAIRED_ENOUGH');
    expect(judge({ repairsDone: 5 }, '2026-02-28')).toMatchObject({ remedy: 'REPLACE' });
    expect(judge({ repairsDone: 5 }, '2026-03-01')).toMatchObject({ outcome: 'REFUSED' });
    expect(judge({ repairsDone: 2 }, '2026-02-10')).toMatchObject({ remedy: 'REPLACE', deadline: '2026-02-28' });
    const alike = judge({ repairsDone: 2 }, '2026-02-10', { replaceDays: 28 });
    expect(alike.steps.map((each) => each.code)).not.toContain('REMEDY_REPAIRED_ENOUGH');
    expect(judge({ repairsDone: 2 }, '2036-01-01', { countedFrom: 'DELIVERY', refundDays: 0 })).toMatchObject({
      remedy: 'REPLACE',
      deadline: null,
    });
    const longer = judge({ repairsDone: 2 }, '2026-02-10', { replaceDays: 60 });
    expect(longer).toMatchObject({ remedy: 'REPLACE', deadline: '2026-04-01' });
    expect(longer.steps.map((each) => each.code)).not.toContain('REMEDY_REPAIRED_ENOUGH');
  });

  it('C11 who was repaired in vain often enough gets a replacement, even where another repair is wished for', () => {
    expect(judge({ wish: 'REPAIR', repairsDone: 1 }, '2026-02-28')).toMatchObject({ remedy: 'REPAIR' });
    const enough = judge({ wish: 'REPAIR', repairsDone: 2 }, '2026-02-28');
    expect(enough).toMatchObject({ outcome: 'ALLOWED', remedy: 'REPLACE', deadline: '2026-02-28' });
    expect(sentencesOf(enough.steps, 'en').slice(-2)).toEqual([
      'The same defect was repaired in vain 2 times; after 2 the goods are replaced.',
      'The customer wished for another repair and gets a replacement instead.',
    ]);
    // also where the replacement is open for itself
    const longer = judge({ wish: 'REPAIR', repairsDone: 2 }, '2026-02-10', { replaceDays: 60 });
    expect(longer).toMatchObject({ remedy: 'REPLACE', deadline: '2026-04-01' });
    expect(longer.steps.slice(-2).map((each) => each.code)).toEqual([
      'REMEDY_REPAIRED_ENOUGH',
      'REMEDY_NO_MORE_REPAIRS',
    ]);
    const onlyRefund = judge({ wish: 'REPAIR', repairsDone: 2 }, '2026-03-05', { refundDays: 60 });
    expect(onlyRefund).toMatchObject({ remedy: 'REFUND' });
    expect(onlyRefund.steps.at(-1)?.code).toBe('REMEDY_INSTEAD');
    expect(judge({ wish: 'REFUND', repairsDone: 2 }, '2026-02-01')).toMatchObject({ remedy: 'REFUND' });
    expect(judge({ wish: 'REPAIR', repairsDone: 2 }, '2026-03-01')).toMatchObject({ outcome: 'REFUSED', remedy: null });
  });

  it('refuses a condition that is not covered, and names those that are', () => {
    const verdict = judge({ condition: 'MISUSE' }, '2026-02-01');
    expect(verdict).toMatchObject({ outcome: 'REFUSED', remedy: null });
    expect(sentencesOf(verdict.steps, 'en')).toEqual([
      'The condition is misuse; covered is only a defect or the wrong item.',
    ]);
    expect(judge({ condition: 'WRONG_ITEM' }, '2026-02-01').outcome).toBe('ALLOWED');
  });

  it('never refuses by a delivery nobody can show', () => {
    const verdict = judge({}, '2036-01-01', { countedFrom: 'DELIVERY' });
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', remedy: 'REFUND', deadline: null, countedFrom: null });
    expect(judge({}, '2026-02-12', { countedFrom: 'DELIVERY' }, { deliveredOn: '2026-02-05' })).toMatchObject({
      remedy: 'REFUND',
      deadline: '2026-02-12',
    });
  });

  it('says which windows are open and which are closed', () => {
    expect(sentencesOf(judge({ wish: 'REFUND' }, '2026-02-10').steps, 'en')).toEqual([
      'The time is counted from the day of purchase, 31 Jan 2026.',
      'For a refund it is too late: the last day was 7 Feb 2026.',
      'For a replacement it is in time: the last day is 15 Feb 2026.',
      'For a repair it is in time: the last day is 28 Feb 2026.',
      'The customer wished for a refund, which is not open; the best that is open is a replacement.',
    ]);
  });

  it('promises in sentences', () => {
    expect(sentenceOf(remedy.promise(term, 'GBP'), 'en')).toBe(
      'In case of a defect or the wrong item, goods are refunded for 7 days, replaced for 15 days and repaired for 1 month from purchase; after 2 failed repairs of the same defect they are replaced.',
    );
    expect(sentenceOf(remedy.promise(term, 'GBP'), 'zh-Hant')).toBe(
      '若有商品瑕疵、送錯商品，自購買次日起 7 天內包退、15 天內包換、1 個月內包修；同一瑕疵 2 次未修好即換貨。',
    );
    expect(sentenceOf(remedy.promise({ ...term, refundDays: 0, repairMonths: 0 }, 'GBP'), 'zh-Hans')).toBe(
      '若有商品缺陷、送错商品，自购买次日起 15 天内包换。',
    );
  });

  it('time only ever closes windows', () => {
    const wish = fc.constantFrom('ANY', 'REFUND', 'REPLACE', 'REPAIR');
    fc.assert(
      fc.property(arbitraryParams(remedy), wish, fc.nat(4), fc.nat(900), fc.nat(60), (params, w, repairsDone, a, b) => {
        const claim = { wish: w, repairsDone, condition: 'DEFECT' };
        const at = (day: number) => {
          const verdict = remedy.judge(params, claim, purchase, addDays('2026-01-31', day), judgeContext());
          return (verdict.result?.open ?? []) as readonly string[];
        };
        expect(at(a)).toEqual(expect.arrayContaining([...at(a + b)]));
      }),
    );
  });
});
