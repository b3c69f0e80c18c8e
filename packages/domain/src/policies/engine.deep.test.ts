import { engineProperties } from '@perennial/testkit/policies/engine-properties';
import { describe, it } from 'vitest';

describe('the engine over 100,000 random cases', () => {
  for (const { name, share, check } of engineProperties) it(name, () => check(share * 1000));
});
