import { arbitraryHistory, judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import type { ReturnHistory } from '../facts.ts';
import { sentenceOf } from '../sentences/sentence.ts';
import { abuseOf } from './abuse.ts';
import { returns } from './returns.ts';

const clean: ReturnHistory = {
  bought: 10,
  returned: 0,
  boughtValue: 10_000,
  returnedValue: 0,
  recent: 0,
  withoutPurchase: 0,
};
const pointsOf = (history: ReturnHistory) =>
  abuseOf(history).reasons.map((reason) => [reason.code, reason.params.points]);

describe('the abuse score of returns (惡意退貨, C10)', () => {
  it.each([
    ['nothing brought back', {}, []],
    ['the second return is still nobody’s business', { returned: 2, bought: 2, recent: 2 }, []],
    ['from the third on the share counts: a fifth is usual', { returned: 3, bought: 15 }, []],
    // (5·3 − 10) of 3·10, that is a sixth of 40
    ['three of ten lines', { returned: 3 }, [['ABUSE_LINES', 6]]],
    ['half of the lines', { returned: 5 }, [['ABUSE_LINES', 20]]],
    ['four fifths of the lines', { returned: 8 }, [['ABUSE_LINES', 40]]],
    ['more than was bought', { returned: 30 }, [['ABUSE_LINES', 40]]],
    [
      'half of the value in a few dear lines',
      { returned: 3, bought: 100, returnedValue: 5_000 },
      [['ABUSE_VALUE', 12]],
    ],
    ['the third return within 90 days', { recent: 3 }, [['ABUSE_RECENT', 5]]],
    ['the tenth', { recent: 10 }, [['ABUSE_RECENT', 20]]],
    ['one return without a purchase', { withoutPurchase: 1 }, [['ABUSE_WITHOUT_PURCHASE', 5]]],
    ['nine of them', { withoutPurchase: 9 }, [['ABUSE_WITHOUT_PURCHASE', 15]]],
    ['nothing bought: no yardstick for shares', { bought: 0, boughtValue: 0, returned: 9, returnedValue: 9 }, []],
    [
      'everything at once is the most there is',
      { returned: 10, returnedValue: 10_000, recent: 10, withoutPurchase: 3 },
      [
        ['ABUSE_LINES', 40],
        ['ABUSE_VALUE', 25],
        ['ABUSE_RECENT', 20],
        ['ABUSE_WITHOUT_PURCHASE', 15],
      ],
    ],
  ] as const)('%s', (_what, change, points) => {
    expect(pointsOf({ ...clean, ...change })).toEqual(points);
  });

  it('names the share of the value in per cent, rounded', () => {
    const { reasons } = abuseOf({ ...clean, returned: 3, bought: 100, returnedValue: 6_666 });
    expect(reasons.map((reason) => sentenceOf(reason, 'en'))).toEqual([
      // 2.333 of 3 parts of 25 points
      '19 points: what was brought back is worth 67% of what was bought.',
    ]);
  });

  it('is 0 to 100, and the points of its reasons add up to it', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const { score, reasons } = abuseOf(history);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(reasons.reduce((sum, reason) => sum + Number(reason.params.points), 0)).toBe(score);
        for (const reason of reasons) expect(reason.params.points).toBeGreaterThan(0);
      }),
    );
  });

  it('never falls when more is brought back', () => {
    const more = fc.constantFrom('returned', 'returnedValue', 'recent', 'withoutPurchase');
    fc.assert(
      fc.property(arbitraryHistory, more, fc.nat(1000), (history, field, by) => {
        const worse = { ...history, [field]: history[field] + by };
        expect(abuseOf(worse).score).toBeGreaterThanOrEqual(abuseOf(history).score);
      }),
    );
  });
});

describe('a returns term that looks twice (C10)', () => {
  const term = { days: 30, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 20 };
  const purchase = { at: '2010-12-01', boughtOn: '2010-12-01', code: '22423', value: 1000 };
  const judge = (history: ReturnHistory | null, over: object = {}, on = '2010-12-31') =>
    returns.judge({ ...term, ...over }, {}, purchase, on, {
      ...judgeContext(),
      customer: { region: null, segment: null, history },
    });

  it('asks a person from the score on, and still allows it', () => {
    expect(judge({ ...clean, returned: 5 })).toMatchObject({ outcome: 'ALLOWED', remedy: 'REFUND', review: true });
    expect(judge({ ...clean, recent: 3 })).toMatchObject({ outcome: 'ALLOWED', remedy: 'REFUND', review: false });
  });

  it('says why in the reader’s language: the score, that a person looks, and each reason', () => {
    const { steps, result } = judge({ ...clean, returned: 5, withoutPurchase: 1 });
    expect(steps.slice(-3).map((each) => sentenceOf(each, 'en'))).toEqual([
      'Past returns give an abuse score of 25 of 100; from 20 on a person looks at it before it is settled. The score refuses nothing.',
      '20 points: within twelve months 5 lines were brought back and 10 bought.',
      '5 points: 1 return for which no purchase is on record.',
    ]);
    expect(steps.slice(-2).map((each) => sentenceOf(each, 'zh-Hant'))).toEqual([
      '20 分：十二個月內退回 5 筆，購買 10 筆。',
      '5 分：有 1 次退貨查無購買紀錄。',
    ]);
    expect(sentenceOf(steps.at(-3)!, 'zh-Hans')).toContain('由专人复核');
    expect(result).toMatchObject({ abuse: { score: 25 } });
  });

  it('the promise says beforehand that a person may look', () => {
    for (const language of LANGUAGES) {
      expect(sentenceOf(returns.promise(term, 'GBP'), language)).toContain('20');
      expect(sentenceOf(returns.promise({ ...term, reviewFrom: 101 }, 'GBP'), language)).not.toContain('10');
    }
  });

  it('keeps silent where no review was agreed or nothing is known of the customer', () => {
    const worst = { ...clean, returned: 10, returnedValue: 10_000, recent: 10, withoutPurchase: 3 };
    expect(judge(worst, { reviewFrom: 100 })).toMatchObject({ review: true });
    for (const verdict of [judge(worst, { reviewFrom: 101 }), judge(null)]) {
      expect([verdict.review, verdict.result]).toEqual([false, {}]);
    }
  });

  it('never turns an allowed return into a refusal, whatever the history', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.integer({ min: 1, max: 101 }), fc.nat(60), (history, reviewFrom, later) => {
        const on = new Date(Date.UTC(2010, 11, 1 + later)).toISOString().slice(0, 10);
        const suspected = judge(history, { reviewFrom }, on);
        const trusted = judge(null, { reviewFrom }, on);
        expect([suspected.outcome, suspected.deadline]).toEqual([trusted.outcome, trusted.deadline]);
        expect(suspected.review).toBe(abuseOf(history).score >= reviewFrom);
        expect(suspected.review).toBe(suspected.steps.some((each) => each.code === 'RETURNS_REVIEW'));
      }),
    );
  });

  it('terms stored before there was a review go without one', () => {
    const { reviewFrom: _later, ...stored } = term;
    expect(returns.readParams(stored, [])).toEqual({ ...term, reviewFrom: 101 });
    expect(() => returns.readParams({ ...term, reviewFrom: null }, [])).toThrow(
      expect.objectContaining({ code: 'TERM_FIELD_MISSING', path: ['reviewFrom'] }),
    );
  });
});
