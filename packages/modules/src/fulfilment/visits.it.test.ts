import { rowsOf } from '@perennial/kernel/db/database';
import { asRow, type Row } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** What is done at the customer’s, with its proof, over the API. Today is Saturday, 10 December 2011. */
let shop: Served;
let invoice: string;

const theOne = (kind: string, ordinal?: number) => shop.theOne(invoice, kind, ordinal);
const finish = (kind: string, more?: object) => shop.finish(invoice, kind, more);

beforeAll(async () => {
  shop = await served();
});

beforeEach(async () => {
  invoice = await shop.buy();
});

describe('C15 installation', () => {
  it('C15 carries how whoever comes behaves, and is proven', async () => {
    expect(await theOne('INSTALLATION')).toMatchObject({ conduct: ['Shoe covers'], checklist: [{ text: 'Tested' }] });
    expect(await finish('INSTALLATION')).toMatchObject({ userErrors: [], task: { status: 'DONE' } });
    const [event] = await rowsOf<{ operation: string; subject: string }>(
      shop.server.db.orm,
      sql`select operation, subject from audit_events order by seq desc limit 1`,
    );
    expect(event).toMatchObject({ operation: 'fulfilmentComplete', subject: (await theOne('INSTALLATION')).id });
  });
});

describe('C16 packaging', () => {
  it('C16 is ticked off before the goods leave', async () => {
    expect((await theOne('PACKAGING')).checklist).toMatchObject([{ text: 'No plastic', done: false }]);
    expect((await finish('PACKAGING')).userErrors).toEqual([]);
  });
});

describe('C18 maintenance', () => {
  it('C18 a visit records the parts used, with their price and serial numbers', async () => {
    const visit = await theOne('MAINTENANCE', 2);
    const parts = (list: object[], task: Row = visit) =>
      shop.change('fulfilmentParts', { ...asRow(task), parts: list }, 'task { parts }');
    const one = { productId: shop.filter, quantity: 1, serialOut: 'F-001', serialIn: 'F-002' };
    expect((await parts([one, { ...one, serialOut: null }])).userErrors).toMatchObject([
      { code: 'SERIAL_TWICE', path: ['parts', '1', 'serialIn'] },
    ]);
    expect((await parts([one, { ...one, serialIn: 'F-003' }])).userErrors).toMatchObject([
      { code: 'SERIAL_TWICE', path: ['parts', '1', 'serialOut'] },
    ]);
    expect((await parts([{ ...one, serialIn: one.serialOut }])).userErrors).toMatchObject([
      { code: 'SERIAL_TWICE', path: ['parts', '0', 'serialIn'] },
    ]);
    expect((await parts([{ productId: shop.shirt, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'NOT_A_PART', path: ['parts', '0', 'productId'], params: { code: 'SHIRT' } },
    ]);
    const kept = await parts([one]);
    expect(kept).toMatchObject({
      userErrors: [],
      task: {
        parts: [
          { code: 'FILTER', quantity: 1, unitPrice: 45_000, currency: 'GBP', serialOut: 'F-001', serialIn: 'F-002' },
        ],
      },
    });
    // what was taken out of one place may be put into another
    expect(
      (await parts([one, { ...one, serialOut: 'F-009', serialIn: 'F-001' }], await theOne('MAINTENANCE', 2)))
        .userErrors,
    ).toEqual([]);
  });
});
