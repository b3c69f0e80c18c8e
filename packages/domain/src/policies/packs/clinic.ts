import { words, type PolicyPack } from './pack.ts';

/** A practice that fits aids and treats: answered soon, prices known before, looked after afterwards. */
export const clinic: PolicyPack = {
  name: 'clinic',
  business: words('Clinic', '診所', '诊所'),
  label: words('Promise to our patients', '診所服務承諾', '诊所服务承诺'),
  description: words(
    'We answer the same day, say what you will pay before we treat you, and see you again until it fits.',
    '當天回覆，治療前先說明自費金額，追蹤到合適為止。',
    '当天答复，治疗前先说明自费金额，跟进到合适为止。',
  ),
  stage: 'ALWAYS',
  terms: ({ say, list, money }) => [
    {
      id: 'response',
      kind: 'response-target',
      params: {
        rows: [
          { priority: 'URGENT', channel: 'PHONE', firstResponse: 15, resolution: 240 },
          { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 480 },
          { priority: 'NORMAL', channel: 'ANY', firstResponse: 240, resolution: 1440 },
          { priority: 'LOW', channel: 'ANY', firstResponse: 480, resolution: 2400 },
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
            code: 'CONSULTATION',
            label: say(words('consultation without insurance', '自費門診', '自费门诊')),
            kind: 'FEE',
            mode: 'AMOUNT',
            amount: money(60),
            consent: true,
          },
          {
            code: 'REPORT',
            label: say(words('written report', '診斷書', '诊断书')),
            kind: 'ADD_ON',
            mode: 'CAP',
            amount: money(20),
            consent: true,
          },
          {
            code: 'MISSED',
            label: say(words('appointment missed without notice', '未取消而未到診', '未取消而未到诊')),
            kind: 'FEE',
            mode: 'CAP',
            amount: money(25),
            consent: true,
          },
        ],
        partShare: 20,
        addOnsUpToDiscount: true,
      },
    },
    {
      id: 'not-served',
      kind: 'exclusions',
      params: {
        matters: list(
          words('emergencies that threaten life', '危及生命的急症', '危及生命的急症'),
          words('inpatient care', '住院治療', '住院治疗'),
        ),
        referTo: say(
          words('the nearest hospital and the emergency number', '最近的醫院與緊急電話', '最近的医院与急救电话'),
        ),
      },
    },
    {
      id: 'fitting',
      kind: 'installation',
      params: {
        withinDays: 7,
        countedFrom: 'PURCHASE',
        freeOfCharge: true,
        checklist: list(
          words('fit checked in motion', '活動時確認合適', '活动时确认合适'),
          words('care explained and shown', '說明並示範保養', '说明并示范保养'),
        ),
        conduct: list(
          words('name badge worn', '佩戴名牌', '佩戴名牌'),
          words('privacy kept', '維護隱私', '维护隐私'),
          words('hands disinfected in sight', '當面消毒雙手', '当面消毒双手'),
        ),
      },
    },
    {
      id: 'packaging',
      kind: 'packaging',
      params: { checklist: list(words('sealed and dated', '密封並標示日期', '密封并标示日期')), takeBack: true },
    },
    {
      id: 'extras',
      kind: 'extras',
      params: {
        items: list(
          words('care kit', '保養組', '护理套装'),
          words('one reminder before each check-up', '每次回診前提醒一次', '每次复诊前提醒一次'),
        ),
      },
    },
    {
      id: 'check-ups',
      kind: 'maintenance',
      params: { everyMonths: 6, visits: 2, labourIncluded: true, partsIncluded: false, partsDiscount: 10 },
    },
    {
      id: 'check-ups-complex',
      kind: 'maintenance',
      params: { everyMonths: 3, visits: 4, labourIncluded: true, partsIncluded: true },
      appliesTo: { complexity: ['HIGH'] },
    },
    {
      id: 'training',
      kind: 'training',
      params: {
        sessions: 1,
        minutesEach: 30,
        withinDays: 30,
        topics: list(words('use and care at home', '居家使用與保養', '居家使用与护理')),
      },
    },
    { id: 'returns-sealed', kind: 'returns', params: { days: 14, openedAllowed: false, countedFrom: 'DELIVERY' } },
    {
      id: 'remedy',
      kind: 'remedy',
      params: {
        refundDays: 14,
        replaceDays: 30,
        repairMonths: 24,
        maxRepairs: 1,
        conditions: ['DEFECT', 'TRANSPORT_DAMAGE', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'],
      },
    },
    { id: 'warranty', kind: 'warranty', params: { months: 24, causes: ['DEFECT'], transferable: false } },
  ],
};
