import { expect, test } from 'vitest';
import { words as en } from '../../i18n/en/index.ts';
import { closedBecause } from './closedBecause.ts';

test('S10 nobody looks through the partner’s eyes before the agreement is in force, and a sentence says why', () => {
  for (const status of ['DRAFT', 'SUSPENDED', 'ENDED', 'ACTIVE'] as const) {
    const closed = closedBecause({ status, inForce: false });
    expect(closed && en.partners.view.closed[closed]).toMatch(/\.$/);
  }
  expect(closedBecause({ status: 'ACTIVE', inForce: true })).toBeUndefined();
});
