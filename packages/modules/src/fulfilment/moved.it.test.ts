import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { agreeing } from '@perennial/testkit/policies/weighing';
import { asRow, codes } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepPromises } from '../policies/index.ts';

/** Purchases that are moved to another version of their policy, over the API. Today is Saturday, 10 December 2011. */
let shop: Served;

interface Term {
  id: string;
  kind: string;
  params: Record<string, unknown>;
}

interface Held {
  id: string;
  version: string;
  terms: readonly Term[];
}

interface Planned {
  kind: string;
  ordinal: number;
  dueOn: string;
  taskId: string | null;
  status: string | null;
}

const CONSENT = { by: 'Mrs Lee', on: '2011-12-10', note: 'On the phone' };

beforeEach(async () => {
  shop = await served();
});

async function heldBy(invoice: string): Promise<Held> {
  const [held] = await rowsOf<Held & Record<string, unknown>>(
    shop.server.db.orm,
    sql`
    select 'Entitlement_' || e.customer_id || '_' || e.id as id, 'PolicyVersion_' || e.policy_version_id as version, v.terms
    from entitlements e join policy_versions v on v.id = e.policy_version_id
    where 'Invoice_' || e.customer_id || '_' || e.invoice_id = ${invoice}`,
  );
  return held!;
}

/** A later version with these terms, in force from a day on; the purchase is moved to it. */
async function moved(
  invoice: string,
  terms: (held: readonly Term[]) => readonly Term[],
  { from = '2011-12-11', ...more }: { from?: string; consent?: object } = {},
) {
  const held = await heldBy(invoice);
  const draft = await shop.policies.next(held.version, from, terms(held.terms));
  if ('consent' in more) await shop.policies.approve(draft.id);
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  const agreed = more.consent && {
    consent: await agreeing(shop.manager, { id: held.id, to: draft.id }, more.consent),
  };
  return shop.done(
    'entitlementMove',
    { id: held.id, policyVersionId: draft.id, ...agreed },
    'entitlement { id }',
    shop.manager,
  );
}

/** The terms with other values in one of them. */
const having = (id: string, params: Record<string, unknown>) => (terms: readonly Term[]) =>
  terms.map((term) => (term.id === id ? { ...term, params: { ...term.params, ...params } } : term));

