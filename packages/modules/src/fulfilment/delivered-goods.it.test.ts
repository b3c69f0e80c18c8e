import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { rowsOf } from '@perennial/kernel/db/database';
import { dayIn } from '@perennial/kernel/write/business';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importLines } from '@perennial/testkit/importing/import-lines';
import { deliver, install, term } from '@perennial/testkit/sales/delivery-terms';
import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { decideOneByOne, totalsOf } from '@perennial/testkit/whatif/one-by-one';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../importing/index.ts';

/**
 * Goods of one purchase that are delivered on different days. Today is Saturday, 10 December 2011; K1 was bought on 1 June
 * and delivered on the 3rd, what comes after it is delivered on 5 December.
 */
let shop: Desk;

interface Task extends Row {
  kind: string;
  status: string;
  ordinal: number;
  dueOn: string;
  codes: string[];
}

const maintain = term('maintenance', {
  everyMonths: 2,
  visits: 2,
  partsIncluded: false,
  labourIncluded: true,
  partsDiscount: 0,
  countedFrom: 'DELIVERY',
});
const returns = (days = 30) => term('returns', { days, openedAllowed: true, countedFrom: 'DELIVERY' });

async function bring(...lines: string[]): Promise<string> {
  const batchId = await importLines(shop.server, lines);
  await shop.server.settle();
  return batchId;
}

const bought = (...goods: string[]) =>
  bring(...goods.map((code) => `2001,${code},A ${code},1,2011-06-01 10:00:00,100.00,17850,United Kingdom`));

/** The purchase of these goods, of which K1 was delivered. */
async function servedFirst(...goods: string[]): Promise<string> {
  await bought(...goods);
  const [row] = await rowsOf<{ id: string }>(
    shop.server.db.orm,
    sql`select 'Invoice_' || customer_id || '_' || id as id from invoices where number = '2001'`,
  );
  await openTasks(row!.id);
  await complete(row!.id, 'DELIVERY', 'K1', '2011-06-03');
  return row!.id;
}

const openTasks = (invoiceId: string) => shop.done('fulfilmentOpen', { invoiceId }, 'opened');

