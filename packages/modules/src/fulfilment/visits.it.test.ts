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
    const loose = await shop.product('LOOSE', { isPart: true, price: null });
    expect((await parts([{ productId: loose, quantity: 1 }])).userErrors).toMatchObject([
      { code: 'PRICE_MISSING', path: ['parts', '0', 'productId'], params: { code: 'LOOSE' } },
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

  it('C18 a part is put in once and taken out once, whichever visits it is recorded for', async () => {
    const parts = async (ordinal: number, list: object[]) =>
      shop.change('fulfilmentParts', { ...asRow(await theOne('MAINTENANCE', ordinal)), parts: list }, 'task { id }');
    const complete = async (ordinal: number) =>
      shop.change(
        'fulfilmentComplete',
        { ...asRow(await theOne('MAINTENANCE', ordinal)), note: 'As agreed', signedBy: 'Mrs Lee' },
        'task { id }',
      );
    const one = { productId: shop.filter, quantity: 1, serialOut: 'P-0', serialIn: 'P-1' };
    expect((await parts(1, [one])).userErrors).toEqual([]);
    const { dueOn } = await theOne('MAINTENANCE', 1);
    const given = [
      { code: 'SERIAL_GIVEN', path: ['parts', '0', 'serialIn'], params: { code: 'FILTER', serial: 'p-1', dueOn } },
    ];
    expect((await parts(2, [{ ...one, serialOut: null, serialIn: 'p-1' }])).userErrors).toMatchObject(given);
    expect((await complete(1)).userErrors).toEqual([]);
    expect((await parts(2, [{ ...one, serialOut: null, serialIn: 'p-1' }])).userErrors).toMatchObject(given);
    expect((await parts(2, [{ ...one, serialIn: 'P-2' }])).userErrors).toMatchObject([
      { code: 'SERIAL_GONE', path: ['parts', '0', 'serialOut'], params: { code: 'FILTER', serial: 'P-0', dueOn } },
    ]);
    // the next one takes out what is in; the list can be written again
    const next = { ...one, serialOut: 'P-1', serialIn: 'P-0' };
    expect((await parts(2, [next])).userErrors).toEqual([]);
    expect((await parts(2, [next])).userErrors).toEqual([]);
    expect((await complete(2)).userErrors).toEqual([]);
  });

  it('C18 a visit that was called off and is taken up again is not done with a part that went elsewhere', async () => {
    const row = async (ordinal: number) => asRow(await theOne('MAINTENANCE', ordinal));
    const list = [{ productId: shop.filter, quantity: 1, serialIn: 'P-1' }];
    await shop.done('fulfilmentParts', { ...(await row(1)), parts: list }, 'task { id }');
    await shop.done('fulfilmentCancel', { ...(await row(1)), reason: 'Away' }, 'task { id }');
    await shop.done('fulfilmentParts', { ...(await row(2)), parts: list }, 'task { id }');
    await shop.done('fulfilmentReopen', await row(1), 'task { id }');
    const end = { note: 'As agreed', signedBy: 'Mrs Lee' };
    expect(
      (await shop.change('fulfilmentComplete', { ...(await row(1)), ...end }, 'task { id }')).userErrors,
    ).toMatchObject([{ code: 'SERIAL_GIVEN', path: ['id'] }]);
  });
});
