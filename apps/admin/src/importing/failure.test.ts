import { expect, test } from 'vitest';
import { words } from '../i18n/zh-Hant/index.ts';
import { failureKey } from './failure.ts';

const known = (key: string) => key.replace('errors.', '') in words.errors;

test('why an import stopped is a sentence, never a code', () => {
  for (const code of ['TIMEZONE_UNKNOWN', 'HEADER_DIFFERS', 'FILE_UNREADABLE', 'INTERRUPTED', 'IMPORT_CUSTOMER_GONE']) {
    expect(failureKey(code, known)).toBe(`errors.${code}`);
  }
  for (const code of ['INTERNAL', 'NEVER_HEARD_OF']) {
    expect(failureKey(code, known)).toBe('errors.INTERNAL_SERVER_ERROR');
  }
});
