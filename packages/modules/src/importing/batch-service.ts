import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LineCounts } from '@perennial/domain/importing/counts';
import { checkMapping, type ImportMapping } from '@perennial/domain/importing/mapping';
import { isGzip, looksLikeText, notText, TELLING_BYTES } from '@perennial/domain/importing/plain-text';
import { DomainError } from '@perennial/domain/shared/errors';
import { rowsOf, type Database, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { eq, sql } from 'drizzle-orm';
import { importBatches } from './table.ts';

export type BatchRow = typeof importBatches.$inferSelect;

let folder = resolve(process.env['DATA_DIR'] ?? 'data', 'uploads');

/** Where files that were sent lie until their import is done. */
export function keepUploadsIn(path: string): void {
  folder = resolve(path);
}

/** File of a batch that was sent to us. */
export function uploadPath(batchId: string): string {
  return join(folder, `${batchId}.csv`);
}

/**
 * Takes in a file as it arrives; nothing is imported yet. What is no text is refused before a byte of it is stored.
 * @throws DomainError FILE_EMPTY, FILE_NOT_TEXT
 */
export async function receiveFile(
  ctx: { db: Database; now: Date; by: string },
  file: { name: string; body: AsyncIterable<Uint8Array> },
): Promise<string> {
  const id = newId();
  const body = await textOnly(file.body);
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  try {
    await pipeline(
      async function* () {
        for await (const part of body) {
          bytes += part.length;
          yield part;
        }
      },
      createWriteStream(uploadPath(id), { mode: 0o600 }),
    );
    await addBatch(ctx.db.orm, { id, fileName: file.name, fileBytes: bytes, now: ctx.now, by: ctx.by });
  } catch (error) {
    await rm(uploadPath(id), { force: true });
    throw error;
  }
  return id;
}

/** The same bytes, once their beginning has been looked at. */
async function textOnly(body: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const parts = body[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  while (beginning.length < TELLING_BYTES) {
    const part = await parts.next();
    if (part.done) break;
    beginning = Buffer.concat([beginning, part.value]);
  }
  if (beginning.length === 0)
    throw new DomainError('FILE_EMPTY', 'The file is empty; choose one with a header and lines.', { path: ['file'] });
  const rest = { [Symbol.asyncIterator]: () => parts };
  // gzip under another name is looked into when it is read
  if (!looksLikeText(beginning) && !isGzip(beginning)) {
    // heard out all the same: whoever is cut off while sending gets no answer
    for await (const part of rest) void part;
    throw notText();
  }
  return (async function* () {
    yield beginning;
    yield* rest;
  })();
}

export async function addBatch(
  orm: Orm,
  batch: { id: string; fileName: string; fileBytes: number; now: Date; by: string },
): Promise<void> {
  await orm.insert(importBatches).values({
    id: batch.id,
    fileName: batch.fileName.slice(0, 200),
    fileBytes: batch.fileBytes,
    status: 'PREVIEW',
    createdAt: batch.now,
    startedBy: batch.by.slice(0, 200),
  });
}

/** @throws DomainError NOT_FOUND */
export async function batchOf(orm: Orm, id: string): Promise<BatchRow> {
  const [row] = await orm.select().from(importBatches).where(eq(importBatches.id, id));
  if (!row)
    throw new DomainError('NOT_FOUND', 'There is no such import; it may have been discarded.', {
      path: ['id'],
      params: { what: 'import' },
    });
  return row;
}

/**
 * Claims a batch for running, so that it runs once and alone. Nothing is read yet.
 * @throws DomainError NOT_FOUND, IMPORT_STATUS, IMPORT_RUNNING and those of `checkMapping`
 */
export async function claimBatch(tx: Orm, id: string, mapping: ImportMapping, now: Date): Promise<void> {
  checkMapping(mapping);
  // one after the other, or two claims would both find nothing running
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('perennial:import:claim', 0))`);
  const [row] = await tx.select().from(importBatches).where(eq(importBatches.id, id)).for('update');
  if (!row)
    throw new DomainError('NOT_FOUND', 'There is no such import; it may have been discarded.', {
      path: ['id'],
      params: { what: 'import' },
    });
  if (row.status !== 'PREVIEW' && row.status !== 'FAILED') {
    throw new DomainError('IMPORT_STATUS', `An import that is ${row.status} cannot be started; send the file again.`, {
      path: ['id'],
      params: { status: row.status },
    });
  }
  const running = await rowsOf<{ file_name: string }>(
    tx,
    sql`select file_name from ${importBatches} where status = 'RUNNING'`,
  );
  if (running.length > 0) {
    throw new DomainError(
      'IMPORT_RUNNING',
      `${running[0]!.file_name} is being imported; start this one when it is done.`,
      {
        path: ['id'],
        params: { fileName: running[0]!.file_name },
      },
    );
  }
  await tx
    .update(importBatches)
    .set({ status: 'RUNNING', mapping, startedAt: now, finishedAt: null, failure: null, counts: null, progress: null })
    .where(eq(importBatches.id, id));
}

export async function keepPreview(orm: Orm, id: string, mapping: ImportMapping, preview: LineCounts): Promise<void> {
  await orm
    .update(importBatches)
    .set({ mapping, preview, progress: null, failure: null })
    .where(sql`id = ${id}::uuid and status in ('PREVIEW', 'FAILED')`);
}

/** Why a dry run stopped, null where a new one begins; the batch can be tried again. */
export async function noteFailure(orm: Orm, id: string, failure: string | null): Promise<void> {
  await orm
    .update(importBatches)
    .set({ failure })
    .where(sql`id = ${id}::uuid and status in ('PREVIEW', 'FAILED')`);
}

/** Throws a batch away that was never imported, or of which nothing is left. @throws DomainError NOT_FOUND, IMPORT_STATUS */
export async function discardBatch(tx: Orm, id: string): Promise<BatchRow> {
  const row = await batchOf(tx, id);
  if (row.status !== 'PREVIEW' && row.status !== 'FAILED') {
    throw new DomainError(
      'IMPORT_STATUS',
      `An import that is ${row.status} cannot be discarded; a complete one can be undone.`,
      {
        path: ['id'],
        params: { status: row.status },
      },
    );
  }
  await tx.delete(importBatches).where(eq(importBatches.id, id));
  return row;
}

export async function removeUpload(batchId: string): Promise<void> {
  await rm(uploadPath(batchId), { force: true });
}
