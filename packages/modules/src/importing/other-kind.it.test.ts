import { sumOfParts } from '@perennial/domain/importing/counts';
import { newId } from '@perennial/kernel/db/ids';
import { imports, SALE, type Imports } from '@perennial/testkit/importing/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBatch } from './batch-service.ts';
import { previewFile } from './preview.ts';
import { dryRun, runImport } from './run-service.ts';
import { rejectsCsv } from './transfers.ts';

/** An invoice is a sale or a return as a whole, whatever a later file takes its number for. */
let shop: Imports;

beforeAll(async () => {
  shop = await imports();
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

/** What an import of lines would be, under another mark of returns than the usual C. */
async function by(returnPrefix: string, lines: readonly string[]) {
  const path = shop.file(lines);
  const mapping = { ...(await previewFile(path, shop.ctx)).mapping, returnPrefix };
  const id = newId();
  await addBatch(shop.db.orm, { id, fileName: 'x.csv', fileBytes: 1, now: shop.now, by: 'test' });
  return { id, path, mapping };
}
async function bring(returnPrefix: string, lines: readonly string[]) {
  const { id, path, mapping } = await by(returnPrefix, lines);
  return { batch: { id, mapping }, counts: await runImport(shop.ctx, id, path, mapping) };
}
const invoices = () => shop.all(`select number, kind, total, lines from invoices order by number`);

const SOLD = { number: '1001', kind: 'SALE', total: 1730, lines: 2 };
const BACK = 'C1003,A1,RED MUG,-4,2011-06-05 10:00:00,2.55,17850,United Kingdom';
const RETURNED = { number: 'C1003', kind: 'RETURN', total: -1020, lines: 1 };
const MORE = '1001,B1,TEAPOT,1,2011-06-01 10:00:00,15.00,17850,United Kingdom';
const OTHER = '2001,B1,TEAPOT,1,2011-06-01 10:00:00,15.00,17850,United Kingdom';

describe('S1 lines that a file takes for a return', () => {
  it('add nothing to the sale on record that they belong to, so that it is never worth less', async () => {
    await shop.bring(SALE);
    const before = await shop.all(`select * from invoice_lines order by id`);
    const post = '1001,POST,POSTAGE,1,2011-06-01 10:00:00,18.00,17850,United Kingdom';
    const { counts, batch } = await bring('1', [MORE, post, SALE[0]!, OTHER]);
    expect(counts).toMatchObject({ lines: 4, added: 1, alreadyThere: 0, invoices: 1 });
    expect(counts.outcomes).toMatchObject({ SALE_ON_RECORD: 3, RETURN: 0, SALE: 1 });
    expect(sumOfParts(counts)).toBe(4);
    expect(await invoices()).toEqual([SOLD, { number: '2001', kind: 'SALE', total: 1500, lines: 1 }]);
    expect(await shop.all(`select * from invoice_lines where batch_id <> '${batch.id}' order by id`)).toEqual(before);
    expect(await shop.all(`select line, reason, fault, field, currency, raw from import_rejects limit 1`)).toEqual([
      { line: 2, reason: 'SALE_ON_RECORD', fault: null, field: 'invoice', currency: null, raw: MORE },
    ]);
    let text = '';
    for await (const part of rejectsCsv(shop.db, batch)) text += part;
    expect(text.split('\r\n')[1]).toBe(`2,SALE_ON_RECORD,,invoice,${MORE}`);
  });

  it('are those of that customer only, and go in once they are taken for what their invoice is', async () => {
    await shop.bring(SALE);
    const { counts } = await bring('1', [MORE, MORE.replace('17850', '99')]);
    expect(counts.outcomes).toMatchObject({ SALE_ON_RECORD: 1, RETURN: 1 });
    expect((await bring('C', [MORE])).counts).toMatchObject({ added: 1, outcomes: { SALE_ON_RECORD: 0, SALE: 1 } });
  });
});

describe('S1 lines that a file takes for a sale', () => {
  it('add nothing to the return on record that they belong to', async () => {
    await shop.bring([...SALE, BACK]);
    const { counts } = await bring('', [BACK.replace('-4', '4'), BACK.replace('A1', 'A9').replace('-4', '1'), OTHER]);
    expect(counts.outcomes).toMatchObject({ RETURN_ON_RECORD: 2, RETURN: 0, SALE: 1 });
    expect((await invoices()).at(-1)).toEqual(RETURNED);
  });
});

describe('C1 lines that do not fit their invoice', () => {
  it('are told of before anything is imported: by the first lines and by the dry run', async () => {
    await shop.bring([...SALE, BACK]);
    const { id, path, mapping } = await by('1', [MORE, BACK.replace('-4', '4'), OTHER]);
    const { rows } = await previewFile(path, shop.ctx, mapping, shop.db.orm);
    expect(rows).toMatchObject([
      { outcome: 'SALE_ON_RECORD', field: 'invoice', currency: null },
      { outcome: 'RETURN_ON_RECORD', field: 'invoice', currency: null },
      { outcome: 'SALE', field: null },
    ]);
    const outcomes = { SALE_ON_RECORD: 1, RETURN_ON_RECORD: 1, SALE: 1 };
    expect((await dryRun(shop.ctx, id, path, mapping)).outcomes).toMatchObject(outcomes);
  });

  it('in another currency they are told of that', async () => {
    await shop.bring(SALE);
    const { id, path, mapping } = await by('1', [MORE]);
    const { outcomes } = await dryRun(shop.ctx, id, path, { ...mapping, currency: 'EUR' });
    expect(outcomes).toMatchObject({ OTHER_CURRENCY: 1, SALE_ON_RECORD: 0 });
  });
});
