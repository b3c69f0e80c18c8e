import { isoDate } from '../../shared/period.ts';
import { purchaseDays } from '../facts.ts';
import { ramp, type Signal } from '../signal.ts';

/** Two gaps are the least that can be called a rhythm. */
export const LEAST_PURCHASE_DAYS = 3;
/** Somebody who came back the next day once is not overdue on the third. */
export const SHORTEST_RHYTHM = 7;

/**
 * Overdue against the customer's own rhythm: days since the last purchase over the mean gap between purchases.
 * 0 points up to 1.5 times the rhythm, 12.5 for each further time, 50 from 5.5 times on.
 */
export const overdue: Signal = {
  name: 'overdue',
  needs: ['purchases'],
  mostPoints: 50,
  judge(facts, asOf) {
    const days = purchaseDays(facts);
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined || days.length < LEAST_PURCHASE_DAYS) return null;
    const since = asOf - last;
    const rhythm = Math.max(SHORTEST_RHYTHM, (last - first) / (days.length - 1));
    return {
      points: ramp(since, rhythm, 1.5, 5.5, 50),
      code: 'OVERDUE',
      params: { days: since, rhythm: Math.round(rhythm), last: isoDate(last) },
    };
  },
  steps: [
    { code: 'CALL_AND_ASK', kind: 'CARE', dueIn: 2, costShare: 0 },
    { code: 'WELCOME_BACK', kind: 'INCENTIVE', dueIn: 8, costShare: 200 },
  ],
  words: {
    en: {
      label: 'Overdue',
      findings: { OVERDUE: 'Last bought %{days:days} ago, on %{last:date}; usually buys about every %{rhythm:days}.' },
      steps: {
        CALL_AND_ASK: 'Call and ask how things are; sell nothing.',
        WELCOME_BACK: 'Have a welcome-back thank-you ready for the next order.',
      },
    },
    'zh-Hant': {
      label: '逾期未購',
      findings: { OVERDUE: '上次購買是 %{last:date}，距今 %{days:days}；平常約每 %{rhythm:days}買一次。' },
      steps: {
        CALL_AND_ASK: '打電話問候近況，不推銷。',
        WELCOME_BACK: '為下一張訂單備好一份歡迎回來的謝禮。',
      },
    },
    'zh-Hans': {
      label: '逾期未购',
      findings: { OVERDUE: '上次购买是 %{last:date}，距今 %{days:days}；平常约每 %{rhythm:days}买一次。' },
      steps: {
        CALL_AND_ASK: '打电话问候近况，不推销。',
        WELCOME_BACK: '为下一张订单备好一份欢迎回来的谢礼。',
      },
    },
  },
};
