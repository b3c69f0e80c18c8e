import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOfParts } from '@perennial/domain/importing/counts';
import { newId } from '@perennial/kernel/db/ids';
import { HEADER, imports, SALE, type Imports } from '@perennial/testkit/importing/imports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBatch } from './batch-service.ts';
import { importFile } from './import-file.ts';
import { previewFile } from './preview.ts';
import { dryRun, runImport } from './run-service.ts';
import { rejectsCsv } from './transfers.ts';

/** An invoice is in one currency. Those on record here are in GBP; what comes is in EUR. */
let shop: Imports;

beforeAll(async () => {
  shop = await imports();
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

const euros = () => ({ ...shop.ctx, currency: 'EUR' });
const bringEuros = (lines: readonly string[]) => importFile(euros(), shop.file(lines), { by: 'test' });
const invoices = () => shop.all(`select number, currency, total, lines from invoices order by number, currency`);
const FIRST = { number: '1001', currency: 'GBP', total: 1730, lines: 2 };

const MORE = '1001,C1,GREEN MUG,20,2011-06-01 10:00:00,100.00,17850,United Kingdom';
const NEW = '1002,A1,RED MUG,1,2011-06-02 10:00:00,3.00,17850,United Kingdom';

describe('lines in another currency than the invoice on record that they belong to', () => {
  it('are set aside with the currency of that invoice, and add nothing to it', async () => {
    await shop.bring(SALE);
    const { counts, batchId, mapping } = await bringEuros([MORE, NEW]);
    expect(counts).toMatchObject({ lines: 2, added: 1, invoices: 1, products: 0, customers: 0, alreadyThere: 0 });
    expect(counts.outcomes).toMatchObject({ OTHER_CURRENCY: 1, SALE: 1 });
    expect(sumOfParts(counts)).toBe(2);
    expect(await invoices()).toEqual([FIRST, { number: '1002', currency: 'EUR', total: 300, lines: 1 }]);
    expect(await shop.all(`select line, reason, fault, field, currency, raw from import_rejects`)).toEqual([
      { line: 2, reason: 'OTHER_CURRENCY', fault: null, field: 'invoice', currency: 'GBP', raw: MORE },
    ]);
    let text = '';
    for await (const part of rejectsCsv(shop.db, { id: batchId, mapping })) text += part;
    expect(text.split('\r\n')[1]).toBe(`2,OTHER_CURRENCY,GBP,invoice,${MORE}`);
  });

  it('are set aside also where they are there already, and returns and fees are too', async () => {
    const back = 'C1003,A1,RED MUG,-4,2011-06-05 10:00:00,2.55,17850,United Kingdom';
    const post = '1001,POST,POSTAGE,1,2011-06-01 10:00:00,18.00,17850,United Kingdom';
    await shop.bring([...SALE, back]);
    const before = await shop.all(`select * from invoice_lines order by id`);
    const { counts } = await bringEuros([...SALE, back, back, post]);
    expect(counts).toMatchObject({
      lines: 5,
      added: 0,
      alreadyThere: 0,
      differing: 0,
      repeated: 1,
      repeatedSetAside: 1,
    });
    expect(counts.outcomes).toMatchObject({ OTHER_CURRENCY: 5, SALE: 0, RETURN: 0, FEE: 0 });
    expect(await shop.all(`select * from invoice_lines order by id`)).toEqual(before);
  });

  it('are those of that customer only, and of invoices that are in another currency', async () => {
    await shop.bring(SALE);
    await bringEuros([NEW]);
    const { counts } = await bringEuros([MORE.replace('17850', '99'), NEW.replace('A1', 'A7')]);
    expect(counts).toMatchObject({ added: 2, outcomes: { OTHER_CURRENCY: 0, SALE: 2 } });
    expect(await invoices()).toEqual([
      { number: '1001', currency: 'EUR', total: 200_000, lines: 1 },
      FIRST,
      { number: '1002', currency: 'EUR', total: 600, lines: 2 },
    ]);
  });

  it('can be imported again in the currency of their invoice', async () => {
    await shop.bring(SALE);
    await bringEuros([MORE]);
    const { counts } = await shop.bring([MORE]);
    expect(counts).toMatchObject({ added: 1, outcomes: { OTHER_CURRENCY: 0, SALE: 1 } });
    expect(await invoices()).toEqual([{ ...FIRST, total: 201_730, lines: 3 }]);
  });

  it('are set aside by what the file itself says, and come when it is imported in theirs', async () => {
    const path = join(shop.folder, 'named.csv');
    const lines = [`${NEW},EUR`, `${NEW.replace('1002', '1003')},GBP`, `${NEW.replace('A1', 'B1')},EUR`];
    writeFileSync(path, [`${HEADER},Currency`, ...lines].join('\n'));
    // what most lines are in is offered
    const { mapping, rows } = await previewFile(path, shop.ctx, null, shop.db.orm);
    expect([mapping.currency, rows.map(({ outcome }) => outcome)]).toEqual(['EUR', ['SALE', 'OTHER_CURRENCY', 'SALE']]);
    await importFile(euros(), path, { by: 'test' });
    expect(await invoices()).toEqual([{ number: '1002', currency: 'EUR', total: 600, lines: 2 }]);
    expect(await shop.all(`select line, reason, field, currency from import_rejects`)).toEqual([
      { line: 3, reason: 'OTHER_CURRENCY', field: 'currency', currency: 'GBP' },
    ]);
    const id = newId();
    await addBatch(shop.db.orm, { id, fileName: 'x.csv', fileBytes: 1, now: shop.now, by: 'test' });
    const second = await runImport(shop.ctx, id, path, { ...mapping, currency: 'GBP' });
    expect(second).toMatchObject({ added: 1, outcomes: { OTHER_CURRENCY: 2, SALE: 1 } });
    const signs = [NEW.replace('1002', '1004').replace(',3.00,', ',$3.00,')];
    expect((await shop.bring(signs)).counts.outcomes).toMatchObject({ OTHER_CURRENCY: 1, SALE: 0 });
  });

  it('are told of before anything is imported: by the first lines and by the dry run', async () => {
    await shop.bring(SALE);
    const path = shop.file([MORE, NEW]);
    const { mapping, rows } = await previewFile(path, euros(), null, shop.db.orm);
    expect(rows).toMatchObject([
      { outcome: 'OTHER_CURRENCY', field: 'invoice', currency: 'GBP' },
      { outcome: 'SALE', currency: null },
    ]);
    const id = newId();
    await addBatch(shop.db.orm, { id, fileName: 'x.csv', fileBytes: 1, now: shop.now, by: 'test' });
    const counts = await dryRun(euros(), id, path, mapping);
    expect(counts.outcomes).toMatchObject({ OTHER_CURRENCY: 1, SALE: 1 });
    expect(await dryRun(euros(), id, path, { ...mapping, currency: 'GBP' })).toMatchObject({
      outcomes: { OTHER_CURRENCY: 0, SALE: 2 },
    });
  });
});
