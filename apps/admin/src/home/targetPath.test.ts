import { expect, test } from 'vitest';
import { filterInAddress } from '../list/filterInAddress.ts';
import { targetPath } from './targetPath.ts';

test('a figure leads to its list, narrowed as the figure was counted', () => {
  const filter = { status: { in: ['OPEN', 'SCHEDULED'] }, dueOn: { lte: '2011-12-09' } };
  const path = targetPath({ resource: 'fulfilmentTasks', id: null, filter });
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  expect(pathname).toBe('/fulfilment');
  expect(filterInAddress(searchParams)).toEqual(filter);
  expect(targetPath({ resource: 'claims', id: 'Claim_a_b', filter: {} })).toBe('/claims/Claim_a_b/show');
});

test('an address that cannot be read narrows nothing', () => {
  for (const filter of ['{', 'null', '7', '']) {
    expect(filterInAddress(new URLSearchParams({ filter }))).toEqual({});
  }
});
