import { expect, it } from 'vitest';
import { formatFor } from '../format/format.ts';
import {
  lineInWords,
  listPriceIn,
  piecesOf,
  priceOf,
  statedLines,
  typed,
  unitPriceOf,
  type LineDraft,
} from './typed.ts';

it('takes no number for another one', () => {
  expect(['1', '12', ' 3 '].map(piecesOf)).toEqual([1, 12, 3]);
  for (const bad of ['', '0', '-1', '1.5', '1.4', 'two', '1e99']) expect(piecesOf(bad), bad).toBeUndefined();
  expect(['', '2.999', '0', '0.1', '19.99'].map(unitPriceOf)).toEqual([null, 29_990, 0, 1000, 199_900]);
  for (const bad of ['-1', '1.23456', 'free']) expect(unitPriceOf(bad), bad).toBeUndefined();
  expect([typed(3), typed(29_990, 10_000), typed(null)]).toEqual(['3', '2.999', '']);
});

it('C3 of what two people wrote prices are read as money, an empty one as the list price that it stands for', () => {
  const line = {
    key: 'a',
    productId: 'p',
    code: 'C',
    description: 'Chair',
    quantity: '2',
    listPrice: 12_345_000,
    extras: [],
  };
  const said = (unitPrice: string, listPrice: number | null = line.listPrice) =>
    lineInWords({ ...line, unitPrice, listPrice }, 'GBP', formatFor('en', 'Europe/London'));
  expect(said('2.5')).toBe('2 × C Chair · £2.50');
  expect(said('')).toBe('2 × C Chair · £1,234.50');
  expect(said('', null)).toBe('2 × C Chair · –');
  expect(said('2,5')).toBe('2 × C Chair · 2,5');
});

it('lines are sent when every number in them is right', () => {
  const line: LineDraft = {
    key: 'a',
    productId: 'p',
    code: 'C',
    description: 'd',
    quantity: '2',
    unitPrice: '0',
    listPrice: null,
    extras: [],
  };
  const sent = { productId: 'p', description: 'd', quantity: 2, unitPrice: 0 };
  expect(statedLines([line, { ...line, unitPrice: '1.5' }])).toEqual([sent, { ...sent, unitPrice: 15_000 }]);
  expect(statedLines([line, { ...line, quantity: '1.5' }])).toBeUndefined();
});

it('C3, C4 an empty price is the list price, on the screen and in what is sent; without one the line cannot be sent', () => {
  const line: LineDraft = {
    key: 'a',
    productId: 'p',
    code: 'C',
    description: 'd',
    quantity: '2',
    unitPrice: '',
    listPrice: 127_500,
    extras: [],
  };
  expect(priceOf(line)).toBe(127_500);
  expect(statedLines([line])).toEqual([{ productId: 'p', description: 'd', quantity: 2, unitPrice: 127_500 }]);
  expect([priceOf({ ...line, unitPrice: '0' }), priceOf({ ...line, unitPrice: '-1' })]).toEqual([0, undefined]);
  expect(priceOf({ ...line, listPrice: null })).toBeUndefined();
  expect(statedLines([{ ...line, listPrice: null }])).toBeUndefined();
  // a price in another currency is none here
  const product = { price: 127_500, currency: 'GBP' };
  expect([listPriceIn('GBP', product), listPriceIn('EUR', product), listPriceIn('GBP', null)]).toEqual([
    127_500,
    null,
    null,
  ]);
});
