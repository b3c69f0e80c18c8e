import { words, type PolicyPack } from './pack.ts';

/** Courses: try before, step back early, catch up what was missed, and be helped after the last lesson. */
export const trainingSchool: PolicyPack = {
  name: 'training-school',
  business: words('Training school', '補習班與培訓機構', '培训学校'),
  label: words('Promise to our students', '學員服務承諾', '学员服务承诺'),
  description: words(
    'Withdraw within 14 days, catch up on what you missed, repeat the course if its goal was not met.',
    '14 天內可退費，缺課可補，未達目標可重修。',
    '14 天内可退费，缺课可补，未达目标可重修。',
  ),
  stage: 'ALWAYS',
  terms: ({ say, list, money }) => [
    {
      id: 'response',
      kind: 'response-target',
      params: {
        rows: [
          { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 480 },
          { priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 1440 },
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
            code: 'MATERIAL',
            label: say(words('books and materials', '教材費', '教材费')),
            kind: 'FEE',
            mode: 'CAP',
            amount: money(40),
            consent: true,
          },
          {
            code: 'EXAM',
            label: say(words('examination', '檢定費', '考试费')),
            kind: 'FEE',
            mode: 'AMOUNT',
            amount: money(50),
            consent: true,
          },
          {
            code: 'CERTIFICATE',
            label: say(words('printed certificate', '紙本證書', '纸质证书')),
            kind: 'ADD_ON',
            mode: 'AMOUNT',
            amount: money(10),
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
          words('visas and housing', '簽證與住宿', '签证与住宿'),
          words('a guaranteed job', '就業保證', '就业保证'),
        ),
      },
    },
    {
      id: 'material',
      kind: 'delivery',
      params: {
        withinDays: 2,
        clock: 'WORKING_DAYS',
        freeOfCharge: true,
        checklist: list(
          words('access to the course works', '可登入課程', '可登录课程'),
          words('materials complete', '教材齊全', '教材齐全'),
        ),
      },
    },
    {
      id: 'extras',
      kind: 'extras',
      params: {
        items: list(words('trial lesson', '試聽一堂', '试听一节'), words('placement test', '分級測驗', '分级测试')),
      },
    },
    { id: 'step-back', kind: 'returns', params: { days: 14, openedAllowed: true, countedFrom: 'PURCHASE' } },
    {
      id: 'step-back-long-courses',
      kind: 'returns',
      params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' },
      appliesTo: { minValue: money(1000) },
    },
    {
      id: 'catch-up',
      kind: 'training',
      params: { sessions: 2, minutesEach: 50, withinDays: 90, topics: [] },
    },
    {
      id: 'catch-up-complex',
      kind: 'training',
      params: { sessions: 5, minutesEach: 50, withinDays: 180, topics: [] },
      appliesTo: { complexity: ['HIGH'] },
    },
    {
      id: 'goal-not-met',
      kind: 'remedy',
      params: {
        refundDays: 14,
        replaceDays: 90,
        repairMonths: 0,
        maxRepairs: 1,
        conditions: ['NOT_AS_DESCRIBED', 'WRONG_ITEM'],
      },
    },
  ],
};
