import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import { expect, test } from 'vitest';
import { compareTerms } from './compareTerms.ts';

const term = (id: string, days: number): Term => ({ id, kind: 'returns', params: { days }, appliesTo: EVERYTHING });

test('tells new, changed and gone terms apart by their short name, and is silent about the rest', () => {
  const before = [term('same', 30), term('longer', 30), term('gone', 14)];
  const after = [term('longer', 45), term('same', 30), term('new', 7)];
  expect(compareTerms(before, after).map(({ id, was, now }) => [id, was !== undefined, now !== undefined])).toEqual([
    ['longer', true, true],
    ['new', false, true],
    ['gone', true, false],
  ]);
});
