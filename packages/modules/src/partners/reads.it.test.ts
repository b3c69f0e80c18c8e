import { isRefusal } from '@perennial/kernel/auth/partner';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sharingWorld, type Sharer, type SharingWorld } from '@perennial/testkit/partners/sharing-world';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { partnersModule } from './index.ts';
import { createApiKey, revokeApiKey } from './key-service.ts';
import { authenticatePartner } from './keys.ts';
import { moveAgreement } from './service.ts';
import { previewActor } from './reads.ts';

const REGION = 'Testland';
const FIELDS = ['Customer.number', 'Customer.region', 'Customer.touchpoints', 'Touchpoint.at', 'Touchpoint.channel'];
const CONSENTED = 8;

let world: SharingWorld;
let sharer: Sharer;
const shared: string[] = [];
const hidden: string[] = [];

beforeAll(async () => {
  world = await sharingWorld([customersModule, catalogModule, partnersModule]);
  for (let i = 0; i < CONSENTED + 4; i++) {
    const id = await world.customer({
      region: REGION,
      number: `N-${i}`,
      internal_note: 'SECRET-NOTE',
      value: 1000 + i,
    });
    (i < CONSENTED ? shared : hidden).push(id);
    if (i < CONSENTED) await world.consent(id, { partnerId: null });
    for (let t = 0; t < 5; t++) {
      // all at one moment: the tie-break has to carry the pages
      await world.db.orm.execute(sql`
        insert into touchpoints (customer_id, id, at, channel, direction, tag, subject, note, created_at)
        values (${id}::uuid, ${newId()}::uuid, '2026-01-01T00:00:00Z', 'CALL', 'OUT', 'CARE', 'SECRET-SUBJECT', 'SECRET-NOTE', now())`);
    }
  }
  sharer = await world.sharer({ fields: FIELDS, regions: [REGION] });
});

const refusalOf = async (key: string): Promise<string> => {
  const answer = await authenticatePartner(world.db, key, new Date());
  return isRefusal(answer) ? answer.refused : 'let in';
};
const receipts = (agreementId: string) =>
  rowsOf<{
    outcome: string;
    refusal: string | null;
    operation: string | null;
    preview: boolean;
    preview_by: string | null;
    key_id: string | null;
    customers: number;
    fields: string[];
    customer_ids: string[];
  }>(world.db.orm, sql`select * from access_receipts where agreement_id = ${agreementId}::uuid order by at, id`);
const LIST = '{ customers(first: 3) { totalCount nodes { id number } } }';

