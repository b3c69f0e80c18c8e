import { catalogModule } from '@perennial/modules/catalog/index';
import { customersModule } from '@perennial/modules/customers/index';
import { partnersModule } from '@perennial/modules/partners/index';
import { revokeApiKey } from '@perennial/modules/partners/key-service';
import { sharingWorld, type Sharer, type SharingWorld } from '@perennial/testkit/partners/sharing-world';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';

const modules = [customersModule, catalogModule, partnersModule];
const LIST = '{customers(first: 5){nodes{number region}}}';
let world: SharingWorld;
let server: TestServer;
let sharer: Sharer;

beforeAll(async () => {
  world = await sharingWorld(modules);
  sharer = await world.sharer({ fields: ['Customer.number', 'Customer.region'], regions: ['France'] });
  const customerId = await world.customer({ number: 'F-1', region: 'France' });
  await world.consent(customerId, { partnerId: sharer.partnerId });
  server = await testServer({ modules, db: world.db, limits: { keyPerMinute: 20 } });
});

const answer = (authorization: string | null, query = LIST) =>
  fetch(`${server.url}/partner/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({ query }),
  });
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
];

describe('the partner endpoint', () => {
  it('answers the holder of a key what was agreed', async () => {
    const response = await answer(`Bearer ${sharer.key}`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { customers: { nodes: [{ number: 'F-1', region: 'France' }] } } },
    ]);
  });

  it('does not know what was not granted, whoever asks', async () => {
    const response = await answer(`Bearer ${sharer.key}`, '{customers(first: 1){nodes{segment}}}');
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toMatch(/Did you mean/);
    const schema = await (await answer(`Bearer ${sharer.key}`, '{__type(name: "Customer"){fields{name}}}')).json();
    expect(JSON.stringify(schema)).not.toContain('segment');
  });

  it.each([null, '', 'Bearer', 'Bearer  ', 'Basic abc', `Bearer ${'a'.repeat(600)}`, 'Bearer a b'])(
    'turns away who brings no key (%j)',
    async (header) => {
      expect(await codeOf(await answer(header))).toEqual([401, 'UNAUTHENTICATED']);
    },
  );

  it('turns away mistyped and revoked keys, and cookies', async () => {
    const last = sharer.key.at(-1) === 'a' ? 'b' : 'a';
    const [status] = await codeOf(await answer(`Bearer ${sharer.key.slice(0, -1)}${last}`));
    expect(status).toBe(401);
    const other = await world.sharer({ fields: ['Customer.number'], regions: ['France'] });
    expect((await answer(`Bearer ${other.key}`, '{customers(first: 1){nodes{number}}}')).status).toBe(200);
    await world.write((ctx) => revokeApiKey(ctx, other.keyId));
    expect(await codeOf(await answer(`Bearer ${other.key}`, '{customers(first: 1){nodes{number}}}'))).toEqual([
      401,
      'KEY_REVOKED',
    ]);
    const owner = await server.as('OWNER');
    const byCookie = await fetch(`${server.url}/partner/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...owner.headers },
      body: JSON.stringify({ query: LIST }),
    });
    expect(await codeOf(byCookie)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('opens nothing of the staff endpoint with a key', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sharer.key}` },
      body: JSON.stringify({ query: LIST }),
    });
    expect(await codeOf(response)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('writes nothing', async () => {
    const response = await answer(
      `Bearer ${sharer.key}`,
      'mutation{customerCreate(input: {number: "X"}){userErrors{code}}}',
    );
    expect(await codeOf(response)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('has the same limits as staff', async () => {
    for (const [query, code] of [
      ['{customers(first: 101){nodes{number}}}', 'PAGE_TOO_LARGE'],
      [`{${Array.from({ length: 41 }, (_, i) => `a${i}: __typename`).join(' ')}}`, 'ALIAS_LIMIT'],
      [`{${'__typename '.repeat(5_000)}}`, 'TOKEN_LIMIT'],
    ] as const) {
      expect(await codeOf(await answer(`Bearer ${sharer.key}`, query))).toEqual([400, code]);
    }
  });

  it('lets one key ask only so often, without slowing the others', async () => {
    const busy = await world.sharer({ fields: ['Customer.number'], regions: ['France'] });
    const statuses = [];
    for (let i = 0; i < 21; i++) statuses.push((await answer(`Bearer ${busy.key}`, '{__typename}')).status);
    expect(statuses.filter((s) => s === 200).length).toBe(20);
    expect(statuses.at(-1)).toBe(429);
    expect((await answer(`Bearer ${sharer.key}`)).status).toBe(200);
  });
});
