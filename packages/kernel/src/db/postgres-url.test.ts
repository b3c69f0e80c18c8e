import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './postgres-url.ts';

test.each([
  ['nonsense', /cannot be read as an address/],
  ['mysql://user:secret@host/db', /starts with mysql: but must start with postgres:/],
  ['postgres:///db', /names no host/],
  ['postgres://user:secret@host', /names no database/],
])('DATABASE_URL %s is refused with a sentence that says what to change', (text, sentence) => {
  expect(() => parseDatabaseUrl(text)).toThrow(sentence);
  expect(() => parseDatabaseUrl(text)).toThrow(/DATABASE_URL/);
  expect(() => parseDatabaseUrl(text)).not.toThrow(/secret/);
});

test('a good address is taken', () => {
  expect(parseDatabaseUrl('postgres://user:pass@localhost:5432/perennial').hostname).toBe('localhost');
});
