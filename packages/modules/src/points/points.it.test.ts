import { jobContext } from '@perennial/kernel/write/jobs';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { pointsOf, unreachable } from './index.ts';
import { seed } from './seed.ts';

let server: TestServer;
let owner: GraphQLClient;

beforeAll(async () => {
  server = await testServer();
  owner = await server.as('OWNER');
  // twice: a start that was cut off seeds again
  for (let i = 0; i < 2; i++) await seed(await jobContext(server.env));
});

interface Point {
  id: string;
  version: number;
  name: string;
  lastAnsweredOn: string | null;
}
interface Written {
  servicePoint: Point | null;
  userErrors: { code: string; path: string[] }[];
}

async function write(name: string, input: object, by = owner): Promise<Written> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!){${name}(input: $input){servicePoint{id version name lastAnsweredOn} userErrors{code path}}}`;
  return (await by.data<Record<string, Written>>(query, { input }))[name]!;
}

let count = 0;
async function create(more: Record<string, unknown> = {}): Promise<Point> {
  const { servicePoint, userErrors } = await write('servicePointCreate', {
    name: `Counter ${++count}`,
    phone: '+44 20 7946 0000',
    ...more,
  });
  expect(userErrors).toEqual([]);
  return servicePoint!;
}
const probe = (pointId: string, more: object = {}, by = owner) =>
  write('servicePointProbe', { pointId, channel: 'PHONE', answered: true, ...more }, by);

const rowId = (id: string): string => id.split('_')[1]!;
const gate = (points: readonly Point[], asOf: string, days: number) =>
  unreachable(
    server.db.orm,
    points.map(({ id }) => rowId(id)),
    asOf,
    days,
  );

describe('C9 service points', () => {
  it('are entered and changed, and keep what is not given', async () => {
    const point = await create({ region: 'Scotland', note: 'Ring twice.' });
    const changed = await write('servicePointUpdate', { id: point.id, version: point.version, name: `New ${count}` });
    expect(changed).toMatchObject({ userErrors: [], servicePoint: { name: `New ${count}`, version: 2 } });
    const [row] = await pointsOf(server.db.orm, [rowId(point.id)]);
    expect(row).toMatchObject({ region: 'Scotland', note: 'Ring twice.', phone: '+44 20 7946 0000', active: true });
    const late = await write('servicePointUpdate', { id: point.id, version: point.version, name: 'Late' });
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['version'] }]);
  });

  it('have one name each and at least one way to reach them', async () => {
    const point = await create();
    const same = await write('servicePointCreate', { name: point.name, phone: '100' });
    expect(same.userErrors).toEqual([{ code: 'POINT_NAME_TAKEN', path: ['name'] }]);
    const mute = await write('servicePointCreate', { name: 'Nowhere' });
    expect(mute.userErrors).toEqual([{ code: 'POINT_NO_CONTACT', path: ['phone'] }]);
    const muted = await write('servicePointUpdate', { id: point.id, version: point.version, phone: null });
    expect(muted.userErrors).toEqual([{ code: 'POINT_NO_CONTACT', path: ['phone'] }]);
  });

  it('take a website for one only where it is one', async () => {
    const bad = { name: 'Bad', phone: '100', website: 'javascript:alert(1)' };
    expect((await write('servicePointCreate', bad)).userErrors).toMatchObject([
      { code: 'BAD_WEBSITE', path: ['website'] },
    ]);
    const good = { ...bad, name: 'On the web', website: 'www.counter.example' };
    const { id, version } = (await write('servicePointCreate', good)).servicePoint!;
    const change = { id, version, website: 'data:text/html,x' };
    expect((await write('servicePointUpdate', change)).userErrors).toMatchObject([{ code: 'BAD_WEBSITE' }]);
  });

  it('take a phone number for one only where it can be rung', async () => {
    const wrong = [{ code: 'BAD_PHONE', path: ['phone'] }];
    expect((await write('servicePointCreate', { name: 'No number', phone: 'call me' })).userErrors).toMatchObject(
      wrong,
    );
    const { id, version } = (await write('servicePointCreate', { name: 'Number', phone: '100' })).servicePoint!;
    expect((await write('servicePointUpdate', { id, version, phone: 'call me' })).userErrors).toMatchObject(wrong);
  });

  it('show the last day on which somebody answered; a try in vain is kept too', async () => {
    const { id } = await create();
    expect((await probe(id, { answered: false })).servicePoint?.lastAnsweredOn).toBeNull();
    // the business's day is 2011-12-10
    expect((await probe(id, { on: '2011-12-01', note: 'Quick.' })).servicePoint?.lastAnsweredOn).toBe('2011-12-01');
    expect((await probe(id)).servicePoint?.lastAnsweredOn).toBe('2011-12-10');
    const { servicePoint } = await owner.data<{ servicePoint: { probes: { nodes: unknown[] } } }>(
      'query($id: ID!){servicePoint(id: $id){probes(first: 10){nodes{on answered note by}}}}',
      { id },
    );
    expect(servicePoint.probes.nodes).toHaveLength(3);
    expect(servicePoint.probes.nodes).toContainEqual({
      on: '2011-12-01',
      answered: true,
      note: 'Quick.',
      by: expect.any(String) as string,
    });
  });

  it('take no try of a day to come, nor by a way that they do not have', async () => {
    const { id } = await create();
    expect((await probe(id, { on: '2011-12-11' })).userErrors).toEqual([{ code: 'PROBE_IN_FUTURE', path: ['on'] }]);
    const visit = await probe(id, { channel: 'VISIT' });
    expect(visit.userErrors).toEqual([{ code: 'PROBE_CHANNEL_MISSING', path: ['channel'] }]);
  });

  it('keep what was tried: the database lets nobody change or remove it', async () => {
    const { id } = await create();
    await probe(id, { answered: false });
    for (const change of [
      'update service_point_probes set answered = true',
      `update service_point_probes set contact = '1'`,
      'delete from service_point_probes',
    ]) {
      await expect(server.db.transaction((tx) => tx.execute(sql.raw(change)))).rejects.toThrow();
    }
  });

  it('are kept by owners and policy managers; agents may try them', async () => {
    const { id } = await create();
    const agent = await server.as('AGENT');
    expect((await probe(id, {}, agent)).userErrors).toEqual([]);
    const denied = await agent.ask(
      'mutation($input: ServicePointCreateInput!){servicePointCreate(input: $input){servicePoint{id}}}',
      { input: { name: 'Mine', phone: '100' } },
    );
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const auditor = await (
      await server.as('AUDITOR')
    ).ask('mutation($input: ServicePointProbeInput!){servicePointProbe(input: $input){servicePoint{id}}}', {
      input: { pointId: id, channel: 'PHONE', answered: true },
    });
    expect(auditor.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('S14 reachability gate', () => {
  it('names the listed points without an answered probe within N days', async () => {
    const [answered, tried, never] = [await create(), await create(), await create()];
    await probe(answered.id, { on: '2011-11-10' });
    await probe(tried.id, { on: '2011-12-10', answered: false });
    const listed = [answered, tried, never];
    // 30 days after 10 November is 10 December
    expect(await gate(listed, '2011-12-10', 30)).toEqual(
      [tried, never].map(({ id, name }) => ({ id: rowId(id), name, words: {}, lastAnsweredOn: null })),
    );
    expect(await gate(listed, '2011-12-11', 30)).toContainEqual({
      id: rowId(answered.id),
      name: answered.name,
      words: {},
      lastAnsweredOn: '2011-11-10',
    });
    expect(await gate([], '2011-12-10', 30)).toEqual([]);
  });

  it('looks at a day as it was: an answer of later does not count yet', async () => {
    const point = await create();
    await probe(point.id, { on: '2011-12-05' });
    expect(await gate([point], '2011-12-04', 30)).toHaveLength(1);
    expect(await gate([point], '2011-12-05', 30)).toEqual([]);
  });

  it('counts an answer only for the contact it was given on, and again when the point has that back', async () => {
    const point = await create({ email: 'counter@example.test' });
    await probe(point.id, { on: '2011-12-05' });
    const turned = async (version: number, to: object) =>
      (await write('servicePointUpdate', { id: point.id, version, ...to })).servicePoint?.lastAnsweredOn;
    expect(await turned(1, { email: 'desk@example.test', note: 'Ring twice.' })).toBe('2011-12-05');
    expect(await turned(2, { phone: '000' })).toBeNull();
    expect(await gate([point], '2011-12-10', 30)).toMatchObject([{ name: point.name, lastAnsweredOn: null }]);
    await probe(point.id, { on: '2011-12-06', channel: 'EMAIL' });
    expect(await gate([point], '2011-12-10', 30)).toEqual([]);
    expect(await turned(3, { email: null })).toBeNull();
    expect(await gate([point], '2011-12-10', 30)).toHaveLength(1);
    expect(await turned(4, { phone: '+44 20 7946 0000' })).toBe('2011-12-05');
    expect(await gate([point], '2011-12-10', 30)).toEqual([]);
  });

  it('takes a point that is out of service for unreachable, whatever it answered', async () => {
    const point = await create();
    await probe(point.id);
    await write('servicePointUpdate', { id: point.id, version: point.version, active: false });
    expect(await gate([point], '2011-12-10', 30)).toMatchObject([{ name: point.name, lastAnsweredOn: '2011-12-10' }]);
  });

  it('lets the sample shop publish: both its points answered days ago', async () => {
    const { servicePoints } = await owner.data<{ servicePoints: { nodes: Point[] } }>(
      '{servicePoints(first: 100, filter: {name: {in: ["Shop counter", "Telephone service"]}}){nodes{id name version lastAnsweredOn}}}',
    );
    expect(servicePoints.nodes.map(({ name, lastAnsweredOn }) => [name, lastAnsweredOn])).toEqual([
      ['Shop counter', '2011-12-07'],
      ['Telephone service', '2011-12-08'],
    ]);
    expect(await gate(servicePoints.nodes, '2011-12-10', 30)).toEqual([]);
  });
});
