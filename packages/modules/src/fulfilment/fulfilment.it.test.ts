import { isLate } from '@perennial/domain/fulfilment/rules';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveredOn } from './index.ts';

/** From a purchase to the proof that what it promised was done, over the API. Today is Saturday, 10 December 2011. */
let server: TestServer;
let agent: GraphQLClient;
let manager: GraphQLClient;
let shirt: string;
let filter: string;
let invoice: string;

type Answer = Record<string, unknown> & {
  userErrors: { code: string; path: string[]; params: Record<string, unknown> }[];
};
interface Row {
  id: string;
  version: number;
}
interface Task extends Row {
  kind: string;
  status: string;
  dueOn: string;
  ordinal: number;
  checklist: { text: string; done: boolean; by: string | null }[];
  conduct: string[];
  parts: unknown[];
  completedOn: string | null;
  owner: { email: string } | null;
}

async function change(name: string, input: object, select: string, by: GraphQLClient = agent): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await by.data<Record<string, Answer>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code path params } } }`,
    { input },
  );
  return answer[name]!;
}

async function done<T>(name: string, input: object, select: string, by?: GraphQLClient): Promise<T> {
  const answer = await change(name, input, select, by);
  expect(answer.userErrors, name).toEqual([]);
  return answer as T;
}

const codes = (answer: Answer) => answer.userErrors.map((each) => each.code);

const product = async (code: string, input: object = {}) =>
  (
    await done<{ product: { id: string } }>(
      'productCreate',
      { code, name: `A ${code}`, price: 100_000, ...input },
      'product { id }',
      manager,
    )
  ).product.id;

const asRow = ({ id, version }: Row): Row => ({ id, version });

/** A customer who buys a shirt by accepting a quote today. */
async function buy(): Promise<{ customer: string; invoice: string }> {
  const customerId = newId();
  await server.db.orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customerId}, ${customerId}, 'UNKNOWN', 'France', 'France', 'PROSPECT', 'PROSPECT', '2011-01-01', 'GBP', now(), now())`);
  const customer = `Customer_${customerId}`;
  const made = await done<{ quoteRevision: Row }>(
    'quoteCreate',
    { customerId: customer, title: 'A shirt' },
    'quoteRevision { id version }',
  );
  const saved = await done<{ quoteRevision: Row }>(
    'quoteRevisionSave',
    { ...made.quoteRevision, lines: [{ productId: shirt, quantity: 1 }] },
    'quoteRevision { id version }',
  );
  const sent = await done<{ quote: Row }>('quoteRevisionSend', saved.quoteRevision, 'quote { id version }');
  const accepted = await done<{ invoice: { id: string } }>(
    'quoteAccept',
    { ...sent.quote, revisionId: saved.quoteRevision.id },
    'invoice { id }',
  );
  return { customer, invoice: accepted.invoice.id };
}

