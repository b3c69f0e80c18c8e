import type { ImportCounts, LineCounts } from '@perennial/domain/importing/counts';
import type { ImportProgress } from '@perennial/domain/importing/import-batch';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { beginningOf } from '@perennial/domain/shared/business-clock';
import { DomainError } from '@perennial/domain/shared/errors';
import { addDays } from '@perennial/domain/shared/period';
import { sql } from 'drizzle-orm';
import { batchOf, claimBatch, keepPreview, noteFailure } from './batch-service.ts';
import type { ImportContext } from './env.ts';
import { KnownLines } from './known-lines.ts';
import { moveIn } from './move-service.ts';
import { keepDiffering, prepare, standing } from './prepare-service.ts';
import { forgetProgress, Progress } from './progress.ts';
import { readLines } from './read-lines.ts';
import { giveUp, holdImportLock } from './recovery-service.ts';
import { clearStaging, stageFile } from './staging-service.ts';
import { importBatches } from './table.ts';
import { unfittingInvoices } from './unfitting.ts';

type Watch = (progress: ImportProgress) => void;

/** Reads the whole file and counts, and changes nothing but the batch's preview. */
export async function dryRun(
  ctx: ImportContext,
  batchId: string,
  path: string,
  mapping: ImportMapping,
  watch: Watch = () => {},
): Promise<LineCounts> {
  const progress = new Progress(batchId, true, watch);
  try {
    const known = new KnownLines(ctx.db.orm, mapping.currency);
    const counts = await readLines(path, mapping, {
      unfitting: await unfittingInvoices(ctx.db.orm, mapping),
      tomorrow: tomorrowOf(ctx),
      line: (_record, read) => known.add(read),
      piece: async (fraction, lines) => {
        progress.at('READING', fraction, lines);
        await known.look();
        // the server answers others between two pieces
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    await known.countInto(counts);
    await keepPreview(ctx.db.orm, batchId, mapping, counts);
    return counts;
  } catch (error) {
    await noteFailure(ctx.db.orm, batchId, error instanceof DomainError ? error.code : 'INTERNAL');
    throw error;
  } finally {
    forgetProgress(batchId);
  }
}

/** Claims a batch and runs it; see `runClaimed`. */
export async function runImport(
  ctx: ImportContext,
  batchId: string,
  path: string,
  mapping: ImportMapping,
  watch: Watch = () => {},
): Promise<ImportCounts> {
  await ctx.db.transaction((tx) => claimBatch(tx, batchId, mapping, ctx.now));
  return runClaimed(ctx, batchId, path, watch);
}

/**
 * Imports the file of a batch that is RUNNING. Reading and preparing go into staging tables, in short transactions;
 * then everything becomes visible in one. Whatever goes wrong before leaves nothing but the batch, as FAILED.
 */
export async function runClaimed(
  ctx: ImportContext,
  batchId: string,
  path: string,
  watch: Watch = () => {},
): Promise<ImportCounts> {
  const { db } = ctx;
  const progress = new Progress(batchId, false, watch);
  const release = await holdImportLock(db);
  try {
    const { mapping, status } = await batchOf(db.orm, batchId);
    if (status !== 'RUNNING' || !mapping) {
      throw new DomainError('IMPORT_NOT_RUNNING', 'This import was given up meanwhile; start it again.', {
        path: ['id'],
      });
    }
    let noted = 0;
    const read = await stageFile(db, batchId, path, mapping, tomorrowOf(ctx), async (fraction, lines) => {
      progress.at('READING', fraction, lines);
      // for those who ask another process
      if (progress.seconds() - noted > 1) {
        noted = progress.seconds();
        await note(ctx, batchId, { phase: 'READING', fraction: fraction / 2, lines, secondsLeft: null });
      }
    });
    progress.at('PREPARING');
    await prepare(db, mapping);
    const there = await standing(db);
    await keepDiffering(
      db,
      batchId,
      path,
      mapping,
      there.kinds.flatMap(({ differing }) => differing),
    );
    progress.at('MOVING');
    const finishedAt = new Date(ctx.now.getTime() + Math.round(progress.seconds() * 1000));
    const counts = await ctx.write('importRun', async (write) => {
      const done = await moveIn(
        write.tx,
        { batchId, mapping, read, standing: there, now: ctx.now, finishedAt },
        (phase) => progress.at(phase),
      );
      write.audit({ subject: `ImportBatch_${batchId}`, after: done });
      if (done.added > 0) write.emit('sales.imported', { batchId });
      return done;
    });
    // the import is done; what is left in staging the next one clears away
    await clearStaging(db.orm).catch(() => {});
    progress.at('DONE');
    return counts;
  } catch (error) {
    await giveUp(db, batchId, error instanceof DomainError ? error.code : 'INTERNAL').catch(() => {
      // the database is away: the next start finds the batch running and gives it up
    });
    throw error;
  } finally {
    await release();
    forgetProgress(batchId);
  }
}

/** The first moment after the latest day of the business. */
const tomorrowOf = ({ latestDay, timezone }: ImportContext): Date => beginningOf(addDays(latestDay, 1), timezone);

async function note(ctx: ImportContext, batchId: string, progress: ImportProgress): Promise<void> {
  await ctx.db.orm.execute(
    sql`update ${importBatches} set progress = ${JSON.stringify(progress)}::text::jsonb where id = ${batchId}::uuid`,
  );
}
