import type { Outcome, Step } from '../policies/decision.ts';
import { kindLabel } from '../policies/kinds/all.ts';
import { sayIn, type Dictionaries, type Say } from '../policies/sentences/language.ts';
import { sentenceOf } from '../policies/sentences/sentence.ts';
import type { InEvery, Language } from '../shared/language.ts';
import type { ChargeSteps } from './charges.ts';
import type { Inclusion } from './included.ts';

/** The steps that a claim adds to those of the terms that decide it. */
export type ClaimSteps = {
  /** What was asked for, by the name that was said. */
  CLAIM_ASKED: { matter: string };
  CLAIM_BEST_OF: { kind: string; answers: number };
  CLAIM_ALSO: { kind: string; outcome: Outcome };
  CLAIM_EXCLUDED: Record<string, never>;
  /** `notAll`: less is left of it, as the step after this one tells. */
  CLAIM_REFUND_DISCOUNTED: { goods: number; discount: number; refund: number; currency: string; notAll?: true };
  CLAIM_REFUND_LEFT: { refund: number; currency: string };
  CLAIM_REVIEWED: { outcome: 'ALLOWED' | 'REFUSED'; reason: string; on: string };
};

const OUTCOME: InEvery<Record<Outcome, string>> = {
  en: {
    ALLOWED: 'would allow it',
    REFUSED: 'would refuse it',
    NO_PURCHASE: 'finds no purchase',
    NOT_COVERED: 'does not speak of it',
  },
  'zh-Hant': { ALLOWED: '可以受理', REFUSED: '不予受理', NO_PURCHASE: '查無購買紀錄', NOT_COVERED: '未涵蓋' },
  'zh-Hans': { ALLOWED: '可以受理', REFUSED: '不予受理', NO_PURCHASE: '查无购买记录', NOT_COVERED: '未涵盖' },
};

const INCLUSION: InEvery<Record<Inclusion, string>> = {
  en: { PARTS: 'parts', LABOUR: 'labour', CARRIAGE: 'carriage' },
  'zh-Hant': { PARTS: '零件費', LABOUR: '工資', CARRIAGE: '運費' },
  'zh-Hans': { PARTS: '零件费', LABOUR: '工时费', CARRIAGE: '运费' },
};