async function tasks(of: string = invoice): Promise<Task[]> {
  const { invoice: page } = await agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks(first: 50) { nodes {
      id version kind status dueOn ordinal checklist conduct parts completedOn owner { email } } } } }`,
    { id: of },
  );
  return page.fulfilmentTasks.nodes;
}

const theOne = async (kind: string, ordinal = 1): Promise<Task> =>
  (await tasks()).find((each) => each.kind === kind && each.ordinal === ordinal)!;

/** Ticks everything and says that it was done. */
async function finish(kind: string, more: object = {}): Promise<Answer> {
  for (const [item, { done: ticked }] of (await theOne(kind)).checklist.entries()) {
    if (!ticked) await done('fulfilmentTick', { ...asRow(await theOne(kind)), item, done: true }, 'task { id }');
  }
  return change(
    'fulfilmentComplete',
    { ...asRow(await theOne(kind)), note: 'As agreed', signedBy: 'Mrs Lee', ...more },
    'task { status completedOn }',
  );
}

const terms = [
  {
    id: 'deliver',
    kind: 'delivery',
    params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: ['Unpack', 'Sign'] },
  },
  {
    id: 'install',
    kind: 'installation',
    params: {
      withinDays: 2,
      countedFrom: 'DELIVERY',
      freeOfCharge: true,
      checklist: ['Tested'],
      conduct: ['Shoe covers'],
    },
  },
  { id: 'pack', kind: 'packaging', params: { checklist: ['No plastic'], giftWrap: true, takeBack: true } },
  { id: 'card', kind: 'extras', params: { items: ['A card'] } },
  {
    id: 'maintain',
    kind: 'maintenance',
    params: {
      everyMonths: 6,
      visits: 3,
      partsIncluded: false,
      labourIncluded: true,
      partsDiscount: 0,
      countedFrom: 'PURCHASE',
    },
  },
];

beforeAll(async () => {
  server = await testServer();
  [agent, manager] = [await server.as('AGENT'), await server.as('POLICY_MANAGER')];
  shirt = await product('SHIRT', { extras: ['Two spare buttons'] });
  filter = await product('FILTER', { isPart: true, price: 45_000 });
  const draft = await done<{ policyVersion: Row }>(
    'policyCreate',
    { name: 'Whole service' },
    'policyVersion { id version }',
    manager,
  );
  const saved = await done<{ policyVersion: Row }>(
    'policyVersionSave',
    { ...draft.policyVersion, effectiveFrom: '2011-01-01', terms },
    'policyVersion { id version }',
    manager,
  );
  await done('policyVersionPublish', saved.policyVersion, 'policyVersion { id }', manager);
});

beforeEach(async () => {
  ({ invoice } = await buy());
});

describe('C4 a purchase opens what its policy promises', () => {
  it('C4 at the very moment of the purchase, each task once, looked after by who sold it', async () => {
    const open = await tasks();
    expect(open.map(({ kind, dueOn, status, ordinal }) => [kind, ordinal, dueOn, status]).sort()).toEqual([
      ['DELIVERY', 1, '2011-12-13', 'OPEN'],
      ['EXTRAS', 1, '2011-12-13', 'OPEN'],
      // until it is delivered it counts from the last day promised for that
      ['INSTALLATION', 1, '2011-12-15', 'OPEN'],
      ['MAINTENANCE', 1, '2012-06-10', 'OPEN'],
      ['MAINTENANCE', 2, '2012-12-10', 'OPEN'],
      ['MAINTENANCE', 3, '2013-06-10', 'OPEN'],
      ['PACKAGING', 1, '2011-12-13', 'OPEN'],
    ]);
    expect(new Set(open.map((each) => each.owner?.email)).size).toBe(1);
    expect(open[0]!.owner).not.toBeNull();
    const again = await done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect(again.opened).toBe(0);
    expect(await tasks()).toHaveLength(7);
  });

  it('C4 an imported purchase shows its schedule and opens nothing by itself', async () => {
    const [customerId, invoiceId] = [newId(), newId()];
    const { orm } = server.db;
    await orm.execute(sql`
      insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
      values (${customerId}, ${customerId}, 'UNKNOWN', 'France', 'France', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${invoiceId}, 'OLD', '2011-03-01T10:00:00Z', 'SALE', 'France', 'GBP', 100, 1)`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${newId()}, ${invoiceId}, 'SHIRT', 1, 'A shirt', 1, 10000, 100, 'GBP', 'SALE')`);
    const { keepPromises } = await import('../policies/index.ts');
    const { jobContext } = await import('@perennial/kernel/write/jobs');
    await keepPromises(await jobContext(server.env));
    const id = `Invoice_${customerId}_${invoiceId}`;
    expect(await tasks(id)).toEqual([]);
    const plan = await agent.data<{
      fulfilmentPlan: { kind: string; dueOn: string; taskId: string | null; sentence: string }[];
    }>('query ($id: ID!) { fulfilmentPlan(invoiceId: $id, language: zh_Hant) { kind dueOn taskId sentence } }', { id });
    const visits = plan.fulfilmentPlan.filter((each) => each.kind === 'MAINTENANCE');
    expect(visits.map((each) => each.dueOn)).toEqual(['2011-09-01', '2012-03-01', '2012-09-01']);
    expect(visits.every((each) => each.taskId === null && /[\u4e00-\u9fff]/.test(each.sentence))).toBe(true);
    expect((await done<{ opened: number }>('fulfilmentOpen', { invoiceId: id }, 'opened')).opened).toBe(7);
    expect(
      codes(await change('fulfilmentOpen', { invoiceId: `Invoice_${customerId}_${customerId}` }, 'opened')),
    ).toEqual(['NOT_FOUND']);
  });
});

