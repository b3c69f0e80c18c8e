import { addDays } from '../../shared/period.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { CHECKLIST } from './checklist.ts';
import { dueSentences, dueVerdict, SOONEST_FROM, soonestOf, type DueSteps } from './due.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

type InstallationSteps = DueSteps & {
  INSTALLATION_PROMISE: {
    withinDays: number;
    countedFrom: string;
    freeOfCharge: boolean;
    checklist: readonly string[];
    conduct: readonly string[];
  };
};

/**
 * Installation with the conduct of whoever comes (安裝、行為規範, C15). A claim says that it was not installed in time:
 * ALLOWED where the promise is broken, REFUSED while it is not (see `dueVerdict`).
 */
export const installation = termKind({
  kind: 'installation',
  stage: 'SALE',
  label: { en: 'Installation', 'zh-Hant': '安裝', 'zh-Hans': '安装' },
  params: form({
    withinDays: {
      type: 'int',
      min: 0,
      max: 365,
      default: 3,
      better: 'less',
      unit: { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' },
      label: { en: 'Installed within', 'zh-Hant': '安裝期限', 'zh-Hans': '安装期限' },
    },
    countedFrom: { ...SOONEST_FROM, default: 'DELIVERY' },
    freeOfCharge: {
      type: 'bool',
      default: true,
      better: true,
      label: { en: 'Free of charge', 'zh-Hant': '免費安裝', 'zh-Hans': '免费安装' },
    },
    checklist: CHECKLIST,
    conduct: {
      type: 'words',
      max: 50,
      default: [],
      better: 'more',
      label: {
        en: 'Conduct at the customer’s (shoe covers, badge, clean up …)',
        'zh-Hant': '到府行為規範（穿鞋套、佩戴識別證、清理現場……）',
        'zh-Hans': '上门行为规范（穿鞋套、佩戴工牌、清理现场……）',
      },
    },
  }),
  reach: ({ withinDays }, boughtOn) => addDays(boughtOn, withinDays),
  claim: form({}),
  promise: (params) => step<InstallationSteps, 'INSTALLATION_PROMISE'>('INSTALLATION_PROMISE', params),
  judge: ({ withinDays, countedFrom, freeOfCharge, checklist, conduct }, _claim, purchase, on) => {
    const start = soonestOf(countedFrom, purchase);
    return dueVerdict(start, addDays(start.day, withinDays), on, { checklist, conduct, freeOfCharge });
  },
  sentences: {
    en: {
      ...dueSentences.en,
      INSTALLATION_PROMISE: (p, say) =>
        `It is installed ${p.withinDays === 0 ? 'on the day' : `within ${say.count(p.withinDays, 'day', 'days')}`} of ` +
        `${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}, ${p.freeOfCharge ? 'free of charge' : 'at the disclosed charge'}.` +
        `${p.checklist.length > 0 ? ` What is done: ${say.list(p.checklist.map(say.typed))}.` : ''}` +
        `${p.conduct.length > 0 ? ` Whoever comes keeps to this: ${say.list(p.conduct.map(say.typed))}.` : ''}`,
    },
    'zh-Hant': {
      ...dueSentences['zh-Hant'],
      INSTALLATION_PROMISE: (p, say) =>
        `${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}${p.withinDays === 0 ? '當天' : `次日起 ${say.number(p.withinDays)} 天內`}完成安裝，` +
        `${p.freeOfCharge ? '免費' : '費用依收費標準'}。` +
        `${p.checklist.length > 0 ? `安裝內容：${say.list(p.checklist.map(say.typed))}。` : ''}` +
        `${p.conduct.length > 0 ? `到府人員遵守：${say.list(p.conduct.map(say.typed))}。` : ''}`,
    },
    'zh-Hans': {
      ...dueSentences['zh-Hans'],
      INSTALLATION_PROMISE: (p, say) =>
        `${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}${p.withinDays === 0 ? '当天' : `次日起 ${say.number(p.withinDays)} 天内`}完成安装，` +
        `${p.freeOfCharge ? '免费' : '费用按收费标准'}。` +
        `${p.checklist.length > 0 ? `安装内容：${say.list(p.checklist.map(say.typed))}。` : ''}` +
        `${p.conduct.length > 0 ? `上门人员遵守：${say.list(p.conduct.map(say.typed))}。` : ''}`,
    },
  } satisfies Dictionaries<InstallationSteps>,
});
