import { expect, it } from 'vitest';
import { piecesOf, statedLines, typed, unitPriceOf, unitsOf, type LineDraft } from './typed.ts';

it('takes no number for another one', () => {
  expect(['1', '12', ' 3 '].map(piecesOf)).toEqual([1, 12, 3]);
  for (const bad of ['', '0', '-1', '1.5', '1.4', 'two', '1e99']) expect(piecesOf(bad), bad).toBeUndefined();
  expect(['', '2.999', '0', '0.1', '19.99'].map(unitPriceOf)).toEqual([null, 29_990, 0, 1000, 199_900]);
  for (const bad of ['-1', '1.23456', 'free']) expect(unitPriceOf(bad), bad).toBeUndefined();
  expect(['0', '5', '5.25', '1.1', '-5', '5.255', ''].map((each) => unitsOf(each, 100))).toEqual(
    // what was not said is not nothing off
    [0, 500, 525, 110, undefined, undefined, undefined],
  );
  expect([typed(3), typed(29_990, 10_000), typed(null)]).toEqual(['3', '2.999', '']);
});

it('lines are sent when every number in them is right', () => {
  const line: LineDraft = {
    key: 'a',
    productId: 'p',
    code: 'C',
    description: 'd',
    quantity: '2',
    unitPrice: '',
    extras: [],
  };
  const sent = { productId: 'p', description: 'd', quantity: 2 };
  expect(statedLines([line, { ...line, unitPrice: '1.5' }])).toEqual([sent, { ...sent, unitPrice: 15_000 }]);
  expect(statedLines([line, { ...line, quantity: '1.5' }])).toBeUndefined();
});
