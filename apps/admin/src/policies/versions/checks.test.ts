import { describe, expect, it } from 'vitest';
import { headed, saidOnce, worthAsking } from './checks.ts';

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

describe('S11 a second person is not asked in vain', () => {
  it('where a floor or the day stands in the way', () => {
    for (const code of ['BELOW_FLOOR', 'CUT_IN_THE_PAST', 'ALREADY_PROMISED'])
      expect(worthAsking([{ code: 'SERVICE_CUT' }, { code }])).toBe(false);
  });

  it('but beside what can be mended meanwhile', () => {
    expect(worthAsking([{ code: 'SERVICE_CUT' }, { code: 'UNREACHABLE_POINT' }])).toBe(true);
  });
});

it('what reads the same is said once', () => {
  expect(saidOnce(['a', 'b', 'A'], (each) => each.toUpperCase())).toEqual(['A', 'B']);
});
