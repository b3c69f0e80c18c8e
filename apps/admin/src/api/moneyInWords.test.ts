import { expect, test } from 'vitest';
import { moneyInWords, nameIn } from './moneyInWords.ts';

const format = { money: (amount: number, currency: string) => `${currency} ${amount / 100}` };

test('C11 what can be paid back at most and at least is said as money', () => {
  expect(moneyInWords({ paid: 50_000, most: 1535, currency: 'GBP' }, format)).toEqual({
    paid: 'GBP 500',
    most: 'GBP 15.35',
  });
  expect(moneyInWords({ refund: 1535, currency: 'GBP' }, format)).toEqual({ refund: 'GBP 15.35' });
  // a number of something else is left as it is
  expect(moneyInWords({ most: 3 }, format)).toEqual({});
});

test('S2 a charge is named in words to whoever is refused', () => {
  const names = { en: 'Delivery', 'zh-Hant': '運費', 'zh-Hans': '运费' };
  expect([nameIn({ names }, 'zh-Hant'), nameIn({ names }, 'en'), nameIn({}, 'en')]).toEqual([
    { name: '運費' },
    { name: 'Delivery' },
    {},
  ]);
});
