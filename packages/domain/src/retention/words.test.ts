import { expect, test } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { placeholdersOf, say } from '../shared/say.ts';
import { dayNumber } from '../shared/period.ts';
import { onDay } from './facts.ts';
import { healthOf } from './health.ts';
import { suggest } from './playbook.ts';
import { SIGNALS } from './signals.ts';
import { retentionWords, sayReason, signalLabel } from './words.ts';

/** Every sentence of a tree by its path. */
function flat(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value as object, `${path}${key}.`),
  );
}

const trees = [...SIGNALS.map((s) => [s.name, s.words] as const), ['retention', retentionWords] as const];

test.each(trees)('%s says the same things in every language', (_, words) => {
  const shape = (language: (typeof LANGUAGES)[number]) =>
    flat(words[language]).map(([path, text]) => [path, placeholdersOf(text)]);
  for (const language of LANGUAGES) {
    expect(shape(language)).toEqual(shape('en'));
    for (const [, text] of flat(words[language])) expect(text.trim()).not.toBe('');
  }
});

test('every step and finding of a signal has its words', () => {
  for (const signal of SIGNALS) {
    for (const step of signal.steps) expect(signal.words.en.steps).toHaveProperty(step.code);
  }
});

test('a reason reads as a sentence', () => {
  const facts = {
    currency: 'GBP',
    purchases: [onDay('2011-01-01', 123_456), onDay('2011-02-01', 1), onDay('2011-03-10', 1)],
  };
  const { reasons } = healthOf(facts, dayNumber('2011-12-10'));
  expect(sayReason(reasons[0]!, 'en')).toBe(
    'Last bought 275 days ago, on 10 Mar 2011; usually buys about every 34 days.',
  );
  expect(sayReason(reasons[1]!, 'en')).toBe('Bought nothing in the last 90 days; usually spends £437.45 in that time.');
  expect(sayReason(reasons[0]!, 'zh-Hant')).toContain('275 天');
  for (const language of LANGUAGES) {
    for (const reason of [...reasons, ...healthOf({ ...facts, purchases: [] }, 1).reasons]) {
      expect(sayReason(reason, language)).not.toMatch(/%\{|[A-Z]_[A-Z]/);
    }
  }
  expect(signalLabel('overdue', 'zh-Hans')).toBe('逾期未购');
});

test('a placeholder without a value stays visible', () => {
  expect(say('%{a} and %{b}', { a: 1 }, 'en')).toBe('1 and %{b}');
});

test('the playbook answers the reasons, worst first, and its budget is the sum of its costs', () => {
  const warning = {
    valueAtRisk: 100_050,
    reasons: [{ signal: 'overdue' }, { signal: 'rising-returns' }, { signal: 'gone' }],
  };
  const { actions, budget } = suggest(warning, '2011-12-10', 'en');
  // 2 % of 100050 is 2001; 1 % is 1000.5, half to even 1000.
  expect(actions.map((a) => [a.why, a.kind, a.dueOn, a.cost])).toEqual([
    ['overdue', 'CARE', '2011-12-13', 0],
    ['overdue', 'INCENTIVE', '2011-12-21', 2001],
    ['rising-returns', 'SERVICE', '2011-12-14', 0],
    ['rising-returns', 'CARE', '2011-12-16', 1000],
  ]);
  expect(budget).toBe(3001);
  expect(suggest(warning, '2011-12-10', 'zh-Hans').actions[0]?.description).toBe('打电话问候近况，不推销。');
});
