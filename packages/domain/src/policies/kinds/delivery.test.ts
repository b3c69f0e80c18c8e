import { judgeContext, weekdays } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf, sentencesOf } from '../sentences/sentence.ts';
import { delivery } from './delivery.ts';

// a Thursday
const purchase = { at: '2026-12-24', boughtOn: '2026-12-24', code: '22423', value: 1000 };
const term = { withinDays: 2, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: ['check for damage'] };
const working = { ...term, clock: 'WORKING_DAYS' };
const judge = (params: object, on: string, of: object = {}) =>
  delivery.judge({ ...params }, {}, { ...purchase, ...of }, on, judgeContext());

describe('delivery (C14)', () => {
  it('names the day, and what is ticked off', () => {
    expect(judge(term, '2026-12-24').result).toEqual({
      dueOn: '2026-12-26',
      checklist: ['check for damage'],
      freeOfCharge: true,
    });
  });

  it('working days leave out the weekend and the holiday', () => {
    // Friday 25 is Christmas: the first working day after Thursday is Monday 28, the second Tuesday 29
    expect(judge(working, '2026-12-24').result).toMatchObject({ dueOn: '2026-12-29' });
    expect(judge({ ...working, withinDays: 0 }, '2026-12-24').result).toMatchObject({ dueOn: '2026-12-24' });
    expect(judge({ ...working, withinDays: 0 }, '2026-12-25', { boughtOn: '2026-12-25' }).result).toMatchObject({
      dueOn: '2026-12-28',
    });
  });

  it.each([
    ['2026-12-26', 'REFUSED'],
    ['2026-12-27', 'ALLOWED'],
  ])('nothing delivered, on %s the broken promise can be claimed: %s', (on, outcome) => {
    const verdict = judge(term, on);
    expect(verdict).toMatchObject({ outcome, countedFrom: '2026-12-24', deadline: null });
    expect(verdict.steps.at(-1)?.code).toBe(outcome === 'ALLOWED' ? 'PROMISE_OVERDUE' : 'PROMISE_NOT_YET_DUE');
  });

  it('what was delivered in time is not late, however late the claim; what was not stays late', () => {
    expect(judge(term, '2027-06-01', { deliveredOn: '2026-12-26' }).outcome).toBe('REFUSED');
    const late = judge(term, '2027-06-01', { deliveredOn: '2026-12-28' });
    expect(late.outcome).toBe('ALLOWED');
    expect(sentencesOf(late.steps, 'en')).toEqual([
      'The time is counted from the day of purchase, 24 Dec 2026.',
      'It is promised by 26 Dec 2026.',
      'It was delivered on 28 Dec 2026.',
      'On 28 Dec 2026 the promise was broken by 2 days: its last day was 26 Dec 2026.',
    ]);
  });

  it('without a calendar asks for one', () => {
    expect(() => delivery.judge(working, {}, purchase, '2026-12-24', judgeContext({ calendar: null }))).toThrow(
      expect.objectContaining({ code: 'CALENDAR_MISSING' }),
    );
    expect(delivery.needsCalendar(working)).toBe(true);
    expect(delivery.needsCalendar(term)).toBe(false);
  });

  it('a day beyond the years of the calendar is an error, never a guess', () => {
    const calendar = { ...weekdays, years: [2026] };
    expect(() =>
      delivery.judge({ ...working, withinDays: 5 }, {}, purchase, '2026-12-24', judgeContext({ calendar })),
    ).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }));
  });

  it('promises in sentences', () => {
    expect(sentenceOf(delivery.promise(working, 'GBP'), 'en')).toBe(
      'It is delivered within 2 working days of purchase, free of charge. On delivery: check for damage.',
    );
    const sameDay = { ...working, withinDays: 0, freeOfCharge: false, checklist: [] };
    expect(sentenceOf(delivery.promise(sameDay, 'GBP'), 'en')).toBe(
      'It is delivered on the day of purchase, or the next working day, at the disclosed charge.',
    );
    expect(sentenceOf(delivery.promise(sameDay, 'TWD'), 'zh-Hant')).toBe(
      '購買當天送達，當天休息則於下一個工作日送達，運費依收費標準。',
    );
    expect(sentenceOf(delivery.promise({ ...term, checklist: [] }, 'CNY'), 'zh-Hans')).toBe(
      '自购买次日起 2 天内送达，免运费。',
    );
  });
});
