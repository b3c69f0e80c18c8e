import { cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

let shop: CutsDesk;

beforeAll(async () => {
  shop = await cutsDesk();
});

beforeEach(() => shop.clear());

const BREAK = 'floorId policyId policy words versionId number termId value';

const set = (bound: number, more: object = {}) =>
  shop.change(
    'policyFloorSet',
    { kind: 'returns', field: 'days', bound, reason: 'The law', ...more },
    `policyFloor { id } breaks { ${BREAK} }`,
    shop.owner,
  );

const breaks = async (): Promise<object[]> =>
  (await shop.manager.data<{ policyFloorBreaks: object[] }>(`{ policyFloorBreaks { ${BREAK} } }`)).policyFloorBreaks;

describe('S11 a floor that what is promised already does not keep', () => {
  it('may be set, and tells which versions in force or announced break it', async () => {
    const first = await shop.published('Promise', '2010-12-01', [returnsWithin(10)]);
    const announced = await shop.next(first, '2012-06-01', [returnsWithin(12)]);
    expect((await shop.publish(announced)).userErrors).toEqual([]);
    await shop.published('Beside', '2010-12-01', [returnsWithin(30, { appliesTo: { regions: ['France'] } })]);
    await shop.draft('Draft', '2012-01-01', [returnsWithin(1)]);
    const answer = await set(20);
    expect(answer.userErrors).toEqual([]);
    const { id } = answer.policyFloor as { id: string };
    const found = [
      { floorId: id, policy: 'Promise', versionId: first, number: 1, termId: 'returns', value: 10 },
      { floorId: id, policy: 'Promise', versionId: announced.id, number: 2, termId: 'returns', value: 12 },
    ].map((each) => expect.objectContaining(each) as object);
    expect(answer.breaks).toEqual(found);
    expect(await breaks()).toEqual(found);
  });

  it('nothing is told of what is over, and of what keeps it', async () => {
    const first = await shop.published('Promise', '2010-12-01', [returnsWithin(10)]);
    const better = await shop.next(first, '2011-12-01', [returnsWithin(20)]);
    expect((await shop.publish(better)).userErrors).toEqual([]);
    const { policyFloor, breaks: none } = await set(20);
    expect(none).toEqual([]);
    expect(await breaks()).toEqual([]);
    expect((await set(21, { replaces: (policyFloor as { id: string }).id })).breaks).toMatchObject([
      { versionId: better.id, value: 20 },
    ]);
  });
});
