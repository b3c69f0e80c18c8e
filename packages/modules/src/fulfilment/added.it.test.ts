import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, invoiceNumbered, soldLine } from '@perennial/testkit/importing/import-lines';
import { asRow, type Row } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';

/** Goods that a later import adds to a purchase whose tasks are open. Today is Saturday, 10 December 2011. */
let shop: Served;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  ordinal: number;
  dueOn: string;
  codes: string[];
  checklist: { text: string; done: boolean }[];
}

interface Planned {
  kind: string;
  ordinal: number;
  dueOn: string;
  codes: string[];
  checklist: string[];
  taskId: string | null;
}

/** One piece of each, bought on 1 December 2011 with one invoice. */
async function bring(...goods: string[]): Promise<string> {
  const batchId = await importLines(
    shop.server,
    goods.map((code) => soldLine('2001', code)),
  );
  await shop.server.settle();
  return batchId;
}

const openAgain = async () =>
  (await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened')).opened;

async function of(kind: string): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!, $kind: FulfilmentKind!) { invoice(id: $id) { fulfilmentTasks(filter: { kind: { eq: $kind } }) {
      nodes { id version kind status ordinal dueOn codes checklist } } } }`,
    { id: invoice, kind },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
}

const told = (tasks: Task[]) =>
  tasks.map(({ status, codes, checklist }) => [
    status,
    codes,
    checklist.map(({ text, done }) => (done ? `${text} ✓` : text)),
  ]);

async function missing(): Promise<Planned[]> {
  const { fulfilmentPlan } = await shop.agent.data<{ fulfilmentPlan: Planned[] }>(
    'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { kind ordinal dueOn codes checklist taskId } }',
    { id: invoice },
  );
  return fulfilmentPlan.filter(({ taskId }) => taskId === null);
}

beforeEach(async () => {
  shop = await served();
  await shop.product('K1', { extras: ['A brush'] });
  await shop.product('K2', { extras: ['A cloth'] });
  await bring('K1');
  invoice = await invoiceNumbered(shop.server, '2001');
  expect(await openAgain()).toBe(7);
});

describe('C4, C20 goods that an import adds once the tasks are open', () => {
  it('C4, C20 are told to be missing, and are taken along by what is open', async () => {
    expect(await missing()).toEqual([]);
    await bring('K2');
    const lacking = await missing();
    expect(lacking.find(({ kind }) => kind === 'DELIVERY')?.dueOn).toBe('2011-12-13');
    expect(lacking.map(({ kind, ordinal }) => [kind, ordinal])).toHaveLength(7);
    expect(lacking.every(({ codes }) => codes.join() === 'K2')).toBe(true);
    expect(lacking.find(({ kind }) => kind === 'EXTRAS')?.checklist).toEqual(['A card', 'A cloth']);

    expect(await openAgain()).toBe(7);
    expect(told(await of('EXTRAS'))).toEqual([['OPEN', ['K1', 'K2'], ['A card', 'A brush', 'A cloth']]]);
    expect(told(await of('DELIVERY'))).toEqual([['OPEN', ['K1', 'K2'], ['Unpack', 'Sign']]]);
    expect(await of('MAINTENANCE')).toHaveLength(3);
    expect(await missing()).toEqual([]);
    expect(await openAgain()).toBe(0);
  });

  it('C4, C14, C20 get a task of their own where somebody worked on what is open, with nothing ticked', async () => {
    for (const kind of ['EXTRAS', 'DELIVERY']) {
      const [task] = await of(kind);
      await shop.done('fulfilmentTick', { ...asRow(task!), item: 0, done: true }, 'task { id }');
    }
    await bring('K2');
    expect(await openAgain()).toBe(7);
    expect(told(await of('EXTRAS'))).toEqual([
      ['OPEN', ['K1'], ['A card ✓', 'A brush']],
      ['OPEN', ['K2'], ['A card', 'A cloth']],
    ]);
    expect(told(await of('DELIVERY'))).toEqual([
      ['OPEN', ['K1'], ['Unpack ✓', 'Sign']],
      ['OPEN', ['K2'], ['Unpack', 'Sign']],
    ]);
    expect(told(await of('INSTALLATION'))).toEqual([
      ['OPEN', ['K1'], ['Tested']],
      ['OPEN', ['K2'], ['Tested']],
    ]);
    expect(await missing()).toEqual([]);
    expect(await openAgain()).toBe(0);
  });

  it('C4, C14, C20 get a task of their own where it is done, with what they bring along alone', async () => {
    for (const kind of ['EXTRAS', 'DELIVERY', 'INSTALLATION']) await shop.finish(invoice, kind);
    await bring('K2');
    expect(await openAgain()).toBe(7);
    expect(told(await of('EXTRAS'))).toEqual([
      ['DONE', ['K1'], ['A card ✓', 'A brush ✓']],
      ['OPEN', ['K2'], ['A card', 'A cloth']],
    ]);
    expect(told(await of('DELIVERY'))).toEqual([
      ['DONE', ['K1'], ['Unpack ✓', 'Sign ✓']],
      ['OPEN', ['K2'], ['Unpack', 'Sign']],
    ]);
    // they were added today: three days to deliver them, and two more as they are not delivered yet
    expect((await of('DELIVERY')).map(({ codes, dueOn }) => [codes, dueOn])).toContainEqual([['K2'], '2011-12-13']);
    expect((await of('INSTALLATION')).map(({ codes, dueOn }) => [codes, dueOn])).toEqual([
      [['K1'], '2011-12-12'],
      [['K2'], '2011-12-15'],
    ]);
    expect(told(await of('PACKAGING'))).toEqual([
      ['OPEN', ['K1'], ['No plastic']],
      ['OPEN', ['K2'], ['No plastic']],
    ]);
    expect(await missing()).toEqual([]);
    expect(await openAgain()).toBe(0);
  });

  it('C4, C14, C15 are offered by the days that they have once they are opened, counted from their own delivery', async () => {
    for (const kind of ['EXTRAS', 'DELIVERY', 'INSTALLATION', 'PACKAGING']) await shop.finish(invoice, kind);
    await bring('K2');
    const offered = (await missing()).map(({ kind, ordinal, dueOn }) => [kind, ordinal, dueOn]);
    const days = offered.filter(([kind]) => kind !== 'MAINTENANCE');
    expect(days).toEqual([
      ['PACKAGING', 1, '2011-12-13'],
      ['DELIVERY', 1, '2011-12-13'],
      ['INSTALLATION', 1, '2011-12-15'],
      ['EXTRAS', 1, '2011-12-13'],
    ]);
    expect(await openAgain()).toBe(7);
    for (const [kind, ordinal, dueOn] of days) {
      const opened = (await of(String(kind))).find((task) => task.codes.join() === 'K2' && task.ordinal === ordinal);
      expect(opened?.dueOn).toBe(dueOn);
    }
  });

  it('C14 are on no list that is due before they come', async () => {
    await shop.finish(invoice, 'DELIVERY');
    await bring('K2');
    await openAgain();
    const days = async (kind: string) => (await of(kind)).map(({ codes, dueOn }) => `${codes.join(' ')} ${dueOn}`);
    expect(await days('PACKAGING')).toEqual(['K1 2011-12-10', 'K2 2011-12-13']);
    expect(await days('INSTALLATION')).toEqual(['K1 2011-12-12', 'K2 2011-12-15']);
    // a visit months later finds them both there
    expect((await of('MAINTENANCE')).every(({ codes }) => codes.join(' ') === 'K1 K2')).toBe(true);
  });

  it('C4, C20 that an undone import takes away again are not waited for', async () => {
    await shop.finish(invoice, 'DELIVERY');
    const batchId = await bring('K2');
    await openAgain();
    const ctx = await jobContext(shop.server.env);
    await ctx.write('importUndo', (write) => undoImport(write, batchId));
    await shop.server.settle();
    expect(await openAgain()).toBe(0);
    expect(told(await of('EXTRAS'))).toEqual([['OPEN', ['K1'], ['A card', 'A brush']]]);
    expect((await of('DELIVERY')).map(({ status, codes }) => [status, codes])).toEqual([['DONE', ['K1']]]);
  });
});
