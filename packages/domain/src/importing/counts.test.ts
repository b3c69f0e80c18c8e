import { expect, test } from 'vitest';
import {
  countKnown,
  emptyLineCounts,
  imported,
  lineCounts,
  returnsAlreadyThere,
  setAside,
  sumOfParts,
  type ImportCounts,
} from './counts.ts';

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
  expect(returnsAlreadyThere({ ...nothing, outcomes, returnsThere: 8 })).toBe(8);
  // counts from before lines that are there had an outcome of their own
  expect(returnsAlreadyThere({ ...nothing, outcomes, returnsMatched: 5, returnsWithoutPurchase: 19 })).toBe(8);
});

test('a line on record is counted as such and no longer as imported, and the parts still add up', () => {
  const counts = { ...emptyLineCounts(), lines: 9 };
  Object.assign(counts.outcomes, { SALE: 5, RETURN: 3, NO_CUSTOMER: 1 });
  countKnown(counts, 'SALE', 'DIFFERS');
  countKnown(counts, 'RETURN', 'THERE', 2);
  expect(counts.outcomes).toMatchObject({ SALE: 4, RETURN: 1, DIFFERS: 1, THERE: 2, NO_CUSTOMER: 1 });
  expect([imported(counts), setAside(counts), sumOfParts(counts)]).toEqual([5, 2, 9]);
});

test('counts of an import from before some reasons were told apart can still be read', () => {
  const { NO_PIECES, OTHER_CURRENCY, SALE_ON_RECORD, RETURN_ON_RECORD, DIFFERS, THERE, ...outcomes } =
    emptyLineCounts().outcomes;
  expect(lineCounts.parse({ ...emptyLineCounts(), outcomes })).toEqual({
    ...emptyLineCounts(),
    outcomes: { ...outcomes, NO_PIECES, OTHER_CURRENCY, SALE_ON_RECORD, RETURN_ON_RECORD, DIFFERS, THERE },
  });
});
