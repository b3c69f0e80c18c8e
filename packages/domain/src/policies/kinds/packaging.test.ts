import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../sentences/sentence.ts';
import { packaging } from './packaging.ts';

const purchase = { at: '2026-03-02', boughtOn: '2026-03-02', code: '22423', value: 1000 };
const judge = (params: object, claim: object) =>
  packaging.judge({ ...params }, { ...claim }, purchase, '2026-03-02', judgeContext());

describe('packaging (C16)', () => {
  const plain = { checklist: ['bubble wrap'], giftWrap: false, takeBack: false };

  it.each([
    [plain, 'PACKING', 'ALLOWED'],
    [plain, 'GIFT_WRAP', 'REFUSED'],
    [plain, 'TAKE_BACK', 'REFUSED'],
    [{ ...plain, giftWrap: true }, 'GIFT_WRAP', 'ALLOWED'],
    [{ ...plain, giftWrap: true }, 'TAKE_BACK', 'REFUSED'],
    [{ ...plain, takeBack: true }, 'TAKE_BACK', 'ALLOWED'],
    [{ ...plain, takeBack: true }, 'GIFT_WRAP', 'REFUSED'],
  ])('%j: %s is %s', (params, wish, outcome) => {
    expect(judge(params, { wish })).toMatchObject({ outcome, result: params });
  });

  it.each([
    [{ wish: 'PACKING' }, 'It is to be packed as promised.'],
    [{ wish: 'GIFT_WRAP' }, 'Gift wrapping is promised.'],
    [{ wish: 'TAKE_BACK' }, 'Taking back the packaging is not part of the promise.'],
  ])('tells %j why', (claim, sentence) => {
    expect(sentenceOf(judge({ ...plain, giftWrap: true }, claim).steps[0]!, 'en')).toBe(sentence);
  });

  it('promises in sentences', () => {
    expect(sentenceOf(packaging.promise(plain, 'GBP'), 'en')).toBe(
      'It is packed like this: bubble wrap; gift wrapping is not offered; the packaging stays with the customer.',
    );
    const all = { checklist: [], giftWrap: true, takeBack: true };
    expect(sentenceOf(packaging.promise(all, 'GBP'), 'en')).toBe(
      'It is packed safely; gift wrapping is done on request; the packaging is taken back.',
    );
    expect(sentenceOf(packaging.promise(all, 'TWD'), 'zh-Hant')).toBe('妥善包裝；可要求禮品包裝；回收包裝材料。');
    expect(sentenceOf(packaging.promise(plain, 'CNY'), 'zh-Hans')).toBe(
      '包装方式：bubble wrap；不提供礼品包装；包装材料由客户留存。',
    );
  });
});
