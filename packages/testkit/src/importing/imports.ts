import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf, type Database } from '@perennial/kernel/db/database';
import type { ImportContext } from '@perennial/modules/importing/env';
import { importFile } from '@perennial/modules/importing/import-file';
import { undoImport } from '@perennial/modules/importing/undo-service';
import { sql } from 'drizzle-orm';
import { openTestDatabase } from '../databases/open-test-database.ts';

export const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** Two lines of one purchase. */
export const SALE = [
  '1001,A1,RED MUG,6,2011-06-01 10:00:00,2.55,17850,United Kingdom',
  '1001,A2,BLUE MUG,2,2011-06-01 10:00:00,1.00,17850,United Kingdom',
];

/** Imports without anything around them: no other area listens, and the clock stands still. */
export interface Imports {
  db: Database;
  ctx: ImportContext;
  now: Date;
  /** What was told to other areas, in order. */
  events: [string, unknown][];
  /** Removed with `close`. */
  folder: string;
  file(lines: readonly string[], name?: string): string;
  bring(lines: readonly string[]): ReturnType<typeof importFile>;
  undo(batchId: string): ReturnType<typeof undoImport>;
  all<Row extends Record<string, unknown>>(text: string): Promise<Row[]>;
  /** Everything people read, row by row; moments of upkeep are left out. */
  state(): Promise<string>;
  /** As if nothing had ever been imported. */
  clear(): Promise<void>;
  close(): void;
}

const READ = [
  'customers',
  'customer_numbers',
  'products',
  'invoices',
  'invoice_lines',
  'return_matches',
  'imported_changes',
  'import_rejects',
];
const EMPTIED = [
  'touchpoints',
  'return_matches',
  'invoice_lines',
  'invoices',
  'imported_changes',
  'customer_numbers',
  'customers',
  'products',
  'import_rejects',
  'import_batches',
];

export async function imports(): Promise<Imports> {
  const db = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'perennial-import-'));
  const now = new Date('2011-12-10T09:00:00Z');
  const events: [string, unknown][] = [];
  const hook = async () => {};
  const emit = (event: string, payload: unknown) => void events.push([event, payload]);
  const ctx: ImportContext = {
    db,
    now,
    latestDay: '2011-12-10',
    currency: 'GBP',
    timezone: 'Europe/London',
    write: (_operation, handle) =>
      db.transaction((tx) =>
        handle({ tx, now, emit, hook, audit: () => {} } as unknown as Parameters<typeof handle>[0]),
      ),
  };
  const made: Imports = {
    db,
    ctx,
    now,
    events,
    folder,
    file(lines, name = 'lines.csv') {
      const path = join(folder, name);
      writeFileSync(path, [HEADER, ...lines].join('\n'));
      return path;
    },
    bring: (lines) => importFile(ctx, made.file(lines), { by: 'test' }),
    undo: (batchId) => db.transaction((tx) => undoImport({ tx, now, hook, emit }, batchId)),
    all: <Row extends Record<string, unknown>>(text: string) => rowsOf<Row>(db.orm, sql.raw(text)),
    async state() {
      const parts = await Promise.all(
        READ.map((t) =>
          made.all<{ rows: unknown }>(
            `select json_agg(to_jsonb(t) - 'updated_at' order by (to_jsonb(t) - 'updated_at')::text) as rows from ${t} t`,
          ),
        ),
      );
      return JSON.stringify(parts);
    },
    async clear() {
      events.length = 0;
      for (const t of EMPTIED) await db.orm.execute(sql.raw(`delete from ${t}`));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
  return made;
}
