import { guessMapping } from '@perennial/domain/importing/guess';
import { expect, test } from 'vitest';
import { choose, chosen, UNTOUCHED } from './choice.ts';

const LINES = 'Order;SKU;Qty;Date;Price;Customer;Country\n1;A1;2;2011-01-31;2,50;7;France\n';
const guess = guessMapping(LINES, { timeZone: 'UTC', currency: 'EUR' });

test('before any choice it is the guess, and nothing until that has come', () => {
  expect(chosen(UNTOUCHED, undefined)).toBeUndefined();
  expect(chosen(UNTOUCHED, guess)).toBe(guess);
});

test('a value that cannot work stays on the page, and the lines stay those of the last one that does', () => {
  const pounds = choose(UNTOUCHED, { ...guess, currency: 'GBP' });
  expect(pounds.asked).toMatchObject({ currency: 'GBP' });
  for (const wrong of [
    { currency: 'G' },
    { timeZone: 'Europe/Londo' },
    { columns: { ...guess.columns, customer: guess.columns.invoice } },
  ]) {
    const half = choose(pounds, { ...pounds.now!, ...wrong });
    expect(half.asked).toBe(pounds.asked);
    expect(chosen(half, guess)).toMatchObject({ currency: 'GBP', ...wrong });
    expect(choose(half, pounds.now!).asked).toBe(pounds.now);
  }
});

test('lines can be looked at while a column is still to be chosen', () => {
  const next = { ...guess, columns: { ...guess.columns, customer: null } };
  expect(choose(UNTOUCHED, next).asked).toBe(next);
});

test('S1 the order of day and month is what was chosen, else what the server found', () => {
  const open = choose(UNTOUCHED, { ...guess, dateOrder: null });
  expect(open.asked).toBe(open.now);
  expect(chosen(open, { ...guess, dateOrder: null })).toMatchObject({ dateOrder: null });
  expect(chosen(open, { ...guess, dateOrder: 'MDY' })).toMatchObject({ dateOrder: 'MDY' });
  const said = choose(open, { ...guess, dateOrder: 'MDY' });
  expect(chosen(said, { ...guess, dateOrder: null })).toMatchObject({ dateOrder: 'MDY' });
});

test('columns parted otherwise are named anew, once the server has read them so', () => {
  const commas = choose(UNTOUCHED, { ...guess, delimiter: ',' });
  expect(chosen(commas, undefined)).toMatchObject({ header: guess.header });
  const answered = { ...guess, delimiter: ',' as const, header: [LINES.split('\n')[0]!] };
  expect(chosen(commas, answered)).toBe(answered);
  // an answer that says nothing new does not take the choice away
  expect(chosen(commas, { ...commas.now! })).toBe(commas.now);
});
