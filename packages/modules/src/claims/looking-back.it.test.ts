import { claimsDesk, refusal, term, CLAIM, type Claim, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { at, bought, change, keep, opened, promise } = desk;

const VISIT = { code: 'VISIT', label: 'A visit', mode: 'CAP', amount: 2000, consent: true };
const refused = refusal('CLAIM_LOOKING_BACK', 'id');

describe('C19 what is done with a claim is of no day before what is on record of it (ADR 20)', () => {
  let made: Claim;
  const charge = (version: number) =>
    change<Claimed>(
      'claimChargesSet',
      { id: made.id, version, charges: [{ code: 'VISIT', amount: 2000, currency: 'GBP' }] },
      CLAIM,
    );
  const consent = (id: string, on?: string) =>
    change<Claimed>('claimChargeConsent', { id, version: 1, by: 'Mrs Li', on }, CLAIM);
  const settle = (version: number) => change<Claimed>('claimSettle', { id: made.id, version }, CLAIM);

  beforeEach(async () => {
    await promise(term('warranty'), term('returns'), term('fees', { rows: [VISIT] }));
    const of = await bought('2011-11-01', [['A1', 2, 10_000]]);
    await keep();
    made = await opened(of, 'REPAIR', '2011-11-12');
  });

  it('C19 it is settled on the day it was made or later, and told to which day to go', async () => {
    await at('2011-11-11');
    const { userErrors } = await settle(1);
    expect(userErrors).toMatchObject([
      { code: 'CLAIM_LOOKING_BACK', path: ['id'], params: { asOf: '2011-11-11', last: '2011-11-12' } },
    ]);
    await at('2011-11-12');
    expect((await settle(1)).userErrors).toEqual([]);
  });

  it('C19 nor is a charge agreed to before, nor anything settled before that', async () => {
    const { id } = (await charge(1)).claim!.charges.nodes[0]!;
    await at('2011-11-11');
    expect(await consent(id)).toEqual(refused);
    expect(await consent(id, '2011-11-12')).toEqual(refused);
    await at('2011-11-20');
    expect((await consent(id)).userErrors).toEqual([]);
    await at('2011-11-19');
    expect(await settle(3)).toEqual(refused);
    await at('2011-11-20');
    expect((await settle(3)).userErrors).toEqual([]);
  });

  it('C10 a person decides it on no day before, and what they decided is settled on none', async () => {
    const of = await bought('2011-11-01', [['A1', 2, 10_000]]);
    await keep();
    made = await opened(of, 'RETURN', '2011-11-12');
    await desk.server.db.orm.execute(sql`update claim_lines set review = true, refund = null`);
    await desk.server.db.orm.execute(sql`update claims set status = 'OPEN', refund = 0`);
    const review = () =>
      change<Claimed>('claimReviewDecide', { id: made.id, version: 1, outcome: 'ALLOWED', reason: 'Kind' }, CLAIM);
    await at('2011-11-11');
    expect(await review()).toEqual(refused);
    await at('2011-11-20');
    const { claim } = await review();
    const paid = (version: number) =>
      change<Claimed>('claimSettle', { id: made.id, version, refundPaid: claim!.refund }, CLAIM);
    await at('2011-11-19');
    expect(await paid(2)).toEqual(refused);
    await at('2011-11-20');
    expect((await paid(2)).userErrors).toEqual([]);
  });
});
