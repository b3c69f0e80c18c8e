import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { CLAIM, claimsDesk, refusal, term, type Claimed, type Answer } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, claim, keep, opened, promise } = desk;

describe('claims are decided by the promise', () => {
  it('C6 warranty: covered to its last day, by cause, with the day in words', async () => {
    await promise(term('warranty'));
    const of = await bought('2011-03-01', [['A1', 2, 1000]]);
    await keep();
    const inTime = await opened(of, 'REPAIR', '2011-12-01');
    expect(inTime).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED' });
    expect(inTime.claimLines.nodes[0]).toMatchObject({
      termKind: 'warranty',
      remedy: 'REPAIR',
      deadline: '2012-03-01',
      refund: null,
    });
    const details = { warranty: { cause: 'ACCIDENT' } };
    const accident = await opened(of, 'REPAIR', '2011-12-01', {
      lines: [{ lineId: of.lines[0], quantity: 1, details }],
    });
    expect(accident).toMatchObject({ outcome: 'REFUSED', refund: { amount: 0 } });
  });

  it('C10 returns: within the window the money comes back, a day later it does not', async () => {
    await promise(term('returns', { days: 30 }));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const last = await opened(of, 'RETURN', '2011-03-31');
    expect(last).toMatchObject({ outcome: 'ALLOWED', refund: { amount: 33, currency: 'GBP' } });
    expect(last.number).toMatch(/^N\d+-1$/);
    const late = await opened(of, 'RETURN', '2011-04-01');
    expect(late).toMatchObject({ outcome: 'REFUSED', refund: { amount: 0 } });
    expect(late.number).toMatch(/^N\d+-2$/);
    expect(late.claimLines.nodes[0]!.trace.map(({ code }) => code)).toContain('RETURNS_LATE');
  });

  it('C10 abuse is looked at by a person and explained, never refused in silence', async () => {
    await promise(term('returns', { reviewFrom: 1 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    const note = newId();
    const customerId = of.customer.replace('Customer_', '');
    // brought back much of what was bought, most of it never bought here
    await desk.server.db.orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, 'C1', '2011-02-20T10:00:00Z'::timestamptz, 'RETURN', 'France', 'GBP', -9000, 9)`);
    for (let ordinal = 1; ordinal <= 9; ordinal++) {
      await desk.server.db.orm.execute(sql`
        insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
        values (${customerId}, ${newId()}, ${note}, 'Z9', ${ordinal}, 'Z', -1, 100000, -1000, 'GBP', 'RETURN')`);
    }
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-05');
    expect(made).toMatchObject({ status: 'OPEN', refund: { amount: 0 } });
    expect(made.claimLines.nodes[0]).toMatchObject({ outcome: 'ALLOWED', review: true, refund: null });
    expect(made.claimLines.nodes[0]!.trace.map(({ code }) => code)).toContain('RETURNS_REVIEW');
    expect(await change('claimSettle', { id: made.id, version: 1 }, 'claim { id }')).toEqual(
      refusal('CLAIM_WRONG_STATUS', 'id'),
    );

    const decide = (input: object) =>
      change<Claimed>('claimReviewDecide', { id: made.id, version: 1, ...input }, CLAIM);
    const mute = await desk.owner.ask(
      `mutation ($id: ID!) { claimReviewDecide(input: { id: $id, version: 1, outcome: REFUSED, reason: "  " }) { userErrors { code path } } }`,
      { id: made.id },
    );
    expect(JSON.stringify(mute)).toContain('INVALID_FIELD');
    // S1: the money was promised; to allow it is to pay it back
    for (const remedy of ['REPLACE', 'REPAIR', 'SERVICE']) {
      const less = await decide({ outcome: 'ALLOWED', remedy, reason: 'We would rather do that.' });
      expect(less).toEqual(refusal('REVIEW_GIVES_LESS', 'remedy'));
    }
    const reviewed = await decide({ outcome: 'ALLOWED', reason: 'All of it was faulty.' });
    expect(reviewed.claim).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED', refund: { amount: 1000 } });
    expect(reviewed.claim!.claimLines.nodes[0]!.trace.at(-1)).toMatchObject({
      code: 'CLAIM_REVIEWED',
      params: { reason: 'All of it was faulty.' },
    });
  });

  it('C10 abuse weighs the worth of what came back against what was sold in the same money only', async () => {
    await promise(term('returns', { reviewFrom: 1 }));
    const of = await bought('2011-03-01', [['A1', 9, 9000]]);
    const note = newId();
    const customerId = of.customer.replace('Customer_', '');
    // three returns of another money, in whose minor units they are many times the purchase
    await desk.server.db.orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${note}, 'C2', '2010-11-20T10:00:00Z'::timestamptz, 'RETURN', 'France', 'JPY', -90000, 3)`);
    for (let ordinal = 1; ordinal <= 3; ordinal++) {
      await desk.server.db.orm.execute(sql`
        insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
        values (${customerId}, ${newId()}, ${note}, 'Z9', ${ordinal}, 'Z', -1, 300000000, -30000, 'JPY', 'RETURN')`);
    }
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-05');
    const codes = made.claimLines.nodes[0]!.trace.map(({ code }) => code);
    expect(codes).toContain('ABUSE_LINES');
    expect(codes).not.toContain('ABUSE_VALUE');
  });

  it('C10 abuse weighs returns that were claimed as it weighs credit notes, and none of them twice', async () => {
    await promise(term('returns', { reviewFrom: 20 }));
    const one = await bought('2011-03-01', [['A1', 3, 900]]);
    const others: (typeof one)[] = [];
    for (let more = 0; more < 5; more++) {
      others.push(await bought('2011-03-01', [['A1', 3, 900]], { customer: one.customer }));
    }
    await keep();
    const refund = { amount: 900, currency: 'GBP' };
    const first = await opened(one, 'RETURN', '2011-03-05', { quantity: 3 });
    expect(
      (await change('claimSettle', { id: first.id, version: 1, refundPaid: refund }, 'claim { id }')).userErrors,
    ).toEqual([]);
    await opened(others[0]!, 'RETURN', '2011-03-05', { quantity: 3 });
    const third = await opened(others[1]!, 'RETURN', '2011-03-05', { quantity: 3 });
    expect(third.status).toBe('DECIDED');
    // 3 of 6 came back: half of 40 and of 25 points, and one more than two within 90 days
    const fourth = await opened(others[2]!, 'RETURN', '2011-03-06', { quantity: 3 });
    expect(fourth.claimLines.nodes[0]).toMatchObject({ review: true, result: { abuse: { score: 37 } } });
    // the shop's credit note for the same pieces changes nothing, a claim that was let go of does
    await desk.creditNote(one, 3, '2011-03-05');
    const seen = async (of: (typeof others)[number]) =>
      (await opened(of, 'RETURN', '2011-03-06', { quantity: 1 })).claimLines.nodes[0]!.trace;
    const { params: counted } = (await seen(others[3]!)).find(({ code }) => code === 'ABUSE_LINES')!;
    expect(counted).toMatchObject({ returned: 3, bought: 6 });
    const gone = { id: third.id, version: 1, reason: 'Keeps it' };
    expect((await change('claimWithdraw', gone, 'claim { id }')).userErrors).toEqual([]);
    expect((await seen(others[4]!)).map(({ code }) => code)).not.toContain('ABUSE_LINES');
  });

  it('C10 abuse makes nothing of money back for faulty goods, nor of the credit notes that say the same', async () => {
    await promise(
      term('returns', { reviewFrom: 1 }),
      term('remedy', { refundDays: 200, replaceDays: 1, maxRepairs: 1 }),
    );
    const one = await bought('2011-03-01', [['A1', 2, 200]]);
    const faulty = [one];
    for (let more = 0; more < 4; more++) {
      faulty.push(await bought('2011-03-01', [['A1', 2, 200]], { customer: one.customer }));
    }
    const last = faulty.pop()!;
    await keep();
    for (const of of faulty) {
      const made = await opened(of, 'REPLACEMENT', '2011-03-05', { quantity: 2 });
      expect(made.claimLines.nodes[0]).toMatchObject({ remedy: 'REFUND' });
      const paid = { id: made.id, version: 1, refundPaid: made.refund };
      expect((await change('claimSettle', paid, 'claim { id }')).userErrors).toEqual([]);
    }
    const score = async () => {
      const made = await opened(last, 'RETURN', '2011-03-10');
      const gone = { id: made.id, version: 1, reason: 'Keeps it' };
      expect((await change('claimWithdraw', gone, 'claim { id }')).userErrors).toEqual([]);
      const { review, result } = made.claimLines.nodes[0]!;
      return [review, result['abuse']];
    };
    const before = await score();
    expect(before).toMatchObject([false, { score: 0 }]);
    for (const of of faulty) await desk.creditNote(of, 2, '2011-03-08');
    expect(await score()).toEqual(before);
  });

  it('C11 remedy (三包): by condition and day refund, replacement or repair, as asked for', async () => {
    await promise(term('remedy'));
    const of = await bought('2011-03-01', [['A1', 9, 900]]);
    await keep();
    const remedyOn = async (kind: string, on: string, details?: object) => {
      const lines = [{ lineId: of.lines[0], quantity: 1, ...(details ? { details: { remedy: details } } : {}) }];
      const made = await opened(of, kind, on, { lines });
      return made.claimLines.nodes[0]!.remedy;
    };
    expect(await remedyOn('RETURN', '2011-03-08', { condition: 'DEFECT' })).toBe('REFUND');
    expect(await remedyOn('RETURN', '2011-03-09', { condition: 'DEFECT' })).toBe('REPLACE');
    expect(await remedyOn('REPLACEMENT', '2011-03-05')).toBe('REPLACE');
    expect(await remedyOn('REPAIR', '2011-03-05')).toBe('REPAIR');
    expect(await remedyOn('REPLACEMENT', '2011-03-20')).toBe('REPAIR');
    expect(await remedyOn('REPAIR', '2011-03-05', { condition: 'MISUSE' })).toBeNull();
    // goods that are merely given back are no faulty goods
    const plain = await opened(of, 'RETURN', '2011-03-02');
    expect(plain.outcome).toBe('NOT_COVERED');
  });

  it('several kinds of promise speak: the customer gets the better answer and the trace shows both', async () => {
    await promise(term('warranty', { months: 1 }), term('remedy', { refundDays: 0, replaceDays: 0, repairMonths: 24 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const made = await opened(of, 'REPAIR', '2011-06-01');
    expect(made).toMatchObject({ outcome: 'ALLOWED' });
    const [line] = made.claimLines.nodes;
    expect(line).toMatchObject({ termKind: 'remedy', remedy: 'REPAIR' });
    const codes = line!.trace.map(({ code }) => code);
    expect(codes[0]).toBe('CLAIM_BEST_OF');
    expect(line!.trace.find(({ code }) => code === 'CLAIM_ALSO')?.params).toEqual({
      kind: 'warranty',
      outcome: 'REFUSED',
    });
  });

  it('C13 service is an entitlement: two policies, one purchase, and its extras (C20)', async () => {
    await promise(term('returns'));
    await promise(term('extras'));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const made = await opened(of, 'RETURN', '2011-03-02');
    expect(made.outcome).toBe('ALLOWED');
    expect(made.claimLines.nodes[0]!.extras.map(({ code }) => code)).toEqual(['EXTRAS_PROMISE']);
    const without = await bought('2010-01-01', [['A1', 1, 1000]]);
    expect((await opened(without, 'RETURN', '2010-01-02')).outcome).toBe('NOT_COVERED');
  });

  it('S1 the claim reads the snapshot: publishing, retiring and changing anything later changes nothing', async () => {
    const version = await promise(
      term('returns', { days: 30 }, { appliesTo: { regions: ['France'], segments: ['KEY'] } }),
    );
    const of = await bought('2011-03-01', [['A1', 4, 400]]);
    await keep();
    const before = await opened(of, 'RETURN', '2011-03-31');

    const draft = await change<{ policyVersion: { id: string } } & Answer>(
      'policyVersionDraftFrom',
      { id: version.id },
      'policyVersion { id }',
    );
    await change('policyVersionRetire', { id: version.id, version: version.version }, 'policyVersion { id }');
    await change(
      'policyVersionSave',
      { id: draft.policyVersion.id, version: 1, terms: [term('returns', { days: 1 })] },
      'policyVersion { id }',
    );
    await desk.server.db.orm.execute(sql`update customers set region = 'Spain', segment = 'STANDARD'`);
    await desk.server.db.orm.execute(sql`update policies set name = 'Another name'`);
    await desk.server.db.orm.execute(sql`update invoices set total = 1`);
    await desk.server.settle();
    await keep();

    const after = await opened(of, 'RETURN', '2011-03-31');
    expect(after.claimLines.nodes[0]!.trace).toEqual(before.claimLines.nodes[0]!.trace);
    expect(after).toMatchObject({ outcome: 'ALLOWED', refund: before.refund });
  });

  it('S1 a promise that was altered in the database decides nothing', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 100]]);
    await keep();
    await desk.server.db.orm.execute(sql`update entitlements set facts = jsonb_set(facts, '{value}', '999999')`);
    expect(await claim(of, 'RETURN', '2011-03-02')).toMatchObject({
      claim: null,
      userErrors: [{ code: 'SNAPSHOT_ALTERED' }],
    });
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claims`)).toEqual([]);
  });

  it('claimPreview sees what is still being granted, as claimOpen does, and grants nothing', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    const lines = [{ lineId: of.lines[0], quantity: 2 }];
    const auditor = await desk.server.as('AUDITOR');
    const { claimPreview } = await auditor.data<{ claimPreview: { outcome: string; refund: number } }>(
      `query ($customer: ID!, $invoice: ID!, $lines: [ClaimLineInput!]!) {
        claimPreview(customerId: $customer, invoiceId: $invoice, kind: RETURN, claimedOn: "2011-03-02", lines: $lines) {
          outcome refund } }`,
      { customer: of.customer, invoice: of.invoice, lines },
    );
    expect(claimPreview).toEqual({ outcome: 'ALLOWED', refund: 67 });
    for (const table of ['entitlements', 'promise_snapshots', 'returns', 'claims']) {
      expect(await rowsOf(desk.server.db.orm, sql.raw(`select 1 from ${table}`))).toEqual([]);
    }
  });

  it('claimPreview refuses more pieces than were bought, naming the field', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    const { errors } = await desk.owner.ask(
      `query ($customer: ID!, $invoice: ID!, $lines: [ClaimLineInput!]!) {
        claimPreview(customerId: $customer, invoiceId: $invoice, kind: RETURN, claimedOn: "2011-03-02", lines: $lines) { outcome } }`,
      { customer: of.customer, invoice: of.invoice, lines: [{ lineId: of.lines[0], quantity: 4 }] },
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'MORE_THAN_BOUGHT', path: ['lines', '0', 'quantity'], params: { bought: 3, left: 3 } } },
    ]);
  });

  it('claimPreview says what claimOpen will do, and writes nothing', async () => {
    await promise(term('returns'));
    const of = await bought('2011-03-01', [['A1', 3, 100]]);
    await keep();
    const auditor = await desk.server.as('AUDITOR');
    const { claimPreview } = await auditor.data<{ claimPreview: { lines: object[] } & Record<string, unknown> }>(
      `query ($customer: ID!, $invoice: ID!, $lines: [ClaimLineInput!]!) {
        claimPreview(customerId: $customer, invoiceId: $invoice, kind: RETURN, claimedOn: "2011-03-02", lines: $lines, language: zh_Hant) {
          outcome review refund currency lines { code quantity left outcome remedy deadline refund sentences } } }`,
      { customer: of.customer, invoice: of.invoice, lines: [{ lineId: of.lines[0], quantity: 2 }] },
    );
    expect(claimPreview).toMatchObject({
      outcome: 'ALLOWED',
      review: false,
      refund: 67,
      currency: 'GBP',
      lines: [{ code: 'A1', quantity: 2, left: 3, refund: 67, deadline: '2011-03-31' }],
    });
    expect(JSON.stringify(claimPreview.lines)).toContain('天內可無條件退貨');
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claims`)).toEqual([]);
  });
});
