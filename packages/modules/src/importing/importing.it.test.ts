import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sumOfParts } from '@perennial/domain/importing/counts';
import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { dialectOfThisRun, openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBatch, claimBatch } from './batch-service.ts';
import type { ImportContext } from './env.ts';
import { importFile } from './import-file.ts';
import { previewFile } from './preview.ts';
import { prepare } from './prepare-service.ts';
import { holdImportLock, recoverImports } from './recovery-service.ts';
import { runImport } from './run-service.ts';
import { stageFile } from './staging-service.ts';
import { rejectsCsv } from './transfers.ts';
import { undoImport } from './undo-service.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const folder = mkdtempSync(join(tmpdir(), 'perennial-import-'));
const now = new Date('2011-12-10T09:00:00Z');
const events: [string, unknown][] = [];
let db: Database;
let ctx: ImportContext;

function file(lines: readonly string[], name = 'lines.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, [HEADER, ...lines].join('\n'));
  return path;
}

const bring = (lines: readonly string[]) => importFile(ctx, file(lines), { by: 'test' });
const undo = (batchId: string) =>
  db.transaction((tx) =>
    undoImport({ tx, now, hook: async () => {}, emit: (event, payload) => events.push([event, payload]) }, batchId),
  );
const all = <Row extends Record<string, unknown>>(text: string) => rowsOf<Row>(db.orm, sql.raw(text));

/** Everything people read, row by row; moments of upkeep are left out. */
async function state(): Promise<string> {
  const tables = [
    'customers',
    'customer_numbers',
    'products',
    'invoices',
    'invoice_lines',
    'return_matches',
    'imported_changes',
    'import_rejects',
  ];
  const parts = await Promise.all(
    tables.map((t) =>
      all<{ rows: unknown }>(
        `select json_agg(to_jsonb(t) - 'updated_at' order by (to_jsonb(t) - 'updated_at')::text) as rows from ${t} t`,
      ),
    ),
  );
  return JSON.stringify(parts);
}

beforeAll(async () => {
  db = await openTestDatabase();
  ctx = {
    db,
    now,
    currency: 'GBP',
    timezone: 'Europe/London',
    write: (_operation, handle) =>
      db.transaction((tx) =>
        handle({
          tx,
          now,
          emit: (event: string, payload: unknown) => void events.push([event, payload]),
          hook: async () => {},
          audit: () => {},
        } as unknown as Parameters<typeof handle>[0]),
      ),
  };
});

