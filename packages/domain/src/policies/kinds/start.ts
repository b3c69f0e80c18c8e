import type { Step } from '../decision.ts';
import type { PurchaseFacts } from '../facts.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import type { FormField } from './form.ts';

/** From which day a term's time runs; shared by the kinds that have a deadline. */
export const COUNTED_FROM = {
  type: 'choice',
  options: [
    { value: 'PURCHASE', label: { en: 'the day of purchase', 'zh-Hant': '購買日', 'zh-Hans': '购买日' } },
    { value: 'DELIVERY', label: { en: 'the day of delivery', 'zh-Hant': '送達日', 'zh-Hans': '送达日' } },
  ],
  default: 'PURCHASE',
  // Delivery is never before the purchase: counting from it ends later.
  better: ['PURCHASE', 'DELIVERY'],
  label: { en: 'Counted from', 'zh-Hant': '起算日', 'zh-Hans': '起算日' },
} as const satisfies FormField;

export type StartSteps = {
  COUNTED_FROM_PURCHASE: { from: string };
  COUNTED_FROM_DELIVERY: { from: string };
  DELIVERY_UNKNOWN: Record<string, never>;
};

/**
 * The day that is not counted itself; the first day of the term is the one after it, so that a customer who buys at
 * five to midnight loses nothing. Where delivery counts and no delivery is on record the time has not been shown to
 * have begun: `day` is null and the term decides in the customer's favour rather than give less than was promised.
 */
export function startOf(
  countedFrom: 'PURCHASE' | 'DELIVERY',
  purchase: PurchaseFacts & { boughtOn: string },
): { day: string | null; step: Step } {
  if (countedFrom === 'PURCHASE') {
    const from = purchase.boughtOn;
    return { day: from, step: step<StartSteps, 'COUNTED_FROM_PURCHASE'>('COUNTED_FROM_PURCHASE', { from }) };
  }
  const from = purchase.deliveredOn ?? null;
  return from === null
    ? { day: null, step: step<StartSteps, 'DELIVERY_UNKNOWN'>('DELIVERY_UNKNOWN', {}) }
    : { day: from, step: step<StartSteps, 'COUNTED_FROM_DELIVERY'>('COUNTED_FROM_DELIVERY', { from }) };
}

export const startSentences: Dictionaries<StartSteps> = {
  en: {
    COUNTED_FROM_PURCHASE: (p, say) => `The time is counted from the day of purchase, ${say.day(p.from)}.`,
    COUNTED_FROM_DELIVERY: (p, say) => `The time is counted from the day of delivery, ${say.day(p.from)}.`,
    DELIVERY_UNKNOWN: () =>
      'The time is counted from delivery, and no day of delivery is on record: this is decided in the customer’s favour.',
  },
  'zh-Hant': {
    COUNTED_FROM_PURCHASE: (p, say) => `期限自購買日 ${say.day(p.from)} 起算。`,
    COUNTED_FROM_DELIVERY: (p, say) => `期限自送達日 ${say.day(p.from)} 起算。`,
    DELIVERY_UNKNOWN: () => '期限自送達日起算，但沒有送達日的紀錄，因此以有利於客戶的方式認定。',
  },
  'zh-Hans': {
    COUNTED_FROM_PURCHASE: (p, say) => `期限自购买日 ${say.day(p.from)} 起算。`,
    COUNTED_FROM_DELIVERY: (p, say) => `期限自送达日 ${say.day(p.from)} 起算。`,
    DELIVERY_UNKNOWN: () => '期限自送达日起算，但没有送达日的记录，因此按有利于客户的方式认定。',
  },
};
