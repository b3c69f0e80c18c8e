import { expect, test } from 'vitest';
import { storeKeyOf } from './storeKey.ts';

const opened = (filter: object) => `?filter=${encodeURIComponent(JSON.stringify(filter))}`;

test('a list opened for one row does not stand so when it is opened from the menu again', () => {
  expect(storeKeyOf('warnings', opened({ id: 'Warning_1' }))).not.toBe(storeKeyOf('warnings', ''));
  expect(storeKeyOf('warnings', opened({ id_in: ['Warning_1'] }))).not.toBe(storeKeyOf('warnings', ''));
});

test('whatever else a list was narrowed by it still is', () => {
  expect(storeKeyOf('warnings', '')).toBe('warnings.listParams');
  expect(storeKeyOf('warnings', opened({ status: 'OPEN' }))).toBe('warnings.listParams');
  expect(storeKeyOf('warnings', '?filter=broken')).toBe('warnings.listParams');
});
