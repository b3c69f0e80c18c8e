import { addDays, daysBetween } from '../../shared/period.ts';
import type { Step } from '../decision.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { abuseOf, abuseSentences, type AbuseSteps } from './abuse.ts';
import { COUNTED_FROM, startOf, type StartSteps, startSentences } from './start.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';

/** As `reviewFrom`: above every score, so that none is looked at. */
const NEVER = 101;

type ReturnsSteps = StartSteps &
  AbuseSteps & {
    RETURNS_PROMISE: { days: number; openedAllowed: boolean; countedFrom: string; reviewFrom: number };
    RETURNS_REVIEW: { score: number; reviewFrom: number };
    RETURNS_OPENED: Record<string, never>;
    RETURNS_IN_TIME: { on: string; deadline: string; daysLeft: number };
    RETURNS_LATE: { on: string; deadline: string; daysLate: number };
  };

/**
 * No-questions return window (無條件退貨, C10): within it a reason is not asked for. Past returns can ask for a second look
 * (惡意退貨, see `abuseOf`) from a score of `reviewFrom` on; they never turn a return that is in time into a refusal.
 */
export const returns = termKind({
  kind: 'returns',
  stage: 'AFTER_SALE',
  label: { en: 'No-questions returns', 'zh-Hant': '無條件退貨', 'zh-Hans': '无条件退货' },
  params: form({
    days: {
      type: 'int',
      min: 1,
      max: 3650,
      default: 30,
      better: 'more',
      unit: { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' },
      label: { en: 'Return window', 'zh-Hant': '退貨期限', 'zh-Hans': '退货期限' },
    },
    openedAllowed: {
      type: 'bool',
      default: true,
      better: true,
      label: { en: 'Opened packaging is accepted', 'zh-Hant': '接受已拆封的商品', 'zh-Hans': '接受已拆封的商品' },
    },
    countedFrom: COUNTED_FROM,
    reviewFrom: {
      type: 'int',
      min: 1,
      max: NEVER,
      default: NEVER,
      better: 'more',
      added: true,
      unit: { en: 'of 100 points', 'zh-Hant': '分（滿分 100）', 'zh-Hans': '分（满分 100）' },
      special: [{ value: NEVER, label: { en: 'never', 'zh-Hant': '一律不複核', 'zh-Hans': '一律不复核' } }],
      label: {
        en: 'A person looks at it from this abuse score on',
        'zh-Hant': '惡意退貨評分達此分數時由專人複核',
        'zh-Hans': '恶意退货评分达此分数时由专人复核',
      },
    },
  }),
  reach: ({ days }, boughtOn) => addDays(boughtOn, days),
  claim: form({
    opened: {
      type: 'bool',
      default: false,
      label: { en: 'The packaging was opened', 'zh-Hant': '包裝已拆封', 'zh-Hans': '包装已拆封' },
    },
  }),
  promise: (params) => step<ReturnsSteps, 'RETURNS_PROMISE'>('RETURNS_PROMISE', params),
  judge: (params, claim, purchase, on, { customer }) => {
    const start = startOf(params.countedFrom, purchase);
    const deadline = start.day === null ? null : addDays(start.day, params.days);
    const abuse = params.reviewFrom < NEVER && customer.history ? abuseOf(customer.history) : null;
    const review = abuse !== null && abuse.score >= params.reviewFrom;
    const verdict = (outcome: 'ALLOWED' | 'REFUSED', ...steps: Step[]) => ({
      outcome,
      countedFrom: start.day,
      deadline,
      remedy: outcome === 'ALLOWED' ? ('REFUND' as const) : null,
      review,
      result: abuse ? { abuse } : {},
      steps: [start.step, ...steps, ...(review ? reviewSteps(abuse.score, params.reviewFrom, abuse.reasons) : [])],
    });
    if (claim.opened && !params.openedAllowed) {
      return verdict('REFUSED', step<ReturnsSteps, 'RETURNS_OPENED'>('RETURNS_OPENED', {}));
    }
    if (deadline === null) return verdict('ALLOWED');
    const left = daysBetween(on, deadline);
    return left >= 0
      ? verdict('ALLOWED', step<ReturnsSteps, 'RETURNS_IN_TIME'>('RETURNS_IN_TIME', { on, deadline, daysLeft: left }))
      : verdict('REFUSED', step<ReturnsSteps, 'RETURNS_LATE'>('RETURNS_LATE', { on, deadline, daysLate: -left }));
  },
  sentences: {
    en: {
      ...startSentences.en,
      ...abuseSentences.en,
      RETURNS_PROMISE: (p, say) =>
        `It can be returned within ${say.count(p.days, 'day', 'days')} of ${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}, ` +
        `no questions asked, ${p.openedAllowed ? 'even when opened' : 'as long as it is unopened'}.` +
        (p.reviewFrom < NEVER
          ? ` Where past returns reach ${say.number(p.reviewFrom)} of 100 points of the abuse score, a person looks at it first.`
          : ''),
      RETURNS_REVIEW: (p, say) =>
        `Past returns give an abuse score of ${say.number(p.score)} of 100; from ${say.number(p.reviewFrom)} on a person looks at it before it is settled. The score refuses nothing.`,
      RETURNS_OPENED: () => 'The packaging was opened, and the promise is for unopened goods only.',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `It was brought back on ${say.day(p.on)}, the last day: in time.`
          : `It was brought back on ${say.day(p.on)}, in time: the last day is ${say.day(p.deadline)}.`,
      RETURNS_LATE: (p, say) =>
        `It was brought back on ${say.day(p.on)}, ${say.count(p.daysLate, 'day', 'days')} after the last day, ${say.day(p.deadline)}.`,
    },
    'zh-Hant': {
      ...startSentences['zh-Hant'],
      ...abuseSentences['zh-Hant'],
      RETURNS_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}次日起 ${say.number(p.days)} 天內可無條件退貨，` +
        `${p.openedAllowed ? '已拆封亦可' : '但以未拆封為限'}。` +
        (p.reviewFrom < NEVER ? `過往退貨的評分達 ${say.number(p.reviewFrom)} 分（滿分 100）時，先由專人複核。` : ''),
      RETURNS_REVIEW: (p, say) =>
        `過往退貨的評分為 ${say.number(p.score)} 分（滿分 100）；達 ${say.number(p.reviewFrom)} 分即先由專人複核再結案。評分本身不會造成拒絕。`,
      RETURNS_OPENED: () => '包裝已拆封，而此承諾僅適用於未拆封的商品。',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `於 ${say.day(p.on)} 退回，正是期限的最後一天，仍在期限內。`
          : `於 ${say.day(p.on)} 退回，在期限內；最後一天為 ${say.day(p.deadline)}。`,
      RETURNS_LATE: (p, say) =>
        `於 ${say.day(p.on)} 退回，已超過最後一天 ${say.day(p.deadline)} 達 ${say.number(p.daysLate)} 天。`,
    },
    'zh-Hans': {
      ...startSentences['zh-Hans'],
      ...abuseSentences['zh-Hans'],
      RETURNS_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}次日起 ${say.number(p.days)} 天内可无条件退货，` +
        `${p.openedAllowed ? '已拆封也可以' : '但仅限未拆封'}。` +
        (p.reviewFrom < NEVER ? `过往退货的评分达 ${say.number(p.reviewFrom)} 分（满分 100）时，先由专人复核。` : ''),
      RETURNS_REVIEW: (p, say) =>
        `过往退货的评分为 ${say.number(p.score)} 分（满分 100）；达 ${say.number(p.reviewFrom)} 分即先由专人复核再结案。评分本身不会造成拒绝。`,
      RETURNS_OPENED: () => '包装已拆封，而此承诺仅适用于未拆封的商品。',
      RETURNS_IN_TIME: (p, say) =>
        p.daysLeft === 0
          ? `于 ${say.day(p.on)} 退回，正是期限的最后一天，仍在期限内。`
          : `于 ${say.day(p.on)} 退回，在期限内；最后一天为 ${say.day(p.deadline)}。`,
      RETURNS_LATE: (p, say) =>
        `于 ${say.day(p.on)} 退回，已超过最后一天 ${say.day(p.deadline)} ${say.number(p.daysLate)} 天。`,
    },
  } satisfies Dictionaries<ReturnsSteps>,
});

const reviewSteps = (score: number, reviewFrom: number, reasons: readonly Step[]): readonly Step[] => [
  step<ReturnsSteps, 'RETURNS_REVIEW'>('RETURNS_REVIEW', { score, reviewFrom }),
  ...reasons,
];
