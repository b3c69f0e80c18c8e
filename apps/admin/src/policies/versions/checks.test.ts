import { describe, expect, it } from 'vitest';
import { headed } from './checks.ts';

describe('what stands in the way of publishing is told apart from what is worth knowing', () => {
  const [gap, hint] = [
    { code: 'GAP', blocking: true },
    { code: 'HINT', blocking: false },
  ];

  it('a mere hint does not stand under "before it can be published"', () => {
    expect(headed([hint])).toEqual([{ heading: 'policyGuard.checks.hints', problems: [hint] }]);
    expect(headed([hint, gap])).toEqual([
      { heading: 'policyGuard.checks.title', problems: [gap] },
      { heading: 'policyGuard.checks.hints', problems: [hint] },
    ]);
  });

  it('where there is nothing at all, that is said', () => {
    expect(headed([])).toEqual([{ heading: 'policyGuard.checks.title', problems: [] }]);
  });
});
