import { newId } from '@perennial/kernel/db/ids';
import { openPolicyDesk, returnsTerm, type PolicyDesk } from '@perennial/testkit/policies/policy-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetBatch } from './index.ts';
import { closeReturn } from './return-closing-service.ts';

let desk: PolicyDesk;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

describe('taking an import back', () => {
  test('takes along what was made from its sales, and decides the rest anew', async () => {
    await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const customerId = await desk.shop.customer('c');
    const batchId = newId();
    const kept = await desk.sold(customerId, '2011-01-01T10:00:00Z', 5);
    const gone = await desk.sold(customerId, '2011-01-10T10:00:00Z', 5, { batchId });
    await desk.sold(customerId, '2011-01-20T10:00:00Z', -2);
    await desk.matchAll();
    await desk.keep();
    expect(await desk.decided(customerId)).toMatchObject([{ sale_line_id: gone.lineId }]);
    await desk.shop.db.transaction(async (tx) => {
      await forgetBatch(tx, batchId);
      await tx.execute(sql`delete from return_matches where sale_line_id = ${gone.lineId}::uuid`);
      await tx.execute(sql`delete from invoice_lines where batch_id = ${batchId}::uuid`);
      await tx.execute(sql`delete from invoices where batch_id = ${batchId}::uuid`);
    });
    await desk.matchAll();
    await desk.keep();
    expect(await desk.decided(customerId)).toMatchObject([{ sale_line_id: kept.lineId, outcome: 'ALLOWED' }]);
    expect(await desk.read(sql`select invoice_id from entitlements`)).toEqual([{ invoice_id: kept.invoiceId }]);
  });
});

describe('taking an import back after somebody worked on it', () => {
  test('a return that a person closed stays, and so does what it is about', async () => {
    const customerId = await desk.shop.customer('c');
    const batchId = newId();
    await desk.sold(customerId, '2011-01-20T10:00:00Z', -2, { batchId });
    await desk.keep();
    const [row] = await desk.decided(customerId);
    await desk.write((ctx) => closeReturn(ctx, customerId, String(row!['id'])));
    await desk.shop.db.transaction((tx) => forgetBatch(tx, batchId));
    expect(await desk.decided(customerId)).toHaveLength(1);
  });
});
