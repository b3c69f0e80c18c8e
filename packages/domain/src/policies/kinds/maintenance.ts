import { addMonths } from '../../shared/period.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { dueSentences, SOONEST_FROM, soonestOf, type DueSteps } from './due.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

type MaintenanceSteps = DueSteps & {
  MAINTENANCE_PROMISE: {
    everyMonths: number;
    visits: number;
    partsIncluded: boolean;
    labourIncluded: boolean;
    partsDiscount: number;
    countedFrom: string;
  };
  MAINTENANCE_DUE: { visit: number; dueOn: string };
  MAINTENANCE_NOT_YET: { visit: number; dueOn: string };
  MAINTENANCE_ALL_DONE: { visits: number };
};

/**
 * Maintenance visits (保養、維護, C18) every so many months, and what they cost. `result.schedule` holds the day from which
 * each visit can be asked for; `result.nextDue` that of the next one. A visit not asked for in its month is not lost.
 */
export const maintenance = termKind({
  kind: 'maintenance',
  stage: 'AFTER_SALE',
  label: { en: 'Maintenance', 'zh-Hant': '定期保養', 'zh-Hans': '定期保养' },
  params: form({
    everyMonths: {
      type: 'int',
      min: 1,
      max: 120,
      default: 12,
      better: 'less',
      unit: { en: 'months', 'zh-Hant': '個月', 'zh-Hans': '个月' },
      label: { en: 'A visit every', 'zh-Hant': '每隔多久一次', 'zh-Hans': '每隔多久一次' },
    },
    visits: {
      type: 'int',
      min: 1,
      max: 100,
      default: 2,
      better: 'more',
      unit: { en: 'visits', 'zh-Hant': '次', 'zh-Hans': '次' },
      label: { en: 'Visits in all', 'zh-Hant': '總次數', 'zh-Hans': '总次数' },
    },
    partsIncluded: {
      type: 'bool',
      default: false,
      better: true,
      label: { en: 'Parts are included', 'zh-Hant': '含零件費', 'zh-Hans': '含零件费' },
    },
    labourIncluded: {
      type: 'bool',
      default: true,
      better: true,
      label: { en: 'Labour is included', 'zh-Hant': '含工資', 'zh-Hans': '含工时费' },
    },
    partsDiscount: {
      type: 'int',
      min: 0,
      max: 100,
      default: 0,
      better: 'more',
      unit: { en: '%', 'zh-Hant': '％', 'zh-Hans': '％' },
      label: { en: 'Discount on parts', 'zh-Hant': '零件折扣', 'zh-Hans': '零件折扣' },
    },
    countedFrom: SOONEST_FROM,
  }),
  reach: ({ everyMonths, visits }, boughtOn) => addMonths(boughtOn, everyMonths * visits),
  keeps: true,
  claim: form({
    visitsDone: {
      type: 'int',
      min: 0,
      max: 100,
      default: 0,
      unit: { en: 'visits', 'zh-Hant': '次', 'zh-Hans': '次' },
      label: { en: 'Visits already made', 'zh-Hant': '已完成的次數', 'zh-Hans': '已完成的次数' },
    },
  }),
  promise: (params) => step<MaintenanceSteps, 'MAINTENANCE_PROMISE'>('MAINTENANCE_PROMISE', params),
  judge: (params, { visitsDone }, purchase, on) => {
    const { everyMonths, visits, partsIncluded, labourIncluded, partsDiscount } = params;
    const start = soonestOf(params.countedFrom, purchase);
    const schedule = Array.from({ length: visits }, (_, index) => addMonths(start.day, everyMonths * (index + 1)));
    const nextDue = schedule[visitsDone] ?? null;
    const due = nextDue !== null && on >= nextDue;
    const visit = visitsDone + 1;
    const found =
      nextDue === null
        ? step<MaintenanceSteps, 'MAINTENANCE_ALL_DONE'>('MAINTENANCE_ALL_DONE', { visits })
        : due
          ? step<MaintenanceSteps, 'MAINTENANCE_DUE'>('MAINTENANCE_DUE', { visit, dueOn: nextDue })
          : step<MaintenanceSteps, 'MAINTENANCE_NOT_YET'>('MAINTENANCE_NOT_YET', { visit, dueOn: nextDue });
    return {
      outcome: due ? 'ALLOWED' : 'REFUSED',
      countedFrom: start.day,
      deadline: null,
      remedy: due ? 'SERVICE' : null,
      result: { schedule, nextDue, partsIncluded, labourIncluded, partsDiscount },
      steps: [start.step, found],
    };
  },
  sentences: {
    en: {
      ...dueSentences.en,
      MAINTENANCE_PROMISE: (p, say) =>
        `${say.count(p.visits, 'maintenance visit', 'maintenance visits')}, one every ${say.count(p.everyMonths, 'month', 'months')} from ` +
        `${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}; labour is ${p.labourIncluded ? 'included' : 'charged as disclosed'}, ` +
        `parts are ${p.partsIncluded ? 'included' : p.partsDiscount > 0 ? `${say.number(p.partsDiscount)}% off what is disclosed` : 'charged as disclosed'}.`,
      MAINTENANCE_DUE: (p, say) => `Visit ${say.number(p.visit)} can be asked for since ${say.day(p.dueOn)}.`,
      MAINTENANCE_NOT_YET: (p, say) => `Visit ${say.number(p.visit)} is due from ${say.day(p.dueOn)} on.`,
      MAINTENANCE_ALL_DONE: (p, say) =>
        `${p.visits === 1 ? 'The one promised visit was' : `All ${say.number(p.visits)} promised visits were`} made.`,
    },
    'zh-Hant': {
      ...dueSentences['zh-Hant'],
      MAINTENANCE_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}起每 ${say.number(p.everyMonths)} 個月保養一次，共 ${say.number(p.visits)} 次；` +
        `${p.labourIncluded ? '含工資' : '工資依收費標準'}，` +
        `${p.partsIncluded ? '含零件費' : p.partsDiscount > 0 ? `零件依收費標準減價 ${say.number(p.partsDiscount)}%` : '零件依收費標準'}。`,
      MAINTENANCE_DUE: (p, say) => `第 ${say.number(p.visit)} 次保養自 ${say.day(p.dueOn)} 起即可要求。`,
      MAINTENANCE_NOT_YET: (p, say) => `第 ${say.number(p.visit)} 次保養要到 ${say.day(p.dueOn)} 才到期。`,
      MAINTENANCE_ALL_DONE: (p, say) => `承諾的 ${say.number(p.visits)} 次保養均已完成。`,
    },
    'zh-Hans': {
      ...dueSentences['zh-Hans'],
      MAINTENANCE_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}起每 ${say.number(p.everyMonths)} 个月保养一次，共 ${say.number(p.visits)} 次；` +
        `${p.labourIncluded ? '含工时费' : '工时费按收费标准'}，` +
        `${p.partsIncluded ? '含零件费' : p.partsDiscount > 0 ? `零件按收费标准减价 ${say.number(p.partsDiscount)}%` : '零件按收费标准'}。`,
      MAINTENANCE_DUE: (p, say) => `第 ${say.number(p.visit)} 次保养自 ${say.day(p.dueOn)} 起即可要求。`,
      MAINTENANCE_NOT_YET: (p, say) => `第 ${say.number(p.visit)} 次保养要到 ${say.day(p.dueOn)} 才到期。`,
      MAINTENANCE_ALL_DONE: (p, say) => `承诺的 ${say.number(p.visits)} 次保养均已完成。`,
    },
  } satisfies Dictionaries<MaintenanceSteps>,
});
