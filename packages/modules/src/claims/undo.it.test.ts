import { rmSync } from 'node:fs';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { smallSampleFile } from '@perennial/testkit/shop/small-file';
import { openShop } from '@perennial/testkit/shop/shop';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { importFile, undoImport } from '../importing/index.ts';
import { policiesModule } from '../policies/index.ts';
import { seed } from './seed.ts';

test('an import whose purchases have claims is not undone, those of the sample neither: the refusal names each claim', async () => {
  const shop = await openShop();
  await policiesModule.seed!(await jobContext(shop.env));
  const file = smallSampleFile(25);
  const { batchId } = await importFile(await jobContext(shop.env), file, { by: 'test', fileName: 'small.csv' });
  rmSync(file, { force: true });
  await shop.outbox.drain();
  await seed(await jobContext(shop.env));
  const rows = await rowsOf<{ number: string }>(shop.db.orm, sql`select number from claims order by number`);
  const numbers = rows.map(({ number }) => number);
  expect(numbers).toHaveLength(3);

  const ctx = await jobContext(shop.env);
  const undo = ctx.write('importUndo', (write) => undoImport(write, batchId));
  // not their lines and receipts one by one
  await expect(undo).rejects.toMatchObject({
    code: 'IMPORT_HELD',
    message: expect.stringContaining(numbers[0]!),
    params: { holding: [{ what: 'claims', why: 'REFERS', count: 3, examples: numbers }] },
  });
  expect(await rowsOf(shop.db.orm, sql`select number from claims order by number`)).toEqual(rows);
});
