import { DomainError } from '@perennial/domain/shared/errors';
import { rowsOf, type Database, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { clearStaging } from './staging-service.ts';
import { importBatches, importRejects } from './table.ts';

const LOCK = sql`hashtextextended('perennial:import', 0)`;
const SIGN_OF_LIFE_MS = 60_000;

/**
 * Holds the right to import, for as long as this process lives: an idle transaction of its own keeps a lock which
 * PostgreSQL releases with the connection, so that others can tell a dead import from a slow one. The embedded database
 * has one process anyway.
 * @returns the function that lets go
 * @throws DomainError IMPORT_RUNNING
 */
export async function holdImportLock(db: Database): Promise<() => Promise<void>> {
  if (db.dialect === 'pglite') return () => Promise.resolve();
  const { promise: done, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: held, resolve: got, reject: refused } = Promise.withResolvers<void>();
  const holding = db.transaction(async (tx) => {
    if (!(await tryLock(tx)))
      throw new DomainError('IMPORT_RUNNING', 'Another import is running; start this one when it is done.');
    // an idle transaction would be ended by the server
    const alive = setInterval(() => void tx.execute(sql`select 1`).catch(() => {}), SIGN_OF_LIFE_MS);
    got();
    await done.finally(() => clearInterval(alive));
  });
  holding.catch(refused);
  await held;
  return async () => {
    letGo();
    await holding.catch(() => {});
  };
}

async function tryLock(tx: Orm): Promise<boolean> {
  const [row] = await rowsOf<{ mine: boolean }>(tx, sql`select pg_try_advisory_xact_lock(${LOCK}) as mine`);
  return row!.mine;
}

/** Marks a batch as failed and removes what it left beside the tables that people read. */
export async function giveUp(db: Database, batchId: string, failure: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    // waits for a move that is just being committed; then there is nothing to give up
    const [row] = await rowsOf<{ status: string }>(
      tx,
      sql`select status from ${importBatches} where id = ${batchId}::uuid for update`,
    );
    if (row?.status !== 'RUNNING') return false;
    await tx.execute(sql`delete from ${importRejects} where batch_id = ${batchId}::uuid`);
    await clearStaging(tx);
    await tx.execute(
      sql`update ${importBatches} set status = 'FAILED', failure = ${failure}, progress = null where id = ${batchId}::uuid`,
    );
    return true;
  });
}

/**
 * To be called at every start, before anything is imported: gives up imports whose process died in the middle. Nothing
 * of them was ever visible. An import that another living process runs is left alone.
 * @returns number of imports given up
 */
export async function recoverImports(db: Database): Promise<number> {
  const running = await rowsOf<{ id: string }>(db.orm, sql`select id from ${importBatches} where status = 'RUNNING'`);
  if (running.length === 0) return 0;
  let release: () => Promise<void>;
  try {
    release = await holdImportLock(db);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'IMPORT_RUNNING') return 0;
    throw error;
  }
  let given = 0;
  try {
    for (const { id } of running) if (await giveUp(db, id, 'INTERRUPTED')) given += 1;
  } finally {
    await release();
  }
  return given;
}
