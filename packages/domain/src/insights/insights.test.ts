import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { placeholdersOf } from '../shared/say.ts';
import {
  attentionFor,
  attentionWords,
  chooseAttention,
  MOST_ITEMS,
  sayAttention,
  type AttentionItem,
} from './attention.ts';
import { HEALTH_BUCKETS } from './health-buckets.ts';
import { HEAD_PERCENT, paretoOf, percentOf } from './pareto.ts';
import { listOf } from './target.ts';

describe('the 80/20 curve (C41)', () => {
  test('a hand-computed shop', () => {
    // 100 in all; 50 + 30 reach 80 exactly, so two of five make the head. Returns beyond sales bring nothing to share.
    expect(paretoOf([5, 50, 10, 30, 5, -20, 0])).toEqual({
      customers: 5,
      revenue: 100,
      head: 2,
      headValue: 30,
      points: [
        { customers: 0, revenue: 0 },
        { customers: 1, revenue: 50 },
        { customers: 2, revenue: 80 },
        { customers: 3, revenue: 90 },
        { customers: 4, revenue: 95 },
        { customers: 5, revenue: 100 },
      ],
    });
  });

  test('a shop without customers has an empty curve', () => {
    expect(paretoOf([])).toEqual({
      customers: 0,
      revenue: 0,
      head: 0,
      headValue: 0,
      points: [{ customers: 0, revenue: 0 }],
    });
    expect(percentOf(0, 0)).toBe(0);
  });

  test('never more than 101 points; rising and bending down; the head is the smallest that reaches its share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100_000 }), { maxLength: 700 }), (values) => {
        const { points, head, headValue, revenue, customers } = paretoOf(values);
        expect(points.length).toBeLessThanOrEqual(101);
        expect(points.at(-1)).toEqual({ customers, revenue });
        const best = values.filter((v) => v > 0).sort((a, b) => b - a);
        const sum = (n: number) => best.slice(0, n).reduce((all, v) => all + v, 0);
        expect(sum(head) * 100).toBeGreaterThanOrEqual(revenue * HEAD_PERCENT);
        if (head > 0) expect(sum(head - 1) * 100).toBeLessThan(revenue * HEAD_PERCENT);
        if (head > 0) expect(headValue).toBe(best[head - 1]);
      }),
    );
  });
});

describe('what needs attention', () => {
  const item = (kind: AttentionItem['kind'], dueOn: string | null, amount = 0): AttentionItem => ({
    kind,
    code: 'X',
    params: {},
    dueOn,
    amount,
    target: listOf('warnings'),
  });

  test('overdue before today before what is at stake', () => {
    const items = [
      item('WARNING', '2011-12-14', 900),
      item('ACTION_DUE', '2011-12-10'),
      item('WARNING', '2011-12-09', 1),
      item('RETURNS_OPEN', null),
    ];
    expect(chooseAttention(items, '2011-12-10').map((i) => [i.kind, i.dueOn])).toEqual([
      ['WARNING', '2011-12-09'],
      ['ACTION_DUE', '2011-12-10'],
      ['WARNING', '2011-12-14'],
      ['RETURNS_OPEN', null],
    ]);
  });

  test('at most five, and many warnings do not hide the rest', () => {
    const many = Array.from({ length: 9 }, (_, i) => item('WARNING', '2011-12-01', i));
    const chosen = chooseAttention([...many, item('RETURNS_OPEN', null), item('PLAN_WAITING', null)], '2011-12-10');
    expect(chosen).toHaveLength(MOST_ITEMS);
    expect(chosen.map((i) => i.kind)).toEqual(['WARNING', 'WARNING', 'WARNING', 'RETURNS_OPEN', 'PLAN_WAITING']);
  });

  test('nobody is told to do what they may not', () => {
    const said = (importSales: boolean, closeReturns: boolean) =>
      sayAttention({ code: attentionFor('RETURNS_OPEN', { importSales, closeReturns }), params: { count: 3 } }, 'en');
    expect(said(true, true)).toMatch(/Import the sales .* or close them/);
    expect(said(true, false)).not.toMatch(/close/i);
    expect(said(false, true)).toMatch(/Close them, or ask an owner/);
    expect(said(false, false)).toBe('Returns without a purchase on record: 3.');
    expect(attentionFor('WARNING_OPEN', { importSales: false, closeReturns: false })).toBe('WARNING_OPEN');
  });

  test('every sentence exists in every language with the same placeholders', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(attentionWords[language])).toEqual(Object.keys(attentionWords.en));
      for (const [code, text] of Object.entries(attentionWords[language])) {
        expect(placeholdersOf(text)).toEqual(placeholdersOf(attentionWords.en[code]!));
      }
    }
    expect(sayAttention({ code: 'RETURNS_OPEN', params: { count: 1200 } }, 'en')).toContain('1,200');
    const phrases = { 'Our promise': { 'zh-Hant': '我們的承諾' } };
    const atRisk = { amount: 1, currency: 'GBP' };
    const cut = { code: 'CUT_WAITING', params: { policy: 'Our promise', affected: 1, atRisk, phrases } };
    expect(sayAttention(cut, 'zh-Hant')).toContain('「我們的承諾」');
  });
});

test('the health buckets cover every score once', () => {
  for (let score = -1; score <= 100; score++) {
    expect(HEALTH_BUCKETS.filter((b) => b.from <= score && score <= b.to)).toHaveLength(1);
  }
});
