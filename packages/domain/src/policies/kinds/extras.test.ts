import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../sentences/sentence.ts';
import { extras } from './extras.ts';

const purchase = { at: '2026-03-02', boughtOn: '2026-03-02', code: '22423', value: 1000 };
const judge = (items: string[], claim: object) =>
  extras.judge({ items }, { ...claim }, purchase, '2026-03-02', judgeContext());

describe('included extras (多訂幾個扣子, C20)', () => {
  it.each([
    [['spare buttons'], {}, 'ALLOWED', 'This belongs to it at no charge: spare buttons.'],
    [['spare buttons', 'thread'], { item: ['Thread'] }, 'ALLOWED', 'This belongs to it at no charge: Thread.'],
    [['spare buttons'], { item: ['zip'] }, 'REFUSED', '“zip” is not among what comes with it.'],
    [[], {}, 'REFUSED', 'Nothing extra was promised with it.'],
  ])('of %j, %j is %s', (items, claim, outcome, sentence) => {
    const verdict = judge(items, claim);
    expect(verdict).toMatchObject({ outcome, result: { items } });
    expect(sentenceOf(verdict.steps[0]!, 'en')).toBe(sentence);
  });

  it('promises in sentences', () => {
    const term = { items: ['備用鈕扣', '縫線'] };
    expect(sentenceOf(extras.promise(term, 'TWD'), 'zh-Hant')).toBe('隨附備用鈕扣和縫線，不另收費。');
    expect(sentenceOf(extras.promise({ items: ['spare buttons'] }, 'GBP'), 'en')).toBe(
      'It comes with spare buttons, at no charge.',
    );
    expect(sentenceOf(extras.promise({ items: [] }, 'CNY'), 'zh-Hans')).toBe('不附赠品。');
    expect(sentenceOf(extras.promise({ items: [] }, 'TWD'), 'zh-Hant')).toBe('不附贈品。');
    expect(sentenceOf(extras.promise({ items: [] }, 'GBP'), 'en')).toBe('It comes without extras.');
    expect(sentenceOf(extras.promise({ items: ['纽扣'] }, 'CNY'), 'zh-Hans')).toBe('随附纽扣，不另收费。');
  });
});
