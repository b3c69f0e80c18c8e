import { importLines, invoiceNumbered } from '@perennial/testkit/importing/import-lines';
import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { beforeEach, describe, expect, it } from 'vitest';

/**
 * Visits and sessions of pieces that a later import adds. Today is 10 December 2011; one piece was bought on 1 June and had
 * its visit and its session, three more come after that.
 */
let shop: Desk;
let invoice: string;

interface Task extends Row {
  kind: string;
  status: string;
  pieces: Record<string, number>;
}

const term = (kind: string, params: object) => ({ id: kind, kind, params });
const TERMS = [
  term('maintenance', {
    everyMonths: 1,
    visits: 1,
    partsIncluded: false,
    labourIncluded: true,
    partsDiscount: 0,
    countedFrom: 'PURCHASE',
  }),
  term('training', { sessions: 1, minutesEach: 60, topics: [], withinDays: 300, countedFrom: 'PURCHASE' }),
];
const KINDS = ['MAINTENANCE', 'TRAINING'];

const ONE = '2001,K1,A K1,1,2011-06-01 10:00:00,100.00,17850,United Kingdom';
const THREE = '2001,K1,A K1,3,2011-06-01 10:00:00,90.00,17850,United Kingdom';

async function bring(...lines: string[]): Promise<void> {
  await importLines(shop.server, lines);
  await shop.server.settle();
}

const openTasks = () => shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');

async function tasks(): Promise<Task[]> {
  const { invoice: page } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    'query ($id: ID!) { invoice(id: $id) { fulfilmentTasks { nodes { id version kind status pieces } } } }',
    { id: invoice },
  );
  return page.fulfilmentTasks.nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const told = async (kind: string) =>
  (await tasks()).filter((each) => each.kind === kind).map(({ status, pieces }) => [status, pieces['K1']]);

async function finish(kind: string): Promise<void> {
  const task = (await tasks()).find((each) => each.kind === kind && each.status === 'OPEN')!;
  await shop.done('fulfilmentComplete', { ...asRow(task), note: 'Made', signedBy: 'Mrs Lee' }, 'task { id }');
}

/** A visit or a session for each piece of the line on which so many were sold. */
async function forPieces(kind: string, quantity: number) {
  const { invoice: page } = await shop.agent.data<{
    invoice: { customer: { id: string }; invoiceLines: { nodes: { id: string; quantity: number }[] } };
  }>('query ($id: ID!) { invoice(id: $id) { customer { id } invoiceLines { nodes { id quantity } } } }', {
    id: invoice,
  });
  const lineId = page.invoiceLines.nodes.find((line) => line.quantity === quantity)!.id;
  return {
    customerId: page.customer.id,
    invoiceId: invoice,
    kind: kind === 'TRAINING' ? 'SERVICE' : kind,
    lines: [{ lineId, quantity, details: kind === 'TRAINING' ? { training: {} } : {} }],
  };
}

/** What comes of asking for it. */
async function asked(kind: string, quantity: number): Promise<string> {
  const { claimPreview } = await shop.agent.data<{ claimPreview: { lines: { outcome: string }[] } }>(
    `query ($customerId: ID!, $invoiceId: ID!, $kind: ClaimKind!, $lines: [ClaimLineInput!]!) {
      claimPreview(customerId: $customerId, invoiceId: $invoiceId, kind: $kind, lines: $lines) { lines { outcome } } }`,
    await forPieces(kind, quantity),
  );
  return claimPreview.lines[0]!.outcome;
}

beforeEach(async () => {
  shop = await desk();
  await shop.product('K1');
  await shop.publish('Whole service', TERMS);
  await bring(ONE);
  invoice = await invoiceNumbered(shop.server, '2001');
  await openTasks();
});

describe('C17 C18 pieces that came after the others had their visit and their session', () => {
  it('C17 C18 are owed theirs, before and after anybody opens their tasks, until those are done', async () => {
    for (const kind of KINDS) await finish(kind);
    await bring(ONE, THREE);
    const outcomes = async (quantity: number) => Promise.all(KINDS.map((kind) => asked(kind, quantity)));
    expect(await outcomes(1)).toEqual(['REFUSED', 'REFUSED']);
    expect(await outcomes(3)).toEqual(['ALLOWED', 'ALLOWED']);
    await openTasks();
    for (const kind of KINDS) {
      expect(await told(kind)).toEqual([
        ['DONE', 1],
        ['OPEN', 3],
      ]);
    }
    expect(await outcomes(3)).toEqual(['ALLOWED', 'ALLOWED']);
    for (const kind of KINDS) await finish(kind);
    expect(await outcomes(3)).toEqual(['REFUSED', 'REFUSED']);
    expect(await outcomes(1)).toEqual(['REFUSED', 'REFUSED']);
  });

  it('C17 C18 a task that took them along was theirs too', async () => {
    await bring(ONE, THREE);
    await openTasks();
    for (const kind of KINDS) {
      await finish(kind);
      expect(await told(kind)).toEqual([['DONE', 4]]);
      expect([await asked(kind, 1), await asked(kind, 3)]).toEqual(['REFUSED', 'REFUSED']);
    }
  });

  it('C17 C18 their task is done by a claim for them alone', async () => {
    for (const kind of KINDS) await finish(kind);
    await bring(ONE, THREE);
    await openTasks();
    for (const kind of KINDS) {
      const { claim } = await shop.done<{ claim: Row }>('claimOpen', await forPieces(kind, 3), 'claim { id version }');
      await shop.done('claimSettle', asRow(claim), 'claim { id }');
      expect(await told(kind)).toEqual([
        ['DONE', 1],
        ['DONE', 3],
      ]);
      expect(await asked(kind, 3)).toBe('REFUSED');
    }
  });
});
