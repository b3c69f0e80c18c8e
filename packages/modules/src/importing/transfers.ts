import { csvField } from '@perennial/domain/importing/csv';
import type { Database } from '@perennial/kernel/db/database';
import type { Download, Upload } from '@perennial/kernel/server/transfer';
import { toGlobalId, fromGlobalId } from '@perennial/kernel/graphql/global-id';
import { batchOf, receiveFile, type BatchRow } from './batch-service.ts';
import { rejectsAfter } from './rejects-service.ts';

/** Sends a sales file in; nothing is imported before somebody looked at it. Answers with the batch's id. */
export const upload: Upload = {
  path: 'import',
  roles: ['OWNER', 'POLICY_MANAGER'],
  maxBytes: 1_000_000_000,
  handle: async (ctx, file) => {
    const id = await receiveFile({ db: ctx.db, now: ctx.now, by: ctx.actor.email }, file);
    return { id: toGlobalId('ImportBatch', { id }) };
  },
};

/**
 * Lines of an import that were set aside, as they stand in the file, behind their number and the reason. What is wrong
 * with a line is its fault, or the currency of the invoice it belongs to.
 */
export const rejectsDownload: Download = {
  path: 'import-rejects',
  roles: ['OWNER', 'POLICY_MANAGER', 'AUDITOR'],
  handle: async (ctx, globalId) => {
    const batch = await batchOf(ctx.db.orm, fromGlobalId('ImportBatch', 'reference', globalId).id ?? '').catch(
      () => null,
    );
    if (batch?.status !== 'COMPLETE' || !batch.mapping) return null;
    const name = `${batch.fileName.replace(/(\.csv)?(\.gz)?$/i, '')}-set-aside.csv`;
    return { name, contentType: 'text/csv; charset=utf-8', body: rejectsCsv(ctx.db, batch) };
  },
};

/** The file that `rejectsDownload` gives, piece by piece. Same delimiter as the imported file, so its lines stay as they are. */
export async function* rejectsCsv(db: Database, batch: Pick<BatchRow, 'id' | 'mapping'>): AsyncGenerator<string> {
  const { delimiter, header } = batch.mapping!;
  // without the mark, spreadsheets take UTF-8 for something else
  yield `\uFEFF${['line', 'reason', 'fault', 'field', ...header].map((name) => csvField(name, delimiter)).join(delimiter)}\r\n`;
  for (let after = 0; ; ) {
    const rows = await rejectsAfter(db.orm, batch.id, after, 2000);
    if (rows.length === 0) return;
    yield rows
      .map(
        (r) =>
          `${[r.line, r.reason, r.fault ?? r.currency ?? '', r.field ?? ''].join(delimiter)}${delimiter}${r.raw}\r\n`,
      )
      .join('');
    after = rows.at(-1)!.line;
  }
}
