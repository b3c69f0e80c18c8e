import type { InEvery, Language } from '../../shared/language.ts';
import { sayIn, type Dictionaries, type Say } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { CHARGE_KIND_OPTIONS, isPerhapsWork, kindTold } from './charge-kinds.ts';
import { form, rowKey, type ValuesOf } from './form.ts';
import { termKind, type Worsening } from './kind.ts';
import { calledBy } from './worsenings.ts';

const MODES = [
  { value: 'AMOUNT', label: { en: 'this amount', 'zh-Hant': '固定金額', 'zh-Hans': '固定金额' } },
  { value: 'CAP', label: { en: 'at most this amount', 'zh-Hant': '金額上限', 'zh-Hans': '金额上限' } },
] as const;

const params = form({
  rows: {
    type: 'rows',
    key: ['code'],
    name: 'label',
    said: (row, currency, language, say): string => charge(language, row as FeeRow, currency, say),
    min: 0,
    max: 200,
    default: [],
    better: 'less',
    label: { en: 'Charges', 'zh-Hant': '收費項目', 'zh-Hans': '收费项目' },
    cells: {
      code: {
        type: 'text',
        min: 1,
        max: 40,
        default: '',
        // tells the rows apart: another code is another row, which is compared as one
        better: 'neutral',
        label: { en: 'Code', 'zh-Hant': '代碼', 'zh-Hans': '代码' },
      },
      label: {
        type: 'text',
        min: 1,
        max: 120,
        default: '',
        // what a charge is for is what its customer agrees to
        better: 'same',
        label: { en: 'What for', 'zh-Hant': '名目', 'zh-Hans': '名目' },
      },
      kind: {
        type: 'choice',
        options: CHARGE_KIND_OPTIONS,
        default: 'FEE',
        added: true,
        // no order from the least to the most: see questionsLost
        better: 'neutral',
        label: { en: 'Kind', 'zh-Hant': '種類', 'zh-Hans': '种类' },
      },
      mode: {
        type: 'choice',
        options: MODES,
        default: 'AMOUNT',
        better: ['AMOUNT', 'CAP'],
        label: { en: 'Charged is', 'zh-Hant': '收取', 'zh-Hans': '收取' },
      },
      amount: {
        type: 'money',
        min: 0,
        max: 10_000_000_000,
        default: 0,
        better: 'less',
        label: { en: 'Amount', 'zh-Hant': '金額', 'zh-Hans': '金额' },
      },
      consent: {
        type: 'bool',
        default: true,
        better: true,
        label: {
          en: 'Only after the customer agreed',
          'zh-Hant': '須先經客戶同意',
          'zh-Hans': '须先经客户同意',
        },
      },
    },
  },
  partShare: {
    type: 'int',
    min: 0,
    max: 100,
    default: 30,
    better: 'less',
    unit: { en: '% of the purchase', 'zh-Hant': '％（占購買金額）', 'zh-Hans': '％（占购买金额）' },
    label: {
      en: 'A part is flagged when it costs more than',
      'zh-Hant': '零件費用超過此比例即予提醒',
      'zh-Hans': '零件费用超过此比例即予提醒',
    },
  },
  addOnsUpToDiscount: {
    type: 'bool',
    default: true,
    better: true,
    label: {
      en: 'Add-ons dearer than the discount that was given are pointed out first',
      'zh-Hant': '加購費用超過已給的折扣時，事先說明',
      'zh-Hans': '加购费用超过已给的折扣时，事先说明',
    },
  },
});

type Values = ValuesOf<typeof params>;

/** One disclosed charge; `amount` in minor units of the version's currency: the amount itself, or the most it can be. */
export type FeeRow = Values['rows'][number];

/**
 * A `fees` term (收費標準, C7): the disclosed charges, against which the no-hidden-fee guard (S2) holds every line of a
 * bill, from which per cent of the purchase a part is dear, and whether add-ons are held against the discount. `values`
 * are a term's params as `readParams` gave them.
 */
export const feesOf = (values: Readonly<Record<string, unknown>>): Values => values as Values;

/**
 * Codes that lost the question of their kind (S11). A part and an add-on each bring the customer a question of their own; a
 * fee and a diagnosis the same one, where a promise includes work or carriage, and no schedule knows whether one does.
 * So whatever a charge becomes is a promise of less, unless it is a fee that becomes a diagnosis or the other way.
 */
const questionsLost = (before: readonly FeeRow[], after: readonly FeeRow[]): Worsening[] =>
  before.flatMap((was) => {
    const is = after.find((row) => rowKey(params.rows.key, row) === rowKey(params.rows.key, was));
    if (!is) return [];
    // a charge from before charges had a kind is a fee
    const [old = 'FEE', young = 'FEE'] = [was, is].map((row: Partial<FeeRow>) => row.kind);
    if (old === young || (isPerhapsWork(old) && isPerhapsWork(young))) return [];
    return [
      {
        field: 'rows',
        row: rowKey(params.rows.key, was),
        ...calledBy(params.rows, is),
        cell: 'kind',
        before: old,
        after: young,
      },
    ];
  });

type FeesSteps = {
  FEES_PROMISE: Values & { currency: string };
  FEES_LISTED: { rows: number };
};

