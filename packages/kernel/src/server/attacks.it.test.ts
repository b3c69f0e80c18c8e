import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';

let server: TestServer;
let cookie: string;
const LIST = '{customers(first: 1){totalCount}}';

beforeAll(async () => {
  server = await testServer();
  cookie = (await server.as('OWNER')).headers['cookie']!;
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  codes: string[];
}

/** Sends exactly what it is told: no tidying of addresses, no headers of its own but Host. */
function send(
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer } = {},
): Promise<Raw> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const req = httpRequest(
      { host: '127.0.0.1', port, path, method: options.method ?? 'POST', headers: options.headers ?? {} },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const codes = [...text.matchAll(/"code":"([A-Z_]+)"/g)].map((m) => m[1]!);
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text, codes });
        });
      },
    );
    // the server may answer and hang up before all was sent
    req.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    req.end(options.body);
  });
}

const signedIn = (extra: OutgoingHttpHeaders = {}): OutgoingHttpHeaders => ({
  'content-type': 'application/json',
  cookie,
  origin: server.url,
  ...extra,
});
const ask = (query: unknown, variables?: unknown, headers: OutgoingHttpHeaders = {}) =>
  send('/graphql', { headers: signedIn(headers), body: JSON.stringify({ query, variables }) });

describe('bodies', () => {
  it('answers an honest one, compressed or not', async () => {
    expect((await ask(LIST)).text).toContain('"data"');
    const body = JSON.stringify({ query: LIST });
    for (const [name, bytes] of [
      ['gzip', gzipSync(body)],
      ['deflate', deflateSync(body)],
      ['br', brotliCompressSync(body)],
    ] as const) {
      const answer = await send('/graphql', { headers: signedIn({ 'content-encoding': name }), body: bytes });
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('stops a %s bomb before it unfolds', async (name, compress) => {
    const bomb = compress(Buffer.alloc(20_000_000, ' '));
    expect(bomb.length).toBeLessThan(LIMITS.bodyBytes);
    const before = process.memoryUsage().arrayBuffers;
    const answer = await send('/graphql', { headers: signedIn({ 'content-encoding': name }), body: bomb });
    expect([answer.status, answer.codes]).toEqual([413, ['BODY_TOO_LARGE']]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  it('stops a body that is too large, announced or not', async () => {
    const big = JSON.stringify({ query: LIST, variables: { x: 'a'.repeat(LIMITS.bodyBytes) } });
    const announced = await send('/graphql', {
      headers: signedIn({ 'content-length': Buffer.byteLength(big) }),
      body: big,
    });
    expect([announced.status, announced.codes]).toEqual([413, ['BODY_TOO_LARGE']]);
    const chunked = await send('/graphql', { headers: signedIn({ 'transfer-encoding': 'chunked' }), body: big });
    expect([chunked.status, chunked.codes]).toEqual([413, ['BODY_TOO_LARGE']]);
  });

  it.each([
    ['gzip, gzip', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['zstd', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['gzip', 400, 'BAD_BODY'],
  ])('understands no encoding %s of plain text', async (encoding, status, code) => {
    const answer = await send('/graphql', { headers: signedIn({ 'content-encoding': encoding }), body: '{}' });
    expect([answer.status, answer.codes]).toEqual([status, [code]]);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    '',
  ])('takes nothing but JSON (%s)', async (type) => {
    const answer = await send('/graphql', {
      headers: { ...signedIn(), 'content-type': type },
      body: JSON.stringify({ query: LIST }),
    });
    expect([answer.status, answer.codes]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  it.each(['', '{', 'null', '42', '"query"', '[]', '{}', '{"query":42}', '{"query":""}', '{"query":{}}'])(
    'refuses %j with a sentence',
    async (body) => {
      const answer = await send('/graphql', { headers: signedIn(), body });
      expect(answer.status).toBe(400);
      expect(answer.text).toMatch(/"message":"[A-Z`]/);
      expect(answer.text).not.toMatch(/stack|node_modules|SyntaxError/);
    },
  );

  it('does not batch', async () => {
    const answer = await send('/graphql', {
      headers: signedIn(),
      body: JSON.stringify([{ query: LIST }, { query: LIST }]),
    });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('"data"');
  });

  it('refuses variables that nest like a staircase', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const answer = await send('/graphql', {
      headers: signedIn(),
      body: `{"query":"${LIST}","variables":{"x":${deep}}}`,
    });
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

describe('documents', () => {
  it.each([
    ['TOKEN_LIMIT', `{${'__typename '.repeat(5_000)}}`],
    [
      'DEPTH_LIMIT',
      `{customers(first:1){nodes{${'contacts(first:1){nodes{customer{'.repeat(6)}id${'}}}'.repeat(6)}}}}`,
    ],
    ['ALIAS_LIMIT', `{${Array.from({ length: 41 }, (_, i) => `a${i}: __typename`).join(' ')}}`],
    ['ROOT_FIELD_LIMIT', `{${Array.from({ length: 21 }, () => '__typename').join(' ')}}`],
    ['FIELD_LIMIT', fragmentBomb(40)],
    ['PAGE_TOO_LARGE', '{customers(first: 101){nodes{id}}}'],
    [
      'COST_LIMIT',
      '{customers(first: 100){nodes{touchpoints(first: 100){nodes{customer{touchpoints(first: 100){nodes{id}}}}}}}}',
    ],
    ['GRAPHQL_PARSE_FAILED', '{customers(first:'],
    ['GRAPHQL_VALIDATION_FAILED', '{customers(first: 1){nodes{thereIsNoSuchField}}}'],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription {customers(first: 1){totalCount}}'],
  ])('%s', async (code, query) => {
    const answer = await ask(query);
    expect([answer.status, answer.codes[0]]).toEqual([400, code]);
    expect(answer.text).not.toContain('"data"');
  });

  it('holds a page size in a variable to the same limit', async () => {
    const query = 'query($n: Int){customers(first: $n){nodes{id}}}';
    expect((await ask(query, { n: 100 })).status).toBe(200);
    const answer = await ask(query, { n: 101 });
    expect([answer.status, answer.codes]).toEqual([400, ['PAGE_TOO_LARGE']]);
  });

  it('keeps a document that was refused refused', async () => {
    const query = '{customers(first: 101){nodes{id}}}';
    for (let i = 0; i < 3; i++) expect((await ask(query)).codes).toEqual(['PAGE_TOO_LARGE']);
  });

  it('never repeats what a variable held', async () => {
    const answer = await ask('query($n: Int){customers(first: $n){nodes{id}}}', { n: 'my secret' });
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
    expect(answer.text).not.toContain('my secret');
  });

  it('gives up the same way for staff and for strangers: nobody learns what exists', async () => {
    for (const query of [LIST, '{thereIsNoSuchField}', '{', '{__schema{types{name}}}']) {
      const answer = await send('/graphql', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect([answer.status, answer.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    }
  });

  it('takes no persisted query', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const answer = await send('/graphql', { headers: signedIn(), body: JSON.stringify({ extensions }) });
    expect(answer.text).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('other sites', () => {
  const mutation = JSON.stringify({ query: 'mutation{customerCreate(input:{number:"forged"}){userErrors{code}}}' });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1.evil.example:4000', ''])(
    'may not use the cookie of a visitor (%j)',
    async (origin) => {
      for (const path of ['/graphql', '/api/auth/sign-out', '/api/import']) {
        const answer = await send(path, { headers: { ...signedIn(), origin }, body: mutation });
        expect([path, answer.status, answer.codes]).toEqual([path, 403, ['ORIGIN_NOT_ALLOWED']]);
      }
      expect((await ask('{customers(search: "forged", first: 1){totalCount}}')).text).toMatch(/"totalCount"\s*:\s*0/);
    },
  );

  it('may not hide where they are', async () => {
    const { origin: _, ...headers } = signedIn();
    const answer = await send('/graphql', { headers, body: mutation });
    expect([answer.status, answer.codes]).toEqual([403, ['ORIGIN_NOT_ALLOWED']]);
  });

  it('get no permission to read answers', async () => {
    const preflight = await send('/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask(LIST)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD', 'PATCH'])('cannot change anything by %s', async (method) => {
    for (const path of ['/graphql', '/partner/graphql']) {
      const answer = await send(
        `${path}?query=${encodeURIComponent('mutation{customerCreate(input:{number:"x"}){userErrors{code}}}')}`,
        { method, headers: { cookie } },
      );
      expect([path, answer.status, answer.headers['allow']]).toEqual([path, 405, 'POST']);
    }
  });
});

describe('sign-in', () => {
  it('is slowed down after ten wrong passwords for one e-mail', async () => {
    const guess = () =>
      send('/api/auth/sign-in/email', {
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ email: 'guessed@test.example', password: 'wrong wrong' }),
      });
    const answers = await Promise.all(Array.from({ length: 11 }, guess));
    expect(answers.map((a) => a.status).sort()).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const last = await guess();
    expect(last.codes).toEqual(['RATE_LIMITED']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('does not believe an invented address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 11 }, (_, i) =>
        send('/api/auth/sign-in/email', {
          headers: {
            'content-type': 'application/json',
            origin: server.url,
            'x-forwarded-for': `10.0.0.${i}`,
            'x-perennial-client': `10.0.0.${i}`,
          },
          body: JSON.stringify({ email: 'invented@test.example', password: 'wrong wrong' }),
        }),
      ),
    );
    expect(answers.some((a) => a.status === 429)).toBe(true);
  });

  it('lets nobody guess the current password of a session they found open', async () => {
    const headers = signedIn();
    const guess = () =>
      send('/api/auth/change-password', {
        headers,
        body: JSON.stringify({ currentPassword: 'wrong wrong', newPassword: 'taken over now' }),
      });
    const answers = await Promise.all(Array.from({ length: 11 }, guess));
    expect(answers.map((a) => a.status).sort()).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
    const foreign = await send('/api/auth/change-password', {
      headers: { ...headers, origin: 'http://evil.example' },
      body: '{}',
    });
    expect([foreign.status, foreign.codes]).toEqual([403, ['ORIGIN_NOT_ALLOWED']]);
    const { cookie: _, ...nobody } = headers;
    const stranger = await send('/api/auth/change-password', { headers: nobody, body: '{}' });
    expect([stranger.status, stranger.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    const big = await send('/api/auth/change-password', { headers, body: `{"x":"${'x'.repeat(9_000)}"}` });
    expect(big.status).toBe(413);
  });

  it.each([
    '/api/auth/sign-up/email',
    '/api/auth/update-user',
    '/api/auth/list-sessions',
    '/api/auth/..%2fgraphql',
    '/api/auth/',
    '/api/other',
  ])('has no other door (%s)', async (path) => {
    const answer = await send(path, {
      headers: signedIn(),
      body: '{"email":"a@example.com","password":"long enough","name":"x"}',
    });
    expect([answer.status, answer.codes]).toEqual([404, ['NOT_FOUND']]);
  });
});

describe('sockets', () => {
  it.each([
    ['noise', 'GARBAGE\r\n\r\n'],
    ['an address that is none of ours', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a missing host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('survives %s', async (_what, bytes) => {
    const { port } = new URL(server.url);
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(reply).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect((await ask(LIST)).status).toBe(200);
  });

  it('survives callers who hang up in the middle', async () => {
    const { port } = new URL(server.url);
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((resolve) => {
            const socket = connect(Number(port), '127.0.0.1', () => {
              socket.write(
                `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nOrigin: ${server.url}\r\nContent-Length: 1000\r\n\r\n{"query":`,
              );
              socket.destroy();
            });
            socket.on('close', () => resolve());
          }),
      ),
    );
    expect((await ask(LIST)).status).toBe(200);
  });
});

it('tells browsers to be careful with every answer', async () => {
  const { headers } = await ask(LIST);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-powered-by']).toBeUndefined();
});

function fragmentBomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment F${i} on Query{...F${i + 1} ...F${i + 1}}`);
  return `{...F0}${fragments.join('')}fragment F${levels} on Query{__typename}`;
}
