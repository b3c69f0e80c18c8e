import { expect, test } from 'vitest';
import { discountDescription, discountTooHigh, isDiscount, revisionDiscounted } from './discount.ts';

test('C3 the discount of an accepted quote is known again on the invoice, and nothing else is taken for it', () => {
  expect(revisionDiscounted({ code: 'D', description: discountDescription(12) })).toBe(12);
  expect(revisionDiscounted({ code: 'D', description: 'Discount' })).toBeNull();
  expect(revisionDiscounted({ code: 'LAMP', description: discountDescription(1) })).toBeNull();
  expect(isDiscount({ code: 'D', amount: -300 })).toBe(true);
  expect(isDiscount({ code: 'D', amount: 300 })).toBe(false);
  expect(isDiscount({ code: 'POST', amount: -300 })).toBe(false);
});

test('C3 a discount takes off what the lines come to, and no more', () => {
  expect(discountTooHigh(1_000, 1_000)).toBe(false);
  expect(discountTooHigh(1_000, 1_001)).toBe(true);
  expect(discountTooHigh(-5, 0)).toBe(false);
});