describe('C14 delivery', () => {
  it('C14 needs every item ticked and a proof; its day is when the goods count as delivered', async () => {
    const [, customerId = '', invoiceId = ''] = invoice.split('_');
    const delivered = () => deliveredOn(server.db.orm, { customerId, invoiceId });
    const first = await theOne('DELIVERY');
    const tooSoon = await change('fulfilmentComplete', { ...asRow(first), note: 'Done', signedBy: '' }, 'task { id }');
    expect(tooSoon.userErrors).toMatchObject([
      { code: 'CHECKLIST_INCOMPLETE', path: ['checklist'], params: { left: 2, first: 'Unpack' } },
    ]);
    expect((await theOne('DELIVERY')).version).toBe(first.version);
    await done('fulfilmentTick', { ...asRow(first), item: 0, done: true }, 'task { id }');
    expect(codes(await change('fulfilmentTick', { ...asRow(first), item: 1, done: true }, 'task { id }'))).toEqual([
      'VERSION_CONFLICT',
    ]);
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
    await done('fulfilmentReopen', asRow(await theOne('DELIVERY')), 'task { id }');
    expect(await theOne('DELIVERY')).toMatchObject({ status: 'OPEN', completedOn: null });
    expect((await theOne('INSTALLATION')).dueOn).toBe('2011-12-15');
    await finish('DELIVERY');
    await server.db.orm.execute(sql`update business set as_of = '2011-12-11'`);
    try {
      const late = await change('fulfilmentReopen', asRow(await theOne('DELIVERY')), 'task { id }');
      expect(codes(late)).toEqual(['UNDO_TOO_LATE']);
    } finally {
      await server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });

  it('C14 an appointment is kept, and what is odd about it is said', async () => {
    const at = async (scheduledFor: string | null) =>
      done<{ warnings: string[]; task: { status: string } }>(
        'fulfilmentSchedule',
        { ...asRow(await theOne('DELIVERY')), scheduledFor },
        'warnings task { status scheduledFor }',
      );
    expect(await at('2011-12-12T09:00:00Z')).toMatchObject({ warnings: [], task: { status: 'SCHEDULED' } });
    expect((await at('2011-12-20T09:00:00Z')).warnings).toEqual(['AFTER_DUE']);
    expect(await at(null)).toMatchObject({ task: { status: 'OPEN', scheduledFor: null } });
  });

  it('C14 is called off with a reason, and given to somebody who works here', async () => {
    const task = await theOne('DELIVERY');
    expect(codes(await change('fulfilmentCancel', { ...asRow(task), reason: '' }, 'task { id }'))).toEqual([
      'REASON_MISSING',
    ]);
    const nobody = await change(
      'fulfilmentAssign',
      { ...asRow(task), ownerId: `StaffMember_${newId()}` },
      'task { id }',
    );
    expect(codes(nobody)).toEqual(['STAFF_UNKNOWN']);
    await done('fulfilmentAssign', { ...asRow(task), ownerId: null }, 'task { id }');
    expect((await theOne('DELIVERY')).owner).toBeNull();
    await done('fulfilmentCancel', { ...asRow(await theOne('DELIVERY')), reason: 'Picked up' }, 'task { id }');
    expect(
      codes(
        await finish('DELIVERY').catch(() =>
          change('fulfilmentTick', { ...asRow(task), item: 0, done: true }, 'task { id }'),
        ),
      ),
    ).toEqual(['TASK_CANCELLED']);
  });
});

describe('C14 what is late', () => {
  it('C14 the API says so as the domain does, on the day after and not before', async () => {
    const on = async (day: string) => {
      await server.db.orm.execute(sql`update business set as_of = ${day}`);
      const { invoice: page } = await agent.data<{
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
      await server.db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    }
  });
});

describe('C15 installation', () => {
  it('C15 carries how whoever comes behaves, and is proven', async () => {
    expect(await theOne('INSTALLATION')).toMatchObject({ conduct: ['Shoe covers'], checklist: [{ text: 'Tested' }] });
    expect(await finish('INSTALLATION')).toMatchObject({ userErrors: [], task: { status: 'DONE' } });
    const [event] = await rowsOf<{ operation: string; subject: string }>(
      server.db.orm,
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
      change('fulfilmentParts', { ...asRow(task), parts: list }, 'task { parts }');
    const one = { productId: filter, quantity: 1, serialOut: 'F-001', serialIn: 'F-002' };
    expect((await parts([one, { ...one, serialOut: null }])).userErrors).toMatchObject([
      { code: 'SERIAL_TWICE', path: ['parts', '1', 'serialIn'] },
    ]);
    expect((await parts([{ productId: shirt, quantity: 1 }])).userErrors).toMatchObject([
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
  });
});

describe('C20 what comes with the goods', () => {
  it('C20 is handed over with them: the policy’s extras and the product’s own', async () => {
    expect((await theOne('EXTRAS')).checklist.map((each) => each.text)).toEqual(['A card', 'Two spare buttons']);
  });
});
