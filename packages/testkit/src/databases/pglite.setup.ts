import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '@perennial/kernel/db/pglite';
import type { TestProject } from 'vitest/node';
import { migrateAll } from './migrate-all.ts';
import './provided.ts';

/** Migrates one embedded database and dumps it: loading the dump is several times quicker than migrating again. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-template-'));
  const database = await openPglite({ dataDir: 'memory:' });
  await migrateAll(database);
  const template = join(folder, 'template.tar');
  writeFileSync(template, Buffer.from(await (await database.dump()).arrayBuffer()));
  await database.close();
  project.provide('pgliteTemplate', template);
  return () => rmSync(folder, { recursive: true, force: true });
}
