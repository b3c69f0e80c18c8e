import { RECENT_DAYS, splitHistory } from '../recent.ts';
import { ramp, type Signal } from '../signal.ts';

/**
 * Rising returns: value returned as a share of value bought, the last 90 days against the time before. 0 points up to
 * a rise of 5 percentage points, 1 for each further one, 20 from 25 on. A share is never more than 100 %; returns
 * without any purchase count as 100 %. Both are of the customer's own currency; where something was bought in another one
 * in the 90 days, the sentence says that it is left out.
 */
export const risingReturns: Signal = {
  name: 'rising-returns',
  needs: ['purchases'],
  mostPoints: 20,
  judge(facts, asOf) {
    const halves = splitHistory(facts, asOf);
    if (!halves) return null;
    const now = shareReturned(halves.recent);
    const before = shareReturned(halves.earlier);
    return {
      points: ramp(now - before, 1, 0.05, 0.25, 20),
      code: halves.elsewhere ? 'RETURNS_ELSEWHERE' : 'RISING_RETURNS',
      params: {
        window: RECENT_DAYS,
        returned: { amount: halves.recent.returned, currency: facts.currency },
        now: Math.round(now * 100),
        before: Math.round(before * 100),
      },
    };
  },
  steps: [
    { code: 'FIND_CAUSE', kind: 'SERVICE', dueIn: 3, costShare: 0 },
    { code: 'MAKE_GOOD', kind: 'CARE', dueIn: 5, costShare: 100 },
  ],
  words: {
    en: {
      label: 'Rising returns',
      findings: {
        RISING_RETURNS:
          'Returned %{returned:money} in the last %{window:days}: %{now:percent} of what was bought, up from %{before:percent}.',
        RETURNS_ELSEWHERE:
          'Returned %{returned:money} in the last %{window:days}: %{now:percent} of what was bought in that currency, up from %{before:percent}; other currencies are not in this.',
      },
      steps: {
        FIND_CAUSE: 'Find out why goods came back and put the cause right.',
        MAKE_GOOD: 'Write to say what went wrong and make it good.',
      },
    },
    'zh-Hant': {
      label: '退貨增加',
      findings: {
        RISING_RETURNS:
          '最近 %{window:days}退貨 %{returned:money}：佔購買的 %{now:percent}，以前是 %{before:percent}。',
        RETURNS_ELSEWHERE:
          '最近 %{window:days}退貨 %{returned:money}：佔該幣別購買的 %{now:percent}，以前是 %{before:percent}；其他幣別未計入。',
      },
      steps: { FIND_CAUSE: '查明退貨原因並改正。', MAKE_GOOD: '寫信說明哪裡出了問題，並作補救。' },
    },
    'zh-Hans': {
      label: '退货增加',
      findings: {
        RISING_RETURNS:
          '最近 %{window:days}退货 %{returned:money}：占购买的 %{now:percent}，以前是 %{before:percent}。',
        RETURNS_ELSEWHERE:
          '最近 %{window:days}退货 %{returned:money}：占该币种购买的 %{now:percent}，以前是 %{before:percent}；其他币种未计入。',
      },
      steps: { FIND_CAUSE: '查明退货原因并改正。', MAKE_GOOD: '写信说明哪里出了问题，并作补救。' },
    },
  },
};

function shareReturned({ sold, returned }: { sold: number; returned: number }): number {
  if (returned === 0) return 0;
  return sold === 0 ? 1 : Math.min(1, returned / sold);
}
