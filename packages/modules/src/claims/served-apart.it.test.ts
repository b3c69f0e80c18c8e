import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/**
 * Visits and sessions of which each claim gives some of the pieces. Bought on 10 December 2011, claimed a month later; two
 * of each are promised.
 */
let shop: Desk;
let customerId: string;
let invoiceId: string;
let lines: { id: string; code: string }[];

interface Claimed {
  claim: Row & { number: string; outcome: string };
}
interface Task extends Row {
  kind: string;
  status: string;
  ordinal: number;
  completedOn: string | null;
  proof: { claim?: { number: string }; claimsBefore?: { number: string }[] } | null;
}

const term = (kind: string, params: object) => ({ id: kind, kind, params });
const TERMS = [
  term('maintenance', {
    everyMonths: 1,
    visits: 2,
    partsIncluded: false,
    labourIncluded: true,
    partsDiscount: 0,
    countedFrom: 'PURCHASE',
  }),
  term('returns', { days: 365, openedAllowed: true, countedFrom: 'PURCHASE' }),
  term('training', { sessions: 2, minutesEach: 60, topics: [], withinDays: 300, countedFrom: 'PURCHASE' }),
];
type Kind = 'MAINTENANCE' | 'TRAINING';
const KINDS: Kind[] = ['MAINTENANCE', 'TRAINING'];

/** So many lamps and a vase. */
async function buy(lamps: number, vases = 1): Promise<void> {
  const [lamp, vase] = [await shop.product('LAMP'), await shop.product('VASE')];
  await shop.publish('Whole service', TERMS);
  const goods = [
    { productId: lamp, quantity: lamps },
    { productId: vase, quantity: vases },
  ];
  customerId = await shop.customer();
  const { quote, revision } = await shop.quoted(
    customerId,
    goods.filter(({ quantity }) => quantity > 0),
  );
  invoiceId = ((await shop.accept(quote, revision))['invoice'] as { id: string }).id;
  const { invoice } = await shop.agent.data<{ invoice: { invoiceLines: { nodes: typeof lines } } }>(
    'query ($id: ID!) { invoice(id: $id) { invoiceLines { nodes { id code } } } }',
    { id: invoiceId },
  );
  lines = invoice.invoiceLines.nodes;
}

/** A visit or a session for so many pieces of each, granted; its claim. */
async function granted(kind: Kind, pieces: Record<string, number>): Promise<Claimed['claim']> {
  const { claim } = await shop.done<Claimed>(
    'claimOpen',
    {
      customerId,
      invoiceId,
      kind: kind === 'TRAINING' ? 'SERVICE' : kind,
      lines: Object.entries(pieces).map(([code, quantity]) => ({
        lineId: lines.find((line) => line.code === code)!.id,
        quantity,
        details: kind === 'TRAINING' ? { training: {} } : {},
      })),
    },
    'claim { id version number outcome }',
  );
  expect(claim.outcome).toBe('ALLOWED');
  return claim;
}

const settle = (claim: Row) => shop.done('claimSettle', asRow(claim), 'claim { id }');

/** The number of a claim by which so many pieces were served. */
async function served(kind: Kind, pieces: Record<string, number>): Promise<string> {
  const claim = await granted(kind, pieces);
  await settle(claim);
  return claim.number;
}

async function tasks(kind: Kind): Promise<Task[]> {
  const { invoice } = await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
    `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks { nodes { id version kind status ordinal completedOn proof } } } }`,
    { id: invoiceId },
  );
  return invoice.fulfilmentTasks.nodes.filter((task) => task.kind === kind).sort((a, b) => a.ordinal - b.ordinal);
}

/** Of each visit or session, the claims by which it was done; null: it is open. */
const proven = async (kind: Kind) =>
  (await tasks(kind)).map(({ status, proof }) =>
    status === 'OPEN' ? null : [...(proof?.claimsBefore ?? []), proof?.claim].map((each) => each?.number),
  );

