import type { Cut } from '@perennial/domain/policies/compare';
import { expect, it } from 'vitest';
import { downgrade } from './move-refusals.ts';

const cut = (termId: string, byTermId: string): Cut => ({
  kind: 'returns',
  termId,
  cases: [],
  withdrawn: false,
  byTermId,
  worsenings: [],
});

it('S1 a refused move tells apart what is lost now and what an import may lose, also of one term', () => {
  const [now, later] = [cut('all', 'all'), cut('all', 'q9')];
  const said = (cuts: Cut[], some: Cut[]) =>
    downgrade({ cuts, later: some.map((each) => ({ cut: each })), readings: [] }, 2).message;
  expect(said([now, later], [later])).toBe(
    'Version 2 promises this purchase less (all) and would promise less for what a later import may add to it (all); ' +
      "leave it as it is, or record the customer's consent.",
  );
  expect(said([later], [later])).not.toContain('promises this purchase');
  expect(said([now], [])).not.toContain('later import');
});
