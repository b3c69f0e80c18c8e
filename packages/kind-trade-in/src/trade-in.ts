import { form, type ValuesOf } from '@perennial/domain/policies/kinds/form';
import { termKind, type TermKind, type Worsening } from '@perennial/domain/policies/kinds/kind';
import type { Dictionaries } from '@perennial/domain/policies/sentences/language';
import { step } from '@perennial/domain/policies/sentences/steps';
import { addMonths } from '@perennial/domain/shared/period';

const params = form({
  offers: {
    type: 'rows',
    key: ['months'],
    min: 1,
    max: 20,
    default: [{ months: 12, percent: 40 }],
    better: 'more',
    label: { en: 'Offers', 'zh-Hant': '折抵方案', 'zh-Hans': '折抵方案' },
    cells: {
      months: {
        type: 'int',
        min: 1,
        max: 240,
        default: 12,
        better: 'neutral',
        unit: { en: 'months', 'zh-Hant': '個月', 'zh-Hans': '个月' },
        label: { en: 'Up to an age of', 'zh-Hant': '使用未逾', 'zh-Hans': '使用未超过' },
      },
      percent: {
        type: 'int',
        min: 1,
        max: 100,
        default: 40,
        better: 'more',
        unit: { en: '% of the price', 'zh-Hant': '％（占售價）', 'zh-Hans': '％（占售价）' },
        label: { en: 'We give', 'zh-Hant': '折抵', 'zh-Hans': '折抵' },
      },
    },
  },
  workingOnly: {
    type: 'bool',
    default: true,
    better: false,
    label: { en: 'It must still work', 'zh-Hant': '須仍能運作', 'zh-Hans': '须仍能正常使用' },
  },
});

type Offers = ValuesOf<typeof params>['offers'];

/** From the shortest to the longest age. */
const byAge = (offers: Offers): Offers => [...offers].sort((a, b) => a.months - b.months);

/** What is given for a thing of at most so many months: the best of the offers that reach that far. */
const percentAt = (offers: Offers, months: number): number =>
  Math.max(0, ...offers.filter((offer) => offer.months >= months).map(({ percent }) => percent));

type TradeInSteps = {
  TRADE_IN_PROMISE: { offers: Offers; workingOnly: boolean };
  TRADE_IN_BROKEN: Record<string, never>;
  TRADE_IN_TOO_OLD: { months: number; deadline: string };
  TRADE_IN_GIVEN: { percent: number; months: number };
};

/** Takes the old product back against a new one (以舊換新). */
export const tradeIn: TermKind = termKind({
  kind: 'trade-in',
  stage: 'AFTER_SALE',
  label: { en: 'Trade-in', 'zh-Hant': '以舊換新', 'zh-Hans': '以旧换新' },
  params,
  claim: form({
    works: {
      type: 'bool',
      default: true,
      label: { en: 'It still works', 'zh-Hant': '仍能運作', 'zh-Hans': '仍能正常使用' },
    },
  }),
  promise: (values) => step<TradeInSteps, 'TRADE_IN_PROMISE'>('TRADE_IN_PROMISE', values),
  judge: ({ offers, workingOnly }, { works }, { boughtOn }, on) => {
    const longest = Math.max(...offers.map(({ months }) => months));
    const common = { countedFrom: boughtOn, deadline: addMonths(boughtOn, longest) };
    const fitting = byAge(offers).filter(({ months }) => on <= addMonths(boughtOn, months));
    const [youngest] = fitting;
    if (workingOnly && !works) {
      return { ...common, outcome: 'REFUSED', steps: [step<TradeInSteps, 'TRADE_IN_BROKEN'>('TRADE_IN_BROKEN', {})] };
    }
    if (!youngest) {
      const late = { months: longest, deadline: common.deadline };
      return {
        ...common,
        outcome: 'REFUSED',
        steps: [step<TradeInSteps, 'TRADE_IN_TOO_OLD'>('TRADE_IN_TOO_OLD', late)],
      };
    }
    const given = { percent: percentAt(offers, youngest.months), months: youngest.months };
    return {
      ...common,
      outcome: 'ALLOWED',
      result: { percent: given.percent },
      steps: [step<TradeInSteps, 'TRADE_IN_GIVEN'>('TRADE_IN_GIVEN', given)],
    };
  },
  // a row may go where another one gives as much for things as old; what counts is the percentage at every age
  worse: (before, after, derived) => [
    ...derived.filter(({ field }) => field !== 'offers'),
    ...byAge(before.offers).flatMap(({ months }): Worsening[] => {
      const [was, is] = [percentAt(before.offers, months), percentAt(after.offers, months)];
      return is < was ? [{ field: 'offers', row: String(months), cell: 'percent', before: was, after: is }] : [];
    }),
  ],
  sentences: {
    en: {
      TRADE_IN_PROMISE: (p, say) =>
        'Against a new one we take it back for ' +
        `${say.list(byAge(p.offers).map((o) => `${say.number(o.percent)}% of its price up to ${say.count(o.months, 'month', 'months')}`))}` +
        `${p.workingOnly ? ', as long as it works' : ', working or not'}.`,
      TRADE_IN_BROKEN: () => 'It no longer works, and only what works is taken back.',
      TRADE_IN_TOO_OLD: (p, say) =>
        `It is older than ${say.count(p.months, 'month', 'months')}; the last day was ${say.day(p.deadline)}.`,
      TRADE_IN_GIVEN: (p, say) =>
        `It is at most ${say.count(p.months, 'month', 'months')} old: ${say.number(p.percent)}% of its price is given for it.`,
    },
    'zh-Hant': {
      TRADE_IN_PROMISE: (p, say) =>
        `換購新品時可折抵：${byAge(p.offers)
          .map((o) => `${say.number(o.months)} 個月內折抵售價的 ${say.number(o.percent)}%`)
          .join('、')}${p.workingOnly ? '，但須仍能運作' : '，不論是否仍能運作'}。`,
      TRADE_IN_BROKEN: () => '商品已無法運作，而僅收回仍能運作的商品。',
      TRADE_IN_TOO_OLD: (p, say) => `使用已逾 ${say.number(p.months)} 個月；最後一天為 ${say.day(p.deadline)}。`,
      TRADE_IN_GIVEN: (p, say) => `使用未逾 ${say.number(p.months)} 個月：折抵售價的 ${say.number(p.percent)}%。`,
    },
    'zh-Hans': {
      TRADE_IN_PROMISE: (p, say) =>
        `换购新品时可折抵：${byAge(p.offers)
          .map((o) => `${say.number(o.months)} 个月内折抵售价的 ${say.number(o.percent)}%`)
          .join('、')}${p.workingOnly ? '，但须仍能正常使用' : '，不论是否仍能正常使用'}。`,
      TRADE_IN_BROKEN: () => '商品已无法正常使用，而仅收回仍能正常使用的商品。',
      TRADE_IN_TOO_OLD: (p, say) => `使用已超过 ${say.number(p.months)} 个月；最后一天为 ${say.day(p.deadline)}。`,
      TRADE_IN_GIVEN: (p, say) => `使用未超过 ${say.number(p.months)} 个月：折抵售价的 ${say.number(p.percent)}%。`,
    },
  } satisfies Dictionaries<TradeInSteps>,
});
