import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportCounts } from '@perennial/domain/importing/counts';
import type { ImportProgress } from '@perennial/domain/importing/import-batch';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import type { DateOrder } from '@perennial/domain/importing/moment';
import { newId } from '@perennial/kernel/db/ids';
import { addBatch } from './batch-service.ts';
import type { ImportContext } from './env.ts';
import { previewFile } from './preview.ts';
import { runImport } from './run-service.ts';

export interface ImportRun {
  batchId: string;
  mapping: ImportMapping;
  counts: ImportCounts;
}

/**
 * Imports a file that lies on this machine, by the guessed mapping (command line, sample data): the same way as a file
 * that is sent to the server. `dateOrder` says how its dates are meant, also where they seem to say it themselves.
 * @throws DomainError FILE_UNREADABLE, FILE_EMPTY, COLUMN_MISSING, DATE_ORDER_MISSING, IMPORT_RUNNING
 */
export async function importFile(
  ctx: ImportContext,
  path: string,
  options: {
    by: string;
    fileName?: string;
    dateOrder?: DateOrder | undefined;
    watch?: (progress: ImportProgress) => void;
  },
): Promise<ImportRun> {
  const { mapping: guess } = await previewFile(path, ctx);
  const mapping = { ...guess, dateOrder: options.dateOrder ?? guess.dateOrder };
  const batchId = newId();
  const { size } = await stat(path);
  const batch = {
    id: batchId,
    fileName: options.fileName ?? basename(path),
    fileBytes: size,
    now: ctx.now,
    by: options.by,
  };
  await addBatch(ctx.db.orm, batch);
  const counts = await runImport(ctx, batchId, path, mapping, options.watch);
  return { batchId, mapping, counts };
}
