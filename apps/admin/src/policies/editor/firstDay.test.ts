import type { Dated } from '@perennial/domain/policies/version';
import { expect, it } from 'vitest';
import { earliestDay, proposedDay } from './firstDay.ts';

const version = (number: number, effectiveFrom: string, more: Partial<Dated> = {}): Dated => ({
  id: `v${number}`,
  number,
  status: 'PUBLISHED',
  effectiveFrom,
  effectiveTo: null,
  ...more,
});
const draft = version(2, '2011-11-01', { status: 'DRAFT' });
const known = {
  draft,
  siblings: [version(1, '2010-12-01')],
  today: '2011-12-10',
  approved: undefined,
  free: undefined,
};

it('proposes no day that has passed, none before the one approved, none that takes back what was promised', () => {
  expect(proposedDay(known)).toBe('2011-12-10');
  expect(proposedDay({ ...known, approved: '2011-12-05' })).toBe('2011-12-10');
  expect(proposedDay({ ...known, approved: '2012-01-01' })).toBe('2012-01-01');
  expect(proposedDay({ ...known, free: '2011-12-11' })).toBe('2011-12-11');
  expect(proposedDay({ ...known, approved: '2012-01-01', free: '2011-12-11' })).toBe('2012-01-01');
  expect(proposedDay({ ...known, draft: version(2, '2012-02-01', { status: 'DRAFT' }) })).toBe('2012-02-01');
});

it('after the versions that are to come, and from where a gap began', () => {
  const coming = [version(1, '2010-12-01', { effectiveTo: '2012-01-01' }), version(3, '2012-01-01')];
  expect(proposedDay({ ...known, siblings: coming })).toBe('2012-01-02');
  const ended = [version(1, '2010-12-01', { effectiveTo: '2011-11-20' })];
  expect(proposedDay({ ...known, siblings: ended })).toBe('2011-11-20');
});

it('C1 the first version from the day that the business is at, whatever day it has been at before', () => {
  const days = { asOf: '2011-12-10', latestDay: '2026-11-30' };
  const first = version(1, '2011-12-10', { status: 'DRAFT' });
  const today = earliestDay(days, [first], false);
  expect(proposedDay({ ...known, draft: first, siblings: [first], today })).toBe('2011-12-10');
  // others of the policy, or its base, have promised something on the days since
  expect(earliestDay(days, [first, version(2, '2011-01-01')], false)).toBe('2026-11-30');
  expect(earliestDay(days, [first], true)).toBe('2026-11-30');
});
