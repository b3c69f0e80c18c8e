import { rowsOf } from '@perennial/kernel/db/database';
import { asRow, codes, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { givingBack } from '@perennial/testkit/sales/given-back';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/**
 * A lamp and a vase that are delivered apart, with ten days from delivery to give them back. Sold on Saturday, 10 December
 * 2011; the lamp came on the 12th.
 */
let shop: Desk;
let customer: string;
let invoice: string;

interface Task extends Row {
  kind: string;
  codes: string[];
  status: string;
  dueOn: string;
  cancelledReason: string | null;
  recordedOn: string | null;
}

const deliver = (code: string) => ({
  id: `deliver-${code.toLowerCase()}`,
  kind: 'delivery',
  params: { withinDays: 5, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] },
  appliesTo: { productCodes: [code] },
});
const install = {
  id: 'install',
  kind: 'installation',
  params: { withinDays: 2, countedFrom: 'DELIVERY', freeOfCharge: true, checklist: [], conduct: [] },
  appliesTo: { productCodes: ['VASE'] },
};
const returns = { id: 'returns', kind: 'returns', params: { days: 10, openedAllowed: true, countedFrom: 'DELIVERY' } };

async function task(kind: string, code: string): Promise<Task> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks {
      nodes { id version kind status dueOn codes cancelledReason recordedOn } } } }`,
    { id: invoice },
  );
  return page.fulfilmentTasks.nodes.find((each) => each.kind === kind && each.codes.includes(code))!;
}

const complete = async (code: string, completedOn?: string) =>
  shop.done(
    'fulfilmentComplete',
    { ...asRow(await task('DELIVERY', code)), note: 'At the door', signedBy: 'Mrs Lee', completedOn },
    'task { id }',
  );

const callOff = async (code: string) =>
  shop.done(
    'fulfilmentCancel',
    { ...asRow(await task('DELIVERY', code)), reason: 'The carrier lost it' },
    'task { id }',
  );

const takeBack = async (code: string) =>
  shop.change('fulfilmentReopen', asRow(await task('DELIVERY', code)), 'task { status }');

const told = (code: string) => givingBack(shop, invoice, code);

beforeAll(async () => {
  shop = await desk();
  for (const code of ['LAMP', 'VASE']) await shop.product(code);
  await shop.publish('Counted from delivery', [deliver('LAMP'), deliver('VASE'), install, returns]);
});

beforeEach(async () => {
  customer = await shop.customer();
  const products = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'Product_' || id as id from products where code in ('LAMP', 'VASE')`,
  );
  const { quote, revision } = await shop.quoted(
    customer,
    products.map(({ id }) => ({ productId: id, quantity: 1 })),
  );
  invoice = ((await shop.accept(quote, revision)).invoice as { id: string }).id;
  await shop.on('2011-12-12', () => complete('LAMP'));
});

describe('C14 a delivery that is called off', () => {
  it('C14 starts no window: not with what was delivered beside it, and not that one either', async () => {
    await shop.on('2011-12-30', async () => {
      expect(await told('VASE')).toEqual({ outcome: 'ALLOWED', countedFrom: null });
      await callOff('VASE');
      expect(await told('VASE')).toEqual({ outcome: 'ALLOWED', countedFrom: null });
      expect(await told('LAMP')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-12-12' });
    });
  });

  it('C14 is taken back on its day, audited, and then goes on as if it had not been', async () => {
    const installation = (await task('INSTALLATION', 'VASE')).dueOn;
    await callOff('VASE');
    expect(await task('DELIVERY', 'VASE')).toMatchObject({ status: 'CANCELLED', recordedOn: '2011-12-10' });
    expect(await takeBack('VASE')).toMatchObject({ userErrors: [], task: { status: 'OPEN' } });
    expect(await task('DELIVERY', 'VASE')).toMatchObject({ status: 'OPEN', cancelledReason: null, recordedOn: null });
    expect((await task('INSTALLATION', 'VASE')).dueOn).toBe(installation);
    const [event] = await rowsOf<{ operation: string; subject: string }>(
      shop.server.db.orm,
      sql`select operation, subject from audit_events order by seq desc limit 1`,
    );
    expect(event).toMatchObject({ operation: 'fulfilmentReopen', subject: (await task('DELIVERY', 'VASE')).id });
    await shop.on('2011-12-14', () => complete('VASE'));
    expect(await shop.on('2011-12-24', () => told('VASE'))).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-12-14' });
    expect(await shop.on('2011-12-25', () => told('VASE'))).toEqual({ outcome: 'REFUSED', countedFrom: '2011-12-14' });
  });

  it('C14 is not taken back on a later day, and keeps its appointment where it is', async () => {
    const at = { ...asRow(await task('DELIVERY', 'VASE')), scheduledFor: '2011-12-14T09:00:00Z' };
    await shop.done('fulfilmentSchedule', at, 'task { id }');
    await callOff('VASE');
    expect(await takeBack('VASE')).toMatchObject({ userErrors: [], task: { status: 'SCHEDULED' } });
    await callOff('VASE');
    await shop.on('2011-12-11', async () => expect(codes(await takeBack('VASE'))).toEqual(['UNDO_TOO_LATE']));
  });
});
