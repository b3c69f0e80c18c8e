import { describe, expect, it } from 'vitest';
import { formatFor } from '../../format/format.ts';
import { policyEditor } from '../../i18n/en/policyEditor.ts';
import type { Translate } from '../../i18n/useWords.ts';
import { minorOf, outOfRange, type Bounds } from './outOfRange.ts';

const words = policyEditor as unknown as Record<string, string>;
const t: Translate = (key, values = {}) => {
  const [one = '', many] = (words[key.replace('policyEditor.', '')] ?? key).split(' |||| ');
  const sentence = many !== undefined && values.smart_count !== 1 ? many : one;
  return sentence.replace(/%\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
};
const said = (bounds: Bounds, value?: unknown, currency = 'GBP') =>
  outOfRange(bounds, value, currency, t, formatFor('en', 'Europe/London'));

describe('what would be right in place of a value that is out of its bounds', () => {
  it('a number: its bounds, and that it is a whole one', () => {
    const days: Bounds = { type: 'int', min: 1, max: 3650 };
    expect(said(days, 0)).toBe('From 1 to 3,650.');
    expect(said(days, 1.5)).toBe('Whole numbers only. From 1 to 3,650.');
  });

  it('an amount: in its currency, and with no more decimals than that has', () => {
    const amount: Bounds = { type: 'money', min: 0 };
    expect(said(amount, -500)).toBe('£0.00 or more.');
    expect(said(amount, 1500.5)).toBe('At most 2 decimal places. £0.00 or more.');
    expect(said(amount, 1.5, 'JPY')).toBe('Whole numbers only. ¥0 or more.');
  });

  it('a text and a list: how long', () => {
    expect(said({ type: 'text', min: 1, max: 40 }, '')).toBe('From 1 to 40 characters.');
    expect(said({ type: 'text', max: 40 }, 'x')).toBe('At most 40 characters.');
    expect(said({ type: 'words', max: 50 }, [])).toBe('At most 50 different entries of up to 120 characters.');
  });

  it('an amount is kept as it was typed: what is finer than a penny is refused, never rounded', () => {
    expect(minorOf(15.01, 100)).toBe(1501);
    expect(minorOf(0.07, 100)).toBe(7);
    expect(minorOf(15.005, 100)).toBe(1500.5);
    for (let minor = 0; minor < 100_000; minor += 1) expect(minorOf(Number((minor / 100).toFixed(2)), 100)).toBe(minor);
  });
});