/** Disclosed fee schedule (收費標準, C7): every charge there can be, its amount or cap, and whether it needs consent. */
export const fees = termKind({
  kind: 'fees',
  stage: 'ALWAYS',
  label: { en: 'Charges', 'zh-Hant': '收費標準', 'zh-Hans': '收费标准' },
  burden: true,
  params,
  claim: form({}),
  worse: (before, after, derived) => [...derived, ...questionsLost(before.rows, after.rows)],
  promise: (values, currency) => step<FeesSteps, 'FEES_PROMISE'>('FEES_PROMISE', { ...values, currency }),
  /** Always ALLOWED: the customer may hold every bill against the list in `result`. */
  judge: (values, _claim, _purchase, _on, { currency }) => ({
    outcome: 'ALLOWED',
    countedFrom: null,
    deadline: null,
    result: {
      schedule: values.rows,
      currency,
      partShare: values.partShare,
      addOnsUpToDiscount: values.addOnsUpToDiscount,
    },
    steps: [step<FeesSteps, 'FEES_LISTED'>('FEES_LISTED', { rows: values.rows.length })],
  }),
  sentences: {
    en: {
      FEES_PROMISE: (p, say) =>
        p.rows.length === 0
          ? `Nothing is charged beyond the price. ${rules('en', p, say)}`
          : `Only this can be charged: ${p.rows.map((row) => charge('en', row, p.currency, say)).join('; ')}. ${rules('en', p, say)}`,
      FEES_LISTED: (p, say) =>
        p.rows === 0
          ? 'No charge was disclosed, so none can be made.'
          : `${say.count(p.rows, 'charge was', 'charges were')} disclosed; no other can be made.`,
    },
    'zh-Hant': {
      FEES_PROMISE: (p, say) =>
        p.rows.length === 0
          ? `除售價外不收取任何費用。${rules('zh-Hant', p, say)}`
          : `只會收取下列費用：${p.rows.map((row) => charge('zh-Hant', row, p.currency, say)).join('；')}。${rules('zh-Hant', p, say)}`,
      FEES_LISTED: (p, say) =>
        p.rows === 0
          ? '事先未告知任何費用，因此不得收費。'
          : `事先已告知 ${say.number(p.rows)} 項費用；不得收取其他費用。`,
    },
    'zh-Hans': {
      FEES_PROMISE: (p, say) =>
        p.rows.length === 0
          ? `除售价外不收取任何费用。${rules('zh-Hans', p, say)}`
          : `只会收取下列费用：${p.rows.map((row) => charge('zh-Hans', row, p.currency, say)).join('；')}。${rules('zh-Hans', p, say)}`,
      FEES_LISTED: (p, say) =>
        p.rows === 0
          ? '事先未告知任何费用，因此不得收费。'
          : `事先已告知 ${say.number(p.rows)} 项费用；不得收取其他费用。`,
    },
  } satisfies Dictionaries<FeesSteps>,
});

const CHARGE: InEvery<(name: string, money: string, most: boolean, kind: string, asked: boolean) => string> = {
  en: (name, money, most, kind, asked) =>
    `${name}: ${most ? 'at most ' : ''}${money}${kind && ` (${kind})`}${asked ? ', only after the customer agreed' : ''}`,
  'zh-Hant': (name, money, most, kind, asked) =>
    `${name}：${most ? '最高 ' : ''}${money}${inBrackets(kind, asked ? '須先經客戶同意' : '')}`,
  'zh-Hans': (name, money, most, kind, asked) =>
    `${name}：${most ? '最高 ' : ''}${money}${inBrackets(kind, asked ? '须先经客户同意' : '')}`,
};

function inBrackets(...words: string[]): string {
  const said = words.filter((each) => each !== '');
  return said.length > 0 ? `（${said.join('，')}）` : '';
}

const charge = (language: Language, row: FeeRow, currency: string, say: Say): string =>
  CHARGE[language](
    say.typed(row.label) || row.code,
    say.money(row.amount, currency),
    row.mode === 'CAP',
    kindTold(row.kind, language),
    row.consent,
  );

const RULES: InEvery<{ part: (share: string) => string; addOns: string }> = {
  en: {
    part: (share) => `A part that costs more than ${share}% of the purchase is pointed out first.`,
    addOns: ' Add-ons that together cost more than the discount that was given are pointed out first.',
  },
  'zh-Hant': {
    part: (share) => `零件費用超過購買金額的 ${share}% 時，會事先說明。`,
    addOns: '加購費用合計超過已給的折扣時，會事先說明。',
  },
  'zh-Hans': {
    part: (share) => `零件费用超过购买金额的 ${share}% 时，会事先说明。`,
    addOns: '加购费用合计超过已给的折扣时，会事先说明。',
  },
};

/** When the customer is asked first whatever a charge's own line says, as sentences of their own. */
export const feeRules = (values: Values, language: Language): string => rules(language, values, sayIn(language));

function rules(language: Language, values: Values, say: Say): string {
  const words = RULES[language];
  return `${words.part(say.number(values.partShare))}${values.addOnsUpToDiscount ? words.addOns : ''}`;
}
