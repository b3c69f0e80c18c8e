import { expect, test } from 'vitest';
import { readingOf } from './readingOf.ts';

test('a reading is told by its query, a preview by staff in the words of the dashboard', () => {
  const read = { operation: 'Orders', preview: false, outcome: 'DONE' };
  expect(readingOf(read)).toEqual([{ query: 'Orders' }]);
  expect(readingOf({ ...read, operation: null, outcome: 'FAILED' })).toEqual(['unnamed', 'failed']);
  expect(readingOf({ ...read, operation: 'Preview', preview: true })).toEqual(['preview']);
  expect(readingOf({ ...read, preview: true })).toEqual([{ query: 'Orders' }, 'preview']);
  // a partner may call a query so
  expect(readingOf({ ...read, operation: 'Preview' })).toEqual([{ query: 'Preview' }]);
});
