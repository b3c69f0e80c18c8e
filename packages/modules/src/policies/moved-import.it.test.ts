import { rowsOf } from '@perennial/kernel/db/database';
import { importLines, soldLine } from '@perennial/testkit/importing/import-lines';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { desk, type Desk } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

/** A purchase that was moved to another version is somebody's work: it keeps the import that brought it. */
let shop: Desk;
let better: string;

beforeAll(async () => {
  shop = await desk();
  const first = await shop.publish('A', [returnsWithin(30)]);
  const draft = await shop.policies.next(first, '2011-12-11', [returnsWithin(300)]);
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  better = draft.id;
});

/** Lines `customer,invoice,code` at £100 of 1 December 2011, as one import. */
async function bring(...lines: string[]): Promise<string> {
  const rows = lines.map((line) => {
    const [customer, invoice, code] = line.split(',') as [string, string, string];
    return soldLine(invoice, code, '1', customer);
  });
  const batchId = await importLines(shop.server, rows);
  await shop.server.settle();
  return batchId;
}

/** The promise of an invoice, as it is stored. */
const held = (number: string) =>
  rowsOf<{ id: string; hash: string }>(
    shop.server.db.orm,
    sql`select 'Entitlement_' || e.customer_id || '_' || e.id as id, e.hash from entitlements e
      join invoices i on i.customer_id = e.customer_id and i.id = e.invoice_id where i.number = ${number}`,
  );

async function move(number: string): Promise<void> {
  const [mine] = await held(number);
  await shop.done('entitlementMove', { id: mine!.id, policyVersionId: better }, 'entitlement { id }', shop.manager);
}

const undo = (batchId: string) =>
  shop.change('importUndo', { id: `ImportBatch_${batchId}` }, 'importBatch { status }', shop.owner);

const movesHold = (...examples: string[]) => ({
  code: 'IMPORT_HELD',
  path: ['id'],
  message: expect.stringContaining(examples[0]!),
  params: { holding: [{ what: 'promise_moves', why: 'REFERS', count: examples.length, examples }] },
});

describe('S1 undoing an import after a purchase was moved to another version', () => {
  it('S1 is refused with the purchases that were moved, and nothing is lost', async () => {
    const batch = await bring('1,2001,K1', '1,2002,K1', '2,2003,K1');
    await move('2001');
    await move('2003');
    const before = [await held('2001'), await held('2002'), await held('2003')];
    expect((await undo(batch)).userErrors).toEqual([movesHold('2001', '2003')]);
    expect([await held('2001'), await held('2002'), await held('2003')]).toEqual(before);
  });

  it('S1 is refused also where the customer was there before', async () => {
    await bring('3,3001,K1');
    const batch = await bring('3,3002,K1', '3,3003,K1');
    await move('3003');
    expect((await undo(batch)).userErrors).toEqual([movesHold('3003')]);
  });

  it('S1 goes on where it only added goods to a purchase that was moved: the promise stays moved', async () => {
    await bring('4,4001,K1');
    const before = await held('4001');
    await move('4001');
    const moved = await held('4001');
    expect(moved).not.toEqual(before);
    const batch = await bring('4,4001,K2');
    expect(await undo(batch)).toMatchObject({ userErrors: [], importBatch: { status: 'UNDONE' } });
    await shop.server.settle();
    expect(await held('4001')).toEqual(moved);
  });

  it('S1 names what else holds it beside the moves', async () => {
    const batch = await bring('5,5001,K1');
    await move('5001');
    await bring('5,5001,K2');
    const { userErrors } = await undo(batch);
    const { holding } = userErrors[0]!.params as { holding: { what: string }[] };
    expect(holding.map(({ what }) => what)).toEqual(['invoice_lines', 'promise_moves']);
  });
});
