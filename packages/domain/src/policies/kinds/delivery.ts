import { addWorkingDays } from '../../calendars/working-time.ts';
import { addDays } from '../../shared/period.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { calendarMissing } from './calendar-missing.ts';
import { CHECKLIST } from './checklist.ts';
import { dueSentences, dueVerdict, soonestOf, type DueSteps } from './due.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

type DeliverySteps = DueSteps & {
  DELIVERY_PROMISE: { withinDays: number; clock: string; freeOfCharge: boolean; checklist: readonly string[] };
  DELIVERED: { on: string };
};

/**
 * Delivery (送貨, C14): by when, whether free of charge, and what the driver ticks off. A claim says that the goods came
 * late: ALLOWED where the promise is broken, REFUSED while it is not (see `dueVerdict`).
 */
export const delivery = termKind({
  kind: 'delivery',
  stage: 'SALE',
  label: { en: 'Delivery', 'zh-Hant': '送貨', 'zh-Hans': '送货' },
  params: form({
    withinDays: {
      type: 'int',
      min: 0,
      max: 365,
      default: 3,
      better: 'less',
      unit: { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' },
      label: { en: 'Delivered within', 'zh-Hant': '送達期限', 'zh-Hans': '送达期限' },
    },
    clock: {
      type: 'choice',
      options: [
        { value: 'WORKING_DAYS', label: { en: 'working days', 'zh-Hant': '工作日', 'zh-Hans': '工作日' } },
        { value: 'CALENDAR_DAYS', label: { en: 'all days', 'zh-Hant': '所有日子', 'zh-Hans': '所有日子' } },
      ],
      default: 'CALENDAR_DAYS',
      better: ['WORKING_DAYS', 'CALENDAR_DAYS'],
      label: { en: 'Days counted', 'zh-Hant': '計算的日子', 'zh-Hans': '计算的日子' },
    },
    freeOfCharge: {
      type: 'bool',
      default: true,
      better: true,
      label: { en: 'Free of charge', 'zh-Hant': '免運費', 'zh-Hans': '免运费' },
    },
    checklist: CHECKLIST,
  }),
  reach: ({ withinDays }, boughtOn) => addDays(boughtOn, withinDays),
  claim: form({}),
  needsCalendar: ({ clock }) => clock === 'WORKING_DAYS',
  promise: (params) => step<DeliverySteps, 'DELIVERY_PROMISE'>('DELIVERY_PROMISE', params),
  judge: ({ withinDays, clock, freeOfCharge, checklist }, _claim, purchase, on, { calendar }) => {
    if (clock === 'WORKING_DAYS' && !calendar) throw calendarMissing();
    const start = soonestOf('PURCHASE', purchase);
    const dueOn =
      clock === 'WORKING_DAYS' && calendar
        ? addWorkingDays(calendar, start.day, withinDays)
        : addDays(start.day, withinDays);
    const { deliveredOn } = purchase;
    const verdict = dueVerdict(start, dueOn, deliveredOn ?? on, { checklist, freeOfCharge });
    if (!deliveredOn) return verdict;
    const [counted, promised, ...found] = verdict.steps;
    const delivered = step<DeliverySteps, 'DELIVERED'>('DELIVERED', { on: deliveredOn });
    return { ...verdict, steps: [counted!, promised!, delivered, ...found] };
  },
  sentences: {
    en: {
      ...dueSentences.en,
      DELIVERY_PROMISE: (p, say) =>
        `It is delivered ${
          p.withinDays === 0
            ? p.clock === 'WORKING_DAYS'
              ? 'on the day of purchase, or the next working day'
              : 'on the day of purchase'
            : `within ${p.clock === 'WORKING_DAYS' ? say.count(p.withinDays, 'working day', 'working days') : say.count(p.withinDays, 'day', 'days')} of purchase`
        }, ${p.freeOfCharge ? 'free of charge' : 'at the disclosed charge'}` +
        `${p.checklist.length > 0 ? `. On delivery: ${say.list(p.checklist.map(say.typed))}` : ''}.`,
      DELIVERED: (p, say) => `It was delivered on ${say.day(p.on)}.`,
    },
    'zh-Hant': {
      ...dueSentences['zh-Hant'],
      DELIVERY_PROMISE: (p, say) =>
        `${
          p.withinDays === 0
            ? p.clock === 'WORKING_DAYS'
              ? '購買當天送達，當天休息則於下一個工作日送達'
              : '購買當天送達'
            : `自購買次日起 ${say.number(p.withinDays)} ${p.clock === 'WORKING_DAYS' ? '個工作日' : '天'}內送達`
        }，${p.freeOfCharge ? '免運費' : '運費依收費標準'}。` +
        `${p.checklist.length > 0 ? `送達時：${say.list(p.checklist.map(say.typed))}。` : ''}`,
      DELIVERED: (p, say) => `已於 ${say.day(p.on)} 送達。`,
    },
    'zh-Hans': {
      ...dueSentences['zh-Hans'],
      DELIVERY_PROMISE: (p, say) =>
        `${
          p.withinDays === 0
            ? p.clock === 'WORKING_DAYS'
              ? '购买当天送达，当天休息则于下一个工作日送达'
              : '购买当天送达'
            : `自购买次日起 ${say.number(p.withinDays)} ${p.clock === 'WORKING_DAYS' ? '个工作日' : '天'}内送达`
        }，${p.freeOfCharge ? '免运费' : '运费按收费标准'}。` +
        `${p.checklist.length > 0 ? `送达时：${say.list(p.checklist.map(say.typed))}。` : ''}`,
      DELIVERED: (p, say) => `已于 ${say.day(p.on)} 送达。`,
    },
  } satisfies Dictionaries<DeliverySteps>,
});
