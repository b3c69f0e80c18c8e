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

test('staff is the owner’s page, audit the owner’s and the auditor’s, the rest everybody’s', () => {
  expect(ROLES.filter((role) => mayOpen(role, 'staff'))).toEqual(['OWNER']);
  expect(ROLES.filter((role) => mayOpen(role, 'audit'))).toEqual(['OWNER', 'AUDITOR']);
  expect(ROLES.filter((role) => mayOpen(role, 'customers'))).toEqual([...ROLES]);
});
