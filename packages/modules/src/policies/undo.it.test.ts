import { rmSync } from 'node:fs';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { smallSampleFile } from '@perennial/testkit/shop/small-file';
import { openShop } from '@perennial/testkit/shop/shop';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { importFile, undoImport } from '../importing/index.ts';
import { seed } from './seed.ts';

test('an import, its promises and its decisions come and go together', async () => {
  const shop = await openShop();
  const counts = async () =>
    (
      await rowsOf<Record<string, number>>(
        shop.db.orm,
        sql`
        select (select count(*) from invoices where kind = 'SALE')::int as purchases,
          (select count(*) from entitlements)::int as promises,
          (select coalesce(sum(-quantity), 0) from invoice_lines where kind = 'RETURN')::int as "piecesBack",
          (select coalesce(sum(quantity), 0) from returns)::int as "piecesDecided",
          (select count(*) from returns where outcome = 'NOT_COVERED')::int as uncovered`,
      )
    )[0];
  await seed(await jobContext(shop.env));
  const file = smallSampleFile(25);
  const { batchId } = await importFile(await jobContext(shop.env), file, { by: 'test', fileName: 'small.csv' });
  rmSync(file, { force: true });
  await shop.outbox.drain();

  const before = await counts();
  expect(before!['purchases']).toBeGreaterThan(0);
  expect(before!['piecesBack']).toBeGreaterThan(0);
  expect(before).toMatchObject({
    promises: before!['purchases'],
    piecesDecided: before!['piecesBack'],
    uncovered: 0,
  });

  const ctx = await jobContext(shop.env);
  await ctx.write('importUndo', (write) => undoImport(write, batchId));
  await shop.outbox.drain();
  expect(await counts()).toEqual({ purchases: 0, promises: 0, piecesBack: 0, piecesDecided: 0, uncovered: 0 });
});
