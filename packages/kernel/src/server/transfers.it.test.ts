import { gzipSync } from 'node:zlib';
import { customersModule } from '@perennial/modules/customers/index';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../db/database.ts';
import { defineModule } from '../registry/module.ts';

let server: TestServer;
let manager: GraphQLClient;
const MAX = 100_000;

/** Tells how much it got, and gives files that are whole, empty, absent or break off. */
const files = defineModule({
  name: 'files',
  uploads: [
    {
      path: 'weigh',
      roles: ['OWNER', 'POLICY_MANAGER'],
      maxBytes: MAX,
      handle: async (_ctx, file) => {
        let bytes = 0;
        for await (const chunk of file.body) bytes += chunk.length;
        return { name: file.name, bytes };
      },
    },
  ],
  downloads: [
    {
      path: 'thing',
      roles: ['OWNER', 'POLICY_MANAGER'],
      handle: async (_ctx, id) => {
        if (id === 'absent') return null;
        return { name: 'Zurückgelegt "1".csv', contentType: 'text/csv; charset=utf-8', body: lines(id) };
      },
    },
  ],
});

async function* lines(id: string): AsyncGenerator<string> {
  if (id === 'broken-at-once') throw new Error('select secret from customers');
  for (let i = 0; i < 50_000; i++) {
    if (id === 'broken' && i === 40_000) throw new Error('the disk is gone');
    yield `line ${i}\n`;
  }
}

beforeAll(async () => {
  server = await testServer({ modules: [customersModule, files] });
  manager = await server.as('POLICY_MANAGER');
});

const send = (
  body: string | Uint8Array<ArrayBuffer> | undefined,
  name = 'sales.csv',
  headers: Record<string, string> = {},
) =>
  fetch(`${server.url}/api/weigh?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...manager.headers, ...headers },
    body: body ?? null,
  });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('files in', () => {
  it('arrive whole, plain or zipped', async () => {
    const text = 'a,b\n'.repeat(10_000);
    expect(await (await send(text)).json()).toEqual({ name: 'sales.csv', bytes: 40_000 });
    expect(await (await send(gzipSync(text), 'sales.csv.gz')).json()).toEqual({ name: 'sales.csv.gz', bytes: 40_000 });
    expect(await (await send(gzipSync(text), 'sales.csv', { 'content-encoding': 'gzip' })).json()).toMatchObject({
      bytes: 40_000,
    });
    expect(await (await send(undefined)).json()).toMatchObject({ bytes: 0 });
  });

  it('are cut off when too large, also once unzipped', async () => {
    expect(await codeOf(await send('x'.repeat(MAX + 1)))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await codeOf(await send(gzipSync(Buffer.alloc(50_000_000)), 'bomb.gz'))).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('are refused when they are not what they say', async () => {
    expect(await codeOf(await send('plain text', 'sales.csv.gz'))).toEqual([400, 'GZIP_UNREADABLE']);
  });

  it('are called by their last name only', async () => {
    const { name } = (await (await send('x', '../../etc/pass\u202ewd\u0000')).json()) as { name: string };
    expect(name).toBe('passwd');
  });

  it('are taken from nobody but those who may', async () => {
    const agent = await server.as('AGENT');
    const byAgent = await fetch(`${server.url}/api/weigh`, { method: 'POST', headers: agent.headers, body: 'x' });
    expect(await codeOf(byAgent)).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(await fetch(`${server.url}/api/weigh`, { method: 'POST', body: 'x' }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    expect(await codeOf(await send('x', 'a.csv', { origin: 'http://evil.example' }))).toEqual([
      403,
      'ORIGIN_NOT_ALLOWED',
    ]);
    expect(await codeOf(await fetch(`${server.url}/api/weigh`, { headers: manager.headers }))).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
    ]);
  });
});

describe('files that were refused', () => {
  it('are in the audit trail, with who sent them and why they were', async () => {
    const trail = () =>
      rowsOf<{ operation: string; actor: string; code: string }>(
        server.db.orm,
        sql`select operation, actor_name as actor, after ->> 'refused' as code from audit_events order by seq`,
      );
    const before = (await trail()).length;
    const agent = await server.as('AGENT');
    await fetch(`${server.url}/api/weigh`, { method: 'POST', headers: agent.headers, body: 'x' });
    await send('plain text', 'sales.csv.gz');
    await send('whole');
    await fetch(`${server.url}/api/weigh`, { method: 'POST', body: 'x' });
    const left = (await trail()).slice(before);
    expect(left.map(({ operation, code }) => [operation, code])).toEqual([
      ['weighUpload', 'FORBIDDEN'],
      ['weighUpload', 'GZIP_UNREADABLE'],
    ]);
    expect(new Set(left.map(({ actor }) => actor)).size).toBe(2);
  });
});

const get = (id: string, headers: Record<string, string> = { ...manager.headers }) =>
  fetch(`${server.url}/api/download/thing/${id}`, { headers });

describe('files out', () => {
  it('come whole, as attachments under their own name', async () => {
    const response = await get('one');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Zur_ckgelegt__1_.csv"; filename*=UTF-8''Zur%C3%BCckgelegt%20%221%22.csv`,
    );
    expect((await response.text()).split('\n').length).toBe(50_001);
  });

  it('that break off are never taken for whole ones', async () => {
    const response = await get('broken');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('that cannot be made are told as an error, without its text', async () => {
    const response = await get('broken-at-once');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it('are given to nobody but those who may, and only where there are any', async () => {
    expect(await codeOf(await get('absent'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await get('..%2f..%2fetc%2fpasswd'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await get('one', {}))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await get('one', { ...(await server.as('AGENT')).headers }))).toEqual([403, 'FORBIDDEN']);
  });
});
