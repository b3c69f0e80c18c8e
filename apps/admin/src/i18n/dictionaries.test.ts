import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { charterWords } from '@perennial/domain/charter/words';
import { kindOf } from '@perennial/domain/policies/terms';
import { describe, expect, test } from 'vitest';
import { words as en } from './en/index.ts';
import type { Dictionary } from './provider.ts';
import { words as hans } from './zh-Hans/index.ts';
import { words as hant } from './zh-Hant/index.ts';

function leaves(words: Dictionary, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/%\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort();

const others = { 'zh-Hant': hant, 'zh-Hans': hans } as const;

describe.each(Object.entries(others))('the %s dictionary', (_language, words) => {
  const english = new Map(leaves(en));
  const translated = new Map(leaves(words));

  test('has the very keys of the English one', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('fills in the same values in every sentence', () => {
    const different = [...english].filter(
      // a plural says "one" in words; Chinese has one form, which needs the number
      ([key, sentence]) => placeholders(sentence).join() !== placeholders(translated.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key).filter((key) => !PLURAL_ONLY.test(key))).toEqual([]);
  });

  test('is written in Chinese, not left in English', () => {
    const same = [...english].filter(
      ([key, sentence]) => /[a-z]{4}/i.test(sentence) && translated.get(key) === sentence,
    );
    expect(same.map(([key]) => key).filter((key) => !SAME_IN_ALL.has(key))).toEqual([]);
  });
});

/** react-admin's own plural sentences name the single item without a number. */
const PLURAL_ONLY = /^ra\.(message\.bulk_|notification\.|action\.bulk_)/;
/** Nothing but placeholders. */
const SAME_IN_ALL = new Set(['ra.page.list', 'ra.page.edit', 'ra.page.show']);

test('one thing has one word: a segment, and the stage of a promise on the dashboard as on the charter', () => {
  for (const words of [hant, hans])
    expect(leaves(words).filter(([, sentence]) => /客[戶户][類类]/.test(sentence))).toEqual([]);
  expect(en.values.PolicyStage.ALWAYS).toBe(charterWords.en.stages.ALWAYS);
  expect(hant.values.PolicyStage).toEqual(charterWords['zh-Hant'].stages);
  expect(hans.values.PolicyStage).toEqual(charterWords['zh-Hans'].stages);
});

test('no sentence is empty, in any language', () => {
  for (const words of [en, hant, hans]) {
    expect(leaves(words).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  }
});

test('Traditional and Simplified Chinese are kept apart', () => {
  // a few characters that exist in one script only and occur in almost every sentence
  const traditional = /[這個們來對說還過時間頁戶資錄]/;
  const simplified = /[这个们来对说还过时间页户资录]/;
  expect(
    leaves(hans)
      .filter(([, sentence]) => traditional.test(sentence))
      .map(([key]) => key),
  ).toEqual([]);
  expect(
    leaves(hant)
      .filter(([, sentence]) => simplified.test(sentence))
      .map(([key]) => key),
  ).toEqual([]);
});

test('one thing has one name: roles as on the page of the staff, customers, calendars and publishing', () => {
  const elsewhere = {
    hant: /政策管理員|另一位負責人|顧客|行事曆|發布/,
    hans: /政策管理员|另一位负责人|顾客|行事历|公布/,
  };
  const strayIn = (words: Dictionary, stray: RegExp) => leaves(words).filter(([, sentence]) => stray.test(sentence));
  expect(strayIn(hant, elsewhere.hant)).toEqual([]);
  expect(strayIn(hans, elsewhere.hans)).toEqual([]);
});

test('a stage and a state of health are never called the same: they count different customers', () => {
  for (const { values } of [en, hant, hans]) {
    const stages = new Set(Object.values(values.CustomerStage));
    expect(Object.values(values.HealthBucket).filter((word) => stages.has(word))).toEqual([]);
  }
});

test('every refusal that a form can meet has a sentence', () => {
  const packages = fileURLToPath(new URL('../../../../packages/', import.meta.url));
  const sources = ['domain/src', 'modules/src'].flatMap((folder) =>
    readdirSync(join(packages, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  // what an upload is refused with stands in no area
  sources.push(readFileSync(join(packages, 'kernel/src/server/transfer-routes.ts'), 'utf8'));
  const codes = new Set(
    sources.flatMap((text) => [...text.matchAll(/new DomainError\(\s*'([A-Z_]+)'/g)].map((m) => m[1] ?? '')),
  );
  expect(codes.size).toBeGreaterThan(40);
  expect([...codes].filter((code) => !(code in en.errors)).sort()).toEqual([]);
});

test('one thing has one word: the kind of a claim and its remedy, what is promised and the task to keep it', () => {
  for (const [words, language] of [
    [hant, 'zh-Hant'],
    [hans, 'zh-Hans'],
  ] as const) {
    expect(words.values.Remedy.REPLACE).toBe(words.values.ClaimKind.REPLACEMENT);
    expect(words.policyEditor.remedies).toEqual(words.values.Remedy);
    expect(words.values.FulfilmentKind.TRAINING).toBe(kindOf('training').label[language]);
    expect(words.values.FulfilmentKind.EXTRAS).toBe(kindOf('extras').label[language]);
    // the day and the moment of a claim
    expect(leaves(words).filter(([, sentence]) => /申[請请]日/.test(sentence))).toEqual([]);
  }
  expect(leaves(hans).filter(([, sentence]) => /身分|[購购]买条数/.test(sentence))).toEqual([]);
});
