import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncoding } from './accepted-encoding.ts';
import { pageDocument, type DocumentPlace } from './page-document.ts';
import { PAGE_POLICY } from './page-style.ts';
import type { ShownPage } from './page.ts';
import { FILE_HEADERS } from './security-headers.ts';

type Encoding = ReturnType<typeof acceptedEncoding>;

/** A page as it goes over the wire, to be told as often as somebody asks. */
export interface MadePage {
  readonly status: number;
  /** Names these very contents; null where the page is none to come back to. */
  readonly etag: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Compressed at most once. */
  readonly bytes: (encoding: Encoding) => Promise<Buffer>;
}

export function madePage(page: Omit<ShownPage, 'status'> & { status: number }, place: DocumentPlace): MadePage {
  const plain = Buffer.from(pageDocument(page, place));
  const found = page.status === 200;
  const etag = found ? `"${hash('sha256', plain, 'base64url').slice(0, 22)}"` : null;
  const compressed = new Map<Encoding, Promise<Buffer>>();
  return {
    status: page.status,
    etag,
    headers: {
      ...FILE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.language,
      'content-security-policy': PAGE_POLICY,
      // asked for anew each time, answered with 304 while nothing changed: nobody is ever shown a promise of yesterday
      'cache-control': !found ? 'no-store' : page.listed ? 'public, no-cache' : 'private, no-cache',
      vary: 'Accept-Encoding, Accept-Language',
      ...(etag === null ? {} : { etag }),
      ...(page.listed ? {} : { 'x-robots-tag': 'noindex' }),
    },
    bytes(encoding) {
      const known = compressed.get(encoding) ?? encode(plain, encoding);
      compressed.set(encoding, known);
      return known;
    },
  };
}

export async function sendPage(request: IncomingMessage, response: ServerResponse, page: MadePage): Promise<void> {
  if (response.headersSent) return;
  const headers: Record<string, string | number> = {
    ...page.headers,
    ...(request.complete ? {} : { connection: 'close' }),
  };
  if (page.etag !== null && sameTag(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const bytes = await page.bytes(encoding);
  headers['content-length'] = bytes.length;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  response.writeHead(page.status, headers);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Proxies that compress mark a tag as weak; it still names the same page. */
const sameTag = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

async function encode(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? promisify(gzip)(plain) : plain;
}
