/**
 * One step of the proof in a process of its own, so that it can be killed and its memory is its own:
 * `node import-child.ts import|undo|recover FILE-or-BATCH`, configured by DATABASE_URL and DATA_DIR. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { SYSTEM } from '@perennial/kernel/auth/actor';
import { jobContext } from '@perennial/kernel/write/jobs';
import { runWrite } from '@perennial/kernel/write/run';
import { rowsOf } from '@perennial/kernel/db/database';
import { importFile, recoverImports, undoImport } from '@perennial/modules/importing/index';
import { sql } from 'drizzle-orm';
import { openInstance } from './environment.ts';

const [step, argument = ''] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'];
const { env, settle, close } = await openInstance({
  dataDir: process.env['DATA_DIR'] ?? '',
  ...(databaseUrl ? { databaseUrl } : {}),
});

const rss = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);
/** Memory in MB: when the database was open, and at its highest since. PGlite lives in this process. */
const memory = { open: rss(), peak: 0 };
const lookAtMemory = () => (memory.peak = Math.max(memory.peak, rss()));
setInterval(lookAtMemory, 50).unref();

process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;

if (step === 'import') {
  const phases: Record<string, number> = {};
  let [last, current] = [0, 'WAITING'];
  const run = await importFile(await jobContext(env), argument, {
    by: 'proof',
    watch: ({ phase }) => {
      lookAtMemory();
      phases[current] = (phases[current] ?? 0) + seconds() - last;
      [last, current] = [seconds(), phase];
    },
  });
  const took = seconds();
  lookAtMemory();
  await settle();
  say({
    took,
    memory,
    server: await serverPeak(),
    phases,
    settled: seconds() - took,
    batchId: run.batchId,
    counts: run.counts,
  });
} else if (step === 'undo') {
  const removed = await runWrite(env, {
    actor: SYSTEM,
    operation: 'importUndo',
    handle: (ctx) => undoImport({ tx: ctx.tx, now: ctx.now, hook: ctx.hook, emit: ctx.emit }, argument),
  });
  const took = seconds();
  await settle();
  say({ took, removed });
} else {
  say({ given: await recoverImports(env.db) });
}
await close();

/** Memory of the largest of PostgreSQL's processes, as far as Linux tells; shared memory is part of it. */
async function serverPeak(): Promise<number | null> {
  if (env.db.dialect === 'pglite') return null;
  try {
    const [row] = await rowsOf<{ pid: string }>(
      env.db.orm,
      sql`select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid`,
    );
    const children = readFileSync(`/proc/${row!.pid}/task/${row!.pid}/children`, 'utf8').trim().split(' ');
    const peaks = children.map(
      (child) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? '0',
    );
    return Math.round(Math.max(...peaks.map(Number)) / 1024);
  } catch {
    return null;
  }
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
