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
});
