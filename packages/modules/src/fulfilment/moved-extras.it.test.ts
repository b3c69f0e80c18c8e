import { rowsOf } from '@perennial/kernel/db/database';
import { asRow, type Row } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/** What a move promises beside what was handed over already. Today is Saturday, 10 December 2011. */
let shop: Served;

beforeEach(async () => {
  shop = await served();
});

interface Term {
  id: string;
  params: Record<string, unknown>;
}

/** Moves the purchase to a version whose cards come with these. */
async function moved(invoice: string, items: string[], from = '2011-12-11'): Promise<void> {
  const [held] = await rowsOf<{ id: string; version: string; terms: Term[] }>(
    shop.server.db.orm,
    sql`
    select 'Entitlement_' || e.customer_id || '_' || e.id as id, 'PolicyVersion_' || e.policy_version_id as version, v.terms
    from entitlements e join policy_versions v on v.id = e.policy_version_id
    where 'Invoice_' || e.customer_id || '_' || e.invoice_id = ${invoice}`,
  );
  const terms = held!.terms.map((term) => (term.id === 'card' ? { ...term, params: { items } } : term));
  const draft = await shop.policies.next(held!.version, from, terms);
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  const move = { id: held!.id, policyVersionId: draft.id };
  await shop.done('entitlementMove', move, 'entitlement { id }', shop.manager);
}

const extras = async (invoice: string) =>
  (await shop.tasks(invoice))
    .filter(({ kind }) => kind === 'EXTRAS')
    .map(({ status, checklist }) => [status, checklist.map(({ text }) => text).join(', ')])
    .sort();

describe('C20 extras that a move adds', () => {
  it('C20 are owed though the others were handed over: in a task of their own, once', async () => {
    const invoice = await shop.buy();
    expect((await shop.finish(invoice, 'EXTRAS')).userErrors).toEqual([]);
    const [[, had]] = (await extras(invoice)) as [[string, string]];
    await moved(invoice, ['A card', 'A pen']);
    const both = [
      ['DONE', had],
      ['OPEN', 'A pen'],
    ];
    expect(await extras(invoice)).toEqual(both);
    const again = await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect([again.opened, await extras(invoice)]).toEqual([0, both]);
    const { fulfilmentPlan } = await shop.agent.data<{ fulfilmentPlan: { kind: string; taskId: string | null }[] }>(
      'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { kind taskId } }',
      { id: invoice },
    );
    expect(fulfilmentPlan.filter(({ kind, taskId }) => kind === 'EXTRAS' && taskId === null)).toEqual([]);
  });

  it('C4, C20 are on the first list once that it is done is taken back, with every tick, and on no other', async () => {
    const invoice = await shop.buy();
    await shop.finish(invoice, 'EXTRAS');
    await moved(invoice, ['A card', 'A pen', 'A ribbon']);
    const of = async (status: string) =>
      (await shop.tasks(invoice)).find((each) => each.kind === 'EXTRAS' && each.status === status)!;
    const tick = async (task: Row, item: number) =>
      shop.done('fulfilmentTick', { ...asRow(task), item, done: true }, 'task { id }');
    await tick(await of('OPEN'), 1);
    const done = await of('DONE');
    await shop.done('fulfilmentReopen', asRow(done), 'task { id }');
    const listed = async () => {
      const open = (await shop.tasks(invoice)).filter((each) => each.kind === 'EXTRAS' && each.status === 'OPEN');
      return open.map(({ id, checklist }) => [id, checklist.map(({ text, done: has }) => (has ? `${text} ✓` : text))]);
    };
    const once = [[done.id, ['A card ✓', 'A pen', 'A ribbon ✓', 'Two spare buttons ✓']]];
    expect(await listed()).toEqual(once);
    // neither what follows the delivery nor opening again lists or loses anything
    await shop.finish(invoice, 'DELIVERY');
    await shop.done('fulfilmentReopen', asRow(await shop.theOne(invoice, 'DELIVERY')), 'task { id }');
    await shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect(await listed()).toEqual(once);
  });

  it('C20 are not due before they were promised, and stay due then', async () => {
    const invoice = await shop.buy();
    await shop.finish(invoice, 'DELIVERY');
    await shop.finish(invoice, 'EXTRAS');
    const dueOn = async () =>
      (await shop.tasks(invoice)).find(({ kind, status }) => kind === 'EXTRAS' && status === 'OPEN')?.dueOn;
    await shop.on('2011-12-12', async () => {
      await moved(invoice, ['A card', 'A pen'], '2011-12-13');
      expect(await dueOn()).toBe('2011-12-12');
      await shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    });
    await shop.done('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect(await dueOn()).toBe('2011-12-12');
  });
});
