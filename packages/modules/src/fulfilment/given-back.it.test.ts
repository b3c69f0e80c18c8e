import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines, invoiceNumbered, soldLine } from '@perennial/testkit/importing/import-lines';
import { asRow, codes, type Row } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';

/** Purchases whose goods are given back by claims, and what is done for them. Today is Saturday, 10 December 2011. */
let shop: Served;
let customer: string;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  ordinal: number;
  pieces: Record<string, number>;
  cancelledReason: string | null;
}

const RETURNS = {
  id: 'back',
  kind: 'returns',
  params: { days: 365, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
};

beforeEach(async () => {
  shop = await served();
  await shop.publish('Returns', [RETURNS]);
  customer = await shop.customer();
  const lines = [{ productId: shop.shirt, quantity: 3 }];
  const { quote, revision } = await shop.quoted(customer, lines);
  const accepted = await shop.accept(quote, revision);
  expect(accepted.userErrors).toEqual([]);
  invoice = (accepted['invoice'] as { id: string }).id;
});

async function tasks(): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks(first: 50) {
      nodes { id version kind status ordinal pieces cancelledReason } } } }`,
    { id: invoice },
  );
  return page.fulfilmentTasks.nodes;
}

/** Each status with how many of the purchase's tasks have it, and for how many pieces those are. */
const told = async () =>
  [...Map.groupBy(await tasks(), ({ status, pieces }) => `${status} ${JSON.stringify(pieces)}`)]
    .map(([what, its]) => `${its.length} ${what}`)
    .sort();

const planned = async () =>
  (
    await shop.agent.data<{ fulfilmentPlan: { taskId: string | null }[] }>(
      'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { taskId } }',
      { id: invoice },
    )
  ).fulfilmentPlan.map(({ taskId }) => taskId !== null);

const openAgain = async () =>
  (await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened')).opened;

async function claiming(kind: string, quantity: number) {
  const { invoice: page } = await shop.agent.data<{ invoice: { invoiceLines: { nodes: { id: string }[] } } }>(
    'query ($id: ID!) { invoice(id: $id) { invoiceLines(first: 5) { nodes { id } } } }',
    { id: invoice },
  );
  const lines = [{ lineId: page.invoiceLines.nodes[0]!.id, quantity }];
  return { customerId: customer, invoiceId: invoice, kind, lines };
}

/** Pieces come back, and what was decided about that is done. */
async function giveBack(quantity: number): Promise<void> {
  const claim = await claimed(quantity);
  const paid = { ...asRow(claim), refundPaid: claim.refund };
  await shop.done('claimSettle', paid, 'claim { id }');
}

async function claimed(quantity: number) {
  const { claim } = await shop.done<{ claim: Row & { refund: object } }>(
    'claimOpen',
    await claiming('RETURN', quantity),
    'claim { id version refund { amount currency } }',
  );
  return claim;
}

/** The business writes a credit note for pieces of the purchase, by an import. */
const creditNote = async (pieces: number): Promise<string> => {
  const [, customerId, invoiceId] = invoice.split('_');
  const [note, line, batch] = [newId(), newId(), newId()];
  const { orm } = shop.server.db;
  await orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    values (${customerId}, ${note}, ${`C${note}`}, '2011-12-10T12:00:00Z', 'RETURN', 'France', 'GBP', -100, 1)`);
  await orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount,
      currency, kind, batch_id)
    values (${customerId}, ${line}, ${note}, 'SHIRT', 1, 'A shirt', ${-pieces}, 10000, -100, 'GBP', 'RETURN', ${batch})`);
  await orm.execute(sql`
    insert into return_matches (customer_id, id, return_line_id, sale_line_id, quantity)
    select ${customerId}::uuid, ${newId()}, ${line}, l.id, ${pieces} from invoice_lines l
    where l.customer_id = ${customerId}::uuid and l.invoice_id = ${invoiceId}::uuid and l.kind = 'SALE'`);
  return line;
};

describe('C4, C14, C18 nothing is owed for goods that were given back', () => {
  it('C4 open tasks are cut back to the pieces that are left, once it is settled, and called off where none is', async () => {
    expect(await told()).toEqual(['7 OPEN {"SHIRT":3}']);
    const claim = await claimed(1);
    // decided is not done: it may still be withdrawn
    expect(await openAgain()).toBe(0);
    expect(await told()).toEqual(['7 OPEN {"SHIRT":3}']);
    await shop.done('claimSettle', { ...asRow(claim), refundPaid: claim.refund }, 'claim { id }');
    expect(await told()).toEqual(['7 OPEN {"SHIRT":2}']);
    expect(await openAgain()).toBe(0);
    await giveBack(2);
    expect(await told()).toEqual(['7 CANCELLED {"SHIRT":2}']);
    expect((await tasks()).map(({ cancelledReason }) => cancelledReason)).toEqual(Array(7).fill(null));
    expect(await planned()).toEqual([]);
    await shop.on('2012-06-20', async () => {
      expect(await openAgain()).toBe(0);
      expect(await told()).toEqual(['7 CANCELLED {"SHIRT":2}']);
    });
    expect(codes(await shop.change('claimOpen', await claiming('MAINTENANCE', 1), 'claim { id }'))).toEqual([
      'MORE_THAN_BOUGHT',
    ]);
  });

  it('C4, C14 what is done stays done, and a delivery of what was left is a delivery of everything', async () => {
    await giveBack(1);
    expect((await shop.finish(invoice, 'DELIVERY')).userErrors).toEqual([]);
    const { invoice: page } = await shop.agent.data<{ invoice: { deliveredOn: string | null } }>(
      'query ($id: ID!) { invoice(id: $id) { deliveredOn } }',
      { id: invoice },
    );
    expect(page.deliveredOn).toBe('2011-12-10');
    expect((await shop.theOne(invoice, 'INSTALLATION')).dueOn).toBe('2011-12-12');
    await giveBack(2);
    expect(await told()).toEqual(['1 DONE {"SHIRT":2}', '6 CANCELLED {"SHIRT":2}']);
    expect(await openAgain()).toBe(0);
  });

  it('C4, C14 what is taken back of a task for goods that are all gone leaves nothing to be done', async () => {
    await shop.finish(invoice, 'DELIVERY');
    const pack = await shop.theOne(invoice, 'PACKAGING');
    await shop.done('fulfilmentCancel', { ...asRow(pack), reason: 'They bring a bag' }, 'task { id }');
    await giveBack(1);
    const reopen = async (kind: string) =>
      shop.done('fulfilmentReopen', asRow(await shop.theOne(invoice, kind)), 'task { status cancelledReason }');
    expect(await reopen('DELIVERY')).toMatchObject({ task: { status: 'OPEN' } });
    await shop.finish(invoice, 'DELIVERY');
    await giveBack(2);
    for (const kind of ['DELIVERY', 'PACKAGING']) {
      expect(await reopen(kind)).toMatchObject({ task: { status: 'CANCELLED', cancelledReason: null } });
    }
    expect((await tasks()).filter(({ status }) => status !== 'CANCELLED')).toEqual([]);
    expect(await openAgain()).toBe(0);
  });

  it('C14, C15 goods that stay are not there because others were given back before they came', async () => {
    await giveBack(2);
    const { id } = await shop.theOne(invoice, 'INSTALLATION');
    const awaited = 'query ($id: ID!) { fulfilmentAwaited(id: $id) }';
    expect(await shop.agent.data(awaited, { id })).toEqual({ fulfilmentAwaited: ['SHIRT'] });
    await shop.finish(invoice, 'DELIVERY');
    expect(await shop.agent.data(awaited, { id })).toEqual({ fulfilmentAwaited: [] });
  });

  it('C4 what a credit note takes back is not opened, and is what a claim took back before', async () => {
    await creditNote(1);
    await openAgain();
    expect(await told()).toEqual(['7 OPEN {"SHIRT":2}']);
    await giveBack(1);
    // the note is of the day of the claim: it is for the same piece
    expect(await told()).toEqual(['7 OPEN {"SHIRT":2}']);
    const line = await creditNote(2);
    await openAgain();
    expect(await told()).toEqual(['7 CANCELLED {"SHIRT":2}']);
    // and once it is taken back, the goods are there, and what was promised for them
    await shop.server.db.orm.execute(sql`delete from return_matches where return_line_id = ${line}::uuid`);
    expect(await openAgain()).toBe(7);
    expect(await told()).toEqual(['7 OPEN {"SHIRT":2}']);
  });
});

describe('C4 goods that an import adds to a purchase of which some were given back', () => {
  const bring = async (code: string, ...pieces: string[]) => {
    const lines = pieces.map((each) => soldLine('2001', code, each));
    const batch = await importLines(shop.server, lines);
    await shop.server.settle();
    return batch;
  };
  const undo = async (batch: string) => {
    const ctx = await jobContext(shop.server.env);
    await ctx.write('importUndo', (write) => undoImport(write, batch));
    await shop.server.settle();
  };

  it('C4, C14 are owed whatever came back of the first, until the import is taken back', async () => {
    await shop.product('K1');
    await shop.product('K2');
    await bring('K1', '2');
    invoice = await invoiceNumbered(shop.server, '2001');
    customer = `Customer_${invoice.split('_')[1]}`;
    await openAgain();
    await shop.finish(invoice, 'DELIVERY');
    await giveBack(2);
    const gone = ['1 DONE {"K1":2}', '6 CANCELLED {"K1":2}'];
    expect(await told()).toEqual(gone);
    const batch = await bring('K2', '3');
    expect(await planned()).toEqual([false, true, false, false, false, false, false, false]);
    expect(await openAgain()).toBe(7);
    expect((await told()).filter((each) => each.includes('OPEN'))).toEqual(['7 OPEN {"K2":3}']);
    await undo(batch);
    expect((await told()).filter((each) => each.includes('OPEN'))).toEqual([]);
    expect(await openAgain()).toBe(0);
  });
  it('C4 leave what was called off for the first as it was once the import is taken back', async () => {
    await shop.product('K1');
    await bring('K1', '2');
    invoice = await invoiceNumbered(shop.server, '2001');
    customer = `Customer_${invoice.split('_')[1]}`;
    await openAgain();
    await giveBack(2);
    const before = (await tasks()).map(({ id, status }) => [id, status]);
    expect(before.map(([, status]) => status)).toEqual(Array(7).fill('CANCELLED'));
    const batch = await bring('K1', '2', '3');
    expect(await openAgain()).toBe(7);
    await undo(batch);
    expect((await tasks()).map(({ id, status }) => [id, status])).toEqual(before);
    expect(await openAgain()).toBe(0);
  });

  it('C4, C14 and by a credit note that an import brings are owed no more, until the import is taken back', async () => {
    await shop.product('K1');
    await bring('K1', '3');
    invoice = await invoiceNumbered(shop.server, '2001');
    await openAgain();
    await shop.finish(invoice, 'PACKAGING');
    const before = await told();
    expect(before).toEqual(['1 DONE {"K1":3}', '6 OPEN {"K1":3}']);
    const days = async () => (await shop.tasks(invoice)).map(({ id, dueOn }) => [id, dueOn]);
    const promised = await days();
    const note = async (number: string, pieces: string) => {
      const batch = await importLines(shop.server, [
        `${number},K1,A K1,-${pieces},2011-12-05 10:00:00,100.00,17850,United Kingdom`,
      ]);
      await shop.server.settle();
      return batch;
    };
    const first = await note('C3001', '1');
    expect(await told()).toEqual(['1 DONE {"K1":3}', '6 OPEN {"K1":2}']);
    const second = await note('C3002', '2');
    expect(await told()).toEqual(['1 DONE {"K1":3}', '6 CANCELLED {"K1":2}']);
    await undo(second);
    expect(await told()).toEqual(['1 DONE {"K1":3}', '6 OPEN {"K1":2}']);
    await undo(first);
    expect(await told()).toEqual(before);
    expect(await days()).toEqual(promised);
    expect(await openAgain()).toBe(0);
    // what somebody has begun for the others since is not begun for those
    const third = await note('C3003', '1');
    const extras = { ...asRow(await shop.theOne(invoice, 'EXTRAS')), item: 0, done: true };
    await shop.done('fulfilmentTick', extras, 'task { id }');
    await undo(third);
    const pieces = (await tasks()).flatMap((task) => (task.kind === 'EXTRAS' ? [task.pieces] : []));
    expect(pieces.map(({ K1 }) => K1).toSorted()).toEqual([1, 2]);
    expect(await openAgain()).toBe(0);
  });
});
