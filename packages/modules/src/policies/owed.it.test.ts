import { openPolicyDesk, returnsTerm } from '@perennial/testkit/policies/policy-desk';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveDraft } from './draft-service.ts';
import { publishVersion } from './publish-service.ts';
import { promisesOwed } from './owed-service.ts';

let desk: Awaited<ReturnType<typeof openPolicyDesk>>;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

const on = (asOf: string) => ({ asOf, currency: 'GBP', timezone: 'Europe/London' });

const warrantyFrom = (minTenure: number) => ({
  id: 'warranty-old',
  kind: 'warranty',
  params: { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
  appliesTo: { minTenure },
});

describe('C13 what a customer is owed, by the version that each purchase carries', () => {
  test('a purchase under a new version does not give the others its terms, and every one is counted where it stands', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(14)]);
    const next = await desk.next(versionId, '2011-03-01');
    await desk.write((ctx) => saveDraft(ctx, next, 2, { terms: [returnsTerm(30, {}, 'returns-14')] }));
    await desk.write((ctx) => publishVersion(ctx, next, 3));
    const customerId = await desk.shop.customer('c');
    for (const day of ['2011-01-05', '2011-02-07', '2011-03-08']) await desk.sold(customerId, `${day}T10:00:00Z`, 1);
    await desk.keep();
    const owed = await promisesOwed(desk.shop.db.orm, customerId, on('2011-01-19'));
    expect(owed).toMatchObject([
      { policy: 'Promise', number: 2, purchases: 1, since: '2011-03-08', until: '2011-03-08' },
      { policy: 'Promise', number: 1, purchases: 2, since: '2011-01-05', until: '2011-02-07' },
    ]);
    expect(owed.map(({ terms }) => terms.map(({ term }) => term.params['days']))).toEqual([[30], [14]]);
    // the last of fourteen days for one of the two, then none of them; the last of thirty, then nothing
    const left = async (asOf: string) =>
      (await promisesOwed(desk.shop.db.orm, customerId, on(asOf))).map(({ number, purchases }) => [number, purchases]);
    expect(await left('2011-02-21')).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(await left('2011-04-07')).toEqual([[2, 1]]);
    expect(await left('2011-04-08')).toEqual([]);
  });

  test('terms for others are no promise to this customer', async () => {
    await desk.published('Promise', '2010-12-01', [
      returnsTerm(14),
      returnsTerm(45, { regions: ['Mars'] }, 'mars'),
      warrantyFrom(24),
    ]);
    const customerId = await desk.shop.customer('c');
    await desk.sold(customerId, '2011-01-05T10:00:00Z', 1);
    await desk.keep();
    const [owed] = await promisesOwed(desk.shop.db.orm, customerId, on('2011-01-19'));
    expect(owed?.terms.map(({ term }) => term.id)).toEqual(['returns-14']);
    expect(await promisesOwed(desk.shop.db.orm, await desk.shop.customer('nobody'), on('2011-01-19'))).toEqual([]);
  });
});
