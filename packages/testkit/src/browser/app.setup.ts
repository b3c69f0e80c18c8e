import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { startApp } from './start-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder in which the program has been started once: migrated, with the sample in it. */
    sampleDataDir: string;
  }
}

/** Brings the sample in once for all browser tests; each of them starts from a copy of that folder. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-sample-'));
  const dataDir = join(folder, 'data');
  await findChromium();
  const app = await startApp({ dataDir });
  await app.stop();
  project.provide('sampleDataDir', dataDir);
  return () => rmSync(folder, { recursive: true, force: true });
}
