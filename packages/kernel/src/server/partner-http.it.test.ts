import { rowsOf } from '../db/database.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { catalogModule } from '@perennial/modules/catalog/index';
import { customersModule } from '@perennial/modules/customers/index';
import { partnersModule } from '@perennial/modules/partners/index';
import { revokeApiKey } from '@perennial/modules/partners/key-service';
import { sharingWorld, type Sharer, type SharingWorld } from '@perennial/testkit/partners/sharing-world';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
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

  it('S10 leaves one receipt of whatever a good key is refused, without changing the answer', async () => {
    const curious = await world.sharer({ fields: ['Customer.number'], regions: ['France'] });
    const left = () =>
      rowsOf<{ refusal: string | null; operation: string | null; fields: string[]; key_id: string }>(
        world.db.orm,
        sql`select refusal, operation, fields, key_id from access_receipts
          where agreement_id = ${curious.agreementId}::uuid order by at, id`,
      );
    for (const [query, code, fields] of [
      ['query A { customers(first: 1) { nodes { name } } }', 'GRAPHQL_VALIDATION_FAILED', ['Customer.name']],
      [
        'query A { customers(first: 1, orderBy: VALUE_DESC) { nodes { id } } }',
        'GRAPHQL_VALIDATION_FAILED',
        ['Customer.value'],
      ],
      ['query A { customers(first: 1000) { nodes { number } } }', 'PAGE_TOO_LARGE', []],
      [`query A {${Array.from({ length: 41 }, (_, i) => `a${i}: __typename`).join(' ')}}`, 'ALIAS_LIMIT', []],
    ] as const) {
      const before = (await left()).length;
      expect(await codeOf(await answer(`Bearer ${curious.key}`, query))).toEqual([400, code]);
      const receipts = await left();
      expect(receipts.length).toBe(before + 1);
      expect(receipts.at(-1)).toEqual({ refusal: code, operation: 'A', fields, key_id: curious.keyId });
    }
    // what runs and fails leaves one as well, and not two
    const before = (await left()).length;
    await answer(`Bearer ${curious.key}`, '{customers(after: "broken"){nodes{number}}}');
    expect((await left()).slice(before)).toMatchObject([{ refusal: 'BAD_CURSOR' }]);
    const unread = await fetch(`${server.url}/partner/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${curious.key}` },
      body: '{"query":',
    });
    expect(unread.status).toBe(400);
    expect((await left()).length).toBe(before + 2);
    // and an owner finds them, none of them taken for a read
    const owner = await server.as('OWNER');
    const data = await owner.data(
      'query ($id: ID!) { agreement(id: $id) { lastReadAt receipts(first: 1, orderBy: AT_ASC) { nodes { refusal fields } } } }',
      { id: toGlobalId('Agreement', { id: curious.agreementId }) },
    );
    expect(data).toEqual({
      agreement: {
        lastReadAt: null,
        receipts: { nodes: [{ refusal: 'GRAPHQL_VALIDATION_FAILED', fields: ['Customer.name'] }] },
      },
    });
  });

  it('S10 leaves none of strangers, nor beyond the rate of a key', async () => {
    const busy = await world.sharer({ fields: ['Customer.number'], regions: ['France'] });
    const count = async () =>
      (await rowsOf<{ n: number }>(world.db.orm, sql`select count(*)::int as n from access_receipts`))[0]?.n ?? 0;
    const before = await count();
    await answer(null, '{customers(first: 1){nodes{name}}}');
    await answer(`Bearer ${busy.key.slice(0, -1)}~`, '{customers(first: 1){nodes{name}}}');
    expect(await count()).toBe(before);
    for (let i = 0; i < 25; i++) await answer(`Bearer ${busy.key}`, '{customers(first: 1){nodes{name}}}');
    expect(await count()).toBe(before + 20);
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
