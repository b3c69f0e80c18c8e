import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { expect, it } from 'vitest';
import { businessFrame } from './business.ts';
import { firstStart } from './first-start.ts';

const STARTS = {
  sample: { name: 'Sample', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
  empty: { name: 'Mine', asOf: null, currency: 'EUR', timezone: 'UTC', locale: 'en' },
};
const NOW = new Date('2026-03-01T12:00:00Z');

it('keeps to what the very first start decided: the sample never comes in among real customers', async () => {
  const db = await openTestDatabase();
  expect(await firstStart(db, 'empty', STARTS, NOW)).toBe('empty');
  expect(await firstStart(db, 'sample', STARTS, NOW)).toBe('empty');
  expect(await businessFrame(db.orm, NOW)).toEqual({
    asOf: '2026-03-01',
    latestDay: '2026-03-01',
    currency: 'EUR',
    timezone: 'UTC',
  });
});
