import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { CHECKLIST } from './checklist.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

type PackagingSteps = {
  PACKAGING_PROMISE: { checklist: readonly string[]; giftWrap: boolean; takeBack: boolean };
  PACKAGING_PROMISED: { wish: string };
  PACKAGING_NOT_PROMISED: { wish: string };
};

/** Packaging (包裝, C16): how goods are packed, whether as a gift, and whether the packaging is taken back. */
export const packaging = termKind({
  kind: 'packaging',
  stage: 'SALE',
  label: { en: 'Packaging', 'zh-Hant': '包裝', 'zh-Hans': '包装' },
  params: form({
    checklist: CHECKLIST,
    giftWrap: {
      type: 'bool',
      default: false,
      better: true,
      label: { en: 'Gift wrapping on request', 'zh-Hant': '可要求禮品包裝', 'zh-Hans': '可要求礼品包装' },
    },
    takeBack: {
      type: 'bool',
      default: false,
      better: true,
      label: { en: 'Packaging is taken back', 'zh-Hant': '回收包裝材料', 'zh-Hans': '回收包装材料' },
    },
  }),
  claim: form({
    wish: {
      type: 'choice',
      options: [
        { value: 'PACKING', label: { en: 'packed as promised', 'zh-Hant': '依承諾包裝', 'zh-Hans': '按承诺包装' } },
        { value: 'GIFT_WRAP', label: { en: 'gift wrapping', 'zh-Hant': '禮品包裝', 'zh-Hans': '礼品包装' } },
        { value: 'TAKE_BACK', label: { en: 'packaging taken back', 'zh-Hant': '回收包裝', 'zh-Hans': '回收包装' } },
      ],
      default: 'PACKING',
      label: { en: 'Wish', 'zh-Hant': '需求', 'zh-Hans': '需求' },
    },
  }),
  promise: (params) => step<PackagingSteps, 'PACKAGING_PROMISE'>('PACKAGING_PROMISE', params),
  judge: (params, { wish }) => {
    const promised =
      wish === 'PACKING' || (wish === 'GIFT_WRAP' && params.giftWrap) || (wish === 'TAKE_BACK' && params.takeBack);
    return {
      outcome: promised ? 'ALLOWED' : 'REFUSED',
      countedFrom: null,
      deadline: null,
      result: { ...params },
      steps: [
        promised
          ? step<PackagingSteps, 'PACKAGING_PROMISED'>('PACKAGING_PROMISED', { wish })
          : step<PackagingSteps, 'PACKAGING_NOT_PROMISED'>('PACKAGING_NOT_PROMISED', { wish }),
      ],
    };
  },
  sentences: {
    en: {
      PACKAGING_PROMISE: (p, say) =>
        `${p.checklist.length > 0 ? `It is packed like this: ${say.list(p.checklist.map(say.typed))}` : 'It is packed safely'}; ` +
        `gift wrapping ${p.giftWrap ? 'is done on request' : 'is not offered'}; ` +
        `the packaging ${p.takeBack ? 'is taken back' : 'stays with the customer'}.`,
      PACKAGING_PROMISED: (p) =>
        p.wish === 'GIFT_WRAP'
          ? 'Gift wrapping is promised.'
          : p.wish === 'TAKE_BACK'
            ? 'It is promised that the packaging is taken back.'
            : 'It is to be packed as promised.',
      PACKAGING_NOT_PROMISED: (p) =>
        p.wish === 'GIFT_WRAP'
          ? 'Gift wrapping is not part of the promise.'
          : 'Taking back the packaging is not part of the promise.',
    },
    'zh-Hant': {
      PACKAGING_PROMISE: (p, say) =>
        `${p.checklist.length > 0 ? `包裝方式：${say.list(p.checklist.map(say.typed))}` : '妥善包裝'}；` +
        `${p.giftWrap ? '可要求禮品包裝' : '不提供禮品包裝'}；${p.takeBack ? '回收包裝材料' : '包裝材料由客戶留存'}。`,
      PACKAGING_PROMISED: (p) =>
        p.wish === 'GIFT_WRAP'
          ? '承諾提供禮品包裝。'
          : p.wish === 'TAKE_BACK'
            ? '承諾回收包裝材料。'
            : '應依承諾妥善包裝。',
      PACKAGING_NOT_PROMISED: (p) => (p.wish === 'GIFT_WRAP' ? '承諾不包含禮品包裝。' : '承諾不包含回收包裝材料。'),
    },
    'zh-Hans': {
      PACKAGING_PROMISE: (p, say) =>
        `${p.checklist.length > 0 ? `包装方式：${say.list(p.checklist.map(say.typed))}` : '妥善包装'}；` +
        `${p.giftWrap ? '可要求礼品包装' : '不提供礼品包装'}；${p.takeBack ? '回收包装材料' : '包装材料由客户留存'}。`,
      PACKAGING_PROMISED: (p) =>
        p.wish === 'GIFT_WRAP'
          ? '承诺提供礼品包装。'
          : p.wish === 'TAKE_BACK'
            ? '承诺回收包装材料。'
            : '应按承诺妥善包装。',
      PACKAGING_NOT_PROMISED: (p) => (p.wish === 'GIFT_WRAP' ? '承诺不包含礼品包装。' : '承诺不包含回收包装材料。'),
    },
  } satisfies Dictionaries<PackagingSteps>,
});
