import { rowsOf } from '@perennial/kernel/db/database';
import { importLines, invoiceNumbered } from '@perennial/testkit/importing/import-lines';
import { agreeing } from '@perennial/testkit/policies/weighing';
import { deliver, install, term } from '@perennial/testkit/sales/delivery-terms';
import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { givingBack } from '@perennial/testkit/sales/given-back';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/**
 * Goods that an import adds to a purchase whose goods were delivered, and which nobody has delivered. Today is Saturday, 10
 * December 2011; K1 was bought on 1 June with K3, which nobody promised to deliver, and delivered on the 3rd.
 */
let shop: Desk;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  dueOn: string;
  codes: string[];
}

const returns = term('returns', { days: 30, openedAllowed: true, countedFrom: 'DELIVERY' });

async function bought(...goods: string[]): Promise<void> {
  await importLines(
    shop.server,
    goods.map((code) => `2001,${code},A ${code},1,2011-06-01 10:00:00,100.00,17850,United Kingdom`),
  );
  await shop.server.settle();
}

/** A purchase of K1 and K3 under these terms, of which K1 was delivered. */
async function servedFirst(terms: object[], completedOn = '2011-06-03'): Promise<string> {
  const version = await shop.publish('Whole service', terms);
  await bought('K1', 'K3');
  invoice = await invoiceNumbered(shop.server, '2001');
  await openTasks();
  await deliverNow('K1', completedOn);
  return version;
}

const openTasks = () => shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');

async function tasks(kind: string): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!, $kind: FulfilmentKind!) { invoice(id: $id) { fulfilmentTasks(filter: { kind: { eq: $kind } }) {
      nodes { id version kind status dueOn codes } } } }`,
    { id: invoice, kind },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const delivery = async (code: string) => (await tasks('DELIVERY')).find(({ codes }) => codes.includes(code))!;

const due = async (kind: string) =>
  (await tasks(kind)).map(({ codes, dueOn }) => `${codes.toSorted().join(' ')} ${dueOn}`);

async function deliverNow(code: string, completedOn: string): Promise<void> {
  const done = { ...asRow(await delivery(code)), note: 'At the door', signedBy: 'Mrs Lee', completedOn };
  await shop.done('fulfilmentComplete', done, 'task { id }');
}

const callOff = async (code: string) =>
  shop.done('fulfilmentCancel', { ...asRow(await delivery(code)), reason: 'The carrier lost it' }, 'task { id }');

const takeBack = async (code: string) => shop.done('fulfilmentReopen', asRow(await delivery(code)), 'task { id }');

/** Moves the purchase to a next version with these terms; the customer consents. */
async function moveOn(from: string, terms: object[]): Promise<void> {
  const draft = await shop.policies.next(from, '2011-12-11', terms);
  await shop.policies.approve(draft.id);
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  const [held] = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'Entitlement_' || customer_id || '_' || id as id from entitlements`,
  );
  const to = { id: held!.id, to: draft.id };
  const consent = await agreeing(shop.manager, to, { by: 'Mrs Lee', on: '2011-12-10', note: 'On the phone' });
  const move = { id: held!.id, policyVersionId: draft.id, consent };
  await shop.done('entitlementMove', move, 'entitlement { id }', shop.manager);
}

/** What giving some of the goods back comes to. */
async function told(code: string): Promise<[outcome: string, countedFrom: string | null]> {
  const { outcome, countedFrom } = await givingBack(shop, invoice, code);
  return [outcome, countedFrom];
}

/** The goods sold first count from the day on which K1 came, and these from none. */
async function haveNoDay(...added: string[]): Promise<void> {
  for (const code of added) expect(await told(code)).toEqual(['ALLOWED', null]);
  for (const code of ['K1', 'K3']) expect(await told(code)).toEqual(['REFUSED', '2011-06-03']);
}

beforeEach(async () => {
  shop = await desk();
  for (const code of ['K1', 'K2', 'K3', 'K4']) await shop.product(code);
});

describe('C4, C14 goods that an import added get no day of delivery that is not theirs', () => {
  it('C4, C14 by opening tasks, or by a move to a version that delivers them no more', async () => {
    const first = await servedFirst([deliver('K1', 'K2'), install, returns]);
    await bought('K2', 'K4');
    await haveNoDay('K2', 'K4');
    await openTasks();
    await haveNoDay('K2', 'K4');
    await moveOn(first, [deliver('K1'), install, returns]);
    expect((await delivery('K2')).status).toBe('CANCELLED');
    await haveNoDay('K2', 'K4');
    await openTasks();
    await haveNoDay('K2', 'K4');
    expect(await due('INSTALLATION')).toEqual(['K1 K3 K4 2011-06-05', 'K2 2011-12-15']);
  });

  it('C4, C14 where a move calls their delivery off once it was taken back that it was done', async () => {
    const first = await servedFirst([deliver('K1', 'K2'), returns]);
    await bought('K2');
    await openTasks();
    await deliverNow('K2', '2011-12-10');
    expect(await told('K2')).toEqual(['ALLOWED', '2011-12-10']);
    await takeBack('K2');
    await moveOn(first, [deliver('K1'), returns]);
    await haveNoDay('K2');
  });
});

describe('C14, C15 goods of which nobody knows when they come hurry nothing that is done with them', () => {
  it('C14, C15 whether their delivery was called off or none was promised', async () => {
    // by the 4th of June it was promised; it came late, and the two days for installing it have only begun
    await servedFirst([deliver('K1', 'K2'), install], '2011-12-10');
    await bought('K2', 'K4');
    await openTasks();
    const begun = ['K1 K3 K4 2011-12-12', 'K2 2011-12-15'];
    expect(await due('INSTALLATION')).toEqual(begun);
    await callOff('K2');
    expect(await due('INSTALLATION')).toEqual(begun);
    await takeBack('K2');
    expect(await due('INSTALLATION')).toEqual(begun);
  });
});

describe('C4, C20 extras of goods that an import added are not late before these can be there', () => {
  it('C20 though those of the others are: they are due with the delivery of their own goods', async () => {
    await servedFirst([deliver('K1', 'K2'), term('extras', { items: ['A card'] })]);
    expect(await due('EXTRAS')).toEqual(['K1 K3 2011-06-03']);
    await bought('K2');
    await openTasks();
    const apart = ['K1 K3 2011-06-03', 'K2 2011-12-13'];
    expect(await due('EXTRAS')).toEqual(apart);
    await openTasks();
    expect(await due('EXTRAS')).toEqual(apart);
    await deliverNow('K2', '2011-12-10');
    expect(await due('EXTRAS')).toEqual(['K1 K3 2011-06-03', 'K2 2011-12-10']);
  });
});