beforeEach(async () => {
  events.length = 0;
  for (const t of [
    'touchpoints',
    'return_matches',
    'invoice_lines',
    'invoices',
    'imported_changes',
    'customer_numbers',
    'customers',
    'products',
    'import_rejects',
    'import_batches',
  ]) {
    await db.orm.execute(sql.raw(`delete from ${t}`));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SALE = [
  '1001,A1,RED MUG,6,2011-06-01 10:00:00,2.55,17850,United Kingdom',
  '1001,A2,BLUE MUG,2,2011-06-01 10:00:00,1.00,17850,United Kingdom',
];

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
    expect(counts).toMatchObject({ added: 0, alreadyThere: 2, differing: 1 });
    expect(await all(`select quantity from invoice_lines where code = 'A1'`)).toEqual([{ quantity: 6 }]);
    expect(await all(`select line, reason, raw from import_rejects where batch_id = '${batchId}'`)).toEqual([
      { line: 2, reason: 'DIFFERS', raw: SALE[0]!.replace(',6,', ',7,') },
    ]);
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
    ];
    const { counts, batchId, mapping } = await bring([...SALE, ...bad]);
    expect(counts.outcomes).toMatchObject({ UNREADABLE: 1, NO_CUSTOMER: 1, NON_RETURN_NEGATIVE: 1, SALE: 2 });
    expect(sumOfParts(counts)).toBe(5);
    let text = '';
    for await (const part of rejectsCsv(db, { id: batchId, mapping })) text += part;
    expect(text.split('\r\n').slice(1, -1)).toEqual([
      `4,UNREADABLE,NOT_A_NUMBER,quantity,${bad[0]}`,
      `5,NO_CUSTOMER,,customer,${bad[1]}`,
      `6,NON_RETURN_NEGATIVE,,quantity,${bad[2]}`,
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

describe('an import whose process died', () => {
  it('is given up at the next start, with all it left', async () => {
    await bring(SALE);
    const before = await state();
    const path = file(['1,A1,X,1,2011-03-01 10:00,1,7,Spain', '2,A1,X,1,2011-03-01 10:00,1,NA,Spain'], 'dead.csv');
    const { mapping } = await previewFile(path, ctx);
    const id = newId();
    await addBatch(db.orm, { id, fileName: 'dead.csv', fileBytes: 1, now, by: 'test' });
    await db.transaction((tx) => claimBatch(tx, id, mapping, now));
    await stageFile(db, id, path, mapping, () => {});
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

describe('undo', () => {
  it('restores exactly what was there, also where the import added to it', async () => {
    await bring([
      '1,A1,X,10,2011-03-01 10:00,1,7,Spain',
      'C3,A1,X,-5,2011-03-03 10:00,1,7,Spain',
      '1,A1,X,2,2011-03-01 10:00,1,8,Spain',
    ]);
    const before = await state();
    const { batchId } = await bring([
      '1,A9,NEW,1,2011-03-01 10:00,1,7,Spain',
      '2,A1,X,3,2011-03-02 10:00,100,7,Spain',
      '0,A1,X,3,2010-12-31 10:00,1,8,Portugal',
      '9,A1,X,3,2011-12-01 10:00,1,8,Portugal',
      '5,A1,X,1,2011-03-02 10:00,1,9,Italy',
      '6,A1,X,1,2011-03-02 10:00,1,NA,Italy',
    ]);
    expect(await all(`select country, since from customers where number = '8'`)).toEqual([
      { country: 'Portugal', since: '2010-12-31' },
    ]);
    expect(await state()).not.toBe(before);
    await undo(batchId);
    expect(await state()).toBe(before);
    expect(events.at(-1)).toEqual(['sales.undone', { batchId }]);
    await expect(undo(batchId)).rejects.toMatchObject({ code: 'IMPORT_STATUS' });
  });

  it('takes along what the database says goes along with a customer', async () => {
    await db.orm.execute(sql`create table goes_along (customer_id uuid references customers on delete cascade)`);
    try {
      const { batchId } = await bring(SALE);
      await db.orm.execute(sql`insert into goes_along select customer_id from customers`);
      await undo(batchId);
      expect(await all(`select * from goes_along`)).toEqual([]);
    } finally {
      await db.orm.execute(sql`drop table goes_along`);
    }
  });

  it('is refused with the list where rows were changed since', async () => {
    const { batchId } = await bring(SALE);
    await db.orm.execute(sql`update customers set internal_note = 'likes red', version = version + 1`);
    await db.orm.execute(sql`update products set category = 'mugs', version = version + 1 where code = 'A2'`);
    const before = await state();
    await expect(undo(batchId)).rejects.toMatchObject({
      code: 'IMPORT_HELD',
      params: {
        holding: [
          { what: 'customers', why: 'CHANGED', count: 1, examples: ['17850'] },
          { what: 'products', why: 'CHANGED', count: 1, examples: ['A2'] },
        ],
      },
    });
    expect(await state()).toBe(before);
  });

  it('is refused with the list where rows are referred to since', async () => {
    const { batchId } = await bring(SALE);
    await bring(['1004,A1,RED MUG,1,2011-06-09 10:00:00,2.55,17850,United Kingdom']);
    await db.orm.execute(sql`
      insert into touchpoints (customer_id, id, at, channel, direction, tag, subject, created_at)
      select customer_id, ${newId()}::uuid, now(), 'CALL', 'OUT', 'CARE', 'thanks', now() from customers`);
    const before = await state();
    const error = await undo(batchId).catch(
      (e: unknown) => e as { code: string; params: { holding: { what: string; count: number }[] } },
    );
    expect(error).toMatchObject({ code: 'IMPORT_HELD' });
    expect(
      (error as { params: { holding: { what: string; count: number }[] } }).params.holding.map((h) => [
        h.what,
        h.count,
      ]),
    ).toEqual([
      ['invoice_lines', 1],
      ['invoices', 1],
      ['touchpoints', 1],
    ]);
    expect(await state()).toBe(before);
  });

  it('is refused where a known customer was changed after the import moved it', async () => {
    await bring(['1,A1,X,10,2011-03-01 10:00,1,8,Spain']);
    const { batchId } = await bring(['2,A1,X,10,2011-04-01 10:00,1,8,Portugal']);
    await db.orm.execute(sql`update customers set name = 'Known', version = version + 1`);
    await expect(undo(batchId)).rejects.toMatchObject({ code: 'IMPORT_HELD' });
  });
});
