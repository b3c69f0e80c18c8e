import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFiles } from './static-files.ts';

const PAGE = '<!doctype html><script>theme()</script><script src="/assets/a-1.js"></script><div id="root"></div>';
let server: Server;
let port: number;

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'static-'));
  const dist = join(root, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(dist, 'index.html'), PAGE);
  writeFileSync(join(dist, 'graphiql.html'), 'graphiql');
  writeFileSync(join(dist, 'assets', 'a-1.js'), 'x'.repeat(5_000));
  const files = staticFiles(dist);
  server = createServer((req, res) => {
    void files
      .serve(req, res, new URL(req.url ?? '/', 'http://x').pathname)
      .then((served) => served || res.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Sends the path as it stands: fetch would tidy `..` away before anybody could see it. */
function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const req = httpRequest({ host: '127.0.0.1', port, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
    });
    req.on('error', reject).end();
  });
}

describe('static files', () => {
  it('serves the page, with a policy that names its inline script and no eval', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(body.toString()).toBe(PAGE);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]+';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|http/);
  });

  it('answers addresses of pages with the page, and names of missing files with nothing', async () => {
    expect((await get('/customers/123/show')).body.toString()).toBe(PAGE);
    expect((await get('/assets/old-2.js')).status).toBe(404);
    expect((await get('/graphiql')).body.toString()).toBe('graphiql');
  });

  it('lets browsers keep hashed files for ever, compressed as they like', async () => {
    const br = await get('/assets/a-1.js', { 'accept-encoding': 'gzip, br' });
    expect(br.headers['cache-control']).toContain('immutable');
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).length).toBe(5_000);
    const gz = await get('/assets/a-1.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gz.body).length).toBe(5_000);
    expect((await get('/assets/a-1.js')).body.length).toBe(5_000);
  });

  it('says 304 to a browser that has it already', async () => {
    const { headers } = await get('/');
    expect((await get('/', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/secret.txt%00.js',
  ])('never leaves its folder (%s)', async (path) => {
    const { body } = await get(path);
    expect(body.toString()).not.toContain('secret');
  });

  it('serves nothing where nothing was built', async () => {
    expect(staticFiles(join(tmpdir(), 'there-is-no-such-folder')).built).toBe(false);
  });
});
