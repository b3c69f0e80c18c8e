import { expect, test } from 'vitest';
import { emptyLineCounts, lineCounts, returnsAlreadyThere, type ImportCounts } from './counts.ts';

test('return lines of a file are those matched, matched in part, without a purchase, and there already', () => {
  const nothing: ImportCounts = {
    ...emptyLineCounts(),
    added: 0,
    alreadyThere: 0,
    differing: 0,
    customers: 0,
    customersInTwoCountries: 0,
    products: 0,
    invoices: 0,
    returnsMatched: 0,
    returnsPartlyMatched: 0,
    returnsWithoutPurchase: 0,
  };
  expect(returnsAlreadyThere(nothing)).toBe(0);
  const outcomes = { ...nothing.outcomes, RETURN: 32, SALE: 100 };
  expect(returnsAlreadyThere({ ...nothing, outcomes, returnsMatched: 5, returnsWithoutPurchase: 19 })).toBe(8);
});

test('counts of an import from before lines that do not fit their invoice were told apart can still be read', () => {
  const { OTHER_CURRENCY, SALE_ON_RECORD, RETURN_ON_RECORD, ...outcomes } = emptyLineCounts().outcomes;
  expect(lineCounts.parse({ ...emptyLineCounts(), outcomes })).toEqual({
    ...emptyLineCounts(),
    outcomes: { ...outcomes, OTHER_CURRENCY, SALE_ON_RECORD, RETURN_ON_RECORD },
  });
});
