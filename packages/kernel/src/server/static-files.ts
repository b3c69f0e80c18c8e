import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncoding } from './accepted-encoding.ts';
import { FILE_HEADERS, pagePolicy } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

const COMPRESSIBLE = /^(text\/|application\/(json|manifest|wasm)|image\/(svg|x-icon)|font\/ttf)/;

interface ServedFile {
  path: string;
  type: string;
  etag: string;
  immutable: boolean;
  /** For pages only. */
  policy: string | null;
  /** By content encoding; compressed when first asked for. */
  bodies: Map<string, Promise<Buffer>>;
}

export interface StaticFiles {
  /** Answers with a file, or with the dashboard's page for any address of a page. False: nothing here has that name. */
  serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
  readonly built: boolean;
}

/**
 * Serves a built folder. Its files are listed once, at the start: what is asked for is looked up among these names, so
 * no address can lead out of the folder, however it is written.
 */
export function staticFiles(folder: string): StaticFiles {
  const files = list(folder);
  const index = files.get('/index.html');
  return {
    built: index !== undefined,
    async serve(request, response, pathname) {
      const named = files.get(pathname) ?? files.get(`${pathname}.html`);
      // names of files that do not exist must not answer with a page: a browser would take it for a script
      const page = extname(pathname) === '' ? index : undefined;
      const file = named ?? page;
      if (!file) return false;
      await send(request, response, file);
      return true;
    },
  };
}

async function send(request: IncomingMessage, response: ServerResponse, file: ServedFile): Promise<void> {
  const headers: Record<string, string | number> = {
    ...FILE_HEADERS,
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
    ...(file.policy ? { 'content-security-policy': file.policy } : {}),
  };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = COMPRESSIBLE.test(file.type) ? acceptedEncoding(request.headers['accept-encoding']) : 'identity';
  let body = file.bodies.get(encoding);
  if (!body) file.bodies.set(encoding, (body = encode(file.path, encoding)));
  const bytes = await body;
  headers['content-length'] = bytes.length;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function encode(path: string, encoding: string): Promise<Buffer> {
  const plain = readFileSync(path);
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return encoding === 'gzip' ? promisify(gzip)(plain) : plain;
}

function list(folder: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return files;
  }
  for (const path of names) {
    const pathname = path.slice(folder.length).split(sep).join('/').replace(/^\/*/, '/');
    const content = readFileSync(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    files.set(pathname, {
      path,
      type,
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      immutable: pathname.startsWith('/assets/'),
      policy: type.startsWith('text/html') ? pagePolicy(content.toString('utf8')) : null,
      bodies: new Map(),
    });
  }
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return files;
}
