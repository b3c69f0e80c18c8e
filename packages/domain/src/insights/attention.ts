import { valuesIn, type Phrases } from '../policies/phrases.ts';
import type { InEvery, Language } from '../shared/language.ts';
import { say, type SentenceValue } from '../shared/say.ts';
import type { Target } from './target.ts';

export const ATTENTION_KINDS = [
  'ACTION_DUE',
  'CLAIM_DUE',
  'TASK_DUE',
  'WARNING',
  'PLAN_WAITING',
  'RETURNS_OPEN',
  'CUT_WAITING',
  'POINT_SILENT',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Something that needs a person today, with the reason and where to go. */
export interface AttentionItem {
  kind: AttentionKind;
  /** Which sentence says it; see `sayAttention`. */
  code: string;
  /** `phrases`: how the names among them are said in other languages. */
  params: Readonly<Record<string, SentenceValue | Phrases>>;
  /** Last day to act; null where nothing was promised. */
  dueOn: string | null;
  /** What is at stake, minor units; breaks ties. */
  amount: number;
  target: Target;
}

/** A page of five is read; a page of fifty is not. */
export const MOST_ITEMS = 5;
/** No kind may crowd out the others while these have something to say. */
const MOST_OF_A_KIND = 2;

/**
 * What needs attention today, at most five things: first what is overdue, then what is due today, then what is at
 * stake. Two of a kind come before a third of any.
 */
export function chooseAttention(items: readonly AttentionItem[], asOf: string): AttentionItem[] {
  const sorted = [...items].sort((a, b) => urgency(a, asOf) - urgency(b, asOf) || b.amount - a.amount || compare(a, b));
  const taken = new Map<AttentionKind, number>();
  const first: AttentionItem[] = [];
  const rest: AttentionItem[] = [];
  for (const item of sorted) {
    const count = taken.get(item.kind) ?? 0;
    taken.set(item.kind, count + 1);
    (count < MOST_OF_A_KIND ? first : rest).push(item);
  }
  const chosen = new Set([...first, ...rest].slice(0, MOST_ITEMS));
  return sorted.filter((item) => chosen.has(item));
}

function urgency(item: AttentionItem, asOf: string): number {
  if (item.dueOn === null) return 2;
  if (item.dueOn < asOf) return 0;
  return item.dueOn === asOf ? 1 : 2;
}

function compare(a: AttentionItem, b: AttentionItem): number {
  const [left, right] = [a.dueOn ?? '9', b.dueOn ?? '9'];
  return left === right ? 0 : left < right ? -1 : 1;
}

const words: InEvery<Readonly<Record<string, string>>> = {
  en: {
    ACTION_OVERDUE: 'Customer %{number}: “%{description}” was due on %{due:date}.',
    ACTION_TODAY: 'Customer %{number}: “%{description}” is due today.',
    WARNING_OPEN: 'Customer %{number} is cooling: health %{score}, %{atRisk:money} a year at risk. Act by %{due:date}.',
    WARNING_OVERDUE:
      'Customer %{number} is cooling and nobody has acted since %{due:date}: %{atRisk:money} a year at risk.',
    LOST_OPEN:
      'Customer %{number} counts as lost: health %{score}, %{atRisk:money} a year at risk. Act by %{due:date}.',
    LOST_OVERDUE:
      'Customer %{number} counts as lost and nobody has acted since %{due:date}: %{atRisk:money} a year at risk.',
    CLAIMS_OVERDUE: 'Claims whose promised answer or solution is overdue: %{count}.',
    CLAIMS_TODAY: 'Claims whose promised answer or solution is due today: %{count}.',
    TASKS_OVERDUE: 'Promised deliveries and services that are late: %{count}.',
    TASKS_TODAY: 'Promised deliveries and services due today: %{count}.',
    PLANS_WAITING: 'Plans waiting to be started: %{count}. They need resources or a go-ahead.',
    RETURNS_OPEN: 'Returns without a purchase on record: %{count}. Import the sales they belong to, or close them.',
    RETURNS_OPEN_IMPORT: 'Returns without a purchase on record: %{count}. Import the sales they belong to.',
    RETURNS_OPEN_ASK:
      'Returns without a purchase on record: %{count}. Close them, or ask an owner or a policy manager to import the sales they belong to.',
    RETURNS_OPEN_SEEN: 'Returns without a purchase on record: %{count}.',
    CUT_WAITING:
      '“%{policy}” would promise less to %{affected} customers (%{atRisk:money} a year). A second person has to decide.',
    POINT_SILENT:
      '“%{name}”: by the contacts it has now, nobody has been reached for longer than its promise allows. Try them and record the probe.',
    POINTS_SILENT:
      'Promised service points where, by the contacts they have now, nobody has been reached for too long: %{count}. Try them and record the probes.',
  },
  'zh-Hant': {
    ACTION_OVERDUE: '客戶 %{number}：「%{description}」原定 %{due:date} 完成，已逾期。',
    ACTION_TODAY: '客戶 %{number}：「%{description}」今天到期。',
    WARNING_OPEN: '客戶 %{number} 往來轉淡：健康度 %{score}，每年 %{atRisk:money} 有風險。請在 %{due:date} 前處理。',
    WARNING_OVERDUE: '客戶 %{number} 往來轉淡，%{due:date} 到期仍無人處理：每年 %{atRisk:money} 有風險。',
    LOST_OPEN: '客戶 %{number} 已視為流失：健康度 %{score}，每年 %{atRisk:money} 有風險。請在 %{due:date} 前處理。',
    LOST_OVERDUE: '客戶 %{number} 已視為流失，%{due:date} 到期仍無人處理：每年 %{atRisk:money} 有風險。',
    CLAIMS_OVERDUE: '承諾的回覆或解決時限已過的售後案件：%{count}。',
    CLAIMS_TODAY: '承諾今天回覆或解決的售後案件：%{count}。',
    TASKS_OVERDUE: '已逾期的承諾事項（送貨、安裝、服務等）：%{count}。',
    TASKS_TODAY: '今天到期的承諾事項（送貨、安裝、服務等）：%{count}。',
    PLANS_WAITING: '等待開始的計劃：%{count}。需要資源或批准。',
    RETURNS_OPEN: '找不到購買紀錄的退貨：%{count}。請匯入所屬的銷售資料，或將其結案。',
    RETURNS_OPEN_IMPORT: '找不到購買紀錄的退貨：%{count}。請匯入所屬的銷售資料。',
    RETURNS_OPEN_ASK: '找不到購買紀錄的退貨：%{count}。請將其結案，或請擁有者或政策主管匯入所屬的銷售資料。',
    RETURNS_OPEN_SEEN: '找不到購買紀錄的退貨：%{count}。',
    CUT_WAITING: '「%{policy}」將減少對 %{affected} 位客戶的承諾（每年 %{atRisk:money}），須由第二人決定。',
    POINT_SILENT: '「%{name}」目前的聯絡方式已超過承諾所定天數未聯絡到人。請聯絡看看，並登記查核結果。',
    POINTS_SILENT: '依目前的聯絡方式過久未聯絡到人的服務據點：%{count}。請逐一聯絡，並登記查核結果。',
  },
  'zh-Hans': {
    ACTION_OVERDUE: '客户 %{number}：“%{description}”原定 %{due:date} 完成，已逾期。',
    ACTION_TODAY: '客户 %{number}：“%{description}”今天到期。',
    WARNING_OPEN: '客户 %{number} 往来转淡：健康度 %{score}，每年 %{atRisk:money} 有风险。请在 %{due:date} 前处理。',
    WARNING_OVERDUE: '客户 %{number} 往来转淡，%{due:date} 到期仍无人处理：每年 %{atRisk:money} 有风险。',
    LOST_OPEN: '客户 %{number} 已视为流失：健康度 %{score}，每年 %{atRisk:money} 有风险。请在 %{due:date} 前处理。',
    LOST_OVERDUE: '客户 %{number} 已视为流失，%{due:date} 到期仍无人处理：每年 %{atRisk:money} 有风险。',
    CLAIMS_OVERDUE: '承诺的回复或解决时限已过的售后案件：%{count}。',
    CLAIMS_TODAY: '承诺今天回复或解决的售后案件：%{count}。',
    TASKS_OVERDUE: '已逾期的承诺事项（送货、安装、服务等）：%{count}。',
    TASKS_TODAY: '今天到期的承诺事项（送货、安装、服务等）：%{count}。',
    PLANS_WAITING: '等待开始的计划：%{count}。需要资源或批准。',
    RETURNS_OPEN: '找不到购买记录的退货：%{count}。请导入所属的销售数据，或将其结案。',
    RETURNS_OPEN_IMPORT: '找不到购买记录的退货：%{count}。请导入所属的销售数据。',
    RETURNS_OPEN_ASK: '找不到购买记录的退货：%{count}。请将其结案，或请所有者或政策主管导入所属的销售数据。',
    RETURNS_OPEN_SEEN: '找不到购买记录的退货：%{count}。',
    CUT_WAITING: '“%{policy}”将减少对 %{affected} 位客户的承诺（每年 %{atRisk:money}），须由第二人决定。',
    POINT_SILENT: '“%{name}”目前的联系方式已超过承诺所定天数未联系到人。请联系看看，并登记核查结果。',
    POINTS_SILENT: '按目前的联系方式过久未联系到人的服务网点：%{count}。请逐一联系，并登记核查结果。',
  },
};

export const attentionWords = words;

/** Which sentence advises somebody who may do only some of what could be done: nobody is told to do what they may not. */
export function attentionFor(code: string, may: { importSales: boolean; closeReturns: boolean }): string {
  if (code !== 'RETURNS_OPEN' || (may.importSales && may.closeReturns)) return code;
  return may.importSales ? 'RETURNS_OPEN_IMPORT' : may.closeReturns ? 'RETURNS_OPEN_ASK' : 'RETURNS_OPEN_SEEN';
}

/** An item as a sentence in the reader's language. */
export function sayAttention(item: Pick<AttentionItem, 'code' | 'params'>, language: Language): string {
  const values = valuesIn(item.params, language) as Record<string, SentenceValue>;
  return say(words[language][item.code] ?? item.code, values, language);
}
