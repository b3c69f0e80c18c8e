import { rmSync } from 'node:fs';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, invoiceNumbered, soldLine } from '@perennial/testkit/importing/import-lines';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { desk, type Row } from '@perennial/testkit/sales/desk';
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

/** Purchase 2001 of K1, to which the import `batchId` adds two pieces of K2. */
async function extended(...terms: unknown[]) {
  const shop = await desk();
  await shop.publish('A', [returnsWithin(30), ...terms]);
  const bring = async (line: string) => {
    const batchId = await importLines(shop.server, [line]);
    await shop.server.settle();
    return batchId;
  };
  const claimed = async (code: string) => {
    const [line] = await rowsOf<{ customer: string; invoice: string; id: string }>(
      shop.server.db.orm,
      sql`select 'Customer_' || customer_id as customer, 'Invoice_' || customer_id || '_' || invoice_id as invoice,
        'InvoiceLine_' || customer_id || '_' || id as id from invoice_lines where code = ${code}`,
    );
    const lines = [{ lineId: line!.id, quantity: 1 }];
    const input = {
      customerId: line!.customer,
      invoiceId: line!.invoice,
      kind: 'RETURN',
      claimedOn: '2011-12-05',
      lines,
    };
    return (await shop.done<{ claim: { number: string } }>('claimOpen', input, 'claim { number }')).claim.number;
  };
  await bring(soldLine('2001', 'K1'));
  const batchId = await bring(soldLine('2001', 'K2', '2'));
  const undo = () => shop.change('importUndo', { id: `ImportBatch_${batchId}` }, 'importBatch { status }', shop.owner);
  return { shop, claimed, undo };
}

test('an import that added goods to a purchase is held by the claims on them: each by its number, others not at all', async () => {
  const { claimed, undo } = await extended();
  await claimed('K1');
  const numbers = [await claimed('K2'), await claimed('K2')];
  expect((await undo()).userErrors).toMatchObject([
    { code: 'IMPORT_HELD', params: { holding: [{ what: 'claims', why: 'REFERS', count: 2, examples: numbers }] } },
  ]);
});

test('C4 the first refusal names all that holds an import, claims beside tasks: nobody takes back proofs for nothing', async () => {
  const { shop, claimed, undo } = await extended({
    id: 'deliver',
    kind: 'delivery',
    params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] },
  });
  const invoice = await invoiceNumbered(shop.server, '2001');
  await shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Row[] } } }>(
    'query ($id: ID!) { invoice(id: $id) { fulfilmentTasks { nodes { id version } } } }',
    { id: invoice },
  );
  const proof = { note: 'As agreed', signedBy: 'Mrs Lee' };
  await shop.done('fulfilmentComplete', { ...page.fulfilmentTasks.nodes[0]!, ...proof }, 'task { id }');
  const numbers = [await claimed('K2'), await claimed('K2')];
  expect((await undo()).userErrors).toMatchObject([
    {
      code: 'IMPORT_HELD',
      params: {
        holding: [
          { what: 'claims', why: 'REFERS', count: 2, examples: numbers },
          { what: 'fulfilment_tasks', why: 'REFERS', count: 1 },
        ],
      },
    },
  ]);
});
