import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, refusal, term, type Bought } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, claim, creditNote, keep, opened, promise } = desk;

describe('what bad input gets: an error that names the field, and nothing is written', () => {
  let of: Bought;
  beforeEach(async () => {
    await promise(term('returns'));
    of = await bought('2011-03-01', [
      ['A1', 3, 300],
      ['B2', 1, 100],
    ]);
    await keep();
  });
  const nothingWritten = async () =>
    expect(await rowsOf(desk.server.db.orm, sql`select 1 from claims union all select 1 from claim_lines`)).toEqual([]);

  it('more than was bought, claims before and credit notes counted', async () => {
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: 4 })).toEqual(
      refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'),
    );
    await nothingWritten();
    await opened(of, 'RETURN', '2011-03-05', { quantity: 2 });
    const refused = await claim(of, 'RETURN', '2011-03-06', { quantity: 2 });
    expect(refused).toEqual(refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'));
    expect(refused.userErrors[0]!.params).toMatchObject({ bought: 3, gone: 2, wanted: 2, left: 1 });
    await opened(of, 'RETURN', '2011-03-06');
    expect(await claim(of, 'RETURN', '2011-03-06')).toEqual(refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'));
  });

  it('more than was bought: what a credit note took back is gone', async () => {
    await creditNote(of, 2, '2011-03-03');
    expect(await claim(of, 'RETURN', '2011-03-04', { quantity: 2 })).toEqual(
      refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity'),
    );
    expect((await opened(of, 'RETURN', '2011-03-04')).refund.amount).toBe(100);
  });

  it('somebody else’s purchase', async () => {
    const other = await bought('2011-03-01', [['A1', 1, 100]]);
    const mixed = { ...of, customer: other.customer };
    expect(await claim(mixed, 'RETURN', '2011-03-02')).toEqual(refusal('NOT_THEIR_PURCHASE', 'invoiceId'));
    expect(await claim({ ...of, lines: other.lines }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_THEIR_PURCHASE', 'lines', '0', 'lineId'),
    );
    const second = await bought('2011-03-01', [['A1', 1, 100]], { customer: of.customer });
    expect(await claim({ ...of, lines: second.lines }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_ON_INVOICE', 'lines', '0', 'lineId'),
    );
    await nothingWritten();
  });

  it('a quantity that is none, a line twice, a fee, a day that cannot be', async () => {
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: 0 })).toEqual(
      refusal('BAD_QUANTITY', 'lines', '0', 'quantity'),
    );
    expect(await claim(of, 'RETURN', '2011-03-02', { quantity: -1 })).toEqual(
      refusal('BAD_QUANTITY', 'lines', '0', 'quantity'),
    );
    const twice = [
      { lineId: of.lines[0], quantity: 1 },
      { lineId: of.lines[0], quantity: 1 },
    ];
    expect(await claim(of, 'RETURN', '2011-03-02', { lines: twice })).toEqual(
      refusal('DUPLICATE_LINE', 'lines', '1', 'lineId'),
    );
    expect(await claim(of, 'RETURN', '2011-02-28')).toEqual(refusal('CLAIM_BEFORE_PURCHASE', 'claimedOn'));
    expect(await claim(of, 'RETURN', '2011-12-11')).toEqual(refusal('CLAIM_IN_THE_FUTURE', 'claimedOn'));
    const discounted = await bought('2011-03-01', [['A1', 1, 100]], { discount: 10 });
    expect(await claim({ ...discounted, lines: [discounted.lines[1]!] }, 'RETURN', '2011-03-02')).toEqual(
      refusal('NOT_A_PURCHASE', 'lines', '0', 'lineId'),
    );
    await nothingWritten();
  });

  it('a detail that the kind does not know, or a kind that does not answer', async () => {
    const saying = (details: object) =>
      claim(of, 'RETURN', '2011-03-02', { lines: [{ lineId: of.lines[0], quantity: 1, details }] });
    expect(await saying({ returns: { opened: 'perhaps' } })).toEqual(
      refusal('TERM_OUT_OF_RANGE', 'lines', '0', 'details', 'returns', 'opened'),
    );
    expect(await saying({ returns: { colour: 'red' } })).toEqual(
      refusal('UNKNOWN_TERM_FIELD', 'lines', '0', 'details', 'returns', 'colour'),
    );
    expect(await saying({ delivery: {} })).toEqual(refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details', 'delivery'));
    expect(await claim(of, 'SERVICE', '2011-03-02')).toEqual(refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details'));
    const shapeless = { returns: 'x', exclusions: [1], 'response-target': null };
    for (const [kind, said] of Object.entries(shapeless)) {
      expect(await saying({ [kind]: said })).toEqual(refusal('BAD_CLAIM_DETAILS', 'lines', '0', 'details', kind));
    }
    await nothingWritten();
  });

  it('two claims at once for the last piece: exactly one', async () => {
    const lines = [{ lineId: of.lines[1], quantity: 1 }];
    const both = await Promise.all([1, 2, 3].map(() => claim(of, 'RETURN', '2011-03-02', { lines })));
    expect(both.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      'MORE_THAN_BOUGHT',
      'MORE_THAN_BOUGHT',
    ]);
    expect(await rowsOf(desk.server.db.orm, sql`select count(*)::int as n from claim_lines`)).toEqual([{ n: 1 }]);
  });

  it('leaves its attempt in the audit trail', async () => {
    await claim(of, 'RETURN', '2011-03-02', { quantity: 4 });
    const [event] = await rowsOf<{ operation: string; after: unknown }>(
      desk.server.db.orm,
      sql`select operation, after from audit_events order by seq desc limit 1`,
    );
    expect(JSON.stringify(event)).toContain('claimOpen');
    expect(event?.after).toMatchObject({ refused: 'MORE_THAN_BOUGHT', path: 'lines.0.quantity' });
    await nothingWritten();
  });

  it('a text that cannot be kept, named in the answer and in the trail', async () => {
    const line = { lineId: of.lines[0], quantity: 1 };
    for (const [bad, ...path] of [
      [{ note: 'a\0b' }, 'note'],
      [{ lines: [{ ...line, serialFailed: '\ud83d' }] }, 'lines', '0', 'serialFailed'],
      [{ lines: [{ ...line, details: { returns: { said: 'x\0' } } }] }, 'lines', '0', 'details', 'returns', 'said'],
    ] as const) {
      const input = { customerId: of.customer, invoiceId: of.invoice, kind: 'RETURN', lines: [line], ...bad };
      expect(await desk.change('claimOpen', input, 'claim { id }')).toEqual(refusal('TEXT_UNREADABLE', ...path));
      const [event] = await rowsOf<{ after: unknown }>(
        desk.server.db.orm,
        sql`select after from audit_events order by seq desc limit 1`,
      );
      expect(event?.after).toMatchObject({ refused: 'TEXT_UNREADABLE', path: path.join('.') });
    }
    await nothingWritten();
  });

  it('is refused to those who may not write', async () => {
    for (const role of ['POLICY_MANAGER', 'AUDITOR'] as const) {
      const by = await desk.server.as(role);
      const answer = await by.ask(
        `mutation ($input: ClaimOpenInput!) { claimOpen(input: $input) { claim { id } userErrors { code } } }`,
        {
          input: {
            customerId: of.customer,
            invoiceId: of.invoice,
            kind: 'RETURN',
            lines: [{ lineId: of.lines[0], quantity: 1 }],
          },
        },
      );
      expect(JSON.stringify(answer)).toContain('FORBIDDEN');
    }
    await nothingWritten();
  });
});
