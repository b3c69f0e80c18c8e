import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import {
  AS_OF,
  openPolicyDesk,
  returnsTerm,
  type PolicyDesk,
  type Sold,
} from '@perennial/testkit/policies/policy-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entitlementHash } from './snapshot-service.ts';
import { tryPolicy } from './try-service.ts';

let desk: PolicyDesk;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

const GENERAL = returnsTerm(10);
const DEAR = returnsTerm(90, { minValue: 50_000 });
const SMALL = returnsTerm(20, { maxValue: 50_000 });

describe('C12 the worth of what a business that reckons in pounds sells in euros is not known', () => {
  const reading = () => ({ db: desk.shop.db, currency: 'GBP', timezone: 'Europe/London', asOf: AS_OF });
  const frozen = (bought: Sold) =>
    desk.read(sql`select facts from entitlements where invoice_id = ${bought.invoiceId}::uuid order by id`);
  const tried = async (customerId: string, { lineId: id }: Sold, more: object = {}) => {
    const { decision, facts } = await tryPolicy(reading(), {
      line: { customerId, id },
      kind: 'returns',
      at: '2011-02-05',
      ...more,
    });
    return [decision.termId, facts.purchase?.value];
  };
  const sold = (customerId: string, currency: string, total = 50_000) =>
    desk.sold(customerId, '2011-02-01T10:00:00Z', 1, { total, currency });

  test('its total, whatever it is, is frozen as not known, and a term that asks for a worth does not apply', async () => {
    await desk.published('Promise', '2010-12-01', [GENERAL, DEAR, SMALL]);
    const customerId = await desk.shop.customer('c');
    const [pounds, euros, fewEuros] = [
      await sold(customerId, 'GBP'),
      await sold(customerId, 'EUR'),
      await sold(customerId, 'EUR', 100),
    ];
    await desk.keep();
    expect(await frozen(pounds)).toMatchObject([{ facts: { value: 50_000 } }]);
    for (const abroad of [euros, fewEuros]) expect(await frozen(abroad)).toMatchObject([{ facts: { value: null } }]);
    expect(await tried(customerId, pounds)).toEqual(['returns-90', 50_000]);
    expect(await tried(customerId, euros)).toEqual(['returns-10', null]);
    expect(await tried(customerId, fewEuros)).toEqual(['returns-10', null]);
  });

  test('what comes back of it is decided by the general term', async () => {
    await desk.published('Promise', '2010-12-01', [GENERAL, DEAR, SMALL]);
    for (const [currency, decision] of [
      ['GBP', { outcome: 'ALLOWED', term_id: 'returns-90' }],
      ['EUR', { outcome: 'REFUSED', term_id: 'returns-10', deadline: '2011-02-11' }],
    ] as const) {
      const customerId = await desk.shop.customer(currency);
      await sold(customerId, currency);
      await desk.sold(customerId, '2011-03-01T10:00:00Z', -1, { currency });
      await desk.matchAll();
      await desk.keep();
      expect(await desk.decided(customerId)).toMatchObject([decision]);
    }
  });

  test('where only terms that ask for a worth are promised, nothing is', async () => {
    await desk.published('Promise', '2010-12-01', [DEAR, SMALL]);
    const customerId = await desk.shop.customer('c');
    const euros = await sold(customerId, 'EUR');
    await desk.keep();
    expect(await tried(customerId, euros)).toEqual([null, null]);
  });

  test('a purchase that carries no promise yet is tried by the same rule', async () => {
    const customerId = await desk.shop.customer('c');
    const [pounds, euros] = [await sold(customerId, 'GBP'), await sold(customerId, 'EUR')];
    const terms = [GENERAL, DEAR];
    expect(await tried(customerId, pounds, { terms })).toEqual(['returns-90', 50_000]);
    expect(await tried(customerId, euros, { terms })).toEqual(['returns-10', null]);
  });

  test('a number that was frozen before stands with its hash, and with what is promised on top of it', async () => {
    await desk.published('Promise', '2010-12-01', [GENERAL, DEAR]);
    const customerId = await desk.shop.customer('c');
    const euros = await sold(customerId, 'EUR');
    await desk.keep();
    const [held] = await desk.read(sql`
      select e.id, e.policy_id, e.granted_on::text as granted_on, e.facts, s.hash from entitlements e
      join promise_snapshots s on s.id = e.snapshot_id where e.invoice_id = ${euros.invoiceId}::uuid`);
    const facts = { ...(held!['facts'] as FrozenFacts), value: 50_000 };
    const hash = entitlementHash({
      customerId,
      invoiceId: euros.invoiceId,
      policyId: String(held!['policy_id']),
      grantedOn: String(held!['granted_on']),
      snapshotHash: String(held!['hash']),
      facts,
    });
    await desk.read(sql`
      update entitlements set facts = ${JSON.stringify(facts)}::text::jsonb, hash = ${hash}
      where customer_id = ${customerId}::uuid and id = ${String(held!['id'])}::uuid`);
    expect(await tried(customerId, euros)).toEqual(['returns-90', 50_000]);
    const params = { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' };
    await desk.published('Warranty', '2010-12-01', [{ id: 'warranty', kind: 'warranty', params }]);
    await desk.keep();
    expect(await frozen(euros)).toMatchObject([{ facts: { value: 50_000 } }, { facts: { value: 50_000 } }]);
    expect(await tried(customerId, euros)).toEqual(['returns-90', 50_000]);
  });
});
