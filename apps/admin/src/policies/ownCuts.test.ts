import { changes } from '@perennial/domain/policies/compare';
import { readTerms } from '@perennial/domain/policies/terms';
import { expect, test } from 'vitest';
import { ownCuts } from './ownCuts.ts';

const returns = (id: string, days: number, categories: string[] = []) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo: { categories },
});

test('S11 a cut by a new term is told with that term, and not with the one that became better', () => {
  const all = changes(
    readTerms([returns('all', 30)]),
    readTerms([returns('all', 31), returns('kettles', 10, ['Kettles'])]),
  );
  expect(all.map((each) => [each.termId, ownCuts(each, all).length])).toEqual([
    ['all', 0],
    ['kettles', 1],
  ]);
  const less = changes(readTerms([returns('all', 30)]), readTerms([returns('all', 20)]));
  expect(less.map((each) => ownCuts(each, less).length)).toEqual([1]);
  const gone = changes(
    readTerms([returns('all', 30), returns('kettles', 60, ['Kettles'])]),
    readTerms([returns('all', 30)]),
  );
  expect(gone.map((each) => [each.termId, ownCuts(each, gone).length])).toContainEqual(['kettles', 1]);
});
