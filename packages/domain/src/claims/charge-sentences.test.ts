import { context, fee, line } from '@perennial/testkit/claims/some-charges';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../shared/language.ts';
import { checkCharges, type ChargeContext, type ChargeLine } from './charges.ts';
import { withDisclosed, type DisclosedFee } from './fee-schedule.ts';
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

describe('S2 what is charged on other claims of the purchase', () => {
  const elsewhere = [
    { code: 'MOTOR', amount: 2000, kind: 'PART' as const },
    { code: 'WAX', amount: 300, kind: 'ADD_ON' as const },
  ];

  it('S2 is told with the sum that it makes, which the claim itself does not list', () => {
    expect(
      LANGUAGES.map((language) => said([motor], [line('MOTOR', 1001)], { elsewhere }, language).sentences[1]),
    ).toEqual([
      'With what is charged for it on other claims of this purchase, this part comes to £30.01, more than 30 % of the whole (£100.00); the customer is asked first.',
      '連同這筆購買其他案件所收，此零件合計 £30.01，超過整件價值（£100.00）的 30%；須先徵得客戶同意。',
      '连同这笔购买其他案件所收，此零件合计 £30.01，超过整件价值（£100.00）的 30%；须先征得客户同意。',
    ]);
    expect(LANGUAGES.map((language) => said([wax], [line('WAX', 201)], { elsewhere }, language).sentences[1])).toEqual([
      'With what is charged on other claims of this purchase, the add-ons come to £5.01, more than the discount of £5.00 that was given; the customer is asked first.',
      '連同這筆購買其他案件所收，加購項目合計 £5.01，超過原先給予的折扣 £5.00；須先徵得客戶同意。',
      '连同这笔购买其他案件所收，加购项目合计 £5.01，超过原先给予的折扣 £5.00；须先征得客户同意。',
    ]);
  });

  it('S2 is not told of where there is nothing of the kind', () => {
    const others = [
      { code: 'MOTOR', amount: 0, kind: 'PART' as const },
      { code: 'LID', amount: 9, kind: 'PART' as const },
      { code: 'WAX', amount: 0, kind: 'ADD_ON' as const },
    ];
    expect(said([motor], [line('MOTOR', 3001)], { elsewhere: others }).sentences[1]).toMatch(/^This part comes to/);
    expect(said([wax], [line('WAX', 501)], { elsewhere: others }).sentences[1]).toMatch(/^The add-ons come to/);
  });
});

describe('C7 what was disclosed, and what was promised since', () => {
  const known = new Map([['A1', [fee('VISIT', 2000), fee('WORK', 900)]]]);
  const lowered = withDisclosed([fee('VISIT', 1000), fee('WORK', 900)], known);

  it('C7 are told apart where a fee was lowered since', () => {
    expect(lowered).toEqual([fee('VISIT', 1000, { disclosed: 2000 }), fee('WORK', 900)]);
    expect(LANGUAGES.map((language) => said(lowered, [line('VISIT', 1000)], {}, language).sentences)).toEqual([
      ['“VISIT” was disclosed before acceptance: at most £20.00; by what was promised since, at most £10.00.'],
      ['「VISIT」已事先公開：最多 £20.00；依之後的承諾，最多 £10.00。'],
      ['“VISIT”已事先公开：最多 £20.00；依之后的承诺，最多 £10.00。'],
    ]);
    expect(LANGUAGES.map((language) => said(lowered, [line('VISIT', 1001)], {}, language).sentences)).toEqual([
      ['“VISIT” comes to £10.01, but by what was promised since it is at most £10.00; lower it.'],
      ['「VISIT」合計 £10.01，但之後所承諾的上限為 £10.00；請調低。'],
      ['“VISIT”合计 £10.01，但之后所承诺的上限为 £10.00；请调低。'],
    ]);
    expect(said(lowered, [line('WORK', 901)]).sentences).toEqual([
      '“WORK” comes to £9.01, but at most £9.00 was disclosed; lower it.',
    ]);
  });

  it('C7 a fee that is named no more is not told as one that was never disclosed', () => {
    const dropped = [fee('LOOK', 500, { label: 'A look', kinds: ['DIAGNOSIS'] })];
    expect(LANGUAGES.map((language) => said([], [line('LOOK', 1)], { dropped }, language))).toEqual(
      [
        '“A look” was disclosed before acceptance, but what was promised since does not name it for these goods, so it must not be charged.',
        '「A look」已事先公開，但之後的承諾對這些商品不再列有此項，因此不得收取。',
        '“A look”已事先公开，但之后的承诺对这些产品不再列有此项，因此不得收取。',
      ].map((sentence) => ({ verdict: 'BLOCK', sentences: [sentence] })),
    );
    expect(checkCharges([], [line('LOOK', 1)], context({ dropped }))[0]!.kind).toBe('DIAGNOSIS');
    expect(said([], [line('OTHER', 1)], { dropped }).sentences).toEqual([
      '“OTHER” was not disclosed before acceptance, so it must not be charged.',
    ]);
  });
});
