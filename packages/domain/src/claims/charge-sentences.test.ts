import { context, fee, line } from '@perennial/testkit/claims/some-charges';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../shared/language.ts';
import { checkCharges, type ChargeContext, type ChargeLine } from './charges.ts';
import type { DisclosedFee } from './fee-schedule.ts';
import { claimSentencesOf } from './sentences.ts';

/** What is said of the first line. */
const said = (
  schedule: DisclosedFee[],
  lines: ChargeLine[],
  more: Partial<ChargeContext> = {},
  language: Language = 'en',
) => {
  const [first] = checkCharges(schedule, lines, context(more));
  return { verdict: first!.verdict, sentences: claimSentencesOf(first!.trace, language) };
};
const motor = fee('MOTOR', 9000, { kinds: ['PART'] });
const wax = fee('WAX', 900, { kinds: ['ADD_ON'] });

describe('S2 a purchase that was paid in another currency', () => {
  const foreign = { purchaseValue: null, discountGiven: null };

  it('S2 asks about a part, and says that it cannot be compared', () => {
    const told = LANGUAGES.map((language) => said([motor], [line('MOTOR', 1)], foreign, language));
    expect(told.map(({ verdict }) => verdict)).toEqual(LANGUAGES.map(() => 'NEEDS_CONSENT'));
    expect(told.map(({ sentences }) => sentences[1])).toEqual([
      'The purchase was paid in another currency, so it cannot be told whether this part comes to more than 30 % of the whole; the customer is asked first.',
      '這筆購買以另一種幣別付款，無法比較此零件是否超過整件價值的 30%；須先徵得客戶同意。',
      '这笔购买以另一种货币付款，无法比较此零件是否超过整件价值的 30%；须先征得客户同意。',
    ]);
    expect(said([motor], [line('MOTOR', 0)], foreign).verdict).toBe('ACCEPT');
  });

  it('S2 asks about add-ons, and says that they cannot be compared', () => {
    const told = LANGUAGES.map((language) => said([wax], [line('WAX', 1)], foreign, language));
    expect(told.map(({ verdict }) => verdict)).toEqual(LANGUAGES.map(() => 'NEEDS_CONSENT'));
    expect(told.map(({ sentences }) => sentences[1])).toEqual([
      'The purchase was paid in another currency, so it cannot be told whether the add-ons come to more than the discount that was given; the customer is asked first.',
      '這筆購買以另一種幣別付款，無法比較加購項目是否超過原先給予的折扣；須先徵得客戶同意。',
      '这笔购买以另一种货币付款，无法比较加购项目是否超过原先给予的折扣；须先征得客户同意。',
    ]);
    expect(said([wax], [line('WAX', 0)], foreign).verdict).toBe('ACCEPT');
  });
});
