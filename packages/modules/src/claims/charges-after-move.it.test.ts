import {
  claimsDesk,
  refusal,
  term,
  CLAIM,
  type Bought,
  type Claim,
  type Claimed,
} from '@perennial/testkit/claims/claims-desk';
import { moves } from '@perennial/testkit/claims/moves';
import { receiptText } from '@perennial/testkit/claims/receipt-text';
import { beforeEach, describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;
const { moved, next } = moves(desk);

const row = (code: string, amount: number, more: object = {}) => ({
  code,
  label: `A ${code}`,
  mode: 'AMOUNT',
  amount,
  consent: false,
  ...more,
});
const fees = (...rows: object[]) => term('fees', { rows });
const ASKED = { consent: true };

describe('S2 what a claim is charged is asked about again after its purchase was moved', () => {
  let of: Bought;
  let made: Claim;
  const charge = (code: string, amount: number) => ({ code, amount, currency: 'GBP' });
  const set = (version: number, ...charges: object[]) =>
    change<Claimed>('claimChargesSet', { id: made.id, version, charges }, CLAIM);
  const consent = (id: string) => change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li' }, CLAIM);
  let first: Awaited<ReturnType<typeof promise>>;
  let charged: Claim;

  beforeEach(async () => {
    first = await promise(term('warranty'), fees(row('VISIT', 2000, ASKED), row('WORK', 900)));
    of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    made = await opened(of, 'REPAIR', '2011-05-01');
    charged = (await set(1, charge('VISIT', 2000), charge('WORK', 900))).claim!;
    expect(charged.charges.nodes.map(({ verdict }) => verdict)).toEqual(['NEEDS_CONSENT', 'ACCEPT']);
  });

  it('S2 a consent makes nothing chargeable that must not be charged by what is promised by now', async () => {
    const { id } = charged.charges.nodes[0]!;
    await moved(of, await next(first, term('warranty'), fees(row('VISIT', 1500, ASKED), row('WORK', 900))));
    expect(await consent(id)).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'amount'));
    const lower = (await set(2, charge('VISIT', 1500), charge('WORK', 900))).claim!;
    const agreed = await consent(lower.charges.nodes[0]!.id);
    expect(agreed.claim!.charges.nodes.map(({ verdict }) => verdict)).toEqual(['ACCEPT', 'ACCEPT']);
  });

  it('S2 nor while another charge of the claim must not be made', async () => {
    const { id } = charged.charges.nodes[0]!;
    await moved(of, await next(first, term('warranty'), fees(row('VISIT', 2000, ASKED))));
    expect(await consent(id)).toEqual(refusal('HIDDEN_FEE', 'charges', '1', 'code'));
    await set(2, charge('VISIT', 2000));
    expect((await consent((await set(3, charge('VISIT', 2000))).claim!.charges.nodes[0]!.id)).userErrors).toEqual([]);
  });

  it('S2 no receipt that is issued since calls it as disclosed, nor counts it', async () => {
    await moved(of, await next(first, term('warranty'), fees(row('VISIT', 2000, ASKED), row('WORK', 400))));
    const answer = await change<Claimed>('claimRespond', { id: made.id, version: 2 }, CLAIM);
    const receipt = await receiptText(desk, answer.claim!.receiptHash);
    expect(receipt).toContain('A WORK £9.00 Must not be charged');
    expect(receipt).toContain('but by what was promised since it is at most £4.00');
    expect(receipt).toContain('Charges in total £20.00');
    expect(receipt).not.toContain('As disclosed');
  });

  it('S2 nor one that takes for granted what the customer is asked about by now', async () => {
    await moved(of, await next(first, term('warranty'), fees(row('VISIT', 2000, ASKED), row('WORK', 900, ASKED))));
    const answer = await change<Claimed>('claimRespond', { id: made.id, version: 2 }, CLAIM);
    expect(await receiptText(desk, answer.claim!.receiptHash)).toContain('£29.00 of it only if you agree');
  });

  it('C7 what was disclosed is told apart from what was promised since', async () => {
    await moved(of, await next(first, term('warranty'), fees(row('VISIT', 1500, ASKED))));
    const kept = (await set(2, charge('VISIT', 1500))).claim!;
    expect(await receiptText(desk, kept.receiptHash)).toContain(
      '“A VISIT” was disclosed before acceptance: £20.00; by what was promised since, at most £15.00.',
    );
    const dropped = await set(3, charge('WORK', 900));
    expect(dropped).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'code'));
    expect(dropped.userErrors[0]!.message).toContain('“A WORK” was disclosed before acceptance, but');
  });
});
