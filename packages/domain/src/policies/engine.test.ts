import { engineProperties } from '@perennial/testkit/policies/engine-properties';
import { describe, it } from 'vitest';

describe('the engine, whatever is promised and claimed', () => {
  for (const { name, share, check } of engineProperties) it(name, () => check(share * 10));
});
