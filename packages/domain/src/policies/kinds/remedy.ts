import { addDays, addMonths } from '../../shared/period.ts';
import type { Language } from '../../shared/language.ts';
import type { Step } from '../decision.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';
import { optionIn } from './saying.ts';
import { COUNTED_FROM, startOf, startSentences, type StartSteps } from './start.ts';

const CONDITIONS = [
  { value: 'DEFECT', label: { en: 'a defect', 'zh-Hant': '商品瑕疵', 'zh-Hans': '商品缺陷' } },
  { value: 'TRANSPORT_DAMAGE', label: { en: 'damage in transport', 'zh-Hant': '運送損壞', 'zh-Hans': '运输损坏' } },
  { value: 'WRONG_ITEM', label: { en: 'the wrong item', 'zh-Hant': '送錯商品', 'zh-Hans': '送错商品' } },
  { value: 'NOT_AS_DESCRIBED', label: { en: 'not as described', 'zh-Hant': '與描述不符', 'zh-Hans': '与描述不符' } },
  { value: 'WEAR', label: { en: 'normal wear', 'zh-Hant': '正常耗損', 'zh-Hans': '正常磨损' } },
  { value: 'MISUSE', label: { en: 'misuse', 'zh-Hant': '使用不當', 'zh-Hans': '使用不当' } },
] as const;

/** What can be done, the best for the customer first. */
const REMEDIES = [
  { value: 'REFUND', label: { en: 'a refund', 'zh-Hant': '退貨', 'zh-Hans': '退货' } },
  { value: 'REPLACE', label: { en: 'a replacement', 'zh-Hant': '換貨', 'zh-Hans': '换货' } },
  { value: 'REPAIR', label: { en: 'a repair', 'zh-Hant': '維修', 'zh-Hans': '维修' } },
] as const;
type Wanted = (typeof REMEDIES)[number]['value'];

const ANY = { value: 'ANY', label: { en: 'no preference', 'zh-Hant': '沒有偏好', 'zh-Hans': '没有偏好' } } as const;

const remedyIn = (language: Language, value: string): string => optionIn(REMEDIES, language, value);
const conditionsIn = (language: Language, values: readonly string[]): string => {
  const words = values.map((value) => optionIn(CONDITIONS, language, value));
  if (language !== 'en') return words.join('、');
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
};

type RemedySteps = StartSteps & {
  REMEDY_PROMISE: {
    refundDays: number;
    replaceDays: number;
    repairMonths: number;
    maxRepairs: number;
    conditions: readonly string[];
    countedFrom: string;
  };
  REMEDY_CONDITION: { condition: string; conditions: readonly string[] };
  REMEDY_OPEN: { remedy: string; deadline: string };
  REMEDY_OPEN_UNDATED: { remedy: string };
  REMEDY_CLOSED: { remedy: string; deadline: string };
  REMEDY_NOT_OFFERED: { remedy: string };
  REMEDY_REPAIRED_ENOUGH: { repairs: number; maxRepairs: number };
  REMEDY_WISHED: { remedy: string };
  REMEDY_INSTEAD: { remedy: string; wish: string };
  REMEDY_NO_MORE_REPAIRS: { remedy: string };
  REMEDY_BEST: { remedy: string };
  REMEDY_NONE: { on: string };
};

