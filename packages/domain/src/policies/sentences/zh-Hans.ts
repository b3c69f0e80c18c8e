import { casesOf, UNKNOWN, type Cases, type Range, type Side } from '../cases.ts';
import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = { KEY: '关键客户', STANDARD: '一般客户', PROSPECT: '潜在客户' };
const COMPLEXITY: Record<string, string> = { LOW: '简单的商品', MEDIUM: '中等复杂度的商品', HIGH: '复杂的商品' };

/** A blank between Chinese and a Latin word at the end. */
const spaced = (text: string): string => (/[\w)]$/.test(text) ? `${text} ` : text);

/** What is asked of a purchase, condition by condition. */
function aboutOf(cases: Cases, currency: string, say: Say, who: readonly string[] = []): string[] {
  const some = (
    side: Side,
    these: (items: string) => string,
    others: (items: string) => string,
    name = (item: string): string => item,
  ) => (side.items.length === 0 ? [] : [(side.except ? others : these)(side.items.map(name).join('、'))]);
  return [
    ...who,
    ...some(
      cases.regions,
      (i) => `地区 ${i}`,
      (i) => `除 ${i} 以外的地区`,
    ),
    ...some(
      cases.segments,
      (i) => i,
      (i) => `除${i}以外的客户`,
      (s) => SEGMENTS[s] ?? s,
    ),
    ...some(
      cases.productCodes,
      (i) => `商品 ${i}`,
      (i) => `除 ${i} 以外的商品`,
    ),
    ...some(
      cases.categories,
      (i) => `类别 ${i}`,
      (i) => `除 ${i} 以外的类别`,
    ),
    ...some(
      cases.complexity,
      (i) => i,
      (i) => `除${i}以外的商品`,
      (c) => COMPLEXITY[c] ?? c,
    ),
    ...worthOf(cases.value, currency, say),
    ...tenureOf(cases.tenure, say),
  ];
}

/** Whom a term is for. */
function scopeOf(cases: Cases, currency: string, say: Say, who: readonly string[] = []): string {
  const about = aboutOf(cases, currency, say, who);
  return about.length > 0 ? `针对${about.join('，')}` : '针对所有购买';
}

/** The worth of a purchase is known where it is in the currency in which worth is asked for. */
function worthOf({ low, high }: Range, currency: string, say: Say): string[] {
  const unknown = low === UNKNOWN;
  if (unknown && high === 0) return [`以 ${currency} 以外的货币计价的购买`];
  if (low === 0 && high === null) return [`以 ${currency} 计价的购买`];
  return [
    ...(low > 0 ? [`金额满 ${say.money(low, currency)} 的购买`] : []),
    ...(high === null ? [] : [`金额未满 ${say.money(high, currency)} ${unknown ? '或以其他货币计价' : ''}的购买`]),
  ];
}

function tenureOf(tenure: Range, say: Say): string[] {
  const months = (n: number) => `${say.number(n)} 个月`;
  const unknown = tenure.low === UNKNOWN;
  if (unknown && tenure.high === 0) return ['往来起始日不明的客户'];
  if (tenure.low === 0 && tenure.high === null) return ['已知往来起始日的客户'];
  return [
    ...(tenure.low > 0 ? [`往来满 ${months(tenure.low)}的客户`] : []),
    ...(tenure.high === null
      ? []
      : [unknown ? `往来未满 ${months(tenure.high)}或起始日不明的客户` : `往来未满 ${months(tenure.high)}的客户`]),
  ];
}

export const zhHans: Dictionary<CommonSteps> = {
  NO_PURCHASE: () => '没有该客户此前购买此商品的记录，因此无从判定。',
  BOUGHT_LATER: (p, say) => `${say.day(p.claimedOn)} 当时尚未购买：购买日为 ${say.day(p.on)}。`,
  PURCHASED: (p, say) => `${p.code} 于 ${say.day(p.on)} 购买。`,
  NO_VERSION: (p, say) => `${say.day(p.on)} 当天没有任何已发布的承诺生效。`,
  VERSION_IN_FORCE: (p, say) =>
    `当天生效的是“${say.typed(p.policy)}”第 ${say.number(p.number)} 版（自 ${say.day(p.from)} 起生效）。`,
  VERSION_SUPPOSED: (p, say) => `假设当天生效的是“${say.typed(p.policy)}”第 ${say.number(p.number)} 版：`,
  VERSION_MOVED: (p, say) => `此笔购买后来改为适用“${say.typed(p.policy)}”第 ${say.number(p.number)} 版。`,
  NO_TERM: () => '这笔购买所适用的承诺均未涉及此情况。',
  TERM_SCOPE: (p, say) => {
    const scope = scopeOf(casesOf(p.appliesTo), p.currency, say);
    const but = (p.but ?? []).map((to) => aboutOf(casesOf(to), p.currency, say).join('，'));
    return but.length === 0 ? `${scope}。` : `${scope}，但不含另有更明确规定者：${but.join('；')}。`;
  },
  CASES: (p, say) => `${scopeOf(p.cases, p.currency, say)}。`,
  TERM_CHOSEN: (p, say) => {
    const scope = `${spaced(scopeOf(casesOf(p.appliesTo), p.currency, say, p.likeYou ? ['像您这样的客户'] : []))}的承诺`;
    return p.passedOver === 0 ? `适用${scope}。` : `适用${scope}：它比另外 ${say.number(p.passedOver)} 项更为明确。`;
  },
};
