import { addMonths, daysBetween } from '../../shared/period.ts';
import type { Step } from '../decision.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { emptyIsAll } from './empty-is-all.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';
import { nameMeant } from './saying.ts';
import { COUNTED_FROM, startOf, startSentences, type StartSteps } from './start.ts';

const CAUSES = {
  DEFECT: { en: 'a defect in material or workmanship', 'zh-Hant': '材料或製造瑕疵', 'zh-Hans': '材料或制造缺陷' },
  TRANSPORT: { en: 'damage in transport', 'zh-Hant': '運送損壞', 'zh-Hans': '运输损坏' },
  WEAR: { en: 'normal wear', 'zh-Hant': '正常耗損', 'zh-Hans': '正常磨损' },
  ACCIDENT: { en: 'an accident', 'zh-Hant': '意外損壞', 'zh-Hans': '意外损坏' },
} as const satisfies Record<string, InEvery<string>>;

const causeOptions = [
  { value: 'DEFECT', label: CAUSES.DEFECT },
  { value: 'TRANSPORT', label: CAUSES.TRANSPORT },
  { value: 'WEAR', label: CAUSES.WEAR },
  { value: 'ACCIDENT', label: CAUSES.ACCIDENT },
] as const;

const causeIn = (language: Language, cause: string): string =>
  (CAUSES as Record<string, InEvery<string> | undefined>)[cause]?.[language] ?? cause;

type WarrantySteps = StartSteps & {
  WARRANTY_PROMISE: {
    months: number;
    causes: readonly string[];
    parts: readonly string[];
    transferable: boolean;
    countedFrom: string;
  };
  WARRANTY_CAUSE: { cause: string; causes: readonly string[] };
  WARRANTY_PART: { part: string; parts: readonly string[] };
  WARRANTY_PART_UNKNOWN: { parts: readonly string[] };
  WARRANTY_HOLDER: Record<string, never>;
  WARRANTY_IN_TIME: { on: string; deadline: string };
  WARRANTY_EXPIRED: { on: string; deadline: string; daysLate: number };
};

