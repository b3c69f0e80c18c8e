import { roundHalfEven } from '../../shared/money.ts';
import { RECENT_DAYS, splitHistory } from '../recent.ts';
import { ramp, type Signal } from '../signal.ts';

/**
 * Falling spend: what was bought in the last 90 days against the customer's own earlier average for 90 days.
 * 0 points up to a fall of 30 %, then in a straight line to 30 points when nothing was bought at all. What is spent in
 * another currency is in neither amount; where there is some in the 90 days, the sentence says that it is left out.
 */
export const fallingSpend: Signal = {
  name: 'falling-spend',
  needs: ['purchases'],
  mostPoints: 30,
  judge(facts, asOf) {
    const halves = splitHistory(facts, asOf);
    if (!halves || halves.earlier.sold === 0) return null;
    const usual = roundHalfEven(halves.earlier.sold * RECENT_DAYS, halves.earlier.days);
    const fall = Math.max(0, usual - halves.recent.sold);
    return {
      points: ramp(fall, usual, 0.3, 1, 30),
      code: halves.elsewhere ? 'SPEND_ELSEWHERE' : halves.recent.sold === 0 ? 'NOTHING_BOUGHT' : 'FALLING_SPEND',
      params: {
        window: RECENT_DAYS,
        spent: { amount: halves.recent.sold, currency: facts.currency },
        usual: { amount: usual, currency: facts.currency },
        fall: usual === 0 ? 0 : Math.round((fall / usual) * 100),
      },
    };
  },
  steps: [
    { code: 'REVIEW_NEEDS', kind: 'SERVICE', dueIn: 5, costShare: 0 },
    { code: 'EXCHANGE_OFFER', kind: 'INCENTIVE', dueIn: 10, costShare: 300 },
  ],
  words: {
    en: {
      label: 'Falling spend',
      findings: {
        FALLING_SPEND:
          'Spent %{spent:money} in the last %{window:days}, %{fall:percent} less than the usual %{usual:money}.',
        SPEND_ELSEWHERE:
          'Spent %{spent:money} in the last %{window:days}, %{fall:percent} less than the usual %{usual:money}; purchases in other currencies are not in this.',
        NOTHING_BOUGHT: 'Bought nothing in the last %{window:days}; usually spends %{usual:money} in that time.',
      },
      steps: {
        REVIEW_NEEDS: 'Go through what they need now and what we no longer supply.',
        EXCHANGE_OFFER: 'Offer a better price in exchange for a larger or regular order.',
      },
    },
    'zh-Hant': {
      label: '消費下滑',
      findings: {
        FALLING_SPEND: '最近 %{window:days}消費 %{spent:money}，比平常的 %{usual:money} 少了 %{fall:percent}。',
        SPEND_ELSEWHERE:
          '最近 %{window:days}消費 %{spent:money}，比平常的 %{usual:money} 少了 %{fall:percent}；其他幣別的購買未計入。',
        NOTHING_BOUGHT: '最近 %{window:days}沒有購買；平常這段時間會消費 %{usual:money}。',
      },
      steps: {
        REVIEW_NEEDS: '了解他們現在需要什麼、我們少供應了什麼。',
        EXCHANGE_OFFER: '以更大或定期的訂單作為交換，給予更好的價格。',
      },
    },
    'zh-Hans': {
      label: '消费下滑',
      findings: {
        FALLING_SPEND: '最近 %{window:days}消费 %{spent:money}，比平常的 %{usual:money} 少了 %{fall:percent}。',
        SPEND_ELSEWHERE:
          '最近 %{window:days}消费 %{spent:money}，比平常的 %{usual:money} 少了 %{fall:percent}；其他币种的购买未计入。',
        NOTHING_BOUGHT: '最近 %{window:days}没有购买；平常这段时间会消费 %{usual:money}。',
      },
      steps: {
        REVIEW_NEEDS: '了解他们现在需要什么、我们少供应了什么。',
        EXCHANGE_OFFER: '以更大或定期的订单作为交换，给予更好的价格。',
      },
    },
  },
};
