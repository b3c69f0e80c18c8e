import { isLate } from '@perennial/domain/fulfilment/rules';
import { newId } from '@perennial/kernel/db/ids';
import { asRow, codes } from '@perennial/testkit/sales/desk';
import { served, type Served, type Task } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** From a delivery promised to the proof of it, over the API. Today is Saturday, 10 December 2011. */
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

describe('C14 delivery', () => {
  it('C14 needs every item ticked and a proof; its day is when the goods count as delivered', async () => {
    const delivered = async () =>
      (
        await shop.agent.data<{ invoice: { deliveredOn: string | null } }>(
          'query ($id: ID!) { invoice(id: $id) { deliveredOn } }',
          { id: invoice },
        )
      ).invoice.deliveredOn;
    const first = await theOne('DELIVERY');
    const tooSoon = await shop.change(
      'fulfilmentComplete',
      { ...asRow(first), note: 'Done', signedBy: '' },
      'task { id }',
    );
    expect(tooSoon.userErrors).toMatchObject([
      { code: 'CHECKLIST_INCOMPLETE', path: ['checklist'], params: { left: 2, first: 'Unpack' } },
    ]);
    expect((await theOne('DELIVERY')).version).toBe(first.version);
    await shop.done('fulfilmentTick', { ...asRow(first), item: 0, done: true }, 'task { id }');
    expect(codes(await shop.change('fulfilmentTick', { ...asRow(first), item: 1, done: true }, 'task { id }'))).toEqual(
      ['VERSION_CONFLICT'],
    );
    expect((await theOne('DELIVERY')).checklist).toMatchObject([
      { text: 'Unpack', done: true, by: expect.stringMatching(/./) },
      { text: 'Sign', done: false, by: null },
    ]);
    const bare = await finish('DELIVERY', { note: ' ', signedBy: '' });
    expect(codes(bare)).toEqual(['PROOF_MISSING']);
    expect(await delivered()).toBeNull();
    expect(codes(await finish('DELIVERY', { completedOn: '2011-12-11' }))).toEqual(['COMPLETED_IN_FUTURE']);
    expect(codes(await finish('DELIVERY', { completedOn: '2011-12-09' }))).toEqual(['COMPLETED_BEFORE_SALE']);
    expect(await finish('DELIVERY')).toMatchObject({
      userErrors: [],
      task: { status: 'DONE', completedOn: '2011-12-10' },
    });
    expect(await delivered()).toBe('2011-12-10');
    // what counts from delivery follows it
    expect((await theOne('INSTALLATION')).dueOn).toBe('2011-12-12');
    expect(codes(await finish('DELIVERY'))).toEqual(['TASK_DONE']);
  });

  it('C14 a completion is taken back on its day and not the day after', async () => {
    await finish('DELIVERY');
    await shop.done('fulfilmentReopen', asRow(await theOne('DELIVERY')), 'task { id }');
    expect(await theOne('DELIVERY')).toMatchObject({ status: 'OPEN', completedOn: null });
    expect((await theOne('INSTALLATION')).dueOn).toBe('2011-12-15');
    await finish('DELIVERY');
    await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-11'`);
    try {
      const late = await shop.change('fulfilmentReopen', asRow(await theOne('DELIVERY')), 'task { id }');
      expect(codes(late)).toEqual(['UNDO_TOO_LATE']);
    } finally {
      await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });

  it('C14 looking back at that day brings it back for nobody, and shortens no window', async () => {
    await finish('DELIVERY');
    const lookAt = async (asOf: string) => {
      const { business } = await shop.owner.data<{ business: { version: number } }>('{ business { version } }');
      const { version } = business;
      await shop.done('businessUpdate', { version, asOf }, 'business { asOf }', shop.owner);
    };
    try {
      await lookAt('2011-12-16');
      await lookAt('2011-12-10');
      const back = await shop.change('fulfilmentReopen', asRow(await theOne('DELIVERY')), 'task { id }');
      expect(back.userErrors).toMatchObject([{ code: 'UNDO_TOO_LATE', params: { on: '2011-12-10' } }]);
      // what was done meanwhile is recorded under its day, and nothing under one that has not come
      expect(codes(await finish('EXTRAS', { completedOn: '2011-12-17' }))).toEqual(['COMPLETED_IN_FUTURE']);
      expect((await finish('EXTRAS', { completedOn: '2011-12-16' })).userErrors).toEqual([]);
      // what is recorded while looking back is recorded now, and a slip of the hand like any other
      await finish('PACKAGING');
      await shop.done('fulfilmentReopen', asRow(await theOne('PACKAGING')), 'task { id }');
    } finally {
      await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10', latest_day = null`);
    }
  });

  it('C14, C15 goods that nobody has delivered are named before something is recorded as done with them, and when it is', async () => {
    const awaited = async (kind: string) =>
      (
        await shop.agent.data<{ fulfilmentAwaited: string[] }>('query ($id: ID!) { fulfilmentAwaited(id: $id) }', {
          id: (await theOne(kind)).id,
        })
      ).fulfilmentAwaited;
    const complete = async (kind: string) => {
      const proof = { ...asRow(await theOne(kind)), note: 'Done', signedBy: 'Mrs Lee' };
      return (await shop.done<{ warnings: string[] }>('fulfilmentComplete', proof, 'warnings')).warnings;
    };
    expect(await awaited('INSTALLATION')).toEqual([expect.stringMatching(/./)]);
    expect(await awaited('EXTRAS')).toEqual([]);
    await shop.done('fulfilmentTick', { ...asRow(await theOne('INSTALLATION')), item: 0, done: true }, 'task { id }');
    expect(await complete('INSTALLATION')).toEqual(['NOT_DELIVERED']);
    await shop.done('fulfilmentReopen', asRow(await theOne('INSTALLATION')), 'task { id }');
    await finish('DELIVERY');
    expect(await awaited('INSTALLATION')).toEqual([]);
    expect(await complete('INSTALLATION')).toEqual([]);
  });

  it('C14 an appointment is kept, and what is odd about it is said', async () => {
    const at = async (scheduledFor: string | null) =>
      shop.done<{ warnings: string[]; task: { status: string } }>(
        'fulfilmentSchedule',
        { ...asRow(await theOne('DELIVERY')), scheduledFor },
        'warnings task { status scheduledFor }',
      );
    expect(await at('2011-12-12T09:00:00Z')).toMatchObject({ warnings: [], task: { status: 'SCHEDULED' } });
    expect((await at('2011-12-20T09:00:00Z')).warnings).toEqual(['AFTER_DUE']);
    const slip = { ...asRow(await theOne('DELIVERY')), scheduledFor: '1999-01-01T00:00:00Z' };
    expect((await shop.change('fulfilmentSchedule', slip, 'warnings')).userErrors).toMatchObject([
      { code: 'SCHEDULED_BEFORE_SALE', path: ['scheduledFor'], params: { earliest: '2011-12-10' } },
    ]);
    expect(await at(null)).toMatchObject({ task: { status: 'OPEN', scheduledFor: null } });
  });

  it('C14 is called off with a reason, and given to somebody who works here', async () => {
    const task = await theOne('DELIVERY');
    expect(codes(await shop.change('fulfilmentCancel', { ...asRow(task), reason: '' }, 'task { id }'))).toEqual([
      'REASON_MISSING',
    ]);
    const nobody = await shop.change(
      'fulfilmentAssign',
      { ...asRow(task), ownerId: `StaffMember_${newId()}` },
      'task { id }',
    );
    expect(codes(nobody)).toEqual(['STAFF_UNKNOWN']);
    const { staffMember: eve } = await shop.done<{ staffMember: { id: string } }>(
      'staffCreate',
      { name: 'Eve', email: 'eve@example.com', role: 'AUDITOR', password: 'a long enough password' },
      'staffMember { id }',
      shop.owner,
    );
    const reader = await shop.change('fulfilmentAssign', { ...asRow(task), ownerId: eve.id }, 'task { id }');
    expect(codes(reader)).toEqual(['STAFF_ROLE']);
    await shop.done('fulfilmentAssign', { ...asRow(task), ownerId: null }, 'task { id }');
    expect((await theOne('DELIVERY')).owner).toBeNull();
    await shop.done('fulfilmentCancel', { ...asRow(await theOne('DELIVERY')), reason: 'Picked up' }, 'task { id }');
    expect(
      codes(
        await finish('DELIVERY').catch(() =>
          shop.change('fulfilmentTick', { ...asRow(task), item: 0, done: true }, 'task { id }'),
        ),
      ),
    ).toEqual(['TASK_CANCELLED']);
  });
});

describe('C14 what is late', () => {
  it('C14 the API says so as the domain does, on the day after and not before', async () => {
    const on = async (day: string) => {
      await shop.server.db.orm.execute(sql`update business set as_of = ${day}`);
      const { invoice: page } = await shop.agent.data<{
        invoice: { fulfilmentTasks: { nodes: (Task & { late: boolean })[] } };
      }>('query ($id: ID!) { invoice(id: $id) { fulfilmentTasks { nodes { kind status dueOn completedOn late } } } }', {
        id: invoice,
      });
      const rows = page.fulfilmentTasks.nodes as (Parameters<typeof isLate>[0] & { kind: string; late: boolean })[];
      for (const row of rows) expect(row.late, row.kind).toBe(isLate(row, day));
      return rows
        .filter((row) => row.late)
        .map((row) => row.kind)
        .sort();
    };
    try {
      expect(await on('2011-12-13')).toEqual([]);
      expect(await on('2011-12-14')).toEqual(['DELIVERY', 'EXTRAS', 'PACKAGING']);
    } finally {
      await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });
});
