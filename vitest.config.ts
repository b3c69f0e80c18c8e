import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const CLOSE_DATABASES = 'packages/testkit/src/databases/close-databases.ts';
const everywhere = ['packages/*/src', 'apps/*/src'];
const files = (ending: string) => everywhere.map((folder) => `${folder}/**/*.${ending}`);
const special = ['it', 'browser', 'deep', 'law'].flatMap((kind) => files(`${kind}.test.ts`));

/**
 * One file ending per kind of test. `*.it.test.ts` runs twice, on PGlite and on a real PostgreSQL: the same
 * promises on both databases. A project's global set-up makes one migrated template database; each test file
 * gets a copy of its own from `openTestDatabase()`.
 */
export default defineConfig({
  // vite would take another file of the graphql package than Node does for the libraries, and a schema of one
  // instance is no schema to the other
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    // vitest leaves one core to others; the promise of eight minutes is for two cores
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...files('test.ts'), ...files('test.tsx')],
          exclude: special,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'law', include: files('law.test.ts'), testTimeout: 120_000 } },
      database('pglite', files('it.test.ts')),
      database('postgres', files('it.test.ts')),
      {
        extends: true,
        test: {
          name: 'browser',
          include: files('browser.test.ts'),
          globalSetup: ['packages/testkit/src/browser/app.setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: files('deep.test.ts'),
          globalSetup: [
            'packages/testkit/src/databases/pglite.setup.ts',
            'packages/testkit/src/databases/postgres.setup.ts',
            'packages/testkit/src/browser/app.setup.ts',
          ],
          setupFiles: [CLOSE_DATABASES],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

function database(name: 'pglite' | 'postgres', include: string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      env: { PERENNIAL_TEST_DB: name },
      globalSetup: [`packages/testkit/src/databases/${name}.setup.ts`],
      setupFiles: [CLOSE_DATABASES],
      // the program and its libraries are loaded once per worker, not once per file: that halves the time
      isolate: false,
      testTimeout: 180_000,
      hookTimeout: 120_000,
    },
  };
}
