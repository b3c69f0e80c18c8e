import { daysBetween } from '../../shared/period.ts';
import type { Step, Verdict } from '../decision.ts';
import type { PurchaseFacts } from '../facts.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import type { FormField } from './form.ts';
import { COUNTED_FROM, startSentences, type StartSteps } from './start.ts';

/** From which day what the business owes is counted: the sooner, the better for the customer. */
export const SOONEST_FROM = { ...COUNTED_FROM, better: ['DELIVERY', 'PURCHASE'] } as const satisfies FormField;

export type DueSteps = StartSteps & {
  DELIVERY_UNKNOWN_SOONEST: { from: string };
  PROMISED_BY: { dueOn: string };
  PROMISE_NOT_YET_DUE: { on: string; dueOn: string };
  PROMISE_OVERDUE: { on: string; dueOn: string; daysLate: number };
};

/**
 * The day from which something owed is counted. Where delivery counts and none is on record it is the day of purchase,
 * the soonest there can be, so that an unknown date never lets the business off.
 */
export function soonestOf(
  countedFrom: 'PURCHASE' | 'DELIVERY',
  purchase: PurchaseFacts & { boughtOn: string },
): { day: string; step: Step } {
  const { boughtOn: from, deliveredOn } = purchase;
  if (countedFrom === 'PURCHASE') {
    return { day: from, step: step<DueSteps, 'COUNTED_FROM_PURCHASE'>('COUNTED_FROM_PURCHASE', { from }) };
  }
  return deliveredOn
    ? {
        day: deliveredOn,
        step: step<DueSteps, 'COUNTED_FROM_DELIVERY'>('COUNTED_FROM_DELIVERY', { from: deliveredOn }),
      }
    : { day: from, step: step<DueSteps, 'DELIVERY_UNKNOWN_SOONEST'>('DELIVERY_UNKNOWN_SOONEST', { from }) };
}

/**
 * The verdict on a claim that something promised by `dueOn` was not done: ALLOWED where the promise is broken, so that
 * the customer may claim it; REFUSED while there is nothing to claim yet. What is to be done and by when is in `result`
 * either way: that is what a fulfilment task is made from. No deadline: a broken promise can be claimed at any time.
 *
 * @param on the day of the claim, or of doing it where it was done.
 */
export function dueVerdict(
  start: { day: string; step: Step },
  dueOn: string,
  on: string,
  result: Readonly<Record<string, unknown>>,
): Verdict {
  const late = daysBetween(dueOn, on);
  const found =
    late > 0
      ? step<DueSteps, 'PROMISE_OVERDUE'>('PROMISE_OVERDUE', { on, dueOn, daysLate: late })
      : step<DueSteps, 'PROMISE_NOT_YET_DUE'>('PROMISE_NOT_YET_DUE', { on, dueOn });
  return {
    outcome: late > 0 ? 'ALLOWED' : 'REFUSED',
    countedFrom: start.day,
    deadline: null,
    result: { dueOn, ...result },
    steps: [start.step, step<DueSteps, 'PROMISED_BY'>('PROMISED_BY', { dueOn }), found],
  };
}

export const dueSentences: Dictionaries<DueSteps> = {
  en: {
    ...startSentences.en,
    DELIVERY_UNKNOWN_SOONEST: (p, say) =>
      `The time is counted from delivery, and no day of delivery is on record: it is counted from the day of purchase, ${say.day(p.from)}, in the customer’s favour.`,
    PROMISED_BY: (p, say) => `It is promised by ${say.day(p.dueOn)}.`,
    PROMISE_NOT_YET_DUE: (p, say) =>
      `On ${say.day(p.on)} the promise was not broken: its last day is ${say.day(p.dueOn)}.`,
    PROMISE_OVERDUE: (p, say) =>
      `On ${say.day(p.on)} the promise was broken by ${say.count(p.daysLate, 'day', 'days')}: its last day was ${say.day(p.dueOn)}.`,
  },
  'zh-Hant': {
    ...startSentences['zh-Hant'],
    DELIVERY_UNKNOWN_SOONEST: (p, say) =>
      `期限自送達日起算，但沒有送達日的紀錄，因此以有利於客戶的方式，自購買日 ${say.day(p.from)} 起算。`,
    PROMISED_BY: (p, say) => `承諾最遲於 ${say.day(p.dueOn)} 完成。`,
    PROMISE_NOT_YET_DUE: (p, say) => `${say.day(p.on)} 當天並未違反承諾：最後一天為 ${say.day(p.dueOn)}。`,
    PROMISE_OVERDUE: (p, say) =>
      `${say.day(p.on)} 當天已超過承諾的最後一天 ${say.day(p.dueOn)} 達 ${say.number(p.daysLate)} 天，未能兌現承諾。`,
  },
  'zh-Hans': {
    ...startSentences['zh-Hans'],
    DELIVERY_UNKNOWN_SOONEST: (p, say) =>
      `期限自送达日起算，但没有送达日的记录，因此按有利于客户的方式，自购买日 ${say.day(p.from)} 起算。`,
    PROMISED_BY: (p, say) => `承诺最晚于 ${say.day(p.dueOn)} 完成。`,
    PROMISE_NOT_YET_DUE: (p, say) => `${say.day(p.on)} 当天并未违反承诺：最后一天为 ${say.day(p.dueOn)}。`,
    PROMISE_OVERDUE: (p, say) =>
      `${say.day(p.on)} 当天已超过承诺的最后一天 ${say.day(p.dueOn)} ${say.number(p.daysLate)} 天，未能兑现承诺。`,
  },
};
