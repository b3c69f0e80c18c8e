/**
 * `npm run import -- FILE`: brings a sales file in from the command line, the same way as the dashboard does. Configured
 * by DATABASE_URL and DATA_DIR like the server.
 */
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { checkBusiness } from '@perennial/domain/business/business';
import { sumOfParts, type ImportCounts } from '@perennial/domain/importing/counts';
import { OUTCOMES } from '@perennial/domain/importing/line';
import { DATE_ORDERS } from '@perennial/domain/importing/moment';
import { DomainError } from '@perennial/domain/shared/errors';
import { SYSTEM } from '@perennial/kernel/auth/actor';
import { openDatabase, type Database } from '@perennial/kernel/db/database';
import { migrate } from '@perennial/kernel/db/migrate';
import { buildRegistry } from '@perennial/kernel/registry/module';
import { securityPlan } from '@perennial/kernel/registry/security';
import type { Environment } from '@perennial/kernel/write/environment';
import { firstStart } from '@perennial/kernel/write/first-start';
import { deliver, jobContext } from '@perennial/kernel/write/jobs';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runWrite } from '@perennial/kernel/write/run';
import { importFile, recoverImports, rejectsCsv, undoImport } from '@perennial/modules/importing/index';
import { migrationsFolder } from '@perennial/modules/migrations';
import { readConfig } from './config.ts';
import { modules } from './extensions.ts';
import { progressLine } from './progress-line.ts';
import { STARTS } from './starts.ts';

const HELP = `npm run import -- FILE [--currency GBP] [--timezone Europe/London] [--dates DMY|MDY] [--set-aside FILE.csv]
npm run import -- --undo BATCH

  --currency, --timezone  of the file, where they are not the business's own
  --dates                 which comes first in dates such as 12/10/2011, day or month, where the file does not show it
  --set-aside             writes the lines that were not imported, with the reason, to this file
  --undo                  takes an import back; its report names the batch`;

const say = (line: string): void => console.log(line);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      currency: { type: 'string' },
      timezone: { type: 'string' },
      dates: { type: 'string' },
      'set-aside': { type: 'string' },
      undo: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  const dateOrder = DATE_ORDERS.find((each) => each === values.dates?.toUpperCase());
  if (values.help || (!file && !values.undo) || (values.dates !== undefined && !dateOrder)) {
    say(HELP);
    return values.help ? 0 : 2;
  }
  // before an empty folder is set up with them
  checkBusiness({
    ...(values.currency === undefined ? {} : { currency: values.currency }),
    ...(values.timezone === undefined ? {} : { timezone: values.timezone }),
  });
  const config = readConfig(process.env);
  const db = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: resolve(config.DATA_DIR) });
  try {
    const { env, outbox } = await prepare(db, values);
    const ctx = await jobContext(env);
    if (values.undo) await undo(env, values.undo);
    else {
      const file_ = { ...ctx, currency: values.currency ?? ctx.currency, timezone: values.timezone ?? ctx.timezone };
      const began = performance.now();
      const run = await importFile(file_, resolve(file!), {
        by: 'command line',
        dateOrder,
        watch: progressLine(process.stderr),
      });
      report(run.counts, (performance.now() - began) / 1000);
      say(`Batch ${run.batchId}; npm run import -- --undo ${run.batchId} takes it back.`);
      if (values['set-aside']) {
        await pipeline(
          Readable.from(rejectsCsv(db, { id: run.batchId, mapping: run.mapping })),
          createWriteStream(values['set-aside']),
        );
      }
    }
    say('Bringing promises, decisions and health up to date …');
    await outbox.drain();
    await outbox.stop();
    return 0;
  } finally {
    await db.close();
  }
}

async function prepare(
  db: Database,
  given: { currency?: string; timezone?: string },
): Promise<{ env: Environment; outbox: Outbox }> {
  const now = () => new Date();
  const registry = buildRegistry(modules);
  await migrate(db, { folder: migrationsFolder, security: securityPlan(registry) });
  // whoever imports into an empty folder wants neither the sample nor its as-of date
  const empty = {
    ...STARTS.empty,
    currency: given.currency ?? STARTS.empty.currency,
    timezone: given.timezone ?? STARTS.empty.timezone,
  };
  await firstStart(db, 'empty', { ...STARTS, empty }, now());
  const nobody = () => Promise.reject(new Error('no partner asks on the command line'));
  const env: Environment = { db, registry, now, askAsPartner: nobody };
  const outbox = new Outbox({
    db,
    now,
    deliver: (topic, payload) => deliver(env, topic, payload),
    onFailure: (topic) => console.error(`${topic} could not be delivered now; the server tries again when it runs.`),
  });
  const given_up = await recoverImports(db);
  if (given_up > 0) say('An earlier import had been cut off; nothing of it was visible, and what it left was removed.');
  return { env, outbox };
}

async function undo(env: Environment, batchId: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(batchId))
    throw new DomainError('BAD_ID', 'This is not the id of a batch; the report of its import names it.');
  const removed = await runWrite(env, {
    actor: SYSTEM,
    operation: 'importUndo',
    handle: (ctx) => undoImport({ tx: ctx.tx, now: ctx.now, hook: ctx.hook, emit: ctx.emit }, batchId),
  });
  say(
    `Taken back: ${removed.lines} lines, ${removed.invoices} invoices, ${removed.customers} customers, ${removed.products} products.`,
  );
}

function report(counts: ImportCounts, seconds: number): void {
  const number = new Intl.NumberFormat('en').format;
  say('');
  for (const outcome of OUTCOMES) say(`${outcome.padEnd(22)}${number(counts.outcomes[outcome]).padStart(12)}`);
  say(
    `${'together'.padEnd(22)}${number(sumOfParts(counts)).padStart(12)}  of ${number(counts.lines)} lines in the file`,
  );
  say('');
  say(
    `${number(counts.added)} lines added, ${number(counts.alreadyThere)} were there already (${number(counts.differing)} of them say something else now).`,
  );
  say(
    `${number(counts.customers)} new customers, ${number(counts.products)} new products, ${number(counts.invoices)} new invoices.`,
  );
  say(
    `${number(counts.repeated)} exact repeats (${number(counts.repeatedSetAside)} of them set aside), ${number(counts.rounded)} amounts rounded, ${number(counts.customersInTwoCountries)} customers in more than one country.`,
  );
  say(
    `Returns: ${number(counts.returnsMatched)} matched to purchases, ${number(counts.returnsPartlyMatched)} in part, ${number(counts.returnsWithoutPurchase)} without a purchase.`,
  );
  say(`${seconds.toFixed(1)} s.`);
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (error instanceof DomainError) {
      console.error(error.message);
      if (error.code === 'DATA_DIR_LOCKED')
        console.error('While the server runs, import on its dashboard (Import), or stop it first.');
    } else console.error('The import stopped for a reason nobody foresaw; nothing of it is visible.', error);
    process.exitCode = 1;
  },
);
