import type { ReturnHistory } from '../facts.ts';
import type { Step } from '../decision.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';

export type AbuseSteps = {
  ABUSE_LINES: { points: number; returned: number; bought: number };
  ABUSE_VALUE: { points: number; percent: number };
  ABUSE_RECENT: { points: number; recent: number };
  ABUSE_WITHOUT_PURCHASE: { points: number; count: number };
};

/** How much a customer's returns look like abuse: 0 (not at all) to 100, and the points of each reason, which add up to it. */
export interface Abuse {
  score: number;
  reasons: readonly Step[];
}

/** Up to these nothing is made of a return: bringing something back is what the promise is for. */
const FEW = 2;
const POINTS = { lines: 40, value: 25, recent: 20, withoutPurchase: 15 } as const;

/**
 * Abuse score of past returns (惡意退貨, C10). It asks for a second look and never refuses. Points are given for
 *
 * - the share of lines brought back, from none at a fifth to 40 at four fifths,
 * - the share of their value, likewise, up to 25,
 * - each return of the last 90 days beyond the second 5, up to 20,
 * - each return for which no purchase is on record 5, up to 15.
 *
 * Shares count from the third return on and only where something was bought in those twelve months: one return of one
 * purchase is no pattern, and without purchases there is nothing to compare with. Only reasons with points are named.
 */
export function abuseOf(history: ReturnHistory): Abuse {
  const { bought, returned, boughtValue, returnedValue, recent, withoutPurchase } = history;
  const compared = returned > FEW;
  const lines = compared ? shared(returned, bought, POINTS.lines) : 0;
  const value = compared ? shared(returnedValue, boughtValue, POINTS.value) : 0;
  const often = Math.min(POINTS.recent, 5 * Math.max(0, recent - FEW));
  const unknown = Math.min(POINTS.withoutPurchase, 5 * Math.max(0, withoutPurchase));
  // no number where nothing was bought, but then it has no points either and is not named
  const percent = Math.round((returnedValue / boughtValue) * 100);
  const reasons: readonly (readonly [number, Step])[] = [
    [lines, step<AbuseSteps, 'ABUSE_LINES'>('ABUSE_LINES', { points: lines, returned, bought })],
    [value, step<AbuseSteps, 'ABUSE_VALUE'>('ABUSE_VALUE', { points: value, percent })],
    [often, step<AbuseSteps, 'ABUSE_RECENT'>('ABUSE_RECENT', { points: often, recent })],
    [
      unknown,
      step<AbuseSteps, 'ABUSE_WITHOUT_PURCHASE'>('ABUSE_WITHOUT_PURCHASE', { points: unknown, count: withoutPurchase }),
    ],
  ];
  return {
    score: lines + value + often + unknown,
    reasons: reasons.filter(([points]) => points > 0).map(([, reason]) => reason),
  };
}

/** None up to a fifth of the whole, `most` from four fifths on, evenly between; whole points, rounded down. */
function shared(part: number, whole: number, most: number): number {
  if (whole <= 0) return 0;
  const beyond = Math.min(Math.max(0, 5 * part - whole), 3 * whole);
  return Math.floor((most * beyond) / (3 * whole));
}

export const abuseSentences: Dictionaries<AbuseSteps> = {
  en: {
    ABUSE_LINES: (p, say) =>
      `${say.count(p.points, 'point', 'points')}: within twelve months ${say.number(p.returned)} lines were brought back and ${say.number(p.bought)} bought.`,
    ABUSE_VALUE: (p, say) =>
      `${say.count(p.points, 'point', 'points')}: what was brought back is worth ${say.number(p.percent)}% of what was bought.`,
    ABUSE_RECENT: (p, say) =>
      `${say.count(p.points, 'point', 'points')}: ${say.count(p.recent, 'return', 'returns')} within the last 90 days.`,
    ABUSE_WITHOUT_PURCHASE: (p, say) =>
      `${say.count(p.points, 'point', 'points')}: ${say.count(p.count, 'return', 'returns')} for which no purchase is on record.`,
  },
  'zh-Hant': {
    ABUSE_LINES: (p, say) =>
      `${say.number(p.points)} 分：十二個月內退回 ${say.number(p.returned)} 筆，購買 ${say.number(p.bought)} 筆。`,
    ABUSE_VALUE: (p, say) => `${say.number(p.points)} 分：退回的金額占購買金額的 ${say.number(p.percent)}%。`,
    ABUSE_RECENT: (p, say) => `${say.number(p.points)} 分：最近 90 天內退貨 ${say.number(p.recent)} 次。`,
    ABUSE_WITHOUT_PURCHASE: (p, say) => `${say.number(p.points)} 分：有 ${say.number(p.count)} 次退貨查無購買紀錄。`,
  },
  'zh-Hans': {
    ABUSE_LINES: (p, say) =>
      `${say.number(p.points)} 分：十二个月内退回 ${say.number(p.returned)} 笔，购买 ${say.number(p.bought)} 笔。`,
    ABUSE_VALUE: (p, say) => `${say.number(p.points)} 分：退回的金额占购买金额的 ${say.number(p.percent)}%。`,
    ABUSE_RECENT: (p, say) => `${say.number(p.points)} 分：最近 90 天内退货 ${say.number(p.recent)} 次。`,
    ABUSE_WITHOUT_PURCHASE: (p, say) => `${say.number(p.points)} 分：有 ${say.number(p.count)} 次退货查无购买记录。`,
  },
};
