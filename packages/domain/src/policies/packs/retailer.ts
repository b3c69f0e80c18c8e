import { words, type PolicyPack } from './pack.ts';

/** Goods sold in a shop and by mail: bring it back, be delivered in time, and be looked after when it breaks. */
export const retailer: PolicyPack = {
  name: 'retailer',
  business: words('Retailer', '零售商', '零售商'),
  label: words('Our promise to shoppers', '購物服務承諾', '购物服务承诺'),
  description: words(
    'Bring it back within 30 days, no questions asked. Refund, replacement or repair if it is not as it should be.',
    '30 天內可無條件退貨；商品有問題，包退、包換、包修。',
    '30 天内可无条件退货；商品有问题，包退、包换、包修。',
  ),
  stage: 'ALWAYS',
  terms: ({ say, list, money }) => [
    {
      id: 'response',
      kind: 'response-target',
      params: {
        rows: [
          { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 960 },
          { priority: 'NORMAL', channel: 'CHAT', firstResponse: 10, resolution: 1440 },
          { priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 },
        ],
        clock: 'WORKING',
      },
    },
    {
      id: 'fees',
      kind: 'fees',
      params: {
        rows: [
          {
            code: 'DELIVERY',
            label: say(words('delivery of small orders', '小額訂單運費', '小额订单运费')),
            kind: 'FEE',
            mode: 'CAP',
            amount: money(6),
            consent: true,
          },
          {
            code: 'GIFT-WRAP',
            label: say(words('gift wrapping', '禮品包裝', '礼品包装')),
            kind: 'ADD_ON',
            mode: 'AMOUNT',
            amount: money(3),
            consent: true,
          },
        ],
      },
    },
    {
      id: 'not-served',
      kind: 'exclusions',
      params: {
        matters: list(
          words('repairs of goods bought elsewhere', '維修非本店購買的商品', '维修非本店购买的商品'),
          words('goods made to measure', '量身訂做', '量身定做'),
        ),
      },
    },
    {
      id: 'delivery',
      kind: 'delivery',
      params: { withinDays: 5, clock: 'CALENDAR_DAYS', freeOfCharge: false, checklist: list(UNDAMAGED) },
    },
    {
      id: 'delivery-free',
      kind: 'delivery',
      params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: list(UNDAMAGED) },
      appliesTo: { minValue: money(50) },
    },
    {
      id: 'packaging',
      kind: 'packaging',
      params: {
        checklist: list(words('breakable goods padded', '易碎品加墊', '易碎品加垫')),
        // at the disclosed charge
        giftWrap: true,
        takeBack: true,
      },
    },
    {
      id: 'extras',
      kind: 'extras',
      params: {
        items: list(
          words(
            'spare button or small part where the maker supplies one',
            '原廠附的備用鈕扣或小零件',
            '原厂附的备用纽扣或小零件',
          ),
        ),
      },
    },
    {
      id: 'returns',
      kind: 'returns',
      params: { days: 30, openedAllowed: true, countedFrom: 'DELIVERY', reviewFrom: 80 },
    },
    {
      id: 'returns-long-standing',
      kind: 'returns',
      params: { days: 60, openedAllowed: true, countedFrom: 'DELIVERY', reviewFrom: 80 },
      appliesTo: { minTenure: 24 },
    },
    {
      id: 'remedy',
      kind: 'remedy',
      params: {
        refundDays: 30,
        replaceDays: 60,
        repairMonths: 12,
        maxRepairs: 2,
        conditions: ['DEFECT', 'TRANSPORT_DAMAGE', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'],
      },
    },
    { id: 'warranty', kind: 'warranty', params: { months: 24, causes: ['DEFECT', 'TRANSPORT'], transferable: true } },
  ],
};

const UNDAMAGED = words('goods undamaged and complete', '商品完整無損', '商品完整无损');
