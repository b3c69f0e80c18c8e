import { casesOf, UNKNOWN, type Cases, type Range, type Side } from '../cases.ts';
import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = { KEY: '關鍵客戶', STANDARD: '一般客戶', PROSPECT: '潛在客戶' };
const COMPLEXITY: Record<string, string> = { LOW: '簡單的商品', MEDIUM: '中等複雜度的商品', HIGH: '複雜的商品' };

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
      (i) => `地區 ${i}`,
      (i) => `除 ${i} 以外的地區`,
    ),
    ...some(
      cases.segments,
      (i) => i,
      (i) => `除${i}以外的客戶`,
      (s) => SEGMENTS[s] ?? s,
    ),
    ...some(
      cases.productCodes,
      (i) => `商品 ${i}`,
      (i) => `除 ${i} 以外的商品`,
    ),
    ...some(
      cases.categories,
      (i) => `類別 ${i}`,
      (i) => `除 ${i} 以外的類別`,
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
  return about.length > 0 ? `針對${about.join('，')}` : '針對所有購買';
}

/** The worth of a purchase is known where it is in the currency in which worth is asked for. */
function worthOf({ low, high }: Range, currency: string, say: Say): string[] {
  const unknown = low === UNKNOWN;
  if (unknown && high === 0) return [`以 ${currency} 以外的幣別計價的購買`];
  if (low === 0 && high === null) return [`以 ${currency} 計價的購買`];
  return [
    ...(low > 0 ? [`金額滿 ${say.money(low, currency)} 的購買`] : []),
    ...(high === null ? [] : [`金額未滿 ${say.money(high, currency)} ${unknown ? '或以其他幣別計價' : ''}的購買`]),
  ];
}

function tenureOf(tenure: Range, say: Say): string[] {
  const months = (n: number) => `${say.number(n)} 個月`;
  const unknown = tenure.low === UNKNOWN;
  if (unknown && tenure.high === 0) return ['往來起始日不明的客戶'];
  if (tenure.low === 0 && tenure.high === null) return ['已知往來起始日的客戶'];
  return [
    ...(tenure.low > 0 ? [`往來滿 ${months(tenure.low)}的客戶`] : []),
    ...(tenure.high === null
      ? []
      : [unknown ? `往來未滿 ${months(tenure.high)}或起始日不明的客戶` : `往來未滿 ${months(tenure.high)}的客戶`]),
  ];
}

export const zhHant: Dictionary<CommonSteps> = {
  NO_PURCHASE: () => '查無此客戶先前購買此商品的紀錄，因此無從判定。',
  BOUGHT_LATER: (p, say) => `${say.day(p.claimedOn)} 當時尚未購買：購買日為 ${say.day(p.on)}。`,
  PURCHASED: (p, say) => `${p.code} 於 ${say.day(p.on)} 購買。`,
  NO_VERSION: (p, say) => `${say.day(p.on)} 當天沒有任何已公布的承諾生效。`,
  VERSION_IN_FORCE: (p, say) =>
    `當天生效的是「${say.typed(p.policy)}」第 ${say.number(p.number)} 版（自 ${say.day(p.from)} 起生效）。`,
  VERSION_SUPPOSED: (p, say) => `假設當天生效的是「${say.typed(p.policy)}」第 ${say.number(p.number)} 版：`,
  VERSION_MOVED: (p, say) => `此筆購買後來改為適用「${say.typed(p.policy)}」第 ${say.number(p.number)} 版。`,
  NO_TERM: () => '這筆購買所適用的承諾均未涵蓋此情況。',
  TERM_SCOPE: (p, say) => {
    const scope = scopeOf(casesOf(p.appliesTo), p.currency, say);
    const but = (p.but ?? []).map((to) => aboutOf(casesOf(to), p.currency, say).join('，'));
    return but.length === 0 ? `${scope}。` : `${scope}，但不含另有更明確規定者：${but.join('；')}。`;
  },
  CASES: (p, say) => `${scopeOf(p.cases, p.currency, say)}。`,
  TERM_CHOSEN: (p, say) => {
    const scope = `${spaced(scopeOf(casesOf(p.appliesTo), p.currency, say, p.likeYou ? ['像您這樣的客戶'] : []))}的承諾`;
    return p.passedOver === 0 ? `適用${scope}。` : `適用${scope}：它比另外 ${say.number(p.passedOver)} 項更為明確。`;
  },
};
