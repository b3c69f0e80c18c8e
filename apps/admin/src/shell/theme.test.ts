import { expect, test } from 'vitest';
import { themeFor } from './theme.ts';

test.each([
  ['en', 'Open'],
  ['zh-Hant', '打開'],
  ['zh-Hans', '打开'],
] as const)('%s: the arrow of a list says in the language what it does', (language, open) => {
  const defaults = themeFor('light', language).components?.MuiAutocomplete?.defaultProps as { openText?: string };
  expect(defaults?.openText ?? 'Open').toBe(open);
});
