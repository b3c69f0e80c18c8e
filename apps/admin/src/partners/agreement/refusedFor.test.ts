import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partners as en } from '../../i18n/en/partners.ts';
import { askedFor, refusedFor } from './refusedFor.ts';

test('S10 a receipt says in words why a read was refused', () => {
  expect(refusedFor('PAGE_TOO_LARGE')).toBe('tooMuch');
  expect(refusedFor('ALIAS_LIMIT')).toBe('tooMuch');
  expect(refusedFor('GRAPHQL_PARSE_FAILED')).toBe('unreadable');
  expect(refusedFor('GRAPHQL_VALIDATION_FAILED')).toBe('notThere');
  expect(refusedFor('A_CODE_OF_TOMORROW')).toBe('other');
  expect(refusedFor('toString')).toBe('other');
});

test('S10 every code that the guide for partners documents has words of its own', () => {
  const guide = readFileSync(new URL('../../../../../docs/partner-api.md', import.meta.url), 'utf8');
  const codes = [...guide.matchAll(/^\| (`[A-Z_]+`.*?)\| \d{3} /gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => code),
  );
  expect(codes).toContain('STALE');
  // those never leave a receipt: nobody is known yet, or the key was used too often
  const without = ['UNAUTHENTICATED', 'KEY_MALFORMED', 'RATE_LIMITED'];
  expect(codes.filter((code) => !without.includes(code) && refusedFor(code) === 'other')).toEqual([]);
  expect(codes.filter((code) => !(refusedFor(code) in en.receipts.refusal))).toEqual([]);
});

test('S10 what there is no word for is named as it was typed', () => {
  const words: Record<string, string> = { name: 'Name' };
  expect(askedFor(['Customer.name', 'Customer.fooBarBaz', 'odd'], (name) => words[name])).toEqual([
    { said: 'Name', typed: false },
    { said: 'fooBarBaz', typed: true },
    { said: 'odd', typed: true },
  ]);
});
