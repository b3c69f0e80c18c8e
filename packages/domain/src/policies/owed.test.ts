import { expect, test } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { termsOwed, type OwedFor } from './owed.ts';
import type { Term } from './terms.ts';

const term = (id: string, appliesTo: Partial<Applicability> = {}, kind = 'returns'): Term => ({
  id,
  kind,
  params: {},
  appliesTo: { ...EVERYTHING, ...appliesTo },
});

const bought = (more: Partial<OwedFor['facts']> = {}, codes = ['A1']): OwedFor => ({
  facts: { region: 'France', segment: 'REGULAR', tenureMonths: 0, value: 1_000, goods: {}, ...more },
  codes,
});

const owed = (terms: readonly Term[], ...purchases: OwedFor[]) => termsOwed(terms, purchases).map(({ id }) => id);

test('a term for old customers, other regions or larger purchases is no promise to a new customer here', () => {
  const terms = [
    term('old', { minTenure: 24 }, 'warranty'),
    term('spain', { regions: ['Spain'] }),
    term('large', { minValue: 50_000 }, 'delivery'),
    term('all'),
  ];
  expect(owed(terms, bought())).toEqual(['all']);
  expect(owed(terms, bought(), bought({ tenureMonths: 24 }))).toEqual(['old', 'all']);
});

test('a term that a more specific one sets aside is owed only where it still decides for another purchase', () => {
  const terms = [term('all'), term('france', { regions: ['France'] })];
  expect(owed(terms, bought())).toEqual(['france']);
  expect(owed(terms, bought(), bought({ region: 'Spain' }))).toEqual(['all', 'france']);
});

test('what was on the purchase counts: goods nobody bought are promised nothing', () => {
  const terms = [term('all'), term('clocks', { categories: ['clock'] }), term('b2', { productCodes: ['B2'] })];
  const clock = { goods: { C1: { category: 'clock', complexity: null } } };
  expect(owed(terms, bought())).toEqual(['all']);
  expect(owed(terms, bought(clock, ['C1']))).toEqual(['clocks']);
  expect(owed(terms, bought(clock, ['A1', 'B2', 'C1']))).toEqual(['all', 'clocks', 'b2']);
});
