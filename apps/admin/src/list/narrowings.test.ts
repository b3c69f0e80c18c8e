import { expect, test } from 'vitest';
import { choicesSaid, narrowings, viewOf } from './narrowings.ts';

const open = { key: 'open', label: 'policies.returns.views.open', filter: { status: 'OPEN' } } as const;

test('what a figure narrowed a list by is shown, but for what a field or the open view shows', () => {
  const values = { q: 'x', kind: 'SALE', at_gte: '2011-11-01T00:00:00.000Z', at_lte: '2011-11-30T23:59:59.999Z' };
  expect(narrowings(values, ['kind'], [])).toEqual([
    { field: 'at', keys: ['at_gte', 'at_lte'], from: values.at_gte, to: values.at_lte },
  ]);
  expect(narrowings({ status: 'OPEN' }, [], [open])).toEqual([]);
  const both = { status: 'OPEN', customerId: 'Customer_1' };
  const found = narrowings(both, [], [open]);
  expect(found).toEqual([
    { field: 'status', keys: ['status'], value: 'OPEN' },
    { field: 'customerId', keys: ['customerId'], value: 'Customer_1' },
  ]);
  expect(found.map((each) => viewOf(each, both, [open])?.key)).toEqual(['open', undefined]);
  expect(narrowings({ status_in: ['OPEN'], region: '' }, [], [open])).toEqual([
    { field: 'status', keys: ['status_in'], value: ['OPEN'] },
  ]);
});

test('what a list is narrowed to is told by the words of its choices', () => {
  const words: Record<string, string> = { ACTIVE: 'Under way', DRAFT: 'Being drawn up' };
  const choice = (value: string) => words[value] ?? value;
  const status = { field: 'status', keys: ['status'] };
  expect(choicesSaid({ ...status, value: 'ACTIVE' }, choice)).toEqual(['Under way']);
  expect(choicesSaid({ ...status, value: ['DRAFT', 'ACTIVE'] }, choice)).toEqual(['Being drawn up', 'Under way']);
  expect(choicesSaid({ ...status, value: 'ACTIVE' }, undefined)).toBeUndefined();
  expect(choicesSaid({ ...status, from: 1 }, choice)).toBeUndefined();
});
