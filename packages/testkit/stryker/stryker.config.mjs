import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = join(tmpdir(), 'perennial-mutation');

/**
 * `npm run test:mutation`: changes the policy, claim and calendar rules one operator at a time and sees whether a test
 * notices. Not part of CI: it takes hours. One file: `npm run test:mutation -- --mutate <file>`.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'packages/testkit/stryker/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './packages/testkit/stryker/texts.mjs'],
  mutate: [
    'packages/domain/src/{policies,claims,calendars}/**/*.ts',
    '!**/*.test.ts',
    // dictionaries and data: what a starter pack, a holiday list or a sentence says is nobody's rule
    '!**/policies/sentences/{en,zh-Hant,zh-Hans}.ts',
    '!**/policies/packs/{clinic,repair-shop,retailer,training-school}.ts',
    '!**/claims/sentences.ts',
    '!**/calendars/packs/**',
    '!**/calendars/words.ts',
  ],
  ignorers: ['texts'],
  ignorePatterns: ['**', '!packages/domain/**', '!packages/testkit/**', '!package.json', '!tsconfig.base.json'],
  coverageAnalysis: 'perTest',
  // properties over random cases take their time; a mutant that loops for ever takes more
  timeoutMS: 8_000,
  concurrency: 2,
  tempDirName: join(out, 'sandbox'),
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: join(out, 'report.html') },
  jsonReporter: { fileName: join(out, 'report.json') },
  thresholds: { high: 90, low: 85, break: 85 },
  allowConsoleColors: false,
};
