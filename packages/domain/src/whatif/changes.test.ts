import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesIn } from './changes.ts';
import { JUDGEMENTS } from './judge.ts';
import { effectOn, Tally } from './tally.ts';

const piece = fc.record({
  customerId: fc.constant('c'),
  invoiceId: fc.constant('i'),
  quantity: fc.constant(1),
  value: fc.integer({ min: 0, max: 9 }),
  before: fc.constantFrom(...JUDGEMENTS),
  after: fc.constantFrom(...JUDGEMENTS),
  assumed: fc.constant({ before: false, after: false }),
});

it('S11 what is said of returns is the difference of what is counted of them, and claims are said beside them', () => {
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (returned, claimed) => {
      const tally = new Tally('GBP');
      tally.invoice(returned);
      const effect = effectOn('c', [...returned, ...claimed], []);
      if (effect) tally.effect(effect);
      const result = tally.result({ from: '2010-12-10', to: '2011-12-10' });
      const { returns, claims } = changesIn(result);
      const allowed = result.outcomes.find(({ outcome }) => outcome === 'ALLOWED')!;
      expect(returns.won - returns.lost).toBe(allowed.after.claims - allowed.before.claims);
      expect(claims.won).toBe(claimed.filter((c) => c.before !== 'ALLOWED' && c.after === 'ALLOWED').length);
      expect(claims.lost).toBe(claimed.filter((c) => c.before === 'ALLOWED' && c.after !== 'ALLOWED').length);
    }),
  );
});
