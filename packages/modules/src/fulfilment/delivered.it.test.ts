import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { newId } from '@perennial/kernel/db/ids';
import { dayIn } from '@perennial/kernel/write/business';
import { jobContext } from '@perennial/kernel/write/jobs';
import { asRow, desk, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { decideOneByOne, totalsOf } from '@perennial/testkit/whatif/one-by-one';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepPromises } from '../policies/index.ts';
import { matchReturnsOf } from '../sales/index.ts';

/**
 * Bought on 10 December 2011, delivered on the 20th, thirty days from then end on 19 January 2012; from the purchase
 * they would have ended on 9 January.
 */
let shop: Desk;
let lamp: string;
let policyId: string;

const returns = (days: number, countedFrom: string) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom },
});
const deliver = {
  id: 'deliver',
  kind: 'delivery',
  params: { withinDays: 14, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: [] },
};

interface Task extends Row {
  kind: string;
}

const tasksOf = async (invoice: string): Promise<Task[]> =>
  (
    await shop.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
      'query ($id: ID!) { invoice(id: $id) { fulfilmentTasks { nodes { id version kind } } } }',
      { id: invoice },
    )
  ).invoice.fulfilmentTasks.nodes;
const deliveryOf = async (invoice: string): Promise<Row> =>
  (await tasksOf(invoice)).find(({ kind }) => kind === 'DELIVERY')!;

const delivered = async (invoice: string): Promise<string | null> =>
  (
    await shop.agent.data<{ invoice: { deliveredOn: string | null } }>(
      'query ($id: ID!) { invoice(id: $id) { deliveredOn } }',
      { id: invoice },
    )
  ).invoice.deliveredOn;

/** A lamp bought today; where a day is given it was delivered then. */
async function buy(deliveredOn?: string): Promise<{ customer: string; invoice: string; line: string }> {
  const customer = await shop.customer();
  const invoice = await shop.bought(customer, lamp);
  if (deliveredOn) {
    const done = { ...asRow(await deliveryOf(invoice)), note: 'At the door', signedBy: 'Mrs Lee' };
    await shop.on(deliveredOn, () => shop.done('fulfilmentComplete', done, 'task { id }'));
  }
  const { invoice: page } = await shop.agent.data<{ invoice: { invoiceLines: { nodes: { id: string }[] } } }>(
    'query ($id: ID!) { invoice(id: $id) { invoiceLines { nodes { id } } } }',
    { id: invoice },
  );
  return { customer, invoice, line: page.invoiceLines.nodes[0]!.id };
}

/** The lamp comes back with a credit note, as an import brings it. */
async function credit(customer: string, day: string): Promise<void> {
  const [customerId, invoiceId] = [customer.slice('Customer_'.length), newId()];
  const { orm } = shop.server.db;
  await orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    values (${customerId}, ${invoiceId}, ${`C${invoiceId}`}, ${`${day}T12:00:00Z`}::timestamptz, 'RETURN', 'France', 'GBP', -1000, 1)`);
  await orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
    values (${customerId}, ${newId()}, ${invoiceId}, 'LAMP', 1, 'A lamp', -1, 100000, -1000, 'GBP', 'RETURN')`);
  await matchReturnsOf(orm, sql`select ${customerId}::uuid as customer_id, 'LAMP' as code`);
  await keepPromises(await jobContext(shop.server.env));
}

beforeAll(async () => {
  shop = await desk();
  lamp = await shop.product('LAMP');
  const versionId = await shop.publish('Counted from delivery', [returns(30, 'DELIVERY'), deliver]);
  const { policyVersion } = await shop.agent.data<{ policyVersion: { policy: { id: string } } }>(
    'query ($id: ID!) { policyVersion(id: $id) { policy { id } } }',
    { id: versionId },
  );
  policyId = policyVersion.policy.id;
});

describe('C14 the day of delivery is on the purchase', () => {
  it('C14 from the delivery on, until that is taken back', async () => {
    const { invoice } = await buy();
    expect(await delivered(invoice)).toBeNull();
    await shop.done('fulfilmentComplete', { ...(await row(invoice)), note: '', signedBy: 'Lee' }, 'task { id }');
    expect(await delivered(invoice)).toBe('2011-12-10');
    await shop.done('fulfilmentReopen', await row(invoice), 'task { id }');
    expect(await delivered(invoice)).toBeNull();
  });

  it('C14 the last of several deliveries, once none is open; one that was called off is not waited for', async () => {
    const { invoice } = await buy('2011-12-12');
    const [, customerId] = invoice.split('_');
    const first = (await deliveryOf(invoice)).id.split('_')[2];
    const id = newId();
    await shop.server.db.orm.execute(sql`
      insert into fulfilment_tasks (customer_id, id, invoice_id, kind, status, policy_version_id, term_id, ordinal, codes,
        words, due_on, checklist, conduct, parts, version, created_at, updated_at)
      select customer_id, ${id}, invoice_id, kind, 'OPEN', policy_version_id, 'second', 1, codes, words, due_on, checklist,
        conduct, parts, 1, now(), now() from fulfilment_tasks where customer_id = ${customerId} and id = ${first}`);
    const second = `FulfilmentTask_${customerId}_${id}`;
    await shop.on('2011-12-15', () =>
      shop.done('fulfilmentComplete', { id: second, version: 1, note: 'x', signedBy: '' }, 'task { id }'),
    );
    expect(await delivered(invoice)).toBe('2011-12-15');
    await shop.on('2011-12-15', () => shop.done('fulfilmentReopen', { id: second, version: 2 }, 'task { id }'));
    expect(await delivered(invoice)).toBeNull();
    await shop.done('fulfilmentCancel', { id: second, version: 3, reason: 'All in one box' }, 'task { id }');
    expect(await delivered(invoice)).toBe('2011-12-12');
  });
});

