import { claimsDesk, term, type Bought, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { codes, desk, type Desk } from '@perennial/testkit/sales/desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Looking back at an earlier day shows its figures; what was offered, disclosed, answered or ended since stays so. */
let shop: Desk;

beforeAll(async () => {
  shop = await desk();
});

beforeEach(async () => {
  await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10', latest_day = null`);
});

const business = async () =>
  (
    await shop.owner.data<{ business: { effectiveAsOf: string; latestDay: string; version: number } }>(
      '{ business { effectiveAsOf latestDay version } }',
    )
  ).business;

async function lookAt(asOf: string | null) {
  const { version } = await business();
  return shop.change('businessUpdate', { version, asOf }, 'business { effectiveAsOf latestDay }', shop.owner);
}

describe('the latest day of the business', () => {
  it('goes forward with the as-of date, and not back with it', async () => {
    expect(await business()).toMatchObject({ effectiveAsOf: '2011-12-10', latestDay: '2011-12-10' });
    expect((await lookAt('2011-06-01')).business).toEqual({ effectiveAsOf: '2011-06-01', latestDay: '2011-12-10' });
    expect((await lookAt('2012-02-01')).business).toEqual({ effectiveAsOf: '2012-02-01', latestDay: '2012-02-01' });
    expect((await lookAt('2011-12-10')).business).toEqual({ effectiveAsOf: '2011-12-10', latestDay: '2012-02-01' });
    // from the clock's day back: whatever was done on it was done
    const today = ((await lookAt(null)).business as { effectiveAsOf: string }).effectiveAsOf;
    expect((await lookAt('2011-12-10')).business).toEqual({ effectiveAsOf: '2011-12-10', latestDay: today });
    const { version } = await business();
    const renamed = await shop.change('businessUpdate', { version, name: 'X' }, 'business { latestDay }', shop.owner);
    expect(renamed.business).toEqual({ latestDay: today });
  });

  it('a day to come is refused: nothing would ever be before it again', async () => {
    const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const refused = await lookAt(ahead);
    expect(refused.userErrors).toMatchObject([{ code: 'AS_OF_IN_FUTURE', path: ['asOf'], params: { asOf: ahead } }]);
    expect(await business()).toMatchObject({ effectiveAsOf: '2011-12-10', latestDay: '2011-12-10' });
  });

  it('C3 a quote that expired cannot be accepted by looking back', async () => {
    const [lamp, customer] = [await shop.product('LAMP'), await shop.customer()];
    const { quote, revision } = await shop.quoted(customer, [{ productId: lamp, quantity: 1 }], {
      validUntil: '2011-12-20',
    });
    await lookAt('2011-12-21');
    expect(codes(await shop.accept(quote, revision))).toEqual(['QUOTE_EXPIRED']);
    await lookAt('2011-12-10');
    expect(codes(await shop.accept(quote, revision))).toEqual(['QUOTE_EXPIRED']);
    const read = await shop.agent.data<{ quote: { expired: boolean } }>(
      'query ($id: ID!) { quote(id: $id) { expired } }',
      { id: quote.id },
    );
    expect(read.quote.expired).toBe(true);
  });

  it('S14 an answered probe grows no younger by looking back', async () => {
    const made = await shop.change(
      'servicePointCreate',
      { name: 'North', phone: '0100' },
      'servicePoint { id }',
      shop.owner,
    );
    const pointId = (made.servicePoint as { id: string }).id;
    const probe = { pointId, on: '2011-12-09', channel: 'PHONE', answered: true };
    await shop.change('servicePointProbe', probe, 'userErrors { code }', shop.owner);
    const draft = await shop.policies.draft('Promise', '2012-03-01', [returnsWithin(30)], { pointIds: [pointId] });
    await lookAt('2012-02-01');
    expect(codes(await shop.policies.publish(draft))).toEqual(['UNREACHABLE_POINT']);
    await lookAt('2011-12-10');
    expect(codes(await shop.policies.publish(draft))).toEqual(['UNREACHABLE_POINT']);
  });

  it('C1 a version does not end on a day that is past by looking back at it', async () => {
    const id = await shop.publish('To be ended', [returnsWithin(31)]);
    await lookAt('2011-12-20');
    await lookAt('2011-12-10');
    const ended = await shop.change(
      'policyVersionRetire',
      { id, version: 3, on: '2011-12-20' },
      'policyVersion { id }',
      shop.owner,
    );
    expect(ended.userErrors).toMatchObject([{ code: 'RETIRED_IN_THE_PAST', params: { earliest: '2011-12-21' } }]);
  });
});

describe('S2 what is disclosed is disclosed to nobody who had bought already', () => {
  const claims = claimsDesk();
  const { at, backdated, bought, change, keep, opened } = claims;
  const fees = term('fees', { rows: [{ code: 'VISIT', label: 'Visit', mode: 'CAP', amount: 2000, consent: false }] });
  const verdict = async (of: Bought, on: string) => {
    const { id } = await opened(of, 'REPAIR', on);
    const charges = [{ code: 'VISIT', amount: 2000, currency: 'GBP' }];
    const answer = await change<Claimed>('claimChargesSet', { id, version: 1, charges }, 'claim { id }');
    return answer.userErrors.map(({ code }) => code);
  };
  const day = async (asOf: string) => {
    const { business: now } = await claims.owner.data<{ business: { version: number } }>('{ business { version } }');
    await change('businessUpdate', { version: now.version, asOf }, 'business { asOf }');
  };

  beforeEach(async () => {
    await claims.server.db.orm.execute(sql`update business set as_of = '2011-12-10', latest_day = null`);
  });

  it('not by publishing while the as-of date is set back', async () => {
    await day('2011-12-01');
    await backdated(term('warranty'), fees);
    await day('2011-12-10');
    // sold before it was really published, written down only now
    const [before, on, after] = [
      await bought('2011-12-05', [['A1', 1, 10_000]]),
      await bought('2011-12-10T23:59:59.999Z', [['A1', 1, 10_000]]),
      await bought('2011-12-11T00:00:00Z', [['A1', 1, 10_000]]),
    ];
    await keep();
    await at('2011-12-12');
    expect(await verdict(before, '2011-12-11')).toEqual(['HIDDEN_FEE']);
    expect(await verdict(on, '2011-12-11')).toEqual(['HIDDEN_FEE']);
    expect(await verdict(after, '2011-12-11')).toEqual([]);
  });

  it('not by publishing on a day that stands still, at an earlier hour than the sale', async () => {
    const of = await bought('2011-12-10T23:59:00Z', [['A1', 1, 10_000]]);
    await backdated(term('warranty'), fees);
    const later = await bought('2011-12-10T23:59:00.001Z', [['A1', 1, 10_000]]);
    await keep();
    expect(await verdict(of, '2011-12-10')).toEqual(['HIDDEN_FEE']);
    expect(await verdict(later, '2011-12-10')).toEqual([]);
  });
});
