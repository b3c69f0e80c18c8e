import { expect, test } from 'vitest';
import { standsOnCard } from './column.ts';

test('a card leaves out what is for wide tables, but not what the card is about', () => {
  expect(standsOnCard({})).toBe(true);
  expect(standsOnCard({ wideOnly: true })).toBe(false);
  expect(standsOnCard({ notOnCard: true })).toBe(false);
  expect(standsOnCard({ wideOnly: true, onCard: true })).toBe(true);
});
