import { newId } from '@perennial/kernel/db/ids';
import { dialectOfThisRun } from '@perennial/testkit/databases/open-test-database';
import { imports, SALE, type Imports } from '@perennial/testkit/importing/imports';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBatch, claimBatch } from './batch-service.ts';
import { prepare } from './prepare-service.ts';
import { previewFile } from './preview.ts';
import { holdImportLock, recoverImports } from './recovery-service.ts';
import { runImport } from './run-service.ts';
import { stageFile } from './staging-service.ts';

let shop: Imports;
let db: Imports['db'];
let ctx: Imports['ctx'];
let now: Imports['now'];
let file: Imports['file'];
let bring: Imports['bring'];
let all: Imports['all'];
let state: Imports['state'];

beforeAll(async () => {
  shop = await imports();
  ({ db, ctx, now, file, bring, all, state } = shop);
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

describe('an import whose process died', () => {
  it('is given up at the next start, with all it left', async () => {
    await bring(SALE);
    const before = await state();
    const path = file(['1,A1,X,1,2011-03-01 10:00,1,7,Spain', '2,A1,X,1,2011-03-01 10:00,1,NA,Spain'], 'dead.csv');
    const { mapping } = await previewFile(path, ctx);
    const id = newId();
    await addBatch(db.orm, { id, fileName: 'dead.csv', fileBytes: 1, now, by: 'test' });
    await db.transaction((tx) => claimBatch(tx, id, mapping, now));
    await stageFile(db, id, path, mapping, now, () => {});
    await prepare(db, mapping);
    expect(await recoverImports(db)).toBe(1);
    expect(await recoverImports(db)).toBe(0);
    expect(await state()).toBe(before);
    expect(await all(`select status, failure from import_batches where id = '${id}'`)).toEqual([
      { status: 'FAILED', failure: 'INTERRUPTED' },
    ]);
    const again = await runImport(ctx, id, path, mapping);
    expect(again).toMatchObject({ added: 1, customers: 1 });
  });
});

describe('an import that another process runs', () => {
  // the embedded database has one process, so there is no other
  it.runIf(dialectOfThisRun() === 'postgres')('is left alone for as long as that process lives', async () => {
    const { batchId } = await bring(SALE);
    await db.orm.execute(sql`update import_batches set status = 'RUNNING' where id = ${batchId}::uuid`);
    const release = await holdImportLock(db);
    expect(await recoverImports(db)).toBe(0);
    await expect(holdImportLock(db)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    await release();
    expect(await recoverImports(db)).toBe(1);
  });
});
