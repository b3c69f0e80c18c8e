import { CLAIM, claimsDesk, term, type Claim, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { receiptText } from '@perennial/testkit/claims/receipt-text';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, keep, opened, promise } = desk;

const FEES = [
  { code: 'VISIT', label: 'A visit', mode: 'CAP', amount: 2000, consent: true },
  { code: 'MOTOR', label: 'A motor', kind: 'PART', mode: 'CAP', amount: 9000, consent: false },
];
const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];

const set = async ({ id }: Claim, ...charges: [code: string, amount: number][]): Promise<Claim> => {
  const input = { id, version: 1, charges: charges.map(([code, amount]) => ({ code, amount, currency: 'GBP' })) };
  const { claim, userErrors } = await change<Claimed>('claimChargesSet', input, CLAIM);
  expect(userErrors).toEqual([]);
  return claim!;
};

describe('C19 the receipt of a claim that was withdrawn', () => {
  it('C19 demands nothing, and gives nothing back', async () => {
    await promise(term('returns'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const made = await set(await opened(of, 'RETURN', '2011-03-05'), ['VISIT', 1500]);
    const before = await receiptText(desk, made.receiptHash);
    expect(before).toContain('Refund in total £10.00');
    expect(before).toContain('£15.00 of it only if you agree');
    const answer = await change<Claimed>('claimWithdraw', { id: made.id, version: 2, reason: 'Keeps it' }, CLAIM);
    const [after, ...chinese] = await Promise.all(
      LANGUAGES.map((language) => receiptText(desk, answer.claim!.receiptHash, language)),
    );
    expect(after).toContain('The claim was withdrawn: nothing is given back or charged for it.');
    expect(after).not.toMatch(/£15|Charges in total|only if you agree|Refund in total/);
    expect(chinese[0]).toContain('此案件已撤回：不退款，也不收取任何費用。');
    expect(chinese[1]).toContain('此案件已撤回：不退款，也不收取任何费用。');
  });
});

describe('S2 a charge on a purchase that was paid in another currency', () => {
  it('S2 is asked about, and nothing untrue is told of what the purchase was worth', async () => {
    await promise(term('warranty'), term('fees', { rows: FEES }));
    const of = await bought('2011-03-01', [['A1', 2, 20_000]], { currency: 'EUR' });
    await keep();
    const { receiptHash, charges } = await set(await opened(of, 'REPAIR', '2011-05-01'), ['MOTOR', 100]);
    expect(charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }]);
    const receipt = await receiptText(desk, receiptHash);
    expect(receipt).toContain('it cannot be told whether this part comes to more than 30 % of the whole');
    expect(receipt).not.toContain('£0.00');
  });
});
