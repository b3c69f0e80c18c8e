import { expect, test } from 'vitest';
import { words as en } from '../i18n/en/index.ts';
import { words as hans } from '../i18n/zh-Hans/index.ts';
import { words as hant } from '../i18n/zh-Hant/index.ts';
import { PLACE, aroundExamples, namesCustomers } from './held.ts';

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

test('contacts are named by their customers, claims by their own numbers', () => {
  expect(['touchpoints', 'contacts', 'customers', 'returns'].filter(namesCustomers)).toHaveLength(4);
  expect(['claims', 'quotes', 'invoices', 'products', 'quote_lines'].filter(namesCustomers)).toEqual([]);
});
