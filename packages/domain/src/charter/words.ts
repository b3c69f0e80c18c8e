import type { POLICY_STAGES } from '../policies/policy.ts';
import { PAIR, type InEvery } from '../shared/language.ts';

/** Everything on the public charter that is no promise itself. */
export interface CharterWords {
  charter: string;
  listTitle: string;
  listNothing: string;
  all: string;
  stages: Readonly<Record<(typeof POLICY_STAGES)[number], string>>;
  validSince: (day: string) => string;
  validFromTo: (from: string, to: string) => string;
  version: (number: string) => string;
  inForce: (version: string, period: string) => string;
  asOf: (day: string) => string;
  notInForce: string;
  kept: string;
  /** A version that is published and not yet in force, and from when on it counts; `last`: the last day, if it has one. */
  upcoming: (day: string, number: string, last: string | null) => string;
  /** What purchases have once a version ended and until the next one begins, if one does. */
  thenNothing: (from: string, last: string | null) => string;
  /** The same of a version for some regions. */
  thenEverywhere: (from: string, last: string | null) => string;
  fees: string;
  feesNote: string;
  feeColumns: { code: string; what: string; amount: string; consent: string };
  feeCap: (money: string) => string;
  /** When the customer is asked about a charge that needs no consent otherwise; `share` in per cent. */
  feeAsked: { part: (share: string) => string; addOns: string };
  yes: string;
  no: string;
  noFees: string;
  exclusions: string;
  extras: string;
  extrasByProduct: string;
  extrasMore: (count: string) => string;
  variants: string;
  variantOf: string;
  onlyIn: (regions: string) => string;
  insteadOf: string;
  inAddition: string;
  otherwiseBase: string;
  history: string;
  firstVersion: string;
  /** Of a version that has another before it. */
  sameTerms: (number: string) => string;
  changed: string;
  added: string;
  removed: string;
  /** Of a burden, such as a charge, that goes. */
  lifted: string;
  before: string;
  after: string;
  /** The same of a version that is still to come. */
  fromThen: string;
  /** Above what a version changed besides its terms. */
  pointsAdded: string;
  pointsGone: string;
  countedBy: string;
  worded: string;
  intro: string;
  /** Where nothing was or is said. */
  nothing: string;
  points: string;
  hours: string;
  special: string;
  /** What something is, or when, and what is said of it. */
  pair: (what: string, text: string) => string;
  lastReached: (day: string) => string;
  neverReached: string;
  timesIn: (zone: string) => string;
  holidaysUnknown: (years: string) => string;
  /** What ends a sentence, and what parts it from the next one. */
  stop: string;
  gap: string;
  footer: string;
}

