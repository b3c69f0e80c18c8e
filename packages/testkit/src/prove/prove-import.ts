/**
 * `npm run prove:import -- FILE [pglite|postgres]`: what is promised about imports, proved on a real file on both
 * databases. Ends with 1 when a promise is broken.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sumOfParts } from '@perennial/domain/importing/counts';
import { rowsOf } from '@perennial/kernel/db/database';
import { sampleFile } from '@perennial/modules/importing/seed';
import { sql } from 'drizzle-orm';
import { startPostgres } from '../databases/postgres-cluster.ts';
import { copyBaseline } from './copy-baseline.ts';
import { countLines } from './count-lines.ts';
import { openInstance } from './environment.ts';
import { differences, stateOf, type TableState } from './state.ts';
import { killedImport, step, type ImportStep, type Where } from './step.ts';

const KILLS = 10;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
let broken = 0;

function check(holds: boolean, promise: string): void {
  say(`${holds ? 'ok    ' : 'BROKEN'} ${promise}`);
  if (!holds) broken += 1;
}

/** Opens the database for a look, and closes it again: PGlite lets one process in at a time. */
async function look(where: Where): Promise<Map<string, TableState>> {
  const instance = await openInstance({
    dataDir: where.DATA_DIR,
    ...(where.DATABASE_URL ? { databaseUrl: where.DATABASE_URL } : {}),
  });
  try {
    await instance.settle();
    return await stateOf(instance.env.db);
  } finally {
    await instance.close();
  }
}

async function prove(name: string, where: Where, file: string, lines: number): Promise<void> {
  say(`\n${name}`);
  const empty = await look(where);
  const first = await step<ImportStep>(where, 'import', file);
  const { counts } = first;
  const parts = Object.entries(counts.outcomes)
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => `${outcome} ${n}`);
  check(
    sumOfParts(counts) === lines && counts.lines === lines,
    `parts sum to the file's ${lines} lines: ${parts.join(' + ')}`,
  );
  say(
    `       ${counts.added} lines of ${counts.customers} customers, ${counts.products} products, ${counts.invoices} invoices; ${counts.repeated} exact repeats (${counts.repeatedSetAside} of them set aside), ${counts.rounded} amounts rounded, ${counts.customersInTwoCountries} customers in two countries`,
  );
  say(
    `       returns: ${counts.returnsMatched} matched, ${counts.returnsPartlyMatched} in part, ${counts.returnsWithoutPurchase} without a purchase`,
  );
  const full = await look(where);
  const stored = full.get('invoice_lines')!.rows;
  check(
    stored === counts.added && full.get('import_rejects')!.rows === lines - counts.added,
    'every line is stored, imported or set aside',
  );

  const copy = await baseline(where);
  const phases = Object.entries(first.phases)
    .map(([phase, s]) => `${phase.toLowerCase()} ${s.toFixed(1)}`)
    .join(', ');
  say(
    `figure ${first.took.toFixed(1)} s (${phases}); peak memory ${first.memory.peak} MB, ${first.memory.open} MB of it before the import${first.server ? `; PostgreSQL's largest process ${first.server} MB, shared memory included` : ''}`,
  );
  say(
    `figure superuser's COPY of the same rows into identical tables: ${copy.with.toFixed(1)} s, without foreign keys ${copy.without.toFixed(1)} s; ratio ${(first.took / copy.with).toFixed(2)} and ${(first.took / copy.without).toFixed(2)}`,
  );
  say(`figure what follows from it (promises, decisions, health): ${first.settled.toFixed(1)} s after it was visible`);

  const second = await step<ImportStep>(where, 'import', file);
  const changed = differences(full, await look(where)).filter((table) => !table.startsWith('import_rejects'));
  check(
    second.counts.added === 0 && second.counts.alreadyThere === counts.added && changed.length === 0,
    `a second import changes nothing: ${second.counts.alreadyThere} lines were there already ${changed.join(', ')}`,
  );

  await step(where, 'undo', second.batchId);
  const undone = await step<{ took: number }>(where, 'undo', first.batchId);
  const left = differences(empty, await look(where));
  check(left.length === 0, `undo restores the former state in ${undone.took.toFixed(1)} s ${left.join(', ')}`);

  await step<ImportStep>(where, 'import', sampleFile);
  await proveKills(where, file, await look(where), first.took, stored);
}

async function proveKills(
  where: Where,
  file: string,
  former: Map<string, TableState>,
  took: number,
  stored: number,
): Promise<void> {
  let window = Math.round(took * 1000);
  for (let kills = 0; kills < KILLS; ) {
    const after = randomInt(50, window);
    const caught = await killedImport(where, file, after);
    // the machine was quicker this time: what came too late does not count
    if (caught) kills += 1;
    else window = Math.max(1000, Math.min(window, after));
    await step(where, 'recover');
    const state = await look(where);
    const batch = await lastBatch(where);
    const complete = batch.status === 'COMPLETE';
    const half = complete
      ? state.get('invoice_lines')!.rows === stored
        ? []
        : [`${state.get('invoice_lines')!.rows} of ${stored} lines`]
      : differences(former, state);
    check(
      half.length === 0,
      `kill -9 after ${(after / 1000).toFixed(1)} s${caught ? '' : ' (it was done before)'}: ${complete ? 'the whole batch is there' : 'nothing of the batch is there'} ${half.join(', ')}`,
    );
    if (complete) {
      await step(where, 'undo', batch.id);
      const left = differences(former, await look(where));
      check(left.length === 0, `  and undoing it restores the former state ${left.join(', ')}`);
    }
  }
  const whole = await step<ImportStep>(where, 'import', file);
  check(
    whole.counts.added + whole.counts.alreadyThere === stored,
    'after all that the file imports as if nothing had happened',
  );
}

async function lastBatch(where: Where): Promise<{ id: string; status: string }> {
  const instance = await openInstance({
    dataDir: where.DATA_DIR,
    ...(where.DATABASE_URL ? { databaseUrl: where.DATABASE_URL } : {}),
  });
  try {
    const [row] = await rowsOf<{ id: string; status: string }>(
      instance.env.db.orm,
      sql`select id, status from import_batches order by id desc limit 1`,
    );
    return row!;
  } finally {
    await instance.close();
  }
}

async function baseline(where: Where): Promise<{ with: number; without: number }> {
  const instance = await openInstance({
    dataDir: where.DATA_DIR,
    ...(where.DATABASE_URL ? { databaseUrl: where.DATABASE_URL } : {}),
  });
  try {
    return { without: await copyBaseline(instance.env.db, false), with: await copyBaseline(instance.env.db, true) };
  } finally {
    await instance.close();
  }
}

const [file, only] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Which file? npm run prove:import -- FILE [pglite|postgres]\n');
  process.exit(2);
}
const lines = await countLines(file);
const folder = mkdtempSync(join(tmpdir(), 'perennial-proof-'));
try {
  if (only !== 'postgres') await prove('PGlite', { DATA_DIR: join(folder, 'pglite') }, file, lines);
  if (only !== 'pglite') {
    const cluster = await startPostgres(['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']);
    try {
      const where = { DATA_DIR: join(folder, 'postgres'), DATABASE_URL: cluster.url() };
      mkdirSync(where.DATA_DIR);
      await prove('PostgreSQL', where, file, lines);
    } finally {
      await cluster.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(broken === 0 ? '\nEvery promise holds.' : `\n${broken} promises are broken.`);
process.exitCode = broken === 0 ? 0 : 1;
