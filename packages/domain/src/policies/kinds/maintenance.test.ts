import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../sentences/sentence.ts';
import { maintenance } from './maintenance.ts';

const purchase = { at: '2026-08-31', boughtOn: '2026-08-31', code: '22423', value: 1000 };
const term = {
  everyMonths: 6,
  visits: 3,
  partsIncluded: false,
  labourIncluded: true,
  partsDiscount: 20,
  countedFrom: 'PURCHASE',
};
const judge = (visitsDone: number, on: string, over: object = {}, of: object = {}) =>
  maintenance.judge({ ...term, ...over }, { visitsDone }, { ...purchase, ...of }, on, judgeContext());

describe('maintenance (C18)', () => {
  it('plans every visit from the day it counts from, month ends kept', () => {
    expect(judge(0, '2026-09-01').result).toEqual({
      schedule: ['2027-02-28', '2027-08-31', '2028-02-29'],
      nextDue: '2027-02-28',
      partsIncluded: false,
      labourIncluded: true,
      partsDiscount: 20,
    });
  });

  it.each([
    [0, '2027-02-27', 'REFUSED', 'MAINTENANCE_NOT_YET', '2027-02-28'],
    [0, '2027-02-28', 'ALLOWED', 'MAINTENANCE_DUE', '2027-02-28'],
    [0, '2031-01-01', 'ALLOWED', 'MAINTENANCE_DUE', '2027-02-28'],
    [1, '2027-03-01', 'REFUSED', 'MAINTENANCE_NOT_YET', '2027-08-31'],
    [2, '2028-02-29', 'ALLOWED', 'MAINTENANCE_DUE', '2028-02-29'],
    [3, '2031-01-01', 'REFUSED', 'MAINTENANCE_ALL_DONE', null],
    [99, '2031-01-01', 'REFUSED', 'MAINTENANCE_ALL_DONE', null],
  ])('after %i visits, on %s: %s', (done, on, outcome, code, nextDue) => {
    const verdict = judge(done, on);
    expect(verdict).toMatchObject({
      outcome,
      remedy: outcome === 'ALLOWED' ? 'SERVICE' : null,
      deadline: null,
      result: { nextDue },
    });
    expect(verdict.steps.at(-1)?.code).toBe(code);
  });

  it('counts from delivery where that was promised, and from the purchase while nobody knows of one', () => {
    const over = { countedFrom: 'DELIVERY' };
    expect(judge(0, '2026-09-01', over, { deliveredOn: '2026-09-15' })).toMatchObject({
      countedFrom: '2026-09-15',
      result: { nextDue: '2027-03-15' },
    });
    expect(judge(0, '2026-09-01', over)).toMatchObject({
      countedFrom: '2026-08-31',
      result: { nextDue: '2027-02-28' },
    });
  });

  it('tells which visit and since when', () => {
    expect(sentenceOf(judge(1, '2027-09-01').steps.at(-1)!, 'en')).toBe('Visit 2 can be asked for since 31 Aug 2027.');
    expect(sentenceOf(judge(0, '2026-09-01').steps.at(-1)!, 'zh-Hant')).toBe('第 1 次保養要到 2027年2月28日 才到期。');
    expect(sentenceOf(judge(3, '2028-09-01').steps.at(-1)!, 'en')).toBe('All 3 promised visits were made.');
  });

  it('promises in sentences', () => {
    expect(sentenceOf(maintenance.promise(term, 'GBP'), 'en')).toBe(
      '3 maintenance visits, one every 6 months from purchase; labour is included, parts are 20% off what is disclosed.',
    );
    const all = { ...term, visits: 1, everyMonths: 1, labourIncluded: false, partsIncluded: true };
    expect(sentenceOf(maintenance.promise(all, 'GBP'), 'en')).toBe(
      '1 maintenance visit, one every 1 month from purchase; labour is charged as disclosed, parts are included.',
    );
    expect(
      sentenceOf(maintenance.promise({ ...term, partsDiscount: 0, countedFrom: 'DELIVERY' }, 'TWD'), 'zh-Hant'),
    ).toBe('自送達起每 6 個月保養一次，共 3 次；含工資，零件依收費標準。');
  });
});
