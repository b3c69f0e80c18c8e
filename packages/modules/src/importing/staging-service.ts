import { csvField, type CsvRecord } from '@perennial/domain/importing/csv';
import type { LineCounts } from '@perennial/domain/importing/counts';
import type { ReadLine } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { rowsOf, type Database, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sql } from 'drizzle-orm';
import { readLines } from './read-lines.ts';
import { unfittingInvoices } from './unfitting.ts';

const LINE_COLUMNS = [
  'line',
  'id',
  'customer',
  'invoice',
  'code',
  'ordinal',
  'description',
  'quantity',
  'unit_price',
  'amount',
  'at',
  'country',
  'kind',
  'repeated',
];
const REJECT_COLUMNS = ['batch_id', 'line', 'reason', 'fault', 'field', 'currency', 'raw'];

/** Characters gathered before they are sent: one short transaction each. */
const PART = 1 << 20;

const STAGING = ['staging_lines', 'staging_customers', 'staging_invoices', 'staging_products'];

/**
 * Reads a file into the staging tables by COPY, in short transactions. Lines that cannot be imported go to the batch's
 * rejects, which nobody sees before the batch is complete.
 */
export async function stageFile(
  db: Database,
  batchId: string,
  path: string,
  mapping: ImportMapping,
  tomorrow: Date,
  piece: (fraction: number, lines: number) => Promise<void> | void,
): Promise<LineCounts> {
  await clearStaging(db.orm);
  const unfitting = await unfittingInvoices(db.orm, mapping);
  const idOf = sequentialIds();
  let lines: string[] = [];
  let rejects: string[] = [];
  let size = 0;
  const flush = async () => {
    const [importable, aside] = [lines.join(''), rejects.join('')];
    [lines, rejects, size] = [[], [], 0];
    if (importable) await db.copyIn(null, 'staging_lines', LINE_COLUMNS, once(importable));
    if (aside) await db.copyIn(null, 'import_rejects', REJECT_COLUMNS, once(aside));
  };
  const counts = await readLines(path, mapping, {
    unfitting,
    tomorrow,
    line: (record, read) => {
      const row = 'line' in read ? importableRow(record, read, idOf(record.line)) : rejectRow(batchId, record, read);
      ('line' in read ? lines : rejects).push(row);
      size += row.length;
    },
    piece: async (fraction, lines) => {
      if (size > PART) await flush();
      await piece(fraction, lines);
    },
  });
  await flush();
  return counts;
}

/**
 * Empties the staging tables and takes them out of the write-ahead log, where they are not: what a crash leaves of them
 * is thrown away anyway, and logging them costs as much as the import itself.
 */
export async function clearStaging(orm: Orm): Promise<void> {
  const logged = await rowsOf<{ name: string }>(
    orm,
    sql`select relname as name from pg_class where relname in ${STAGING} and relkind = 'r' and relpersistence = 'p'`,
  );
  await orm.execute(sql.raw(`truncate ${STAGING.join(', ')}`));
  for (const { name } of logged) await orm.execute(sql.raw(`alter table ${name} set unlogged`));
}

function importableRow(record: CsvRecord, read: Extract<ReadLine, { line: unknown }>, id: string): string {
  const l = read.line;
  const texts = `${csvField(l.customer)},${csvField(l.invoice)},${csvField(l.code)},${l.ordinal},${csvField(l.description)}`;
  return `${record.line},${id},${texts},${l.quantity},${l.unitPrice},${l.amount},${isoMoment(l.at)},${csvField(l.country)},${read.outcome},${read.repeated ? 't' : 'f'}\n`;
}

function rejectRow(batchId: string, record: CsvRecord, read: Exclude<ReadLine, { line: unknown }>): string {
  const currency = 'currency' in read ? (read.currency ?? '') : '';
  // U+0000 cannot be stored; the line is kept all the same, with the sign for it
  const raw = csvField(record.raw.replaceAll('\0', '␀').slice(0, 100_000));
  return `${batchId},${record.line},${read.outcome},${read.fault ?? ''},${read.field ?? ''},${currency},${raw}\n`;
}

let lastMillis = Number.NaN;
let lastText = '';

/** The lines of one invoice share their moment, and making text of it is dear. */
function isoMoment(millis: number): string {
  if (millis !== lastMillis) {
    lastMillis = millis;
    lastText = new Date(millis).toISOString();
  }
  return lastText;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** uuidv7s that sort by a number below 2^32; the rest of them is the same for one run. */
export function sequentialIds(): (n: number) => string {
  const base = newId();
  return (n) => {
    const hex = n.toString(16).padStart(8, '0');
    return `${base.slice(0, 15)}${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6)}${base.slice(26)}`;
  };
}
