import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { describe, expect, it } from 'vitest';
import {
  addable,
  barredBy,
  begun,
  dropped,
  filled,
  neighbourOf,
  restored,
  saidBy,
  unfilled,
  unfilledProblems,
  type Narrowing,
} from './conditions.ts';

const stored = (to: Partial<Narrowing['to']>): Narrowing => ({ to: { ...EVERYTHING, ...to }, begun: [] });

describe('C12 a condition goes only by its own "remove"', () => {
  it('emptied, a stored one stays to be filled in again, in its place', () => {
    const was = stored({ minValue: 20_000, regions: ['United Kingdom'] });
    const value = filled(was, 'minValue', null);
    expect(saidBy(value)).toEqual(['minValue', 'regions']);
    expect(unfilled(value)).toEqual(['minValue']);
    const both = filled(value, 'regions', []);
    expect(unfilled(both)).toEqual(['minValue', 'regions']);
    expect(unfilled(filled(filled(both, 'minValue', 9990), 'regions', ['France']))).toEqual([]);
  });

  it('is to be mended as long as it is empty: its term would be for every purchase', () => {
    const emptied = filled(stored({ minValue: 20_000 }), 'minValue', null);
    expect([...unfilledProblems(emptied)].map(([path, { code }]) => [path, code])).toEqual([
      ['appliesTo.minValue', 'TERM_FIELD_MISSING'],
    ]);
    expect(unfilledProblems(filled(emptied, 'minValue', 9990)).size).toBe(0);
    expect(unfilledProblems(stored({})).size).toBe(0);
  });

  it('a newly begun one waits to be filled in just so', () => {
    const added = begun(stored({}), 'regions');
    expect([saidBy(added), unfilled(added), unfilledProblems(added).size]).toEqual([['regions'], ['regions'], 1]);
  });

  it('removed, it is gone, filled in or not', () => {
    const emptied = filled(stored({ minValue: 20_000, maxValue: 30_000 }), 'minValue', null);
    const without = dropped(emptied, 'minValue');
    expect([saidBy(without), unfilled(without), without.to.maxValue]).toEqual([['maxValue'], [], 30_000]);
    expect(dropped(without, 'maxValue').to).toEqual(EVERYTHING);
  });

  it('and can be brought back as it was, beside what was changed since', () => {
    const was = stored({ minValue: 20_000, regions: ['Spain'] });
    const since = filled(dropped(was, 'regions'), 'minValue', 30_000);
    const back = restored(since, 'regions', was);
    expect([saidBy(back), back.to.regions, back.to.minValue]).toEqual([['minValue', 'regions'], ['Spain'], 30_000]);
  });
});

describe('C12 a product is named by its code or by its category', () => {
  it('so neither is offered beside the other', () => {
    const lamps = stored({ categories: ['lamps'] });
    expect(addable(lamps)).not.toContain('productCodes');
    expect(addable(begun(dropped(lamps, 'categories'), 'productCodes'))).not.toContain('categories');
    expect(addable(stored({}))).toEqual(expect.arrayContaining(['productCodes', 'categories']));
  });

  it('and a removed one is not brought back beside the other, nor over what took its place', () => {
    expect(barredBy('productCodes', 'categories')).toBe(true);
    expect(barredBy('categories', 'productCodes')).toBe(true);
    expect(barredBy('regions', 'regions')).toBe(true);
    expect(barredBy('productCodes', 'regions')).toBe(false);
    expect(barredBy('regions', 'minValue')).toBe(false);
  });
});

it('whoever removes a condition by keyboard goes on at the one beside it', () => {
  const three = stored({ minValue: 100, regions: ['Spain'], segments: ['KEY'] });
  expect(neighbourOf(three, 'regions')).toBe('segments');
  expect(neighbourOf(three, 'segments')).toBe('regions');
  expect(neighbourOf(stored({ minValue: 100 }), 'minValue')).toBeUndefined();
});
