import { expect, test } from 'vitest';
import { words as en } from '../i18n/en/index.ts';
import { words as hans } from '../i18n/zh-Hans/index.ts';
import { words as hant } from '../i18n/zh-Hant/index.ts';
import {
  PLACE,
  aroundExamples,
  namesCustomers,
  namesMoved,
  namesPurchases,
  promisePages,
  purchasePages,
} from './held.ts';

test.each(Object.entries({ en, 'zh-Hant': hant, 'zh-Hans': hans }))(
  'what keeps an import has its examples once in each sentence, so that they can be links, in %s',
  (_language, { importing }) => {
    for (const sentence of Object.values(importing.undo.holding).flatMap((each) => each.split(' |||| '))) {
      expect(sentence.split('%{examples}')).toHaveLength(2);
      const [before, after] = aroundExamples(sentence.replace('%{examples}', PLACE));
      expect(`${before}%{examples}${after}`).toBe(sentence);
    }
  },
);

test('contacts are named by their customers, claims by their own numbers, tasks by their purchases', () => {
  expect(['touchpoints', 'contacts', 'customers'].filter(namesCustomers)).toHaveLength(3);
  expect(
    [
      'claims',
      'quotes',
      'invoices',
      'invoice_lines',
      'fulfilment_tasks',
      'returns',
      'products',
      'quote_lines',
      'promise_moves',
    ].filter(namesCustomers),
  ).toEqual([]);
});

test('S1 a moved purchase is named by its invoice, which leads to the promise that was moved', () => {
  expect(['promise_moves', 'entitlements', 'customers'].filter(namesMoved)).toEqual(['promise_moves']);
  const purchase = (number: string, ...moves: number[]) => ({
    id: `Invoice_${number}`,
    number,
    entitlements: {
      nodes: moves.map((count, index) => ({
        id: `Entitlement_${number}_${index}`,
        moves: { nodes: Array.from({ length: count }, (_, at) => ({ id: `PromiseMove_${at}` })) },
      })),
    },
  });
  expect([
    ...promisePages([purchase('2001', 0, 1), purchase('2002', 0), purchase('2003', 1), purchase('2003')]),
  ]).toEqual([
    ['2001', '/promises/Entitlement_2001_1'],
    ['2003', '/promises/Entitlement_2003_0'],
  ]);
  // whose of the two is meant nobody knows
  expect([...promisePages([purchase('7', 1), purchase('7', 1)])]).toEqual([]);
});

test('C4 tasks that keep an import lead to their purchases, whose pages show those that are done, too', () => {
  expect(['fulfilment_tasks', 'invoice_lines', 'claims', 'promise_moves'].filter(namesPurchases)).toEqual([
    'fulfilment_tasks',
    'invoice_lines',
  ]);
  const purchases = ['2001', '7', '7'].map((number, at) => ({ id: `Invoice_${at}`, number }));
  // whose of the two is meant nobody knows
  expect([...purchasePages(purchases)]).toEqual([['2001', '/invoices/Invoice_0/show']]);
});
