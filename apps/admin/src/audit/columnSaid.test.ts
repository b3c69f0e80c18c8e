import { expect, test } from 'vitest';
import { columnSaid } from './columnSaid.ts';

test('a chosen column is told by its heading, one without by its number', () => {
  const row = { mapping: { header: ['Invoice no', ' '], columns: { invoice: 0, code: 1 } } };
  expect(columnSaid('mapping.columns.invoice', 0, row)).toBe('Invoice no');
  expect(columnSaid('mapping.columns.code', 1, row)).toBe('#2');
  expect(columnSaid('mapping.columns.code', 7, null)).toBe('#8');
  expect(columnSaid('mapping.columns.country', null, row)).toBeUndefined();
  expect(columnSaid('counts.lines', 3, row)).toBeUndefined();
});
