import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { remedy } from '@perennial/domain/policies/kinds/remedy';
import { returns } from '@perennial/domain/policies/kinds/returns';
import type { Term } from '@perennial/domain/policies/terms';
import { describe, expect, it } from 'vitest';
import { formProblems, problemsBy, problemsOf } from './problems.ts';

const good: Term = { id: 'returns', kind: 'returns', params: defaultsOf(returns.params), appliesTo: EVERYTHING };
const paths = (term: Term, all: readonly Term[] = [term]) => [...problemsOf(term, all).keys()];
const word = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' };

describe('what is wrong with a term stands at its field', () => {
  it('nothing is wrong with what a kind begins with', () => {
    expect(paths(good)).toEqual([]);
  });

  it('C11 what a claim says wrong stands at its field too', () => {
    const found = problemsBy(remedy.claim, { ...defaultsOf(remedy.claim), repairsDone: 1.5 }, ['details', 'remedy']);
    expect([...found].map(([path, { code }]) => [path, code])).toEqual([
      ['details.remedy.repairsDone', 'TERM_OUT_OF_RANGE'],
    ]);
  });

  it('several faults are all named, not only the first', () => {
    const term = {
      ...good,
      params: { ...good.params, days: 0, openedAllowed: 'yes' },
      appliesTo: { ...EVERYTHING, minValue: 10, maxValue: 10 },
    };
    expect(paths(term).sort()).toEqual(['appliesTo.maxValue', 'params.days', 'params.openedAllowed']);
  });

  it('a short name that is taken or unreadable is named as such', () => {
    expect(paths(good, [good, { ...good }])).toEqual(['id']);
    expect(problemsOf(good, [good, good]).get('id')?.code).toBe('DUPLICATE_TERM_ID');
    expect(paths({ ...good, id: 'No Name' })).toEqual(['id']);
  });

  it('a fault in a table stands at its cell, a row given twice at its key', () => {
    const form = {
      lines: {
        type: 'rows',
        label: word,
        cells: {
          code: { type: 'text', label: word, max: 3, default: '' },
          amount: { type: 'money', label: word, min: 0, max: 100, default: 0 },
        },
        key: ['code'],
        min: 0,
        max: 3,
        default: [],
      },
    } as const;
    const at = (lines: unknown) => formProblems(form, { lines }, ['params']).map((error) => error.path.join('.'));
    expect(at([{ code: 'A', amount: 5 }])).toEqual([]);
    expect(
      at([
        { code: 'A', amount: -1 },
        { code: 'toolong', amount: 5 },
      ]),
    ).toEqual(['params.lines.0.amount', 'params.lines.1.code']);
    expect(
      at([
        { code: 'A', amount: 1 },
        { code: 'A', amount: 2 },
      ]),
    ).toEqual(['params.lines.1.code']);
  });
});
