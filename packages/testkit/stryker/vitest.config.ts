import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../../..');

/** The domain's unit tests in the copy that is being changed: packages of ours resolve inside of it, too. */
export default defineConfig({
  root,
  resolve: {
    alias: [{ find: /^@perennial\/(domain|testkit)\/(.+)$/, replacement: `${root}/packages/$1/src/$2.ts` }],
  },
  test: {
    include: ['policies', 'claims', 'calendars', 'shared'].map((area) => `packages/domain/src/${area}/**/*.test.ts`),
    exclude: ['**/*.{it,browser,deep,law}.test.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
});
