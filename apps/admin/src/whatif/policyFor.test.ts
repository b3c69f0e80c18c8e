import { describe, expect, it } from 'vitest';
import { policyFor } from './policyFor.ts';

const policy = (id: string, ...regions: string[]) => ({ id, regions });

describe('C45 the policy that is offered for a gap', () => {
  const german = policy('a', 'Germany');
  const everywhere = policy('b');
  const british = policy('c', 'France', 'United Kingdom');

  it('is never one of other regions, whichever stands first', () => {
    expect(policyFor([german, everywhere], 'United Kingdom')).toBe(everywhere);
    expect(policyFor([german], 'United Kingdom')).toBeUndefined();
    expect(policyFor([], 'United Kingdom')).toBeUndefined();
  });

  it('is one of that region before one of everywhere', () => {
    expect(policyFor([german, everywhere, british], 'United Kingdom')).toBe(british);
    expect(policyFor([everywhere, german], 'Germany')).toBe(german);
  });
});
