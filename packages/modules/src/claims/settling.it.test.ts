import { CLAIM, claimsDesk, refusal, term, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

describe('what comes after the decision', () => {
  it('shares of partial returns sum to the line, whatever is withdrawn in between', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const first = await opened(of, 'RETURN', '2011-03-02');
    const second = await opened(of, 'RETURN', '2011-03-02');
    expect([first.refund.amount, second.refund.amount]).toEqual([33, 34]);
    const withdrawn = await change<Claimed>('claimWithdraw', { id: first.id, version: 1, reason: 'Keeps it.' }, CLAIM);
    expect(withdrawn.claim).toMatchObject({ status: 'WITHDRAWN', reason: 'Keeps it.', version: 2 });
    const rest = await opened(of, 'RETURN', '2011-03-03', { quantity: 2 });
    expect(second.refund.amount + rest.refund.amount).toBe(100);
    const again = await change('claimWithdraw', { id: first.id, version: 2, reason: 'Twice' }, 'claim { id }');
    expect(again).toEqual(refusal('CLAIM_WRONG_STATUS', 'id'));
  });

  it('a discount on the purchase is no money to be given back: 2 × 500.00 less 200.00 give back 800.00', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 2, 100_000]], { discount: 20_000 });
    await keep();
    expect((await opened(of, 'RETURN', '2011-03-02')).refund.amount).toBe(40_000);
    expect((await opened(of, 'RETURN', '2011-03-02')).refund.amount).toBe(40_000);

    const mixed = await bought(
      '2011-03-01',
      [
        ['A1', 1, 100],
        ['B2', 1, 100],
        ['C3', 1, 100],
      ],
      { discount: 100 },
    );
    await keep();
    const lines = mixed.lines.slice(0, 3).map((lineId) => ({ lineId, quantity: 1 }));
    expect((await opened(mixed, 'RETURN', '2011-03-02', { lines })).refund.amount).toBe(200);
  });

  it('a discount is no money to be given back by a person who looks at it either', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]], { discount: 200 });
    await keep();
    const made = await opened(of, 'REPAIR', '2011-03-02');
    await desk.server.db.orm.execute(sql`update claims set status = 'OPEN'`);
    await desk.server.db.orm.execute(sql`update claim_lines set review = true`);
    const reviewed = await change<Claimed>(
      'claimReviewDecide',
      { id: made.id, version: 1, outcome: 'ALLOWED', remedy: 'REFUND', reason: 'Faulty.' },
      CLAIM,
    );
    expect(reviewed.userErrors).toEqual([]);
    expect(reviewed.claim).toMatchObject({ refund: { amount: 400 } });
  });

  it('upkeep of a piece leaves it to be given back', async () => {
    await promise(term('returns', { days: 60 }), term('maintenance'));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const upkeep = await opened(of, 'MAINTENANCE', '2011-04-10');
    expect(upkeep).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED' });
    expect((await opened(of, 'RETURN', '2011-04-11')).refund.amount).toBe(1000);
  });

  it('is settled with no less than was decided, in its own money', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]], { currency: 'EUR' });
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    expect(made.refund).toEqual({ amount: 500, currency: 'EUR' });
    const settle = (refundPaid?: object) =>
      change<Claimed>('claimSettle', { id: made.id, version: 1, refundPaid }, CLAIM);
    expect(await settle({ amount: 500, currency: 'GBP' })).toEqual(
      refusal('CURRENCY_MISMATCH', 'refundPaid', 'currency'),
    );
    expect(await settle({ amount: 499, currency: 'EUR' })).toEqual(refusal('REFUND_TOO_SMALL', 'refundPaid'));
    expect(await settle()).toEqual(refusal('REFUND_TOO_SMALL', 'refundPaid'));
    expect((await settle({ amount: 500, currency: 'EUR' })).claim).toMatchObject({ status: 'SETTLED', version: 2 });
    expect(await settle({ amount: 500, currency: 'EUR' })).toEqual(refusal('VERSION_CONFLICT', 'version'));
  });

  it('C18 a failed part with a serial number is replaced by one with another', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [
      ['A1', 1, 1000],
      ['B2', 1, 500],
    ]);
    await keep();
    const made = await opened(of, 'REPLACEMENT', '2011-03-02', {
      lines: [
        { lineId: of.lines[0], quantity: 1, serialFailed: 'SN-1' },
        { lineId: of.lines[1], quantity: 1 },
      ],
    });
    const failed = made.claimLines.nodes.find(({ code }) => code === 'A1')!;
    const settle = (...lines: object[]) => change<Claimed>('claimSettle', { id: made.id, version: 1, lines }, CLAIM);
    expect(await settle()).toEqual(refusal('SERIAL_MISSING', 'lines'));
    expect(await settle({ id: failed.id, serialReplacement: 'SN-1' })).toEqual(
      refusal('SERIAL_SAME', 'lines', '0', 'serialReplacement'),
    );
    const done = await settle({ id: failed.id, serialReplacement: 'SN-2' });
    expect(done.claim!.claimLines.nodes.find(({ code }) => code === 'A1')).toMatchObject({
      serialFailed: 'SN-1',
      serialReplacement: 'SN-2',
    });
  });

  it('C11 repairs that are on record count: after the second the goods are replaced', async () => {
    await promise(term('remedy', { refundDays: 0, replaceDays: 0, maxRepairs: 2 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    for (let repair = 1; repair <= 2; repair++) {
      const made = await opened(of, 'REPAIR', '2011-04-01');
      expect(made.claimLines.nodes[0]!.remedy).toBe('REPAIR');
      await change('claimSettle', { id: made.id, version: 1 }, 'claim { id }');
    }
    expect((await opened(of, 'REPLACEMENT', '2011-05-01')).claimLines.nodes[0]!.remedy).toBe('REPLACE');
  });
});
