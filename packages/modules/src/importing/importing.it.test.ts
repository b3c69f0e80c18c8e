import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { imported, returnsAlreadyThere, setAside, sumOfParts } from '@perennial/domain/importing/counts';
import { newId } from '@perennial/kernel/db/ids';
import { HEADER, imports, SALE, type Imports } from '@perennial/testkit/importing/imports';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBatch } from './batch-service.ts';
import { importFile } from './import-file.ts';
import { previewFile } from './preview.ts';
import { dryRun, runImport } from './run-service.ts';
import { rejectsCsv } from './transfers.ts';

let shop: Imports;
let db: Imports['db'];
let ctx: Imports['ctx'];
let events: Imports['events'];
let folder: Imports['folder'];
let file: Imports['file'];
let bring: Imports['bring'];
let all: Imports['all'];
let state: Imports['state'];

beforeAll(async () => {
  shop = await imports();
  ({ db, ctx, events, folder, file, bring, all, state } = shop);
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

describe('an import', () => {
  it('turns lines into customers, products and invoices', async () => {
    const { counts, batchId } = await bring([
      ...SALE,
      '1002,POST,POSTAGE,1,2011-06-02 09:00:00,18.00,12345,France',
      '1002,A1,RED MUG,1,2011-06-02 09:00:00,3.00,12345,France',
    ]);
    expect(counts).toMatchObject({
      lines: 4,
      added: 4,
      customers: 2,
      products: 2,
      invoices: 2,
      outcomes: { SALE: 3, FEE: 1 },
    });
    expect(
      await all(`select number, name, kind, region, since, value, orders, batch_id from customers order by number`),
    ).toEqual([
      {
        number: '12345',
        name: null,
        kind: 'UNKNOWN',
        region: 'France',
        since: '2011-06-02',
        value: 300,
        orders: 1,
        batch_id: batchId,
      },
      {
        number: '17850',
        name: null,
        kind: 'UNKNOWN',
        region: 'United Kingdom',
        since: '2011-06-01',
        value: 1730,
        orders: 1,
        batch_id: batchId,
      },
    ]);
    expect(await all(`select number, total, lines from invoices order by number`)).toEqual([
      { number: '1001', total: 1730, lines: 2 },
      { number: '1002', total: 2100, lines: 2 },
    ]);
    expect(await all(`select code, name, price from products order by code`)).toEqual([
      { code: 'A1', name: 'RED MUG', price: 30_000 },
      { code: 'A2', name: 'BLUE MUG', price: 10_000 },
    ]);
    expect(events).toEqual([['sales.imported', { batchId }]]);
  });

  it('keeps times as the shop meant them: summer time is an hour ahead', async () => {
    await bring(SALE);
    expect(await all(`select to_char(at at time zone 'UTC', 'HH24:MI') as at from invoices`)).toEqual([
      { at: '09:00' },
    ]);
  });

  it('changes nothing the second time', async () => {
    const lines = [...SALE, SALE[0]!, 'C1003,A1,RED MUG,-4,2011-06-05 10:00:00,2.55,17850,United Kingdom'];
    await bring(lines);
    const before = await state();
    events.length = 0;
    const { counts } = await bring(lines);
    expect(counts).toMatchObject({
      added: 0,
      alreadyThere: 4,
      differing: 0,
      customers: 0,
      products: 0,
      invoices: 0,
      repeated: 1,
    });
    expect(await state()).toBe(before);
    expect(events).toEqual([]);
  });

  it('imports an exact repeat and marks it', async () => {
    await bring([SALE[0]!, SALE[0]!]);
    expect(await all(`select ordinal, repeated from invoice_lines order by ordinal`)).toEqual([
      { ordinal: 1, repeated: false },
      { ordinal: 2, repeated: true },
    ]);
  });

  it('leaves a known line that says something else now as it is, and tells of it', async () => {
    await bring(SALE);
    const { counts, batchId } = await bring([SALE[0]!.replace(',6,', ',7,'), SALE[1]!]);
    expect(counts).toMatchObject({
      added: 0,
      alreadyThere: 2,
      differing: 1,
      outcomes: { THERE: 1, DIFFERS: 1, SALE: 0 },
    });
    expect(await all(`select quantity from invoice_lines where code = 'A1'`)).toEqual([{ quantity: 6 }]);
    expect(await all(`select line, reason, raw from import_rejects where batch_id = '${batchId}'`)).toEqual([
      { line: 2, reason: 'DIFFERS', raw: SALE[0]!.replace(',6,', ',7,') },
    ]);
  });

  it('counts every line where it lists it, and a dry run says the same before', async () => {
    const back = 'C1003,A1,RED MUG,-4,2011-06-05 10:00:00,2.55,17850,United Kingdom';
    await bring([...SALE, back]);
    const lines = [
      SALE[0]!.replace(',6,', ',7,'),
      SALE[1]!,
      back,
      '1001,POST,POSTAGE,1,2011-06-01 10:00:00,18.00,17850,United Kingdom',
      // the second of its kind on that invoice, and the same numbers of somebody else: neither is on record
      SALE[1]!,
      SALE[0]!.replace('17850', '17851'),
      '1002,A1,RED MUG,1,2011-06-02 09:00:00,3.00,,France',
    ];
    const { mapping, counts, batchId } = await bring(lines);
    const outcomes = { SALE: 2, RETURN: 0, FEE: 1, THERE: 2, DIFFERS: 1, NO_CUSTOMER: 1 };
    expect(counts).toMatchObject({ lines: 7, added: 3, alreadyThere: 3, differing: 1, outcomes, returnsThere: 1 });
    expect(imported(counts)).toBe(3);
    expect(sumOfParts(counts)).toBe(7);
    const listed = await all(`select line from import_rejects where batch_id = '${batchId}'`);
    expect(listed).toHaveLength(setAside(counts));

    await shop.undo(batchId);
    const dry = { id: newId(), fileName: 'again.csv', fileBytes: 1, now: shop.now, by: 'test' };
    await addBatch(db.orm, dry);
    expect((await dryRun(ctx, dry.id, file(lines), mapping)).outcomes).toEqual(counts.outcomes);
    expect((await previewFile(file(lines), ctx, mapping, db.orm)).rows.map(({ outcome }) => outcome)).toEqual([
      'DIFFERS',
      'THERE',
      'THERE',
      'FEE',
      'SALE',
      'SALE',
      'NO_CUSTOMER',
    ]);
  });

  it('tells how many lines are dated after the latest day, and so does the dry run before', async () => {
    const at = (moment: string, n: number) => `20${n},A1,RED MUG,1,${moment},2.55,17850,United Kingdom`;
    const lines = [at('2011-12-10 23:59:59', 1), at('2011-12-11 00:00:00', 2), at('2011-12-25 10:00:00', 3)];
    const { counts, mapping } = await bring(lines);
    expect(counts).toMatchObject({ added: 3, afterToday: 2 });
    const dry = { id: newId(), fileName: 'later.csv', fileBytes: 1, now: shop.now, by: 'test' };
    await addBatch(db.orm, dry);
    expect(await dryRun(ctx, dry.id, file(lines), mapping)).toMatchObject({ afterToday: 2 });
  });

  it('adds new lines to an invoice that is there, and its total follows', async () => {
    await bring([SALE[0]!]);
    await bring(SALE);
    expect(await all(`select total, lines from invoices`)).toEqual([{ total: 1730, lines: 2 }]);
    expect(await all(`select value, orders from customers`)).toEqual([{ value: 1730, orders: 1 }]);
  });

  it('lets the latest invoice decide the country', async () => {
    const { counts } = await bring([
      '1,A1,X,1,2011-03-01 10:00,1,12429,Austria',
      '2,A1,X,1,2011-04-01 10:00,1,12429,Denmark',
      '3,A1,X,1,2011-02-01 10:00,1,12429,Austria',
    ]);
    expect(counts.customersInTwoCountries).toBe(1);
    expect(await all(`select country, region, since from customers`)).toEqual([
      { country: 'Denmark', region: 'Denmark', since: '2011-02-01' },
    ]);
  });

  it('tells how many returned lines were there already', async () => {
    const back = 'C3,A1,X,-5,2011-03-03 10:00,1,7,Spain';
    await bring(['1,A1,X,10,2011-03-01 10:00,1,7,Spain', back]);
    const { counts } = await bring([back, 'C4,A1,X,-1,2011-03-04 10:00,1,7,Spain']);
    expect(counts).toMatchObject({ added: 1, alreadyThere: 1, returnsMatched: 1 });
    expect(returnsAlreadyThere(counts)).toBe(1);
  });

  it('matches returns to the newest purchases, whichever file they came in', async () => {
    await bring(['C3,A1,X,-5,2011-03-03 10:00,1,7,Spain', '1,A1,X,10,2011-03-01 10:00,1,7,Spain']);
    const first = await all(`select quantity from return_matches`);
    expect(first).toEqual([{ quantity: 5 }]);
    const { counts } = await bring([
      '2,A1,X,3,2011-03-02 10:00,1,7,Spain',
      'C4,A1,X,-20,2011-03-04 10:00,1,7,Spain',
      'C5,B9,Y,-1,2011-03-04 10:00,1,7,Spain',
    ]);
    expect(counts).toMatchObject({ returnsMatched: 0, returnsPartlyMatched: 1, returnsWithoutPurchase: 1 });
    expect(
      await all(`select r.number as back, s.number as bought, m.quantity from return_matches m
        join invoice_lines rl on rl.id = m.return_line_id join invoices r on r.id = rl.invoice_id
        join invoice_lines sl on sl.id = m.sale_line_id join invoices s on s.id = sl.invoice_id order by 1, 2`),
    ).toEqual([
      { back: 'C3', bought: '1', quantity: 2 },
      { back: 'C3', bought: '2', quantity: 3 },
      { back: 'C4', bought: '1', quantity: 8 },
    ]);
  });

  it('sets lines aside with the reason, and gives them back as they stand in the file', async () => {
    const bad = [
      '1,A1,X,one,2011-03-01 10:00,1,7,Spain',
      '2,A1,X,1,2011-03-01 10:00,1,,Spain',
      '3,A1,"odd, ""name""",-1,2011-03-01 10:00,1,7,Spain',
      '4,A1,X,0,2011-03-01 10:00,1,8,Spain',
    ];
    const { counts, batchId, mapping } = await bring([...SALE, ...bad]);
    expect(counts.outcomes).toMatchObject({
      UNREADABLE: 1,
      NO_CUSTOMER: 1,
      NON_RETURN_NEGATIVE: 1,
      NO_PIECES: 1,
      SALE: 2,
    });
    expect(sumOfParts(counts)).toBe(6);
    // who bought no piece has no purchase to which something would be promised
    expect(await all(`select number from customer_numbers where number = '8'`)).toEqual([]);
    let text = '';
    for await (const part of rejectsCsv(db, { id: batchId, mapping })) text += part;
    expect(text.split('\r\n').slice(1, -1)).toEqual([
      `4,UNREADABLE,NOT_A_NUMBER,quantity,${bad[0]}`,
      `5,NO_CUSTOMER,,customer,${bad[1]}`,
      `6,NON_RETURN_NEGATIVE,,quantity,${bad[2]}`,
      `7,NO_PIECES,,quantity,${bad[3]}`,
    ]);
  });

  it('reads a file whose lines end with a carriage return alone', async () => {
    const path = join(folder, 'mac.csv');
    writeFileSync(path, [HEADER, ...SALE].join('\r'));
    expect((await importFile(ctx, path, { by: 'test' })).counts).toMatchObject({ added: 2, lines: 2 });
  });

  it('reads one whose header holds a line feed in quotes, too', async () => {
    const path = join(folder, 'mac-broken-header.csv');
    writeFileSync(path, [HEADER.replace('CustomerID', '"Customer\nID"'), ...SALE].join('\r'));
    expect((await importFile(ctx, path, { by: 'test' })).counts).toMatchObject({ added: 2, lines: 2 });
  });

  it('refuses a file that holds nothing but a header', async () => {
    const path = join(folder, 'header.csv');
    writeFileSync(path, `${HEADER}\n`);
    await expect(importFile(ctx, path, { by: 'test' })).rejects.toMatchObject({
      code: 'FILE_WITHOUT_LINES',
      path: ['file'],
    });
    expect(await all(`select status, failure from import_batches`)).toEqual([
      { status: 'FAILED', failure: 'FILE_WITHOUT_LINES' },
    ]);
  });

  it('reads a file that is compressed', async () => {
    const path = join(folder, 'lines.csv.gz');
    writeFileSync(path, gzipSync([HEADER, ...SALE].join('\n')));
    expect((await importFile(ctx, path, { by: 'test' })).counts.added).toBe(2);
  });

  it('leaves what staff wrote about a known product and customer alone', async () => {
    await bring(SALE);
    await db.orm.execute(sql`update products set name = 'Mug, red', price = 99 where code = 'A1'`);
    await db.orm.execute(sql`update customers set region = 'North', name = 'A shop'`);
    await bring(SALE);
    expect(await all(`select name from products where code = 'A1'`)).toEqual([{ name: 'Mug, red' }]);
    await bring(['1009,A1,RED MUG NEW,1,2011-07-01 10:00,9.99,17850,United Kingdom']);
    expect(await all(`select name, price from products where code = 'A1'`)).toEqual([{ name: 'Mug, red', price: 99 }]);
    expect(await all(`select region, name from customers`)).toEqual([{ region: 'North', name: 'A shop' }]);
  });

  it('moves nobody back whose country somebody corrected, when the file comes again', async () => {
    await bring(SALE);
    await db.orm.execute(sql`update customers set region = 'Wales', country = 'Wales'`);
    await bring(SALE);
    expect(await all(`select country, region from customers`)).toEqual([{ country: 'Wales', region: 'Wales' }]);
  });

  it('refuses a second one while one runs, and a batch that is done', async () => {
    const { batchId, mapping } = await bring(SALE);
    await expect(runImport(ctx, batchId, file(SALE), mapping)).rejects.toMatchObject({ code: 'IMPORT_STATUS' });
    await db.orm.execute(sql`update import_batches set status = 'RUNNING'`);
    await expect(bring(SALE)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
  });

  it('leaves nothing but a failed batch when the file is cut off', async () => {
    const path = join(folder, 'cut.csv.gz');
    const whole = gzipSync(
      [HEADER, ...Array.from({ length: 30_000 }, (_, i) => SALE[0]!.replace('1001', String(i)))].join('\n'),
    );
    writeFileSync(path, whole.subarray(0, whole.length - 1000));
    const before = await state();
    await expect(importFile(ctx, path, { by: 'test' })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await state()).toBe(before);
    expect(await all(`select status, failure from import_batches`)).toEqual([
      { status: 'FAILED', failure: 'FILE_UNREADABLE' },
    ]);
  });
});