const days = { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' } as const;

const NOT_OFFERED = [{ value: 0, label: { en: 'not offered', 'zh-Hant': '不提供', 'zh-Hans': '不提供' } }] as const;

/**
 * Refund, replacement or repair of goods that are not as they should be (三包: 包退、包換、包修, C11). Each of the three has
 * a window of its own; 0 means it is not offered. The customer's wish is met where its window is open; who has none, or
 * wishes for what is no longer open, gets the best of what is. After `maxRepairs` failed repairs of the same defect the
 * goods are replaced for as long as they would be repaired, even where another repair is wished for.
 */
export const remedy = termKind({
  kind: 'remedy',
  stage: 'AFTER_SALE',
  label: { en: 'Refund, replacement, repair', 'zh-Hant': '包退、包換、包修', 'zh-Hans': '三包：包退、包换、包修' },
  params: form({
    refundDays: {
      type: 'int',
      min: 0,
      max: 3650,
      default: 7,
      better: 'more',
      unit: days,
      special: NOT_OFFERED,
      label: { en: 'Refund within', 'zh-Hant': '包退期限', 'zh-Hans': '包退期限' },
    },
    replaceDays: {
      type: 'int',
      min: 0,
      max: 3650,
      default: 15,
      better: 'more',
      unit: days,
      special: NOT_OFFERED,
      label: { en: 'Replacement within', 'zh-Hant': '包換期限', 'zh-Hans': '包换期限' },
    },
    repairMonths: {
      type: 'int',
      min: 0,
      max: 600,
      default: 12,
      better: 'more',
      unit: { en: 'months', 'zh-Hant': '個月', 'zh-Hans': '个月' },
      special: NOT_OFFERED,
      label: { en: 'Repair within', 'zh-Hant': '包修期限', 'zh-Hans': '包修期限' },
    },
    maxRepairs: {
      type: 'int',
      min: 1,
      max: 20,
      default: 2,
      better: 'less',
      unit: { en: 'failed repairs', 'zh-Hant': '次未修好', 'zh-Hans': '次未修好' },
      label: {
        en: 'Replaced after, of the same defect',
        'zh-Hant': '同一瑕疵幾次未修好即換貨',
        'zh-Hans': '同一缺陷几次未修好即换货',
      },
    },
    conditions: {
      type: 'choices',
      options: CONDITIONS,
      min: 1,
      default: ['DEFECT', 'TRANSPORT_DAMAGE', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'],
      better: 'more',
      label: { en: 'Covered conditions', 'zh-Hant': '適用情況', 'zh-Hans': '适用情况' },
    },
    countedFrom: COUNTED_FROM,
  }),
  reach: ({ refundDays, replaceDays, repairMonths }, boughtOn) =>
    [addDays(boughtOn, Math.max(refundDays, replaceDays)), addMonths(boughtOn, repairMonths)].sort()[1]!,
  claim: form({
    condition: {
      type: 'choice',
      options: CONDITIONS,
      default: 'DEFECT',
      label: { en: 'Condition', 'zh-Hant': '商品狀況', 'zh-Hans': '商品状况' },
    },
    repairsDone: {
      type: 'int',
      min: 0,
      max: 100,
      default: 0,
      unit: { en: 'repairs', 'zh-Hant': '次', 'zh-Hans': '次' },
      label: {
        en: 'Failed repairs of the same defect',
        'zh-Hant': '同一瑕疵未修好的次數',
        'zh-Hans': '同一缺陷未修好的次数',
      },
    },
    wish: {
      type: 'choice',
      options: [ANY, ...REMEDIES],
      default: 'ANY',
      label: { en: 'The customer wishes', 'zh-Hant': '客戶希望', 'zh-Hans': '客户希望' },
    },
  }),
  promise: (params) => step<RemedySteps, 'REMEDY_PROMISE'>('REMEDY_PROMISE', params),
  judge: (params, { condition, repairsDone, wish }, purchase, on) => {
    const { refundDays, replaceDays, repairMonths, maxRepairs, conditions } = params;
    const start = startOf(params.countedFrom, purchase);
    if (!conditions.includes(condition)) {
      return {
        outcome: 'REFUSED',
        countedFrom: start.day,
        deadline: null,
        remedy: null,
        steps: [step<RemedySteps, 'REMEDY_CONDITION'>('REMEDY_CONDITION', { condition, conditions })],
      };
    }
    const { day } = start;
    const windows: Readonly<Record<Wanted, Window>> = {
      REFUND: windowOf(refundDays, day && addDays(day, refundDays), on),
      REPLACE: windowOf(replaceDays, day && addDays(day, replaceDays), on),
      REPAIR: windowOf(repairMonths, day && addMonths(day, repairMonths), on),
    };
    const repairedEnough = repairsDone >= maxRepairs;
    const replacedLonger = repairedEnough && windows.REPAIR.open && closesBefore(windows.REPLACE, windows.REPAIR);
    const open: Readonly<Record<Wanted, Window>> = replacedLonger ? { ...windows, REPLACE: windows.REPAIR } : windows;
    const best = REMEDIES.map(({ value }) => value).find((value) => open[value].open) ?? null;
    // a claim for repair wishes for one by itself; that must not cost the customer the replacement
    const noMoreRepairs = repairedEnough && wish === 'REPAIR' && open.REPAIR.open;
    const chosen = noMoreRepairs ? 'REPLACE' : wish !== 'ANY' && open[wish].open ? wish : best;
    const last =
      Object.values(windows)
        .flatMap(({ deadline }) => deadline ?? [])
        .sort()
        .at(-1) ?? null;
    const steps: Step[] = [start.step, ...REMEDIES.map(({ value }) => windowStep(value, windows[value]))];
    if (replacedLonger || noMoreRepairs) {
      steps.push(
        step<RemedySteps, 'REMEDY_REPAIRED_ENOUGH'>('REMEDY_REPAIRED_ENOUGH', { repairs: repairsDone, maxRepairs }),
      );
    }
    steps.push(
      chosen === null
        ? step<RemedySteps, 'REMEDY_NONE'>('REMEDY_NONE', { on })
        : wish === 'ANY'
          ? step<RemedySteps, 'REMEDY_BEST'>('REMEDY_BEST', { remedy: chosen })
          : wish === chosen
            ? step<RemedySteps, 'REMEDY_WISHED'>('REMEDY_WISHED', { remedy: chosen })
            : noMoreRepairs
              ? step<RemedySteps, 'REMEDY_NO_MORE_REPAIRS'>('REMEDY_NO_MORE_REPAIRS', { remedy: chosen })
              : step<RemedySteps, 'REMEDY_INSTEAD'>('REMEDY_INSTEAD', { remedy: chosen, wish }),
    );
    return {
      outcome: chosen === null ? 'REFUSED' : 'ALLOWED',
      countedFrom: start.day,
      deadline: chosen === null ? last : open[chosen].deadline,
      remedy: chosen,
      result: { open: REMEDIES.map(({ value }) => value).filter((value) => open[value].open) },
      steps,
    };
  },
  sentences: {
    en: {
      ...startSentences.en,
      REMEDY_PROMISE: (p, say) => {
        const offered = [
          ...(p.refundDays > 0 ? [`refunded for ${say.count(p.refundDays, 'day', 'days')}`] : []),
          ...(p.replaceDays > 0 ? [`replaced for ${say.count(p.replaceDays, 'day', 'days')}`] : []),
          ...(p.repairMonths > 0 ? [`repaired for ${say.count(p.repairMonths, 'month', 'months')}`] : []),
        ];
        const what = conditionsIn('en', p.conditions);
        if (offered.length === 0) return `In case of ${what} neither refund, replacement nor repair is offered.`;
        return (
          `In case of ${what}, goods are ${say.list(offered)} from ${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}` +
          `${p.repairMonths > 0 ? `; after ${say.count(p.maxRepairs, 'failed repair', 'failed repairs')} of the same defect they are replaced` : ''}.`
        );
      },
      REMEDY_CONDITION: (p) =>
        `The condition is ${optionIn(CONDITIONS, 'en', p.condition)}; covered is only ${conditionsIn('en', p.conditions)}.`,
      REMEDY_OPEN: (p, say) => `For ${remedyIn('en', p.remedy)} it is in time: the last day is ${say.day(p.deadline)}.`,
      REMEDY_OPEN_UNDATED: (p) => `For ${remedyIn('en', p.remedy)} it is in time.`,
      REMEDY_CLOSED: (p, say) =>
        `For ${remedyIn('en', p.remedy)} it is too late: the last day was ${say.day(p.deadline)}.`,
      REMEDY_NOT_OFFERED: (p) => `The promise does not offer ${remedyIn('en', p.remedy)}.`,
      REMEDY_REPAIRED_ENOUGH: (p, say) =>
        `The same defect was repaired in vain ${say.count(p.repairs, 'time', 'times')}; after ${say.number(p.maxRepairs)} the goods are replaced.`,
      REMEDY_WISHED: (p) => `The customer gets ${remedyIn('en', p.remedy)}, as wished.`,
      REMEDY_INSTEAD: (p) =>
        `The customer wished for ${remedyIn('en', p.wish)}, which is not open; the best that is open is ${remedyIn('en', p.remedy)}.`,
      REMEDY_NO_MORE_REPAIRS: (p) =>
        `The customer wished for another repair and gets ${remedyIn('en', p.remedy)} instead.`,
      REMEDY_BEST: (p) => `The best that is open to the customer is ${remedyIn('en', p.remedy)}.`,
      REMEDY_NONE: (p, say) => `On ${say.day(p.on)} neither refund, replacement nor repair was open.`,
    },
    'zh-Hant': {
      ...startSentences['zh-Hant'],
      REMEDY_PROMISE: (p, say) => {
        const offered = [
          ...(p.refundDays > 0 ? [`${say.number(p.refundDays)} 天內包退`] : []),
          ...(p.replaceDays > 0 ? [`${say.number(p.replaceDays)} 天內包換`] : []),
          ...(p.repairMonths > 0 ? [`${say.number(p.repairMonths)} 個月內包修`] : []),
        ];
        const what = conditionsIn('zh-Hant', p.conditions);
        if (offered.length === 0) return `若有${what}，不提供退貨、換貨或維修。`;
        return (
          `若有${what}，自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}次日起 ${offered.join('、')}` +
          `${p.repairMonths > 0 ? `；同一瑕疵 ${say.number(p.maxRepairs)} 次未修好即換貨` : ''}。`
        );
      },
      REMEDY_CONDITION: (p) =>
        `商品狀況為${optionIn(CONDITIONS, 'zh-Hant', p.condition)}；承諾僅適用於${conditionsIn('zh-Hant', p.conditions)}。`,
      REMEDY_OPEN: (p, say) => `${remedyIn('zh-Hant', p.remedy)}在期限內：最後一天為 ${say.day(p.deadline)}。`,
      REMEDY_OPEN_UNDATED: (p) => `${remedyIn('zh-Hant', p.remedy)}在期限內。`,
      REMEDY_CLOSED: (p, say) => `${remedyIn('zh-Hant', p.remedy)}已逾期：最後一天為 ${say.day(p.deadline)}。`,
      REMEDY_NOT_OFFERED: (p) => `承諾不包含${remedyIn('zh-Hant', p.remedy)}。`,
      REMEDY_REPAIRED_ENOUGH: (p, say) =>
        `同一瑕疵已維修 ${say.number(p.repairs)} 次仍未修好；達 ${say.number(p.maxRepairs)} 次即換貨。`,
      REMEDY_WISHED: (p) => `依客戶的意願處理：${remedyIn('zh-Hant', p.remedy)}。`,
      REMEDY_INSTEAD: (p) =>
        `客戶希望${remedyIn('zh-Hant', p.wish)}，但已無法提供；目前能提供的最佳方式為${remedyIn('zh-Hant', p.remedy)}。`,
      REMEDY_NO_MORE_REPAIRS: (p) => `客戶希望再次維修，改為${remedyIn('zh-Hant', p.remedy)}。`,
      REMEDY_BEST: (p) => `目前能提供給客戶的最佳方式為${remedyIn('zh-Hant', p.remedy)}。`,
      REMEDY_NONE: (p, say) => `${say.day(p.on)} 當天，退貨、換貨與維修均已不在期限內。`,
    },
    'zh-Hans': {
      ...startSentences['zh-Hans'],
      REMEDY_PROMISE: (p, say) => {
        const offered = [
          ...(p.refundDays > 0 ? [`${say.number(p.refundDays)} 天内包退`] : []),
          ...(p.replaceDays > 0 ? [`${say.number(p.replaceDays)} 天内包换`] : []),
          ...(p.repairMonths > 0 ? [`${say.number(p.repairMonths)} 个月内包修`] : []),
        ];
        const what = conditionsIn('zh-Hans', p.conditions);
        if (offered.length === 0) return `若有${what}，不提供退货、换货或维修。`;
        return (
          `若有${what}，自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}次日起 ${offered.join('、')}` +
          `${p.repairMonths > 0 ? `；同一缺陷 ${say.number(p.maxRepairs)} 次未修好即换货` : ''}。`
        );
      },
      REMEDY_CONDITION: (p) =>
        `商品状况为${optionIn(CONDITIONS, 'zh-Hans', p.condition)}；承诺仅适用于${conditionsIn('zh-Hans', p.conditions)}。`,
      REMEDY_OPEN: (p, say) => `${remedyIn('zh-Hans', p.remedy)}在期限内：最后一天为 ${say.day(p.deadline)}。`,
      REMEDY_OPEN_UNDATED: (p) => `${remedyIn('zh-Hans', p.remedy)}在期限内。`,
      REMEDY_CLOSED: (p, say) => `${remedyIn('zh-Hans', p.remedy)}已逾期：最后一天为 ${say.day(p.deadline)}。`,
      REMEDY_NOT_OFFERED: (p) => `承诺不包含${remedyIn('zh-Hans', p.remedy)}。`,
      REMEDY_REPAIRED_ENOUGH: (p, say) =>
        `同一缺陷已维修 ${say.number(p.repairs)} 次仍未修好；达 ${say.number(p.maxRepairs)} 次即换货。`,
      REMEDY_WISHED: (p) => `按客户的意愿处理：${remedyIn('zh-Hans', p.remedy)}。`,
      REMEDY_INSTEAD: (p) =>
        `客户希望${remedyIn('zh-Hans', p.wish)}，但已无法提供；目前能提供的最佳方式为${remedyIn('zh-Hans', p.remedy)}。`,
      REMEDY_NO_MORE_REPAIRS: (p) => `客户希望再次维修，改为${remedyIn('zh-Hans', p.remedy)}。`,
      REMEDY_BEST: (p) => `目前能提供给客户的最佳方式为${remedyIn('zh-Hans', p.remedy)}。`,
      REMEDY_NONE: (p, say) => `${say.day(p.on)} 当天，退货、换货与维修均已不在期限内。`,
    },
  } satisfies Dictionaries<RemedySteps>,
});

interface Window {
  offered: boolean;
  open: boolean;
  /** null: not offered, or its time has not been shown to have begun. */
  deadline: string | null;
}

const windowOf = (length: number, deadline: string | null, on: string): Window =>
  length === 0
    ? { offered: false, open: false, deadline: null }
    : { offered: true, open: deadline === null || on <= deadline, deadline };

/** Of an open window and another: whether the other is closed already or closes sooner. Either both are dated or none. */
const closesBefore = (other: Window, open: Window): boolean =>
  !other.open || (other.deadline ?? '') < (open.deadline ?? '');

function windowStep(wanted: Wanted, { offered, open, deadline }: Window): Step {
  if (!offered) return step<RemedySteps, 'REMEDY_NOT_OFFERED'>('REMEDY_NOT_OFFERED', { remedy: wanted });
  if (deadline === null) {
    return step<RemedySteps, 'REMEDY_OPEN_UNDATED'>('REMEDY_OPEN_UNDATED', { remedy: wanted });
  }
  return open
    ? step<RemedySteps, 'REMEDY_OPEN'>('REMEDY_OPEN', { remedy: wanted, deadline })
    : step<RemedySteps, 'REMEDY_CLOSED'>('REMEDY_CLOSED', { remedy: wanted, deadline });
}
