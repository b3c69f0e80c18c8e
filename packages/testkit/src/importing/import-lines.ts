import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importFile } from '@perennial/modules/importing/import-file';
import { sql } from 'drizzle-orm';
import type { TestServer } from '../server/test-server.ts';
import { HEADER } from './imports.ts';

/**
 * Imports lines under {@link HEADER} as one file of a running server; what follows from it is done by its jobs
 * (`server.settle()`).
 *
 * @returns the id of the import.
 */
export async function importLines({ env }: Pick<TestServer, 'env'>, lines: readonly string[]): Promise<string> {
  const file = join(tmpdir(), `perennial-lines-${newId()}.csv`);
  writeFileSync(file, [HEADER, ...lines].join('\n'));
  try {
    return (await importFile(await jobContext(env), file, { by: 'test' })).batchId;
  } finally {
    rmSync(file);
  }
}

/** So many pieces at £100, bought on 1 December 2011 by customer 17850 of the United Kingdom unless another is named. */
export const soldLine = (invoice: string, code: string, pieces = '1', customer = '17850'): string =>
  `${invoice},${code},A ${code},${pieces},2011-12-01 10:00:00,100.00,${customer},United Kingdom`;

/** The id, as the API gives it, of the only invoice with a number. */
export async function invoiceNumbered({ db }: Pick<TestServer, 'db'>, number: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    db.orm,
    sql`select 'Invoice_' || customer_id || '_' || id as id from invoices where number = ${number}`,
  );
  if (!row) throw new Error(`no invoice ${number}`);
  return row.id;
}
