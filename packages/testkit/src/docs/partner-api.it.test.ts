import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { createPartnerClient } from '@perennial/client';
import { rowsOf } from '@perennial/kernel/db/database';
import { LIMITS } from '@perennial/kernel/server/limits';
import { SILENT } from '@perennial/kernel/server/log';
import { startServer, type PerennialServer } from '@perennial/kernel/server/perennial-server';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { revokeApiKey } from '@perennial/modules/partners/key-service';
import { moveAgreement } from '@perennial/modules/partners/service';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../../../apps/api/src/extensions.ts';
import { sharingWorld, type Sharer, type SharingWorld } from '../partners/sharing-world.ts';
import { deskOf } from '../partners/staff-desk.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/partner-api.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code ?? '');

const FIELDS = ['number', 'region', 'segment', 'value', 'since', 'orders', 'touchpoints'].map(
  (name) => `Customer.${name}`,
);

let world: SharingWorld;
let sharer: Sharer;
let server: PerennialServer;
const started = new Date();

beforeAll(async () => {
  world = await sharingWorld(modules);
  for (let i = 0; i < 6; i++) {
    const id = await world.customer({ region: 'Exampleland', number: `E-${i}`, value: 5_000 + i });
    await world.consent(id, { partnerId: null });
  }
  sharer = await world.sharer({ fields: [...FIELDS, 'Touchpoint.at', 'Touchpoint.channel'], regions: ['Exampleland'] });
  const { env, outbox } = deskOf(world);
  server = await startServer({
    db: world.db,
    ports: runnerPorts(env, outbox),
    secret: 'a-secret-for-the-guide-of-32-characters',
    host: '127.0.0.1',
    port: 0,
    log: SILENT,
    // the clock stands still: for how long keys are remembered must not decide a test
    now: () => started,
    ready: () => true,
  });
});
afterAll(() => server.close());

interface Reply {
  status: number;
  data: Record<string, unknown> | null | undefined;
  code: string | undefined;
}