const openAgain = async (invoice: string) =>
  (await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened')).opened;

async function planOf(invoice: string): Promise<Planned[]> {
  const { fulfilmentPlan } = await shop.agent.data<{ fulfilmentPlan: Planned[] }>(
    'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { kind ordinal dueOn taskId status } }',
    { id: invoice },
  );
  return fulfilmentPlan;
}

const tick = async (invoice: string, kind: string, item: number) =>
  shop.done('fulfilmentTick', { ...asRow(await shop.theOne(invoice, kind)), item, done: true }, 'task { id }');

const textsOf = async (invoice: string, kind: string) =>
  (await shop.theOne(invoice, kind)).checklist.map(({ text, done }) => [text, done]);

describe('C4 a purchase that is moved is served by what it holds', () => {
  it('C4, C14, C15 its open tasks follow at once, and are not opened again', async () => {
    const invoice = await shop.buy();
    await moved(invoice, having('deliver', { withinDays: 1 }));
    expect((await shop.theOne(invoice, 'DELIVERY')).dueOn).toBe('2011-12-11');
    expect((await shop.theOne(invoice, 'INSTALLATION')).dueOn).toBe('2011-12-13');
    const plan = await planOf(invoice);
    expect(plan).toHaveLength(7);
    expect(plan.every(({ taskId, status }) => taskId !== null && status === 'OPEN')).toBe(true);
    expect((await shop.finish(invoice, 'DELIVERY')).userErrors).toEqual([]);
    expect((await shop.theOne(invoice, 'INSTALLATION')).dueOn).toBe('2011-12-12');
    expect(await openAgain(invoice)).toBe(0);
    expect(await shop.tasks(invoice)).toHaveLength(7);
  });

  it('C4 what is done stays done, whatever its term is called now', async () => {
    const invoice = await shop.buy();
    await shop.finish(invoice, 'DELIVERY');
    await moved(invoice, (terms) =>
      having('deliver', { withinDays: 1, checklist: ['Unpack', 'Sign', 'Photo'] })(terms).map((term) =>
        term.id === 'deliver' ? { ...term, id: 'sooner' } : term,
      ),
    );
    expect(await shop.theOne(invoice, 'DELIVERY')).toMatchObject({
      status: 'DONE',
      dueOn: '2011-12-13',
      completedOn: '2011-12-10',
      checklist: [{ text: 'Unpack' }, { text: 'Sign' }],
    });
    expect(await openAgain(invoice)).toBe(0);
    expect((await shop.tasks(invoice)).filter(({ kind }) => kind === 'DELIVERY')).toHaveLength(1);
    expect((await planOf(invoice)).find(({ kind }) => kind === 'DELIVERY')).toMatchObject({ status: 'DONE' });
  });

  it('C4, C14 a completion that is taken back after the move leaves a task by what is held now', async () => {
    const invoice = await shop.buy();
    await shop.finish(invoice, 'DELIVERY');
    await moved(invoice, having('deliver', { withinDays: 1, checklist: ['Unpack', 'Sign', 'Photo'] }));
    await shop.done('fulfilmentReopen', asRow(await shop.theOne(invoice, 'DELIVERY')), 'task { id }');
    expect(await shop.theOne(invoice, 'DELIVERY')).toMatchObject({ status: 'OPEN', dueOn: '2011-12-11' });
    expect(await textsOf(invoice, 'DELIVERY')).toEqual([
      ['Unpack', true],
      ['Sign', true],
      ['Photo', false],
    ]);
  });

  it('C4 an open task goes on under another name of its term', async () => {
    const invoice = await shop.buy();
    const before = await shop.theOne(invoice, 'DELIVERY');
    await moved(invoice, (terms) =>
      having('deliver', { withinDays: 2 })(terms).map((term) =>
        term.id === 'deliver' ? { ...term, id: 'sooner' } : term,
      ),
    );
    expect(await shop.theOne(invoice, 'DELIVERY')).toMatchObject({
      id: before.id,
      status: 'OPEN',
      dueOn: '2011-12-12',
    });
    expect(await shop.tasks(invoice)).toHaveLength(7);
  });

  it('C4 its checklist follows, and nothing that was ticked is lost', async () => {
    const invoice = await shop.buy();
    await tick(invoice, 'DELIVERY', 1);
    await moved(
      invoice,
      (terms) =>
        having('install', { checklist: ['Tested', 'Explained'] })(
          having('deliver', { checklist: ['Unpack', 'Photo'] })(terms),
        ),
      { consent: CONSENT },
    );
    expect(await textsOf(invoice, 'INSTALLATION')).toEqual([
      ['Tested', false],
      ['Explained', false],
    ]);
    expect(await textsOf(invoice, 'DELIVERY')).toEqual([
      ['Unpack', false],
      ['Photo', false],
      ['Sign', true],
    ]);
  });

  it('C17, C18 a term and visits that the version adds are opened, looked after by whom the others are', async () => {
    const invoice = await shop.buy();
    const lesson = {
      id: 'lesson',
      kind: 'training',
      params: { sessions: 1, minutesEach: 30, withinDays: 30, countedFrom: 'PURCHASE', topics: ['Washing'] },
    };
    await moved(invoice, (terms) => [...having('maintain', { visits: 5 })(terms), lesson]);
    const training = await shop.theOne(invoice, 'TRAINING');
    expect(training).toMatchObject({ status: 'OPEN', dueOn: '2012-01-09', checklist: [{ text: 'Washing' }] });
    expect(training.owner).toEqual((await shop.theOne(invoice, 'DELIVERY')).owner);
    expect((await shop.theOne(invoice, 'MAINTENANCE', 5)).dueOn).toBe('2014-06-10');
    expect(await shop.tasks(invoice)).toHaveLength(10);
  });

  it('C18 with consent visits may be later and fewer: what is owed no more is called off, and opens when it is again', async () => {
    const invoice = await shop.buy();
    await shop.finish(invoice, 'MAINTENANCE');
    const original = (await heldBy(invoice)).terms;
    await moved(invoice, having('maintain', { everyMonths: 12, visits: 2 }), { consent: CONSENT });
    const visits = async () =>
      (await shop.tasks(invoice))
        .filter(({ kind }) => kind === 'MAINTENANCE')
        .map(({ ordinal, status, dueOn }) => [ordinal, status, dueOn])
        .sort();
    expect(await visits()).toEqual([
      [1, 'DONE', '2012-06-10'],
      [2, 'OPEN', '2013-12-10'],
      [3, 'CANCELLED', '2013-06-10'],
    ]);
    expect(codes(await shop.finish(invoice, 'MAINTENANCE', { completedOn: '2011-12-10' }))).toEqual(['TASK_DONE']);
    expect((await planOf(invoice)).filter(({ kind }) => kind === 'MAINTENANCE')).toHaveLength(2);
    expect(await openAgain(invoice)).toBe(0);
    await moved(invoice, () => original, { from: '2011-12-12' });
    expect(await visits()).toEqual([
      [1, 'DONE', '2012-06-10'],
      [2, 'OPEN', '2012-12-10'],
      [3, 'OPEN', '2013-06-10'],
    ]);
    expect(await shop.tasks(invoice)).toHaveLength(7);
  });

  it('C4 nothing becomes due later than it was promised where nobody consented', async () => {
    const invoice = await shop.buy();
    await moved(invoice, (terms) => terms.filter(({ id }) => id !== 'deliver'), { consent: CONSENT });
    // without a delivery promised the goods are handed over at once
    expect((await shop.theOne(invoice, 'PACKAGING')).dueOn).toBe('2011-12-10');
    expect((await shop.theOne(invoice, 'DELIVERY')).status).toBe('CANCELLED');
    const deliver = {
      id: 'deliver',
      kind: 'delivery',
      params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] },
    };
    await moved(invoice, (terms) => [...terms, deliver], { from: '2011-12-12' });
    expect(await shop.theOne(invoice, 'DELIVERY')).toMatchObject({ status: 'OPEN', dueOn: '2011-12-13' });
    expect((await shop.theOne(invoice, 'PACKAGING')).dueOn).toBe('2011-12-10');
  });

  it('C4 what somebody called off stays called off', async () => {
    const invoice = await shop.buy();
    const task = asRow(await shop.theOne(invoice, 'INSTALLATION'));
    await shop.done('fulfilmentCancel', { ...task, reason: 'They do it themselves' }, 'task { id }');
    await moved(invoice, having('install', { withinDays: 1 }));
    expect(await openAgain(invoice)).toBe(0);
    expect(await shop.theOne(invoice, 'INSTALLATION')).toMatchObject({ id: task.id, status: 'CANCELLED' });
  });

  it('C4 a purchase that was opened again after a move before has each task once when it is opened again', async () => {
    const invoice = await shop.buy();
    await moved(invoice, having('deliver', { withinDays: 1 }));
    const { orm } = shop.server.db;
    // as it was: a second set, of the first version
    for (const { id } of await shop.tasks(invoice)) {
      await orm.execute(sql`
        insert into fulfilment_tasks (customer_id, id, invoice_id, kind, status, policy_version_id, term_id, ordinal, codes,
          words, due_on, checklist, conduct, parts, version, created_at, updated_at)
        select customer_id, ${newId()}, invoice_id, kind, 'OPEN', (select id from policy_versions where number = 1), term_id,
          ordinal, codes, words, due_on, checklist, conduct, parts, 1, now(), now()
        from fulfilment_tasks where id = ${id.split('_')[2]}::uuid`);
    }
    expect(await openAgain(invoice)).toBe(0);
    const open = (await shop.tasks(invoice)).filter(({ status }) => status === 'OPEN');
    expect(open.map(({ kind, ordinal }) => `${kind} ${ordinal}`).sort()).toEqual([
      'DELIVERY 1',
      'EXTRAS 1',
      'INSTALLATION 1',
      'MAINTENANCE 1',
      'MAINTENANCE 2',
      'MAINTENANCE 3',
      'PACKAGING 1',
    ]);
  });

  it('C4 an imported purchase that nobody serves here opens nothing by being moved', async () => {
    const invoice = await shop.buy();
    const [, customerId, invoiceId] = invoice.split('_');
    const { orm } = shop.server.db;
    await orm.execute(sql`delete from fulfilment_tasks where customer_id = ${customerId}::uuid`);
    await orm.execute(sql`update invoices set batch_id = ${newId()} where id = ${invoiceId}::uuid`);
    await keepPromises(await jobContext(shop.server.env));
    await moved(invoice, having('deliver', { withinDays: 1 }));
    expect(await shop.tasks(invoice)).toEqual([]);
    expect((await planOf(invoice)).find(({ kind }) => kind === 'DELIVERY')).toMatchObject({
      dueOn: '2011-12-11',
      taskId: null,
    });
    expect(await openAgain(invoice)).toBe(7);
  });

  it('C4 opened twice at the same time, each task is there once', async () => {
    const invoice = await shop.buy();
    await shop.server.db.orm.execute(sql`delete from fulfilment_tasks`);
    const opened = await Promise.all([openAgain(invoice), openAgain(invoice), openAgain(invoice)]);
    expect(opened.sort()).toEqual([0, 0, 7]);
    expect(await shop.tasks(invoice)).toHaveLength(7);
  });
});
