import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, invoiceNumbered, soldLine } from '@perennial/testkit/importing/import-lines';
import { asRow, type Row } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';

/** Imports that added goods to a purchase with tasks, and are taken back. Today is Saturday, 10 December 2011. */
let shop: Served;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  codes: string[];
  checklist: { text: string; done: boolean }[];
}

async function bring(...goods: string[]): Promise<string> {
  const batchId = await importLines(
    shop.server,
    goods.map((code) => soldLine('2001', code)),
  );
  await shop.server.settle();
  return batchId;
}

async function undo(batchId: string): Promise<void> {
  const ctx = await jobContext(shop.server.env);
  await ctx.write('importUndo', (write) => undoImport(write, batchId));
  await shop.server.settle();
}

const openAgain = async () =>
  (await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened')).opened;

async function of(kind: string): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!, $kind: FulfilmentKind!) { invoice(id: $id) { fulfilmentTasks(filter: { kind: { eq: $kind } }) {
      nodes { id version kind status codes checklist } } } }`,
    { id: invoice, kind },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything about the tasks and the days of delivery, but when it was written. */
const state = async () =>
  JSON.stringify(
    await rowsOf(
      shop.server.db.orm,
      sql`
      select t.id, t.kind, t.status, t.ordinal, t.codes, t.pieces, t.words, t.due_on, t.scheduled_for, t.checklist, t.parts,
        i.delivered_on, i.delivered
      from fulfilment_tasks t join invoices i on i.customer_id = t.customer_id and i.id = t.invoice_id order by t.id`,
    ),
  );

/** Named by the purchase that the tasks are of: a customer may have many. */
async function held(batchId: string, count: number): Promise<void> {
  const before = await state();
  await expect(undo(batchId)).rejects.toMatchObject({
    code: 'IMPORT_HELD',
    params: { holding: [{ what: 'fulfilment_tasks', why: 'REFERS', count, examples: ['2001'] }] },
  });
  expect(await state()).toBe(before);
}

/** The open task for goods. */
const openFor = async (kind: string, code: string) =>
  (await of(kind)).find(({ status, codes }) => status === 'OPEN' && codes.includes(code))!;

async function finish(kind: string, code: string): Promise<void> {
  for (const [item, { done }] of (await openFor(kind, code)).checklist.entries()) {
    if (!done)
      await shop.done('fulfilmentTick', { ...asRow(await openFor(kind, code)), item, done: true }, 'task { id }');
  }
  const proof = { note: 'As agreed', signedBy: 'Mrs Lee' };
  await shop.done('fulfilmentComplete', { ...asRow(await openFor(kind, code)), ...proof }, 'task { id }');
}

/** The import that the purchase came with. */
let first: string;

beforeEach(async () => {
  shop = await served();
  await shop.product('K1', { extras: ['A brush'] });
  await shop.product('K2', { extras: ['A cloth'] });
  first = await bring('K1');
  invoice = await invoiceNumbered(shop.server, '2001');
  expect(await openAgain()).toBe(7);
});

describe('C4 an import that added goods is taken back', () => {
  it('C4 the one that the purchase came with takes its tasks along, once nothing is done of them and nobody waits', async () => {
    const refused = async () => {
      const before = await state();
      const tasks = expect.objectContaining({ what: 'fulfilment_tasks', why: 'REFERS', examples: ['2001'] });
      await expect(undo(first)).rejects.toMatchObject({
        code: 'IMPORT_HELD',
        params: { holding: expect.arrayContaining([tasks]) },
      });
      expect(await state()).toBe(before);
    };
    const tick = async (done: boolean) =>
      shop.done('fulfilmentTick', { ...asRow((await of('DELIVERY'))[0]!), item: 0, done }, 'task { id }');
    await tick(true);
    await refused();
    await tick(false);
    const at = { scheduledFor: '2011-12-12T10:00:00Z' };
    await shop.done('fulfilmentSchedule', { ...asRow((await of('DELIVERY'))[0]!), ...at }, 'task { id }');
    await refused();
    const reason = 'The file was of another shop';
    await shop.done('fulfilmentCancel', { ...asRow((await of('DELIVERY'))[0]!), reason }, 'task { id }');
    await undo(first);
    expect(await rowsOf(shop.server.db.orm, sql`select 1 from fulfilment_tasks`)).toEqual([]);
    expect(await rowsOf(shop.server.db.orm, sql`select 1 from invoices`)).toEqual([]);
  });

  it('C4 nor is it undone where a part was put in, called off or not', async () => {
    const [task] = await of('MAINTENANCE');
    const part = {
      productId: await shop.product('SEAL', { isPart: true, price: 500 }),
      quantity: 1,
      serialOut: null,
      serialIn: null,
    };
    await shop.done('fulfilmentParts', { ...asRow(task!), parts: [part] }, 'task { id }');
    const now = (await of('MAINTENANCE')).find(({ id }) => id === task!.id)!;
    await shop.done('fulfilmentCancel', { ...asRow(now), reason: 'Moved away' }, 'task { id }');
    await expect(undo(first)).rejects.toMatchObject({ code: 'IMPORT_HELD' });
  });

  it('C4, C20 cuts open tasks back to the goods that stay, everything as it was', async () => {
    const before = await state();
    const batchId = await bring('K2');
    await openAgain();
    expect((await of('EXTRAS')).map(({ codes }) => codes)).toEqual([['K1', 'K2']]);
    await undo(batchId);
    expect(await state()).toBe(before);
    expect(await openAgain()).toBe(0);
  });

  it('C4 takes tasks away that are for nothing that stays, and opens them anew when it comes again', async () => {
    await finish('DELIVERY', 'K1');
    const before = await state();
    const batchId = await bring('K2');
    await openAgain();
    expect((await of('DELIVERY')).map(({ status }) => status)).toEqual(['DONE', 'OPEN']);
    await undo(batchId);
    expect(await state()).toBe(before);
    await bring('K2');
    await openAgain();
    expect((await of('DELIVERY')).map(({ status, codes }) => [status, codes])).toEqual([
      ['DONE', ['K1']],
      ['OPEN', ['K2']],
    ]);
  });

  it('C4 takes away what goods had of their own as somebody had worked on the others before they came', async () => {
    const [extras, delivery] = [await openFor('EXTRAS', 'K1'), await openFor('DELIVERY', 'K1')];
    await shop.done('fulfilmentTick', { ...asRow(extras), item: 0, done: true }, 'task { id }');
    const scheduledFor = '2011-12-12T10:00:00Z';
    await shop.done('fulfilmentSchedule', { ...asRow(delivery), scheduledFor }, 'task { id }');
    const before = await state();
    const batchId = await bring('K2');
    await openAgain();
    for (const kind of ['EXTRAS', 'DELIVERY'])
      expect((await of(kind)).map(({ codes }) => codes)).toEqual([['K1'], ['K2']]);
    await undo(batchId);
    expect(await state()).toBe(before);
  });

  it('C4 leaves what was done for the other goods', async () => {
    const batchId = await bring('K2');
    await finish('DELIVERY', 'K1');
    const before = await state();
    await undo(batchId);
    // all but that the goods that are gone were still to come
    expect(await state()).toBe(before.replaceAll(/,"[-0-9a-f]{36}":null/g, ''));
  });
});

describe('C4 an import for whose goods something was done is not taken back', () => {
  it('C4, C14 where they were delivered with the others', async () => {
    const batchId = await bring('K2');
    await openAgain();
    await finish('DELIVERY', 'K2');
    await held(batchId, 1);
  });

  it('C4, C14 where they were delivered alone', async () => {
    await finish('DELIVERY', 'K1');
    const batchId = await bring('K2');
    await openAgain();
    await finish('DELIVERY', 'K2');
    await held(batchId, 1);
  });

  it('C4 where something is ticked, agreed on or called off, until that is taken back', async () => {
    const batchId = await bring('K2');
    await openAgain();
    const scheduledFor = '2011-12-12T10:00:00Z';
    await shop.done('fulfilmentTick', { ...asRow(await openFor('EXTRAS', 'K2')), item: 0, done: true }, 'task { id }');
    await shop.done('fulfilmentSchedule', { ...asRow(await openFor('DELIVERY', 'K2')), scheduledFor }, 'task { id }');
    const install = await openFor('INSTALLATION', 'K2');
    await shop.done('fulfilmentCancel', { ...asRow(install), reason: 'They do it themselves' }, 'task { id }');
    await held(batchId, 3);
    await shop.done('fulfilmentTick', { ...asRow((await of('EXTRAS'))[0]!), item: 0, done: false }, 'task { id }');
    await shop.done('fulfilmentSchedule', { ...asRow((await of('DELIVERY'))[0]!), scheduledFor: null }, 'task { id }');
    await held(batchId, 1);
    await shop.done('fulfilmentReopen', asRow((await of('INSTALLATION'))[0]!), 'task { id }');
    await undo(batchId);
    expect((await of('INSTALLATION')).map(({ status, codes }) => [status, codes])).toEqual([['OPEN', ['K1']]]);
  });
});