describe('keys', () => {
  test('a good key is let in; a mistyped, unknown, expired or revoked one is told apart', async () => {
    expect(await refusalOf(sharer.key)).toBe('let in');
    expect(await refusalOf(`${sharer.key.slice(0, -1)}~`)).toBe('KEY_MALFORMED');
    expect(await refusalOf('Bearer')).toBe('KEY_MALFORMED');
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    await world.db.orm.execute(
      sql`update api_keys set expires_at = now() - interval '1 second' where id = ${other.keyId}::uuid`,
    );
    expect(await refusalOf(other.key)).toBe('KEY_EXPIRED');
    await world.db.orm.execute(sql`delete from api_keys where id = ${other.keyId}::uuid`);
    expect(await refusalOf(other.key)).toBe('KEY_UNKNOWN');
  });

  test('is stored as a hash only, never as itself', async () => {
    const rows = await rowsOf(world.db.orm, sql`select to_json(k)::text as row from api_keys k`);
    expect(JSON.stringify(rows)).not.toContain(sharer.key.split('_')[2]);
  });

  test('revoked: also a caller recognised a moment before is turned away, and nothing is told', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const remembered = await world.actor(other.key);
    expect((await world.askAs(remembered, LIST)).errors).toBeUndefined();
    await world.write((ctx) => revokeApiKey(ctx, other.keyId));
    const late = await world.askAs(remembered, LIST);
    expect(late.data).toBeUndefined();
    expect(late.errors?.[0]?.extensions.code).toBe('KEY_REVOKED');
    expect(await refusalOf(other.key)).toBe('KEY_REVOKED');
  });

  test('a key opens nothing while its agreement is suspended, over, or not yet begun', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const remembered = await world.actor(other.key);
    await world.write((ctx) => moveAgreement(ctx, other.agreementId, 'SUSPENDED'));
    expect(await refusalOf(other.key)).toBe('AGREEMENT_NOT_ACTIVE');
    expect((await world.askAs(remembered, LIST)).errors?.[0]?.extensions.code).toBe('AGREEMENT_NOT_ACTIVE');
    await world.write((ctx) => moveAgreement(ctx, other.agreementId, 'ACTIVE'));
    expect(await refusalOf(other.key)).toBe('let in');
    await world.change(other.agreementId, { validFrom: '2998-01-01' });
    expect(await refusalOf(other.key)).toBe('AGREEMENT_NOT_ACTIVE');
    await world.write((ctx) => moveAgreement(ctx, other.agreementId, 'ENDED'));
    await expect(
      world.write((ctx) => createApiKey(ctx, { agreementId: other.agreementId, label: 'late' })),
    ).rejects.toMatchObject({ code: 'AGREEMENT_STATUS', path: ['agreementId'] });
  });

  test('grants that changed under a running read make it stale, not wrong', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const remembered = await world.actor(other.key);
    await world.change(other.agreementId, { fields: ['Customer.region'] });
    expect((await world.askAs(remembered, LIST)).errors?.[0]?.extensions.code).toBe('STALE');
    expect((await world.ask(other.key, LIST)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what was not granted does not exist', () => {
  test.each([
    '{ customers { nodes { internalNote } } }',
    '{ customers { nodes { name } } }',
    '{ customers { nodes { contacts { nodes { email } } } } }',
    '{ customers { nodes { consents { nodes { source } } } } }',
    '{ customers { nodes { touchpoints { nodes { subject } } } } }',
    '{ customers { nodes { touchpoints { nodes { id } } } } }',
    '{ customers { nodes { sharedWith } } }',
    '{ customers(orderBy: VALUE_DESC) { nodes { id } } }',
    '{ customers(filter: { value: { gte: 1 } }) { nodes { id } } }',
    '{ customers(search: "SECRET") { nodes { id } } }',
    '{ customers(offset: 1) { nodes { id } } }',
    '{ partners { nodes { name } } }',
    '{ agreements { nodes { fields } } }',
    '{ touchpoints { nodes { at } } }',
    'mutation { customerUpdate(input: {}) { userErrors { code } } }',
  ])('%s', async (query) => {
    const { data, errors } = await world.ask(sharer.key, query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
  });

  test('neither introspection nor suggestions know it', async () => {
    const { data } = await world.ask(
      sharer.key,
      '{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }',
    );
    const text = JSON.stringify(data);
    expect(text).toContain('touchpoints');
    for (const name of [
      'internalNote',
      '"name":"note"',
      'email',
      'VALUE_DESC',
      '"value"',
      'Consent',
      'Agreement',
      'sharedWith',
    ]) {
      expect(text).not.toContain(name);
    }
    const { errors } = await world.ask(sharer.key, '{ customers { nodes { internalNot valu } } }');
    expect(JSON.stringify(errors)).not.toMatch(/internalNote|"value"/);
  });

  test('the order falls back where the default is not granted, and is not the order of value', async () => {
    const { data } = await world.ask(sharer.key, '{ customers(first: 100) { nodes { id } } }');
    const ids = (data!['customers'] as { nodes: { id: string }[] }).nodes.map((node) => node.id);
    expect(ids).toEqual([...ids].sort());
  });
});

describe('answers', () => {
  test('hold the consented customers of the population and nothing of the others', async () => {
    const { data } = await world.ask(sharer.key, '{ customers(first: 100) { totalCount nodes { number } } }');
    const { totalCount, nodes } = data!['customers'] as { totalCount: number; nodes: { number: string }[] };
    expect(totalCount).toBe(CONSENTED);
    expect(nodes.map((node) => node.number).sort()).toEqual(shared.map((_, i) => `N-${i}`));
  });

  test('counts below the agreed minimum are not told', async () => {
    const few = '{ customers(filter: { number: { in: ["N-1", "N-2"] } }) { totalCount nodes { number } } }';
    const { data } = await world.ask(sharer.key, few);
    expect((data!['customers'] as { totalCount: unknown }).totalCount).toBeNull();
    await world.change(sharer.agreementId, { minimumCount: 2 });
    const told = await world.ask(sharer.key, few);
    expect((told.data!['customers'] as { totalCount: unknown }).totalCount).toBe(2);
    await world.change(sharer.agreementId, { minimumCount: 5 });
  });

  test('cursors and ids hold no id of ours, and pages of nested lists fit together', async () => {
    const query = `query ($after: String) { customers(first: 2) {
      edges { cursor node { id touchpoints(first: 2, after: $after) { edges { cursor node { at } } pageInfo { hasNextPage startCursor endCursor } } } }
      pageInfo { startCursor endCursor } } }`;
    const { data, errors } = await world.ask(sharer.key, query);
    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    const decoded = text.replace(/"([A-Za-z0-9+/=]{16,})"/g, (_, b64: string) => Buffer.from(b64, 'base64').toString());
    const ours = await rowsOf<{ id: string }>(
      world.db.orm,
      sql`select customer_id as id from customers union all select id from touchpoints union all select ${sharer.agreementId}::uuid`,
    );
    for (const { id } of ours) expect(decoded).not.toContain(id);

    const one = `query ($id: ID!, $after: String) { customer(id: $id) { touchpoints(first: 2, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } } }`;
    const id = (data!['customers'] as { edges: { node: { id: string } }[] }).edges[0]!.node.id;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await world.ask(sharer.key, one, { id, after });
      const list = (
        page.data!['customer'] as Record<
          string,
          { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
        >
      )['touchpoints']!;
      seen.push(...list.edges.map((edge) => edge.cursor));
      ({ hasNextPage: more, endCursor: after } = list.pageInfo);
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen.length).toBe(5);
  });
});

describe('receipts', () => {
  test('every read leaves one, with what was read of whom', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    await world.ask(
      other.key,
      'query Mine { customers(first: 3) { nodes { number touchpoints(first: 1) { nodes { at } } } } }',
    );
    const [receipt, ...more] = await receipts(other.agreementId);
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ outcome: 'OK', preview: false, key_id: other.keyId, customers: 3 });
    expect([...receipt!.fields].sort()).toEqual(['Customer.number', 'Customer.touchpoints', 'Touchpoint.at']);
    for (const id of receipt!.customer_ids) expect(shared).toContain(id);
  });

  test('a read that fails leaves one too', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const { errors } = await world.ask(other.key, '{ customers(after: "broken") { nodes { number } } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    expect(await receipts(other.agreementId)).toMatchObject([
      { outcome: 'FAILED', refusal: 'BAD_CURSOR', fields: [], customers: 0 },
    ]);
  });

  test('S10 what is refused before it runs leaves one too, naming what was asked for and is not granted', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const refused = async (query: string) => {
      expect((await world.ask(other.key, query)).data).toBeUndefined();
      return (await receipts(other.agreementId)).at(-1);
    };
    const common = { outcome: 'FAILED', refusal: 'GRAPHQL_VALIDATION_FAILED', key_id: other.keyId, customers: 0 };
    expect(await refused('query Curious { customers { nodes { number internalNote } } }')).toMatchObject({
      ...common,
      operation: 'Curious',
      fields: ['Customer.internalNote'],
    });
    expect(await refused('{ customers(orderBy: VALUE_DESC) { nodes { id } } }')).toMatchObject({
      ...common,
      fields: ['Customer.value'],
    });
    expect(await refused('{ customers(filter: { name: { eq: "Ada" } }) { nodes { id } } }')).toMatchObject({
      ...common,
      fields: ['Customer.name'],
    });
    expect(await refused('{ customers { ')).toMatchObject({ refusal: 'GRAPHQL_PARSE_FAILED', fields: [] });
    expect(JSON.stringify(await receipts(other.agreementId))).not.toContain('Ada');
  });

  test('a read is one statement, between the check of key and agreement and the receipt', async () => {
    const actor = await world.actor(sharer.key);
    await world.askAs(actor, LIST);
    const statements: string[] = [];
    const stop = world.db.onStatement(({ sql: text, pool, frame }) => {
      statements.push(
        frame ? `${pool} frame` : `${pool} ${/from api_keys|insert into access_receipts/.exec(text)?.[0] ?? 'query'}`,
      );
    });
    const nested =
      '{ customers(first: 5) { totalCount nodes { number touchpoints(first: 5) { nodes { at } } } pageInfo { endCursor } } }';
    const { errors } = await world.askAs(actor, nested);
    stop();
    expect(errors).toBeUndefined();
    expect(statements.filter((statement) => statement !== 'partner frame')).toEqual([
      'partner from api_keys',
      'partner query',
      'partner insert into access_receipts',
    ]);
  });

  test('a look through the partner’s eyes is marked with who looked', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const actor = await previewActor(world.db, other.agreementId, 'owner@example.com');
    const { data } = await world.askAs(actor, LIST);
    expect((data!['customers'] as { totalCount: number }).totalCount).toBe(CONSENTED);
    expect(await receipts(other.agreementId)).toMatchObject([
      { outcome: 'OK', preview: true, preview_by: 'owner@example.com', key_id: null, customers: 3 },
    ]);
  });

  test('nobody can change or remove one', async () => {
    await world.ask(sharer.key, LIST);
    await expect(world.db.orm.execute(sql`update access_receipts set customers = 0`)).rejects.toThrow();
    await expect(world.db.orm.execute(sql`delete from access_receipts`)).rejects.toThrow();
  });
});

