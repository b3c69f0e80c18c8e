import { expect, it } from 'vitest';
import { asIf } from './as-if.ts';
import type { VersionTerms } from './decide.ts';

const version = (policyId: string, id: string): VersionTerms => ({
  id,
  policyId,
  policy: policyId,
  number: 1,
  period: { from: '2011-01-01', to: null },
  terms: [],
  currency: 'GBP',
});

it('a supposed version takes the place of its own policy only, and is known as supposed', () => {
  const [shop, club, draft] = [version('shop', 's1'), version('club', 'c1'), version('shop', 's2')];
  expect(asIf([shop, club], draft)).toEqual([club, { ...draft, supposed: true }]);
  expect(asIf([], draft)).toEqual([{ ...draft, supposed: true }]);
  expect(draft).not.toHaveProperty('supposed');
});
