import { expect, it } from 'vitest';
import { OUTCOMES } from './decision.ts';
import { statusOfCredited } from './return.ts';

it('what a credit note settled is closed; only what nobody could judge is left for a person', () => {
  const open = OUTCOMES.filter((outcome) => statusOfCredited({ outcome }) === 'OPEN');
  expect(open).toEqual(['NO_PURCHASE']);
});