/** Warranty period and terms (質保期、保證條款, C6): months, covered causes and parts, and whether it passes to a new owner. */
export const warranty = termKind({
  kind: 'warranty',
  stage: 'AFTER_SALE',
  label: { en: 'Warranty', 'zh-Hant': '保固', 'zh-Hans': '质保' },
  params: form({
    months: {
      type: 'int',
      min: 1,
      max: 600,
      default: 12,
      better: 'more',
      unit: { en: 'months', 'zh-Hant': '個月', 'zh-Hans': '个月' },
      label: { en: 'Warranty period', 'zh-Hant': '保固期', 'zh-Hans': '质保期' },
    },
    causes: {
      type: 'choices',
      options: causeOptions,
      min: 1,
      default: ['DEFECT'],
      better: 'more',
      label: { en: 'Covered causes', 'zh-Hant': '保固涵蓋的原因', 'zh-Hans': '质保涵盖的原因' },
    },
    parts: {
      type: 'words',
      max: 50,
      default: [],
      better: 'more',
      empty: { en: 'the whole product', 'zh-Hant': '整件商品', 'zh-Hans': '整件商品' },
      label: {
        en: 'Covered parts (none named = the whole product)',
        'zh-Hant': '涵蓋的零件（未列出＝整件商品）',
        'zh-Hans': '涵盖的零件（未列出＝整件商品）',
      },
    },
    transferable: {
      type: 'bool',
      default: true,
      better: true,
      label: { en: 'Passes to a new owner', 'zh-Hant': '可轉讓給新的持有人', 'zh-Hans': '可转让给新的持有人' },
    },
    countedFrom: COUNTED_FROM,
  }),
  reach: ({ months }, boughtOn) => addMonths(boughtOn, months),
  claim: form({
    cause: {
      type: 'choice',
      options: causeOptions,
      default: 'DEFECT',
      label: { en: 'Cause', 'zh-Hant': '原因', 'zh-Hans': '原因' },
    },
    part: {
      type: 'words',
      max: 1,
      default: [],
      label: { en: 'Part that failed', 'zh-Hant': '故障的零件', 'zh-Hans': '故障的零件' },
    },
    newOwner: {
      type: 'bool',
      default: false,
      label: { en: 'Claimed by a new owner', 'zh-Hant': '由新的持有人提出', 'zh-Hans': '由新的持有人提出' },
    },
  }),
  promise: (params) => step<WarrantySteps, 'WARRANTY_PROMISE'>('WARRANTY_PROMISE', params),
  worse: emptyIsAll('parts'),
  judge: (params, claim, purchase, on, { phrases }) => {
    const start = startOf(params.countedFrom, purchase);
    const deadline = start.day === null ? null : addMonths(start.day, params.months);
    const verdict = (outcome: 'ALLOWED' | 'REFUSED', ...steps: Step[]) => ({
      outcome,
      countedFrom: start.day,
      deadline,
      remedy: outcome === 'ALLOWED' ? ('REPAIR' as const) : null,
      steps: [start.step, ...steps],
    });
    const { causes, parts } = params;
    const [part] = claim.part;
    if (claim.newOwner && !params.transferable) {
      return verdict('REFUSED', step<WarrantySteps, 'WARRANTY_HOLDER'>('WARRANTY_HOLDER', {}));
    }
    if (!causes.includes(claim.cause)) {
      return verdict(
        'REFUSED',
        step<WarrantySteps, 'WARRANTY_CAUSE'>('WARRANTY_CAUSE', { cause: claim.cause, causes }),
      );
    }
    if (parts.length > 0 && part === undefined) {
      return verdict('REFUSED', step<WarrantySteps, 'WARRANTY_PART_UNKNOWN'>('WARRANTY_PART_UNKNOWN', { parts }));
    }
    if (parts.length > 0 && part !== undefined && nameMeant(parts, part, phrases) === undefined) {
      return verdict('REFUSED', step<WarrantySteps, 'WARRANTY_PART'>('WARRANTY_PART', { part, parts }));
    }
    if (deadline === null) return verdict('ALLOWED');
    const late = daysBetween(deadline, on);
    return late <= 0
      ? verdict('ALLOWED', step<WarrantySteps, 'WARRANTY_IN_TIME'>('WARRANTY_IN_TIME', { on, deadline }))
      : verdict(
          'REFUSED',
          step<WarrantySteps, 'WARRANTY_EXPIRED'>('WARRANTY_EXPIRED', { on, deadline, daysLate: late }),
        );
  },
  sentences: {
    en: {
      ...startSentences.en,
      WARRANTY_PROMISE: (p, say) =>
        `For ${say.count(p.months, 'month', 'months')} from ${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'} ` +
        `${p.parts.length > 0 ? `these parts are covered (${say.list(p.parts.map(say.typed))})` : 'the whole product is covered'} ` +
        `against ${say.list(p.causes.map((cause) => causeIn('en', cause)))}; ` +
        `the warranty ${p.transferable ? 'passes to a new owner' : 'is for the buyer only'}.`,
      WARRANTY_CAUSE: (p, say) =>
        `The cause is ${causeIn('en', p.cause)}; covered is only ${say.list(p.causes.map((cause) => causeIn('en', cause)))}.`,
      WARRANTY_PART: (p, say) =>
        `The part “${say.typed(p.part)}” is not among the covered ones: ${say.list(p.parts.map(say.typed))}.`,
      WARRANTY_PART_UNKNOWN: (p, say) =>
        `Only these parts are covered: ${say.list(p.parts.map(say.typed))}; the claim names none of them.`,
      WARRANTY_HOLDER: () => 'The warranty is for the buyer only, and a new owner claims it.',
      WARRANTY_IN_TIME: (p, say) =>
        `It was claimed on ${say.day(p.on)}, within the warranty, whose last day is ${say.day(p.deadline)}.`,
      WARRANTY_EXPIRED: (p, say) =>
        `It was claimed on ${say.day(p.on)}, ${say.count(p.daysLate, 'day', 'days')} after the warranty’s last day, ${say.day(p.deadline)}.`,
    },
    'zh-Hant': {
      ...startSentences['zh-Hant'],
      WARRANTY_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}起 ${say.number(p.months)} 個月內，` +
        `${p.parts.length > 0 ? `下列零件（${say.list(p.parts.map(say.typed))}）` : '整件商品'}` +
        `因${p.causes.map((cause) => causeIn('zh-Hant', cause)).join('、')}均在保固範圍內；` +
        `保固${p.transferable ? '可轉讓給新的持有人' : '僅限原購買人'}。`,
      WARRANTY_CAUSE: (p) =>
        `原因為${causeIn('zh-Hant', p.cause)}；保固僅涵蓋${p.causes.map((cause) => causeIn('zh-Hant', cause)).join('、')}。`,
      WARRANTY_PART: (p, say) =>
        `零件「${say.typed(p.part)}」不在保固範圍內；涵蓋的零件為${say.list(p.parts.map(say.typed))}。`,
      WARRANTY_PART_UNKNOWN: (p, say) =>
        `保固僅涵蓋下列零件：${say.list(p.parts.map(say.typed))}；而此申請並未指明其中任何一項。`,
      WARRANTY_HOLDER: () => '保固僅限原購買人，而此申請由新的持有人提出。',
      WARRANTY_IN_TIME: (p, say) => `於 ${say.day(p.on)} 提出，在保固期內；最後一天為 ${say.day(p.deadline)}。`,
      WARRANTY_EXPIRED: (p, say) =>
        `於 ${say.day(p.on)} 提出，已超過保固期最後一天 ${say.day(p.deadline)} 達 ${say.number(p.daysLate)} 天。`,
    },
    'zh-Hans': {
      ...startSentences['zh-Hans'],
      WARRANTY_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}起 ${say.number(p.months)} 个月内，` +
        `${p.parts.length > 0 ? `下列零件（${say.list(p.parts.map(say.typed))}）` : '整件商品'}` +
        `因${p.causes.map((cause) => causeIn('zh-Hans', cause)).join('、')}均在质保范围内；` +
        `质保${p.transferable ? '可转让给新的持有人' : '仅限原购买人'}。`,
      WARRANTY_CAUSE: (p) =>
        `原因为${causeIn('zh-Hans', p.cause)}；质保仅涵盖${p.causes.map((cause) => causeIn('zh-Hans', cause)).join('、')}。`,
      WARRANTY_PART: (p, say) =>
        `零件“${say.typed(p.part)}”不在质保范围内；涵盖的零件为${say.list(p.parts.map(say.typed))}。`,
      WARRANTY_PART_UNKNOWN: (p, say) =>
        `质保仅涵盖下列零件：${say.list(p.parts.map(say.typed))}；而此申请并未指明其中任何一项。`,
      WARRANTY_HOLDER: () => '质保仅限原购买人，而此申请由新的持有人提出。',
      WARRANTY_IN_TIME: (p, say) => `于 ${say.day(p.on)} 提出，在质保期内；最后一天为 ${say.day(p.deadline)}。`,
      WARRANTY_EXPIRED: (p, say) =>
        `于 ${say.day(p.on)} 提出，已超过质保期最后一天 ${say.day(p.deadline)} ${say.number(p.daysLate)} 天。`,
    },
  } satisfies Dictionaries<WarrantySteps>,
});
