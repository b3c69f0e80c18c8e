import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@perennial/domain/shared/errors';
import { sessionSecret } from '../auth/session-secret.ts';
import { buildRegistry, defineModule } from '../registry/module.ts';
import { runnerPorts } from '../write/ports.ts';
import { Outbox } from '../write/outbox.ts';
import { customersModule } from '@perennial/modules/customers/index';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { SILENT } from './log.ts';
import { startServer, type PerennialServer } from './perennial-server.ts';

const pages = defineModule({
  name: 'notices',
  pages: [
    {
      path: 'notices',
      handle: async ({ language, asOf, timezone, currency, origin }, rest) => {
        if (rest === 'broken') throw new Error('select secret from customers');
        if (rest === 'gone') return { status: 410, title: 'Gone', body: html`<h1>Gone</h1>`, language };
        if (rest === 'refused') throw new DomainError('NOT_FOUND', 'Nothing.');
        if (rest !== '' && !rest.startsWith('say ')) return null;
        const body = html`<h1>${rest}</h1>
          <p>${asOf} ${timezone} ${currency} ${origin}</p>
          ${'long '.repeat(500)}`;
        return { status: 200, title: rest || 'All', description: rest, body, language, listed: rest === '' };
      },
    },
  ],
});

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ modules: [customersModule, pages] });
});
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { method, headers });

describe('pages for everybody', () => {
  it('are served without sign-in, in the language of the address, else of the browser', async () => {
    const told = await get('/notices', { 'accept-language': 'zh-TW,en;q=0.5' });
    expect([told.status, told.headers.get('content-language')]).toEqual([200, 'zh-Hant']);
    expect(await told.text()).toContain('<html lang="zh-Hant">');
    const asked = await get('/notices?lang=zh-Hans', { 'accept-language': 'en' });
    const text = await asked.text();
    expect(text).toContain('<html lang="zh-Hans">');
    expect(text).toContain(`<link rel="canonical" href="${server.url}/notices?lang=zh-Hans"`);
    expect(text).toContain(`2011-12-10 Europe/London GBP ${server.url}`);
  });

  it('run no script, whatever texts stand in them', async () => {
    const answer = await get(`/notices/${encodeURIComponent('say <script>alert(1)</script>"')}`);
    const text = await answer.text();
    expect(text).not.toMatch(/<script/i);
    expect(text).toContain('<title>say &lt;script&gt;');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
  });

  it('name a tag, and answer 304 to who has it', async () => {
    const first = await get('/notices');
    const etag = first.headers.get('etag')!;
    const again = await get('/notices', { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/notices?lang=zh-Hans', { 'if-none-match': etag })).status).toBe(200);
  });

  it('may be listed and kept by others only where they say so', async () => {
    const listed = await get('/notices');
    const other = await get('/notices/say%20x');
    expect(listed.headers.get('cache-control')).toBe('public, no-cache');
    expect(listed.headers.get('x-robots-tag')).toBeNull();
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
    expect(await other.text()).toMatch(/<meta name="robots" content="noindex"/);
  });

  it('are compressed for who can read that, and HEAD gets no body', async () => {
    const zipped = await get('/notices', { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(await zipped.text()).toContain('long long');
    const head = await get('/notices', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    ['/notices/nothing', 404],
    ['/notices/%E0%A4%A', 404],
    ['/notices/refused', 404],
    ['/notices/gone', 410],
    ['/notices/broken', 500],
  ])('%s answers %i with a page that tells nothing of the inside', async (path, status) => {
    const answer = await get(path, { 'accept-language': 'zh-TW' });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(text).not.toMatch(/secret|customers|Error|at \w+ \(/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('only answer to GET and HEAD', async () => {
    expect((await get('/notices', {}, 'POST')).status).toBe(405);
  });

  it('count towards the rate of a network address', async () => {
    const limited = await testServer({
      db: server.db,
      modules: [customersModule, pages],
      limits: { strangerPerMinute: 2 },
    });
    const ask = () => fetch(`${limited.url}/notices`);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const third = await ask();
    expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await third.text()).toContain('wait a minute');
  });

  it('refuse a path that is the server’s own', () => {
    const at = (path: string) => defineModule({ name: 'x', pages: [{ path, handle: async () => null }] });
    for (const path of ['api', 'graphql', 'Notices', 'a/b', ''])
      expect(() => buildRegistry([at(path)]), path).toThrow(TypeError);
    expect(() => buildRegistry([at('twice'), at('twice')])).toThrow(TypeError);
  });
});

describe('beside the dashboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-dashboard-'));
  let whole: PerennialServer;
  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Dashboard</title>');
    const outbox = new Outbox({ db: server.db, now: () => new Date(), deliver: async () => {}, onFailure: () => {} });
    whole = await startServer({
      db: server.db,
      ports: runnerPorts(server.env, outbox),
      secret: await sessionSecret(server.db),
      host: '127.0.0.1',
      port: 0,
      dashboard: folder,
      log: SILENT,
      ready: () => true,
    });
  });
  afterAll(async () => {
    await whole.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('its page does not stand in for a public one', async () => {
    const title = async (path: string) => /<title>(.*?)</.exec(await (await fetch(`${whole.url}${path}`)).text())?.[1];
    expect(await title('/policies')).toBe('Dashboard');
    expect(await title('/notices')).toMatch(/^All/);
    expect(await title('/notices/nothing')).toMatch(/no such page/);
  });
});
