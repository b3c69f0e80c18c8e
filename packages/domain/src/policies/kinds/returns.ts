import { addDays, daysBetween } from '../../shared/period.ts';
import type { Step } from '../decision.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { COUNTED_FROM, startOf, type StartSteps, startSentences } from './start.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

type ReturnsSteps = StartSteps & {
  RETURNS_PROMISE: { days: number; openedAllowed: boolean; countedFrom: string };
  RETURNS_OPENED: Record<string, never>;
  RETURNS_IN_TIME: { on: string; deadline: string; daysLeft: number };
  RETURNS_LATE: { on: string; deadline: string; daysLate: number };
};

/** No-questions return window (無條件退貨, C10): within it a reason is not asked for. */
export const returns = termKind({
  kind: 'returns',
  stage: 'AFTER_SALE',
  label: { en: 'No-questions returns', 'zh-Hant': '無條件退貨', 'zh-Hans': '无条件退货' },
  params: form({
    days: {
      type: 'int',
      min: 1,
      max: 3650,
      default: 30,
      unit: { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' },
      label: { en: 'Return window', 'zh-Hant': '退貨期限', 'zh-Hans': '退货期限' },
    },
    openedAllowed: {
      type: 'bool',
      default: true,
      label: { en: 'Opened packaging is accepted', 'zh-Hant': '接受已拆封的商品', 'zh-Hans': '接受已拆封的商品' },
    },
    countedFrom: COUNTED_FROM,
  }),
  claim: form({
    opened: {
      type: 'bool',
      default: false,
      label: { en: 'The packaging was opened', 'zh-Hant': '包裝已拆封', 'zh-Hans': '包装已拆封' },
    },
  }),
  promise: (params) => step<ReturnsSteps, 'RETURNS_PROMISE'>('RETURNS_PROMISE', params),
  judge: (params, claim, purchase, on) => {
    const start = startOf(params.countedFrom, purchase);
    const deadline = start.day === null ? null : addDays(start.day, params.days);
    const verdict = (outcome: 'ALLOWED' | 'REFUSED', ...steps: Step[]) => ({
      outcome,
      countedFrom: start.day,
      deadline,
      steps: [start.step, ...steps],
    });
    if (claim.opened && !params.openedAllowed) {
      return verdict('REFUSED', step<ReturnsSteps, 'RETURNS_OPENED'>('RETURNS_OPENED', {}));
    }
    if (deadline === null) return verdict('ALLOWED');
    const left = daysBetween(on, deadline);
    return left >= 0
      ? verdict('ALLOWED', step<ReturnsSteps, 'RETURNS_IN_TIME'>('RETURNS_IN_TIME', { on, deadline, daysLeft: left }))
      : verdict('REFUSED', step<ReturnsSteps, 'RETURNS_LATE'>('RETURNS_LATE', { on, deadline, daysLate: -left }));
  },
  sentences: {
    en: {
      ...startSentences.en,
      RETURNS_PROMISE: (p, say) =>
        `It can be returned within ${say.count(p.days, 'day', 'days')} of ${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}, ` +
        `no questions asked, ${p.openedAllowed ? 'even when opened' : 'as long as it is unopened'}.`,
      RETURNS_OPENED: () => 'The packaging was opened, and the promise is for unopened goods only.',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `It was brought back on ${say.day(p.on)}, the last day: in time.`
          : `It was brought back on ${say.day(p.on)}, in time: the last day is ${say.day(p.deadline)}.`,
      RETURNS_LATE: (p, say) =>
        `It was brought back on ${say.day(p.on)}, ${say.count(p.daysLate, 'day', 'days')} after the last day, ${say.day(p.deadline)}.`,
    },
    'zh-Hant': {
      ...startSentences['zh-Hant'],
      RETURNS_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}次日起 ${say.number(p.days)} 天內可無條件退貨，` +
        `${p.openedAllowed ? '已拆封亦可' : '但以未拆封為限'}。`,
      RETURNS_OPENED: () => '包裝已拆封，而此承諾僅適用於未拆封的商品。',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `於 ${say.day(p.on)} 退回，正是期限的最後一天，仍在期限內。`
          : `於 ${say.day(p.on)} 退回，在期限內；最後一天為 ${say.day(p.deadline)}。`,
      RETURNS_LATE: (p, say) =>
        `於 ${say.day(p.on)} 退回，已超過最後一天 ${say.day(p.deadline)} 達 ${say.number(p.daysLate)} 天。`,
    },
    'zh-Hans': {
      ...startSentences['zh-Hans'],
      RETURNS_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}次日起 ${say.number(p.days)} 天内可无条件退货，` +
        `${p.openedAllowed ? '已拆封也可以' : '但仅限未拆封'}。`,
      RETURNS_OPENED: () => '包装已拆封，而此承诺仅适用于未拆封的商品。',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `于 ${say.day(p.on)} 退回，正是期限的最后一天，仍在期限内。`
          : `于 ${say.day(p.on)} 退回，在期限内；最后一天为 ${say.day(p.deadline)}。`,
      RETURNS_LATE: (p, say) =>
        `于 ${say.day(p.on)} 退回，已超过最后一天 ${say.day(p.deadline)} ${say.number(p.daysLate)} 天。`,
    },
  } satisfies Dictionaries<ReturnsSteps>,
});
