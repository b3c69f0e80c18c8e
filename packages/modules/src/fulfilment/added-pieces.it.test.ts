import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, invoiceNumbered } from '@perennial/testkit/importing/import-lines';
import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';

/**
 * More pieces of goods that were delivered. Today is Saturday, 10 December 2011; one piece was bought on 1 June and
 * delivered on the 3rd, three more come with a later import.
 */
let shop: Desk;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  dueOn: string;
  codes: string[];
  pieces: Record<string, number>;
}

const term = (kind: string, params: object) => ({ id: kind, kind, params });
const TERMS = [
  term('delivery', { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] }),
  term('extras', { items: ['A card'] }),
  term('installation', { withinDays: 2, countedFrom: 'DELIVERY', freeOfCharge: true, checklist: [], conduct: [] }),
  term('returns', { days: 30, openedAllowed: true, countedFrom: 'DELIVERY' }),
];

const ONE = '2001,K1,A K1,1,2011-06-01 10:00:00,100.00,17850,United Kingdom';
const THREE = '2001,K1,A K1,3,2011-12-10 10:00:00,90.00,17850,United Kingdom';

async function bring(...lines: string[]): Promise<string> {
  const batchId = await importLines(shop.server, lines);
  await shop.server.settle();
  return batchId;
}

const openTasks = async () =>
  (await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened')).opened;

async function tasks(kind: string): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!, $kind: FulfilmentKind!) { invoice(id: $id) { fulfilmentTasks(filter: { kind: { eq: $kind } }) {
      nodes { id version kind status dueOn codes pieces } } } }`,
    { id: invoice, kind },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const told = async (kind: string) => (await tasks(kind)).map(({ status, pieces }) => [status, pieces['K1']]);

async function finish(kind: string, completedOn?: string): Promise<void> {
  let task = (await tasks(kind)).find(({ status }) => status === 'OPEN')!;
  if (kind === 'EXTRAS') {
    await shop.done('fulfilmentTick', { ...asRow(task), item: 0, done: true }, 'task { id }');
    task = { ...task, version: task.version + 1 };
  }
  const proof = { note: 'At the door', signedBy: 'Mrs Lee' };
  await shop.done('fulfilmentComplete', { ...asRow(task), ...proof, completedOn }, 'task { id }');
}

/** What giving back one of the pieces comes to, by how many were sold on their line. */
async function givenBack(quantity: number, day = '2011-12-10') {
  const { invoice: page } = await shop.agent.data<{
    invoice: { customer: { id: string }; invoiceLines: { nodes: { id: string; quantity: number }[] } };
  }>('query ($id: ID!) { invoice(id: $id) { customer { id } invoiceLines { nodes { id quantity } } } }', {
    id: invoice,
  });
  const lineId = page.invoiceLines.nodes.find((line) => line.quantity === quantity)!.id;
  const asked = { customerId: page.customer.id, invoiceId: invoice, lines: [{ lineId, quantity: 1 }], line: lineId };
  const { claimPreview, policyTry } = await shop.on(day, () =>
    shop.agent.data<{ claimPreview: { lines: object[] }; policyTry: object }>(
      `query ($customerId: ID!, $invoiceId: ID!, $lines: [ClaimLineInput!]!, $line: ID!) {
        claimPreview(customerId: $customerId, invoiceId: $invoiceId, kind: RETURN, lines: $lines) {
          lines { outcome countedFrom } }
        policyTry(lineId: $line, kind: "returns") { outcome countedFrom } }`,
      asked,
    ),
  );
  expect(claimPreview.lines).toEqual([policyTry]);
  return policyTry;
}

beforeEach(async () => {
  shop = await desk();
  await shop.product('K1');
  await shop.publish('Whole service', TERMS);
  await bring(ONE);
  invoice = await invoiceNumbered(shop.server, '2001');
  expect(await openTasks()).toBe(3);
});

describe('C4, C14, C20 pieces that an import adds to goods that were delivered', () => {
  beforeEach(async () => {
    await finish('DELIVERY', '2011-06-03');
    await finish('EXTRAS');
    await bring(ONE, THREE);
  });

  it('C4, C14, C20 get a delivery, extras and an installation of their own, once', async () => {
    expect(await openTasks()).toBe(3);
    const apart = [
      ['DONE', 1],
      ['OPEN', 3],
    ];
    expect(await told('DELIVERY')).toEqual(apart);
    expect(await told('EXTRAS')).toEqual(apart);
    expect(await told('INSTALLATION')).toEqual([
      ['OPEN', 1],
      ['OPEN', 3],
    ]);
    // they were promised today
    expect((await tasks('DELIVERY')).map(({ dueOn }) => dueOn)).toEqual(['2011-06-04', '2011-12-13']);
    expect((await tasks('EXTRAS'))[1]!.dueOn).toBe('2011-12-13');
    // what is late for the first piece is not put off by the others, nor are these late before they can be there
    expect((await tasks('INSTALLATION')).map(({ dueOn }) => dueOn)).toEqual(['2011-06-05', '2011-12-15']);
    expect(await openTasks()).toBe(0);
  });

  it('C14 have no day before anybody opens their tasks, nor has a product that was on no delivery', async () => {
    await bring(ONE, THREE, '2001,V1,A V1,2,2011-12-10 10:00:00,90.00,17850,United Kingdom');
    for (const quantity of [3, 2]) expect(await givenBack(quantity)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
    expect(await givenBack(1)).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    // nor by what is done meanwhile for the others
    const done = (await tasks('DELIVERY'))[0]!;
    await shop.server.db.orm.execute(
      sql`update fulfilment_tasks set recorded_on = '2011-12-10' where kind = 'DELIVERY'`,
    );
    await shop.done('fulfilmentReopen', asRow(done), 'task { id }');
    await finish('DELIVERY', '2011-06-03');
    for (const quantity of [3, 2]) expect(await givenBack(quantity)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
    expect(await openTasks()).toBe(3);
    for (const quantity of [3, 2]) expect(await givenBack(quantity)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
  });

  it('C14 count from their own delivery, and the first piece from its', async () => {
    await openTasks();
    expect(await givenBack(1)).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    expect(await givenBack(3)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
    await finish('DELIVERY', '2011-12-08');
    expect(await givenBack(1)).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    expect(await givenBack(3)).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-12-08' });
    expect(await givenBack(3, '2012-01-08')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-12-08' });
    expect((await tasks('INSTALLATION'))[0]!.dueOn).toBe('2011-06-05');
  });

  it('C14 have no day where their delivery was called off', async () => {
    await openTasks();
    const open = (await tasks('DELIVERY')).find(({ status }) => status === 'OPEN')!;
    await shop.done('fulfilmentCancel', { ...asRow(open), reason: 'The carrier lost it' }, 'task { id }');
    expect(await givenBack(3)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
    expect(await givenBack(1)).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
  });

  it('C14 credit notes for them are decided by the same days', async () => {
    await openTasks();
    await finish('DELIVERY', '2011-12-08');
    await bring('C3001,K1,A K1,-4,2011-12-09 10:00:00,90.00,17850,United Kingdom');
    const rows = await rowsOf<{ quantity: number; counted: string }>(
      shop.server.db.orm,
      sql`
      select l.quantity, d.counted_from::text as counted from returns d
      join invoice_lines l on l.id = d.sale_line_id order by 1`,
    );
    expect(rows).toEqual([
      { quantity: 1, counted: '2011-06-03' },
      { quantity: 3, counted: '2011-12-08' },
    ]);
  });
});

describe('C4 pieces that an undone import takes away again', () => {
  it('C4, C14 are not waited for, and are served again when they come back', async () => {
    await finish('DELIVERY', '2011-06-03');
    const batchId = await bring(ONE, THREE);
    await openTasks();
    const ctx = await jobContext(shop.server.env);
    await ctx.write('importUndo', (write) => undoImport(write, batchId));
    await shop.server.settle();
    expect(await told('DELIVERY')).toEqual([['DONE', 1]]);
    expect(await told('INSTALLATION')).toEqual([['OPEN', 1]]);
    expect(await openTasks()).toBe(0);
    expect(await givenBack(1)).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    await bring(ONE, THREE);
    expect(await openTasks()).toBeGreaterThan(0);
    expect(await told('DELIVERY')).toEqual([
      ['DONE', 1],
      ['OPEN', 3],
    ]);
    expect(await givenBack(3)).toEqual({ outcome: 'ALLOWED', countedFrom: null });
  });
});
