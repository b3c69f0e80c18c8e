import { newId } from '@perennial/kernel/db/ids';
import { imports, SALE, type Imports } from '@perennial/testkit/importing/imports';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let shop: Imports;
let db: Imports['db'];
let events: Imports['events'];
let bring: Imports['bring'];
let undo: Imports['undo'];
let all: Imports['all'];
let state: Imports['state'];

beforeAll(async () => {
  shop = await imports();
  ({ db, events, bring, undo, all, state } = shop);
});
beforeEach(() => shop.clear());
afterAll(() => shop.close());

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

  it('C4 is refused once, with those it moved and those it brought that were changed since, and what refers to them', async () => {
    await bring(['1,A1,X,10,2011-03-01 10:00,1,8,Spain']);
    const { batchId } = await bring(['2,A1,X,10,2011-04-01 10:00,1,8,Portugal', '3,A1,X,1,2011-04-01 10:00,1,9,Italy']);
    await db.orm.execute(sql`update customers set name = 'Known', version = version + 1`);
    await db.orm.execute(sql`
      insert into touchpoints (customer_id, id, at, channel, direction, tag, subject, created_at)
      select customer_id, ${newId()}::uuid, now(), 'CALL', 'OUT', 'CARE', 'thanks', now() from customers where number = '9'`);
    const before = await state();
    await expect(undo(batchId)).rejects.toMatchObject({
      code: 'IMPORT_HELD',
      params: {
        holding: [
          { what: 'customers', why: 'CHANGED', count: 2, examples: ['8', '9'] },
          { what: 'touchpoints', why: 'REFERS', count: 1, examples: ['9'] },
        ],
      },
    });
    expect(await state()).toBe(before);
  });
});
