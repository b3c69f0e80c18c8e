import { expect, it } from 'vitest';
import { pageLanguage } from './page-language.ts';

it.each([
  [null, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  [null, 'zh-HK', 'zh-Hant'],
  [null, 'zh-Hant-CN', 'zh-Hant'],
  [null, 'zh-CN,zh;q=0.9', 'zh-Hans'],
  [null, 'zh', 'zh-Hans'],
  [null, 'de-DE,de;q=0.9,en;q=0.5,zh-TW;q=0.4', 'en'],
  [null, 'en;q=0.2, zh-TW;q=0.9', 'zh-Hant'],
  [null, 'en;q=0, zh-TW;q=0.1', 'zh-Hant'],
  [null, 'fr', 'en'],
  [null, undefined, 'en'],
  ['zh-hant', 'en', 'zh-Hant'],
  ['zh-Hans', undefined, 'zh-Hans'],
  ['klingon', 'zh-TW', 'zh-Hant'],
] as const)('asked for %s by a browser that wants %s: %s', (asked, accept, language) =>
  expect(pageLanguage(asked, accept)).toBe(language),
);
