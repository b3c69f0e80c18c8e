import { importMapping } from '@perennial/domain/importing/mapping';
import type { JobContext } from '@perennial/kernel/write/context';
import { z } from 'zod';
import { batchOf, removeUpload, uploadPath } from './batch-service.ts';
import { progressOf } from './progress.ts';
import { dryRun, runClaimed } from './run-service.ts';

const request = z.object({ batchId: z.uuid() });
const checkRequest = z.object({ batchId: z.uuid(), mapping: importMapping });

/**
 * An import that somebody asked for. It runs beside the delivery of events, which must not wait for it; how it ends is on
 * the batch's row. Delivered again after a crash it finds the batch given up and does nothing.
 */
export async function importRequested(ctx: JobContext, payload: unknown): Promise<void> {
  const { batchId } = request.parse(payload);
  if (progressOf(batchId) !== null) return;
  const batch = await batchOf(ctx.db.orm, batchId).catch(() => null);
  if (batch?.status !== 'RUNNING') return;
  void runClaimed(ctx, batchId, uploadPath(batchId))
    .then(() => removeUpload(batchId))
    .catch((error: unknown) => console.error('an import failed:', error instanceof Error ? error.message : error));
}

/** A dry run that somebody asked for. */
export async function checkRequested(ctx: JobContext, payload: unknown): Promise<void> {
  const { batchId, mapping } = checkRequest.parse(payload);
  if (progressOf(batchId) !== null) return;
  void dryRun(ctx, batchId, uploadPath(batchId), mapping).catch((error: unknown) =>
    console.error('a dry run failed:', error instanceof Error ? error.message : error),
  );
}