async function post(
  body: string,
  headers: Record<string, string> = { authorization: `Bearer ${sharer.key}` },
): Promise<Reply> {
  const answer = await fetch(`${server.url}/partner/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors } = (await answer.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
  };
  return { status: answer.status, data, code: errors?.[0]?.extensions.code };
}

const query = (text: string, variables = {}) => JSON.stringify({ query: text, variables });

describe('docs/partner-api.md', () => {
  test('the quick start answers', async () => {
    const [curl = ''] = blocks('sh');
    expect(curl).toContain('$PERENNIAL_URL/partner/graphql');
    const body = /-d '(.*)'/s.exec(curl)?.[1] ?? '';
    const { status, data } = await post(body);
    expect(status).toBe(200);
    expect(data).toMatchObject({ customers: { totalCount: 6, nodes: [{ region: 'Exampleland' }, {}, {}] } });
  });

  test('every query of the guide is valid and answers', async () => {
    const first = await post(query('{ customers(first: 1) { nodes { id } pageInfo { endCursor } } }'));
    const { nodes, pageInfo } = first.data!['customers'] as {
      nodes: { id: string }[];
      pageInfo: { endCursor: string };
    };
    const examples = blocks('graphql');
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      const reply = await post(query(example, { id: nodes[0]?.id, after: pageInfo.endCursor }));
      expect(reply, example).toMatchObject({ status: 200, code: undefined });
      for (const value of Object.values(reply.data ?? {})) expect(value).not.toBeNull();
    }
  });

  test('the TypeScript of the guide runs', async () => {
    const [example = ''] = blocks('ts');
    const [importLine = '', ...rest] = example.split('\n');
    expect(importLine).toBe("import { createPartnerClient } from '@perennial/client';");
    const lines: unknown[][] = [];
    const run = new Function(
      'createPartnerClient',
      'process',
      'console',
      `return (async () => { ${stripTypeScriptTypes(rest.join('\n'))} })()`,
    ) as (...scope: unknown[]) => Promise<void>;
    const env = { PERENNIAL_URL: server.url, PERENNIAL_KEY: sharer.key };
    await run(createPartnerClient, { env }, { log: (...line: unknown[]) => lines.push(line) });
    expect(lines).toHaveLength(6);
    expect(lines[0]).toEqual([expect.stringMatching(/^Customer_/), 'E-5', 5_005]);
  });

  test('the codes come with the status that the guide says', async () => {
    const other = await world.sharer({ fields: FIELDS.slice(0, 2), regions: ['Exampleland'] });
    const late = await world.sharer({ fields: FIELDS.slice(0, 2), regions: ['Exampleland'] });
    const withKey = (key: string) => ({ authorization: `Bearer ${key}` });
    const ok = query('{ customers(first: 1) { nodes { number } } }');
    const found = new Map<string, number>();
    const note = async (reply: Promise<Reply>) => {
      const { code = 'none', status } = await reply;
      found.set(code, status);
    };
    await note(post(ok, {}));
    await note(post(ok, withKey(`${other.key.slice(0, -2)}00`)));
    await note(post(ok, withKey('pk_0000000000_00000000000000000000000000000000_11avEO')));
    await note(post(query('{ customers { nodes { internalNote } } }')));
    await note(post(query('{ customers(after: "x") { nodes { id } } }')));
    await note(post(query('{ customer(id: "x") { id } }')));
    await note(
      post(
        query('query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }', { f: { value: { gte: 'x' } } }),
      ),
    );
    await note(post(query('{ customers(first: 101) { nodes { id } } }')));
    // as if another process had changed the agreement after this one had recognised the key
    await post(ok, withKey(late.key));
    await world.db.orm.execute(
      sql`update agreements set grants_version = grants_version + 1 where id = ${late.agreementId}::uuid`,
    );
    await note(post(ok, withKey(late.key)));
    await world.write((ctx) => moveAgreement(ctx, other.agreementId, 'SUSPENDED'));
    await note(post(ok, withKey(other.key)));
    await world.write((ctx) => revokeApiKey(ctx, other.keyId));
    await note(post(ok, withKey(other.key)));

    const documented = new Map<string, number>();
    for (const [, codes = '', status] of guide.matchAll(/^\| (`.*?`.*?)\s*\| (\d+) /gm)) {
      for (const [, code = ''] of codes.matchAll(/`([A-Z_]+)`/g)) documented.set(code, Number(status));
    }
    for (const [code, status] of found) expect([code, documented.get(code)]).toEqual([code, status]);
    expect([...found.keys()].sort()).toEqual([
      'AGREEMENT_NOT_ACTIVE',
      'BAD_CURSOR',
      'BAD_ID',
      'BAD_USER_INPUT',
      'GRAPHQL_VALIDATION_FAILED',
      'KEY_MALFORMED',
      'KEY_REVOKED',
      'KEY_UNKNOWN',
      'PAGE_TOO_LARGE',
      'STALE',
      'UNAUTHENTICATED',
    ]);
  });

  test('the limits are the ones that hold', () => {
    const section = guide.slice(guide.indexOf('## Limits'), guide.indexOf('## Receipts'));
    const numbers = [...section.matchAll(/\|\s+(\d+) \|$/gm)].map(([, n]) => Number(n));
    const { keyPerMinute, pageSize, depth, aliases, tokens, cost, operationMs } = LIMITS;
    expect(numbers).toEqual([keyPerMinute, pageSize, depth, aliases, tokens, cost, operationMs / 1000]);
  });

  test('the name of the operation stands on the receipt', async () => {
    await post(query('query MyNightlyRun { customers(first: 2) { nodes { id } } }'));
    const [receipt] = await rowsOf<{ customers: number }>(
      world.db.orm,
      sql`select customers from access_receipts where operation = 'MyNightlyRun'`,
    );
    expect(receipt).toEqual({ customers: 2 });
  });
});
