/**
 * Makes the migrations from the tables that the areas and the kernel declare (`table.ts`).
 *
 *   node generate.ts            adds a migration when the tables have changed
 *   node generate.ts --check    fails when a migration is missing
 *   node generate.ts --fresh    throws all migrations away and makes one; only before the first release
 *
 * drizzle-kit's library is used and not its command: the command loads the tables through a bundler of its own, which
 * knows neither the packages' exports nor type stripping, and it stamps files with random ids and the time, so that two
 * runs never give the same files.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';

type Snapshot = Awaited<ReturnType<typeof generateDrizzleJson>>;

interface Journal {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const meta = join(here, 'meta');
const journalFile = join(meta, '_journal.json');
const NOTHING = '00000000-0000-0000-0000-000000000000';

async function declaredTables(): Promise<Record<string, PgTable>> {
  const files = globSync(['packages/kernel/src/**/table.ts', 'packages/modules/src/*/{table,*-table}.ts'], {
    cwd: root,
  }).sort();
  const tables: Record<string, PgTable> = {};
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (is(value, PgTable)) tables[`${file}#${name}`] = value;
    }
  }
  return tables;
}

function readJournal(): Journal {
  if (!existsSync(journalFile)) return { version: '7', dialect: 'postgresql', entries: [] };
  return JSON.parse(readFileSync(journalFile, 'utf8')) as Journal;
}

function snapshotFile(idx: number): string {
  return join(meta, `${String(idx).padStart(4, '0')}_snapshot.json`);
}

async function main(mode: string | undefined, name: string | undefined): Promise<void> {
  if (mode === '--fresh') {
    for (const file of globSync('*.sql', { cwd: here })) rmSync(join(here, file));
    rmSync(meta, { recursive: true, force: true });
  }
  const journal = readJournal();
  const idx = journal.entries.length;
  const before: Snapshot =
    idx > 0
      ? (JSON.parse(readFileSync(snapshotFile(idx - 1), 'utf8')) as Snapshot)
      : await generateDrizzleJson({}, NOTHING);
  const after = await generateDrizzleJson(await declaredTables(), idx > 0 ? before.id : NOTHING);
  const statements = await generateMigration(before, after);
  if (statements.length === 0) return;
  if (mode === '--check') {
    process.stderr.write(
      'The tables have changed and no migration says so: run "npm run generate" and commit what it makes.\n',
    );
    process.exitCode = 1;
    return;
  }
  const sql = `${statements.map((statement) => statement.trim()).join('\n--> statement-breakpoint\n')}\n`;
  const tag = `${String(idx).padStart(4, '0')}_${name ?? (idx === 0 ? 'house' : `change_${idx}`)}`;
  const digest = createHash('sha256').update(sql).digest('hex');
  // the same tables give the same files, byte for byte: ids follow from the content
  after.id = [8, 4, 4, 4, 12].map((n, i) => digest.slice(i * 12, i * 12 + n)).join('-');
  journal.entries.push({ idx, version: '7', when: idx, tag, breakpoints: true });
  mkdirSync(meta, { recursive: true });
  writeFileSync(join(here, `${tag}.sql`), sql);
  writeFileSync(snapshotFile(idx), `${JSON.stringify(after, null, 2)}\n`);
  writeFileSync(journalFile, `${JSON.stringify(journal, null, 2)}\n`);
  process.stdout.write(`${tag}.sql: ${statements.length} statements\n`);
}

const [mode, name] = process.argv.slice(2);
await (mode?.startsWith('--') ? main(mode, name) : main(undefined, mode));
