import { expect, test } from 'vitest';
import { stateWord } from './keyState.ts';

test('S10 a key is called usable only while its agreement is in force', () => {
  expect(stateWord('USABLE', { status: 'ACTIVE', inForce: true })).toBe('partners.keys.state.USABLE');
  for (const status of ['DRAFT', 'SUSPENDED', 'ACTIVE'] as const)
    expect(stateWord('USABLE', { status, inForce: false })).toBe('partners.keys.waiting');
  expect(stateWord('USABLE', { status: 'ENDED', inForce: false })).toBe('partners.keys.over');
  expect(stateWord('REVOKED', { status: 'DRAFT', inForce: false })).toBe('partners.keys.state.REVOKED');
  expect(stateWord('EXPIRED', { status: 'ENDED', inForce: false })).toBe('partners.keys.state.EXPIRED');
});
