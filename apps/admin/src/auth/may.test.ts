import { ROLES } from '@perennial/domain/shared/roles';
import { expect, test } from 'vitest';
import { mayOpen, mayWrite, type Writable } from './may.ts';

const AREAS: Writable[] = [
  'customers',
  'products',
  'policies',
  'calendars',
  'points',
  'probes',
  'partners',
  'importing',
  'warnings',
  'plans',
  'staff',
  'settings',
];

test('an owner may change everything, an auditor nothing', () => {
  expect(AREAS.filter((area) => !mayWrite('OWNER', area))).toEqual([]);
  expect(AREAS.filter((area) => mayWrite('AUDITOR', area))).toEqual([]);
  expect(AREAS.filter((area) => mayWrite(undefined, area))).toEqual([]);
});

test('an agent has no use for imports', () => {
  expect(mayOpen('AGENT', 'importing')).toBe(false);
  expect(mayOpen('AUDITOR', 'importing')).toBe(true);
});

test('a sale is written down by those who sell: to others its page says why not', () => {
  expect(ROLES.filter((role) => mayOpen(role, 'newSale'))).toEqual(['OWNER', 'AGENT']);
});

test('staff is the owner’s page, audit the owner’s and the auditor’s, the rest everybody’s', () => {
  expect(ROLES.filter((role) => mayOpen(role, 'staff'))).toEqual(['OWNER']);
  expect(ROLES.filter((role) => mayOpen(role, 'audit'))).toEqual(['OWNER', 'AUDITOR']);
  expect(ROLES.filter((role) => mayOpen(role, 'customers'))).toEqual([...ROLES]);
});
