import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { claimsDesk, term, type Bought } from '@perennial/testkit/claims/claims-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { describe, expect, test } from 'vitest';

/** Two pieces for 500.00 on 1 March 2011, promised back within 30 days; "as if" it were 90. */
const desk = claimsDesk();
const { promise, bought, keep, opened, creditNote } = desk;

async function sold(): Promise<{ policyId: string; purchase: Bought }> {
  const { policyId } = await promise(term('returns'));
  const purchase = await bought('2011-03-01', [['A1', 2, 50_000]]);
  await keep();
  return { policyId, purchase };
}

interface Ended {
  result: WhatIfResult;
  effects: { nodes: { won: number; wonValue: { amount: number } }[] };
}

const tried = (policyId: string, days: number): Promise<Ended> => triedBy(policyId, [returnsWithin(days)]);

async function triedBy(policyId: string, terms: readonly object[]): Promise<Ended> {
  const { whatIfRun } = await desk.change<{ whatIfRun: { id: string } }>(
    'whatIfStart',
    { policyId, terms },
    'whatIfRun { id }',
  );
  for (;;) {
    await desk.server.settle();
    const { whatIfRun: run } = await desk.owner.data<{ whatIfRun: Ended & { status: string } }>(
      `query ($id: ID!) { whatIfRun(id: $id) { status result effects(first: 10) { nodes { won wonValue { amount } } } } }`,
      { id: whatIfRun.id },
    );
    if (run.status !== 'RUNNING' && run.status !== 'WAITING') return run;
  }
}

describe('what-if replay of returns that were claimed here', () => {
  test('a refused return that would be allowed: the customer wins, and it costs the goods', async () => {
    const { policyId, purchase } = await sold();
    const claim = await opened(purchase, 'RETURN', '2011-04-16');
    expect(claim.outcome).toBe('REFUSED');
    const { result, effects } = await tried(policyId, 90);
    expect(effects.nodes.map(({ won, wonValue }) => [won, wonValue.amount])).toEqual([[1, 25_000]]);
    expect(result.winners).toMatchObject({ customers: 1, claims: 1, value: 25_000 });
    expect(result.cost).toEqual({ before: { low: 0, high: 0 }, after: { low: 25_000, high: 25_000 } });
    // what is judged of credit notes, and proved equal to the API one by one, has no part in it
    expect(result.outcomes.every(({ after }) => after.claims === 0)).toBe(true);
  });

  test('the other way round: an allowed return that is on no credit note yet is lost', async () => {
    const { policyId, purchase } = await sold();
    expect((await opened(purchase, 'RETURN', '2011-03-21')).outcome).toBe('ALLOWED');
    const { result } = await tried(policyId, 7);
    expect(result.losers).toMatchObject({ customers: 1, claims: 1, value: 25_000 });
    expect(result.cost).toEqual({ before: { low: 25_000, high: 25_000 }, after: { low: 0, high: 0 } });
  });

  test('one that came back on a credit note is counted there, and once', async () => {
    const { policyId, purchase } = await sold();
    await opened(purchase, 'RETURN', '2011-04-16');
    await creditNote(purchase, 1, '2011-04-18');
    const { result } = await tried(policyId, 90);
    expect(result.winners).toMatchObject({ customers: 1, claims: 1, value: 100 });
    expect(result.cost.after).toEqual({ low: 100, high: 100 });
  });

  test('S11 what is allowed only because no day of delivery is on record is counted apart', async () => {
    const { policyId, purchase } = await sold();
    await creditNote(purchase, 1, '2011-04-18');
    await opened(purchase, 'RETURN', '2011-05-16');
    const fromDelivery = [term('returns', { days: 14, countedFrom: 'DELIVERY' })];
    const { result } = await triedBy(policyId, fromDelivery);
    // a shorter window that looks like a gain, and says what the gain rests on
    expect(result.winners).toMatchObject({ customers: 1, claims: 2 });
    expect(result.assumed).toEqual({
      before: { claims: 0, quantity: 0, value: 0 },
      after: { claims: 1, quantity: 1, value: 100 },
      gained: { claims: 1, quantity: 1, value: 100 },
    });
    expect(result.claims).toMatchObject([
      { kind: 'RETURN', assumed: { before: { claims: 0 }, after: { claims: 1, value: 25_000 } } },
    ]);
    expect((await tried(policyId, 90)).result.assumed!.after.claims).toBe(0);
  });

  test('S11 what it costs is what is given back: less the discount the goods were sold with', async () => {
    const { policyId } = await promise(term('returns'));
    // 5.00 off 500.00: 99.00 a piece is paid
    const goods = [
      ['A1', 3, 30_000],
      ['B1', 2, 20_000],
    ] as const;
    const purchases: Bought[] = [];
    for (let n = 0; n < 3; n++) purchases.push(await bought('2011-03-01', goods, { discount: 500 }));
    await keep();
    const [one, two, three] = purchases as [Bought, Bought, Bought];
    const both = [
      { lineId: two.lines[0], quantity: 1 },
      { lineId: two.lines[1], quantity: 2 },
    ];
    const refunds = [
      await opened(one, 'RETURN', '2011-03-21', { quantity: 2 }),
      await opened(two, 'RETURN', '2011-03-21', { lines: both }),
    ].map(({ refund }) => refund.amount);
    expect(refunds).toEqual([19_800, 29_700]);
    const before = await tried(policyId, 7);
    expect(before.result.losers).toMatchObject({ customers: 2, value: 49_500 });
    expect(before.result.cost).toEqual({ before: { low: 49_500, high: 49_500 }, after: { low: 0, high: 0 } });
    // a refused one, as it would be refunded
    expect((await opened(three, 'RETURN', '2011-04-16', { quantity: 3 })).outcome).toBe('REFUSED');
    const { result } = await tried(policyId, 90);
    expect(result.winners).toMatchObject({ customers: 1, value: 29_700 });
    expect(result.cost.after).toEqual({ low: 79_200, high: 79_200 });
  });

  test('S11 pieces that do not share evenly cost together what is given back for them together', async () => {
    const { policyId } = await promise(term('returns'));
    const purchase = await bought('2011-03-01', [['A1', 3, 200]], { discount: 100 });
    await keep();
    const refunds: number[] = [];
    for (const on of ['2011-03-19', '2011-03-20', '2011-03-21'])
      refunds.push((await opened(purchase, 'RETURN', on)).refund.amount);
    expect(refunds).toEqual([33, 34, 33]);
    expect((await tried(policyId, 7)).result.cost.before).toEqual({ low: 100, high: 100 });
  });

  test('S11 a credit note costs no more than was paid for its pieces', async () => {
    const { policyId } = await promise(term('returns'));
    // 1.00 a piece, of which two thirds are paid
    const purchase = await bought('2011-03-01', [['A1', 3, 300]], { discount: 100 });
    await keep();
    await opened(purchase, 'RETURN', '2011-03-10', { quantity: 3 });
    expect((await tried(policyId, 7)).result.cost.before).toEqual({ low: 200, high: 200 });
    for (const on of ['2011-03-11', '2011-03-12', '2011-03-13']) await creditNote(purchase, 1, on);
    const { result } = await tried(policyId, 7);
    expect(result.cost.before).toEqual({ low: 200, high: 200 });
    expect(result.losers).toMatchObject({ claims: 3, value: 200 });
  });
});
