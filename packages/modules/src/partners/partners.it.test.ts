import type { StaffActor } from '@perennial/kernel/auth/actor';
import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sharingWorld, type SharingWorld } from '@perennial/testkit/partners/sharing-world';
import { ask } from '@perennial/testkit/partners/staff-ask';
import { deskOf, type Desk } from '@perennial/testkit/partners/staff-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { partnersModule } from './index.ts';

let world: SharingWorld;
let desk: Desk;
const owner: StaffActor = { kind: 'staff', id: newId(), email: 'owner@example.com', name: 'Owner', role: 'OWNER' };

beforeAll(async () => {
  world = await sharingWorld([customersModule, catalogModule, partnersModule]);
  desk = deskOf(world);
});

type Payload = Record<string, unknown> & { userErrors: { code: string; message: string; path: string[] }[] };

/** Runs a mutation and gives its payload; `selection` is what it should tell besides `userErrors`. */
async function run(name: string, input: Record<string, unknown>, selection: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message path } } }`;
  const answer = await ask(desk.engine, owner, query, { input });
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as Record<string, Payload>)[name]!;
}

async function read(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const answer = await ask(desk.engine, owner, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Record<string, unknown>;
}

const idOf = (row: unknown): string => (row as { id: string }).id;

describe('from partner to query, as staff do it', () => {
  let partnerId: string;
  let agreementId: string;
  let version: number;

  test('a partner is entered and has a role per product or category (C59)', async () => {
    const made = await run(
      'partnerCreate',
      { name: 'Tea & Co', website: 'https://tea.example' },
      'partner { id name version }',
    );
    expect(made).toMatchObject({ userErrors: [], partner: { name: 'Tea & Co', version: 1 } });
    partnerId = idOf(made['partner']);
    const bad = await run('partnerCreate', { name: 'Bad', website: 'javascript:alert(1)' }, 'partner { id }');
    expect(bad.userErrors).toMatchObject([{ code: 'BAD_WEBSITE', path: ['website'] }]);
    const worse = { id: partnerId, version: 1, website: 'javascript:alert(1)' };
    expect((await run('partnerUpdate', worse, 'partner { id }')).userErrors).toMatchObject([{ code: 'BAD_WEBSITE' }]);
    const select = 'partnerProductRole { id role category partner { name } }';
    const set = (role: string) => run('partnerProductRoleSet', { partnerId, category: 'CUPS', role }, select);
    const first = await set('COMPLEMENTOR');
    const second = await set('BOTH');
    expect(second['partnerProductRole']).toEqual({
      id: idOf(first['partnerProductRole']),
      role: 'BOTH',
      category: 'CUPS',
      partner: { name: 'Tea & Co' },
    });
    const wrong = await run('partnerProductRoleSet', { partnerId, role: 'BOTH' }, select);
    expect(wrong.userErrors).toMatchObject([{ code: 'ROLE_SCOPE' }]);
  });

  test('an agreement without purpose is refused: the error names the field and the remedy', async () => {
    const { userErrors } = await run('agreementCreate', { partnerId, validFrom: '2026-01-01' }, 'agreement { id }');
    expect(userErrors).toMatchObject([{ code: 'PURPOSE_MISSING', path: ['purpose'] }]);
    expect(userErrors[0]?.message).toMatch(/"purpose".*SERVICE/);
  });

  test('a population is named by codes: what a segment is called would reach nobody', async () => {
    const { userErrors } = await run(
      'agreementCreate',
      { partnerId, purpose: 'SERVICE', validFrom: '2026-01-01', segments: ['KEY', 'Key customer'] },
      'agreement { id }',
    );
    expect(userErrors).toMatchObject([{ code: 'SEGMENT_BY_NAME', path: ['segments'] }]);
  });

  test('what is never shared, or does not exist, cannot be granted', async () => {
    for (const field of ['Customer.internalNote', 'Customer.nothing', 'Agreement.fields']) {
      const draft = { partnerId, purpose: 'SERVICE', validFrom: '2026-01-01', fields: ['Customer.region', field] };
      const { userErrors } = await run('agreementCreate', draft, 'agreement { id }');
      expect(userErrors).toMatchObject([{ code: 'FIELD_NOT_GRANTABLE', path: ['fields', '1'] }]);
    }
  });

  test('it shares nothing until it is activated, and needs something to share', async () => {
    const draft = { partnerId, purpose: 'SERVICE', validFrom: '2020-01-01', regions: ['Teeland'] };
    const made = await run('agreementCreate', draft, 'agreement { id status version minimumCount inForce }');
    expect(made['agreement']).toMatchObject({ status: 'DRAFT', inForce: false, minimumCount: 5 });
    agreementId = idOf(made['agreement']);
    const early = await run('agreementActivate', { id: agreementId }, 'agreement { id }');
    expect(early.userErrors).toMatchObject([{ code: 'NOTHING_GRANTED', path: ['fields'] }]);
    const fields = ['Customer.number', 'Customer.value', 'Customer.touchpoints', 'Touchpoint.at'];
    const granted = await run(
      'agreementGrant',
      { id: agreementId, version: 1, fields },
      'agreement { version grantsVersion }',
    );
    expect(granted['agreement']).toEqual({ version: 2, grantsVersion: 2 });
    const stale = await run('agreementGrant', { id: agreementId, version: 1, fields }, 'agreement { id }');
    expect(stale.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['version'] }]);
    const active = await run('agreementActivate', { id: agreementId }, 'agreement { status inForce version }');
    expect(active['agreement']).toEqual({ status: 'ACTIVE', inForce: true, version: 3 });
    version = 3;
  });

  test('consent by consent the partner sees more, and the customer’s page says who sees it', async () => {
    const customerId = await world.customer({ region: 'Teeland', number: 'T-1' });
    const gid = `Customer_${customerId}`;
    const consent = { customerId: gid, partnerId, purpose: 'SERVICE', source: 'on the phone' };
    const given = await run('consentRecord', consent, 'consent { id }');
    expect(given.userErrors).toEqual([]);
    const page = 'query ($id: ID!) { customer(id: $id) { sharedWith } }';
    const sharedWith = async () =>
      ((await read(page, { id: gid }))['customer'] as { sharedWith: unknown[] }).sharedWith;
    expect(await sharedWith()).toMatchObject([
      { agreementId, partnerId, partner: 'Tea & Co', purpose: 'SERVICE', until: null, lastReadAt: null },
    ]);
    const coverage = await read(
      'query ($id: ID!) { agreementCoverage(agreementId: $id) { population consented visible } }',
      { id: agreementId },
    );
    expect(coverage['agreementCoverage']).toEqual({ population: 1, consented: 1, visible: 1 });
    const withdrawn = await run('consentWithdraw', { id: idOf(given['consent']) }, 'consent { status }');
    expect(withdrawn['consent']).toEqual({ status: 'WITHDRAWN' });
    expect(await sharedWith()).toEqual([]);
    // a word given after the withdrawal counts again
    await world.consent(customerId, { partnerId: null, givenAt: new Date(Date.now() + 5) });
    expect(await sharedWith()).toHaveLength(1);
    // … and is not silenced by withdrawing the former one a second time
    await run('consentWithdraw', { id: idOf(given['consent']) }, 'consent { status }');
    expect(await sharedWith()).toHaveLength(1);
  });

  test('the key is told once, also when the request is repeated, and stands in no table', async () => {
    const input = { agreementId, label: 'shop server', idempotencyKey: 'once' };
    const made = await run('apiKeyCreate', input, 'key apiKey { id prefix state lastUsedAt }');
    const key = made['key'] as string;
    expect(key).toMatch(/^pk_[0-9A-Za-z]{10}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$/);
    expect(made['apiKey']).toMatchObject({ prefix: key.slice(3, 13), state: 'USABLE', lastUsedAt: null });
    const again = await run('apiKeyCreate', input, 'key apiKey { id }');
    expect(again).toMatchObject({ key: null, apiKey: { id: idOf(made['apiKey']) } });
    const secret = key.slice(14, 46);
    for (const table of ['api_keys', 'idempotency_keys', 'audit_events', 'outbox_events']) {
      const rows = await rowsOf<{ row: string }>(
        world.db.orm,
        sql`select to_json(t)::text as row from ${sql.identifier(table)} t`,
      );
      expect(rows.map((r) => r.row).join()).not.toContain(secret);
    }
    expect((await world.ask(key, '{ customers { nodes { number } } }')).data).toEqual({
      customers: { nodes: [{ number: 'T-1' }] },
    });
    const used = await read(
      'query ($id: ID!) { agreement(id: $id) { lastReadAt keys { nodes { lastUsedAt } } receipts { nodes { customers fields preview } } } }',
      { id: agreementId },
    );
    expect(used['agreement']).toMatchObject({
      lastReadAt: expect.any(String),
      keys: { nodes: [{ lastUsedAt: expect.any(String) }] },
      receipts: { nodes: [{ customers: 1, fields: ['Customer.number'], preview: false }] },
    });
    const revoked = await run('apiKeyRevoke', { id: idOf(made['apiKey']) }, 'apiKey { state }');
    expect(revoked['apiKey']).toEqual({ state: 'REVOKED' });
    await expect(world.ask(key, '{ customers { nodes { number } } }')).rejects.toThrow('KEY_REVOKED');
  });

  test('the preview is the endpoint’s own answer, by default to a question about everything granted', async () => {
    const ask1 = 'query ($id: ID!, $q: String) { agreementPreview(agreementId: $id, query: $q) { query answer } }';
    const { agreementPreview } = (await read(ask1, { id: agreementId })) as {
      agreementPreview: { query: string; answer: { data: unknown } };
    };
    expect(agreementPreview.query).toContain('value { amount currency }');
    expect(agreementPreview.query).toContain('touchpoints(first: 3)');
    expect(agreementPreview.answer).toMatchObject({
      data: {
        customers: {
          totalCount: null,
          nodes: [{ number: 'T-1', value: { amount: 10_000, currency: 'GBP' }, touchpoints: { nodes: [] } }],
        },
      },
    });
    const { agreement } = (await read(
      `{ agreement(id: "${agreementId}") { receipts(first: 1, orderBy: AT_DESC) { nodes { operation preview } } } }`,
    )) as { agreement: unknown };
    expect(agreement).toEqual({ receipts: { nodes: [{ operation: 'Preview', preview: true }] } });
    const refused = (await read(ask1, {
      id: agreementId,
      q: '{ customers { nodes { internalNote } } }',
    })) as typeof agreementPreview & Record<string, { answer: { errors: { extensions: { code: string } }[] } }>;
    expect(refused['agreementPreview']?.answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('an ended agreement opens nothing any more and stays ended', async () => {
    await run('agreementEnd', { id: agreementId }, 'agreement { status }');
    const back = await run('agreementActivate', { id: agreementId }, 'agreement { id }');
    expect(back.userErrors).toMatchObject([{ code: 'AGREEMENT_STATUS' }]);
    const change = await run(
      'agreementUpdate',
      { id: agreementId, version: version + 1, regions: [] },
      'agreement { id }',
    );
    expect(change.userErrors).toMatchObject([{ code: 'AGREEMENT_STATUS' }]);
    const left = await rowsOf(
      world.db.orm,
      sql`select 1 from shared_customers where agreement_id = ${agreementId.slice('Agreement_'.length)}::uuid`,
    );
    expect(left).toEqual([]);
  });

  test('what can be granted is read off the declarations', async () => {
    const { grantableFields } = (await read('{ grantableFields { entity field share pii target } }')) as {
      grantableFields: Record<string, unknown>[];
    };
    const find = (entity: string, field: string) =>
      grantableFields.find((f) => f['entity'] === entity && f['field'] === field);
    expect(find('Customer', 'name')).toMatchObject({ share: 'grantable', pii: 'direct', target: null });
    expect(find('Customer', 'internalNote')).toMatchObject({ share: 'never' });
    expect(find('Customer', 'touchpoints')).toMatchObject({ share: 'grantable', target: 'Touchpoint' });
    expect(find('Agreement', 'fields')).toBeUndefined();
  });
});
