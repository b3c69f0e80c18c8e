import { describe, expect, it } from 'vitest';
import { lessServedBy } from './less.ts';

const point = { active: true, address: '1', phone: '2', email: '3', website: '4', region: 'Scotland' };

describe('S11 what a service point takes away', () => {
  it.each([
    ['active', { active: false }],
    ['address', { address: null }],
    ['phone', { phone: null, email: 'new' }],
    ['email', { email: null }],
    ['website', { website: null }],
    ['region', { region: 'Wales' }],
  ] as const)('by its %s', (field, change) => {
    expect(lessServedBy(point, { ...point, ...change })).toBe(field);
  });

  it('by a region where it served everywhere', () => {
    expect(lessServedBy({ ...point, region: null }, point)).toBe('region');
  });

  it.each([{}, { phone: '5' }, { region: null }, { address: '6', email: '7', website: '8' }])('nothing by %j', (to) => {
    expect(lessServedBy(point, { ...point, ...to })).toBeNull();
  });

  it('nothing by more ways to reach it, nor by going back into service', () => {
    expect(lessServedBy({ ...point, phone: null, active: false }, point)).toBeNull();
    expect(lessServedBy({ ...point, active: false }, { ...point, active: false })).toBeNull();
  });
});