const row = async (invoice: string): Promise<Row> => asRow(await deliveryOf(invoice));

interface Preview {
  lines: { outcome: string; countedFrom: string | null; deadline: string | null }[];
}

describe('C14 a window that counts from delivery', () => {
  it.each([
    ['2012-01-19', 'ALLOWED'],
    ['2012-01-20', 'REFUSED'],
  ])('C14 ends alike for a claim, a trial and a credit note: on %s %s', async (day, outcome) => {
    const { customer, invoice, line } = await buy('2011-12-20');
    const found = { outcome, countedFrom: '2011-12-20', deadline: '2012-01-19' };
    const input = { customerId: customer, invoiceId: invoice, kind: 'RETURN', lines: [{ lineId: line, quantity: 1 }] };
    const tried = await shop.on(day, () =>
      shop.agent.data<{ claimPreview: Preview; policyTry: Preview['lines'][number] }>(
        `query ($customerId: ID!, $invoiceId: ID!, $kind: ClaimKind!, $lines: [ClaimLineInput!]!, $line: ID!) {
          claimPreview(customerId: $customerId, invoiceId: $invoiceId, kind: $kind, lines: $lines) {
            lines { outcome countedFrom deadline } }
          policyTry(lineId: $line, kind: "returns") { outcome countedFrom deadline } }`,
        { ...input, line },
      ),
    );
    expect(tried).toEqual({ claimPreview: { lines: [found] }, policyTry: found });
    const opened = await shop.on(day, () =>
      shop.done<{ claim: { outcome: string; claimLines: { nodes: unknown[] } } }>(
        'claimOpen',
        input,
        'claim { outcome claimLines { nodes { outcome countedFrom deadline } } }',
      ),
    );
    expect(opened.claim.claimLines.nodes).toEqual([found]);

    const other = await buy('2011-12-20');
    await credit(other.customer, day);
    const { customer: page } = await shop.agent.data<{ customer: { returns: { nodes: unknown[] } } }>(
      'query ($id: ID!) { customer(id: $id) { returns { nodes { outcome countedFrom deadline } } } }',
      { id: other.customer },
    );
    expect(page.returns.nodes).toEqual([found]);
  });

  it('C14 what-if comes to what deciding one by one comes to, before and as if', async () => {
    await credit((await buy('2011-12-20')).customer, '2012-01-12');
    await credit((await buy('2011-12-12')).customer, '2012-01-12');
    await credit((await buy()).customer, '2012-01-12');
    const terms = [returns(30, 'PURCHASE')];
    for (const tried of [terms, [returns(10, 'DELIVERY'), deliver], [returns(25, 'DELIVERY')]]) {
      const started = await shop.done<{ whatIfRun: { id: string } }>(
        'whatIfStart',
        { policyId, terms: tried },
        'whatIfRun { id }',
        shop.manager,
      );
      const result = await ended(started.whatIfRun.id);
      const day = (moment: string) => dayIn('Europe/London', new Date(moment));
      expect(totalsOf(result)).toEqual(await decideOneByOne(shop.manager, { policyId, terms: tried }, day));
      if (tried !== terms) continue;
      // the two credit notes of the test above, and of these three: in time, too late, not known to have begun
      expect(totalsOf(result).before).toMatchObject({ ALLOWED: { claims: 3 }, REFUSED: { claims: 2 } });
      expect(totalsOf(result).after).toMatchObject({ ALLOWED: { claims: 0 }, REFUSED: { claims: 5 } });
      // the claims too, which are judged beside the credit notes
      expect(result.claims).toMatchObject([{ kind: 'RETURN' }]);
      const claims = Object.fromEntries(
        result.claims[0]!.outcomes.map((each) => [each.outcome, [each.before.claims, each.after.claims]]),
      );
      expect(claims).toMatchObject({ ALLOWED: [1, 0], REFUSED: [1, 2] });
    }
  });
});

async function ended(id: string): Promise<WhatIfResult> {
  for (;;) {
    const { whatIfRun } = await shop.manager.data<{ whatIfRun: { status: string; result: WhatIfResult | null } }>(
      'query ($id: ID!) { whatIfRun(id: $id) { status result } }',
      { id },
    );
    if (whatIfRun.result) return whatIfRun.result;
    if (!['RUNNING', 'WAITING'].includes(whatIfRun.status)) throw new Error(whatIfRun.status);
    await shop.server.settle();
  }
}
