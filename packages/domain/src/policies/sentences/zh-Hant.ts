import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = { KEY: '關鍵客戶', STANDARD: '一般客戶', PROSPECT: '潛在客戶' };
const COMPLEXITY = { LOW: '簡單的商品', MEDIUM: '中等複雜度的商品', HIGH: '複雜的商品' } as const;

/** A blank between Chinese and a Latin word at the end. */
const spaced = (text: string): string => (/[\w)]$/.test(text) ? `${text} ` : text);

/** Whom a term is for. */
function scopeOf(p: CommonSteps['TERM_SCOPE'], say: Say): string {
  const to = p.appliesTo;
  const about = [
    ...(to.regions.length > 0 ? [`地區 ${to.regions.join('、')}`] : []),
    ...(to.segments.length > 0 ? [to.segments.map((s) => SEGMENTS[s] ?? s).join('、')] : []),
    ...(to.productCodes.length > 0 ? [`商品 ${to.productCodes.join('、')}`] : []),
    ...(to.categories.length > 0 ? [`類別 ${to.categories.join('、')}`] : []),
    ...(to.complexity.length > 0 ? [to.complexity.map((c) => COMPLEXITY[c]).join('、')] : []),
    ...(to.minValue === null ? [] : [`金額滿 ${say.money(to.minValue, p.currency)} 的購買`]),
    ...(to.maxValue === null ? [] : [`金額未滿 ${say.money(to.maxValue, p.currency)} 的購買`]),
  ];
  return about.length > 0 ? `針對${about.join('，')}` : '針對所有購買';
}

export const zhHant: Dictionary<CommonSteps> = {
  NO_PURCHASE: () => '查無此客戶先前購買此商品的紀錄，因此無從判定。',
  BOUGHT_LATER: (p, say) => `${say.day(p.claimedOn)} 當時尚未購買：購買日為 ${say.day(p.on)}。`,
  PURCHASED: (p, say) => `${p.code} 於 ${say.day(p.on)} 購買。`,
  NO_VERSION: (p, say) => `${say.day(p.on)} 當天沒有任何已公布的承諾生效。`,
  VERSION_IN_FORCE: (p, say) =>
    `當天生效的是「${p.policy}」第 ${say.number(p.number)} 版（自 ${say.day(p.from)} 起生效）。`,
  VERSION_SUPPOSED: (p, say) => `假設當天生效的是「${p.policy}」第 ${say.number(p.number)} 版：`,
  NO_TERM: () => '當天生效的承諾均未涵蓋此情況。',
  TERM_SCOPE: (p, say) => `${scopeOf(p, say)}。`,
  TERM_CHOSEN: (p, say) => {
    const scope = `${spaced(scopeOf(p, say))}的承諾`;
    return p.passedOver === 0 ? `適用${scope}。` : `適用${scope}：它比另外 ${say.number(p.passedOver)} 項更為明確。`;
  },
};