export const charterWords: InEvery<CharterWords> = {
  en: {
    charter: 'Service promise',
    listTitle: 'What we promise',
    listNothing: 'No promise has been published yet.',
    all: 'All promises',
    stages: {
      PRE_SALE: 'Before you buy',
      SALE: 'When you buy',
      AFTER_SALE: 'After you bought',
      ALWAYS: 'At all times',
    },
    validSince: (day) => `In force since ${day}.`,
    validFromTo: (from, to) => `In force from ${from}, up to and including ${to}.`,
    version: (number) => `Version ${number}`,
    inForce: (version, period) => `${version}. ${period}`,
    asOf: (day) => `As of ${day}.`,
    notInForce: 'Nothing of this is promised to purchases made today.',
    kept: 'Whoever bought while a version was in force keeps what it promised.',
    upcoming: (day, number, last) =>
      `From ${day}${last ? ` up to and including ${last}` : ''} version ${number} applies`,
    thenNothing: (from, last) =>
      `Purchases made from ${from} ${last ? `up to and including ${last}` : 'on'} are promised nothing of this.`,
    thenEverywhere: (from, last) =>
      `Purchases made from ${from} ${last ? `up to and including ${last}` : 'on'} have what is promised everywhere.`,
    fees: 'Charges',
    feesNote: 'Nothing that is not in this list can be charged.',
    feeColumns: { code: 'Code', what: 'What for', amount: 'Amount', consent: 'Only with your consent' },
    feeCap: (money) => `at most ${money}`,
    feeAsked: {
      part: (share) => `if it costs more than ${share}% of the purchase`,
      addOns: 'if the add-ons together cost more than your discount',
    },
    yes: 'yes',
    no: 'no',
    noFees: 'Nothing is charged beyond the price.',
    exclusions: 'What we do not do',
    extras: 'What comes with it at no charge',
    extrasByProduct: 'With these products',
    extrasMore: (count) => `and ${count} more products`,
    variants: 'In some regions it differs',
    variantOf: 'Differs by region from',
    onlyIn: (regions) => `Only in: ${regions}.`,
    insteadOf: 'Instead of',
    inAddition: 'In addition',
    otherwiseBase: 'Everything else is as promised everywhere.',
    history: 'How it came to be',
    firstVersion: 'The first version.',
    sameTerms: (number) => `The terms are the same as in version ${number}.`,
    changed: 'Changed',
    added: 'New',
    removed: 'No longer promised',
    lifted: 'No longer applies',
    before: 'Before',
    after: 'Since then',
    fromThen: 'From then on',
    pointsAdded: 'New service points',
    pointsGone: 'Service points no longer served',
    countedBy: 'Working hours',
    worded: 'Said in other words',
    intro: 'Introduction',
    nothing: 'nothing',
    points: 'Where you reach us',
    hours: 'Hours',
    special: 'Other hours in the next weeks',
    pair: PAIR.en,
    lastReached: (day) => `Last found reachable on ${day}.`,
    neverReached: 'Not yet tried.',
    timesIn: (zone) => `Times in ${zone}.`,
    holidaysUnknown: (years) =>
      `The public holidays of ${years} have not been entered yet: ask before you come on one.`,
    stop: '.',
    gap: ' ',
    footer: 'This page shows what is promised word for word. A purchase keeps the version of its day.',
  },
  'zh-Hant': {
    charter: '服務承諾',
    listTitle: '我們的承諾',
    listNothing: '尚未公布任何承諾。',
    all: '所有承諾',
    stages: { PRE_SALE: '售前', SALE: '售中', AFTER_SALE: '售後', ALWAYS: '全程' },
    validSince: (day) => `自 ${day} 起生效。`,
    validFromTo: (from, to) => `自 ${from} 起生效，至 ${to} 止（含當日）。`,
    version: (number) => `第 ${number} 版`,
    inForce: (version, period) => `${version}：${period}`,
    asOf: (day) => `截至 ${day}。`,
    notInForce: '今日的購買不適用任何此類承諾。',
    kept: '在某一版生效期間購買者，保有該版的承諾。',
    upcoming: (day, number, last) => `自 ${day} 起${last ? `至 ${last} 止（含當日）` : ''}適用第 ${number} 版`,
    thenNothing: (from, last) => `自 ${from} 起${last ? `至 ${last} 止（含當日）` : ''}的購買不適用任何此類承諾。`,
    thenEverywhere: (from, last) => `自 ${from} 起${last ? `至 ${last} 止（含當日）` : ''}的購買適用各地共同的承諾。`,
    fees: '收費標準',
    feesNote: '不在此表中的項目一律不得收費。',
    feeColumns: { code: '代碼', what: '名目', amount: '金額', consent: '須先經您同意' },
    feeCap: (money) => `最高 ${money}`,
    feeAsked: {
      part: (share) => `費用超過購買金額的 ${share}% 時`,
      addOns: '加購費用合計超過您獲得的折扣時',
    },
    yes: '是',
    no: '否',
    noFees: '除售價外不收取任何費用。',
    exclusions: '我們不做的事',
    extras: '隨附項目（不另收費）',
    extrasByProduct: '下列商品隨附',
    extrasMore: (count) => `另有 ${count} 項商品`,
    variants: '部分地區有所不同',
    variantOf: '地區版本，與此不同之處如下',
    onlyIn: (regions) => `僅適用於：${regions}。`,
    insteadOf: '取代',
    inAddition: '另外',
    otherwiseBase: '其餘與各地的承諾相同。',
    history: '歷次版本',
    firstVersion: '第一個版本。',
    sameTerms: (number) => `條款與第 ${number} 版相同。`,
    changed: '變更',
    added: '新增',
    removed: '不再承諾',
    lifted: '不再適用',
    before: '先前',
    after: '自此',
    fromThen: '屆時起',
    pointsAdded: '新增的服務據點',
    pointsGone: '不再服務的據點',
    countedBy: '工作時間',
    worded: '改了說法',
    intro: '開頭的話',
    nothing: '無',
    points: '服務據點',
    hours: '營業時間',
    special: '近期的特殊時間',
    pair: PAIR['zh-Hant'],
    lastReached: (day) => `最近一次確認可聯絡：${day}。`,
    neverReached: '尚未測試。',
    timesIn: (zone) => `時間以 ${zone} 為準。`,
    holidaysUnknown: (years) => `${years} 年的國定假日尚未登錄，假日前來請先洽詢。`,
    stop: '。',
    gap: '',
    footer: '本頁逐字列出承諾內容。每筆購買保有其當日的版本。',
  },
  'zh-Hans': {
    charter: '服务承诺',
    listTitle: '我们的承诺',
    listNothing: '尚未发布任何承诺。',
    all: '所有承诺',
    stages: { PRE_SALE: '售前', SALE: '售中', AFTER_SALE: '售后', ALWAYS: '全程' },
    validSince: (day) => `自 ${day} 起生效。`,
    validFromTo: (from, to) => `自 ${from} 起生效，至 ${to} 止（含当日）。`,
    version: (number) => `第 ${number} 版`,
    inForce: (version, period) => `${version}：${period}`,
    asOf: (day) => `截至 ${day}。`,
    notInForce: '今日的购买不适用任何此类承诺。',
    kept: '在某一版生效期间购买者，保有该版的承诺。',
    upcoming: (day, number, last) => `自 ${day} 起${last ? `至 ${last} 止（含当日）` : ''}适用第 ${number} 版`,
    thenNothing: (from, last) => `自 ${from} 起${last ? `至 ${last} 止（含当日）` : ''}的购买不适用任何此类承诺。`,
    thenEverywhere: (from, last) => `自 ${from} 起${last ? `至 ${last} 止（含当日）` : ''}的购买适用各地共同的承诺。`,
    fees: '收费标准',
    feesNote: '不在此表中的项目一律不得收费。',
    feeColumns: { code: '代码', what: '名目', amount: '金额', consent: '须先经您同意' },
    feeCap: (money) => `最高 ${money}`,
    feeAsked: {
      part: (share) => `费用超过购买金额的 ${share}% 时`,
      addOns: '加购费用合计超过您获得的折扣时',
    },
    yes: '是',
    no: '否',
    noFees: '除售价外不收取任何费用。',
    exclusions: '我们不做的事',
    extras: '随附项目（不另收费）',
    extrasByProduct: '下列商品随附',
    extrasMore: (count) => `另有 ${count} 项商品`,
    variants: '部分地区有所不同',
    variantOf: '地区版本，与此不同之处如下',
    onlyIn: (regions) => `仅适用于：${regions}。`,
    insteadOf: '取代',
    inAddition: '另外',
    otherwiseBase: '其余与各地的承诺相同。',
    history: '历次版本',
    firstVersion: '第一个版本。',
    sameTerms: (number) => `条款与第 ${number} 版相同。`,
    changed: '变更',
    added: '新增',
    removed: '不再承诺',
    lifted: '不再适用',
    before: '先前',
    after: '自此',
    fromThen: '届时起',
    pointsAdded: '新增的服务网点',
    pointsGone: '不再服务的网点',
    countedBy: '工作时间',
    worded: '改了说法',
    intro: '开头的话',
    nothing: '无',
    points: '服务网点',
    hours: '营业时间',
    special: '近期的特殊时间',
    pair: PAIR['zh-Hans'],
    lastReached: (day) => `最近一次确认可联系：${day}。`,
    neverReached: '尚未测试。',
    timesIn: (zone) => `时间以 ${zone} 为准。`,
    holidaysUnknown: (years) => `${years} 年的法定节假日尚未登记，节假日前来请先咨询。`,
    stop: '。',
    gap: '',
    footer: '本页逐字列出承诺内容。每笔购买保有其当日的版本。',
  },
};