export const claimSentences: Dictionaries<ClaimSteps & ChargeSteps> = {
  en: {
    CLAIM_ASKED: (p, say) => `What was asked for: “${say.typed(p.matter)}”.`,
    CLAIM_BEST_OF: (p, say) =>
      `${say.number(p.answers)} promises speak of this; the one that is best for the customer decides: ${kindLabel(p.kind, 'en')}.`,
    CLAIM_ALSO: (p) => `The promise “${kindLabel(p.kind, 'en')}” ${OUTCOME.en[p.outcome]}:`,
    CLAIM_EXCLUDED: () => 'This is declared as not served:',
    CLAIM_REVIEWED: (p, say) =>
      `A person looked at it on ${say.day(p.on)} and ${p.outcome === 'ALLOWED' ? 'allowed' : 'refused'} it: ${p.reason}`,
    CLAIM_REFUND_DISCOUNTED: (p, say) =>
      `${p.notAll ? 'Paid for them' : 'Given back'}: ${say.money(p.refund, p.currency)}. The goods cost ${say.money(p.goods, p.currency)}, less their share of the discount on the purchase, ${say.money(p.discount, p.currency)}.`,
    CLAIM_REFUND_LEFT: (p, say) =>
      `Of what was paid for these goods, ${say.money(p.refund, p.currency)} is left to be given back; the rest was given back before.`,
    CHARGE_DISCLOSED: (p, say) =>
      `“${say.typed(p.label)}” was disclosed before acceptance: ${p.mode === 'CAP' ? 'at most ' : ''}${say.money(p.disclosed ?? p.cap, p.currency)}${p.disclosed === undefined ? '' : `; by what was promised since, at most ${say.money(p.cap, p.currency)}`}${p.off ? `; parts are ${say.number(p.off.percent)}% off by the promise that decides this claim, which makes at most ${say.money(p.off.most, p.currency)}` : ''}.`,
    CHARGE_UNDISCLOSED: (p) => `“${p.code}” was not disclosed before acceptance, so it must not be charged.`,
    CHARGE_NAMED_NO_MORE: (p, say) =>
      `“${say.typed(p.label)}” was disclosed before acceptance, but what was promised since does not name it for these goods, so it must not be charged.`,
    CHARGE_PUBLISHED_LATER: () =>
      'It was published only after the purchase; what nobody could know of binds nobody who bought before.',
    CHARGE_PROMISED_LATER: () =>
      'The purchase’s promises name it only since after this claim was made; what was agreed to then holds for later claims alone.',
    CHARGE_DIAGNOSIS_HIDDEN: () =>
      'A fee for looking at the fault has to be disclosed beforehand; charging it afterwards is a hidden fee.',
    CHARGE_ABOVE_CAP: (p, say) =>
      `“${say.typed(p.label)}” comes to ${say.money(p.amount, p.currency)}, but ${p.disclosed === undefined ? `at most ${say.money(p.cap, p.currency)} was disclosed` : `by what was promised since it is at most ${say.money(p.cap, p.currency)}`}; lower it.`,
    CHARGE_CONSENT_PROMISED: (p, say) => `For “${say.typed(p.label)}” the customer is asked first.`,
    CHARGE_ADD_ONS_EAT_DISCOUNT: (p, say) =>
      `${p.elsewhere ? 'With what is charged on other claims of this purchase, the add-ons come' : 'The add-ons come'} to ${say.money(p.addOns, p.currency)}, more than the discount of ${say.money(p.discount, p.currency)} that was given; the customer is asked first.`,
    CHARGE_PART_DEAR: (p, say) =>
      `${p.elsewhere ? 'With what is charged for it on other claims of this purchase, this part comes' : 'This part comes'} to ${say.money(p.amount, p.currency)}, more than ${say.number(p.percent)} % of the whole (${say.money(p.whole, p.currency)}); the customer is asked first.`,
    CHARGE_ADD_ONS_UNCOMPARED: () =>
      'The purchase was paid in another currency, so it cannot be told whether the add-ons come to more than the discount that was given; the customer is asked first.',
    CHARGE_PART_UNCOMPARED: (p, say) =>
      `The purchase was paid in another currency, so it cannot be told whether this part comes to more than ${say.number(p.percent)} % of the whole; the customer is asked first.`,
    CHARGE_INCLUDED: (p, say) =>
      `“${say.typed(p.label)}” is a part, and the promise that decides this claim includes parts, so it must not be charged; take it out.`,
    CHARGE_PART_REDUCED: (p, say) =>
      `“${say.typed(p.label)}” is a part, and parts are ${say.number(p.percent)}% off by the promise that decides this claim: at most ${say.money(p.cap, p.currency)}, not ${say.money(p.amount, p.currency)}; lower it.`,
    CHARGE_PART_PERHAPS_REDUCED: (p, say) =>
      `For some of what is claimed parts are ${say.number(p.percent)}% off, which makes at most ${say.money(p.cap, p.currency)}; in case this is for something else, the customer is asked first.`,
    CHARGE_PERHAPS_INCLUDED: (p, say) =>
      `The promise that decides this claim includes ${say.list(p.included.map((each) => INCLUSION.en[each]))}; in case this is for something else, the customer is asked first.`,
    CHARGE_DELIVERY_FREE: () =>
      'This purchase was promised delivery free of charge; in case this is for the delivery, the customer is asked first.',
    CHARGE_NAMES_EXTRA: (p, say) =>
      `“${say.typed(p.extra)}” comes with the purchase at no charge; in case this is for something else, the customer is asked first.`,
    CHARGE_AGREED: () => 'The customer agreed.',
  },
  'zh-Hant': {
    CLAIM_ASKED: (p, say) => `所需項目：「${say.typed(p.matter)}」。`,
    CLAIM_BEST_OF: (p, say) =>
      `有 ${say.number(p.answers)} 項承諾涵蓋此情況，以對客戶最有利的一項為準：${kindLabel(p.kind, 'zh-Hant')}。`,
    CLAIM_ALSO: (p) => `依「${kindLabel(p.kind, 'zh-Hant')}」的承諾${OUTCOME['zh-Hant'][p.outcome]}：`,
    CLAIM_EXCLUDED: () => '此項已公告不在服務範圍內：',
    CLAIM_REVIEWED: (p, say) =>
      `專人於 ${say.day(p.on)} 審核後${p.outcome === 'ALLOWED' ? '同意受理' : '不予受理'}：${p.reason}`,
    CLAIM_REFUND_DISCOUNTED: (p, say) =>
      `${p.notAll ? '實付' : '退還'} ${say.money(p.refund, p.currency)}：商品 ${say.money(p.goods, p.currency)}，扣除所分攤的整單折扣 ${say.money(p.discount, p.currency)}。`,
    CLAIM_REFUND_LEFT: (p, say) => `這些商品所付的款項只剩 ${say.money(p.refund, p.currency)} 可退，其餘先前已退還。`,
    CHARGE_DISCLOSED: (p, say) =>
      `「${say.typed(p.label)}」已事先公開：${p.mode === 'CAP' ? '最多 ' : ''}${say.money(p.disclosed ?? p.cap, p.currency)}${p.disclosed === undefined ? '' : `；依之後的承諾，最多 ${say.money(p.cap, p.currency)}`}${p.off ? `；此案件所依的承諾給予零件減價 ${say.number(p.off.percent)}%，最多 ${say.money(p.off.most, p.currency)}` : ''}。`,
    CHARGE_UNDISCLOSED: (p) => `「${p.code}」未事先公開，因此不得收取。`,
    CHARGE_NAMED_NO_MORE: (p, say) =>
      `「${say.typed(p.label)}」已事先公開，但之後的承諾對這些商品不再列有此項，因此不得收取。`,
    CHARGE_PUBLISHED_LATER: () => '此項費用在購買之後才公布；購買時無從得知的收費，對先前的購買不生效。',
    CHARGE_PROMISED_LATER: () =>
      '此項費用在此案件提出之後才列入這筆購買的承諾；當時同意的收費，只適用於之後提出的案件。',
    CHARGE_DIAGNOSIS_HIDDEN: () => '檢測費（開機費）必須事先公開；事後才收就是潛規則。',
    CHARGE_ABOVE_CAP: (p, say) =>
      `「${say.typed(p.label)}」合計 ${say.money(p.amount, p.currency)}，但${p.disclosed === undefined ? '事先公開' : '之後所承諾'}的上限為 ${say.money(p.cap, p.currency)}；請調低。`,
    CHARGE_CONSENT_PROMISED: (p, say) => `收取「${say.typed(p.label)}」前須先徵得客戶同意。`,
    CHARGE_ADD_ONS_EAT_DISCOUNT: (p, say) =>
      `${p.elsewhere ? '連同這筆購買其他案件所收，' : ''}加購項目合計 ${say.money(p.addOns, p.currency)}，超過原先給予的折扣 ${say.money(p.discount, p.currency)}；須先徵得客戶同意。`,
    CHARGE_PART_DEAR: (p, say) =>
      `${p.elsewhere ? '連同這筆購買其他案件所收，' : ''}此零件合計 ${say.money(p.amount, p.currency)}，超過整件價值（${say.money(p.whole, p.currency)}）的 ${say.number(p.percent)}%；須先徵得客戶同意。`,
    CHARGE_ADD_ONS_UNCOMPARED: () =>
      '這筆購買以另一種幣別付款，無法比較加購項目是否超過原先給予的折扣；須先徵得客戶同意。',
    CHARGE_PART_UNCOMPARED: (p, say) =>
      `這筆購買以另一種幣別付款，無法比較此零件是否超過整件價值的 ${say.number(p.percent)}%；須先徵得客戶同意。`,
    CHARGE_INCLUDED: (p, say) =>
      `「${say.typed(p.label)}」是零件，而此案件所依的承諾已含零件費，因此不得收取；請刪除。`,
    CHARGE_PART_REDUCED: (p, say) =>
      `「${say.typed(p.label)}」是零件，而此案件所依的承諾給予零件減價 ${say.number(p.percent)}%：上限為 ${say.money(p.cap, p.currency)}，而非 ${say.money(p.amount, p.currency)}；請調低。`,
    CHARGE_PART_PERHAPS_REDUCED: (p, say) =>
      `此案件中有部分商品的零件減價 ${say.number(p.percent)}%，上限為 ${say.money(p.cap, p.currency)}；此項若用於其他商品，須先徵得客戶同意。`,
    CHARGE_PERHAPS_INCLUDED: (p, say) =>
      `此案件所依的承諾已含${say.list(p.included.map((each) => INCLUSION['zh-Hant'][each]))}；此項若另有用途，須先徵得客戶同意。`,
    CHARGE_DELIVERY_FREE: () => '此次購買已承諾免運費；此項若是運費，須先徵得客戶同意。',
    CHARGE_NAMES_EXTRA: (p, say) => `「${say.typed(p.extra)}」隨購買附送，不另收費；此項若另有用途，須先徵得客戶同意。`,
    CHARGE_AGREED: () => '客戶已同意。',
  },
  'zh-Hans': {
    CLAIM_ASKED: (p, say) => `所需项目：“${say.typed(p.matter)}”。`,
    CLAIM_BEST_OF: (p, say) =>
      `有 ${say.number(p.answers)} 项承诺涵盖此情况，以对客户最有利的一项为准：${kindLabel(p.kind, 'zh-Hans')}。`,
    CLAIM_ALSO: (p) => `依“${kindLabel(p.kind, 'zh-Hans')}”的承诺${OUTCOME['zh-Hans'][p.outcome]}：`,
    CLAIM_EXCLUDED: () => '此项已公告不在服务范围内：',
    CLAIM_REVIEWED: (p, say) =>
      `专人于 ${say.day(p.on)} 审核后${p.outcome === 'ALLOWED' ? '同意受理' : '不予受理'}：${p.reason}`,
    CLAIM_REFUND_DISCOUNTED: (p, say) =>
      `${p.notAll ? '实付' : '退还'} ${say.money(p.refund, p.currency)}：商品 ${say.money(p.goods, p.currency)}，扣除所分摊的整单折扣 ${say.money(p.discount, p.currency)}。`,
    CLAIM_REFUND_LEFT: (p, say) => `这些商品所付的款项只剩 ${say.money(p.refund, p.currency)} 可退，其余先前已退还。`,
    CHARGE_DISCLOSED: (p, say) =>
      `“${say.typed(p.label)}”已事先公开：${p.mode === 'CAP' ? '最多 ' : ''}${say.money(p.disclosed ?? p.cap, p.currency)}${p.disclosed === undefined ? '' : `；依之后的承诺，最多 ${say.money(p.cap, p.currency)}`}${p.off ? `；此案件所依的承诺给予零件减价 ${say.number(p.off.percent)}%，最多 ${say.money(p.off.most, p.currency)}` : ''}。`,
    CHARGE_UNDISCLOSED: (p) => `“${p.code}”未事先公开，因此不得收取。`,
    CHARGE_NAMED_NO_MORE: (p, say) =>
      `“${say.typed(p.label)}”已事先公开，但之后的承诺对这些产品不再列有此项，因此不得收取。`,
    CHARGE_PUBLISHED_LATER: () => '此项费用在购买之后才发布；购买时无从得知的收费，对先前的购买不生效。',
    CHARGE_PROMISED_LATER: () =>
      '此项费用在此案件提出之后才列入这笔购买的承诺；当时同意的收费，只适用于之后提出的案件。',
    CHARGE_DIAGNOSIS_HIDDEN: () => '检测费（开机费）必须事先公开；事后才收就是潜规则。',
    CHARGE_ABOVE_CAP: (p, say) =>
      `“${say.typed(p.label)}”合计 ${say.money(p.amount, p.currency)}，但${p.disclosed === undefined ? '事先公开' : '之后所承诺'}的上限为 ${say.money(p.cap, p.currency)}；请调低。`,
    CHARGE_CONSENT_PROMISED: (p, say) => `收取“${say.typed(p.label)}”前须先征得客户同意。`,
    CHARGE_ADD_ONS_EAT_DISCOUNT: (p, say) =>
      `${p.elsewhere ? '连同这笔购买其他案件所收，' : ''}加购项目合计 ${say.money(p.addOns, p.currency)}，超过原先给予的折扣 ${say.money(p.discount, p.currency)}；须先征得客户同意。`,
    CHARGE_PART_DEAR: (p, say) =>
      `${p.elsewhere ? '连同这笔购买其他案件所收，' : ''}此零件合计 ${say.money(p.amount, p.currency)}，超过整件价值（${say.money(p.whole, p.currency)}）的 ${say.number(p.percent)}%；须先征得客户同意。`,
    CHARGE_ADD_ONS_UNCOMPARED: () =>
      '这笔购买以另一种货币付款，无法比较加购项目是否超过原先给予的折扣；须先征得客户同意。',
    CHARGE_PART_UNCOMPARED: (p, say) =>
      `这笔购买以另一种货币付款，无法比较此零件是否超过整件价值的 ${say.number(p.percent)}%；须先征得客户同意。`,
    CHARGE_INCLUDED: (p, say) => `“${say.typed(p.label)}”是零件，而此案件所依的承诺已含零件费，因此不得收取；请删除。`,
    CHARGE_PART_REDUCED: (p, say) =>
      `“${say.typed(p.label)}”是零件，而此案件所依的承诺给予零件减价 ${say.number(p.percent)}%：上限为 ${say.money(p.cap, p.currency)}，而非 ${say.money(p.amount, p.currency)}；请调低。`,
    CHARGE_PART_PERHAPS_REDUCED: (p, say) =>
      `此案件中有部分商品的零件减价 ${say.number(p.percent)}%，上限为 ${say.money(p.cap, p.currency)}；此项若用于其他商品，须先征得客户同意。`,
    CHARGE_PERHAPS_INCLUDED: (p, say) =>
      `此案件所依的承诺已含${say.list(p.included.map((each) => INCLUSION['zh-Hans'][each]))}；此项若另有用途，须先征得客户同意。`,
    CHARGE_DELIVERY_FREE: () => '此次购买已承诺免运费；此项若是运费，须先征得客户同意。',
    CHARGE_NAMES_EXTRA: (p, say) => `“${say.typed(p.extra)}”随购买附送，不另收费；此项若另有用途，须先征得客户同意。`,
    CHARGE_AGREED: () => '客户已同意。',
  },
};

/** One step of a claim or a charge as a sentence; steps of terms are left to the terms' own dictionaries. */
export function claimSentence(taken: Step, language: Language): string {
  const book = claimSentences[language] as unknown as Record<string, (params: Step['params'], say: Say) => string>;
  return Object.hasOwn(book, taken.code)
    ? book[taken.code]!(taken.params, sayIn(language, taken.words))
    : sentenceOf(taken, language);
}

export const claimSentencesOf = (trace: readonly Step[], language: Language): string[] =>
  trace.map((each) => claimSentence(each, language));