beforeEach(async () => {
  shop = await desk();
});

describe.each(KINDS)('C17 C18 what claims serve piece by piece is done: %s', (kind) => {
  const later = <T>(work: () => Promise<T>) => shop.on('2012-02-11', work);

  it('C17 C18 once each of the goods had it, by all of their claims', async () => {
    await buy(1);
    await later(async () => {
      const lamp = await served(kind, { LAMP: 1 });
      expect(await proven(kind)).toEqual([null, null]);
      const again = await served(kind, { LAMP: 1 });
      expect(await proven(kind)).toEqual([null, null]);
      const vase = await served(kind, { VASE: 1 });
      expect(await proven(kind)).toEqual([[lamp, vase], null]);
      const last = await served(kind, { VASE: 1 });
      expect(await proven(kind)).toEqual([
        [lamp, vase],
        [again, last],
      ]);
    });
  });

  it('C17 C18 once every piece of a line had it, and not for what is merely granted', async () => {
    await buy(4, 0);
    await later(async () => {
      const open = await granted(kind, { LAMP: 2 });
      const two = await served(kind, { LAMP: 2 });
      expect(await proven(kind)).toEqual([null, null]);
      await settle(open);
      expect(await proven(kind)).toEqual([[two, open.number], null]);
    });
  });

  it('C17 C18 what claims served before anybody opened the tasks is done from their opening on', async () => {
    await buy(2, 0);
    await shop.server.db.orm.execute(sql`delete from fulfilment_tasks`);
    const [whole, half] = await later(async () => [await served(kind, { LAMP: 2 }), await served(kind, { LAMP: 1 })]);
    await shop.on('2012-02-20', () => shop.done('fulfilmentOpen', { invoiceId }, 'opened'));
    expect(await proven(kind)).toEqual([[whole], null]);
    const [first] = await tasks(kind);
    expect(first).toMatchObject({ completedOn: '2012-02-11' });
    // the rest of the second is still owed
    const rest = await shop.on('2012-03-11', () => served(kind, { LAMP: 1 }));
    expect(await proven(kind)).toEqual([[whole], [half, rest]]);
  });

  it('C17 C18 is not done before the last of its claims, also where that is settled while somebody looks back', async () => {
    await buy(2, 0);
    const open = await later(() => granted(kind, { LAMP: 1 }));
    await shop.on('2012-02-20', () => served(kind, { LAMP: 1 }));
    await later(() => settle(open));
    expect((await tasks(kind))[0]).toMatchObject({ status: 'DONE', completedOn: '2012-02-20' });
  });

  it('C17 C18 once what was not served is given back', async () => {
    await buy(2);
    await later(async () => {
      const lamps = await served(kind, { LAMP: 2 });
      expect(await proven(kind)).toEqual([null, null]);
      const vase = lines.find(({ code }) => code === 'VASE')!;
      const { claim } = await shop.done<Claimed>(
        'claimOpen',
        { customerId, invoiceId, kind: 'RETURN', lines: [{ lineId: vase.id, quantity: 1 }] },
        'claim { id version outcome }',
      );
      expect(claim.outcome).toBe('ALLOWED');
      const refundPaid = { amount: 1000, currency: 'GBP' };
      await shop.done('claimSettle', { ...asRow(claim), refundPaid }, 'claim { id }');
      expect(await proven(kind)).toEqual([[lamps], null]);
    });
  });

  it('C17 C18 one that was taken back stays open while claims serve others', async () => {
    await buy(1);
    await later(async () => {
      await served(kind, { LAMP: 1 });
      await served(kind, { VASE: 1 });
      const [first] = await tasks(kind);
      await shop.done('fulfilmentReopen', asRow(first!), 'task { id }');
      await served(kind, { LAMP: 1 });
      expect(await proven(kind)).toEqual([null, null]);
    });
  });
});
