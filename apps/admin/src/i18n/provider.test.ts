import { describe, expect, test } from 'vitest';
import { firstLanguage } from './languages.ts';
import { fill, i18nProviderFor, lookUp } from './provider.ts';

describe('a sentence', () => {
  test('is found at its path; a branch is not a sentence', () => {
    const words = { a: { b: 'c' } };
    expect(lookUp(words, 'a.b')).toBe('c');
    expect(lookUp(words, 'a')).toBeUndefined();
    expect(lookUp(words, 'a.b.c')).toBeUndefined();
  });

  test('takes its values, numbers written as the language does', () => {
    expect(fill('%{n} of %{all}', { n: 12345, all: 'x' }, 'en')).toBe('12,345 of x');
  });

  test('keeps an unknown placeholder visible', () => {
    expect(fill('%{missing}', {}, 'en')).toBe('%{missing}');
  });

  test('chooses between one and many; Chinese has one form', () => {
    expect(fill('one line |||| %{smart_count} lines', { smart_count: 1 }, 'en')).toBe('one line');
    expect(fill('one line |||| %{smart_count} lines', { smart_count: 2 }, 'en')).toBe('2 lines');
    expect(fill('%{smart_count} 行', { smart_count: 1 }, 'zh-Hant')).toBe('1 行');
  });
});

test('a code without a sentence falls back to the one given', () => {
  const provider = i18nProviderFor('en', { errors: { KNOWN: 'Known.' } }, async () => ({}));
  expect(provider.translate('errors.KNOWN', { _: 'From the server.' })).toBe('Known.');
  expect(provider.translate('errors.NEW', { _: 'From the server.' })).toBe('From the server.');
  expect(provider.translate('errors.NEW')).toBe('errors.NEW');
});

describe('the first language', () => {
  test.each([
    ['zh-Hans', ['en-GB'], 'zh-Hans'],
    [undefined, ['zh-TW', 'en'], 'zh-Hant'],
    [undefined, ['zh-HK'], 'zh-Hant'],
    [undefined, ['zh-CN'], 'zh-Hans'],
    [undefined, ['zh'], 'zh-Hans'],
    [undefined, ['de-DE', 'en-US'], 'en'],
    [undefined, ['fr'], 'en'],
    ['xx', [], 'en'],
  ] as const)('remembered %s, wanted %j: %s', (remembered, wanted, language) => {
    expect(firstLanguage(remembered, wanted)).toBe(language);
  });
});
