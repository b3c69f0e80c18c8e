import { sayAttention } from '@perennial/domain/insights/attention';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { desk, type Desk } from '@perennial/testkit/sales/desk';
import { beforeAll, expect, it } from 'vitest';

interface Item {
  kind: string;
  code: string;
  params: Record<string, string>;
  target: { resource: string; id: string | null; filter: unknown };
}

let shop: Desk;
const attention = async (): Promise<Item[]> =>
  (
    await shop.agent.data<{ home: { attention: Item[] } }>(
      '{ home { attention { kind code params target { resource id filter } } } }',
    )
  ).home.attention.filter(({ kind }) => kind === 'POINT_SILENT');

const point = async (name: string): Promise<{ id: string; version: number }> => {
  const input = { name, phone: '+44 20 7946 0000' };
  const made = await shop.done<{ servicePoint: { id: string; version: number } }>(
    'servicePointCreate',
    input,
    'servicePoint { id version }',
    shop.owner,
  );
  await answers(made.servicePoint.id, '2011-12-09');
  return made.servicePoint;
};
const answers = (pointId: string, on: string) =>
  shop.done('servicePointProbe', { pointId, on, channel: 'PHONE', answered: true }, 'servicePoint { id }', shop.owner);

beforeAll(async () => {
  shop = await desk();
});

it('S14 a promised point at which nobody has answered for too long, or whose number nobody has tried, is told today', async () => {
  const [north, south] = [await point('North'), await point('South')];
  await point('Promised by nobody');
  await shop.publish('Promise', [returnsWithin(30)], { pointIds: [north.id, south.id] });
  expect(await attention()).toEqual([]);

  await shop.done('servicePointUpdate', { ...north, phone: '+44 20 7946 0001' }, 'servicePoint { id }', shop.owner);
  const [item, ...others] = await attention();
  expect(others).toEqual([]);
  expect(item).toMatchObject({ code: 'POINT_SILENT', target: { resource: 'servicePoints', id: north.id } });
  expect(sayAttention(item!, 'zh-Hant')).toContain('North');

  await answers(north.id, '2011-12-10');
  expect(await attention()).toEqual([]);

  await shop.on('2012-12-10', async () => {
    expect(await attention()).toMatchObject([
      {
        code: 'POINTS_SILENT',
        params: { count: 2 },
        target: { resource: 'servicePoints', id: null, filter: { id: { in: [north.id, south.id] } } },
      },
    ]);
  });
});

it('S14 for how long is each policy’s own to say', async () => {
  const west = await point('West');
  const published = await shop.publish('Tight', [returnsWithin(40, { appliesTo: { productCodes: ['TIGHT'] } })], {
    pointIds: [west.id],
  });
  const { policyVersion } = await shop.agent.data<{ policyVersion: { policy: { id: string; version: number } } }>(
    'query ($id: ID!) { policyVersion(id: $id) { policy { id version } } }',
    { id: published },
  );
  const names = async () => (await attention()).map(({ code, params }) => params['name'] ?? code);
  await shop.on('2011-12-20', async () => {
    expect(await names()).not.toContain('West');
    await shop.done('policyUpdate', { ...policyVersion.policy, probeDays: 5 }, 'policy { id }', shop.owner);
    expect(await names()).toContain('West');
  });
});