async function tasks(invoice: string, kind: string): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!, $kind: FulfilmentKind!) { invoice(id: $id) { fulfilmentTasks(filter: { kind: { eq: $kind } }) {
      nodes { id version kind status ordinal dueOn codes } } } }`,
    { id: invoice, kind },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
}

const due = async (invoice: string, kind: string) =>
  (await tasks(invoice, kind)).map(({ codes, dueOn }) => `${codes.join(' ')} ${dueOn}`);

async function complete(invoice: string, kind: string, code: string, completedOn: string): Promise<void> {
  const task = (await tasks(invoice, kind)).find((each) => each.codes.includes(code) && each.status === 'OPEN');
  const done = { ...asRow(task!), note: 'At the door', signedBy: 'Mrs Lee', completedOn };
  await shop.done('fulfilmentComplete', done, 'task { id }');
}

const customerOf = (invoice: string) => `Customer_${invoice.split('_')[1]}`;

async function lineOf(invoice: string, code: string): Promise<string> {
  const { invoice: page } = await shop.agent.data<{
    invoice: { invoiceLines: { nodes: { id: string; code: string }[] } };
  }>('query ($id: ID!) { invoice(id: $id) { invoiceLines { nodes { id code } } } }', { id: invoice });
  return page.invoiceLines.nodes.find((each) => each.code === code)!.id;
}

interface Told {
  outcome: string;
  countedFrom: string | null;
}

/** What a claim and a trial come to for some of the goods, today or on another day; both come to the same. */
async function told(invoice: string, code: string, kind: 'RETURN' | 'MAINTENANCE', day = '2011-12-10'): Promise<Told> {
  const line = await lineOf(invoice, code);
  const { claimPreview, policyTry } = await shop.on(day, () =>
    shop.agent.data<{ claimPreview: { lines: Told[] }; policyTry: Told }>(
      `query ($customerId: ID!, $invoiceId: ID!, $kind: ClaimKind!, $lines: [ClaimLineInput!]!, $line: ID!, $term: String!) {
        claimPreview(customerId: $customerId, invoiceId: $invoiceId, kind: $kind, lines: $lines) {
          lines { outcome countedFrom } }
        policyTry(lineId: $line, kind: $term) { outcome countedFrom } }`,
      {
        customerId: customerOf(invoice),
        invoiceId: invoice,
        kind,
        lines: [{ lineId: line, quantity: 1 }],
        line,
        term: kind === 'RETURN' ? 'returns' : 'maintenance',
      },
    ),
  );
  expect(claimPreview.lines).toEqual([policyTry]);
  return policyTry;
}

beforeEach(async () => {
  shop = await desk();
  for (const code of ['K1', 'K2']) await shop.product(code);
});

describe('C14 goods count from the day of their own delivery', () => {
  it('C14, C15, C18 whatever an import adds later, before it is delivered and after', async () => {
    await shop.publish('Whole service', [deliver(), install, maintain, returns()]);
    const invoice = await servedFirst('K1');
    expect(await due(invoice, 'INSTALLATION')).toEqual(['K1 2011-06-05']);
    expect(await due(invoice, 'MAINTENANCE')).toEqual(['K1 2011-08-03', 'K1 2011-10-03']);

    await bought('K2');
    await openTasks(invoice);
    // the time to give K1 back was over in July, and does not begin again
    expect(await told(invoice, 'K1', 'RETURN')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    expect(await told(invoice, 'K2', 'RETURN')).toEqual({ outcome: 'ALLOWED', countedFrom: null });

    await complete(invoice, 'DELIVERY', 'K2', '2011-12-05');
    // promised on the 10th only
    expect(await due(invoice, 'INSTALLATION')).toEqual(['K1 2011-06-05', 'K2 2011-12-12']);
    expect((await due(invoice, 'MAINTENANCE')).toSorted()).toEqual([
      'K1 2011-08-03',
      'K1 2011-10-03',
      'K2 2012-02-05',
      'K2 2012-04-05',
    ]);
    expect(await told(invoice, 'K1', 'MAINTENANCE')).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-06-03' });
    expect(await told(invoice, 'K1', 'RETURN')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    expect(await told(invoice, 'K2', 'MAINTENANCE')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-12-05' });
    expect(await told(invoice, 'K2', 'RETURN')).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-12-05' });
  });

  it('C14, C15 what is done for goods of a later delivery alone follows that one', async () => {
    await shop.publish('Whole service', [deliver(), install]);
    const invoice = await servedFirst('K1');
    await complete(invoice, 'INSTALLATION', 'K1', '2011-06-04');
    await bought('K2');
    await openTasks(invoice);
    // added on the 10th, to be delivered by the 13th
    expect(await due(invoice, 'INSTALLATION')).toEqual(['K1 2011-06-05', 'K2 2011-12-15']);
    await complete(invoice, 'DELIVERY', 'K2', '2011-12-10');
    expect(await due(invoice, 'INSTALLATION')).toEqual(['K1 2011-06-05', 'K2 2011-12-12']);
    const [, later] = await tasks(invoice, 'DELIVERY');
    await shop.done('fulfilmentReopen', asRow(later!), 'task { id }');
    expect(await due(invoice, 'INSTALLATION')).toEqual(['K1 2011-06-05', 'K2 2011-12-15']);
  });

  it('C14 goods that nobody promised to deliver count from the delivery of what was sold with them', async () => {
    await shop.product('K3');
    await shop.publish('Whole service', [deliver('K1', 'K2'), maintain, returns()]);
    const invoice = await servedFirst('K1', 'K3');
    await bought('K2');
    await openTasks(invoice);
    expect(await told(invoice, 'K3', 'RETURN')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    await complete(invoice, 'DELIVERY', 'K2', '2011-12-05');
    expect(await told(invoice, 'K3', 'MAINTENANCE')).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-06-03' });
  });

  it('C4, C14 a move without consent to a version that delivers more puts nothing off', async () => {
    const first = await shop.publish('Whole service', [deliver('K1'), install, maintain]);
    const invoice = await servedFirst('K1', 'K2');
    const draft = await shop.policies.next(first, '2011-12-11', [deliver(), install, maintain]);
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    const [held] = await rowsOf<{ id: string }>(
      shop.server.db.orm,
      sql`select 'Entitlement_' || customer_id || '_' || id as id from entitlements`,
    );
    await shop.done('entitlementMove', { id: held!.id, policyVersionId: draft.id }, 'entitlement { id }', shop.manager);
    expect((await tasks(invoice, 'DELIVERY')).map(({ codes, status }) => [codes, status])).toEqual([
      [['K1'], 'DONE'],
      [['K2'], 'OPEN'],
    ]);
    await complete(invoice, 'DELIVERY', 'K2', '2011-12-05');
    expect(await due(invoice, 'MAINTENANCE')).toEqual(['K1 K2 2011-08-03', 'K1 K2 2011-10-03']);
    expect(await told(invoice, 'K1', 'MAINTENANCE')).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-06-03' });
  });

  it('C14 goods that were delivered keep their import, and the others count from their own day still', async () => {
    await shop.publish('Whole service', [deliver(), install, maintain, returns()]);
    const invoice = await servedFirst('K1');
    const batchId = await bought('K2');
    await openTasks(invoice);
    await complete(invoice, 'DELIVERY', 'K2', '2011-12-05');
    const ctx = await jobContext(shop.server.env);
    const undo = ctx.write('importUndo', (write) => undoImport(write, batchId));
    await expect(undo).rejects.toMatchObject({ code: 'IMPORT_HELD' });
    expect(await told(invoice, 'K2', 'RETURN')).toEqual({ outcome: 'ALLOWED', countedFrom: '2011-12-05' });
    expect(await told(invoice, 'K1', 'RETURN')).toEqual({ outcome: 'REFUSED', countedFrom: '2011-06-03' });
    const page = await shop.agent.data<{ invoice: { deliveredOn: string } }>(
      'query ($id: ID!) { invoice(id: $id) { deliveredOn } }',
      { id: invoice },
    );
    expect(page.invoice.deliveredOn).toBe('2011-06-03');
  });
});

describe('C14 what reads the day for many purchases at once reads that of the goods', () => {
  it('C14 credit notes, what-if and what is still owed', async () => {
    const first = await shop.publish('Counted from delivery', [deliver(), returns()]);
    const invoice = await servedFirst('K1');
    const customer = customerOf(invoice);
    // over for all there is, until something else is delivered
    expect(await owedTo(customer)).toEqual([]);
    await bought('K2');
    await openTasks(invoice);
    await complete(invoice, 'DELIVERY', 'K2', '2011-12-05');
    expect(await owedTo(customer)).toEqual(['returns']);
    expect(await shop.on('2012-01-05', () => owedTo(customer))).toEqual([]);

    const claimed = { customerId: customer, invoiceId: invoice, kind: 'RETURN' };
    const lines = [{ lineId: await lineOf(invoice, 'K1'), quantity: 1 }];
    await shop.on('2011-12-07', () => shop.done('claimOpen', { ...claimed, lines }, 'claim { outcome }'));

    await bring(
      'C3001,K1,A K1,-1,2011-12-08 10:00:00,100.00,17850,United Kingdom',
      'C3001,K2,A K2,-1,2011-12-08 10:00:00,100.00,17850,United Kingdom',
    );
    const { customer: page } = await shop.agent.data<{
      customer: { returns: { nodes: { code: string; outcome: string; countedFrom: string }[] } };
    }>('query ($id: ID!) { customer(id: $id) { returns { nodes { code outcome countedFrom } } } }', { id: customer });
    expect(page.returns.nodes.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: 'K1', outcome: 'REFUSED', countedFrom: '2011-06-03' },
      { code: 'K2', outcome: 'ALLOWED', countedFrom: '2011-12-05' },
    ]);

    const { policyVersion } = await shop.agent.data<{ policyVersion: { policy: { id: string } } }>(
      'query ($id: ID!) { policyVersion(id: $id) { policy { id } } }',
      { id: first },
    );
    const tried = { policyId: policyVersion.policy.id, terms: [returns(2)] };
    const started = await shop.done<{ whatIfRun: { id: string } }>(
      'whatIfStart',
      tried,
      'whatIfRun { id }',
      shop.manager,
    );
    const result = await ended(started.whatIfRun.id);
    const day = (moment: string) => dayIn('Europe/London', new Date(moment));
    expect(totalsOf(result)).toEqual(await decideOneByOne(shop.manager, tried, day));
    expect(totalsOf(result).before).toMatchObject({ ALLOWED: { claims: 1 }, REFUSED: { claims: 1 } });
    // the claim too, which was refused when it was made
    expect(result.claims[0]!.outcomes.map((each) => [each.outcome, each.before.claims])).toContainEqual(['REFUSED', 1]);
  });
});

async function owedTo(customer: string): Promise<string[]> {
  const { customerPromises } = await shop.agent.data<{ customerPromises: { terms: { kind: string }[] }[] }>(
    'query ($id: ID!) { customerPromises(id: $id) { terms { kind } } }',
    { id: customer },
  );
  return customerPromises.flatMap(({ terms }) => terms.map(({ kind }) => kind));
}

async function ended(id: string): Promise<WhatIfResult> {
  for (;;) {
    const { whatIfRun } = await shop.manager.data<{ whatIfRun: { result: WhatIfResult | null } }>(
      'query ($id: ID!) { whatIfRun(id: $id) { result } }',
      { id },
    );
    if (whatIfRun.result) return whatIfRun.result;
    await shop.server.settle();
  }
}
