import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = { KEY: '关键客户', STANDARD: '一般客户', PROSPECT: '潜在客户' };
const COMPLEXITY = { LOW: '简单的商品', MEDIUM: '中等复杂度的商品', HIGH: '复杂的商品' } as const;

/** A blank between Chinese and a Latin word at the end. */
const spaced = (text: string): string => (/[\w)]$/.test(text) ? `${text} ` : text);

/** Whom a term is for. */
function scopeOf(p: CommonSteps['TERM_SCOPE'], say: Say): string {
  const to = p.appliesTo;
  const about = [
    ...(to.regions.length > 0 ? [`地区 ${to.regions.join('、')}`] : []),
    ...(to.segments.length > 0 ? [to.segments.map((s) => SEGMENTS[s] ?? s).join('、')] : []),
    ...(to.productCodes.length > 0 ? [`商品 ${to.productCodes.join('、')}`] : []),
    ...(to.categories.length > 0 ? [`类别 ${to.categories.join('、')}`] : []),
    ...(to.complexity.length > 0 ? [to.complexity.map((c) => COMPLEXITY[c]).join('、')] : []),
    ...(to.minValue === null ? [] : [`金额满 ${say.money(to.minValue, p.currency)} 的购买`]),
    ...(to.maxValue === null ? [] : [`金额未满 ${say.money(to.maxValue, p.currency)} 的购买`]),
  ];
  return about.length > 0 ? `针对${about.join('，')}` : '针对所有购买';
}

export const zhHans: Dictionary<CommonSteps> = {
  NO_PURCHASE: () => '没有该客户此前购买此商品的记录，因此无从判定。',
  BOUGHT_LATER: (p, say) => `${say.day(p.claimedOn)} 当时尚未购买：购买日为 ${say.day(p.on)}。`,
  PURCHASED: (p, say) => `${p.code} 于 ${say.day(p.on)} 购买。`,
  NO_VERSION: (p, say) => `${say.day(p.on)} 当天没有任何已公布的承诺生效。`,
  VERSION_IN_FORCE: (p, say) =>
    `当天生效的是“${p.policy}”第 ${say.number(p.number)} 版（自 ${say.day(p.from)} 起生效）。`,
  VERSION_SUPPOSED: (p, say) => `假设当天生效的是“${p.policy}”第 ${say.number(p.number)} 版：`,
  NO_TERM: () => '当天生效的承诺均未涉及此情况。',
  TERM_SCOPE: (p, say) => `${scopeOf(p, say)}。`,
  TERM_CHOSEN: (p, say) => {
    const scope = `${spaced(scopeOf(p, say))}的承诺`;
    return p.passedOver === 0 ? `适用${scope}。` : `适用${scope}：它比另外 ${say.number(p.passedOver)} 项更为明确。`;
  },
};