describe('the second wall: the partner’s database role', () => {
  const asRole = (statement: string) =>
    world.db.partnerTransaction(sharer.agreementId, (q) => q.readText(statement, []));

  test('sees only customers of its agreement', async () => {
    expect(await asRole('select count(*)::text from customers')).toBe(String(CONSENTED));
    expect(await asRole('select count(*)::text from touchpoints')).toBe(String(CONSENTED * 5));
    expect(await asRole('select count(distinct agreement_id)::text from shared_customers')).toBe('1');
    expect(await asRole('select count(*)::text from agreements')).toBe('1');
  });

  test.each([
    'select internal_note from customers',
    'select note from touchpoints',
    'select count(*)::text from consents',
    'select ref_inner from agreements',
    'select fields::text from agreements',
    'select prefix from api_keys',
    'select count(*)::text from access_receipts',
    'select count(*)::text from partners',
    'select value from instance_secrets',
    "update customers set region = 'x' returning region",
    'delete from shared_customers returning ref::text',
  ])('may not: %s', async (statement) => {
    await expect(asRole(statement)).rejects.toThrow();
  });

  test('cannot write a receipt in another agreement’s name', async () => {
    const other = await world.sharer({ fields: FIELDS, regions: [REGION] });
    const write = (agreementId: string) =>
      world.db.partnerTransaction(sharer.agreementId, (q) =>
        q.run(
          `insert into access_receipts (id, agreement_id, at, outcome, preview, document_hash, fields, customers, customer_ids)
           values ($1, $2, now(), 'OK', false, 'x', '{}', 0, '{}')`,
          [newId(), agreementId],
        ),
      );
    await expect(write(other.agreementId)).rejects.toThrow();
    expect(await write(sharer.agreementId)).toBe(1);
  });
});
