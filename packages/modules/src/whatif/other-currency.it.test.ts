import type { VersionTerms } from '@perennial/domain/policies/decide';
import { readTerms } from '@perennial/domain/policies/terms';
import { claimsDesk } from '@perennial/testkit/claims/claims-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { snapshotsById } from '../policies/index.ts';
import { EVERYBODY } from '../sales/index.ts';
import { replayClaims } from './claim-replay-service.ts';
import { policyGaps } from './gap-service.ts';
import { replayPurchases, replayReturns, type Replay } from './replay-service.ts';

/** A business that reckons in pounds sells the same in pounds and in euros; "as if" there were only the terms below. */
const desk = claimsDesk();
const { bought, keep, promise, opened, creditNote } = desk;
const FRAME = { currency: 'GBP', timezone: 'Europe/London' };
/** Holds the purchase in pounds, and would hold whatever had a number for a worth. */
const ASKS_A_WORTH = { maxValue: 100_000 };
const PERIOD = { from: '2010-12-10', to: '2011-12-10' };

const supposed = (...terms: object[]): VersionTerms => ({
  id: newId(),
  policyId: newId(),
  policy: 'As if',
  number: 1,
  period: { from: '2010-12-01', to: null },
  terms: readTerms(terms),
  currency: 'GBP',
  supposed: true,
});

async function replayBy(version: VersionTerms, policyId?: string): Promise<Replay> {
  const { orm } = desk.server.db;
  const rows = await rowsOf<{ id: string }>(orm, sql`select id from promise_snapshots`);
  return {
    supposed: policyId ? { ...version, policyId } : version,
    frame: FRAME,
    snapshots: await snapshotsById(
      orm,
      rows.map(({ id }) => id),
    ),
    points: new Map(),
  };
}

/** The same purchase in both currencies, by customer. */
async function twice(): Promise<{
  pounds: Awaited<ReturnType<typeof bought>>;
  euros: Awaited<ReturnType<typeof bought>>;
}> {
  const pounds = await bought('2011-03-01', [['A1', 2, 60_000]]);
  const euros = await bought('2011-03-01', [['A1', 2, 60_000]], { currency: 'EUR' });
  await keep();
  return { pounds, euros };
}

const idOf = ({ customer }: { customer: string }) => customer.replace('Customer_', '');

describe('what-if adds up money of the business only, and asks a worth only of what is in it', () => {
  test('C12 purchases: less for the one whose worth is asked for, and no euros among the pounds', async () => {
    const { policyId } = await promise(returnsWithin(30));
    const { pounds, euros } = await twice();
    const { orm } = desk.server.db;
    const replayed = async (...terms: object[]) => {
      const by = await replayBy(supposed(...terms), policyId);
      const all = await replayPurchases(orm, EVERYBODY, PERIOD, by);
      return new Map(all.map(({ customerId, ...each }) => [customerId, each]));
    };
    const dear = await replayed(returnsWithin(30), returnsWithin(5, { id: 'dear', appliesTo: { minValue: 50_000 } }));
    expect(dear.get(idOf(pounds))).toEqual({ less: true, more: false, value: 60_000 });
    expect(dear.get(idOf(euros))).toEqual({ less: false, more: false, value: 0 });
    const all = await replayed(returnsWithin(5));
    expect(all.get(idOf(euros))).toEqual({ less: true, more: false, value: 0 });
  });

  test('a sum in euros that was frozen as a worth before is not taken for pounds', async () => {
    const { policyId } = await promise(returnsWithin(30));
    const { euros } = await twice();
    const { orm } = desk.server.db;
    await orm.execute(sql`
      update entitlements set facts = facts || '{"value": 60000}' where customer_id = ${idOf(euros)}::uuid`);
    const by = await replayBy(supposed(returnsWithin(5)), policyId);
    const all = await replayPurchases(orm, EVERYBODY, PERIOD, by);
    expect(all.find(({ customerId }) => customerId === idOf(euros))).toMatchObject({ less: true, value: 0 });
  });

  test('C12 of a purchase without a promise the worth is not known either', async () => {
    const { pounds, euros } = await twice();
    const by = await replayBy(supposed(returnsWithin(30, { appliesTo: ASKS_A_WORTH })));
    const all = await replayPurchases(desk.server.db.orm, EVERYBODY, PERIOD, by);
    expect(all.find(({ customerId }) => customerId === idOf(pounds))).toMatchObject({ more: true, value: 60_000 });
    expect(all.find(({ customerId }) => customerId === idOf(euros))).toMatchObject({ more: false, value: 0 });
  });

  test('what came back in another currency is judged and counted, without a sum', async () => {
    const { pounds, euros } = await twice();
    await creditNote(pounds, 1, '2011-03-10');
    await creditNote(euros, 1, '2011-03-10', 'EUR');
    await keep();
    const dear = supposed(returnsWithin(30, { appliesTo: ASKS_A_WORTH }));
    const invoices = await replayReturns(desk.server.db.orm, EVERYBODY, await replayBy(dear));
    const claims = [...invoices.values()].flat();
    expect(claims.find(({ customerId }) => customerId === idOf(pounds))).toMatchObject({
      after: 'ALLOWED',
      value: 100,
    });
    expect(claims.find(({ customerId }) => customerId === idOf(euros))).toMatchObject({
      quantity: 1,
      before: 'NOT_COVERED',
      after: 'NOT_COVERED',
      value: 0,
    });
    const gaps = await policyGaps(desk.server.db.orm, FRAME);
    expect(gaps).toMatchObject([
      { kind: 'returns', claims: 2, customers: 2, quantity: 2, value: 100, currency: 'GBP' },
    ]);
  });

  test('claims on it too', async () => {
    const { pounds, euros } = await twice();
    const unpromised = [await opened(pounds, 'REPAIR', '2011-05-01'), await opened(euros, 'REPAIR', '2011-05-01')];
    expect(unpromised.map(({ outcome }) => outcome)).toEqual(['NOT_COVERED', 'NOT_COVERED']);
    const warranty = {
      id: 'warranty',
      kind: 'warranty',
      params: { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
      appliesTo: ASKS_A_WORTH,
    };
    const cases = await replayClaims(desk.server.db.orm, EVERYBODY, { supposed: supposed(warranty), frame: FRAME });
    expect(cases.find(({ customerId }) => customerId === idOf(pounds))).toMatchObject({
      after: 'ALLOWED',
      value: 30_000,
    });
    expect(cases.find(({ customerId }) => customerId === idOf(euros))).toMatchObject({
      after: 'NOT_COVERED',
      value: 0,
    });
    const gaps = await policyGaps(desk.server.db.orm, FRAME);
    expect(gaps).toMatchObject([{ claims: 2, value: 30_000 }]);
  });
});
