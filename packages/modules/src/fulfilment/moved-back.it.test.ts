import { rowsOf } from '@perennial/kernel/db/database';
import { agreeing } from '@perennial/testkit/policies/weighing';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

/** A purchase of 10 December 2011 that is moved to a version which promises less, and later back. */
let shop: Served;
let invoice: string;
let held: { id: string; version: string };

interface Term {
  id: string;
  kind: string;
  params: Record<string, unknown>;
}

beforeEach(async () => {
  shop = await served();
  invoice = await shop.buy();
  const [row] = await rowsOf<typeof held>(
    shop.server.db.orm,
    sql`
    select 'Entitlement_' || customer_id || '_' || id as id, 'PolicyVersion_' || policy_version_id as version
    from entitlements where 'Invoice_' || customer_id || '_' || invoice_id = ${invoice}`,
  );
  held = row!;
});

async function version(from: string, terms: (held: readonly Term[]) => readonly Term[]): Promise<string> {
  const [{ terms: now } = { terms: [] }] = await rowsOf<{ terms: Term[] }>(
    shop.server.db.orm,
    sql`select terms from policy_versions where 'PolicyVersion_' || id = ${held.version}`,
  );
  const draft = await shop.policies.next(held.version, from, terms(now));
  if (terms === without) await shop.policies.approve(draft.id);
  expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
  return draft.id;
}

async function move(to: string, on: string): Promise<void> {
  const consent = await agreeing(shop.manager, { id: held.id, to }, { by: 'Mrs Lee', on, note: 'On the phone' });
  const input = { id: held.id, policyVersionId: to, consent };
  await shop.done('entitlementMove', input, 'entitlement { id }', shop.manager);
}

const days = async (...kinds: string[]) =>
  (await shop.tasks(invoice))
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, ordinal, status, dueOn }) => `${kind} ${ordinal} ${status} ${dueOn}`)
    .sort();

const planned = async () =>
  (
    await shop.agent.data<{ fulfilmentPlan: { kind: string; ordinal: number; dueOn: string }[] }>(
      'query ($id: ID!) { fulfilmentPlan(invoiceId: $id) { kind ordinal dueOn } }',
      { id: invoice },
    )
  ).fulfilmentPlan
    .filter(({ kind }) => kind === 'MAINTENANCE')
    .map(({ dueOn }) => dueOn);

const without = (terms: readonly Term[]) => terms.filter(({ kind }) => !['maintenance', 'packaging'].includes(kind));

describe('C4, C18 what is owed again after a move away and back', () => {
  it('C18 is due by the day promised before, and late where that is over', async () => {
    const all = ['MAINTENANCE', 'PACKAGING'];
    const before = await days(...all);
    const less = await version('2011-12-11', without);
    await move(less, '2011-12-10');
    expect((await days(...all)).every((each) => each.includes('CANCELLED'))).toBe(true);
    await shop.on('2012-06-20', async () => {
      await move(held.version, '2012-06-20');
      expect(await days(...all)).toEqual(before);
      expect(await planned()).toEqual(['2012-06-10', '2012-12-10', '2013-06-10']);
    });
  });

  it('C18 also where it was owed by another promise in between', async () => {
    const before = await days('MAINTENANCE');
    await move(await version('2011-12-11', without), '2011-12-10');
    const often = (terms: readonly Term[]) =>
      terms.map((term) => (term.id === 'maintain' ? { ...term, params: { ...term.params, everyMonths: 5 } } : term));
    await shop.on('2012-06-20', async () => {
      await move(await version('2012-06-21', often), '2012-06-20');
      expect(await days('MAINTENANCE')).not.toEqual(before);
      await move(held.version, '2012-06-20');
      expect(await days('MAINTENANCE')).toEqual(before);
      expect(await planned()).toEqual(['2012-06-10', '2012-12-10', '2013-06-10']);
    });
  });

  it('C18 by another promise it is due from the day on which that was added', async () => {
    await move(await version('2011-12-11', without), '2011-12-10');
    const often = (terms: readonly Term[]) =>
      terms.map((term) => (term.id === 'maintain' ? { ...term, params: { ...term.params, everyMonths: 5 } } : term));
    await shop.on('2012-06-20', async () => {
      await move(await version('2012-06-21', often), '2012-06-20');
      expect(await days('MAINTENANCE')).toEqual([
        'MAINTENANCE 1 OPEN 2012-11-20',
        'MAINTENANCE 2 OPEN 2012-10-10',
        'MAINTENANCE 3 OPEN 2013-03-10',
      ]);
    });
  });
});
