import { newId } from '@perennial/kernel/db/ids';
import { CLAIM, claimsDesk, refusal, term, type Claim, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, claim, creditNote, keep, opened, promise } = desk;

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
    const first = await opened(of, 'RETURN', '2011-03-02');
    expect(first.refund.amount).toBe(40_000);
    // the customer reads why it is not the price, on the claim and on the receipt
    expect(first.claimLines.nodes[0]!.trace.at(-1)).toEqual({
      code: 'CLAIM_REFUND_DISCOUNTED',
      params: { goods: 50_000, discount: 10_000, refund: 40_000, currency: 'GBP' },
    });
    const receipt = await (await fetch(`${desk.server.url}/receipt/${first.receiptHash}`)).text();
    expect(receipt).toContain('less their share of the discount on the purchase, £100.00');
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

  it.each([
    ['what was sold comes back first', 'before'],
    ['what was added comes back first', 'after'],
  ])('S2 a discount of the sale is none on goods that an import adds: %s', async (_, sold) => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 10, 10_000]], { discount: 5_000 });
    await keep();
    const back = async (lineId: string, quantity: number) => {
      const returned = await opened(of, 'RETURN', '2011-03-02', { lines: [{ lineId, quantity }] });
      return returned.refund.amount;
    };
    if (sold === 'before') expect(await back(of.lines[0]!, 10)).toBe(5_000);
    const [customer, invoice] = [of.customer.split('_')[1], of.invoice.split('_')[2]];
    const line = newId();
    await desk.server.db.orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, batch_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customer}, ${line}, ${invoice}, ${newId()}, 'B2', 1, 'Later', 1, 10000, 10000, 'GBP', 'SALE')`);
    await keep();
    expect(await back(`InvoiceLine_${customer}_${line}`, 1)).toBe(10_000);
    if (sold === 'after') expect(await back(of.lines[0]!, 10)).toBe(5_000);
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

  describe('nobody gets back more than was paid for the goods', () => {
    const settle = (made: Claim, amount: number) =>
      change<Claimed>(
        'claimSettle',
        { id: made.id, version: made.version, refundPaid: { amount, currency: 'GBP' } },
        CLAIM,
      );
    const paid = async (made: Claim, amount: number) => expect((await settle(made, amount)).userErrors).toEqual([]);
    const tooMuch = async (made: Claim, amount: number, most: number) => {
      const refused = await settle(made, amount);
      expect(refused).toEqual(refusal('REFUND_TOO_LARGE', 'refundPaid'));
      expect(refused.userErrors[0]!.params).toMatchObject({ paid: amount, most });
      expect(refused.userErrors[0]!.message).toContain(`only ${most} GBP`);
    };

    it('whatever was decided, what others are owed is left to them', async () => {
      await promise(term('returns'), term('warranty'));
      const of = await bought('2011-03-01', [['A1', 4, 1000]], { discount: 200 });
      await keep();
      const [first, second] = [await opened(of, 'RETURN', '2011-03-02'), await opened(of, 'RETURN', '2011-03-02')];
      expect([first.refund.amount, second.refund.amount]).toEqual([200, 200]);
      await tooMuch(first, 601, 600);
      await tooMuch(first, 100_000, 600);
      await paid(first, 500);
      // 800 were paid, 500 given back; who comes next gets no more than the rest
      await tooMuch(second, 301, 300);
      const third = await opened(of, 'RETURN', '2011-03-03');
      expect(third.refund.amount).toBe(100);
      // money for a piece that stays the customer's counts too
      const repair = await opened(of, 'REPAIR', '2011-03-04');
      await tooMuch(repair, 1, 0);
      await paid(second, 200);
      await paid(third, 100);
      await paid(repair, 0);
    });

    it('what credit notes took back is not there to be given; a withdrawn claim leaves its part', async () => {
      await promise(term('returns'), term('warranty'));
      const of = await bought('2011-03-01', [
        ['A1', 2, 1000],
        ['B2', 1, 300],
      ]);
      await keep();
      const both = await opened(of, 'RETURN', '2011-03-02', {
        lines: of.lines.map((lineId) => ({ lineId, quantity: 1 })),
      });
      expect(both.refund.amount).toBe(800);
      const repair = await opened(of, 'REPAIR', '2011-03-02');
      await tooMuch(repair, 501, 500);
      await change('claimWithdraw', { id: both.id, version: 1, reason: 'Keeps them.' }, 'claim { id }');
      await tooMuch(repair, 1001, 1000);
      await creditNote(of, 1, '2011-03-01');
      await tooMuch(repair, 501, 500);
      await paid(repair, 500);
      const { userErrors } = await claim(of, 'RETURN', '2011-03-03', { quantity: 2 });
      expect(userErrors).toMatchObject([{ code: 'MORE_THAN_BOUGHT' }]);
      expect((await opened(of, 'RETURN', '2011-03-03')).refund.amount).toBe(0);
    });

    it('of two that are settled at once exactly one may take what is left', async () => {
      await promise(term('warranty'));
      const of = await bought('2011-03-01', [['A1', 2, 1000]]);
      await keep();
      const two = [await opened(of, 'REPAIR', '2011-03-02'), await opened(of, 'REPAIR', '2011-03-02')];
      const answers = await Promise.all(two.map((made) => settle(made, 700)));
      expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['REFUND_TOO_LARGE']);
    });
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

  it('C18 a serial number is handed over once, and what is gone cannot fail again', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [['A1', 4, 4000]]);
    await keep();
    const failing = (serialFailed: string) =>
      desk.claim(of, 'REPLACEMENT', '2011-03-02', { lines: [{ lineId: of.lines[0], quantity: 1, serialFailed }] });
    const replace = ({ claim: made }: Claimed, serialReplacement: string) => {
      const lines = [{ id: made!.claimLines.nodes[0]!.id, serialReplacement }];
      return change<Claimed>('claimSettle', { id: made!.id, version: 1, lines }, CLAIM);
    };
    const first = await failing('SN-1');
    expect((await replace(first, 'SN-8')).userErrors).toEqual([]);
    const again = await failing('sn-1');
    expect(again).toEqual(refusal('SERIAL_GONE', 'lines', '0', 'serialFailed'));
    expect(again.userErrors[0]!.params).toEqual({ serial: 'sn-1', claim: first.claim!.number });
    const second = await failing('SN-2');
    expect(await replace(second, 'SN-8')).toEqual(refusal('SERIAL_GIVEN', 'lines', '0', 'serialReplacement'));
    expect((await replace(second, 'SN-9')).userErrors).toEqual([]);
    // the replacement is a piece like any other: it can fail, and then be gone
    expect((await replace(await failing('SN-8'), 'SN-10')).userErrors).toEqual([]);
    expect(await failing('SN-8')).toEqual(refusal('SERIAL_GONE', 'lines', '0', 'serialFailed'));
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
