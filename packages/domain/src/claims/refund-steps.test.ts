import { expect, it } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { refundSteps } from './refund-steps.ts';
import { claimSentence } from './sentences.ts';

const count = { bought: 2, goods: 1590, paid: 1535, gone: 0, refund: 1535, due: 1535, currency: 'GBP' };

it('C11 a refund below the price says what it is less by, in every language', () => {
  const [found, ...more] = refundSteps(count, 2);
  expect(more).toEqual([]);
  expect(LANGUAGES.map((language) => claimSentence(found!, language))).toEqual([
    'Given back: £15.35. The goods cost £15.90, less their share of the discount on the purchase, £0.55.',
    '退還 £15.35：商品 £15.90，扣除所分攤的整單折扣 £0.55。',
    '退还 £15.35：商品 £15.90，扣除所分摊的整单折扣 £0.55。',
  ]);
});

it('C11 a refund of the price needs no explanation', () => {
  expect(refundSteps({ ...count, paid: 1590, refund: 1590, due: 1590 }, 2)).toEqual([]);
  // a penny that was rounded up for the pieces before is no discount
  expect(refundSteps({ ...count, bought: 3, goods: 100, paid: 100, gone: 1, refund: 33, due: 33 }, 1)).toEqual([]);
});

it('C11 what was given back beyond its due is named too', () => {
  expect(
    refundSteps({ ...count, paid: 1590, refund: 1000, due: 1590 }, 2).map(({ code, params }) => [code, params]),
  ).toEqual([['CLAIM_REFUND_LEFT', { refund: 1000, currency: 'GBP' }]]);
});

it('C11 what bears a discount is not told as given back where less of it is left', () => {
  const steps = refundSteps({ ...count, refund: 10 }, 2);
  expect(LANGUAGES.map((language) => steps.map((each) => claimSentence(each, language)))).toEqual([
    [
      'Paid for them: £15.35. The goods cost £15.90, less their share of the discount on the purchase, £0.55.',
      'Of what was paid for these goods, £0.10 is left to be given back; the rest was given back before.',
    ],
    ['實付 £15.35：商品 £15.90，扣除所分攤的整單折扣 £0.55。', '這些商品所付的款項只剩 £0.10 可退，其餘先前已退還。'],
    ['实付 £15.35：商品 £15.90，扣除所分摊的整单折扣 £0.55。', '这些商品所付的款项只剩 £0.10 可退，其余先前已退还。'],
  ]);
});
